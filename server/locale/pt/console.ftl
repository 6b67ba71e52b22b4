# The chair's console.

desk-page = Mesa da Presidência
desk-title = Diálogo
desk-connecting = Conectando…
desk-no-entry = Não é possível abrir esta mesa
desk-wrong-link = Este link não é o de uma mesa da Presidência. Peça o seu à Secretaria.

## Top

desk-steps = { $step }: ir a outra parte da sessão
desk-go-to = Passar a: { $step }
desk-undo = Desfazer: { $act }
desk-now = Agora
desk-end-pace = Fim no ritmo
desk-end-limits = Fim no limite
desk-planned-start = Início previsto
desk-planned-end = Previsto
desk-closed-at = Terminou
desk-presides = Preside
desk-presides-from = Da mesa de: { $console }
desk-saved = Tudo salvo
desk-saving = Salvando…
desk-unsent = { $count ->
    [one] { $count } ato não enviado
   *[other] { $count } atos não enviados
}
desk-not-saved = Não salvo

console-chair = Presidência
console-deputy = Vice-Presidência

## Who presides

desk-only-watching = Esta mesa observa. Preside: { $console }.
desk-take = Assumir a Presidência
desk-take-now = Assumir já
desk-take-wait = A outra mesa ainda pode se opor por { $seconds } s.
desk-asks-to-preside = { $console } pede para presidir; assumirá em { $seconds } s se não houver resposta.
desk-consent = Consentir
desk-refuse = Recusar

## The floor

desk-floor = Uso da palavra
desk-called = Foi-lhe dada a palavra
desk-held = Em pausa: { $reason }
desk-since = desde as { $time }
desk-resumes-at = Retomada às { $time }
desk-not-open = A sessão não começou
desk-closed = A sessão terminou
desk-next-is = A seguir: { $name }
desk-remarks = Palavras da Presidência, com relógio
desk-of-length = de { $length }
desk-ends-at = termina às { $time }
desk-over-its-time = tempo esgotado
desk-called-for = esperando { $time }
desk-held-for = pausa de { $time }
desk-signal-ready = Pode começar
desk-signal-finished = Diz que terminou
desk-signal-not_now = Pede para esperar

desk-acts = Atos sobre esta intervenção
desk-hold = Pausa
desk-hold-why = Pausa: escolher o motivo
desk-resume = Retomar
desk-less-time = Tirar 30 segundos
desk-more-time = Dar mais 30 segundos
desk-began-earlier = Iniciou antes…
desk-earlier-by = { $seconds } s antes
desk-void = Anular
desk-void-hint = Foi um erro: não conta, e volta ao seu lugar na lista
desk-links = Vínculos…
desk-not-here = Não está
desk-not-here-ask = Não está?
desk-withdraw-call = Retirar chamada
desk-seat-menu = Assento…
desk-seat-acts = { $name }: quem ocupa o assento
desk-is-away = Saiu da sala
desk-substitute = Um suplente ocupa o assento
desk-substitute-ends = O titular volta ao assento
desk-substitute-short = supl.
desk-cede = Ceder a { $name }
desk-cede-hint = O resto do tempo passa ao outro representante do grupo

## Points of order

desk-point = Questão
desk-point-title = Questão de ordem
desk-point-do = Anotar
desk-point-text = De que se trata (opcional)
desk-point-waits = Levanta questão de ordem:
desk-point-deciding = Decide-se a questão de ordem de
desk-point-recognise = Conceder a palavra
desk-point-withdraw = Retirada
desk-point-withdraw-of = { $name }: retirada
desk-points-others = Mais { $count }
desk-rule-title = Decisão: { $name }
desk-rule-how = O que decide a Presidência
desk-rule-do = Decidir
ruling-upheld = Acolhida
ruling-dismissed = Não acolhida
ruling-noted = Registrada
ruling-appealed = Registra-se um recurso
desk-rulings = Decisões tomadas
desk-ruling-correct = Corrigir…

## The context button

do-open = Abrir a sessão
do-start_round = Iniciar a rodada { $round }
do-call = Chamar { $name }
do-call_answer = Chamar para responder: { $name }
do-start = Iniciar { $name }
do-end = Terminar { $name }
do-end_and_call = Terminar e chamar { $then }
do-resume = Retomar { $name }
do-resume_session = Retomar a sessão
do-start_exchange = Passar a respostas e perguntas
do-finish_exchange = Terminar respostas e perguntas…
do-close = Encerrar…
do-recognise = Conceder a palavra: { $name }
do-rule = Decidir: { $name }…
do-reopen = Reabrir a sessão
do-interpreted = Interpretação terminada: { $name }

desk-key-enter = Enter
desk-not-sent = Não enviado: reconectando
desk-watching = Só observa: outra mesa preside
desk-nothing-to-do = Nada pendente

desk-leaving = Passar a: { $step }
desk-drops-slots = { $count ->
    [one] Fica { $count } vez de grupo sem uso
   *[other] Ficam { $count } vezes de grupo sem uso
}
desk-drops-requests = { $count ->
    [one] Fica { $count } delegação sem ser ouvida
   *[other] Ficam { $count } delegações sem ser ouvidas
}
desk-drops-written = { $count ->
    [one] { $count } intervenção passa a resposta escrita
   *[other] { $count } intervenções passam a resposta escrita
}
desk-drops-rights = { $count ->
    [one] Fica { $count } direito de resposta sem ser ouvido
   *[other] Ficam { $count } direitos de resposta sem ser ouvidos
}
desk-drops-points = { $count ->
    [one] Fica { $count } questão de ordem sem ser ouvida
   *[other] Ficam { $count } questões de ordem sem ser ouvidas
}
desk-drops-dues = { $count ->
    [one] Fica { $count } resposta pendente
   *[other] Ficam { $count } respostas pendentes
}
desk-drops-issues = { $count ->
    [one] Fica { $count } assunto sem resposta
   *[other] Ficam { $count } assuntos sem resposta
}
desk-drops-nothing = Nada fica pendente.
desk-closing-is-final = O encerramento não se desfaz, mas durante { $minutes } min pode-se reabrir.
desk-sheet = Fica em aberto
desk-sheet-slots = Vezes de grupo sem uso
desk-sheet-requests = Delegações não ouvidas
desk-sheet-written = Passam a resposta por escrito
desk-sheet-rights = Direitos de resposta não ouvidos
desk-sheet-points = Questões de ordem não ouvidas
desk-sheet-dues = Respostas devidas
desk-sheet-issues = Assuntos sem resposta
desk-instead = Em vez disso: { $step }
desk-stay = Ficar aqui
desk-confirm-scheduled = Confirmar
desk-confirm-opening = Confirmar: abrir a sessão
desk-confirm-interventions = Confirmar: iniciar a rodada { $round }
desk-confirm-exchange = Confirmar: respostas e perguntas
desk-confirm-closing = Confirmar: passar ao encerramento
desk-confirm-closed = Confirmar: encerrar a sessão

## What undo takes back

act-step_moved = passagem a { $about }
act-extended = prorrogação
act-suspended = suspensão
act-session_resumed = retomada da sessão
act-lineup_ordered = ordem dos grupos
act-slot_arranged = divisão da vez, { $about }
act-slot_deferred = adiamento, { $about }
act-slot_lapsed = vez perdida, { $about }
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
act-called = chamada, { $about }
act-call_withdrawn = chamada retirada, { $about }
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
act-linked = vínculos, { $about }
act-answers_set = momento das respostas
act-written_promised = resposta por escrito
act-message_set = mensagem às telas
act-scene_set = cena, { $about }

## The list

desk-list = Lista de oradores · { $count }
desk-list-keys = Lista de oradores. Setas: de linha em linha. Enter: o que fazer com a linha.
desk-list-open = Lista aberta
desk-list-closed = Lista encerrada
desk-list-close = Encerrar a lista de oradores
desk-list-reopen = Reabrir a lista de oradores
desk-list-acts = Lista de oradores: abrir ou encerrar
desk-list-call = Última chamada
desk-list-call-off = Deixá-la aberta
desk-list-last-call = Última chamada { $time }
desk-list-empty = Ninguém pediu a palavra.
desk-list-over = A sessão terminou.
desk-order-arrival = Ordem: chegada
desk-order-balanced = Ordem: equilíbrio
desk-order-to-arrival = Passar à ordem de chegada
desk-order-to-balanced = Passar à ordem equilibrada: primeiro quem menos falou
desk-add = Inscrever…
desk-drag = Arrastar { $name } para outro lugar
desk-row-acts = { $rank }. { $name }: o que fazer
desk-caption-move = mudar de lugar
desk-caption-heard = usado
desk-caption-start = começa
desk-not-heard = –
desk-heard-hint = { $turns ->
    [0] Ainda não falou
    [one] Tempo usado em { $turns } intervenção
   *[other] Tempo usado em { $turns } intervenções
}
desk-eta-hint = Começaria às { $pace } no ritmo atual, às { $limits } no limite
desk-away = ausente
desk-row-behalf = +{ $count }
desk-line-limits = { $count ->
    [one] { $time } no limite · { $count } ficaria de fora
   *[other] { $time } no limite · { $count } ficariam de fora
}
desk-line-pace = { $time } no ritmo atual
desk-call-now = Chamar { $name } agora
desk-floor-taken = Alguém tem a palavra
desk-later = A vez vem em outra parte da sessão
desk-change-links = Alterar vínculos…
desk-withdraw = Retirar da lista
desk-is-back = Voltou à sala

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
short-answer = Resp. devida
short-follow_up = Comentário
short-right_of_reply = Dir. resposta

## Right

desk-lineup = Vezes dos grupos
desk-slot-acts = Vez de { $name }: o que fazer
desk-slot-time = Tempo usado da vez
desk-arrange = Quem fala e em que ordem
desk-arrange-title = Vez de { $name }
desk-not-ready = Ainda sem condições de falar: passa ao fim
desk-not-ready-again = Sem condições de falar: perde a vez
desk-restore = Devolver a vez
slot-waiting = em espera
slot-speaking = tem a palavra
slot-part_heard = em curso
slot-heard = ouvido
slot-lapsed = vez perdida
slot-deferred = passou ao fim

desk-dues = Respostas devidas · { $count }
desk-due-of = { $group } a { $asker }
desk-question-of = Pergunta de { $asker }
desk-no-dues = Não há respostas pendentes.
desk-answers-mode = Quando se tomam as respostas
answers-at_once = Na hora
answers-batch = Em blocos
answers-at_end = No fim
due-due = pendente
due-ripe = agora
desk-written = Responderá por escrito
desk-written-count = { $count ->
    [one] { $count } por escrito
   *[other] { $count } por escrito
}

desk-issues = Assuntos levantados · { $count }
desk-issues-open = { $count ->
    [one] { $count } sem resposta
   *[other] { $count } sem resposta
}
desk-issue-open = sem resposta
desk-issue-replies = { $count ->
    [one] { $count } resposta
   *[other] { $count } respostas
}
desk-issue-detached = anulado
fact-written = promete resposta por escrito
fact-acknowledged = reconhece uma ação
fact-written-short = por escrito
fact-acknowledged-short = ação
desk-issue-acts = { $issue }: o que fazer
desk-issue-amend = Corrigir…
desk-issue-mark = Anotar o que disse um Estado…
desk-issue-merge = Fundir com outro…
desk-issue-split = Dividir em dois…
desk-issue-part = Separar { $issue }
desk-issue-withdraw = Retirar o assunto
desk-no-issues = Ainda não foi levantado nenhum.
desk-raise = Anotar…

desk-forecast = Previsão
desk-forecast-later = Calcula-se a partir da abertura.
desk-over-planned-end = No limite, { $minutes } min depois das { $time }.
desk-within-planned-end = No limite, { $minutes } min antes das { $time }.
desk-forecast-basis = { $samples ->
    [0] Ritmo suposto: { $percent } % do tempo
    [one] Ritmo: { $percent } % do tempo, de { $samples } intervenção
   *[other] Ritmo: { $percent } % do tempo, de { $samples } intervenções
}
desk-round-yes = Cabe outra rodada.
desk-round-yes-why = Sobram { $minutes } min.
desk-round-tight = Outra rodada cabe no aperto.
desk-round-tight-why = Só no ritmo atual; no limite faltam { $minutes } min.
desk-round-no = Outra rodada não cabe.
desk-round-no-why = Faltam { $minutes } min.
desk-round-states = Outra rodada com quantos Estados
desk-round-states-short = Estados.
desk-extend = Prorrogar { $minutes } min
desk-hard-stop = A interpretação termina às { $time }.
desk-statements-of = declarações de { $length }
desk-try-shorten = Ensaiar «{ $length }»
desk-try-written = Ensaiar «por escrito»
desk-preview-shorten = Ensaio: declarações de { $length }
desk-preview-written = Ensaio: respostas por escrito
desk-preview-length = De { $from } para { $to }, para quem ainda não foi chamado.
desk-preview-gain = { $minutes } min a menos
desk-preview-whom = A quem se pede por escrito
desk-preview-behind = { $count ->
    [0] A quem já não cabe: cabem todos
    [one] A quem já não cabe: { $count }
   *[other] A quem já não cabe: { $count }
}
desk-preview-all = { $count ->
    [one] Ao { $count } que espera
   *[other] Aos { $count } que esperam
}
desk-preview-touched = { $count ->
    [0] Não afeta ninguém
    [one] Afeta { $count }
   *[other] Afeta { $count }
}
desk-preview-close-list = E encerrar a lista
desk-preview-do = Aplicar

## Bottom

desk-scene-of = { $screen }: escolher a cena
desk-observers = { $count ->
    [one] { $count } observador
   *[other] { $count } observadores
}
desk-seats-online = { $online } de { $seats } assentos conectados
desk-clock-moved = O relógio do servidor saltou { $seconds } s
desk-message = Mensagem…
desk-suspend = Suspender…

## Dialogs

desk-cancel = Cancelar
desk-save = Salvar
desk-seat = Quem
desk-seat-hint = Nome ou código, p. ex. MX
desk-lane = Tipo
desk-language = Idioma em que falará
desk-text = Texto breve
desk-add-title = Inscrever em nome de um assento
desk-add-do = Inscrever
desk-links-title = Vínculos de { $name }
desk-replies-to = Responde a
desk-asks = Pergunta a
desk-answers-to = Responde à pergunta
desk-follows-up = Comenta a resposta de
desk-follow-up-reply = { $party }, sobre { $issues }
desk-follow-up-none = Não há resposta que possa comentar.
desk-raise-title = Anotar um assunto
desk-raise-do = Anotar
desk-amend = Corrigir { $issue }
desk-theme = Tema
desk-issue-title = Título breve (pode vir depois)
desk-addressees = Dirige-se a
desk-all-states = Todos os Estados
desk-add-addressee = Acrescentar outro Estado
desk-take-off = Retirar { $name }
desk-issue-merge-title = Fundir { $issue }
desk-issue-merge-into = Trata-se como parte de
desk-issue-merge-do = Fundir
desk-issue-split-title = Dividir { $issue }
desk-issue-split-name = Título do segundo assunto
desk-issue-split-do = Dividir
desk-issue-mark-title = { $issue }: o que disse um Estado
desk-issue-mark-who = Qual Estado
desk-issue-mark-what = O que disse
desk-issue-unmark = Retirar
desk-on-behalf = Também em nome de
desk-on-behalf-none = Só de si mesmo
desk-guest = Convidado…
desk-guest-title = Dar a palavra a um convidado
desk-guest-do = Inscrever primeiro
desk-guest-name = Nome
desk-guest-function = Cargo
desk-guest-time = Tempo
desk-guest-hint = Fica no topo da lista; ninguém perde o lugar.
desk-keys = Teclas…
desk-keys-title = Teclas desta mesa
desk-keys-hint = Guardam-se neste aparelho. Nenhuma letra sozinha age.
desk-keys-change = { $act }: mudar a tecla
desk-keys-switch-off = { $act }: sem tecla
desk-keys-press = Pressione uma tecla…
desk-keys-off = sem tecla
desk-keys-clash = A mesma que: { $act }. Nenhuma age.
desk-keys-unfit = Com Ctrl ou Alt, ou uma tecla de função.
desk-keys-reset = Teclas habituais
key-hold = Pausar e retomar
key-end_and_call = Terminar e chamar
key-point = Questão de ordem
key-add = Inscrever
key-guest = Convidado
key-undo = Desfazer
key-more_time = Mais tempo
key-less_time = Menos tempo
key-row_up = Subir uma linha
key-row_down = Descer uma linha
key-next_panel = Painel seguinte
key-panel_before = Painel anterior
key-home = Voltar ao botão principal
desk-message-title = Mensagem às telas
desk-message-text = Texto, uma ou duas linhas
desk-message-show = Mostrar
desk-message-clear = Retirar a mensagem atual
desk-suspend-title = Suspender a sessão
desk-suspend-do = Suspender
desk-suspend-why = Motivo
desk-suspend-until = Retomada
desk-suspend-at = { $time } (+{ $minutes } min)
desk-suspend-open = A anunciar
