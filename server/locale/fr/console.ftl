# The chair's console.

desk-page = Console de la présidence
desk-title = Dialogue
desk-connecting = Connexion…
desk-no-entry = Cette console ne peut pas être ouverte
desk-wrong-link = Ce lien n’est pas celui d’une console de la présidence. Demandez le vôtre au Secrétariat.

## Top

desk-steps = { $step } : aller à une autre partie de la séance
desk-go-to = Passer à : { $step }
desk-undo = Annuler : { $act }
desk-now = Heure
desk-end-pace = Fin au rythme
desk-end-limits = Fin maximale
desk-planned-start = Début prévu
desk-planned-end = Prévue
desk-closed-at = Terminée
desk-presides = Préside
desk-presides-from = Depuis la console de : { $console }
desk-saved = Tout est enregistré
desk-saving = Enregistrement…
desk-unsent = { $count ->
    [one] { $count } acte non envoyé
   *[other] { $count } actes non envoyés
}
desk-not-saved = Non enregistré

console-chair = Présidence
console-deputy = Vice-présidence

## Who presides

desk-only-watching = Cette console observe. Préside : { $console }.
desk-take = Prendre la présidence
desk-take-now = La prendre maintenant
desk-take-wait = L’autre console peut encore s’y opposer pendant { $seconds } s.
desk-asks-to-preside = { $console } demande la présidence et la prendra dans { $seconds } s sans réponse de votre part.
desk-consent = Accepter
desk-refuse = Refuser

## The floor

desk-floor = La parole
desk-called = La parole lui est donnée
desk-held = En pause : { $reason }
desk-since = depuis { $time }
desk-resumes-at = Reprise à { $time }
desk-not-open = La séance n’a pas commencé
desk-closed = La séance est levée
desk-next-is = Ensuite : { $name }
desk-remarks = Mot de la présidence, minuté
desk-of-length = sur { $length }
desk-ends-at = fin à { $time }
desk-over-its-time = temps écoulé
desk-called-for = attente { $time }
desk-held-for = pause de { $time }
desk-signal-ready = Peut commencer
desk-signal-finished = Dit avoir terminé
desk-signal-not_now = Demande d’attendre

desk-acts = Actes sur cette intervention
desk-hold = Pause
desk-hold-why = Pause : choisir le motif
desk-resume = Reprendre
desk-less-time = Retirer 30 secondes
desk-more-time = Donner 30 secondes de plus
desk-began-earlier = Début avant…
desk-earlier-by = { $seconds } s plus tôt
desk-void = Invalider
desk-void-hint = C’était une erreur : ne compte pas et revient à sa place dans la liste
desk-links = Liens…
desk-not-here = Absent
desk-not-here-ask = Absent ?
desk-withdraw-call = Retirer l’appel
desk-seat-menu = Siège…
desk-seat-acts = { $name } : qui occupe le siège
desk-is-away = A quitté la salle
desk-substitute = Un suppléant prend le siège
desk-substitute-ends = Le titulaire reprend le siège
desk-substitute-short = suppl.
desk-cede = Céder à { $name }
desk-cede-hint = Le reste du temps passe à l’autre représentant du groupe

## Points of order

desk-point = Motion
desk-point-title = Motion d’ordre
desk-point-do = Noter
desk-point-text = De quoi il s’agit (facultatif)
desk-point-waits = Soulève une motion d’ordre :
desk-point-deciding = Motion d’ordre à trancher,
desk-point-recognise = Donner la parole
desk-point-withdraw = Retirée
desk-point-withdraw-of = { $name } : retirée
desk-points-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
desk-rule-title = Décision : { $name }
desk-rule-how = Ce que décide la présidence
desk-rule-do = Décider
ruling-upheld = Acceptée
ruling-dismissed = Rejetée
ruling-noted = Il en est pris acte
ruling-appealed = Un recours est consigné
desk-rulings = Décisions rendues
desk-ruling-correct = Corriger…

## The context button

do-open = Ouvrir la séance
do-start_round = Ouvrir le tour { $round }
do-call = Appeler { $name }
do-call_answer = Appeler pour répondre : { $name }
do-start = Démarrer { $name }
do-end = Terminer { $name }
do-end_and_call = Terminer et appeler { $then }
do-resume = Reprendre { $name }
do-resume_session = Reprendre la séance
do-start_exchange = Passer aux réponses et questions
do-finish_exchange = Terminer réponses et questions…
do-close = Lever la séance…
do-recognise = Donner la parole : { $name }
do-rule = Trancher : { $name }…
do-reopen = Rouvrir la séance
do-interpreted = Interprétation terminée : { $name }

desk-key-enter = Entrée
desk-not-sent = Non envoyé : reconnexion
desk-watching = Observe : une autre console préside
desk-nothing-to-do = Rien en attente

desk-leaving = Passer à : { $step }
desk-drops-slots = { $count ->
    [one] { $count } passage de groupe reste inutilisé
   *[other] { $count } passages de groupe restent inutilisés
}
desk-drops-requests = { $count ->
    [one] { $count } délégation n’a pas été entendue
   *[other] { $count } délégations n’ont pas été entendues
}
desk-drops-written = { $count ->
    [one] { $count } intervention devient une réponse écrite
   *[other] { $count } interventions deviennent des réponses écrites
}
desk-drops-rights = { $count ->
    [one] { $count } droit de réponse n’a pas été entendu
   *[other] { $count } droits de réponse n’ont pas été entendus
}
desk-drops-points = { $count ->
    [one] { $count } motion d’ordre n’a pas été entendue
   *[other] { $count } motions d’ordre n’ont pas été entendues
}
desk-drops-dues = { $count ->
    [one] { $count } réponse reste due
   *[other] { $count } réponses restent dues
}
desk-drops-issues = { $count ->
    [one] { $count } sujet reste sans réponse
   *[other] { $count } sujets restent sans réponse
}
desk-drops-nothing = Rien ne reste en suspens.
desk-closing-is-final = La clôture ne s’annule pas, mais on peut rouvrir pendant { $minutes } min.
desk-sheet = Reste en suspens
desk-sheet-slots = Passages de groupe inutilisés
desk-sheet-requests = Délégations non entendues
desk-sheet-written = Deviennent des réponses écrites
desk-sheet-rights = Droits de réponse non entendus
desk-sheet-points = Motions d’ordre non entendues
desk-sheet-dues = Réponses dues
desk-sheet-issues = Sujets sans réponse
desk-instead = À la place : { $step }
desk-stay = Rester ici
desk-confirm-scheduled = Confirmer
desk-confirm-opening = Confirmer : ouvrir la séance
desk-confirm-interventions = Confirmer : ouvrir le tour { $round }
desk-confirm-exchange = Confirmer : réponses et questions
desk-confirm-closing = Confirmer : passer à la clôture
desk-confirm-closed = Confirmer : lever la séance

## What undo takes back

act-step_moved = passage à { $about }
act-extended = prolongation
act-suspended = suspension
act-session_resumed = reprise de la séance
act-lineup_ordered = ordre des groupes
act-slot_arranged = partage du temps, { $about }
act-slot_deferred = report, { $about }
act-slot_lapsed = passage perdu, { $about }
act-slot_restored = passage rendu, { $about }
act-request_added = inscription, { $about }
act-request_changed = demande modifiée, { $about }
act-request_withdrawn = retrait, { $about }
act-request_moved = déplacement, { $about }
act-last_call_made = dernier appel
act-statements_shortened = déclarations raccourcies
act-written_asked = réponses par écrit
act-left_hall = départ, { $about }
act-substitute_set = suppléance, { $about }
act-guest_added = invitation, { $about }
act-point_raised = motion d’ordre, { $about }
act-point_withdrawn = motion d’ordre retirée, { $about }
act-point_recognised = parole pour une motion d’ordre, { $about }
act-order_set = ordre de la liste
act-list_closed = clôture de la liste
act-list_opened = ouverture de la liste
act-called = appel, { $about }
act-call_withdrawn = appel retiré, { $about }
act-not_here = absence, { $about }
act-returned = retour, { $about }
act-started = début, { $about }
act-ended = fin, { $about }
act-interpretation_finished = fin de l’interprétation, { $about }
act-held = pause, { $about }
act-resumed = reprise, { $about }
act-time_adjusted = temps, { $about }
act-start_moved = début avancé, { $about }
act-voided = invalidation, { $about }
act-issue_raised = sujet, { $about }
act-issue_amended = sujet corrigé, { $about }
act-issue_retracted = sujet retiré, { $about }
act-issue_merged = sujet fusionné, { $about }
act-issue_marked = note sur un sujet, { $about }
act-linked = liens, { $about }
act-answers_set = moment des réponses
act-written_promised = réponse par écrit
act-message_set = message aux écrans
act-scene_set = vue, { $about }

## The list

desk-list = Liste des orateurs · { $count }
desk-list-keys = Liste des orateurs. Flèches : de ligne en ligne. Entrée : que faire de la ligne.
desk-list-open = Liste ouverte
desk-list-closed = Liste close
desk-list-close = Clore la liste des orateurs
desk-list-reopen = Rouvrir la liste des orateurs
desk-list-acts = Liste des orateurs : ouvrir ou clore
desk-list-call = Dernier appel
desk-list-call-off = La laisser ouverte
desk-list-last-call = Dernier appel { $time }
desk-list-empty = Personne n’a demandé la parole.
desk-list-over = La séance est levée.
desk-order-arrival = Ordre : arrivée
desk-order-balanced = Ordre : équilibre
desk-order-to-arrival = Passer à l’ordre d’arrivée
desk-order-to-balanced = Passer à l’ordre équilibré : d’abord les moins entendus
desk-add = Inscrire…
desk-drag = Glisser { $name } à une autre place
desk-row-acts = { $rank }. { $name } : que faire
desk-caption-move = changer de place
desk-caption-heard = utilisé
desk-caption-start = début
desk-not-heard = –
desk-heard-hint = { $turns ->
    [0] N’a pas encore parlé
    [one] Temps utilisé en { $turns } intervention
   *[other] Temps utilisé en { $turns } interventions
}
desk-eta-hint = Commencerait à { $pace } au rythme actuel, à { $limits } au maximum
desk-away = absent
desk-row-behalf = +{ $count }
desk-line-limits = { $count ->
    [one] { $time } au maximum · { $count } ne serait pas entendue
   *[other] { $time } au maximum · { $count } ne seraient pas entendues
}
desk-line-pace = { $time } au rythme actuel
desk-call-now = Appeler { $name } maintenant
desk-floor-taken = Quelqu’un a la parole
desk-later = Son tour vient à une autre étape de la séance
desk-change-links = Modifier les liens…
desk-withdraw = Retirer de la liste
desk-is-back = De retour dans la salle

reason-lineup = Selon l’ordre des groupes
reason-arrival = Par ordre d’arrivée
reason-first_time = N’a pas encore parlé dans la séance
reason-fewer_turns = A parlé moins souvent
reason-second_turn = A déjà parlé dans ce tour : après ceux qui n’ont pas parlé
reason-moved = Place fixée par la présidence
reason-answer = Répond à une question
reason-right_of_reply = Droit de réponse : après la liste

# In the list, where room is scarce.
short-remarks = Présidence
short-intervention = Intervention
short-statement = Déclaration
short-reply = Réponse
short-question = Question
short-reply_and_question = Rép. et quest.
short-answer = Rép. due
short-follow_up = Observation
short-right_of_reply = Dr. de rép.

## Right

desk-lineup = Passages des groupes
desk-slot-acts = Passage de { $name } : que faire
desk-slot-time = Temps de passage utilisé
desk-arrange = Qui parle, et dans quel ordre
desk-arrange-title = Passage de { $name }
desk-not-ready = Pas encore prêt : passe à la fin
desk-not-ready-again = Pas prêt : perd son passage
desk-restore = Rendre le passage
slot-waiting = en attente
slot-speaking = a la parole
slot-part_heard = en cours
slot-heard = entendu
slot-lapsed = passage perdu
slot-deferred = passé à la fin

desk-dues = Réponses dues · { $count }
desk-due-of = { $group } à { $asker }
desk-question-of = Question de { $asker }
desk-no-dues = Aucune réponse n’est due.
desk-answers-mode = Quand les réponses sont prises
answers-at_once = Aussitôt
answers-batch = Par séries
answers-at_end = À la fin
due-due = due
due-ripe = maintenant
desk-written = Répondra par écrit
desk-written-count = { $count ->
    [one] { $count } par écrit
   *[other] { $count } par écrit
}

desk-issues = Sujets soulevés · { $count }
desk-issues-open = { $count ->
    [one] { $count } sans réponse
   *[other] { $count } sans réponse
}
desk-issue-open = sans réponse
desk-issue-replies = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
desk-issue-detached = invalidé
fact-written = promet une réponse écrite
fact-acknowledged = reconnaît une action
fact-written-short = par écrit
fact-acknowledged-short = action
desk-issue-acts = { $issue } : que faire
desk-issue-amend = Corriger…
desk-issue-mark = Noter ce qu’a dit un État…
desk-issue-merge = Fusionner avec un autre…
desk-issue-split = Diviser en deux…
desk-issue-part = Séparer { $issue }
desk-issue-withdraw = Retirer le sujet
desk-no-issues = Aucun n’a encore été soulevé.
desk-raise = Noter…

desk-forecast = Prévision
desk-forecast-later = Calculée à partir de l’ouverture.
desk-over-planned-end = Au maximum, { $minutes } min après { $time }.
desk-within-planned-end = Au maximum, { $minutes } min avant { $time }.
desk-forecast-basis = { $samples ->
    [0] Rythme supposé : { $percent } % du temps
    [one] Rythme : { $percent } % du temps, sur { $samples } intervention
   *[other] Rythme : { $percent } % du temps, sur { $samples } interventions
}
desk-round-yes = Un autre tour est possible.
desk-round-yes-why = Il reste { $minutes } min.
desk-round-tight = Un autre tour serait juste.
desk-round-tight-why = Seulement au rythme actuel ; au maximum il manque { $minutes } min.
desk-round-no = Un autre tour n’est pas possible.
desk-round-no-why = Il manque { $minutes } min.
desk-round-states = Un autre tour avec combien d’États
desk-round-states-short = États.
desk-extend = Prolonger de { $minutes } min
desk-hard-stop = L’interprétation s’arrête à { $time }.
desk-statements-of = déclarations de { $length }
desk-try-shorten = Essayer « { $length } »
desk-try-written = Essayer « par écrit »
desk-preview-shorten = Essai : déclarations de { $length }
desk-preview-written = Essai : réponses par écrit
desk-preview-length = De { $from } à { $to }, pour ceux qui n’ont pas encore été appelés.
desk-preview-gain = { $minutes } min de moins
desk-preview-whom = À qui on la demande par écrit
desk-preview-behind = { $count ->
    [0] À qui n’a plus le temps : personne
    [one] À qui n’a plus le temps : { $count }
   *[other] À ceux qui n’ont plus le temps : { $count }
}
desk-preview-all = { $count ->
    [one] Au { $count } qui attend
   *[other] Aux { $count } qui attendent
}
desk-preview-touched = { $count ->
    [0] Ne concerne personne
    [one] Concerne { $count } inscription
   *[other] Concerne { $count } inscriptions
}
desk-preview-close-list = Et clore la liste
desk-preview-do = Appliquer

## Bottom

desk-scene-of = { $screen } : choisir la vue
desk-observers = { $count ->
    [one] { $count } observateur
   *[other] { $count } observateurs
}
desk-seats-online = { $online } sièges sur { $seats } en ligne
desk-clock-moved = L’horloge du serveur a sauté de { $seconds } s
desk-message = Message…
desk-suspend = Suspendre…

## Dialogs

desk-cancel = Annuler
desk-save = Enregistrer
desk-seat = Qui
desk-seat-hint = Nom ou code, par exemple MX
desk-lane = Nature
desk-language = Langue parlée
desk-text = Texte court
desk-add-title = Inscrire au nom d’un siège
desk-add-do = Inscrire
desk-links-title = Liens de { $name }
desk-replies-to = Répond à
desk-asks = Interroge
desk-answers-to = Répond à la question
desk-follows-up = Observation sur la réponse de
desk-follow-up-reply = { $party }, sur { $issues }
desk-follow-up-none = Il n’y a pas de réponse à commenter.
desk-raise-title = Noter un sujet
desk-raise-do = Noter
desk-amend = Corriger { $issue }
desk-theme = Thème
desk-issue-title = Titre court (peut venir plus tard)
desk-addressees = S’adresse à
desk-all-states = Tous les États
desk-add-addressee = Ajouter un autre État
desk-take-off = Retirer { $name }
desk-issue-merge-title = Fusionner { $issue }
desk-issue-merge-into = Traité comme partie de
desk-issue-merge-do = Fusionner
desk-issue-split-title = Diviser { $issue }
desk-issue-split-name = Titre du second sujet
desk-issue-split-do = Diviser
desk-issue-mark-title = { $issue } : ce qu’a dit un État
desk-issue-mark-who = Quel État
desk-issue-mark-what = Ce qu’il a dit
desk-issue-unmark = Retirer
desk-on-behalf = Aussi au nom de
desk-on-behalf-none = Lui seul
desk-guest = Invité…
desk-guest-title = Donner la parole à un invité
desk-guest-do = Inscrire en tête
desk-guest-name = Nom
desk-guest-function = Fonction
desk-guest-time = Temps
desk-guest-hint = En tête de liste ; personne ne perd sa place.
desk-keys = Touches…
desk-keys-title = Touches de cette console
desk-keys-hint = Gardées sur cet appareil. Aucune lettre seule n’agit.
desk-keys-change = { $act } : changer la touche
desk-keys-switch-off = { $act } : sans touche
desk-keys-press = Appuyez sur une touche…
desk-keys-off = sans touche
desk-keys-clash = La même que : { $act }. Aucune n’agit.
desk-keys-unfit = Avec Ctrl ou Alt, ou une touche de fonction.
desk-keys-reset = Touches habituelles
key-hold = Pause et reprise
key-end_and_call = Terminer et appeler
key-point = Motion d’ordre
key-add = Inscrire
key-guest = Invité
key-undo = Annuler
key-more_time = Plus de temps
key-less_time = Moins de temps
key-row_up = Monter une ligne
key-row_down = Descendre une ligne
key-next_panel = Panneau suivant
key-panel_before = Panneau précédent
key-home = Revenir au bouton principal
desk-message-title = Message aux écrans
desk-message-text = Texte, une ou deux lignes
desk-message-show = Afficher
desk-message-clear = Retirer le message actuel
desk-suspend-title = Suspendre la séance
desk-suspend-do = Suspendre
desk-suspend-why = Motif
desk-suspend-until = Reprise
desk-suspend-at = { $time } (+{ $minutes } min)
desk-suspend-open = À annoncer
