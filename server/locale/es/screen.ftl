# Las pantallas de la sala.

hall-page = Pantalla de la sala
hall-next = A continuación
hall-list = Lista de oradores
hall-list-more = y { $count } más
hall-list-empty = No hay oradores inscritos
hall-actions-empty = Ninguna acción conjunta aún
hall-in-language = en { $language }
hall-stale = Última actualización: { $time }
hall-connecting = Conectando…
hall-refused = Esta pantalla necesita un enlace nuevo
