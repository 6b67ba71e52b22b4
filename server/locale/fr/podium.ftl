# Le pupitre : ce que lit la présidence.

podium-page = Pupitre de la présidence
podium-no-entry = Le pupitre ne peut pas s’ouvrir
podium-wrong-access-link = Ce lien n’est pas celui du pupitre. Demandez le vôtre au Secrétariat.
podium-connecting = Connexion…

podium-planned-start = Début prévu
podium-planned-end = Fin prévue
podium-time = Heure

podium-next = Ensuite
podium-more = et { $count } de plus
podium-nobody = Aucun orateur inscrit
podium-speaks = s’exprime en { $language }

## Quand le dire

podium-say = À dire
podium-when-done = À la fin de l’intervention
podium-when-interpreted = Une fois l’interprétation terminée
podium-then = Puis
podium-ruling = Puis, votre décision
podium-either = Puis, selon votre décision
podium-announce = À annoncer
podium-point = Motion d’ordre
podium-held = En pause
podium-suspended = Séance suspendue
podium-over = Temps écoulé

## Ce qui se dit

podium-open = Mesdames et Messieurs les délégués, Mesdames et Messieurs les représentants des acteurs sociaux, je déclare ouvert ce dialogue.
podium-start_round = Nous commençons le tour { $round }. La parole est d’abord aux acteurs sociaux.
podium-round-begins = Nous commençons le tour { $round }.
podium-start_exchange = Nous passons aux réponses et questions des États.
podium-invite = La liste des orateurs est ouverte : les délégations qui souhaitent intervenir sont invitées à demander la parole.
podium-none-left = La liste des orateurs est épuisée.
podium-absent = Les orateurs encore inscrits ne sont pas dans la salle.
podium-to-closing = Nous passons à la clôture.
podium-reopened = Le dialogue est rouvert.
podium-close = Merci de votre participation. Je déclare ce dialogue clos.
podium-thanks = Je remercie { $whom } de cette intervention.
podium-conclude = Je prie { $whom } de bien vouloir conclure.
podium-wait = Un instant, s’il vous plaît.
podium-pause = Nous faisons une pause : { $reason }.
podium-resume = Nous reprenons la séance.
podium-last-call = La liste sera close à { $time } ; les délégations sont priées de s’inscrire.
podium-rule-upheld = La présidence fait droit à la motion d’ordre.
podium-rule-dismissed = La présidence rejette la motion d’ordre.
podium-rule-noted = La présidence en prend note.

# Suivi de la personne, comme on le dit à voix haute.
podium-give = Je donne la parole
podium-give-answer = Pour répondre, je donne la parole
podium-give-right_of_reply = Au titre du droit de réponse, je donne la parole
podium-give-point = Pour une motion d’ordre, je donne la parole
podium-give-back = Je rends la parole
podium-whom = { $article ->
    [le] au { $name }
    [la] à la { $name }
    [l] à l’{ $name }
    [les] aux { $name }
    [none] à { $name }
   *[unknown] { $name }
}
# Qui l’on remercie, et qui l’on prie de conclure.
podium-named = { $article ->
    [le] le { $name }
    [la] la { $name }
    [l] l’{ $name }
    [les] les { $name }
   *[none] { $name }
}

# De qui l’on ne sait pas avec quel article son nom se dit : sans article.
podium-plain-thanks = Je vous remercie de votre intervention.
podium-plain-conclude = Je vous prie de bien vouloir conclure.
podium-plain-give = Vous avez la parole :
podium-plain-give-answer = Pour répondre, vous avez la parole :
podium-plain-give-right_of_reply = Au titre du droit de réponse, vous avez la parole :
podium-plain-give-point = Pour une motion d’ordre, vous avez la parole :
podium-plain-give-back = Vous avez de nouveau la parole :

## La fiche de clôture (R39)

podium-sheet = Reste en suspens
podium-sheet-nothing = Il ne reste rien en suspens.
podium-sheet-requests = Demandes non entendues · { $count }
podium-sheet-rights = Droits de réponse non entendus · { $count }
podium-sheet-points = Motions d’ordre non entendues · { $count }
podium-sheet-dues = Réponses attendues · { $count }
podium-sheet-due = { $group } › { $asker }
podium-sheet-issues = Sujets sans réponse · { $count }
podium-sheet-actions = Actions conjointes non reconnues par tous · { $count }
