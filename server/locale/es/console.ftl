# The chair's console.

console-page = Mesa de la Presidencia
console-title = Diálogo
console-connecting = Conectando…
console-no-entry = Esta mesa no se puede abrir
console-wrong-access-link = Este enlace no es el de una mesa de la Presidencia. Pida el suyo a la Secretaría.

## Top

console-steps = { $step }: ir a otra parte de la sesión
console-go-to = Pasar a: { $step }
console-undo = Deshacer: { $act }
console-now = Ahora
console-end-pace = Fin a este ritmo
console-end-limits = Fin máximo
console-planned-start = Inicio previsto
console-planned-end = Fin previsto
console-closed-at = Terminó
console-presides = Preside
console-presides-from = Desde la mesa de: { $console }
console-presiding = Esta consola preside.
console-saved = Todo guardado
console-saving = Guardando…
console-unsent = { $count ->
    [one] 1 acto sin enviar
   *[other] { $count } actos sin enviar
}
console-not-saved = No guardado
console-unknown = No se sabe si todo está guardado
console-screen-unknown = sin noticias

console-chair = Presidencia
console-deputy = Vicepresidencia

## Who presides

console-only-watching = Esta mesa observa. Preside: { $console }.
console-silent = La consola de { $console } no responde. Tome la presidencia si no vuelve.
console-take = Asumir la Presidencia
console-take-now = Asumirla ya
console-take-wait = La otra mesa puede oponerse todavía { $seconds } s.
console-asks-to-preside = La { $console } pide asumir la Presidencia; lo hará en { $seconds } s si no responde.
console-take-refused = { $console } conserva la presidencia: se rechazó su petición.
console-consent = Consentir
console-refuse = No consentir

## The floor

console-floor = Uso de la palabra
console-called = Se le ha dado la palabra
console-held = En pausa: { $reason }
console-since = desde las { $time }
console-resumes-at = Se reanuda a las { $time }
console-resumption-late = Lleva { $minutes } min de retraso sobre lo anunciado. Reanude o anuncie otra hora.
console-not-open = La sesión no ha empezado
console-closed = La sesión ha terminado
console-next-is = A continuación: { $name }
console-remarks = Cronometrar a la Presidencia
console-of-length = de { $length }
console-ends-at = termina a las { $time }
console-over-its-time = tiempo cumplido
console-called-for = esperando { $time }
console-held-for = pausa de { $time }
console-signal-ready = Listo para hablar
console-signal-finished = Dice que terminó
console-signal-not_now = Pide esperar

console-acts = Actos sobre esta intervención
console-hold = Pausa
console-hold-why = Pausa: elegir el motivo
console-resume = Reanudar
console-less-time = Quitar 30 segundos
console-more-time = Dar 30 segundos más
console-began-earlier = Empezó antes…
console-earlier-by = { $seconds } s antes
console-void = Anular
console-void-hint = Fue un error: no cuenta, y vuelve a su lugar en la lista
console-links = Vínculos…
console-not-here = No está
console-not-here-ask = ¿No está?
console-withdraw-call = Retirar la palabra
console-seat-menu = Puesto…
console-seat-acts = { $name }: quién ocupa el puesto
console-is-away = Salió de la sala
console-substitute = Suplencia en el puesto
console-substitute-ends = Fin de la suplencia
console-substitute-short = supl.
console-cede = Ceder a { $name }
console-cede-hint = El resto del tiempo pasa al otro representante del grupo

## Points of order

console-point = Cuestión de orden
console-point-title = Cuestión de orden
console-point-none = No hay cuestiones de orden.
console-point-do = Anotar
console-point-text = De qué se trata (opcional)
console-point-waits = Pide una cuestión de orden:
console-point-deciding = Se decide la cuestión de orden de
console-point-recognise = Dar la palabra
console-point-withdraw = Retirada
console-point-rule = Decidir…
console-point-withdraw-of = { $name }: retirada
console-points-others = { $count } más
console-rule-title = Decisión: { $name }
console-rule-how = Qué decide la Presidencia
console-rule-do = Decidir
ruling-upheld = Se acepta
ruling-dismissed = Se desestima
ruling-noted = Se toma nota
ruling-appealed = Se anota una apelación
console-rulings = Decisiones tomadas
console-ruling-correct = Corregir…

## The context button

do-open = Abrir la sesión
do-start_round = Iniciar la ronda { $round }
do-call = Dar la palabra a { $name }
do-call_answer = Dar la palabra para contestar: { $name }
do-start = Iniciar la intervención: { $name }
do-end = Terminar la intervención: { $name }
do-end_and_call = Terminar y dar la palabra a { $then }
do-resume = Reanudar la intervención: { $name }
do-resume_session = Reanudar la sesión
do-start_exchange = Pasar a respuestas y preguntas
do-finish_exchange = Terminar respuestas y preguntas…
do-close = Clausurar…
do-recognise = Cuestión de orden, dar la palabra: { $name }
do-rule = Decidir: { $name }…
do-reopen = Reabrir la sesión
console-reopen = Reabrir…
console-reopen-why = La sesión se cerró a las { $time }. Las pantallas y los observadores sabrán que continúa.
do-interpreted = Interpretación terminada: { $name }

console-key-enter = Intro
console-not-sent = Sin enviar: reconectando
console-watching = Solo observa: preside otra mesa
console-nothing-to-do = Nada pendiente
console-just-changed = acaba de cambiar
console-press-changed = No se hizo: esto acababa de cambiar. Pulse otra vez.
console-press-returned = No se hizo: el teclado acababa de volver aquí. Pulse otra vez.
console-press-again = Se hizo una vez: la segunda pulsación llegó demasiado pronto.
console-ruling-first = Antes, la decisión sobre la cuestión de orden

console-leaving = Pasar a: { $step }
console-drops-slots = { $count ->
    [one] Queda un turno de grupo sin usar
   *[other] Quedan { $count } turnos de grupo sin usar
}
console-drops-requests = { $count ->
    [one] Queda 1 delegación sin oír
   *[other] Quedan { $count } delegaciones sin oír
}
console-drops-written = { $count ->
    [one] 1 intervención pasa a respuesta escrita
   *[other] { $count } intervenciones pasan a respuesta escrita
}
console-drops-rights = { $count ->
    [one] Queda 1 derecho de réplica sin oír
   *[other] Quedan { $count } derechos de réplica sin oír
}
console-drops-points = { $count ->
    [one] Queda 1 cuestión de orden sin atender
   *[other] Quedan { $count } cuestiones de orden sin atender
}
console-drops-dues = { $count ->
    [one] Queda 1 contestación pendiente
   *[other] Quedan { $count } contestaciones pendientes
}
console-drops-issues = { $count ->
    [one] Queda 1 asunto sin respuesta
   *[other] Quedan { $count } asuntos sin respuesta
}
console-drops-nothing = No queda nada pendiente.
console-closing-is-final = La clausura no se deshace, pero se puede reabrir durante { $minutes } min.
console-sheet = Queda por resolver
console-sheet-slots = Turnos de grupo sin usar
console-sheet-requests = Delegaciones sin oír
console-sheet-written = Pasan a respuesta escrita
console-sheet-rights = Derechos de réplica sin atender
console-sheet-points = Cuestiones de orden no atendidas
console-sheet-dues = Contestaciones pendientes
console-sheet-issues = Asuntos sin respuesta
console-instead = En su lugar: { $step }
console-stay = Quedarse aquí
console-confirm-scheduled = Confirmar
console-confirm-opening = Confirmar: abrir la sesión
console-confirm-interventions = Confirmar: iniciar la ronda { $round }
console-confirm-exchange = Confirmar: respuestas y preguntas
console-confirm-closing = Confirmar: pasar a la clausura
console-confirm-closed = Confirmar: clausurar la sesión

## What undo takes back

act-step_moved = paso a { $about }
act-extended = prórroga
act-suspended = suspensión
act-resumption_announced = otra hora de reanudación
act-session_resumed = reanudación de la sesión
act-lineup_ordered = orden de los grupos
act-slot_arranged = reparto del turno de { $about }
act-slot_deferred = aplazamiento de { $about }
act-slot_lapsed = turno perdido de { $about }
act-slot_missed = ausencia de { $about }
act-slot_restored = turno devuelto a { $about }
act-request_added = inscripción de { $about }
act-request_changed = cambio en la solicitud de { $about }
act-request_withdrawn = retiro de { $about }
act-request_moved = traslado de { $about }
act-last_call_made = última llamada
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
act-called = palabra dada a { $about }
act-call_withdrawn = palabra retirada a { $about }
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
act-action_proposed = acción conjunta de { $about }
act-action_amended = cambio de acción conjunta de { $about }
act-action_retracted = retiro de acción conjunta de { $about }
act-action_restored = acción conjunta de { $about } restablecida
act-action_merged = acciones conjuntas unidas, { $about }
act-action_answered = respuesta de { $about } a una acción conjunta
act-action_told = acción sobre un asunto de { $about }
act-linked = vínculos de { $about }
act-answers_set = modo de las contestaciones
act-written_promised = contestación por escrito
act-message_set = mensaje a las pantallas
act-scene_set = escena de { $about }

## The list

console-list = Lista de oradores · { $count }
console-list-keys = Lista de oradores. Flechas: de fila en fila. Intro: actos de la fila.
console-list-open = Lista abierta
console-list-closed = Lista cerrada
console-list-close = Cerrar la lista de oradores
console-list-reopen = Volver a abrir la lista de oradores
console-list-acts = Lista de oradores: abrir o cerrar
console-list-call = Última llamada
console-list-call-off = Dejarla abierta
console-list-last-call = Última llamada { $time }
console-list-empty = Nadie ha pedido la palabra.
console-list-held = Quieta bajo su mano: algo cambió
console-list-over = La sesión ha terminado.
console-order-arrival = Orden: llegada
console-order-balanced = Orden: equilibrio
console-order-to-arrival = Pasar al orden de llegada
console-order-to-balanced = Pasar al orden equilibrado: primero quien menos ha hablado
console-add = Inscribir…
console-drag = Arrastrar { $name } a otro lugar
console-row-acts = { $rank }. { $name }: qué hacer
console-caption-move = cambiar de lugar
console-caption-heard = usado
console-caption-start = empieza
console-not-heard = –
console-heard-hint = { $turns ->
    [0] Aún no ha hablado
    [one] Tiempo usado en 1 intervención
   *[other] Tiempo usado en { $turns } intervenciones
}
console-eta-hint = Empezaría a las { $pace } al ritmo actual, a las { $limits } al límite
console-away = ausente
console-row-behalf = +{ $count }
console-line-limits = { $count ->
    [one] { $time } al límite · 1 quedaría fuera
   *[other] { $time } al límite · { $count } quedarían fuera
}
console-line-pace = { $time } al ritmo actual
console-call-now = Dar ahora la palabra a { $name }
console-floor-taken = Alguien tiene la palabra
console-later = Le toca en otra parte de la sesión
console-change-links = Cambiar vínculos…
console-withdraw = Retirar de la lista
console-is-back = Ha vuelto a la sala

reason-lineup = Por el orden de los grupos
reason-arrival = Por orden de llegada
reason-first_time = Aún no ha hablado en la sesión
reason-fewer_turns = Ha hablado menos veces
reason-second_turn = Ya habló en esta ronda: después de quienes no lo han hecho
reason-moved = Lugar fijado por la Presidencia
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

console-lineup = Turnos de los grupos
console-slot-acts = Turno de { $name }: qué hacer
console-slot-time = Tiempo usado del turno
console-arrange = Quién habla y en qué orden
console-arrange-title = Turno de { $name }
console-not-ready = Aún no está listo: pasa al final
console-not-ready-again = No está listo: pierde el turno
console-restore = Devolver el turno
slot-waiting = en espera
slot-speaking = tiene la palabra
slot-part_heard = en curso
slot-heard = concluido
slot-lapsed = turno perdido
slot-deferred = pasó al final

console-dues = Por contestar · { $count }
console-due-of = { $group } › { $asker }
console-question-of = Pregunta de { $asker }
console-no-dues = No hay contestaciones pendientes.
console-answers-mode = Cuándo se toman las contestaciones
answers-at_once = En el acto
answers-batch = Por bloques
answers-at_end = Al final
due-due = pendiente
due-ripe = toca ahora
console-written = Contestará por escrito
console-written-count = { $count ->
    [one] 1 por escrito
   *[other] { $count } por escrito
}

console-issues = Asuntos planteados · { $count }
console-issues-open = { $count ->
    [one] 1 sin respuesta
   *[other] { $count } sin respuesta
}
console-issue-open = sin respuesta
console-issue-replies = { $count ->
    [one] { $count } respuesta
   *[other] { $count } respuestas
}
console-issue-detached = anulado
fact-written = promete respuesta por escrito
fact-written-short = por escrito
fact-acknowledged-short = acción
console-issue-acts = { $issue }: qué hacer
console-issue-amend = Corregir…
console-issue-mark = Anotar lo que dijo un Estado…
console-issue-merge = Fusionar con otro…
console-issue-split = Dividir en dos…
console-issue-part = Separar { $issue }
console-issue-withdraw = Retirar el asunto
console-no-issues = Aún no se ha planteado ninguno.
console-raise = Anotar…

console-forecast = Previsión
console-forecast-later = Se calcula desde la apertura.
console-over-planned-end = Al límite, { $minutes } min después de las { $time }.
console-within-planned-end = Al límite, { $minutes } min antes de las { $time }.
console-forecast-basis = { $samples ->
    [0] Ritmo supuesto: { $percent } % del tiempo
    [one] Ritmo: { $percent } % del tiempo, de 1 intervención
   *[other] Ritmo: { $percent } % del tiempo, de { $samples } intervenciones
}
console-round-yes = Cabe otra ronda.
console-round-yes-why = Sobran { $minutes } min.
console-round-tight = Otra ronda cabe justa.
console-round-tight-why = Solo al ritmo actual; al límite faltan { $minutes } min.
console-round-no = Otra ronda no cabe.
console-round-no-why = Faltan { $minutes } min.
console-round-states = Otra ronda con cuántos Estados
console-round-states-short = Estados.
console-extend = Prorrogar { $minutes } min
console-hard-stop = La interpretación termina a las { $time }.
console-statements-of = declaraciones de { $length }
console-try-shorten = Simular «{ $length }»
console-try-written = Simular «por escrito»
console-preview-shorten = Simulación: declaraciones de { $length }
console-preview-written = Simulación: respuestas por escrito
console-preview-length = De { $from } a { $to }, para quienes aún no han tenido la palabra.
console-preview-gain = { $minutes } min menos
console-preview-whom = A quiénes se pide por escrito
console-preview-behind = { $count ->
    [0] A quien ya no cabe: caben todos
    [one] A quien ya no cabe: 1
   *[other] A quienes ya no caben: { $count }
}
console-preview-all = { $count ->
    [one] Al único que espera
   *[other] A los { $count } que esperan
}
console-preview-touched = { $count ->
    [0] No afecta a nadie
    [one] Afecta a 1
   *[other] Afecta a { $count }
}
console-preview-close-list = Y cerrar la lista
console-preview-do = Aplicar

## Bottom

console-scene-of = { $screen }: elegir la escena
console-observers = { $count ->
    [one] 1 observador
   *[other] { $count } observadores
}
console-seats-online = { $seats ->
    [one] { $online } de { $seats } puesto en línea
   *[other] { $online } de { $seats } puestos en línea
}
console-clock-moved = El reloj del servidor saltó { $seconds } s
console-message = Mensaje…
console-suspend = Suspender…

## Dialogs

console-cancel = Cancelar
console-save = Guardar
console-seat = Quién
console-seat-hint = Nombre o código, p. ej. MX
console-lane = Tipo
console-language = Idioma en que hablará
console-text = Texto breve
console-add-title = Inscribir en nombre de un puesto
console-add-do = Inscribir
console-links-title = Vínculos de { $name }
console-replies-to = Responde a
console-asks = Pregunta a
console-answers-to = Contesta
console-follows-up = Comenta la respuesta de
console-follow-up-reply = { $party }, sobre { $issues }
console-follow-up-none = No hay respuesta que pueda comentar.
console-raise-title = Anotar un asunto
console-raise-do = Anotar
console-amend = Corregir { $issue }
console-theme = Tema
console-issue-title = Título breve (puede venir después)
console-addressees = Se dirige a
console-all-states = Todos los Estados
console-add-addressee = Añadir otro Estado
console-take-off = Quitar { $name }
console-issue-merge-title = Fusionar { $issue }
console-issue-merge-into = Se trata como parte de
console-issue-merge-do = Fusionar
console-issue-split-title = Dividir { $issue }
console-issue-split-name = Título del segundo asunto
console-issue-split-do = Dividir
console-issue-mark-title = { $issue }: lo que dijo un Estado
console-issue-mark-who = Qué Estado
console-issue-unmark = Quitar
console-on-behalf = En nombre también de
console-on-behalf-none = Solo de sí mismo
console-guest = Invitación…
console-guest-title = Dar la palabra a una persona invitada
console-guest-do = Inscribir primero
console-guest-name = Nombre
console-guest-function = Cargo
console-guest-time = Tiempo
console-guest-hint = Queda al frente de la lista; nadie pierde su lugar.
console-keys = Teclas…
console-keys-title = Teclas de esta mesa
console-keys-hint = Se guardan en este equipo. Ninguna letra sola actúa.
console-keys-change = { $act }: cambiar la tecla
console-keys-switch-off = { $act }: sin tecla
console-keys-press = Pulse una tecla…
console-keys-off = sin tecla
console-keys-clash = La misma que: { $act }. Ninguna actúa.
console-keys-unfit = Con Ctrl o Alt, o una tecla de función.
console-keys-reset = Teclas de costumbre
key-hold = Pausar y reanudar
key-end_and_call = Terminar y dar la palabra
key-point = Cuestión de orden
key-add = Inscribir
key-guest = Invitación
key-undo = Deshacer
key-more_time = Más tiempo
key-less_time = Menos tiempo
key-row_up = Subir una fila
key-row_down = Bajar una fila
key-next_panel = Panel siguiente
key-panel_before = Panel anterior
key-home = Volver al botón principal
console-message-title = Mensaje a las pantallas
console-message-text = Texto, una o dos líneas
console-message-show = Mostrar
console-message-clear = Quitar el mensaje actual
console-suspend-title = Suspender la sesión
console-suspend-do = Suspender
console-suspend-why = Motivo
console-suspend-until = Se reanuda
console-suspend-at = { $time } (+{ $minutes } min)
console-suspend-open = Por anunciar
console-resumption = Otra hora…
console-resumption-title = Anunciar otra hora
console-resumption-do = Anunciar

## Joint actions

console-actions = Acciones conjuntas · { $count }
console-actions-recorded = Registradas: { $count }
console-no-actions = No se ha propuesto ninguna acción conjunta.
console-show-issues = Asuntos
console-show-actions = Acciones
console-propose = Proponer…
console-propose-title = Proponer una acción conjunta
console-propose-do = Proponer
console-action-amend-title = Corregir la acción conjunta
console-action-by = Propone
console-action-by-chair = La presidencia
console-action-what = Qué se hará
console-action-who = A cargo de quién: a cada parte se le pide que la reconozca
console-action-nobody = nadie aún
console-action-others = Otros nombrados, sin asiento
console-action-by-when = Plazo
console-action-mandate = Mandato (se cita como provisional)
console-action-issue = De qué asunto surge
console-action-no-issue = ninguno
console-action-voids = Si cambia el texto, las respuestas dadas dejan de valer.
console-action-acts = { $what }: qué hacer
console-action-answers = Respuestas de las partes…
console-action-answers-title = Qué dicen las partes
console-action-words = Con las palabras de la parte (opcional), para la próxima pulsación
console-action-acknowledged-do = Reconoce
console-action-declined-do = No suscribe
console-action-left-open-do = Abierta
console-action-merge = Unir a otra…
console-action-merge-title = Unir la acción conjunta
console-action-part = Separar «{ $what }»
console-action-amend = Corregir…
console-action-withdraw = Retirar la acción conjunta
console-action-recorded = registrada
console-action-open = { $count } de { $all }
console-action-text = texto
console-action-declined = no suscrita
