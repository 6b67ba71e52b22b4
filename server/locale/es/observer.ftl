# La página de quienes observan.

observer-page = Diálogo en vivo
observer-live = Diálogo · en vivo
observer-next = A continuación
observer-more = y { $count } más
observer-in-language = en { $language }
observer-story = Lo que se ha dicho
observer-story-empty = Aún no ha hablado nadie.
observer-story-more = { $count ->
    [one] Ver la intervención
   *[other] Ver las { $count } intervenciones
}
observer-issues = Asuntos planteados
observer-issues-open = { $count ->
    [0] ninguno pendiente
    [one] 1 sin respuesta
   *[other] { $count } sin respuesta
}
observer-issues-empty = Todavía no se ha planteado ningún asunto.
observer-issue-open = sin respuesta todavía
observer-issue-replied = { $count ->
    [one] 1 respuesta: { $names }
   *[other] { $count } respuestas: { $names }
}
observer-issue-written = respuesta escrita prometida: { $names }
observer-issue-acknowledged = acción reconocida: { $names }
observer-issue-unanswered = sin respuesta registrada
observer-issue-to = a { $names }
observer-actions-empty = Todavía no se ha propuesto ninguna acción conjunta.
observer-programme = Programa y temas
observer-planned = Prevista de { $start } a { $end }
observer-opened = Se abrió a las { $time }
observer-themes = Temas
observer-updated = Actualizado: { $time }
observer-zone = Horas de { $zone }
