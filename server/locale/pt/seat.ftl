# O telefone de quem intervém: representantes dos grupos, delegações dos Estados.

seat-connecting = Conectando…
seat-connecting-means = Seu lugar na lista está guardado no servidor, aconteça o que acontecer com este telefone.
seat-refused = Este link não é mais válido
seat-refused-means = Foi substituído por outro mais recente, ou não é o link de um lugar. Peça o seu à Secretaria.
seat-devices = Já aberto em outros dispositivos
seat-devices-means = Um lugar pode estar aberto em apenas alguns ao mesmo tempo. Feche um dos outros; este entrará sozinho.
seat-reload = Há uma nova versão
seat-do-reload = Recarregar a página

## What a statement is about

seat-about-answers = Resposta à pergunta: { $parties }
seat-about-replies = Resposta a { $issues }
seat-about-follows-up = Comentário à resposta: { $parties }
seat-about-asks = Pergunta: { $groups }

## Wait

seat-place-list = na lista
seat-place-list-exchange = na lista de respostas e perguntas
seat-place-slot = vez de seu grupo
seat-when = Por volta de { $from }
seat-when-span = Por volta de { $from }–{ $to }
seat-when-suspended = A sessão está suspensa. Seu lugar está guardado.
seat-when-not-begun = As respostas e perguntas vêm depois das intervenções dos grupos.
seat-after = Depois de: { $names }

## You are next

seat-next = Você fala a seguir
seat-next-chair = A Presidência está para lhe dar a palavra.
seat-next-called = Vai começar: { $name }.
seat-next-held = Em pausa: { $name }.
seat-next-left = Com a palavra: { $name }. Restam { $time }.
seat-next-over = Está concluindo: { $name }.
seat-next-length = Você terá { $time }.
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
seat-idle-list-closed = A lista de oradores está encerrada. A Presidência ainda pode admitir seu pedido: fale com a Secretaria.
seat-idle-chair = A Presidência tem a palavra sempre que mais ninguém a tem.
seat-idle-closing = O Diálogo está sendo encerrado; não se aceitam mais pedidos.
seat-idle-not-now = Neste momento não é possível pedir a palavra.
seat-idle-dues = { $count ->
    [one] Uma pergunta espera a resposta de seu grupo.
   *[other] { $count } perguntas esperam a resposta de seu grupo.
}
seat-idle-follow-up = Há respostas às questões de seu grupo. Você pode comentá-las, se for preciso.
seat-idle-group-before = Seu grupo fala na rodada de intervenções. Você pode apresentar as questões do grupo com antecedência.
seat-idle-group-interventions = { $turn ->
    [colleague] Nesta rodada fala por seu grupo: { $name }.
   *[over] A vez de seu grupo nesta rodada terminou. Depois você poderá responder a perguntas e comentar respostas.
}
seat-idle-group-exchange = Por enquanto não há nada a responder. Quando um Estado perguntar a seu grupo ou responder a suas questões, você poderá intervir daqui.
seat-away = Você consta como ausente
seat-away-means = Sua vez foi chamada e ninguém respondeu. Seus pedidos conservam o lugar.
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
seat-do-issue = Apresentar questão
seat-do-ready = Posso começar
seat-do-not-now = Agora não; guardem minha vez
seat-do-finished = Terminei
seat-do-return = Estou de volta
seat-pending = Pendente…
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
seat-text-left = { $count ->
    [one] Resta 1 caractere
   *[other] Restam { $count } caracteres
}

seat-change-title = Alterar meu pedido
seat-change-keeps = Seu lugar na lista é mantido.
seat-change-do = Guardar a alteração

seat-withdraw-title = Retirar o pedido?
seat-withdraw-means = Você renuncia a seu lugar, o { $rank } da lista. Se voltar a pedir a palavra, irá para o fim.
seat-withdraw-keep = Manter meu lugar

seat-written-means = Seu grupo não responderá mais oralmente; a promessa fica registrada.
seat-written-to = A
seat-written-do = Prometer
seat-written-done = Sua promessa de resposta escrita foi registrada.
seat-written-none = Não há mais resposta pendente.

seat-follow-up-means = Seu grupo pode comentar uma vez, brevemente, cada resposta a suas questões, se a Presidência conceder.
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

seat-issue-means = A questão é levantada, e vista por todos, quando você começa sua intervenção.
seat-issue-theme = Tema
seat-issue-title = Título breve (opcional)
seat-issue-language = Idioma do título
seat-issue-to = Dirigida a
seat-issue-all = Todos os Estados
seat-issue-some = { $count ->
    [0] Alguns Estados…
    [one] 1 Estado
   *[other] { $count } Estados
}
seat-issue-states = Estados
seat-issue-choose-theme = Escolha um tema para apresentar a questão.
seat-issue-do = Apresentar a questão
seat-issue-done = A questão foi apresentada.

## Said to screen readers and in the page’s title

seat-say-waiting = { $rank } na lista
seat-say-next = Você fala a seguir
seat-say-called = Você tem a palavra
seat-say-speaking = Seu relógio está correndo
seat-say-held = Seu relógio está em pausa
seat-say-away = Você consta como ausente
seat-say-idle = Você não está em nenhuma lista
seat-say-closed = O Diálogo está encerrado
