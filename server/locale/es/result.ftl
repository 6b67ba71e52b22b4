# The record of the dialogue, in each of its formats.

## Title and pages

result-title = Acta resumida
result-provisional = PROVISIONAL
result-provisional-why = Esta acta no se ha publicado y todavía puede cambiar.
result-original = Original: { $language }
result-prepared = Preparada el { $day } a las { $time }
result-zone = Las horas son las de { $zone }.
result-page = Página { $page } de { $pages }
result-languages = Esta acta en otros idiomas

## Sections

result-opening = Apertura
result-introduction = Introducción
result-attendance = Asistencia
result-proceedings = Desarrollo
result-issues = Asuntos planteados y curso que siguieron
result-actions = Acciones conjuntas
result-questions = Preguntas a los grupos
result-promises = Respuestas escritas prometidas
result-points = Cuestiones de orden y decisiones
result-suspensions = Suspensiones
result-totals = Tiempo de uso de la palabra, por parte
result-conclusions = Conclusiones
result-closing = Clausura

## Columns

result-col-party = Parte
result-col-name = Nombre
result-col-capacity = Calidad
result-col-statements = Intervenciones
result-col-time = Tiempo
result-col-issue = Asunto
result-col-title = Título y tema
result-col-to = Dirigido a
result-col-became = Lo que consta
result-col-asker = Pregunta de
result-col-asked = A
result-col-answer = Contestación
result-all-parties = Todas las partes

## Opening, attendance, closing

result-opened = El diálogo se abrió el { $day } a las { $time }.
result-planned = Estaba previsto de { $start } a { $end }.
result-seats = { $count ->
    [one] 1 lugar tenía derecho a la palabra; hicieron uso de ella { $heard }.
   *[other] { $count } lugares tenían derecho a la palabra; hicieron uso de ella { $heard }.
}
result-closed = El diálogo se clausuró el { $day } a las { $time }.
result-not-closed = Cuando se preparó esta acta, el diálogo no se había clausurado.

## Statements

result-none-heard = Nadie hizo uso de la palabra.
result-statement = { $who } hizo uso de la palabra de { $start } a { $end } ({ $length }): { $lane }, en { $language }.
result-announced = Anunciada como: «{ $what }».
result-raised = Planteó: { $what }.
result-proposed = Propuso una acción conjunta: { $what }.
result-replies_to = Respondió a: { $what }.
result-asks = Preguntó a: { $what }.
result-answers = Contestó la pregunta de: { $what }.
result-paragraph = párr. { $number }
result-in-original = Texto en { $language }.
result-translated = Traducido del { $language }.
result-translated-by = Traducido del { $language } por { $name }.

## Issues

result-issues-none = No se planteó ningún asunto.
result-issues-count = { $count ->
    [one] Se planteó 1 asunto.
   *[other] Se plantearon { $count } asuntos.
}
result-issues-open = { $count ->
    [0] De cada uno consta una respuesta, una promesa o un reconocimiento.
    [one] No consta respuesta a 1 asunto: { $what }.
   *[other] No consta respuesta a { $count } asuntos: { $what }.
}
result-issue-all = todos los Estados
result-issue-replied = Respuesta: { $what }.
result-issue-written = Respuesta escrita prometida: { $names }.
result-issue-acknowledged = Acción reconocida: { $names }.
result-issue-silent = Sin respuesta registrada: { $names }.
result-issue-none = Sin respuesta registrada.
result-issue-merged = Incluye: { $what }.

## Joint actions, questions, promises, points of order, suspensions

result-actions-none = No se propuso ninguna acción conjunta.
result-action-merged = Incluye: { $what }
result-questions-none = No se preguntó a ningún grupo.
result-question-answered = Contestada: { $what }
result-question-written = Respuesta escrita prometida
result-question-open = Sin contestación registrada
result-promises-none = No se prometió ninguna respuesta escrita.
result-promise-issue = { $party }: respuesta escrita a { $what }.
result-promise-question = { $party }: contestación escrita a la pregunta de { $what }.
result-promise-statement = { $party }: por escrito, una declaración para la que se había pedido la palabra.
result-points-none = No se planteó ninguna cuestión de orden.
result-point-upheld = A las { $time } se dio la palabra para una cuestión de orden a: { $party }. A las { $ruled } la Presidencia la aceptó.
result-point-dismissed = A las { $time } se dio la palabra para una cuestión de orden a: { $party }. A las { $ruled } la Presidencia la desestimó.
result-point-noted = A las { $time } se dio la palabra para una cuestión de orden a: { $party }. A las { $ruled } la Presidencia tomó nota de ella.
result-point-open = A las { $time } se dio la palabra para una cuestión de orden a: { $party }. La Presidencia aún no había decidido.
result-point-appealed = Se anotó una apelación contra la decisión.
result-suspended = La sesión se suspendió de { $since } a { $until }.
result-suspended-still = La sesión se suspendió a las { $since }.
