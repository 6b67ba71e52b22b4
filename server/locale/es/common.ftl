# Lo que dicen todas las pantallas.

## Qué es cada intervención (R12)

lane-remarks = Palabras de la Presidencia
lane-intervention = Intervención
lane-statement = Declaración
lane-reply = Respuesta
lane-question = Pregunta
lane-reply_and_question = Respuesta y pregunta
lane-answer = Contestación
lane-follow_up = Comentario
lane-right_of_reply = Derecho de réplica

relation-replies_to = responde a { $what }
relation-asks = pregunta a { $what }
relation-answers = contesta a { $what }
relation-raises = plantea: { $what }

## Por quién, en qué calidad (R7, R17, R32)

behalf = en nombre de { $names }
seat-of-guest = por invitación
seat-of-substitute = suplente

## Dónde estamos (R1)

phase-scheduled = Antes de la apertura
phase-opening = Apertura
phase-interventions = Intervenciones
phase-exchange = Respuestas y preguntas
phase-closing = Clausura
phase-closed = Sesión levantada
round-number = Ronda { $round }
heard-count = { $count ->
    [one] { $count } intervención
   *[other] { $count } intervenciones
}

## La palabra

floor-speaking = Tiene la palabra
floor-chair = La Presidencia tiene la palabra

hold-interpretation = interpretación
hold-technical = problema técnico
hold-order_in_hall = orden en la sala
hold-medical = atención médica
hold-break = receso
hold-point_of_order = cuestión de orden

suspended-break = La sesión está en receso
suspended-interpretation = La sesión está suspendida por la interpretación
suspended-technical = La sesión está suspendida por un problema técnico
suspended-order_in_hall = La sesión está suspendida para restablecer el orden en la sala
suspended-medical = La sesión está suspendida por una atención médica

## El reloj

clock-left = quedan
clock-unknown = comprobando la hora
clock-over = de más
clock-of = { $word }, de { $length }
clock-passed-first = Queda { $time }
clock-passed-last = Quedan { $time }
clock-passed-over = Tiempo cumplido

## Idiomas

language-choose = Idioma
language-own-name = Español
language-es = español
language-en = inglés
language-pt = portugués
language-fr = francés

## La conexión

connection-live = en vivo
connection-polls = noticias cada { $seconds } s
connection-stale = sin noticias desde las { $time }
connection-offline = sin conexión; reconectando. Última noticia: { $time }
connection-connecting = conectando…
connection-refused = este enlace no se conoce aquí
connection-reload = hay una versión nueva: cargue la página de nuevo

## Cada situación, en una frase

say-scheduled-day = La sesión empieza el { $day } a las { $time }
say-scheduled-today = La sesión empieza a las { $time }
say-scheduled-soon = La sesión estaba prevista para las { $time } y empezará en breve
say-scheduled = La sesión aún no ha empezado
say-asks-day = Los Estados pueden pedir la palabra el { $day } a partir de las { $time }
say-asks-today = Los Estados pueden pedir la palabra a partir de las { $time }
say-asks = Los Estados pueden pedir la palabra
say-resumes-at = Se reanuda a las { $time }
say-resumes-anew = Nueva hora: se reanuda a las { $time }
say-resumes-soon = Se reanuda en breve
say-resumes-unknown = Se anunciará cuándo se reanuda
say-resumes-open = La hora anunciada ya no es válida; se anunciará otra
say-held = En pausa: { $reason }
say-point = Cuestión de orden: { $name }
say-point-decides = La Presidencia decidirá
say-point-stands = La Presidencia decidirá; el reloj de quien hablaba está detenido
say-last-call = Última llamada: la lista de oradores se cierra en { $time }
say-list-closed = La lista de oradores está cerrada
say-presides = Preside: { $name }
say-closed = La sesión se ha levantado
say-thanks = Gracias a quienes han participado
say-next = A continuación: { $name }
say-next-none = No hay oradores inscritos
say-from-chair = De la Presidencia

## Joint actions

actions = Acciones conjuntas
action-recorded = Acción conjunta registrada
action-proposed-by = Propone: { $name }
action-untold = Acción sobre { $issue }
action-who = A cargo de: { $names }
action-by-when = Plazo: { $when }
action-mandate = Mandato (provisional): { $mandate }
action-from = Surge de { $issue }
action-acknowledged = Reconocida por: { $names }
action-declined = { $name }: no la suscribe
action-declined-text = { $name }: no la suscribe. «{ $text }»
action-left-open = Sin respuesta aún: { $names }

rehearsal = ENSAYO
close = Cerrar
pending = Pendiente…

# An access link that does not open this page
link-incomplete = Este enlace está incompleto: le falta la última parte. Cópielo o escríbalo entero.
link-unknown = Este enlace no se conoce aquí. Cópielo otra vez entero; si no basta, pida el suyo a la Secretaría.
