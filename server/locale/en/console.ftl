# The chair's console.

desk-page = Chair's console
desk-title = Dialogue
desk-connecting = Connecting…
desk-no-entry = This console cannot be opened
desk-wrong-link = This link is not a chair's console. Ask the Secretariat for yours.

## Top

desk-steps = { $step }: go to another part of the session
desk-go-to = Move to: { $step }
desk-undo = Undo: { $act }
desk-now = Now
desk-end-pace = End at pace
desk-end-limits = End at limits
desk-planned-start = Planned start
desk-planned-end = Planned
desk-closed-at = Ended
desk-presides = In the chair
desk-saved = All saved
desk-saving = Saving…
desk-unsent = { $count ->
    [one] 1 act not sent
   *[other] { $count } acts not sent
}
desk-not-saved = Not saved

console-chair = Chair
console-deputy = Vice-chair

## Who presides

desk-only-watching = This console watches. In the chair: { $console }.
desk-take = Take the chair
desk-take-now = Take it now
desk-take-wait = The other console may still refuse for { $seconds } s.
desk-asks-to-preside = { $console } asks to take the chair, and will in { $seconds } s unless you answer.
desk-consent = Agree
desk-refuse = Refuse

## The floor

desk-floor = The floor
desk-called = Called to the floor
desk-held = On hold: { $reason }
desk-since = since { $time }
desk-resumes-at = Resumes at { $time }
desk-not-open = The session has not begun
desk-closed = The session is over
desk-next-is = Next: { $name }
desk-remarks = Remarks by the chair, timed
desk-of-length = of { $length }
desk-ends-at = ends at { $time }
desk-over-its-time = time is up
desk-called-for = waiting { $time }
desk-held-for = on hold { $time }
desk-signal-ready = Ready to speak
desk-signal-finished = Says: finished
desk-signal-not_now = Asks to wait

desk-acts = Acts on this statement
desk-hold = Hold
desk-hold-why = Hold: choose why
desk-resume = Resume
desk-less-time = Take 30 seconds away
desk-more-time = Give 30 seconds more
desk-began-earlier = Began earlier…
desk-earlier-by = { $seconds } s earlier
desk-void = Void
desk-void-hint = It was a mistake: it does not count, and goes back to its place in the list
desk-links = Links…
desk-not-here = Not here
desk-not-here-ask = Not here?
desk-withdraw-call = Withdraw call

## The context button

do-open = Open the session
do-start_round = Start round { $round }
do-call = Call { $name }
do-call_answer = Call answer: { $name }
do-start = Start { $name }
do-end = End { $name }
do-end_and_call = End and call { $then }
do-resume = Resume { $name }
do-resume_session = Resume the session
do-start_exchange = Start replies and questions
do-finish_exchange = Finish replies and questions…
do-close = Close…

desk-key-enter = Enter
desk-not-sent = Not sent: reconnecting
desk-watching = Watching: another console presides
desk-nothing-to-do = Nothing to do

desk-leaving = Move to: { $step }
desk-drops-slots = { $count ->
    [one] 1 group slot stays unused
   *[other] { $count } group slots stay unused
}
desk-drops-requests = { $count ->
    [one] 1 delegation stays unheard
   *[other] { $count } delegations stay unheard
}
desk-drops-dues = { $count ->
    [one] 1 answer is still due
   *[other] { $count } answers are still due
}
desk-drops-issues = { $count ->
    [one] 1 issue has no reply
   *[other] { $count } issues have no reply
}
desk-drops-nothing = Nothing is left open.
desk-closing-is-final = Closing cannot be undone.
desk-instead = Instead: { $step }
desk-stay = Stay here
desk-confirm-scheduled = Confirm
desk-confirm-opening = Confirm: open the session
desk-confirm-interventions = Confirm: start round { $round }
desk-confirm-exchange = Confirm: replies and questions
desk-confirm-closing = Confirm: move to closing
desk-confirm-closed = Confirm: close the session

## What undo takes back

act-step_moved = move to { $about }
act-extended = extension
act-suspended = suspension
act-session_resumed = session resumed
act-lineup_ordered = order of the groups
act-slot_arranged = sharing of { $about }’s slot
act-slot_deferred = deferred { $about }
act-slot_lapsed = lapsed slot of { $about }
act-slot_restored = restored slot of { $about }
act-request_added = added { $about }
act-request_changed = changed request of { $about }
act-request_withdrawn = withdrew { $about }
act-request_moved = moved { $about }
act-order_set = order of the list
act-list_closed = list closed
act-list_opened = list opened
act-called = called { $about }
act-call_withdrawn = call withdrawn: { $about }
act-not_here = not here: { $about }
act-returned = back: { $about }
act-started = started { $about }
act-ended = ended { $about }
act-held = held { $about }
act-resumed = resumed { $about }
act-time_adjusted = time of { $about }
act-start_moved = earlier start of { $about }
act-voided = voided { $about }
act-issue_raised = issue of { $about }
act-issue_amended = changed issue of { $about }
act-linked = links of { $about }
act-answers_set = when answers are taken
act-written_promised = written answer
act-message_set = message to the screens
act-scene_set = scene of { $about }

## The list

desk-list = List of speakers · { $count }
desk-list-keys = List of speakers. Arrows: from row to row. Alt and arrows: change places. Enter: what to do with the row.
desk-list-open = List open
desk-list-closed = List closed
desk-list-close = Close the list of speakers
desk-list-reopen = Open the list of speakers again
desk-list-empty = Nobody has asked for the floor.
desk-list-over = The session is over.
desk-order-arrival = Order: arrival
desk-order-balanced = Order: balanced
desk-order-to-arrival = Change to order of arrival
desk-order-to-balanced = Change to balanced order: least heard first
desk-add = Add on behalf…
desk-drag = Drag { $name } to another place
desk-row-acts = { $rank }. { $name }: what to do
desk-caption-move = change places
desk-caption-heard = used
desk-caption-start = starts
desk-not-heard = –
desk-heard-hint = { $turns ->
    [0] Has not spoken yet
    [one] Time used in 1 statement
   *[other] Time used in { $turns } statements
}
desk-eta-hint = Would start at { $pace } at the pace so far, at { $limits } at the limits
desk-away = away
desk-line-limits = { $count ->
    [one] { $time } at the limits · 1 would not be heard
   *[other] { $time } at the limits · { $count } would not be heard
}
desk-line-pace = { $time } at the pace so far
desk-call-now = Call { $name } now
desk-floor-taken = Somebody has the floor
desk-later = Its turn comes in another part of the session
desk-change-links = Change links…
desk-withdraw = Take off the list
desk-is-back = Is back in the hall

reason-lineup = By the order of the groups
reason-arrival = By order of arrival
reason-first_time = Has not spoken in the session yet
reason-fewer_turns = Has spoken fewer times
reason-second_turn = Has spoken in this round: after those who have not
reason-moved = Placed here by the chair
reason-answer = Answers a question
reason-right_of_reply = Right of reply: after the list

# In the list, where room is scarce.
short-remarks = Chair
short-intervention = Intervention
short-statement = Statement
short-reply = Reply
short-question = Question
short-reply_and_question = Reply + Q
short-answer = Answer
short-follow_up = Follow-up
short-right_of_reply = Rt of reply

## Right

desk-lineup = Slots of the groups
desk-slot-acts = Slot of { $name }: what to do
desk-slot-time = Time of the slot used
desk-arrange = Who speaks, in which order
desk-arrange-title = Slot of { $name }
desk-not-ready = Not ready yet: goes to the end
desk-not-ready-again = Not ready: the slot lapses
desk-restore = Give the slot back
slot-waiting = waiting
slot-part_heard = under way
slot-heard = heard
slot-lapsed = lapsed
slot-deferred = went to the end

desk-dues = Answers due · { $count }
desk-due-of = { $group } to { $asker }
desk-question-of = Question by { $asker }
desk-no-dues = No answers are due.
desk-answers-mode = When answers are taken
answers-at_once = At once
answers-batch = In batches
answers-at_end = At the end
due-due = due
due-ripe = now
desk-written = Will answer in writing
desk-written-count = { $count ->
    [one] 1 in writing
   *[other] { $count } in writing
}

desk-issues = Issues raised · { $count }
desk-issues-open = { $count ->
    [one] 1 without reply
   *[other] { $count } without reply
}
desk-issue-open = no reply
desk-issue-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
desk-issue-detached = voided
desk-no-issues = None has been raised yet.
desk-raise = Note…

desk-forecast = Forecast
desk-forecast-later = It is reckoned from the opening.
desk-over-planned-end = At the limits, { $minutes } min past { $time }.
desk-within-planned-end = At the limits, { $minutes } min before { $time }.
desk-forecast-basis = { $samples ->
    [0] Assumed pace: { $percent }% of the time
    [one] Pace: { $percent }% of the time, from 1 statement
   *[other] Pace: { $percent }% of the time, from { $samples } statements
}
desk-round-yes = Another round fits.
desk-round-yes-why = With { $states } States, { $minutes } min are left.
desk-round-tight = Another round is tight.
desk-round-tight-why = With { $states } States, only at the pace so far; at the limits { $minutes } min are missing.
desk-round-no = Another round does not fit.
desk-round-no-why = With { $states } States, { $minutes } min are missing.
desk-extend = Extend by { $minutes } min
desk-hard-stop = Interpretation ends at { $time }.

## Bottom

screen-well = up to date
screen-behind = behind
screen-gone = no signal since { $time }
screen-never = not connected
scene-speaker = Speaker
scene-list = List
scene-message = Message
scene-blank = Blank
desk-scene-of = { $screen }: choose the scene
desk-observers = { $count ->
    [one] 1 observer
   *[other] { $count } observers
}
desk-seats-online = { $online } of { $seats } seats online
desk-clock-moved = The server’s clock jumped { $seconds } s
desk-message = Message…
desk-suspend = Suspend…

## Dialogs

desk-cancel = Cancel
desk-save = Save
desk-seat = Who
desk-seat-hint = Name or code, such as MX
desk-lane = Kind
desk-language = Language to be spoken
desk-text = Short text
desk-add-title = Add on behalf of a seat
desk-add-do = Add
desk-links-title = Links of { $name }
desk-replies-to = Replies to
desk-asks = Asks
desk-answers-to = Answers
desk-raise-title = Note an issue
desk-raise-do = Note
desk-amend = Correct { $issue }
desk-theme = Theme
desk-issue-title = Short title (may come later)
desk-addressees = Addressed to
desk-all-states = All States
desk-add-addressee = Add another State
desk-take-off = Take { $name } off
desk-message-title = Message to the screens
desk-message-text = Text, one or two lines
desk-message-show = Show
desk-message-clear = Take the message off
desk-suspend-title = Suspend the session
desk-suspend-do = Suspend
desk-suspend-why = Reason
desk-suspend-until = Resumes
desk-suspend-open = To be announced
