# As telas da sala.

hall-page = Tela da sala
hall-next = A seguir
hall-list = Lista de oradores
hall-list-more = e mais { $count }
hall-list-empty = Não há oradores inscritos
hall-actions-empty = Nenhuma ação conjunta ainda
hall-in-language = em { $language }
hall-stale = Última atualização: { $time }
hall-connecting = Conectando…
hall-refused = Esta tela precisa de um link novo
