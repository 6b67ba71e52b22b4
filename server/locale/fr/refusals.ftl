# Pourquoi un acte n’a pas été accompli : une phrase par code. Rien n’a changé.

refusal-not_allowed = Ce lien ne permet pas cela.
refusal-not_now = Cela ne peut se faire en ce moment.
refusal-not_yours = Cela appartient à un autre siège.
refusal-not_active_console = Une autre console préside ; celle-ci ne fait que suivre.
refusal-overtaken = La situation a changé entre-temps. Voyez où l’on en est et recommencez s’il le faut.
refusal-unknown = Cela n’existe plus.
refusal-floor_taken = Quelqu’un a déjà la parole.
refusal-list_closed = La liste des orateurs est close. La présidence peut vous admettre.
refusal-already_asked = Vous avez déjà demandé la parole ; vous pouvez modifier cette demande.
refusal-nothing_due = Aucune question n’attend de réponse.
refusal-time_out_of_range = Le temps sortirait de ses limites.
refusal-limit_reached = Le maximum permis par les règles est atteint.
refusal-too_long = Le texte est trop long. Veuillez l’abréger.
refusal-no_text = Ce texte ne contient rien de lisible. Veuillez l’écrire.
refusal-too_many_devices = Ce siège est déjà ouvert sur d’autres appareils ; fermez-en un.
refusal-take_over_waits = L’autre console peut encore s’y opposer. Attendez quelques secondes.
refusal-bad_links = Ce qui est indiqué ne convient pas à ce type d’intervention.
refusal-bad_command = Le serveur n’a pas compris l’acte. Rechargez la page.
refusal-id_reused = Le numéro de cet acte a déjà servi pour un autre ; l’acte ne compte pas. Recommencez.
refusal-busy = Trop d’actes sont en attente. Réessayez dans un instant.
refusal-not_saved = L’enregistrement a échoué ; l’acte ne compte pas. Réessayez.
refusal-unsettled = On ne sait pas encore si cela a été enregistré ; la question est reposée.
refusal-revoked = Ce lien n’est pas connu ici. Copiez-le encore une fois en entier ; si cela ne suffit pas, demandez le vôtre au Secrétariat.
refusal-reload = Il y a une nouvelle version. Rechargez la page.
refusal-failed = Le serveur a commis une erreur ; rien n’a changé.
