# Le téléphone d’un siège : représentants des groupes, délégations des États.

seat-connecting = Connexion…
seat-connecting-means = Votre place dans la liste est conservée sur le serveur, quoi qu’il arrive à ce téléphone.
seat-refused = Ce lien n’ouvre aucun siège
seat-refused-means = Ce n’est pas le lien d’un siège. Demandez le vôtre au Secrétariat.
seat-devices = Déjà ouvert sur d’autres appareils
seat-devices-means = Un siège ne peut être ouvert que sur quelques-uns à la fois. Fermez-en un autre ; celui-ci entrera de lui-même.
seat-reload = Il y a une nouvelle version
seat-do-reload = Recharger la page

## What a statement is about

seat-about-answers = Réponse à la question : { $parties }
seat-about-replies = Réponse à { $issues }
seat-about-follows-up = Observation sur la réponse : { $parties }
seat-about-right = Droit de réponse à : { $parties }
seat-about-asks = Question à : { $groups }

## Wait

seat-place-list = sur la liste
seat-place-list-exchange = sur la liste des réponses et questions
seat-place-slot = passage de votre groupe
seat-when = Vers { $from }
seat-when-span = Vers { $from }–{ $to }
seat-place-kept = Votre place est conservée.
seat-when-not-begun = Les réponses et questions suivent les interventions des groupes.
seat-after = Après : { $names }

## You are next

seat-next = À vous ensuite
seat-next-chair = La présidence va vous donner la parole.
seat-next-called = Va commencer : { $name }.
seat-next-held = En pause : { $name }.
seat-next-point = La présidence tranche une motion d’ordre.
seat-next-left = A la parole : { $name }, encore { $time }.
seat-next-over = Termine : { $name }.
seat-next-length = Vous aurez { $time }.
seat-next-shortened = Vous aurez { $time } au lieu de { $was } : la présidence a abrégé les interventions.
seat-next-slot-length = Votre groupe dispose de { $time }.
seat-next-prepare = Gardez votre micro à portée de main.

## Called

seat-called = Vous avez la parole
seat-called-length = { $time } dès que vous commencerez
seat-called-say = Dites à la présidence si vous pouvez commencer.
seat-called-told-ready = La présidence sait que vous pouvez commencer. Le chronomètre partira quand vous commencerez.
seat-called-told-not-now = La présidence sait que ce n’est pas le moment. Attendez sa décision.

## Speak

seat-speaking = Vous avez la parole
seat-held = En pause
seat-speak-of = sur { $time }
seat-speak-over-of = de dépassement, sur { $time }
seat-speak-pace = Les interprètes vous suivent. Parlez à un rythme régulier.
seat-speak-conclude = Veuillez conclure.
seat-speak-over = Votre temps est écoulé. Veuillez terminer votre phrase.
seat-speak-held = Votre chronomètre est arrêté. La présidence vous dira quand reprendre.
seat-speak-told-finished = La présidence sait que vous avez terminé.

## In no list

seat-idle-may-ask = Vous n’êtes pas sur la liste. Demandez la parole quand vous le souhaitez.
seat-idle-ask-from = Vous pourrez demander la parole le { $day } à partir de { $time }.
seat-idle-list-closed = La liste des orateurs est close. La présidence peut encore vous admettre : adressez-vous au Secrétariat.
seat-idle-chair = La présidence a la parole dès que personne d’autre ne l’a.
seat-idle-closing = Le Dialogue se termine ; les demandes ne sont plus admises.
seat-idle-not-now = On ne peut pas demander la parole en ce moment.
seat-asked-written = La présidence vous demande une réponse écrite ; la parole ne vous sera pas donnée pour cela.
seat-ready = { $name } va répondre à la question : { $parties }.
seat-idle-dues = { $count ->
    [one] Une question attend la réponse de votre groupe.
   *[other] { $count } questions attendent la réponse de votre groupe.
}
seat-idle-follow-up = Des États ont répondu aux sujets de votre groupe. Vous pouvez présenter une observation.
seat-idle-group-before = Votre groupe parle lors du tour d’interventions. Vous pouvez déposer ses sujets à l’avance.
seat-idle-group-interventions = { $turn ->
    [colleague] À ce tour, parle pour votre groupe : { $name }.
   *[over] Le passage de votre groupe est terminé. Ensuite, vous pourrez répondre aux questions et présenter des observations.
}
seat-idle-group-exchange = Rien à répondre pour l’instant. Quand un État posera une question à votre groupe ou répondra à ses sujets, vous pourrez intervenir ici.
seat-away = Absence signalée
seat-away-means = Vos demandes gardent leur place ; entre-temps, la parole est donnée à d’autres. Signalez votre retour.
seat-in-vain = La parole vous a été donnée à { $time } et personne n’a répondu.
seat-in-vain-down = Votre demande a donc reculé dans la liste. Restez près de votre micro : si cela se reproduit, votre absence sera signalée.
seat-in-vain-after-colleague = La parole ira donc d’abord à votre collègue, puis à vous. Restez près de votre micro : si cela se reproduit, votre absence sera signalée.
seat-in-vain-slot-last = Le passage de votre groupe est donc reporté à la fin de ce tour. Restez près de votre micro : si personne ne répond encore, il sera perdu.
seat-in-vain-slot-lapsed = Votre groupe a donc perdu son passage à ce tour. Si vous êtes là, signalez-le à la présidence, qui peut vous le rendre.
seat-in-vain-away = Votre absence est donc signalée. Si vous êtes là, indiquez votre retour.
seat-closed = Merci
seat-closed-means = Le Dialogue est clos.

## What I can do

seat-do-ask = Demander la parole
seat-do-change = Modifier
seat-do-withdraw = Retirer
seat-do-answer = Je peux répondre : { $party }
seat-do-written = Promettre une réponse écrite
seat-do-follow-up = Présenter une observation
seat-do-slot = Qui parle
seat-do-issue = Déposer un sujet
seat-do-issues = Mes sujets ({ $count })
seat-do-ready = Je peux commencer
seat-do-not-now = Pas maintenant, gardez ma place
seat-do-finished = J’ai terminé
seat-do-cede = Céder le reste : { $name }
seat-cede-means = Vous terminez ; la parole passe, avec le temps restant, à : { $name }.
seat-cede-keep = Je continue
seat-cede-do = Céder
seat-do-return = Je suis de retour
seat-do-point = Motion d’ordre
seat-do-more = Plus…
seat-do-right = Droit de réponse
seat-do-promise = Répondre par écrit à un sujet
seat-do-substitute-on = Suppléance sur ce siège
seat-do-substitute-off = La personne titulaire est de retour
seat-do-away = Je quitte la salle
seat-do-away-means = Vos demandes gardent leur place ; entre-temps, la parole est donnée à d’autres.
seat-substitute-means = La suppléance garde le nom et la place sur la liste.
seat-pending-means = Ce sera envoyé dès que la connexion sera rétablie.

## Sheets

seat-form-just = La parole, simplement
seat-form-or = Ou dites à quel propos, pour que les autres et les interprètes se préparent :
seat-form-replies = Répondre à…
seat-form-asks = Poser une question à…
seat-form-answers = Réponse à
seat-form-text = En quelques mots (facultatif)
seat-form-language = Je parlerai en
seat-form-ask-so = Demander la parole ainsi
seat-bloc = Au nom d’autres États (facultatif)
seat-bloc-find = Chercher par nom ou par code
seat-bloc-none = Aucun autre État ne porte ce nom.
seat-bloc-means = Vous aurez plus de temps. Les autres pourront retirer leur demande ; personne ne le fait pour eux.
seat-bloc-remove = Enlever { $name }
seat-text-left = { $count ->
    [one] Il reste 1 caractère
   *[other] Il reste { $count } caractères
}

seat-change-title = Modifier ma demande
seat-change-keeps = Votre place dans la liste est conservée.
seat-offer = { $party } parle aussi en votre nom. Vous pouvez retirer votre demande si vous le souhaitez.
seat-change-do = Enregistrer
seat-change-done = La modification est enregistrée.

seat-withdraw-title = Retirer la demande ?
seat-withdraw-means = Vous renoncez à votre place, { $rank } sur la liste. Une nouvelle demande vous mettrait à la fin.
seat-withdraw-keep = Garder ma place

seat-written-means = Votre groupe ne répondra plus oralement ; la promesse est consignée.
seat-written-to = À
seat-written-do = Promettre
seat-written-done = Votre promesse de réponse écrite est consignée.
seat-written-none = Plus aucune réponse n’est attendue.

seat-follow-up-means = Votre groupe peut présenter, une fois et brièvement, une observation sur chaque réponse à ses sujets, si la présidence l’accorde.
seat-follow-up-which = Quelle réponse ?
seat-follow-up-reply = { $party }, sur { $issues }
seat-follow-up-none = Il n’y a plus de réponse à commenter.

seat-slot-budget = Votre groupe dispose de { $budget } à ce tour.
seat-slot-budget-used = Il reste à votre groupe { $left } sur { $budget } à ce tour.
seat-slot-who = Qui parle ?
seat-slot-order = { $first }, puis { $then }
seat-slot-alone = Seulement { $first }
seat-slot-me = moi
seat-slot-do = Fixer cet ordre
seat-slot-keep = Laisser ainsi
seat-slot-none = Votre groupe n’a plus de passage à ce tour.

seat-issue-means = Il est soulevé, et visible de tous, quand vous commencez votre intervention.
seat-issue-theme = Thème
seat-issue-title = Titre court (facultatif)
seat-issue-language = Langue du titre
seat-issue-to = Adressé à
seat-issue-all = Tous les États
seat-issue-some = { $count ->
    [0] Certains États…
    [one] 1 État
   *[other] { $count } États
}
seat-issue-states = États
seat-issue-choose-theme = Choisissez un thème pour déposer le sujet.
seat-issue-do = Déposer le sujet
seat-issue-done = Le sujet est déposé.
seat-issue-amend = Modifier le sujet
seat-issue-amended = Le sujet est modifié.
seat-issue-withdraw = Retirer le sujet
seat-issue-withdrawn = Le sujet est retiré.
seat-issues-means = Déposés et pas encore soulevés : personne d’autre ne les voit. Touchez-en un pour le modifier ou le retirer.
seat-issues-none = Il n’en reste aucun à soulever.

## Point of order (R30)

seat-point = Votre motion d’ordre
seat-point-means = La présidence vous donne la parole. Exposez-la maintenant, en quelques mots : la procédure seule, pas le fond.
seat-point-waits = La présidence a reçu votre motion d’ordre. Personne d’autre ne la voit.
seat-point-title = Présenter une motion d’ordre ?
seat-point-private = Seule la présidence la voit. Quand elle vous donne la parole, le chronomètre de l’orateur s’arrête et vous l’exposez : sur la procédure, pas sur le fond.
seat-point-keep = Non, revenir
seat-point-do = La présenter

## Right of reply, written replies to issues (R28, R31)

seat-more-title = Plus
seat-right-means = Pour répondre à qui vous a mis en cause. La présidence l’accorde, après la liste ; deux fois au plus.
seat-right-to = À quelle intervention ?
seat-right-any = À aucune en particulier
seat-right-do = Demander le droit de réponse
seat-promise-means = La promesse est visible de tous à côté du sujet et consignée. Vous pouvez la retirer.
seat-promise-to = À quel sujet ?
seat-promise-given = Vous avez déjà promis une réponse écrite
seat-promise-do = Promettre une réponse écrite
seat-promise-undo = Retirer la promesse
seat-promise-done = Votre promesse de réponse écrite est consignée.
seat-promise-undone = La promesse est retirée.

## Said to screen readers and in the page’s title

seat-say-waiting = { $rank } sur la liste
seat-say-next = À vous ensuite
seat-say-called = Vous avez la parole
seat-say-point = La présidence vous donne la parole pour votre motion d’ordre
seat-say-speaking = Votre chronomètre tourne
seat-say-held = Votre chronomètre est en pause
seat-say-away = Absence signalée
seat-say-idle = Vous n’êtes sur aucune liste
seat-say-closed = Le Dialogue est clos

## Joint actions

seat-do-propose = Proposer une action conjointe…
seat-do-actions = Actions conjointes qui vous nomment · { $count }
seat-do-actions-waiting = { $count ->
    [one] Une action conjointe vous nomme : répondez
   *[other] { $count } actions conjointes vous nomment : répondez
}
seat-actions-means = Chaque partie nommée dit si elle reconnaît l’action. Votre collègue peut répondre aussi ; la dernière réponse compte et peut être changée.
seat-actions-none = Aucune action conjointe ne vous nomme plus.
seat-action-acknowledge = Reconnaître
seat-action-decline = Ne pas s’y associer…
seat-action-decline-do = Ne pas s’y associer
seat-action-back = Retour
seat-action-leave-open = Laisser sans réponse
seat-action-words = Dans vos propres termes (facultatif) ; tous les voient
seat-propose-title = Proposer une action conjointe
seat-propose-means = Ceux que vous nommez sont interrogés sur leur téléphone. Tous voient votre proposition aussitôt.
seat-propose-what = Ce qui sera fait
seat-propose-who = À réaliser par qui ? On leur demande de la reconnaître.
seat-propose-others = Autres, sans siège ici
seat-propose-by-when = Échéance
seat-propose-mandate = De quel mandat (cité comme provisoire)
seat-propose-issue = De quel sujet vient-elle ?
seat-propose-no-issue = D’aucun
seat-propose-do = Proposer
seat-propose-missing = Dites ce qui sera fait, et par qui.
seat-propose-done = Votre proposition est consignée.
