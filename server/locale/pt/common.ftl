# O que dizem todas as telas.

## O que é cada intervenção (R12)

lane-remarks = Palavras da Presidência
lane-intervention = Intervenção
lane-statement = Declaração
lane-reply = Resposta
lane-question = Pergunta
lane-reply_and_question = Resposta e pergunta
lane-answer = Resposta a uma pergunta
lane-follow_up = Comentário
lane-right_of_reply = Direito de resposta

relation-replies_to = responde a: { $what }
relation-asks = pergunta a: { $what }
relation-answers = responde à pergunta de: { $what }
relation-raises = levanta: { $what }

## Por quem, em que qualidade (R7, R17, R32)

behalf = em nome de: { $names }
seat-of-guest = a convite
seat-of-substitute = suplente

## Onde estamos (R1)

phase-scheduled = Antes da abertura
phase-opening = Abertura
phase-interventions = Intervenções
phase-exchange = Respostas e perguntas
phase-closing = Encerramento
phase-closed = Sessão encerrada
round-number = Rodada { $round }
heard-count = { $count ->
    [one] { $count } intervenção
   *[other] { $count } intervenções
}

## A palavra

floor-speaking = Tem a palavra
floor-chair = A Presidência tem a palavra

hold-interpretation = interpretação
hold-technical = problema técnico
hold-order_in_hall = ordem na sala
hold-medical = atendimento médico
hold-break = intervalo
hold-point_of_order = questão de ordem

suspended-break = A sessão está suspensa para um intervalo
suspended-interpretation = A sessão está suspensa por causa da interpretação
suspended-technical = A sessão está suspensa por um problema técnico
suspended-order_in_hall = A sessão está suspensa para restabelecer a ordem na sala
suspended-medical = A sessão está suspensa para um atendimento médico

## O relógio

clock-left = restam
clock-unknown = verificando a hora
clock-over = a mais
clock-of = { $word }, de { $length }
clock-passed-first = Resta { $time }
clock-passed-last = Restam { $time }
clock-passed-over = Tempo esgotado

## Idiomas

language-choose = Idioma
language-own-name = Português
language-es = espanhol
language-en = inglês
language-pt = português
language-fr = francês

## A conexão

connection-live = ao vivo
connection-polls = notícias a cada { $seconds } s
connection-stale = sem notícias desde { $time }
connection-offline = sem conexão; reconectando. Última notícia: { $time }
connection-connecting = conectando…
connection-refused = este link não é conhecido aqui
connection-reload = há uma versão nova: recarregue a página

## Cada situação numa frase

say-scheduled-day = A sessão começa em { $day }, às { $time }
say-scheduled-today = A sessão começa às { $time }
say-scheduled-soon = A sessão estava prevista para as { $time } e começará em breve
say-scheduled = A sessão ainda não começou
say-asks-day = Os Estados podem pedir a palavra em { $day }, a partir das { $time }
say-asks-today = Os Estados podem pedir a palavra a partir das { $time }
say-asks = Os Estados podem pedir a palavra
say-resumes-at = Será retomada às { $time }
say-resumes-anew = Novo horário: será retomada às { $time }
say-resumes-soon = Será retomada em breve
say-resumes-unknown = O horário da retomada será anunciado
say-resumes-open = O horário anunciado já não vale; será anunciado outro
say-held = Em pausa: { $reason }
say-point = Questão de ordem: { $name }
say-point-decides = A Presidência decidirá
say-point-stands = A Presidência decidirá; o relógio de quem falava está parado
say-last-call = Última chamada: a lista de oradores será encerrada em { $time }
say-list-closed = A lista de oradores está encerrada
say-presides = Preside: { $name }
say-closed = A sessão terminou
say-thanks = Agradecemos a todas as pessoas que participaram
say-next = A seguir: { $name }
say-next-none = Não há oradores inscritos
say-from-chair = Da Presidência

## Joint actions

actions = Ações conjuntas
action-recorded = Ação conjunta registrada
action-proposed-by = Proposta por: { $name }
action-untold = Ação sobre { $issue }
action-who = A cargo de: { $names }
action-by-when = Prazo: { $when }
action-mandate = Mandato (provisório): { $mandate }
action-from = Origem: { $issue }
action-acknowledged = Reconhecida por: { $names }
action-declined = { $name }: não a subscreve
action-declined-text = { $name }: não a subscreve. “{ $text }”
action-left-open = Ainda sem resposta: { $names }

rehearsal = ENSAIO
close = Fechar
pending = Pendente…

# An access link that does not open this page
link-incomplete = Este link está incompleto: falta a última parte. Copie-o ou digite-o inteiro.
link-unknown = Este link não é conhecido aqui. Copie-o de novo, inteiro; se não bastar, peça o seu à Secretaria.
