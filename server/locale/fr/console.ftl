# The chair's console.

console-page = Console de la présidence
console-title = Dialogue
console-connecting = Connexion…
console-no-entry = Cette console ne peut pas être ouverte
console-wrong-access-link = Ce lien n’est pas celui d’une console de la présidence. Demandez le vôtre au Secrétariat.

## Top

console-steps = { $step } : aller à une autre partie de la séance
console-go-to = Passer à : { $step }
console-undo = Annuler : { $act }
console-now = Heure
console-end-pace = Fin à ce rythme
console-end-limits = Fin maximale
console-planned-start = Début prévu
console-planned-end = Fin prévue
console-closed-at = Terminée
console-presides = Préside
console-presides-from = Depuis la console de : { $console }
console-presiding = Cette console préside.
console-saved = Tout est enregistré
console-saving = Enregistrement…
console-unsent = { $count ->
    [one] { $count } acte non envoyé
   *[other] { $count } actes non envoyés
}
console-not-saved = Non enregistré
console-unknown = On ne sait pas si tout est enregistré
console-screen-unknown = sans nouvelles

console-chair = Présidence
console-deputy = Vice-présidence

## Who presides

console-only-watching = Cette console observe. Préside : { $console }.
console-silent = La console de { $console } ne répond plus. Prenez la présidence si elle ne revient pas.
console-take = Prendre la présidence
console-take-now = La prendre maintenant
console-take-wait = L’autre console peut encore s’y opposer pendant { $seconds } s.
console-asks-to-preside = La { $console } demande à présider et présidera dans { $seconds } s sans réponse de votre part.
console-take-refused = { $console } garde la présidence : votre demande est refusée.
console-consent = Accepter
console-refuse = Refuser

## The floor

console-floor = La parole
console-called = La parole lui est donnée
console-held = En pause : { $reason }
console-since = depuis { $time }
console-resumes-at = Reprise à { $time }
console-resumption-late = { $minutes } min de retard sur l’heure annoncée. Reprenez, ou annoncez une autre heure.
console-not-open = La séance n’a pas commencé
console-closed = La séance est levée
console-next-is = Ensuite : { $name }
console-remarks = Chronométrer la présidence
console-of-length = sur { $length }
console-ends-at = fin à { $time }
console-over-its-time = temps écoulé
console-called-for = attente { $time }
console-held-for = pause de { $time }
console-signal-ready = Peut commencer
console-signal-finished = Dit avoir terminé
console-signal-not_now = Demande d’attendre

console-acts = Actes sur cette intervention
console-hold = Pause
console-hold-why = Pause : choisir le motif
console-resume = Reprendre
console-less-time = Retirer 30 secondes
console-more-time = Donner 30 secondes de plus
console-began-earlier = Début avant…
console-earlier-by = { $seconds } s plus tôt
console-void = Invalider
console-void-hint = C’était une erreur : ne compte pas et revient à sa place dans la liste
console-links = Liens…
console-not-here = Absence
console-not-here-ask = Absence ?
console-withdraw-call = Retirer la parole
console-seat-menu = Siège…
console-seat-acts = { $name } : qui occupe le siège
console-is-away = A quitté la salle
console-substitute = Suppléance au siège
console-substitute-ends = Fin de la suppléance
console-substitute-short = suppl.
console-cede = Céder à { $name }
console-cede-hint = Le reste du temps passe à l’autre représentant du groupe

## Points of order

console-point = Motion
console-point-title = Motion d’ordre
console-point-none = Aucune motion d’ordre en attente.
console-point-do = Noter
console-point-text = De quoi il s’agit (facultatif)
console-point-waits = Soulève une motion d’ordre :
console-point-deciding = Motion d’ordre à trancher,
console-point-recognise = Donner la parole
console-point-withdraw = Motion retirée
console-point-rule = Trancher…
console-point-withdraw-of = { $name } : retirée
console-points-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
console-rule-title = Décision : { $name }
console-rule-how = Ce que décide la présidence
console-rule-do = Décider
ruling-upheld = Acceptée
ruling-dismissed = Rejetée
ruling-noted = Il en est pris acte
ruling-appealed = Un recours est consigné
console-rulings = Décisions rendues
console-ruling-correct = Corriger…

## The context button

do-open = Ouvrir la séance
do-start_round = Ouvrir le tour { $round }
do-call = Donner la parole : { $name }
do-call_answer = Donner la parole pour répondre : { $name }
do-start = { $name } : démarrer
do-end = { $name } : fin de l’intervention
do-end_and_call = Terminer et donner la parole : { $then }
do-resume = { $name } : reprise
do-resume_session = Reprendre la séance
do-start_exchange = Passer aux réponses et questions
do-finish_exchange = Terminer réponses et questions…
do-close = Lever la séance…
do-recognise = Motion d’ordre, donner la parole : { $name }
do-rule = Trancher : { $name }…
do-reopen = Rouvrir la séance
console-reopen = Rouvrir…
console-reopen-why = La séance a été levée à { $time }. Les écrans et les observateurs apprendront qu’elle continue.
do-interpreted = Interprétation terminée : { $name }

console-key-enter = Entrée
console-not-sent = Non envoyé : reconnexion
console-watching = Observe : une autre console préside
console-nothing-to-do = Rien en attente
console-just-changed = vient de changer
console-press-changed = Rien n’a été fait : ceci venait de changer. Appuyez de nouveau.
console-press-returned = Rien n’a été fait : le clavier venait de revenir ici. Appuyez de nouveau.
console-press-again = Fait une seule fois : le second appui est venu trop tôt.
console-ruling-first = D’abord la décision sur la motion d’ordre

console-leaving = Passer à : { $step }
console-drops-slots = { $count ->
    [one] { $count } passage de groupe reste inutilisé
   *[other] { $count } passages de groupe restent inutilisés
}
console-drops-requests = { $count ->
    [one] { $count } délégation n’a pas été entendue
   *[other] { $count } délégations n’ont pas été entendues
}
console-drops-written = { $count ->
    [one] { $count } intervention devient une réponse écrite
   *[other] { $count } interventions deviennent des réponses écrites
}
console-drops-rights = { $count ->
    [one] { $count } droit de réponse n’a pas été entendu
   *[other] { $count } droits de réponse n’ont pas été entendus
}
console-drops-points = { $count ->
    [one] { $count } motion d’ordre n’a pas été entendue
   *[other] { $count } motions d’ordre n’ont pas été entendues
}
console-drops-dues = { $count ->
    [one] { $count } réponse reste attendue
   *[other] { $count } réponses restent attendues
}
console-drops-issues = { $count ->
    [one] { $count } sujet reste sans réponse
   *[other] { $count } sujets restent sans réponse
}
console-drops-nothing = Rien ne reste en suspens.
console-closing-is-final = La clôture ne s’annule pas, mais on peut rouvrir pendant { $minutes } min.
console-sheet = Reste en suspens
console-sheet-slots = Passages de groupe inutilisés
console-sheet-requests = Délégations non entendues
console-sheet-written = Deviennent des réponses écrites
console-sheet-rights = Droits de réponse non entendus
console-sheet-points = Motions d’ordre non entendues
console-sheet-dues = Réponses attendues
console-sheet-issues = Sujets sans réponse
console-instead = À la place : { $step }
console-stay = Rester ici
console-confirm-scheduled = Confirmer
console-confirm-opening = Confirmer : ouvrir la séance
console-confirm-interventions = Confirmer : ouvrir le tour { $round }
console-confirm-exchange = Confirmer : réponses et questions
console-confirm-closing = Confirmer : passer à la clôture
console-confirm-closed = Confirmer : lever la séance

## What undo takes back

act-step_moved = passage à { $about }
act-extended = prolongation
act-suspended = suspension
act-resumption_announced = autre heure de reprise
act-session_resumed = reprise de la séance
act-lineup_ordered = ordre des groupes
act-slot_arranged = partage du temps, { $about }
act-slot_deferred = report, { $about }
act-slot_lapsed = passage perdu, { $about }
act-slot_missed = absence, { $about }
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
act-called = parole donnée, { $about }
act-call_withdrawn = parole retirée, { $about }
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
act-action_proposed = action conjointe, { $about }
act-action_amended = action conjointe modifiée, { $about }
act-action_retracted = action conjointe retirée, { $about }
act-action_restored = action conjointe rétablie, { $about }
act-action_merged = actions conjointes réunies, { $about }
act-action_answered = réponse à une action conjointe, { $about }
act-action_told = action sur un sujet, { $about }
act-linked = liens, { $about }
act-answers_set = moment des réponses
act-written_promised = réponse par écrit
act-message_set = message aux écrans
act-scene_set = vue, { $about }

## The list

console-list = Liste des orateurs · { $count }
console-list-keys = Liste des orateurs. Flèches : de ligne en ligne. Entrée : que faire de la ligne.
console-list-open = Liste ouverte
console-list-closed = Liste close
console-list-close = Clore la liste des orateurs
console-list-reopen = Rouvrir la liste des orateurs
console-list-acts = Liste des orateurs : ouvrir ou clore
console-list-call = Dernier appel
console-list-call-off = La laisser ouverte
console-list-last-call = Dernier appel { $time }
console-list-empty = Personne n’a demandé la parole.
console-list-held = Figée sous votre main : il y a du nouveau
console-list-over = La séance est levée.
console-order-arrival = Ordre : arrivée
console-order-balanced = Ordre : équilibre
console-order-to-arrival = Passer à l’ordre d’arrivée
console-order-to-balanced = Passer à l’ordre équilibré : d’abord qui a le moins parlé
console-add = Inscrire…
console-drag = Glisser { $name } à une autre place
console-row-acts = { $rank }. { $name } : que faire
console-caption-move = changer de place
console-caption-heard = utilisé
console-caption-start = début
console-not-heard = –
console-heard-hint = { $turns ->
    [0] N’a pas encore parlé
    [one] Temps utilisé en { $turns } intervention
   *[other] Temps utilisé en { $turns } interventions
}
console-eta-hint = Commencerait à { $pace } au rythme actuel, à { $limits } au maximum
console-away = hors de la salle
console-row-behalf = +{ $count }
console-line-limits = { $count ->
    [one] { $time } au maximum · { $count } ne pourrait pas parler
   *[other] { $time } au maximum · { $count } ne pourraient pas parler
}
console-line-pace = { $time } au rythme actuel
console-call-now = Donner maintenant la parole : { $name }
console-floor-taken = Quelqu’un a la parole
console-later = Son tour vient à une autre étape de la séance
console-change-links = Modifier les liens…
console-withdraw = Retirer de la liste
console-is-back = De retour dans la salle

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
short-answer = Rép. attendue
short-follow_up = Observation
short-right_of_reply = Dr. de rép.

## Right

console-lineup = Passages des groupes
console-slot-acts = Passage de { $name } : que faire
console-slot-time = Temps de passage utilisé
console-arrange = Qui parle, et dans quel ordre
console-arrange-title = Passage de { $name }
console-not-ready = Pas encore prêt : passe à la fin
console-not-ready-again = Pas prêt : perd son passage
console-restore = Rendre le passage
slot-waiting = en attente
slot-speaking = a la parole
slot-part_heard = en cours
slot-heard = terminé
slot-lapsed = passage perdu
slot-deferred = passé à la fin

console-dues = À répondre · { $count }
console-due-of = { $group } › { $asker }
console-question-of = Question de { $asker }
console-no-dues = Aucune réponse n’est attendue.
console-answers-mode = Quand les réponses sont prises
answers-at_once = Aussitôt
answers-batch = Par séries
answers-at_end = À la fin
due-due = attendue
due-ripe = maintenant
console-written = Répondra par écrit
console-written-count = { $count ->
    [one] { $count } par écrit
   *[other] { $count } par écrit
}

console-issues = Sujets soulevés · { $count }
console-issues-open = { $count ->
    [one] { $count } sans réponse
   *[other] { $count } sans réponse
}
console-issue-open = sans réponse
console-issue-replies = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
console-issue-detached = invalidé
fact-written = promet une réponse écrite
fact-written-short = par écrit
fact-acknowledged-short = action
console-issue-acts = { $issue } : que faire
console-issue-amend = Corriger…
console-issue-mark = Noter ce qu’a dit un État…
console-issue-merge = Fusionner avec un autre…
console-issue-split = Diviser en deux…
console-issue-part = Séparer { $issue }
console-issue-withdraw = Retirer le sujet
console-no-issues = Aucun n’a encore été soulevé.
console-raise = Noter…

console-forecast = Prévision
console-forecast-later = Calculée à partir de l’ouverture.
console-over-planned-end = Au maximum, { $minutes } min après { $time }.
console-within-planned-end = Au maximum, { $minutes } min avant { $time }.
console-forecast-basis = { $samples ->
    [0] Rythme supposé : { $percent } % du temps
    [one] Rythme : { $percent } % du temps, sur { $samples } intervention
   *[other] Rythme : { $percent } % du temps, sur { $samples } interventions
}
console-round-yes = Un autre tour est possible.
console-round-yes-why = Il reste { $minutes } min.
console-round-tight = Un autre tour serait juste.
console-round-tight-why = Seulement au rythme actuel ; au maximum il manque { $minutes } min.
console-round-no = Un autre tour n’est pas possible.
console-round-no-why = Il manque { $minutes } min.
console-round-states = Un autre tour avec combien d’États
console-round-states-short = États.
console-extend = Prolonger de { $minutes } min
console-hard-stop = L’interprétation s’arrête à { $time }.
console-statements-of = déclarations de { $length }
console-try-shorten = Essayer « { $length } »
console-try-written = Essayer « par écrit »
console-preview-shorten = Essai : déclarations de { $length }
console-preview-written = Essai : réponses par écrit
console-preview-length = De { $from } à { $to }, pour qui n’a pas encore eu la parole.
console-preview-gain = { $minutes } min de moins
console-preview-whom = À qui on la demande par écrit
console-preview-behind = { $count ->
    [0] À qui n’a plus le temps : personne
    [one] À qui n’a plus le temps : { $count }
   *[other] À ceux qui n’ont plus le temps : { $count }
}
console-preview-all = { $count ->
    [one] Au { $count } qui attend
   *[other] Aux { $count } qui attendent
}
console-preview-touched = { $count ->
    [0] Ne concerne personne
    [one] Concerne { $count } inscription
   *[other] Concerne { $count } inscriptions
}
console-preview-close-list = Et clore la liste
console-preview-do = Appliquer

## Bottom

console-scene-of = { $screen } : choisir la vue
console-observers = { $count ->
    [one] { $count } observateur
   *[other] { $count } observateurs
}
console-seats-online = { $online ->
    [one] { $online } siège sur { $seats } en ligne
   *[other] { $online } sièges sur { $seats } en ligne
}
console-clock-moved = L’horloge du serveur a sauté de { $seconds } s
console-message = Message…
console-suspend = Suspendre…

## Dialogs

console-cancel = Annuler
console-save = Enregistrer
console-seat = Qui
console-seat-hint = Nom ou code, par exemple MX
console-lane = Type d’intervention
console-language = Langue parlée
console-text = Texte court
console-add-title = Inscrire au nom d’un siège
console-add-do = Inscrire
console-links-title = Liens de { $name }
console-replies-to = Répond à
console-asks = Pose une question à
console-answers-to = Répond à la question
console-follows-up = Observation sur la réponse de
console-follow-up-reply = { $party }, sur { $issues }
console-follow-up-none = Il n’y a pas de réponse à commenter.
console-raise-title = Noter un sujet
console-raise-do = Noter
console-amend = Corriger { $issue }
console-theme = Thème
console-issue-title = Titre court (peut venir plus tard)
console-addressees = S’adresse à
console-all-states = Tous les États
console-add-addressee = Ajouter un autre État
console-take-off = Retirer { $name }
console-issue-merge-title = Fusionner { $issue }
console-issue-merge-into = Traité comme partie de
console-issue-merge-do = Fusionner
console-issue-split-title = Diviser { $issue }
console-issue-split-name = Titre du second sujet
console-issue-split-do = Diviser
console-issue-mark-title = { $issue } : ce qu’a dit un État
console-issue-mark-who = Quel État
console-issue-unmark = Retirer
console-on-behalf = Aussi au nom de
console-on-behalf-none = Aucun autre État
console-guest = Invitation…
console-guest-title = Donner la parole à une personne invitée
console-guest-do = Inscrire en tête
console-guest-name = Nom
console-guest-function = Fonction
console-guest-time = Temps
console-guest-hint = En tête de liste ; personne ne perd sa place.
console-keys = Touches…
console-keys-title = Touches de cette console
console-keys-hint = Gardées sur cet appareil. Aucune lettre seule n’agit.
console-keys-change = { $act } : changer la touche
console-keys-switch-off = { $act } : sans touche
console-keys-press = Appuyez sur une touche…
console-keys-off = sans touche
console-keys-clash = La même que : { $act }. Aucune n’agit.
console-keys-unfit = Avec Ctrl ou Alt, ou une touche de fonction.
console-keys-reset = Touches habituelles
key-hold = Pause et reprise
key-end_and_call = Terminer et donner la parole
key-point = Motion d’ordre
key-add = Inscrire
key-guest = Invitation
key-undo = Annuler
key-more_time = Plus de temps
key-less_time = Moins de temps
key-row_up = Monter une ligne
key-row_down = Descendre une ligne
key-next_panel = Panneau suivant
key-panel_before = Panneau précédent
key-home = Revenir au bouton principal
console-message-title = Message aux écrans
console-message-text = Texte, une ou deux lignes
console-message-show = Afficher
console-message-clear = Retirer le message actuel
console-suspend-title = Suspendre la séance
console-suspend-do = Suspendre
console-suspend-why = Motif
console-suspend-until = Reprise
console-suspend-at = { $time } (+{ $minutes } min)
console-suspend-open = À annoncer
console-resumption = Autre heure…
console-resumption-title = Annoncer une autre heure
console-resumption-do = Annoncer

## Joint actions

console-actions = Actions conjointes · { $count }
console-actions-recorded = Consignées : { $count }
console-no-actions = Aucune action conjointe n’a été proposée.
console-show-issues = Sujets
console-show-actions = Actions
console-propose = Proposer…
console-propose-title = Proposer une action conjointe
console-propose-do = Proposer
console-action-amend-title = Corriger l’action conjointe
console-action-by = Proposée par
console-action-by-chair = La présidence
console-action-what = Ce qui sera fait
console-action-who = À réaliser par : chaque partie est priée de la reconnaître
console-action-nobody = personne encore
console-action-others = Autres, sans siège
console-action-by-when = Échéance
console-action-mandate = Mandat (cité comme provisoire)
console-action-issue = De quel sujet elle vient
console-action-no-issue = aucun
console-action-voids = Si le texte change, les réponses déjà données ne comptent plus.
console-action-acts = { $what } : que faire
console-action-answers = Réponses des parties…
console-action-answers-title = Ce que disent les parties
console-action-words = Dans les termes de la partie (facultatif), pour la prochaine pression
console-action-acknowledged-do = Reconnaît
console-action-declined-do = Décline
console-action-left-open-do = Ouverte
console-action-merge = Réunir à une autre…
console-action-merge-title = Réunir l’action conjointe
console-action-part = Séparer « { $what } »
console-action-amend = Corriger…
console-action-withdraw = Retirer l’action conjointe
console-action-recorded = consignée
console-action-open = { $count } sur { $all }
console-action-text = texte
console-action-declined = déclinée
