# A página de quem observa.

observer-page = Diálogo ao vivo
observer-live = Diálogo · ao vivo
observer-next = A seguir
observer-more = e mais { $count }
observer-in-language = em { $language }
observer-story = O que foi dito
observer-story-empty = Ninguém falou ainda.
observer-story-more = { $count ->
    [one] Ver a intervenção
   *[other] Ver as { $count } intervenções
}
observer-issues = Assuntos levantados
observer-issues-open = { $count ->
    [0] nenhum pendente
    [one] 1 sem resposta
   *[other] { $count } sem resposta
}
observer-issues-empty = Nenhum assunto foi levantado ainda.
observer-issue-open = ainda sem resposta
observer-issue-replied = { $count ->
    [one] 1 resposta: { $names }
   *[other] { $count } respostas: { $names }
}
observer-issue-written = resposta escrita prometida: { $names }
observer-issue-acknowledged = ação reconhecida: { $names }
observer-issue-unanswered = sem resposta registrada
observer-issue-to = a { $names }
observer-actions-empty = Ainda não foi proposta nenhuma ação conjunta.
observer-programme = Programa e temas
observer-planned = Prevista das { $start } às { $end }
observer-opened = Abriu às { $time }
observer-themes = Temas
observer-updated = Atualizado: { $time }
observer-zone = Horas de { $zone }
