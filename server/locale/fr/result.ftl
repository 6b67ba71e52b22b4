# The record of the dialogue, in each of its formats.

## Title and pages

result-title = Compte rendu analytique
result-provisional = PROVISOIRE
result-provisional-why = Ce compte rendu n’a pas été publié et peut encore changer.
result-original = Original : { $language }
result-prepared = Établi le { $day } à { $time }
result-zone = Les heures sont celles de { $zone }.
result-page = Page { $page } sur { $pages }
result-languages = Ce compte rendu dans d’autres langues

## Sections

result-opening = Ouverture
result-introduction = Introduction
result-attendance = Participation
result-proceedings = Déroulement
result-issues = Sujets soulevés et suite donnée
result-actions = Actions conjointes
result-questions = Questions aux groupes
result-promises = Réponses écrites promises
result-points = Motions d’ordre et décisions
result-suspensions = Suspensions
result-totals = Temps de parole, par partie
result-conclusions = Conclusions
result-closing = Clôture

## Columns

result-col-party = Partie
result-col-name = Nom
result-col-capacity = Qualité
result-col-statements = Interventions
result-col-time = Temps
result-col-issue = Sujet
result-col-title = Titre et thème
result-col-to = Adressé à
result-col-became = Ce qui est consigné
result-col-asker = Question de
result-col-asked = À
result-col-answer = Réponse
result-all-parties = Toutes les parties

## Opening, attendance, closing

result-opened = Le dialogue a été ouvert le { $day } à { $time }.
result-planned = Il était prévu de { $start } à { $end }.
result-seats = { $count ->
    [one] 1 siège avait droit à la parole ; l’ont prise : { $heard }.
   *[other] { $count } sièges avaient droit à la parole ; l’ont prise : { $heard }.
}
result-closed = Le dialogue a été clos le { $day } à { $time }.
result-not-closed = Lorsque ce compte rendu a été établi, le dialogue n’était pas clos.

## Statements

result-none-heard = Personne n’a pris la parole.
result-statement = { $who } a pris la parole de { $start } à { $end } ({ $length }) : { $lane }, en { $language }.
result-announced = Annoncée comme suit : « { $what } ».
result-raised = A soulevé : { $what }.
result-proposed = A proposé une action conjointe : { $what }.
result-replies_to = A répondu à : { $what }.
result-asks = A posé une question à : { $what }.
result-answers = A répondu à la question de : { $what }.
result-paragraph = par. { $number }
result-in-original = Texte en { $language }.
result-translated = Traduit de la langue suivante : { $language }.
result-translated-by = Traduit de la langue suivante : { $language }, par { $name }.

## Issues

result-issues-none = Aucun sujet n’a été soulevé.
result-issues-count = { $count ->
    [one] 1 sujet a été soulevé.
   *[other] { $count } sujets ont été soulevés.
}
result-issues-open = { $count ->
    [0] Une réponse, une promesse ou une reconnaissance est consignée pour chacun.
    [one] Aucune réponse n’est consignée pour 1 sujet : { $what }.
   *[other] Aucune réponse n’est consignée pour { $count } sujets : { $what }.
}
result-issue-all = tous les États
result-issue-replied = Réponse : { $what }.
result-issue-written = Réponse écrite promise : { $names }.
result-issue-acknowledged = Action reconnue : { $names }.
result-issue-silent = Aucune réponse consignée : { $names }.
result-issue-none = Aucune réponse consignée.
result-issue-merged = Comprend : { $what }.

## Joint actions, questions, promises, points of order, suspensions

result-actions-none = Aucune action conjointe n’a été proposée.
result-action-merged = Comprend : { $what }
result-questions-none = Aucune question n’a été posée à un groupe.
result-question-answered = Réponse donnée : { $what }
result-question-written = Réponse écrite promise
result-question-open = Aucune réponse consignée
result-promises-none = Aucune réponse écrite n’a été promise.
result-promise-issue = { $party } : réponse écrite à : { $what }.
result-promise-question = { $party } : réponse écrite à la question de : { $what }.
result-promise-statement = { $party } : par écrit, une déclaration pour laquelle la parole avait été demandée.
result-points-none = Aucune motion d’ordre n’a été présentée.
result-point-upheld = À { $time }, la parole a été donnée pour une motion d’ordre à : { $party }. À { $ruled }, la présidence l’a acceptée.
result-point-dismissed = À { $time }, la parole a été donnée pour une motion d’ordre à : { $party }. À { $ruled }, la présidence l’a rejetée.
result-point-noted = À { $time }, la parole a été donnée pour une motion d’ordre à : { $party }. À { $ruled }, la présidence en a pris acte.
result-point-open = À { $time }, la parole a été donnée pour une motion d’ordre à : { $party }. La présidence ne s’était pas encore prononcée.
result-point-appealed = Un recours contre la décision a été consigné.
result-suspended = La séance a été suspendue de { $since } à { $until }.
result-suspended-still = La séance a été suspendue à { $since }.
