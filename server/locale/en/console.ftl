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
desk-presides-from = From the console of: { $console }
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
desk-seat-menu = Seat…
desk-seat-acts = { $name }: who sits there
desk-is-away = Has left the hall
desk-substitute = A substitute takes the seat
desk-substitute-ends = The head of delegation is back in the seat
desk-substitute-short = subst.
desk-cede = Cede to { $name }
desk-cede-hint = The rest of the time goes to the other representative of the group

## Points of order

desk-point = Point
desk-point-title = Point of order
desk-point-do = Note
desk-point-text = What it is about (optional)
desk-point-waits = Raises a point of order:
desk-point-deciding = Being decided, the point of order of
desk-point-recognise = Recognise
desk-point-withdraw = Withdrawn
desk-point-withdraw-of = { $name }: withdrawn
desk-points-others = { $count } more
desk-rule-title = Ruling: { $name }
desk-rule-how = What the chair rules
desk-rule-do = Rule
ruling-upheld = Upheld
ruling-dismissed = Dismissed
ruling-noted = Noted
ruling-appealed = An appeal is noted
desk-rulings = Rulings given
desk-ruling-correct = Correct…

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
do-recognise = Recognise { $name }
do-rule = Rule on { $name }…
do-reopen = Reopen the session
do-interpreted = Interpretation finished: { $name }

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
desk-drops-written = { $count ->
    [one] 1 statement becomes a written reply
   *[other] { $count } statements become written replies
}
desk-drops-rights = { $count ->
    [one] 1 right of reply stays unheard
   *[other] { $count } rights of reply stay unheard
}
desk-drops-points = { $count ->
    [one] 1 point of order stays unrecognised
   *[other] { $count } points of order stay unrecognised
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
desk-closing-is-final = Closing is not undone, but for { $minutes } min it can be reopened.
desk-sheet = Left open
desk-sheet-slots = Group slots unused
desk-sheet-requests = Delegations unheard
desk-sheet-written = Become written replies
desk-sheet-rights = Rights of reply not heard
desk-sheet-points = Points of order not recognised
desk-sheet-dues = Answers due
desk-sheet-issues = Issues without reply
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
act-last_call_made = last call
act-statements_shortened = shorter statements
act-written_asked = replies in writing
act-left_hall = away: { $about }
act-substitute_set = substitute of { $about }
act-guest_added = guest { $about }
act-point_raised = point of order of { $about }
act-point_withdrawn = withdrawn point of order of { $about }
act-point_recognised = recognised { $about }
act-order_set = order of the list
act-list_closed = list closed
act-list_opened = list opened
act-called = called { $about }
act-call_withdrawn = call withdrawn: { $about }
act-not_here = not here: { $about }
act-returned = back: { $about }
act-started = started { $about }
act-ended = ended { $about }
act-interpretation_finished = interpretation of { $about } finished
act-held = held { $about }
act-resumed = resumed { $about }
act-time_adjusted = time of { $about }
act-start_moved = earlier start of { $about }
act-voided = voided { $about }
act-issue_raised = issue of { $about }
act-issue_amended = changed issue of { $about }
act-issue_retracted = withdrew issue of { $about }
act-issue_merged = merged issue of { $about }
act-issue_marked = mark on issue of { $about }
act-linked = links of { $about }
act-answers_set = when answers are taken
act-written_promised = written answer
act-message_set = message to the screens
act-scene_set = scene of { $about }

## The list

desk-list = List of speakers · { $count }
desk-list-keys = List of speakers. Arrows: from row to row. Enter: what to do with the row.
desk-list-open = List open
desk-list-closed = List closed
desk-list-close = Close the list of speakers
desk-list-reopen = Open the list of speakers again
desk-list-acts = List of speakers: open or close
desk-list-call = Last call
desk-list-call-off = Keep it open
desk-list-last-call = Last call { $time }
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
desk-row-behalf = +{ $count }
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
slot-speaking = has the floor
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
fact-written = promises a written reply
fact-acknowledged = acknowledges an action
fact-written-short = in writing
fact-acknowledged-short = action
desk-issue-acts = { $issue }: what to do
desk-issue-amend = Correct…
desk-issue-mark = Note what a State said…
desk-issue-merge = Merge into another…
desk-issue-split = Split in two…
desk-issue-part = Take out { $issue }
desk-issue-withdraw = Withdraw the issue
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
desk-round-yes-why = { $minutes } min are left.
desk-round-tight = Another round is tight.
desk-round-tight-why = Only at the pace so far; at the limits { $minutes } min are missing.
desk-round-no = Another round does not fit.
desk-round-no-why = { $minutes } min are missing.
desk-round-states = Another round with how many States
desk-round-states-short = States.
desk-extend = Extend by { $minutes } min
desk-hard-stop = Interpretation ends at { $time }.
desk-statements-of = statements of { $length }
desk-try-shorten = Try “{ $length }”
desk-try-written = Try “in writing”
desk-preview-shorten = Preview: statements of { $length }
desk-preview-written = Preview: replies in writing
desk-preview-length = From { $from } to { $to }, for those not yet called.
desk-preview-gain = { $minutes } min less
desk-preview-whom = Who is asked for it in writing
desk-preview-behind = { $count ->
    [0] Those for whom there is no time: nobody
    [one] The one for whom there is no time
   *[other] The { $count } for whom there is no time
}
desk-preview-all = { $count ->
    [one] The only one waiting
   *[other] All { $count } who wait
}
desk-preview-touched = { $count ->
    [0] Affects nobody
    [one] Affects 1
   *[other] Affects { $count }
}
desk-preview-close-list = And close the list
desk-preview-do = Apply

## Bottom

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
desk-follows-up = Follows up
desk-follow-up-reply = { $party }, on { $issues }
desk-follow-up-none = There is no reply that it could follow up.
desk-raise-title = Note an issue
desk-raise-do = Note
desk-amend = Correct { $issue }
desk-theme = Theme
desk-issue-title = Short title (may come later)
desk-addressees = Addressed to
desk-all-states = All States
desk-add-addressee = Add another State
desk-take-off = Take { $name } off
desk-issue-merge-title = Merge { $issue }
desk-issue-merge-into = Treated as part of
desk-issue-merge-do = Merge
desk-issue-split-title = Split { $issue }
desk-issue-split-name = Title of the second issue
desk-issue-split-do = Split
desk-issue-mark-title = { $issue }: what a State said
desk-issue-mark-who = Which State
desk-issue-mark-what = What it said
desk-issue-unmark = Take back
desk-on-behalf = Also on behalf of
desk-on-behalf-none = Itself alone
desk-guest = Guest…
desk-guest-title = Give the floor to a guest
desk-guest-do = Put on top
desk-guest-name = Name
desk-guest-function = Function
desk-guest-time = Time
desk-guest-hint = Goes on top of the list; nobody loses their place.
desk-keys = Keys…
desk-keys-title = Keys of this console
desk-keys-hint = Kept on this device. No single letter acts.
desk-keys-change = { $act }: change the key
desk-keys-switch-off = { $act }: no key
desk-keys-press = Press a key…
desk-keys-off = no key
desk-keys-clash = The same as: { $act }. Neither acts.
desk-keys-unfit = With Ctrl or Alt, or a function key.
desk-keys-reset = Usual keys
key-hold = Hold and resume
key-end_and_call = End and call
key-point = Point of order
key-add = Add on behalf
key-guest = Guest
key-undo = Undo
key-more_time = More time
key-less_time = Less time
key-row_up = Row up
key-row_down = Row down
key-next_panel = Next panel
key-panel_before = Panel before
key-home = Back to the main button
desk-message-title = Message to the screens
desk-message-text = Text, one or two lines
desk-message-show = Show
desk-message-clear = Take the message off
desk-suspend-title = Suspend the session
desk-suspend-do = Suspend
desk-suspend-why = Reason
desk-suspend-until = Resumes
desk-suspend-at = { $time } (+{ $minutes } min)
desk-suspend-open = To be announced
