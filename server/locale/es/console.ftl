# The chair's console.

desk-page = Mesa de la Presidencia
desk-title = Diálogo
desk-connecting = Conectando…
desk-no-entry = Esta mesa no se puede abrir
desk-wrong-link = Este enlace no es el de una mesa de la Presidencia. Pida el suyo a la Secretaría.

## Top

desk-steps = { $step }: ir a otra parte de la sesión
desk-go-to = Pasar a: { $step }
desk-undo = Deshacer: { $act }
desk-now = Ahora
desk-end-pace = Fin al ritmo
desk-end-limits = Fin al límite
desk-planned-start = Inicio previsto
desk-planned-end = Previsto
desk-closed-at = Terminó
desk-presides = Preside
desk-presides-from = Desde la mesa de: { $console }
desk-saved = Todo guardado
desk-saving = Guardando…
desk-unsent = { $count ->
    [one] 1 acto sin enviar
   *[other] { $count } actos sin enviar
}
desk-not-saved = No guardado

console-chair = Presidencia
console-deputy = Vicepresidencia

## Who presides

desk-only-watching = Esta mesa observa. Preside: { $console }.
desk-take = Asumir la Presidencia
desk-take-now = Asumirla ya
desk-take-wait = La otra mesa puede oponerse todavía { $seconds } s.
desk-asks-to-preside = { $console } pide asumir la Presidencia; lo hará en { $seconds } s si no responde.
desk-consent = Consentir
desk-refuse = No consentir

## The floor

desk-floor = Uso de la palabra
desk-called = Se le ha dado la palabra
desk-held = En pausa: { $reason }
desk-since = desde las { $time }
desk-resumes-at = Se reanuda a las { $time }
desk-not-open = La sesión no ha empezado
desk-closed = La sesión ha terminado
desk-next-is = A continuación: { $name }
desk-remarks = Palabras de la Presidencia, con reloj
desk-of-length = de { $length }
desk-ends-at = termina a las { $time }
desk-over-its-time = tiempo cumplido
desk-called-for = esperando { $time }
desk-held-for = pausa de { $time }
desk-signal-ready = Listo para hablar
desk-signal-finished = Dice que terminó
desk-signal-not_now = Pide esperar

desk-acts = Actos sobre esta intervención
desk-hold = Pausa
desk-hold-why = Pausa: elegir el motivo
desk-resume = Reanudar
desk-less-time = Quitar 30 segundos
desk-more-time = Dar 30 segundos más
desk-began-earlier = Empezó antes…
desk-earlier-by = { $seconds } s antes
desk-void = Anular
desk-void-hint = Fue un error: no cuenta, y vuelve a su puesto en la lista
desk-links = Vínculos…
desk-not-here = No está
desk-not-here-ask = ¿No está?
desk-withdraw-call = Retirar llamada
desk-seat-menu = Puesto…
desk-seat-acts = { $name }: quién ocupa el puesto
desk-is-away = Salió de la sala
desk-substitute = Ocupa el puesto un suplente
desk-substitute-ends = Vuelve el titular al puesto
desk-substitute-short = supl.
desk-cede = Ceder a { $name }
desk-cede-hint = El resto del tiempo pasa al otro representante del grupo

## Points of order

desk-point = Moción
desk-point-title = Cuestión de orden
desk-point-do = Anotar
desk-point-text = De qué se trata (opcional)
desk-point-waits = Pide una cuestión de orden:
desk-point-deciding = Se decide la cuestión de orden de
desk-point-recognise = Dar la palabra
desk-point-withdraw = La retira
desk-point-withdraw-of = { $name }: retirada
desk-points-others = { $count } más
desk-rule-title = Decisión: { $name }
desk-rule-how = Qué decide la Presidencia
desk-rule-do = Decidir
ruling-upheld = Se acepta
ruling-dismissed = Se desestima
ruling-noted = Se toma nota
ruling-appealed = Se anota una apelación
desk-rulings = Decisiones tomadas
desk-ruling-correct = Corregir…

## The context button

do-open = Abrir la sesión
do-start_round = Iniciar la ronda { $round }
do-call = Llamar a { $name }
do-call_answer = Llamar a contestar: { $name }
do-start = Iniciar { $name }
do-end = Terminar { $name }
do-end_and_call = Terminar y llamar a { $then }
do-resume = Reanudar { $name }
do-resume_session = Reanudar la sesión
do-start_exchange = Pasar a respuestas y preguntas
do-finish_exchange = Terminar respuestas y preguntas…
do-close = Clausurar…
do-recognise = Dar la palabra: { $name }
do-rule = Decidir: { $name }…
do-reopen = Reabrir la sesión
do-interpreted = Interpretación terminada: { $name }

desk-key-enter = Intro
desk-not-sent = Sin enviar: reconectando
desk-watching = Solo observa: preside otra mesa
desk-nothing-to-do = Nada pendiente

desk-leaving = Pasar a: { $step }
desk-drops-slots = { $count ->
    [one] Queda un turno de grupo sin usar
   *[other] Quedan { $count } turnos de grupo sin usar
}
desk-drops-requests = { $count ->
    [one] Queda 1 delegación sin oír
   *[other] Quedan { $count } delegaciones sin oír
}
desk-drops-written = { $count ->
    [one] 1 intervención pasa a respuesta escrita
   *[other] { $count } intervenciones pasan a respuesta escrita
}
desk-drops-rights = { $count ->
    [one] Queda 1 derecho de réplica sin oír
   *[other] Quedan { $count } derechos de réplica sin oír
}
desk-drops-points = { $count ->
    [one] Queda 1 cuestión de orden sin atender
   *[other] Quedan { $count } cuestiones de orden sin atender
}
desk-drops-dues = { $count ->
    [one] Queda 1 contestación pendiente
   *[other] Quedan { $count } contestaciones pendientes
}
desk-drops-issues = { $count ->
    [one] Queda 1 asunto sin respuesta
   *[other] Quedan { $count } asuntos sin respuesta
}
desk-drops-nothing = No queda nada pendiente.
desk-closing-is-final = La clausura no se deshace, pero se puede reabrir durante { $minutes } min.
desk-sheet = Queda por resolver
desk-sheet-slots = Turnos de grupo sin usar
desk-sheet-requests = Delegaciones sin oír
desk-sheet-written = Pasan a respuesta escrita
desk-sheet-rights = Derechos de réplica no oídos
desk-sheet-points = Cuestiones de orden no atendidas
desk-sheet-dues = Contestaciones pendientes
desk-sheet-issues = Asuntos sin respuesta
desk-instead = En su lugar: { $step }
desk-stay = Quedarse aquí
desk-confirm-scheduled = Confirmar
desk-confirm-opening = Confirmar: abrir la sesión
desk-confirm-interventions = Confirmar: iniciar la ronda { $round }
desk-confirm-exchange = Confirmar: respuestas y preguntas
desk-confirm-closing = Confirmar: pasar a la clausura
desk-confirm-closed = Confirmar: clausurar la sesión

## What undo takes back

act-step_moved = paso a { $about }
act-extended = prórroga
act-suspended = suspensión
act-session_resumed = reanudación de la sesión
act-lineup_ordered = orden de los grupos
act-slot_arranged = reparto del turno de { $about }
act-slot_deferred = aplazamiento de { $about }
act-slot_lapsed = turno perdido de { $about }
act-slot_restored = turno devuelto a { $about }
act-request_added = inscripción de { $about }
act-request_changed = cambio en la solicitud de { $about }
act-request_withdrawn = retiro de { $about }
act-request_moved = traslado de { $about }
act-last_call_made = último llamado
act-statements_shortened = declaraciones más cortas
act-written_asked = respuestas por escrito
act-left_hall = salida de { $about }
act-substitute_set = suplencia de { $about }
act-guest_added = invitación a { $about }
act-point_raised = cuestión de orden de { $about }
act-point_withdrawn = cuestión de orden retirada de { $about }
act-point_recognised = palabra para cuestión de orden de { $about }
act-order_set = orden de la lista
act-list_closed = cierre de la lista
act-list_opened = apertura de la lista
act-called = llamada a { $about }
act-call_withdrawn = llamada retirada a { $about }
act-not_here = ausencia de { $about }
act-returned = regreso de { $about }
act-started = inicio de { $about }
act-ended = fin de { $about }
act-interpretation_finished = fin de la interpretación de { $about }
act-held = pausa de { $about }
act-resumed = reanudación de { $about }
act-time_adjusted = tiempo de { $about }
act-start_moved = inicio adelantado de { $about }
act-voided = anulación de { $about }
act-issue_raised = asunto de { $about }
act-issue_amended = cambio en un asunto de { $about }
act-issue_retracted = retiro de un asunto de { $about }
act-issue_merged = fusión de un asunto de { $about }
act-issue_marked = nota en un asunto de { $about }
act-linked = vínculos de { $about }
act-answers_set = modo de las contestaciones
act-written_promised = contestación por escrito
act-message_set = mensaje a las pantallas
act-scene_set = escena de { $about }

## The list

desk-list = Lista de oradores · { $count }
desk-list-keys = Lista de oradores. Flechas: de fila en fila. Intro: actos de la fila.
desk-list-open = Lista abierta
desk-list-closed = Lista cerrada
desk-list-close = Cerrar la lista de oradores
desk-list-reopen = Volver a abrir la lista de oradores
desk-list-acts = Lista de oradores: abrir o cerrar
desk-list-call = Último llamado
desk-list-call-off = Dejarla abierta
desk-list-last-call = Último llamado { $time }
desk-list-empty = Nadie ha pedido la palabra.
desk-list-over = La sesión ha terminado.
desk-order-arrival = Orden: llegada
desk-order-balanced = Orden: equilibrio
desk-order-to-arrival = Pasar al orden de llegada
desk-order-to-balanced = Pasar al orden equilibrado: primero quien menos ha hablado
desk-add = Inscribir…
desk-drag = Arrastrar { $name } a otro puesto
desk-row-acts = { $rank }. { $name }: qué hacer
desk-caption-move = cambiar de puesto
desk-caption-heard = usado
desk-caption-start = empieza
desk-not-heard = –
desk-heard-hint = { $turns ->
    [0] Aún no ha hablado
    [one] Tiempo usado en 1 intervención
   *[other] Tiempo usado en { $turns } intervenciones
}
desk-eta-hint = Empezaría a las { $pace } al ritmo actual, a las { $limits } al límite
desk-away = ausente
desk-row-behalf = +{ $count }
desk-line-limits = { $count ->
    [one] { $time } al límite · 1 quedaría fuera
   *[other] { $time } al límite · { $count } quedarían fuera
}
desk-line-pace = { $time } al ritmo actual
desk-call-now = Llamar ahora a { $name }
desk-floor-taken = Alguien tiene la palabra
desk-later = Le toca en otra parte de la sesión
desk-change-links = Cambiar vínculos…
desk-withdraw = Retirar de la lista
desk-is-back = Ha vuelto a la sala

reason-lineup = Por el orden de los grupos
reason-arrival = Por orden de llegada
reason-first_time = Aún no ha hablado en la sesión
reason-fewer_turns = Ha hablado menos veces
reason-second_turn = Ya habló en esta ronda: después de quienes no lo han hecho
reason-moved = Puesto fijado por la Presidencia
reason-answer = Contesta una pregunta
reason-right_of_reply = Derecho de réplica: después de la lista

# In the list, where room is scarce.
short-remarks = Presidencia
short-intervention = Intervención
short-statement = Declaración
short-reply = Respuesta
short-question = Pregunta
short-reply_and_question = Resp. y preg.
short-answer = Contestación
short-follow_up = Comentario
short-right_of_reply = Réplica

## Right

desk-lineup = Turnos de los grupos
desk-slot-acts = Turno de { $name }: qué hacer
desk-slot-time = Tiempo usado del turno
desk-arrange = Quién habla y en qué orden
desk-arrange-title = Turno de { $name }
desk-not-ready = Aún no está listo: pasa al final
desk-not-ready-again = No está listo: pierde el turno
desk-restore = Devolver el turno
slot-waiting = en espera
slot-speaking = tiene la palabra
slot-part_heard = en curso
slot-heard = oído
slot-lapsed = turno perdido
slot-deferred = pasó al final

desk-dues = Contestaciones · { $count }
desk-due-of = { $group } a { $asker }
desk-question-of = Pregunta de { $asker }
desk-no-dues = No hay contestaciones pendientes.
desk-answers-mode = Cuándo se toman las contestaciones
answers-at_once = En el acto
answers-batch = Por tandas
answers-at_end = Al final
due-due = pendiente
due-ripe = toca ahora
desk-written = Contestará por escrito
desk-written-count = { $count ->
    [one] 1 por escrito
   *[other] { $count } por escrito
}

desk-issues = Asuntos planteados · { $count }
desk-issues-open = { $count ->
    [one] 1 sin respuesta
   *[other] { $count } sin respuesta
}
desk-issue-open = sin respuesta
desk-issue-replies = { $count ->
    [one] { $count } respuesta
   *[other] { $count } respuestas
}
desk-issue-detached = anulado
fact-written = promete respuesta por escrito
fact-acknowledged = reconoce una acción
fact-written-short = por escrito
fact-acknowledged-short = acción
desk-issue-acts = { $issue }: qué hacer
desk-issue-amend = Corregir…
desk-issue-mark = Anotar lo que dijo un Estado…
desk-issue-merge = Fusionar con otro…
desk-issue-split = Dividir en dos…
desk-issue-part = Separar { $issue }
desk-issue-withdraw = Retirar el asunto
desk-no-issues = Aún no se ha planteado ninguno.
desk-raise = Anotar…

desk-forecast = Pronóstico
desk-forecast-later = Se calcula desde la apertura.
desk-over-planned-end = Al límite, { $minutes } min después de las { $time }.
desk-within-planned-end = Al límite, { $minutes } min antes de las { $time }.
desk-forecast-basis = { $samples ->
    [0] Ritmo supuesto: { $percent } % del tiempo
    [one] Ritmo: { $percent } % del tiempo, de 1 intervención
   *[other] Ritmo: { $percent } % del tiempo, de { $samples } intervenciones
}
desk-round-yes = Cabe otra ronda.
desk-round-yes-why = Sobran { $minutes } min.
desk-round-tight = Otra ronda cabe justa.
desk-round-tight-why = Solo al ritmo actual; al límite faltan { $minutes } min.
desk-round-no = Otra ronda no cabe.
desk-round-no-why = Faltan { $minutes } min.
desk-round-states = Otra ronda con cuántos Estados
desk-round-states-short = Estados.
desk-extend = Prorrogar { $minutes } min
desk-hard-stop = La interpretación termina a las { $time }.
desk-statements-of = declaraciones de { $length }
desk-try-shorten = Ensayar «{ $length }»
desk-try-written = Ensayar «por escrito»
desk-preview-shorten = Ensayo: declaraciones de { $length }
desk-preview-written = Ensayo: respuestas por escrito
desk-preview-length = De { $from } a { $to }, para quienes aún no han sido llamados.
desk-preview-gain = { $minutes } min menos
desk-preview-whom = A quiénes se pide por escrito
desk-preview-behind = { $count ->
    [0] A quien ya no cabe: caben todos
    [one] A quien ya no cabe: 1
   *[other] A quienes ya no caben: { $count }
}
desk-preview-all = { $count ->
    [one] Al único que espera
   *[other] A los { $count } que esperan
}
desk-preview-touched = { $count ->
    [0] No afecta a nadie
    [one] Afecta a 1
   *[other] Afecta a { $count }
}
desk-preview-close-list = Y cerrar la lista
desk-preview-do = Aplicar

## Bottom

desk-scene-of = { $screen }: elegir la escena
desk-observers = { $count ->
    [one] 1 observador
   *[other] { $count } observadores
}
desk-seats-online = { $online } de { $seats } puestos en línea
desk-clock-moved = El reloj del servidor saltó { $seconds } s
desk-message = Mensaje…
desk-suspend = Suspender…

## Dialogs

desk-cancel = Cancelar
desk-save = Guardar
desk-seat = Quién
desk-seat-hint = Nombre o código, p. ej. MX
desk-lane = Tipo
desk-language = Idioma en que hablará
desk-text = Texto breve
desk-add-title = Inscribir en nombre de un puesto
desk-add-do = Inscribir
desk-links-title = Vínculos de { $name }
desk-replies-to = Responde a
desk-asks = Pregunta a
desk-answers-to = Contesta
desk-follows-up = Comenta la respuesta de
desk-follow-up-reply = { $party }, sobre { $issues }
desk-follow-up-none = No hay respuesta que pueda comentar.
desk-raise-title = Anotar un asunto
desk-raise-do = Anotar
desk-amend = Corregir { $issue }
desk-theme = Tema
desk-issue-title = Título breve (puede venir después)
desk-addressees = Se dirige a
desk-all-states = Todos los Estados
desk-add-addressee = Añadir otro Estado
desk-take-off = Quitar { $name }
desk-issue-merge-title = Fusionar { $issue }
desk-issue-merge-into = Se trata como parte de
desk-issue-merge-do = Fusionar
desk-issue-split-title = Dividir { $issue }
desk-issue-split-name = Título del segundo asunto
desk-issue-split-do = Dividir
desk-issue-mark-title = { $issue }: lo que dijo un Estado
desk-issue-mark-who = Qué Estado
desk-issue-mark-what = Qué dijo
desk-issue-unmark = Quitar
desk-on-behalf = En nombre también de
desk-on-behalf-none = Solo de sí mismo
desk-guest = Invitado…
desk-guest-title = Dar la palabra a un invitado
desk-guest-do = Inscribir primero
desk-guest-name = Nombre
desk-guest-function = Cargo
desk-guest-time = Tiempo
desk-guest-hint = Queda el primero de la lista; nadie pierde su puesto.
desk-keys = Teclas…
desk-keys-title = Teclas de esta mesa
desk-keys-hint = Se guardan en este equipo. Ninguna letra sola actúa.
desk-keys-change = { $act }: cambiar la tecla
desk-keys-switch-off = { $act }: sin tecla
desk-keys-press = Pulse una tecla…
desk-keys-off = sin tecla
desk-keys-clash = La misma que: { $act }. Ninguna actúa.
desk-keys-unfit = Con Ctrl o Alt, o una tecla de función.
desk-keys-reset = Teclas de costumbre
key-hold = Pausar y reanudar
key-end_and_call = Terminar y llamar
key-point = Cuestión de orden
key-add = Inscribir
key-guest = Invitado
key-undo = Deshacer
key-more_time = Más tiempo
key-less_time = Menos tiempo
key-row_up = Subir una fila
key-row_down = Bajar una fila
key-next_panel = Panel siguiente
key-panel_before = Panel anterior
key-home = Volver al botón principal
desk-message-title = Mensaje a las pantallas
desk-message-text = Texto, una o dos líneas
desk-message-show = Mostrar
desk-message-clear = Quitar el mensaje actual
desk-suspend-title = Suspender la sesión
desk-suspend-do = Suspender
desk-suspend-why = Motivo
desk-suspend-until = Se reanuda
desk-suspend-at = { $time } (+{ $minutes } min)
desk-suspend-open = Por anunciar
