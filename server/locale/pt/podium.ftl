# A tribuna: o que a Presidência lê.

podium-page = Tribuna da Presidência
podium-no-entry = Não é possível abrir a tribuna
podium-wrong-access-link = Este link não é o da tribuna. Peça o seu à Secretaria.
podium-connecting = Conectando…

podium-planned-start = Início previsto
podium-planned-end = Fim previsto
podium-time = Hora

podium-next = A seguir
podium-more = e mais { $count }
podium-nobody = Não há oradores inscritos
podium-speaks = fala em { $language }

## Quando se diz

podium-say = Diga
podium-when-done = Quando terminar
podium-when-interpreted = Quando a interpretação terminar
podium-then = Depois
podium-ruling = Depois, sua decisão
podium-either = Depois, conforme decidir
podium-announce = Anuncie
podium-point = Questão de ordem
podium-held = Em pausa
podium-suspended = Sessão suspensa
podium-over = Tempo esgotado

## O que se diz

podium-open = Senhoras e Senhores Delegados, representantes dos atores sociais: declaro aberto este diálogo.
podium-start_round = Iniciamos a rodada { $round }. Falam primeiro os atores sociais.
podium-round-begins = Iniciamos a rodada { $round }.
podium-start_exchange = Passamos às respostas e perguntas dos Estados.
podium-invite = A lista de oradores está aberta: convidam-se as delegações que desejem intervir a pedir a palavra.
podium-none-left = Não há mais oradores na lista.
podium-absent = Quem ainda está na lista não se encontra na sala.
podium-to-closing = Passamos ao encerramento.
podium-reopened = Fica reaberto este diálogo.
podium-close = Agradeço a participação de todos. Declaro encerrado este diálogo.
podium-thanks = Agradeço { $whom } a intervenção.
podium-conclude = Peço { $whom } o favor de concluir.
podium-wait = Um momento, por favor.
podium-pause = Fazemos uma pausa: { $reason }.
podium-resume = Retomamos a sessão.
podium-last-call = A lista será encerrada às { $time }; pede-se às delegações que se inscrevam.
podium-rule-upheld = A Presidência acolhe a questão de ordem.
podium-rule-dismissed = A Presidência não acolhe a questão de ordem.
podium-rule-noted = A Presidência toma nota.

# Depois delas, a quem, como se diz em voz alta.
podium-give = Dou a palavra
podium-give-answer = Para responder, dou a palavra
podium-give-right_of_reply = Para exercer o direito de resposta, dou a palavra
podium-give-point = Para uma questão de ordem, dou a palavra
podium-give-back = Devolvo a palavra
podium-whom = { $article ->
    [o] ao { $name }
    [a] à { $name }
    [os] aos { $name }
    [as] às { $name }
    [none] a { $name }
   *[unknown] { $name }
}
# A quem se agradece e a quem se pede que conclua.
podium-named = { $article ->
    [o] ao { $name }
    [a] à { $name }
    [os] aos { $name }
    [as] às { $name }
   *[none] a { $name }
}

# De quem não se sabe com que artigo se diz o nome: sem ele.
podium-plain-thanks = Agradeço a intervenção.
podium-plain-conclude = Peço o favor de concluir.
podium-plain-give = Tem a palavra:
podium-plain-give-answer = Para responder, tem a palavra:
podium-plain-give-right_of_reply = Para exercer o direito de resposta, tem a palavra:
podium-plain-give-point = Para uma questão de ordem, tem a palavra:
podium-plain-give-back = Tem novamente a palavra:

## A folha de encerramento (R39)

podium-sheet = Fica pendente
podium-sheet-nothing = Nada fica pendente.
podium-sheet-requests = Pedidos não atendidos · { $count }
podium-sheet-rights = Direitos de resposta não ouvidos · { $count }
podium-sheet-points = Questões de ordem não ouvidas · { $count }
podium-sheet-dues = Respostas pendentes · { $count }
podium-sheet-due = { $group } › { $asker }
podium-sheet-issues = Assuntos sem resposta · { $count }
podium-sheet-actions = Ações conjuntas não reconhecidas por todos · { $count }
