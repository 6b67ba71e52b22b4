# The chair's console.

console-page = Chair’s console
console-title = Dialogue
console-connecting = Connecting…
console-no-entry = This console cannot be opened
console-wrong-access-link = This link is not a chair’s console. Ask the Secretariat for yours.

## Top

console-steps = { $step }: go to another part of the session
console-go-to = Move to: { $step }
console-undo = Undo: { $act }
console-now = Now
console-end-pace = End at pace
console-end-limits = End at limits
console-planned-start = Planned start
console-planned-end = Planned
console-closed-at = Ended
console-presides = In the chair
console-presides-from = From the console of: { $console }
console-presiding = This console presides.
console-saved = All saved
console-saving = Saving…
console-unsent = { $count ->
    [one] 1 act not sent
   *[other] { $count } acts not sent
}
console-not-saved = Not saved
console-unknown = Not known whether all is saved
console-screen-unknown = not known

console-chair = Chair
console-deputy = Vice-chair

## Who presides

console-only-watching = This console watches. In the chair: { $console }.
console-silent = The console of { $console } has fallen silent. Take the chair if it does not come back.
console-take = Take the chair
console-take-now = Take it now
console-take-wait = The other console may still refuse for { $seconds } s.
console-take-refused = { $console } keeps the chair: your request was refused.
console-asks-to-preside = { $console } asks to take the chair, and will in { $seconds } s unless you answer.
console-consent = Agree
console-refuse = Refuse

## The floor

console-floor = The floor
console-called = Called to the floor
console-held = On hold: { $reason }
console-since = since { $time }
console-resumes-at = Resumes at { $time }
console-resumption-late = Later than announced by { $minutes } min. Resume, or announce another time.
console-not-open = The session has not begun
console-closed = The session is over
console-next-is = Next: { $name }
console-remarks = Remarks by the chair, timed
console-of-length = of { $length }
console-ends-at = ends at { $time }
console-over-its-time = time is up
console-called-for = waiting { $time }
console-held-for = on hold { $time }
console-signal-ready = Ready to speak
console-signal-finished = Says: finished
console-signal-not_now = Asks to wait

console-acts = Acts on this statement
console-hold = Hold
console-hold-why = Hold: choose why
console-resume = Resume
console-less-time = Take 30 seconds away
console-more-time = Give 30 seconds more
console-began-earlier = Began earlier…
console-earlier-by = { $seconds } s earlier
console-void = Void
console-void-hint = It was a mistake: it does not count, and goes back to its place in the list
console-links = Links…
console-not-here = Not here
console-not-here-ask = Not here?
console-withdraw-call = Withdraw call
console-seat-menu = Seat…
console-seat-acts = { $name }: who sits there
console-is-away = Has left the hall
console-substitute = A substitute takes the seat
console-substitute-ends = The head of delegation is back in the seat
console-substitute-short = subst.
console-cede = Cede to { $name }
console-cede-hint = The rest of the time goes to the other representative of the group

## Points of order

console-point = Point
console-point-title = Point of order
console-point-none = No point of order waits.
console-point-do = Note
console-point-text = What it is about (optional)
console-point-waits = Raises a point of order:
console-point-deciding = Being decided, the point of order of
console-point-recognise = Recognise
console-point-rule = Rule…
console-point-withdraw = Withdrawn
console-point-withdraw-of = { $name }: withdrawn
console-points-others = { $count } more
console-rule-title = Ruling: { $name }
console-rule-how = What the chair rules
console-rule-do = Rule
ruling-upheld = Upheld
ruling-dismissed = Dismissed
ruling-noted = Noted
ruling-appealed = An appeal is noted
console-rulings = Rulings given
console-ruling-correct = Correct…

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
do-recognise = Point of order: recognise { $name }
do-rule = Rule on { $name }…
do-reopen = Reopen the session
console-reopen = Reopen…
console-reopen-why = The session was closed at { $time }. The screens and the observers will be told that it goes on.
do-interpreted = Interpretation finished: { $name }

console-key-enter = Enter
console-not-sent = Not sent: reconnecting
console-watching = Watching: another console presides
console-nothing-to-do = Nothing to do
console-just-changed = just changed
console-press-changed = Not done: this had just changed. Press again.
console-press-returned = Not done: the keyboard had just come back here. Press again.
console-press-again = Done once: the second press came too soon.
console-ruling-first = First the ruling on the point of order

console-leaving = Move to: { $step }
console-drops-slots = { $count ->
    [one] 1 group slot stays unused
   *[other] { $count } group slots stay unused
}
console-drops-requests = { $count ->
    [one] 1 delegation stays unheard
   *[other] { $count } delegations stay unheard
}
console-drops-written = { $count ->
    [one] 1 statement becomes a written reply
   *[other] { $count } statements become written replies
}
console-drops-rights = { $count ->
    [one] 1 right of reply stays unheard
   *[other] { $count } rights of reply stay unheard
}
console-drops-points = { $count ->
    [one] 1 point of order stays unrecognised
   *[other] { $count } points of order stay unrecognised
}
console-drops-dues = { $count ->
    [one] 1 answer is still due
   *[other] { $count } answers are still due
}
console-drops-issues = { $count ->
    [one] 1 issue has no reply
   *[other] { $count } issues have no reply
}
console-drops-nothing = Nothing is left open.
console-closing-is-final = Closing is not undone, but for { $minutes } min it can be reopened.
console-sheet = Left open
console-sheet-slots = Group slots unused
console-sheet-requests = Delegations unheard
console-sheet-written = Become written replies
console-sheet-rights = Rights of reply not heard
console-sheet-points = Points of order not recognised
console-sheet-dues = Answers due
console-sheet-issues = Issues without reply
console-instead = Instead: { $step }
console-stay = Stay here
console-confirm-scheduled = Confirm
console-confirm-opening = Confirm: open the session
console-confirm-interventions = Confirm: start round { $round }
console-confirm-exchange = Confirm: replies and questions
console-confirm-closing = Confirm: move to closing
console-confirm-closed = Confirm: close the session

## What undo takes back

act-step_moved = move to { $about }
act-extended = extension
act-suspended = suspension
act-resumption_announced = another time to resume
act-session_resumed = session resumed
act-lineup_ordered = order of the groups
act-slot_arranged = sharing of { $about }’s slot
act-slot_deferred = deferred { $about }
act-slot_lapsed = lapsed slot of { $about }
act-slot_missed = not here: { $about }
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
act-action_proposed = joint action of { $about }
act-action_amended = changed joint action of { $about }
act-action_retracted = withdrew joint action of { $about }
act-action_restored = restored joint action of { $about }
act-action_merged = merged joint action of { $about }
act-action_answered = answer of { $about } to a joint action
act-action_told = action about an issue of { $about }
act-linked = links of { $about }
act-answers_set = when answers are taken
act-written_promised = written answer
act-message_set = message to the screens
act-scene_set = scene of { $about }

## The list

console-list = List of speakers · { $count }
console-list-keys = List of speakers. Arrows: from row to row. Enter: what to do with the row.
console-list-open = List open
console-list-closed = List closed
console-list-close = Close the list of speakers
console-list-reopen = Open the list of speakers again
console-list-acts = List of speakers: open or close
console-list-call = Last call
console-list-call-off = Keep it open
console-list-last-call = Last call { $time }
console-list-empty = Nobody has asked for the floor.
console-list-held = Held under your hand: something has changed
console-list-over = The session is over.
console-order-arrival = Order: arrival
console-order-balanced = Order: balanced
console-order-to-arrival = Change to order of arrival
console-order-to-balanced = Change to balanced order: least heard first
console-add = Add on behalf…
console-drag = Drag { $name } to another place
console-row-acts = { $rank }. { $name }: what to do
console-caption-move = change places
console-caption-heard = used
console-caption-start = starts
console-not-heard = –
console-heard-hint = { $turns ->
    [0] Has not spoken yet
    [one] Time used in 1 statement
   *[other] Time used in { $turns } statements
}
console-eta-hint = Would start at { $pace } at the pace so far, at { $limits } at the limits
console-away = away
console-row-behalf = +{ $count }
console-line-limits = { $count ->
    [one] { $time } at the limits · 1 would not be heard
   *[other] { $time } at the limits · { $count } would not be heard
}
console-line-pace = { $time } at the pace so far
console-call-now = Call { $name } now
console-floor-taken = Somebody has the floor
console-later = Its turn comes in another part of the session
console-change-links = Change links…
console-withdraw = Take off the list
console-is-back = Is back in the hall

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

console-lineup = Slots of the groups
console-slot-acts = Slot of { $name }: what to do
console-slot-time = Time of the slot used
console-arrange = Who speaks, in which order
console-arrange-title = Slot of { $name }
console-not-ready = Not ready yet: goes to the end
console-not-ready-again = Not ready: the slot lapses
console-restore = Give the slot back
slot-waiting = waiting
slot-speaking = has the floor
slot-part_heard = under way
slot-heard = heard
slot-lapsed = lapsed
slot-deferred = went to the end

console-dues = Answers due · { $count }
console-due-of = { $group } to { $asker }
console-question-of = Question by { $asker }
console-no-dues = No answers are due.
console-answers-mode = When answers are taken
answers-at_once = At once
answers-batch = In batches
answers-at_end = At the end
due-due = due
due-ripe = now
console-written = Will answer in writing
console-written-count = { $count ->
    [one] 1 in writing
   *[other] { $count } in writing
}

console-issues = Issues raised · { $count }
console-issues-open = { $count ->
    [one] 1 without reply
   *[other] { $count } without reply
}
console-issue-open = no reply
console-issue-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
console-issue-detached = voided
fact-written = promises a written reply
fact-written-short = in writing
fact-acknowledged-short = action
console-issue-acts = { $issue }: what to do
console-issue-amend = Correct…
console-issue-mark = Note what a State said…
console-issue-merge = Merge into another…
console-issue-split = Split in two…
console-issue-part = Take out { $issue }
console-issue-withdraw = Withdraw the issue
console-no-issues = None has been raised yet.
console-raise = Note…

console-forecast = Forecast
console-forecast-later = It is reckoned from the opening.
console-over-planned-end = At the limits, { $minutes } min past { $time }.
console-within-planned-end = At the limits, { $minutes } min before { $time }.
console-forecast-basis = { $samples ->
    [0] Assumed pace: { $percent }% of the time
    [one] Pace: { $percent }% of the time, from 1 statement
   *[other] Pace: { $percent }% of the time, from { $samples } statements
}
console-round-yes = Another round fits.
console-round-yes-why = { $minutes } min are left.
console-round-tight = Another round is tight.
console-round-tight-why = Only at the pace so far; at the limits { $minutes } min are missing.
console-round-no = Another round does not fit.
console-round-no-why = { $minutes } min are missing.
console-round-states = Another round with how many States
console-round-states-short = States.
console-extend = Extend by { $minutes } min
console-hard-stop = Interpretation ends at { $time }.
console-statements-of = statements of { $length }
console-try-shorten = Try “{ $length }”
console-try-written = Try “in writing”
console-preview-shorten = Preview: statements of { $length }
console-preview-written = Preview: replies in writing
console-preview-length = From { $from } to { $to }, for those not yet called.
console-preview-gain = { $minutes } min less
console-preview-whom = Who is asked for it in writing
console-preview-behind = { $count ->
    [0] Those for whom there is no time: nobody
    [one] The one for whom there is no time
   *[other] The { $count } for whom there is no time
}
console-preview-all = { $count ->
    [one] The only one waiting
   *[other] All { $count } who wait
}
console-preview-touched = { $count ->
    [0] Affects nobody
    [one] Affects 1
   *[other] Affects { $count }
}
console-preview-close-list = And close the list
console-preview-do = Apply

## Bottom

console-scene-of = { $screen }: choose the scene
console-observers = { $count ->
    [one] 1 observer
   *[other] { $count } observers
}
console-seats-online = { $seats ->
    [one] { $online } of { $seats } seat online
   *[other] { $online } of { $seats } seats online
}
console-clock-moved = The server’s clock jumped { $seconds } s
console-message = Message…
console-suspend = Suspend…

## Dialogs

console-cancel = Cancel
console-save = Save
console-seat = Who
console-seat-hint = Name or code, such as MX
console-lane = Kind
console-language = Language to be spoken
console-text = Short text
console-add-title = Add on behalf of a seat
console-add-do = Add
console-links-title = Links of { $name }
console-replies-to = Replies to
console-asks = Asks
console-answers-to = Answers
console-follows-up = Follows up
console-follow-up-reply = { $party }, on { $issues }
console-follow-up-none = There is no reply that it could follow up.
console-raise-title = Note an issue
console-raise-do = Note
console-amend = Correct { $issue }
console-theme = Theme
console-issue-title = Short title (may come later)
console-addressees = Addressed to
console-all-states = All States
console-add-addressee = Add another State
console-take-off = Take { $name } off
console-issue-merge-title = Merge { $issue }
console-issue-merge-into = Treated as part of
console-issue-merge-do = Merge
console-issue-split-title = Split { $issue }
console-issue-split-name = Title of the second issue
console-issue-split-do = Split
console-issue-mark-title = { $issue }: what a State said
console-issue-mark-who = Which State
console-issue-unmark = Take back
console-on-behalf = Also on behalf of
console-on-behalf-none = Itself alone
console-guest = Guest…
console-guest-title = Give the floor to a guest
console-guest-do = Put on top
console-guest-name = Name
console-guest-function = Function
console-guest-time = Time
console-guest-hint = Goes on top of the list; nobody loses their place.
console-keys = Keys…
console-keys-title = Keys of this console
console-keys-hint = Kept on this device. No single letter acts.
console-keys-change = { $act }: change the key
console-keys-switch-off = { $act }: no key
console-keys-press = Press a key…
console-keys-off = no key
console-keys-clash = The same as: { $act }. Neither acts.
console-keys-unfit = With Ctrl or Alt, or a function key.
console-keys-reset = Usual keys
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
console-message-title = Message to the screens
console-message-text = Text, one or two lines
console-message-show = Show
console-message-clear = Take the message off
console-suspend-title = Suspend the session
console-suspend-do = Suspend
console-suspend-why = Reason
console-suspend-until = Resumes
console-suspend-at = { $time } (+{ $minutes } min)
console-suspend-open = To be announced
console-resumption = New time…
console-resumption-title = Announce another time
console-resumption-do = Announce

## Joint actions

console-actions = Joint actions · { $count }
console-actions-recorded = Recorded: { $count }
console-no-actions = No joint action has been proposed.
console-show-issues = Issues
console-show-actions = Joint actions
console-propose = Propose…
console-propose-title = Propose a joint action
console-propose-do = Propose
console-action-amend-title = Correct the joint action
console-action-by = Proposed by
console-action-by-chair = The chair
console-action-what = What is to be done
console-action-who = By whom: each is asked to acknowledge it
console-action-nobody = nobody yet
console-action-others = Others named, without a seat
console-action-by-when = By when
console-action-mandate = Mandate (cited as provisional)
console-action-issue = From which issue
console-action-no-issue = none
console-action-voids = If the words change, the answers given so far no longer count.
console-action-acts = { $what }: what to do
console-action-answers = Answers of the parties…
console-action-answers-title = What the parties say of it
console-action-words = In the party’s own words (optional), for the next press
console-action-acknowledged-do = Acknowledges
console-action-declined-do = Declines
console-action-left-open-do = Open
console-action-merge = Merge into another…
console-action-merge-title = Merge the joint action
console-action-part = Take out “{ $what }”
console-action-amend = Correct…
console-action-withdraw = Withdraw the joint action
console-action-recorded = recorded
console-action-open = { $count } of { $all }
console-action-text = text
console-action-declined = declined
