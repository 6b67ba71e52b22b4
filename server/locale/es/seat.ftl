# El teléfono de quien interviene: representantes de los grupos, delegaciones de los Estados.

seat-connecting = Conectando…
seat-connecting-means = Su lugar en la lista está a salvo en el servidor, pase lo que pase con este teléfono.
seat-refused = Este enlace no abre ningún puesto
seat-refused-means = No es el enlace de un puesto. Pida el suyo a la Secretaría.
seat-devices = Ya abierto en otros dispositivos
seat-devices-means = Un puesto puede estar abierto en unos pocos a la vez. Cierre uno de los otros; este entrará por sí solo.
seat-reload = Hay una versión nueva
seat-do-reload = Volver a cargar la página

## What a statement is about

seat-about-answers = Contestación a { $parties }
seat-about-replies = Respuesta a { $issues }
seat-about-follows-up = Comentario a la respuesta de { $parties }
seat-about-right = Derecho de réplica ante { $parties }
seat-about-asks = Pregunta a { $groups }

## Wait

seat-place-list = en la lista
seat-place-list-exchange = en la lista de respuestas y preguntas
seat-place-slot = turno de su grupo
seat-when = Hacia las { $from }
seat-when-span = Hacia las { $from }–{ $to }
seat-place-kept = Usted conserva su lugar.
seat-when-not-begun = Las respuestas y preguntas vienen después de las intervenciones de los grupos.
seat-after = Después de { $names }

## You are next

seat-next = Usted sigue
seat-next-chair = La Presidencia está por darle la palabra.
seat-next-called = { $name } va a empezar.
seat-next-held = { $name } está en pausa.
seat-next-point = La Presidencia está resolviendo una cuestión de orden.
seat-next-left = Habla { $name }; le quedan { $time }.
seat-next-over = { $name } está terminando.
seat-next-length = Usted tendrá { $time }.
seat-next-shortened = Usted tendrá { $time } en lugar de { $was }: la Presidencia abrevió las intervenciones.
seat-next-slot-length = Su grupo dispone de { $time }.
seat-next-prepare = Tenga a mano el micrófono.

## Called

seat-called = Tiene la palabra
seat-called-length = { $time } desde que empiece
seat-called-say = Avise a la Presidencia si puede empezar.
seat-called-told-ready = La Presidencia sabe que puede empezar. El reloj corre cuando usted empiece.
seat-called-told-not-now = La Presidencia sabe que no es el momento. Espere su decisión.

## Speak

seat-speaking = Tiene la palabra
seat-held = En pausa
seat-speak-of = de { $time }
seat-speak-over-of = de más, de { $time }
seat-speak-pace = Le siguen los intérpretes. Hable a ritmo pausado.
seat-speak-conclude = Vaya concluyendo, por favor.
seat-speak-over = Su tiempo se ha cumplido. Termine la frase, por favor.
seat-speak-held = Su reloj está detenido. La Presidencia le avisará para continuar.
seat-speak-told-finished = La Presidencia sabe que ha terminado.

## In no list

seat-idle-may-ask = No está en la lista. Pida la palabra cuando lo desee.
seat-idle-ask-from = Podrá pedir la palabra el { $day } a partir de las { $time }.
seat-idle-list-closed = La lista de oradores está cerrada. La Presidencia aún puede admitirle: diríjase a la Secretaría.
seat-idle-chair = La Presidencia tiene la palabra siempre que nadie más la tenga.
seat-idle-closing = El Diálogo se está cerrando; ya no se admiten peticiones.
seat-idle-not-now = En este momento no se puede pedir la palabra.
seat-asked-written = La Presidencia le pidió su respuesta por escrito; no se le llamará para darla.
seat-ready = { $name } va a contestar a { $parties }.
seat-idle-dues = { $count ->
    [one] Una pregunta espera la contestación de su grupo.
   *[other] { $count } preguntas esperan la contestación de su grupo.
}
seat-idle-follow-up = Hay respuestas a los asuntos de su grupo. Puede comentarlas si hace falta.
seat-idle-group-before = Su grupo habla en la ronda de intervenciones. Puede presentar sus asuntos por adelantado.
seat-idle-group-interventions = { $turn ->
    [colleague] En esta ronda habla por su grupo { $name }.
   *[over] El turno de su grupo en esta ronda ha terminado. Después podrá contestar preguntas y comentar respuestas.
}
seat-idle-group-exchange = Por ahora no hay nada que contestar. Cuando un Estado pregunte a su grupo o responda a sus asuntos, podrá intervenir desde aquí.
seat-away = Consta como ausente
seat-away-means = Sus peticiones conservan su lugar; mientras tanto se llama a otros. Avise cuando vuelva.
seat-in-vain = Se le dio la palabra a las { $time } y nadie respondió.
seat-in-vain-down = Por eso su petición ha bajado en la lista. Permanezca cerca del micrófono: si vuelve a ocurrir, constará como ausente.
seat-in-vain-after-colleague = Por eso interviene primero su colega y después usted. Permanezca cerca del micrófono: si vuelve a ocurrir, constará como ausente.
seat-in-vain-slot-last = Por eso el turno de su grupo ha pasado al final de esta ronda. Permanezca cerca del micrófono: si nadie responde otra vez, se pierde.
seat-in-vain-slot-lapsed = Por eso el turno de su grupo en esta ronda se ha perdido. Si está aquí, avise a la presidencia, que puede devolverlo.
seat-in-vain-away = Por eso consta como ausente. Si está aquí, avise de que ha vuelto.
seat-closed = Gracias
seat-closed-means = El Diálogo ha concluido.

## What I can do

seat-do-ask = Pedir la palabra
seat-do-change = Cambiar
seat-do-withdraw = Retirar
seat-do-answer = Puedo contestar a { $party }
seat-do-written = Prometer respuesta escrita
seat-do-follow-up = Comentar una respuesta
seat-do-slot = Quién habla
seat-do-issue = Presentar un asunto
seat-do-issues = Mis asuntos ({ $count })
seat-do-ready = Puedo empezar
seat-do-not-now = Ahora no; guarden mi turno
seat-do-finished = He terminado
seat-do-cede = Ceder el resto a { $name }
seat-cede-means = Usted termina y se llama a { $name } con el tiempo que queda.
seat-cede-keep = Sigo yo
seat-cede-do = Ceder
seat-do-return = Ya estoy aquí
seat-do-point = Cuestión de orden
seat-do-more = Más…
seat-do-right = Derecho de réplica
seat-do-promise = Responder por escrito a un asunto
seat-do-substitute-on = Suplencia en el puesto
seat-do-substitute-off = Vuelve la persona titular
seat-do-away = Salgo de la sala
seat-do-away-means = Sus peticiones conservan su lugar; mientras tanto se llama a otros.
seat-substitute-means = Quien suple conserva el nombre y el lugar en la lista.
seat-pending-means = Se enviará en cuanto vuelva la conexión.

## Sheets

seat-form-just = Solo la palabra
seat-form-or = O diga sobre qué, para que los demás y los intérpretes se preparen:
seat-form-replies = Responder a…
seat-form-asks = Preguntar a…
seat-form-answers = Contestación a
seat-form-text = En pocas palabras (opcional)
seat-form-language = Hablaré en
seat-form-ask-so = Pedir la palabra así
seat-bloc = En nombre de otros Estados (opcional)
seat-bloc-find = Busque por nombre o código
seat-bloc-none = Ningún otro Estado se llama así.
seat-bloc-means = Tendrá más tiempo. Los demás podrán retirar su petición; nadie la retira por ellos.
seat-bloc-remove = Quitar { $name }
seat-text-left = { $count ->
    [one] Queda 1 carácter
   *[other] Quedan { $count } caracteres
}

seat-change-title = Cambiar mi petición
seat-change-keeps = Conserva su lugar en la lista.
seat-offer = { $party } habla también en nombre de ustedes. Puede retirar su petición, si lo desea.
seat-change-do = Guardar el cambio
seat-change-done = El cambio queda guardado.

seat-withdraw-title = ¿Retirar la petición?
seat-withdraw-means = Renuncia a su lugar, el { $rank } de la lista. Si vuelve a pedir la palabra, irá al final.
seat-withdraw-keep = Conservar mi lugar

seat-written-means = Su grupo ya no contestará de palabra; la promesa queda en acta.
seat-written-to = A
seat-written-do = Prometer
seat-written-done = Queda constancia de su promesa de respuesta escrita.
seat-written-none = Ya no hay contestación pendiente.

seat-follow-up-means = Su grupo puede comentar una vez, brevemente, cada respuesta a sus asuntos, si la Presidencia lo concede.
seat-follow-up-which = ¿Qué respuesta?
seat-follow-up-reply = { $party }, sobre { $issues }
seat-follow-up-none = Ya no hay respuesta que comentar.

seat-slot-budget = Su grupo dispone de { $budget } en esta ronda.
seat-slot-budget-used = A su grupo le quedan { $left } de { $budget } en esta ronda.
seat-slot-who = ¿Quién habla?
seat-slot-order = { $first }; después, { $then }
seat-slot-alone = Solo { $first }
seat-slot-me = yo
seat-slot-do = Fijar este orden
seat-slot-keep = Dejarlo como está
seat-slot-none = Su grupo ya no tiene turno en esta ronda.

seat-issue-means = Se plantea, y lo ven todos, cuando usted comienza su intervención.
seat-issue-theme = Tema
seat-issue-title = Título breve (opcional)
seat-issue-language = Idioma del título
seat-issue-to = Dirigido a
seat-issue-all = Todos los Estados
seat-issue-some = { $count ->
    [0] Algunos Estados…
    [one] 1 Estado
   *[other] { $count } Estados
}
seat-issue-states = Estados
seat-issue-choose-theme = Elija un tema para presentar el asunto.
seat-issue-do = Presentar el asunto
seat-issue-done = El asunto queda presentado.
seat-issue-amend = Cambiar el asunto
seat-issue-amended = El asunto queda cambiado.
seat-issue-withdraw = Retirar el asunto
seat-issue-withdrawn = El asunto queda retirado.
seat-issues-means = Presentados y aún no planteados: solo los ve usted. Tóquelos para cambiarlos o retirarlos.
seat-issues-none = No queda ninguno por plantear.

## Point of order (R30)

seat-point = Su cuestión de orden
seat-point-means = La Presidencia le da la palabra. Expóngala ahora, en pocas palabras: solo el procedimiento, no el fondo.
seat-point-waits = La Presidencia ha recibido su cuestión de orden. Nadie más la ve.
seat-point-title = ¿Plantear una cuestión de orden?
seat-point-private = Solo la ve la Presidencia. Cuando le dé la palabra, se detiene el reloj de quien habla y usted la expone: sobre el procedimiento, no sobre el fondo.
seat-point-keep = No, volver
seat-point-do = Plantearla

## Right of reply, written replies to issues (R28, R31)

seat-more-title = Más
seat-right-means = Para responder a quien le haya mencionado. Lo concede la Presidencia, después de la lista; dos veces como máximo.
seat-right-to = ¿A qué intervención?
seat-right-any = A ninguna en particular
seat-right-do = Pedir el derecho de réplica
seat-promise-means = La promesa se hace pública junto al asunto y consta en acta. Puede retirarla.
seat-promise-to = ¿A qué asunto?
seat-promise-given = Ya prometió respuesta escrita
seat-promise-do = Prometer respuesta escrita
seat-promise-undo = Retirar la promesa
seat-promise-done = Queda constancia de su promesa de respuesta escrita.
seat-promise-undone = La promesa queda retirada.

## Said to screen readers and in the page’s title

seat-say-waiting = { $rank } en la lista
seat-say-next = Usted sigue
seat-say-called = Tiene la palabra
seat-say-point = La Presidencia le da la palabra para su cuestión de orden
seat-say-speaking = Su reloj está corriendo
seat-say-held = Su reloj está en pausa
seat-say-away = Consta como ausente
seat-say-idle = No está en ninguna lista
seat-say-closed = El Diálogo ha concluido

## Joint actions

seat-do-propose = Proponer una acción conjunta…
seat-do-actions = Acciones conjuntas que los nombran · { $count }
seat-do-actions-waiting = { $count ->
    [one] Una acción conjunta los nombra: respondan
   *[other] { $count } acciones conjuntas los nombran: respondan
}
seat-actions-means = Cada parte nombrada dice si reconoce la acción. También puede responder su colega; vale la última palabra y se puede cambiar.
seat-actions-none = Ya no hay acciones conjuntas que los nombren.
seat-action-acknowledge = Reconocer
seat-action-decline = No suscribir…
seat-action-decline-do = No suscribir
seat-action-back = Volver
seat-action-leave-open = Dejar sin respuesta
seat-action-words = Con sus propias palabras (puede quedar vacío); las ven todos
seat-propose-title = Proponer una acción conjunta
seat-propose-means = A quienes nombre se les pregunta en su teléfono. Todos ven su propuesta enseguida.
seat-propose-what = Qué se hará
seat-propose-who = ¿A cargo de quién? Se les pide que la reconozcan.
seat-propose-others = Otros, sin asiento aquí
seat-propose-by-when = Plazo
seat-propose-mandate = De qué mandato (se cita como provisional)
seat-propose-issue = ¿De qué asunto surge?
seat-propose-no-issue = De ninguno
seat-propose-do = Proponer
seat-propose-missing = Diga qué se hará y a cargo de quién.
seat-propose-done = Su propuesta consta en acta.
