# Ce que disent tous les écrans.

## Comment s’appelle chaque intervention (R12)

lane-remarks = Propos de la présidence
lane-intervention = Intervention
lane-statement = Déclaration
lane-reply = Réponse
lane-question = Question
lane-reply_and_question = Réponse et question
lane-answer = Réponse à une question
lane-follow_up = Observation
lane-right_of_reply = Droit de réponse

relation-replies_to = répond à : { $what }
relation-asks = pose une question à : { $what }
relation-answers = répond à la question de : { $what }
relation-raises = soulève : { $what }

## Pour qui, à quel titre (R7, R17, R32)

behalf = au nom de : { $names }
seat-of-guest = sur invitation
seat-of-substitute = suppléance

## Où nous en sommes (R1)

phase-scheduled = Avant l’ouverture
phase-opening = Ouverture
phase-interventions = Interventions
phase-exchange = Réponses et questions
phase-closing = Clôture
phase-closed = Séance levée
round-number = Tour { $round }
heard-count = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}

## La parole

floor-speaking = A la parole
floor-chair = La présidence a la parole

hold-interpretation = interprétation
hold-technical = problème technique
hold-order_in_hall = ordre dans la salle
hold-medical = assistance médicale
hold-break = pause
hold-point_of_order = motion d’ordre

suspended-break = La séance est suspendue quelques instants
suspended-interpretation = La séance est suspendue pour l’interprétation
suspended-technical = La séance est suspendue pour un problème technique
suspended-order_in_hall = La séance est suspendue pour rétablir l’ordre dans la salle
suspended-medical = La séance est suspendue pour une assistance médicale

## L’horloge

clock-left = restantes
clock-unknown = heure en cours de vérification
clock-over = de dépassement
clock-of = { $word }, sur { $length }
clock-passed-first = Il reste { $time }
clock-passed-last = Il reste { $time }
clock-passed-over = Temps écoulé

## Langues

language-choose = Langue
language-own-name = Français
language-es = espagnol
language-en = anglais
language-pt = portugais
language-fr = français

## La connexion

connection-live = en direct
connection-polls = des nouvelles toutes les { $seconds } s
connection-stale = sans nouvelles depuis { $time }
connection-offline = hors connexion ; nouvelle tentative. Dernières nouvelles : { $time }
connection-connecting = connexion…
connection-refused = ce lien n’est pas connu ici
connection-reload = une nouvelle version existe : rechargez la page

## Chaque situation en une phrase

say-scheduled-day = La séance s’ouvre le { $day } à { $time }
say-scheduled-today = La séance s’ouvre à { $time }
say-scheduled-soon = La séance était prévue à { $time } et s’ouvrira sous peu
say-scheduled = La séance n’est pas encore ouverte
say-asks-day = Les États peuvent demander la parole le { $day } à partir de { $time }
say-asks-today = Les États peuvent demander la parole à partir de { $time }
say-asks = Les États peuvent demander la parole
say-resumes-at = Elle reprendra à { $time }
say-resumes-anew = Nouvel horaire : elle reprendra à { $time }
say-resumes-soon = Elle reprendra sous peu
say-resumes-unknown = L’heure de la reprise sera annoncée
say-resumes-open = L’heure annoncée ne vaut plus ; une autre sera annoncée
say-held = En pause : { $reason }
say-point = Motion d’ordre : { $name }
say-point-decides = La présidence tranchera
say-point-stands = La présidence tranchera ; le chronomètre de l’orateur est arrêté
say-last-call = Dernier appel : la liste des orateurs sera close dans { $time }
say-list-closed = La liste des orateurs est close
say-presides = Préside : { $name }
say-closed = La séance est levée
say-thanks = Merci à toutes les personnes qui y ont participé
say-next = Ensuite : { $name }
say-next-none = Aucun orateur inscrit
say-from-chair = De la présidence

## Joint actions

actions = Actions conjointes
action-recorded = Action conjointe consignée
action-proposed-by = Proposée par : { $name }
action-untold = Action sur { $issue }
action-who = À réaliser par : { $names }
action-by-when = Échéance : { $when }
action-mandate = Mandat (provisoire) : { $mandate }
action-from = Origine : { $issue }
action-acknowledged = Reconnue par : { $names }
action-declined = { $name } : ne s’y associe pas
action-declined-text = { $name } : ne s’y associe pas. « { $text } »
action-left-open = Pas encore de réponse : { $names }

rehearsal = RÉPÉTITION
close = Fermer
pending = En attente…

# An access link that does not open this page
link-incomplete = Ce lien est incomplet : il manque la fin. Copiez-le ou saisissez-le en entier.
link-unknown = Ce lien n’est pas connu ici. Copiez-le encore une fois en entier ; si cela ne suffit pas, demandez le vôtre au Secrétariat.
