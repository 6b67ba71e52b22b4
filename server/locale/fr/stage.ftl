# La régie : ce que montre chaque écran. La console de la présidence utilise aussi les noms des vues.

screen-well = à jour
screen-behind = en retard
screen-gone = sans signal depuis { $time }
screen-never = non connecté

scene-speaker = Orateur
scene-list = Liste
scene-actions = Actions
scene-message = Message
scene-blank = Vide
scene-freeze = Figé

stage-page = Régie
stage-no-entry = La régie ne peut pas s’ouvrir
stage-wrong-access-link = Ce lien n’est pas celui de la régie. Demandez le vôtre au Secrétariat.
stage-connecting = Connexion…

stage-screens = Écrans
stage-preview = Aperçu
stage-picture-of = Ce que montre { $screen }
stage-scene = Vue
stage-take-all = Envoyer à tous
stage-take-here = Envoyer ici
stage-freeze = Figer
stage-freeze-all = Figer tous
stage-blank = Vide
stage-blank-all = Tous vides
stage-frozen = Figé : montre ce qu’il montrait avant

stage-message = Message aux écrans
stage-message-show = Afficher
stage-message-clear = Retirer le message
stage-message-shown = Sur les écrans : { $text }

stage-microphones = Micros
stage-now = Maintenant : { $name }
stage-now-chair = Maintenant : la présidence
stage-next = Ensuite : { $names }
stage-next-nobody = Ensuite : aucun orateur inscrit
