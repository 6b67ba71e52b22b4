# The record of the dialogue, in each of its formats.

## Title and pages

result-title = Ata resumida
result-provisional = PROVISÓRIO
result-provisional-why = Esta ata não foi publicada e ainda pode mudar.
result-original = Original: { $language }
result-prepared = Preparada em { $day } às { $time }
result-zone = Os horários são os de { $zone }.
result-page = Página { $page } de { $pages }
result-languages = Esta ata em outros idiomas

## Sections

result-opening = Abertura
result-introduction = Introdução
result-attendance = Participação
result-proceedings = Desenvolvimento
result-issues = Assuntos levantados e seu andamento
result-actions = Ações conjuntas
result-questions = Perguntas aos grupos
result-promises = Respostas escritas prometidas
result-points = Questões de ordem e decisões
result-suspensions = Suspensões
result-totals = Tempo de uso da palavra, por parte
result-conclusions = Conclusões
result-closing = Encerramento

## Columns

result-col-party = Parte
result-col-name = Nome
result-col-capacity = Qualidade
result-col-statements = Intervenções
result-col-time = Tempo
result-col-issue = Assunto
result-col-title = Título e tema
result-col-to = Dirigido a
result-col-became = O que consta
result-col-asker = Pergunta de
result-col-asked = A
result-col-answer = Resposta
result-all-parties = Todas as partes

## Opening, attendance, closing

result-opened = O diálogo foi aberto em { $day }, às { $time }.
result-planned = Estava previsto das { $start } às { $end }.
result-seats = { $count ->
    [one] 1 assento tinha direito à palavra; fizeram uso dela { $heard }.
   *[other] { $count } assentos tinham direito à palavra; fizeram uso dela { $heard }.
}
result-closed = O diálogo foi encerrado em { $day }, às { $time }.
result-not-closed = Quando esta ata foi preparada, o diálogo não havia sido encerrado.

## Statements

result-none-heard = Ninguém fez uso da palavra.
result-statement = { $who } fez uso da palavra das { $start } às { $end } ({ $length }): { $lane }, em { $language }.
result-announced = Anunciada como: “{ $what }”.
result-raised = Levantou: { $what }.
result-proposed = Propôs uma ação conjunta: { $what }.
result-replies_to = Respondeu a: { $what }.
result-asks = Perguntou a: { $what }.
result-answers = Respondeu à pergunta de: { $what }.
result-paragraph = par. { $number }
result-in-original = Texto em { $language }.
result-translated = Traduzido do { $language }.
result-translated-by = Traduzido do { $language } por { $name }.

## Issues

result-issues-none = Nenhum assunto foi levantado.
result-issues-count = { $count ->
    [one] Foi levantado 1 assunto.
   *[other] Foram levantados { $count } assuntos.
}
result-issues-open = { $count ->
    [0] De cada um consta uma resposta, uma promessa ou um reconhecimento.
    [one] Não consta resposta a 1 assunto: { $what }.
   *[other] Não consta resposta a { $count } assuntos: { $what }.
}
result-issue-all = todos os Estados
result-issue-replied = Resposta: { $what }.
result-issue-written = Resposta escrita prometida: { $names }.
result-issue-acknowledged = Ação reconhecida: { $names }.
result-issue-silent = Sem resposta registrada: { $names }.
result-issue-none = Sem resposta registrada.
result-issue-merged = Inclui: { $what }.

## Joint actions, questions, promises, points of order, suspensions

result-actions-none = Nenhuma ação conjunta foi proposta.
result-action-merged = Inclui: { $what }
result-questions-none = Nenhuma pergunta foi feita a um grupo.
result-question-answered = Respondida: { $what }
result-question-written = Resposta escrita prometida
result-question-open = Sem resposta registrada
result-promises-none = Nenhuma resposta escrita foi prometida.
result-promise-issue = { $party }: resposta escrita a: { $what }.
result-promise-question = { $party }: resposta escrita à pergunta de: { $what }.
result-promise-statement = { $party }: por escrito, uma declaração para a qual se havia pedido a palavra.
result-points-none = Nenhuma questão de ordem foi levantada.
result-point-upheld = Às { $time }, deu-se a palavra, para uma questão de ordem, a: { $party }. Às { $ruled }, a Presidência a acolheu.
result-point-dismissed = Às { $time }, deu-se a palavra, para uma questão de ordem, a: { $party }. Às { $ruled }, a Presidência não a acolheu.
result-point-noted = Às { $time }, deu-se a palavra, para uma questão de ordem, a: { $party }. Às { $ruled }, a Presidência a registrou.
result-point-open = Às { $time }, deu-se a palavra, para uma questão de ordem, a: { $party }. A Presidência ainda não havia decidido.
result-point-appealed = Registrou-se um recurso contra a decisão.
result-suspended = A sessão foi suspensa das { $since } às { $until }.
result-suspended-still = A sessão foi suspensa às { $since }.
