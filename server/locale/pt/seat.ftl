# O telefone de quem intervém: representantes dos grupos, delegações dos Estados.

seat-connecting = Conectando…
seat-connecting-means = Seu lugar na lista está guardado no servidor, aconteça o que acontecer com este telefone.
seat-refused = Este link não abre nenhum assento
seat-refused-means = Não é o link de um assento. Peça o seu à Secretaria.
seat-devices = Já aberto em outros dispositivos
seat-devices-means = Um assento pode estar aberto em poucos ao mesmo tempo. Feche um dos outros; este entrará sozinho.
seat-reload = Há uma nova versão
seat-do-reload = Recarregar a página

## What a statement is about

seat-about-answers = Resposta à pergunta: { $parties }
seat-about-replies = Resposta a { $issues }
seat-about-follows-up = Comentário à resposta: { $parties }
seat-about-right = Direito de resposta a { $parties }
seat-about-asks = Pergunta: { $groups }

## Wait

seat-place-list = na lista
seat-place-list-exchange = na lista de respostas e perguntas
seat-place-slot = vez do seu grupo
seat-when = Por volta de { $from }
seat-when-span = Por volta de { $from }–{ $to }
seat-place-kept = Seu lugar está guardado.
seat-when-not-begun = As respostas e perguntas vêm depois das intervenções dos grupos.
seat-after = Depois de: { $names }

## You are next

seat-next = Você fala a seguir
seat-next-chair = A Presidência está para lhe dar a palavra.
seat-next-called = Vai começar: { $name }.
seat-next-held = Em pausa: { $name }.
seat-next-point = A Presidência está decidindo uma questão de ordem.
seat-next-left = Com a palavra: { $name }. Restam { $time }.
seat-next-over = Está concluindo: { $name }.
seat-next-length = Você terá { $time }.
seat-next-shortened = Você terá { $time } em vez de { $was }: a Presidência abreviou as intervenções.
seat-next-slot-length = Seu grupo dispõe de { $time }.
seat-next-prepare = Tenha o microfone à mão.

## Called

seat-called = Você tem a palavra
seat-called-length = { $time } a partir do começo
seat-called-say = Diga à Presidência se pode começar.
seat-called-told-ready = A Presidência sabe que você pode começar. O relógio corre quando você começar.
seat-called-told-not-now = A Presidência sabe que não é o momento. Aguarde a decisão.

## Speak

seat-speaking = Você tem a palavra
seat-held = Em pausa
seat-speak-of = de { $time }
seat-speak-over-of = a mais, de { $time }
seat-speak-pace = Os intérpretes acompanham você. Fale em ritmo pausado.
seat-speak-conclude = Por favor, vá concluindo.
seat-speak-over = Seu tempo terminou. Por favor, conclua a frase.
seat-speak-held = Seu relógio está parado. A Presidência avisará quando continuar.
seat-speak-told-finished = A Presidência sabe que você terminou.

## In no list

seat-idle-may-ask = Você não está na lista. Peça a palavra quando desejar.
seat-idle-ask-from = Você poderá pedir a palavra em { $day }, a partir das { $time }.
seat-idle-list-closed = A lista de oradores está encerrada. A Presidência ainda pode admitir seu pedido: fale com a Secretaria.
seat-idle-chair = A Presidência tem a palavra sempre que mais ninguém a tem.
seat-idle-closing = O Diálogo está sendo encerrado; não se aceitam mais pedidos.
seat-idle-not-now = Neste momento não é possível pedir a palavra.
seat-asked-written = A Presidência pediu sua resposta por escrito; não haverá chamada para apresentá-la.
seat-ready = { $name } vai responder à pergunta: { $parties }.
seat-idle-dues = { $count ->
    [one] Uma pergunta espera a resposta de seu grupo.
   *[other] { $count } perguntas esperam a resposta de seu grupo.
}
seat-idle-follow-up = Há respostas aos assuntos de seu grupo. Você pode comentá-las, se for preciso.
seat-idle-group-before = Seu grupo fala na rodada de intervenções. Você pode apresentar os assuntos do grupo com antecedência.
seat-idle-group-interventions = { $turn ->
    [colleague] Nesta rodada fala por seu grupo: { $name }.
   *[over] A vez de seu grupo nesta rodada terminou. Depois você poderá responder a perguntas e comentar respostas.
}
seat-idle-group-exchange = Por enquanto não há nada a responder. Quando um Estado perguntar a seu grupo ou responder a seus assuntos, você poderá intervir daqui.
seat-away = Você consta como ausente
seat-away-means = Seus pedidos conservam o lugar; enquanto isso, chamam-se outros. Avise quando voltar.
seat-in-vain = A palavra lhe foi dada às { $time } e ninguém respondeu.
seat-in-vain-down = Por isso o seu pedido desceu na lista. Fique perto do microfone: se isso se repetir, constará como ausente.
seat-in-vain-after-colleague = Por isso fala primeiro quem é do seu grupo, e você depois. Fique perto do microfone: se isso se repetir, constará como ausente.
seat-in-vain-slot-last = Por isso a vez do seu grupo passou para o fim desta rodada. Fique perto do microfone: se ninguém responder de novo, ela se perde.
seat-in-vain-slot-lapsed = Por isso o seu grupo perdeu a vez nesta rodada. Se está aqui, avise a presidência, que pode devolvê-la.
seat-in-vain-away = Por isso você consta como ausente. Se está aqui, avise que voltou.
seat-closed = Agradecemos sua participação
seat-closed-means = O Diálogo está encerrado.

## What I can do

seat-do-ask = Pedir a palavra
seat-do-change = Alterar
seat-do-withdraw = Retirar
seat-do-answer = Posso responder: { $party }
seat-do-written = Prometer resposta escrita
seat-do-follow-up = Comentar uma resposta
seat-do-slot = Quem fala
seat-do-issue = Apresentar um assunto
seat-do-issues = Meus assuntos ({ $count })
seat-do-ready = Posso começar
seat-do-not-now = Agora não; guardem minha vez
seat-do-finished = Terminei
seat-do-cede = Ceder o resto: { $name }
seat-cede-means = Você termina; é a vez de { $name }, com o tempo que resta.
seat-cede-keep = Continuo eu
seat-cede-do = Ceder
seat-do-return = Estou de volta
seat-do-point = Questão de ordem
seat-do-more = Mais…
seat-do-right = Direito de resposta
seat-do-promise = Responder por escrito a um assunto
seat-do-substitute-on = Um suplente ocupa o assento
seat-do-substitute-off = A pessoa titular está de volta
seat-do-away = Vou sair da sala
seat-do-away-means = Seus pedidos conservam o lugar; enquanto isso, chamam-se outros.
seat-substitute-means = Quem substitui conserva o nome e o lugar na lista.
seat-pending-means = Será enviado assim que a conexão voltar.

## Sheets

seat-form-just = Só a palavra
seat-form-or = Ou diga sobre o quê, para que os demais e os intérpretes se preparem:
seat-form-replies = Responder a…
seat-form-asks = Perguntar a…
seat-form-answers = Resposta a
seat-form-text = Em poucas palavras (opcional)
seat-form-language = Vou falar em
seat-form-ask-so = Pedir a palavra assim
seat-bloc = Em nome de outros Estados (opcional)
seat-bloc-find = Busque por nome ou código
seat-bloc-none = Nenhum outro Estado tem esse nome.
seat-bloc-means = Você terá mais tempo. Os demais poderão retirar seu pedido; ninguém o retira por eles.
seat-bloc-remove = Tirar { $name }
seat-text-left = { $count ->
    [one] Resta 1 caractere
   *[other] Restam { $count } caracteres
}

seat-change-title = Alterar meu pedido
seat-change-keeps = Seu lugar na lista é mantido.
seat-offer = { $party } fala também em nome de vocês. Se desejar, retire seu pedido.
seat-change-do = Salvar a alteração
seat-change-done = A alteração foi salva.

seat-withdraw-title = Retirar o pedido?
seat-withdraw-means = Você renuncia a seu lugar, o { $rank } da lista. Se voltar a pedir a palavra, irá para o fim.
seat-withdraw-keep = Manter meu lugar

seat-written-means = Seu grupo não responderá mais oralmente; a promessa fica registrada.
seat-written-to = A
seat-written-do = Prometer
seat-written-done = Sua promessa de resposta escrita foi registrada.
seat-written-none = Não há mais resposta pendente.

seat-follow-up-means = Seu grupo pode comentar uma vez, brevemente, cada resposta a seus assuntos, se a Presidência o conceder.
seat-follow-up-which = Qual resposta?
seat-follow-up-reply = { $party }, sobre { $issues }
seat-follow-up-none = Não há mais resposta a comentar.

seat-slot-budget = Seu grupo dispõe de { $budget } nesta rodada.
seat-slot-budget-used = Restam a seu grupo { $left } de { $budget } nesta rodada.
seat-slot-who = Quem fala?
seat-slot-order = { $first }; depois, { $then }
seat-slot-alone = Só { $first }
seat-slot-me = eu
seat-slot-do = Fixar esta ordem
seat-slot-keep = Deixar como está
seat-slot-none = Seu grupo não tem mais vez nesta rodada.

seat-issue-means = O assunto é levantado, e visto por todos, quando você começa sua intervenção.
seat-issue-theme = Tema
seat-issue-title = Título breve (opcional)
seat-issue-language = Idioma do título
seat-issue-to = Dirigido a
seat-issue-all = Todos os Estados
seat-issue-some = { $count ->
    [0] Alguns Estados…
    [one] 1 Estado
   *[other] { $count } Estados
}
seat-issue-states = Estados
seat-issue-choose-theme = Escolha um tema para apresentar o assunto.
seat-issue-do = Apresentar o assunto
seat-issue-done = O assunto foi apresentado.
seat-issue-amend = Alterar o assunto
seat-issue-amended = O assunto foi alterado.
seat-issue-withdraw = Retirar o assunto
seat-issue-withdrawn = O assunto foi retirado.
seat-issues-means = Apresentados e ainda não levantados: só você os vê. Toque em um para alterá-lo ou retirá-lo.
seat-issues-none = Não resta nenhum a levantar.

## Point of order (R30)

seat-point = Sua questão de ordem
seat-point-means = A Presidência lhe concede a palavra. Exponha-a agora, em poucas palavras: só o procedimento, não o mérito.
seat-point-waits = A Presidência recebeu sua questão de ordem. Ninguém mais a vê.
seat-point-title = Levantar uma questão de ordem?
seat-point-private = Só a Presidência a vê. Quando ela lhe conceder a palavra, o relógio de quem fala para e você a expõe: sobre o procedimento, não sobre o mérito.
seat-point-keep = Não, voltar
seat-point-do = Levantar

## Right of reply, written replies to issues (R28, R31)

seat-more-title = Mais
seat-right-means = Para responder a quem mencionou você. A Presidência o concede, depois da lista; duas vezes no máximo.
seat-right-to = A qual intervenção?
seat-right-any = A nenhuma em particular
seat-right-do = Pedir o direito de resposta
seat-promise-means = A promessa aparece para todos junto ao assunto e fica registrada. Você pode retirá-la.
seat-promise-to = A qual assunto?
seat-promise-given = Você já prometeu resposta escrita
seat-promise-do = Prometer resposta escrita
seat-promise-undo = Retirar a promessa
seat-promise-done = Sua promessa de resposta escrita foi registrada.
seat-promise-undone = A promessa foi retirada.

## Said to screen readers and in the page’s title

seat-say-waiting = { $rank } na lista
seat-say-next = Você fala a seguir
seat-say-called = Você tem a palavra
seat-say-point = A Presidência lhe concede a palavra para sua questão de ordem
seat-say-speaking = Seu relógio está correndo
seat-say-held = Seu relógio está em pausa
seat-say-away = Você consta como ausente
seat-say-idle = Você não está em nenhuma lista
seat-say-closed = O Diálogo está encerrado

## Joint actions

seat-do-propose = Propor uma ação conjunta…
seat-do-actions = Ações conjuntas que citam vocês · { $count }
seat-do-actions-waiting = { $count ->
    [one] Uma ação conjunta cita vocês: respondam
   *[other] { $count } ações conjuntas citam vocês: respondam
}
seat-actions-means = Cada parte citada diz se reconhece a ação. Seu colega também pode responder; vale a última palavra, e ela pode ser mudada.
seat-actions-none = Nenhuma ação conjunta cita mais vocês.
seat-action-acknowledge = Reconhecer
seat-action-decline = Não subscrever…
seat-action-decline-do = Não subscrever
seat-action-back = Voltar
seat-action-leave-open = Deixar sem resposta
seat-action-words = Com suas próprias palavras (pode ficar vazio); todos as veem
seat-propose-title = Propor uma ação conjunta
seat-propose-means = Quem você citar será consultado no telefone. Todos veem sua proposta de imediato.
seat-propose-what = O que será feito
seat-propose-who = A cargo de quem? Pede-se que a reconheçam.
seat-propose-others = Outros, sem assento aqui
seat-propose-by-when = Prazo
seat-propose-mandate = De qual mandato (citado como provisório)
seat-propose-issue = De qual assunto surge?
seat-propose-no-issue = De nenhum
seat-propose-do = Propor
seat-propose-missing = Diga o que será feito e a cargo de quem.
seat-propose-done = Sua proposta está registrada.
