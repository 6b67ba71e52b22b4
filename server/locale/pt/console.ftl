# The chair's console.

console-page = Mesa da Presidência
console-title = Diálogo
console-connecting = Conectando…
console-no-entry = Não é possível abrir esta mesa
console-wrong-access-link = Este link não é o de uma mesa da Presidência. Peça o seu à Secretaria.

## Top

console-steps = { $step }: ir a outra parte da sessão
console-go-to = Passar a: { $step }
console-undo = Desfazer: { $act }
console-now = Agora
console-end-pace = Fim neste ritmo
console-end-limits = Fim máximo
console-planned-start = Início previsto
console-planned-end = Fim previsto
console-closed-at = Terminou
console-presides = Preside
console-presides-from = Da mesa de: { $console }
console-presiding = Este console preside.
console-saved = Tudo salvo
console-saving = Salvando…
console-unsent = { $count ->
    [one] { $count } ato não enviado
   *[other] { $count } atos não enviados
}
console-not-saved = Não salvo
console-unknown = Não se sabe se está tudo gravado
console-screen-unknown = sem notícias

console-chair = Presidência
console-deputy = Vice-Presidência

## Who presides

console-only-watching = Esta mesa observa. Preside: { $console }.
console-silent = O console de { $console } não responde. Assuma a presidência se não voltar.
console-take = Assumir a Presidência
console-take-now = Assumir já
console-take-wait = A outra mesa ainda pode se opor por { $seconds } s.
console-asks-to-preside = A { $console } pede para presidir; assumirá em { $seconds } s se não houver resposta.
console-take-refused = { $console } mantém a presidência: o seu pedido foi recusado.
console-consent = Consentir
console-refuse = Recusar

## The floor

console-floor = Uso da palavra
console-called = Foi-lhe dada a palavra
console-held = Em pausa: { $reason }
console-since = desde as { $time }
console-resumes-at = Retomada às { $time }
console-resumption-late = { $minutes } min de atraso em relação ao anunciado. Retome ou anuncie outra hora.
console-not-open = A sessão não começou
console-closed = A sessão terminou
console-next-is = A seguir: { $name }
console-remarks = Cronometrar a Presidência
console-of-length = de { $length }
console-ends-at = termina às { $time }
console-over-its-time = tempo esgotado
console-called-for = esperando { $time }
console-held-for = pausa de { $time }
console-signal-ready = Pode começar
console-signal-finished = Diz que terminou
console-signal-not_now = Pede para esperar

console-acts = Atos sobre esta intervenção
console-hold = Pausa
console-hold-why = Pausa: escolher o motivo
console-resume = Retomar
console-less-time = Tirar 30 segundos
console-more-time = Dar mais 30 segundos
console-began-earlier = Iniciou antes…
console-earlier-by = { $seconds } s antes
console-void = Anular
console-void-hint = Foi um erro: não conta, e volta ao seu lugar na lista
console-links = Vínculos…
console-not-here = Não está
console-not-here-ask = Não está?
console-withdraw-call = Retirar a palavra
console-seat-menu = Assento…
console-seat-acts = { $name }: quem ocupa o assento
console-is-away = Saiu da sala
console-substitute = Suplência no assento
console-substitute-ends = Fim da suplência
console-substitute-short = supl.
console-cede = Ceder a { $name }
console-cede-hint = O resto do tempo passa ao outro representante do grupo

## Points of order

console-point = Questão de ordem
console-point-title = Questão de ordem
console-point-none = Nenhuma questão de ordem à espera.
console-point-do = Anotar
console-point-text = De que se trata (opcional)
console-point-waits = Levanta questão de ordem:
console-point-deciding = Decide-se a questão de ordem de
console-point-recognise = Dar a palavra
console-point-withdraw = Retirada
console-point-rule = Decidir…
console-point-withdraw-of = { $name }: retirada
console-points-others = Mais { $count }
console-rule-title = Decisão: { $name }
console-rule-how = O que decide a Presidência
console-rule-do = Decidir
ruling-upheld = Acolhida
ruling-dismissed = Não acolhida
ruling-noted = Registrada
ruling-appealed = Registra-se um recurso
console-rulings = Decisões tomadas
console-ruling-correct = Corrigir…

## The context button

do-open = Abrir a sessão
do-start_round = Iniciar a rodada { $round }
do-call = Dar a palavra: { $name }
do-call_answer = Dar a palavra para responder: { $name }
do-start = Iniciar a intervenção: { $name }
do-end = Terminar a intervenção: { $name }
do-end_and_call = Terminar e dar a palavra: { $then }
do-resume = Retomar a intervenção: { $name }
do-resume_session = Retomar a sessão
do-start_exchange = Passar a respostas e perguntas
do-finish_exchange = Terminar respostas e perguntas…
do-close = Encerrar…
do-recognise = Questão de ordem, dar a palavra: { $name }
do-rule = Decidir: { $name }…
do-reopen = Reabrir a sessão
console-reopen = Reabrir…
console-reopen-why = A sessão foi encerrada às { $time }. As telas e os observadores saberão que continua.
do-interpreted = Interpretação terminada: { $name }

console-key-enter = Enter
console-not-sent = Não enviado: reconectando
console-watching = Só observa: outra mesa preside
console-nothing-to-do = Nada pendente
console-just-changed = acabou de mudar
console-press-changed = Nada foi feito: isto acabava de mudar. Prima outra vez.
console-press-returned = Nada foi feito: o teclado acabava de voltar aqui. Prima outra vez.
console-press-again = Feito uma só vez: a segunda vez veio cedo demais.
console-ruling-first = Primeiro a decisão sobre a questão de ordem

console-leaving = Passar a: { $step }
console-drops-slots = { $count ->
    [one] Fica { $count } vez de grupo sem uso
   *[other] Ficam { $count } vezes de grupo sem uso
}
console-drops-requests = { $count ->
    [one] Fica { $count } delegação sem ser ouvida
   *[other] Ficam { $count } delegações sem ser ouvidas
}
console-drops-written = { $count ->
    [one] { $count } intervenção passa a resposta escrita
   *[other] { $count } intervenções passam a resposta escrita
}
console-drops-rights = { $count ->
    [one] Fica { $count } direito de resposta sem ser ouvido
   *[other] Ficam { $count } direitos de resposta sem ser ouvidos
}
console-drops-points = { $count ->
    [one] Fica { $count } questão de ordem sem ser ouvida
   *[other] Ficam { $count } questões de ordem sem ser ouvidas
}
console-drops-dues = { $count ->
    [one] Fica { $count } resposta pendente
   *[other] Ficam { $count } respostas pendentes
}
console-drops-issues = { $count ->
    [one] Fica { $count } assunto sem resposta
   *[other] Ficam { $count } assuntos sem resposta
}
console-drops-nothing = Nada fica pendente.
console-closing-is-final = O encerramento não se desfaz, mas durante { $minutes } min pode-se reabrir.
console-sheet = Fica em aberto
console-sheet-slots = Vezes de grupo sem uso
console-sheet-requests = Delegações não ouvidas
console-sheet-written = Passam a resposta por escrito
console-sheet-rights = Direitos de resposta não ouvidos
console-sheet-points = Questões de ordem não ouvidas
console-sheet-dues = Respostas pendentes
console-sheet-issues = Assuntos sem resposta
console-instead = Em vez disso: { $step }
console-stay = Ficar aqui
console-confirm-scheduled = Confirmar
console-confirm-opening = Confirmar: abrir a sessão
console-confirm-interventions = Confirmar: iniciar a rodada { $round }
console-confirm-exchange = Confirmar: respostas e perguntas
console-confirm-closing = Confirmar: passar ao encerramento
console-confirm-closed = Confirmar: encerrar a sessão

## What undo takes back

act-step_moved = passagem a { $about }
act-extended = prorrogação
act-suspended = suspensão
act-resumption_announced = outra hora para retomar
act-session_resumed = retomada da sessão
act-lineup_ordered = ordem dos grupos
act-slot_arranged = divisão da vez, { $about }
act-slot_deferred = adiamento, { $about }
act-slot_lapsed = vez perdida, { $about }
act-slot_missed = ausência, { $about }
act-slot_restored = vez devolvida, { $about }
act-request_added = inscrição, { $about }
act-request_changed = pedido alterado, { $about }
act-request_withdrawn = retirada, { $about }
act-request_moved = mudança de lugar, { $about }
act-last_call_made = última chamada
act-statements_shortened = declarações mais curtas
act-written_asked = respostas por escrito
act-left_hall = saída, { $about }
act-substitute_set = suplência, { $about }
act-guest_added = convite, { $about }
act-point_raised = questão de ordem, { $about }
act-point_withdrawn = questão de ordem retirada, { $about }
act-point_recognised = palavra para questão de ordem, { $about }
act-order_set = ordem da lista
act-list_closed = encerramento da lista
act-list_opened = reabertura da lista
act-called = palavra dada, { $about }
act-call_withdrawn = palavra retirada, { $about }
act-not_here = ausência, { $about }
act-returned = volta, { $about }
act-started = início, { $about }
act-ended = fim, { $about }
act-interpretation_finished = fim da interpretação, { $about }
act-held = pausa, { $about }
act-resumed = retomada, { $about }
act-time_adjusted = tempo, { $about }
act-start_moved = início antecipado, { $about }
act-voided = anulação, { $about }
act-issue_raised = assunto, { $about }
act-issue_amended = assunto corrigido, { $about }
act-issue_retracted = assunto retirado, { $about }
act-issue_merged = assunto fundido, { $about }
act-issue_marked = nota em assunto, { $about }
act-action_proposed = ação conjunta de { $about }
act-action_amended = mudança de ação conjunta de { $about }
act-action_retracted = retirada de ação conjunta de { $about }
act-action_restored = ação conjunta de { $about } restabelecida
act-action_merged = ações conjuntas juntadas, { $about }
act-action_answered = resposta de { $about } a uma ação conjunta
act-action_told = ação sobre um assunto de { $about }
act-linked = vínculos, { $about }
act-answers_set = momento das respostas
act-written_promised = resposta por escrito
act-message_set = mensagem às telas
act-scene_set = cena, { $about }

## The list

console-list = Lista de oradores · { $count }
console-list-keys = Lista de oradores. Setas: de linha em linha. Enter: o que fazer com a linha.
console-list-open = Lista aberta
console-list-closed = Lista encerrada
console-list-close = Encerrar a lista de oradores
console-list-reopen = Reabrir a lista de oradores
console-list-acts = Lista de oradores: abrir ou encerrar
console-list-call = Última chamada
console-list-call-off = Deixá-la aberta
console-list-last-call = Última chamada { $time }
console-list-empty = Ninguém pediu a palavra.
console-list-held = Parada sob a sua mão: algo mudou
console-list-over = A sessão terminou.
console-order-arrival = Ordem: chegada
console-order-balanced = Ordem: equilíbrio
console-order-to-arrival = Passar à ordem de chegada
console-order-to-balanced = Passar à ordem equilibrada: primeiro quem menos falou
console-add = Inscrever…
console-drag = Arrastar { $name } para outro lugar
console-row-acts = { $rank }. { $name }: o que fazer
console-caption-move = mudar de lugar
console-caption-heard = usado
console-caption-start = começa
console-not-heard = –
console-heard-hint = { $turns ->
    [0] Ainda não falou
    [one] Tempo usado em { $turns } intervenção
   *[other] Tempo usado em { $turns } intervenções
}
console-eta-hint = Começaria às { $pace } no ritmo atual, às { $limits } no limite
console-away = ausente
console-row-behalf = +{ $count }
console-line-limits = { $count ->
    [one] { $time } no limite · { $count } ficaria de fora
   *[other] { $time } no limite · { $count } ficariam de fora
}
console-line-pace = { $time } no ritmo atual
console-call-now = Dar a palavra agora: { $name }
console-floor-taken = Alguém tem a palavra
console-later = A vez vem em outra parte da sessão
console-change-links = Alterar vínculos…
console-withdraw = Retirar da lista
console-is-back = Voltou à sala

reason-lineup = Pela ordem dos grupos
reason-arrival = Por ordem de chegada
reason-first_time = Ainda não falou na sessão
reason-fewer_turns = Falou menos vezes
reason-second_turn = Já falou nesta rodada: depois de quem não falou
reason-moved = Lugar fixado pela Presidência
reason-answer = Responde a uma pergunta
reason-right_of_reply = Direito de resposta: depois da lista

# In the list, where room is scarce.
short-remarks = Presidência
short-intervention = Intervenção
short-statement = Declaração
short-reply = Resposta
short-question = Pergunta
short-reply_and_question = Resp. e perg.
short-answer = Resp. pendente
short-follow_up = Comentário
short-right_of_reply = Dir. resposta

## Right

console-lineup = Turnos dos grupos
console-slot-acts = Vez de { $name }: o que fazer
console-slot-time = Tempo usado da vez
console-arrange = Quem fala e em que ordem
console-arrange-title = Vez de { $name }
console-not-ready = Ainda sem condições de falar: passa ao fim
console-not-ready-again = Sem condições de falar: perde a vez
console-restore = Devolver a vez
slot-waiting = em espera
slot-speaking = tem a palavra
slot-part_heard = em curso
slot-heard = concluído
slot-lapsed = vez perdida
slot-deferred = passou ao fim

console-dues = A responder · { $count }
console-due-of = { $group } › { $asker }
console-question-of = Pergunta de { $asker }
console-no-dues = Não há respostas pendentes.
console-answers-mode = Quando se tomam as respostas
answers-at_once = Na hora
answers-batch = Em blocos
answers-at_end = No fim
due-due = pendente
due-ripe = agora
console-written = Responderá por escrito
console-written-count = { $count ->
    [one] { $count } por escrito
   *[other] { $count } por escrito
}

console-issues = Assuntos levantados · { $count }
console-issues-open = { $count ->
    [one] { $count } sem resposta
   *[other] { $count } sem resposta
}
console-issue-open = sem resposta
console-issue-replies = { $count ->
    [one] { $count } resposta
   *[other] { $count } respostas
}
console-issue-detached = anulado
fact-written = promete resposta por escrito
fact-written-short = por escrito
fact-acknowledged-short = ação
console-issue-acts = { $issue }: o que fazer
console-issue-amend = Corrigir…
console-issue-mark = Anotar o que disse um Estado…
console-issue-merge = Fundir com outro…
console-issue-split = Dividir em dois…
console-issue-part = Separar { $issue }
console-issue-withdraw = Retirar o assunto
console-no-issues = Ainda não foi levantado nenhum.
console-raise = Anotar…

console-forecast = Previsão
console-forecast-later = Calcula-se a partir da abertura.
console-over-planned-end = No limite, { $minutes } min depois das { $time }.
console-within-planned-end = No limite, { $minutes } min antes das { $time }.
console-forecast-basis = { $samples ->
    [0] Ritmo suposto: { $percent } % do tempo
    [one] Ritmo: { $percent } % do tempo, de { $samples } intervenção
   *[other] Ritmo: { $percent } % do tempo, de { $samples } intervenções
}
console-round-yes = Cabe outra rodada.
console-round-yes-why = Sobram { $minutes } min.
console-round-tight = Outra rodada cabe com pouca folga.
console-round-tight-why = Só no ritmo atual; no limite faltam { $minutes } min.
console-round-no = Outra rodada não cabe.
console-round-no-why = Faltam { $minutes } min.
console-round-states = Outra rodada com quantos Estados
console-round-states-short = Estados.
console-extend = Prorrogar { $minutes } min
console-hard-stop = A interpretação termina às { $time }.
console-statements-of = declarações de { $length }
console-try-shorten = Simular “{ $length }”
console-try-written = Simular “por escrito”
console-preview-shorten = Simulação: declarações de { $length }
console-preview-written = Simulação: respostas por escrito
console-preview-length = De { $from } para { $to }, para quem ainda não teve a palavra.
console-preview-gain = { $minutes } min a menos
console-preview-whom = A quem se pede por escrito
console-preview-behind = { $count ->
    [0] A quem já não cabe: cabem todos
    [one] A quem já não cabe: { $count }
   *[other] A quem já não cabe: { $count }
}
console-preview-all = { $count ->
    [one] Ao { $count } que espera
   *[other] Aos { $count } que esperam
}
console-preview-touched = { $count ->
    [0] Não afeta ninguém
    [one] Afeta { $count }
   *[other] Afeta { $count }
}
console-preview-close-list = E encerrar a lista
console-preview-do = Aplicar

## Bottom

console-scene-of = { $screen }: escolher a cena
console-observers = { $count ->
    [one] { $count } observador
   *[other] { $count } observadores
}
console-seats-online = { $seats ->
    [one] { $online } de { $seats } assento conectado
   *[other] { $online } de { $seats } assentos conectados
}
console-clock-moved = O relógio do servidor saltou { $seconds } s
console-message = Mensagem…
console-suspend = Suspender…

## Dialogs

console-cancel = Cancelar
console-save = Salvar
console-seat = Quem
console-seat-hint = Nome ou código, p. ex. MX
console-lane = Tipo
console-language = Idioma em que falará
console-text = Texto breve
console-add-title = Inscrever em nome de um assento
console-add-do = Inscrever
console-links-title = Vínculos de { $name }
console-replies-to = Responde a
console-asks = Pergunta a
console-answers-to = Responde à pergunta
console-follows-up = Comenta a resposta de
console-follow-up-reply = { $party }, sobre { $issues }
console-follow-up-none = Não há resposta que possa comentar.
console-raise-title = Anotar um assunto
console-raise-do = Anotar
console-amend = Corrigir { $issue }
console-theme = Tema
console-issue-title = Título breve (pode vir depois)
console-addressees = Dirige-se a
console-all-states = Todos os Estados
console-add-addressee = Acrescentar outro Estado
console-take-off = Retirar { $name }
console-issue-merge-title = Fundir { $issue }
console-issue-merge-into = Trata-se como parte de
console-issue-merge-do = Fundir
console-issue-split-title = Dividir { $issue }
console-issue-split-name = Título do segundo assunto
console-issue-split-do = Dividir
console-issue-mark-title = { $issue }: o que disse um Estado
console-issue-mark-who = Qual Estado
console-issue-unmark = Retirar
console-on-behalf = Também em nome de
console-on-behalf-none = Só de si mesmo
console-guest = Convite…
console-guest-title = Dar a palavra a uma pessoa convidada
console-guest-do = Inscrever primeiro
console-guest-name = Nome
console-guest-function = Cargo
console-guest-time = Tempo
console-guest-hint = Fica no topo da lista; ninguém perde o lugar.
console-keys = Teclas…
console-keys-title = Teclas desta mesa
console-keys-hint = Guardam-se neste aparelho. Nenhuma letra sozinha age.
console-keys-change = { $act }: mudar a tecla
console-keys-switch-off = { $act }: sem tecla
console-keys-press = Pressione uma tecla…
console-keys-off = sem tecla
console-keys-clash = A mesma que: { $act }. Nenhuma age.
console-keys-unfit = Com Ctrl ou Alt, ou uma tecla de função.
console-keys-reset = Teclas habituais
key-hold = Pausar e retomar
key-end_and_call = Terminar e dar a palavra
key-point = Questão de ordem
key-add = Inscrever
key-guest = Convite
key-undo = Desfazer
key-more_time = Mais tempo
key-less_time = Menos tempo
key-row_up = Subir uma linha
key-row_down = Descer uma linha
key-next_panel = Painel seguinte
key-panel_before = Painel anterior
key-home = Voltar ao botão principal
console-message-title = Mensagem às telas
console-message-text = Texto, uma ou duas linhas
console-message-show = Mostrar
console-message-clear = Retirar a mensagem atual
console-suspend-title = Suspender a sessão
console-suspend-do = Suspender
console-suspend-why = Motivo
console-suspend-until = Retomada
console-suspend-at = { $time } (+{ $minutes } min)
console-suspend-open = A anunciar
console-resumption = Outra hora…
console-resumption-title = Anunciar outra hora
console-resumption-do = Anunciar

## Joint actions

console-actions = Ações conjuntas · { $count }
console-actions-recorded = Registradas: { $count }
console-no-actions = Nenhuma ação conjunta foi proposta.
console-show-issues = Assuntos
console-show-actions = Ações
console-propose = Propor…
console-propose-title = Propor uma ação conjunta
console-propose-do = Propor
console-action-amend-title = Corrigir a ação conjunta
console-action-by = Proposta por
console-action-by-chair = A presidência
console-action-what = O que será feito
console-action-who = A cargo de quem: pede-se a cada parte que a reconheça
console-action-nobody = ninguém ainda
console-action-others = Outros citados, sem assento
console-action-by-when = Prazo
console-action-mandate = Mandato (citado como provisório)
console-action-issue = De qual assunto surge
console-action-no-issue = nenhum
console-action-voids = Se o texto mudar, as respostas dadas deixam de valer.
console-action-acts = { $what }: o que fazer
console-action-answers = Respostas das partes…
console-action-answers-title = O que dizem as partes
console-action-words = Nas palavras da parte (opcional), para o próximo toque
console-action-acknowledged-do = Reconhece
console-action-declined-do = Não subscreve
console-action-left-open-do = Em aberto
console-action-merge = Juntar a outra…
console-action-merge-title = Juntar a ação conjunta
console-action-part = Separar “{ $what }”
console-action-amend = Corrigir…
console-action-withdraw = Retirar a ação conjunta
console-action-recorded = registrada
console-action-open = { $count } de { $all }
console-action-text = texto
console-action-declined = não subscrita
