# What every face says.

## What a statement is called (R12)

lane-remarks = Chair’s remarks
lane-intervention = Intervention
lane-statement = Statement
lane-reply = Reply
lane-question = Question
lane-reply_and_question = Reply and question
lane-answer = Answer
lane-follow_up = Follow-up
lane-right_of_reply = Right of reply

relation-replies_to = replies to { $what }
relation-asks = asks { $what }
relation-answers = answers { $what }
relation-raises = raises: { $what }

## For whom, in what capacity (R7, R17, R32)

behalf = on behalf of { $names }
seat-of-guest = by invitation
seat-of-substitute = substitute

## Where we are (R1)

phase-scheduled = Before the opening
phase-opening = Opening
phase-interventions = Interventions
phase-exchange = Replies and questions
phase-closing = Closing
phase-closed = Session over
round-number = Round { $round }
heard-count = { $count ->
    [one] 1 heard
   *[other] { $count } heard
}

## The floor

floor-speaking = Has the floor
floor-chair = The chair has the floor

hold-interpretation = interpretation
hold-technical = technical problem
hold-order_in_hall = order in the hall
hold-medical = medical attention
hold-break = break
hold-point_of_order = point of order

suspended-break = The session is taking a break
suspended-interpretation = The session is suspended for the interpretation
suspended-technical = The session is suspended for a technical problem
suspended-order_in_hall = The session is suspended to restore order in the hall
suspended-medical = The session is suspended for medical attention

## The clock

clock-left = left
clock-unknown = time is being checked
clock-over = over
clock-of = { $word }, of { $length }
clock-passed-first = { $time } left
clock-passed-last = { $time } left
clock-passed-over = Time is up

## Languages

language-choose = Language
language-own-name = English
language-es = Spanish
language-en = English
language-pt = Portuguese
language-fr = French

## The link

connection-live = live
connection-polls = news every { $seconds } s
connection-stale = no news since { $time }
connection-offline = no connection; reconnecting. Last news: { $time }
connection-connecting = connecting…
connection-refused = this link is not known here
connection-reload = there is a new version: load the page again

## Each state as a sentence

say-scheduled-day = The session opens on { $day } at { $time }
say-scheduled-today = The session opens at { $time }
say-scheduled-soon = The session was planned for { $time } and will open shortly
say-scheduled = The session has not opened yet
say-asks-day = States may ask for the floor on { $day } from { $time }
say-asks-today = States may ask for the floor from { $time }
say-asks = States may ask for the floor
say-resumes-at = It resumes at { $time }
say-resumes-anew = New time: it resumes at { $time }
say-resumes-soon = It resumes shortly
say-resumes-unknown = When it resumes will be announced
say-resumes-open = The time announced no longer holds; another will be announced
say-held = On hold: { $reason }
say-point = Point of order: { $name }
say-point-decides = The chair will decide
say-point-stands = The chair will decide; the speaker’s clock stands still
say-last-call = Last call: the list of speakers closes in { $time }
say-list-closed = The list of speakers is closed
say-presides = Presiding: { $name }
say-closed = The session is over
say-thanks = Thank you to all who took part
say-next = Next: { $name }
say-next-none = Nobody is waiting to speak
say-from-chair = From the chair

## Joint actions

actions = Joint actions
action-recorded = Joint action recorded
action-proposed-by = Proposed by { $name }
action-untold = Action about { $issue }
action-who = To be done by: { $names }
action-by-when = By when: { $when }
action-mandate = Mandate (provisional): { $mandate }
action-from = From { $issue }
action-acknowledged = Acknowledged by { $names }
action-declined = { $name } declines
action-declined-text = { $name } declines: “{ $text }”
action-left-open = No answer yet: { $names }

rehearsal = REHEARSAL
close = Close
pending = Pending…

# An access link that does not open this page
link-incomplete = This link is incomplete: its last part is missing. Copy or type the whole of it.
link-unknown = This link is not known here. Copy the whole of it once more. Please ask the Secretariat for yours if that does not help.
