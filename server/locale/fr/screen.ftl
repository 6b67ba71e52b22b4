# Les écrans de la salle.

hall-page = Écran de la salle
hall-next = Ensuite
hall-list = Liste des orateurs
hall-list-more = et { $count } de plus
hall-list-empty = Aucun orateur inscrit
hall-actions-empty = Aucune action conjointe pour le moment
hall-in-language = en { $language }
hall-stale = Dernière mise à jour : { $time }
hall-connecting = Connexion…
hall-refused = Cet écran a besoin d’un nouveau lien
