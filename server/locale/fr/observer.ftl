# La page de ceux qui observent.

observer-page = Dialogue en direct
observer-live = Dialogue · en direct
observer-next = Ensuite
observer-more = et { $count } de plus
observer-in-language = en { $language }
observer-story = Ce qui s’est dit
observer-story-empty = Personne n’a encore parlé.
observer-story-more = { $count ->
    [one] Voir l’intervention
   *[other] Voir les { $count } interventions
}
observer-issues = Sujets soulevés
observer-issues-open = { $count ->
    [0] aucun en suspens
    [one] { $count } sans réponse
   *[other] { $count } sans réponse
}
observer-issues-empty = Aucun sujet n’a encore été soulevé.
observer-issue-open = pas encore de réponse
observer-issue-replied = { $count ->
    [one] { $count } réponse : { $names }
   *[other] { $count } réponses : { $names }
}
observer-issue-written = réponse écrite promise : { $names }
observer-issue-acknowledged = action reconnue : { $names }
observer-issue-unanswered = aucune réponse consignée
observer-issue-to = à { $names }
observer-actions-empty = Aucune action conjointe n’a encore été proposée.
observer-programme = Programme et thèmes
observer-planned = Prévue de { $start } à { $end }
observer-opened = Ouverte à { $time }
observer-themes = Thèmes
observer-updated = Mis à jour : { $time }
observer-zone = Heures de { $zone }
