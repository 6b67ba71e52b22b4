# El atril: lo que lee quien preside.

podium-page = Atril de la Presidencia
podium-no-entry = El atril no se puede abrir
podium-wrong-access-link = Este enlace no es el del atril. Pida el suyo a la Secretaría.
podium-connecting = Conectando…

podium-planned-start = Inicio previsto
podium-planned-end = Fin previsto
podium-time = Hora

podium-next = A continuación
podium-more = y { $count } más
podium-nobody = No hay oradores inscritos
podium-speaks = habla en { $language }

## Cuándo se dice

podium-say = Diga
podium-when-done = Cuando termine
podium-when-interpreted = Cuando termine la interpretación
podium-then = Después
podium-ruling = Después, su decisión
podium-either = Después, según decida
podium-announce = Anuncie
podium-point = Cuestión de orden
podium-held = En pausa
podium-suspended = Sesión suspendida
podium-over = Tiempo cumplido

## Lo que se dice

podium-open = Distinguidas delegaciones, representantes de los actores sociales: declaro abierto este diálogo.
podium-start_round = Iniciamos la ronda { $round }. Primero hablan los actores sociales.
podium-round-begins = Iniciamos la ronda { $round }.
podium-start_exchange = Pasamos a las respuestas y preguntas de los Estados.
podium-invite = La lista de oradores está abierta: se invita a las delegaciones que deseen intervenir a pedir la palabra.
podium-none-left = No hay más oradores en la lista.
podium-absent = Quienes siguen en la lista no están en la sala.
podium-to-closing = Pasamos a la clausura.
podium-reopened = Queda reabierto este diálogo.
podium-close = Gracias por su participación. Declaro clausurado este diálogo.
podium-thanks = Agradezco { $whom } su intervención.
podium-conclude = Ruego { $whom } concluir su intervención.
podium-wait = Un momento, por favor.
podium-pause = Hacemos una pausa: { $reason }.
podium-resume = Reanudamos la sesión.
podium-last-call = La lista se cerrará a las { $time }; se ruega a las delegaciones que se inscriban.
podium-rule-upheld = La Presidencia admite la cuestión de orden.
podium-rule-dismissed = La Presidencia no admite la cuestión de orden.
podium-rule-noted = La Presidencia toma nota.

# Tras ellas, a quién, como se dice en voz alta.
podium-give = Doy la palabra
podium-give-answer = Para contestar, doy la palabra
podium-give-right_of_reply = En derecho de réplica, doy la palabra
podium-give-point = Para una cuestión de orden, doy la palabra
podium-give-back = Devuelvo la palabra
podium-whom = { $article ->
    [el] al { $name }
    [la] a la { $name }
    [los] a los { $name }
    [las] a las { $name }
    [none] a { $name }
   *[unknown] { $name }
}
# A quién se agradece y a quién se pide concluir.
podium-named = { $article ->
    [el] al { $name }
    [la] a la { $name }
    [los] a los { $name }
    [las] a las { $name }
   *[none] a { $name }
}

# De quien no se sabe con qué artículo se dice su nombre: sin él.
podium-plain-thanks = Agradezco su intervención.
podium-plain-conclude = Le ruego concluir su intervención.
podium-plain-give = Tiene la palabra:
podium-plain-give-answer = Para contestar, tiene la palabra:
podium-plain-give-right_of_reply = En derecho de réplica, tiene la palabra:
podium-plain-give-point = Para una cuestión de orden, tiene la palabra:
podium-plain-give-back = Tiene de nuevo la palabra:

## La hoja de cierre (R39)

podium-sheet = Queda pendiente
podium-sheet-nothing = No queda nada pendiente.
podium-sheet-requests = Peticiones sin atender · { $count }
podium-sheet-rights = Derechos de réplica sin atender · { $count }
podium-sheet-points = Cuestiones de orden sin atender · { $count }
podium-sheet-dues = Contestaciones pendientes · { $count }
podium-sheet-due = { $group } › { $asker }
podium-sheet-issues = Asuntos sin respuesta · { $count }
podium-sheet-actions = Acciones conjuntas no reconocidas por todos · { $count }
