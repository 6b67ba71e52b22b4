# The phone of a seat: representatives of the groups, delegates of the States.

seat-connecting = Connecting…
seat-connecting-means = Your place in the list is kept on the server, whatever happens to this phone.
seat-refused = This link opens no seat
seat-refused-means = It is not the link of a seat. Please ask the Secretariat for yours.
seat-devices = Open on other devices already
seat-devices-means = A seat can be open on only a few at a time. Close one of the others; this one will then come in by itself.
seat-reload = There is a new version
seat-do-reload = Load the page again

## What a statement is about

seat-about-answers = Answer to { $parties }
seat-about-replies = Reply to { $issues }
seat-about-follows-up = Follow-up to the reply by { $parties }
seat-about-right = Right of reply to { $parties }
seat-about-asks = Question to { $groups }

## Wait

seat-place-list = in the list
seat-place-list-exchange = in the list for replies and questions
seat-place-slot = your group’s turn
seat-when = About { $from }
seat-when-span = About { $from }–{ $to }
seat-place-kept = Your place is kept.
seat-when-not-begun = Replies and questions follow the groups’ interventions.
seat-after = After { $names }

## You are next

seat-next = You are next
seat-next-chair = The chair is about to call you.
seat-next-called = { $name } is about to speak.
seat-next-held = { $name } is on hold.
seat-next-point = The chair is deciding on a point of order.
seat-next-left = { $name } is speaking, { $time } left.
seat-next-over = { $name } is finishing.
seat-next-length = You will have { $time }.
seat-next-shortened = You will have { $time } instead of { $was }: the chair shortened the statements.
seat-next-slot-length = Your group has { $time }.
seat-next-prepare = Please have your microphone at hand.

## Called

seat-called = You have the floor
seat-called-length = { $time } once you begin
seat-called-say = Tell the chair whether you are ready.
seat-called-told-ready = The chair knows that you are ready. The clock starts when you begin.
seat-called-told-not-now = The chair knows that it is not the moment. Please wait for the decision.

## Speak

seat-speaking = You have the floor
seat-held = On hold
seat-speak-of = of { $time }
seat-speak-over-of = over, of { $time }
seat-speak-pace = Interpreters follow you. Please speak at an even pace.
seat-speak-conclude = Please come to your conclusion.
seat-speak-over = Your time is over. Please finish your sentence.
seat-speak-held = Your clock stands still. The chair tells you when to go on.
seat-speak-told-finished = The chair knows that you have finished.

## In no list

seat-idle-may-ask = You are not on the list. Ask for the floor whenever you wish.
seat-idle-ask-from = You can ask for the floor on { $day } from { $time }.
seat-idle-list-closed = The list of speakers is closed. The chair may still admit you: please speak to the Secretariat.
seat-idle-chair = The chair has the floor whenever it is free.
seat-idle-closing = The Dialogue is closing; no more requests are taken.
seat-idle-not-now = You cannot ask for the floor at this moment.
seat-asked-written = The chair asked for your reply in writing; you will not be called for it.
seat-ready = { $name } is going to answer { $parties }.
seat-idle-dues = { $count ->
    [one] A question awaits your group’s answer.
   *[other] { $count } questions await your group’s answer.
}
seat-idle-follow-up = States have replied to your group’s issues. You can follow up if need be.
seat-idle-group-before = Your group speaks in the round of interventions. You can file its issues beforehand.
seat-idle-group-interventions = { $turn ->
    [colleague] { $name } speaks for your group in this round.
   *[over] Your group’s turn in this round is over. Later you can answer questions and follow up replies.
}
seat-idle-group-exchange = Nothing to answer for now. When a State asks your group or replies to its issues, you can take it up here.
seat-away = You are marked as away
seat-away-means = Your requests keep their place; others are called meanwhile. Say so when you are back.
seat-in-vain = You were called at { $time }, and nobody answered.
seat-in-vain-down = So your request has moved down in the list. Please stay near your microphone: if you are called in vain once more, you are marked as away.
seat-in-vain-after-colleague = So your colleague comes first, and you after. Please stay near your microphone: if you are called in vain once more, you are marked as away.
seat-in-vain-slot-last = So your group’s turn has moved to the end of this round. Please stay near your microphone: it lapses if nobody is there again.
seat-in-vain-slot-lapsed = So your group’s turn in this round has lapsed. If you are here, tell the chair, who can bring it back.
seat-in-vain-away = So you are marked as away. If you are here, say that you are back.
seat-closed = Thank you
seat-closed-means = The Dialogue is closed.

## What I can do

seat-do-ask = Ask for the floor
seat-do-change = Change
seat-do-withdraw = Withdraw
seat-do-answer = Ready to answer { $party }
seat-do-written = Promise a written reply
seat-do-follow-up = Follow up a reply
seat-do-slot = Who speaks
seat-do-issue = File an issue
seat-do-issues = My issues ({ $count })
seat-do-ready = I’m ready
seat-do-not-now = Not now, keep my place
seat-do-finished = I’ve finished
seat-do-cede = Rest to { $name }
seat-cede-means = You end, and { $name } is called with the time that is left.
seat-cede-keep = I go on
seat-cede-do = Cede
seat-do-return = I’m back
seat-do-point = Point of order
seat-do-more = More…
seat-do-right = Right of reply
seat-do-promise = Reply to an issue in writing
seat-do-substitute-on = A substitute sits here
seat-do-substitute-off = The delegate is back
seat-do-away = I’m leaving the hall
seat-do-away-means = Your requests keep their place; others are called meanwhile.
seat-substitute-means = Whoever substitutes keeps name and place in the list.
seat-pending-means = This will be sent as soon as the connection is back.

## Sheets

seat-form-just = Just the floor
seat-form-or = Or say what about, so that the others and the interpreters can prepare:
seat-form-replies = Reply to…
seat-form-asks = Ask…
seat-form-answers = Answer to
seat-form-text = In a few words (optional)
seat-form-language = I will speak
seat-form-ask-so = Ask for the floor with this
seat-bloc = On behalf of other States (optional)
seat-bloc-find = Search by name or code
seat-bloc-none = No other State is called that.
seat-bloc-means = You get more time. The others may withdraw their requests; nobody does it for them.
seat-bloc-remove = Take out { $name }
seat-text-left = { $count ->
    [one] 1 character left
   *[other] { $count } characters left
}

seat-change-title = Change my request
seat-change-keeps = Your place in the list is kept.
seat-offer = { $party } also speaks on your behalf. You may withdraw your request if you wish.
seat-change-do = Save the change
seat-change-done = The change is saved.

seat-withdraw-title = Withdraw?
seat-withdraw-means = You give up your place, { $rank } in the list. Asking again puts you at its end.
seat-withdraw-keep = Keep my place

seat-written-means = Your group then gives no answer at the floor; the promise goes on record.
seat-written-to = To
seat-written-do = Promise
seat-written-done = Your promise of a written reply is recorded.
seat-written-none = No answer is due any more.

seat-follow-up-means = Your group may follow up each reply to its issues once, briefly, if the chair grants it.
seat-follow-up-which = Which reply?
seat-follow-up-reply = { $party }, on { $issues }
seat-follow-up-none = There is no reply to follow up any more.

seat-slot-budget = Your group has { $budget } in this round.
seat-slot-budget-used = Your group has { $left } left of { $budget } in this round.
seat-slot-who = Who speaks?
seat-slot-order = { $first }, then { $then }
seat-slot-alone = Only { $first }
seat-slot-me = me
seat-slot-do = Set this order
seat-slot-keep = Leave as it is
seat-slot-none = Your group has no turn in this round any more.

seat-issue-means = It is raised, and shown to all, when you begin your intervention.
seat-issue-theme = Theme
seat-issue-title = Short title (optional)
seat-issue-language = Language of the title
seat-issue-to = Addressed to
seat-issue-all = All States
seat-issue-some = { $count ->
    [0] Some States…
    [one] 1 State
   *[other] { $count } States
}
seat-issue-states = States
seat-issue-choose-theme = Choose a theme to file the issue.
seat-issue-do = File the issue
seat-issue-done = The issue is filed.
seat-issue-amend = Change the issue
seat-issue-amended = The issue is changed.
seat-issue-withdraw = Withdraw the issue
seat-issue-withdrawn = The issue is withdrawn.
seat-issues-means = Filed and not raised yet: only you see them. Tap one to change or withdraw it.
seat-issues-none = None is left to be raised.

## Point of order (R30)

seat-point = Your point of order
seat-point-means = The chair has recognised it. Please state it now, in a few words: the procedure only, not the substance.
seat-point-waits = The chair has your point of order. Nobody else sees it.
seat-point-title = Raise a point of order?
seat-point-private = Only the chair sees it. Once recognised, the speaker’s clock stops and you state it: on the procedure, not on the substance.
seat-point-keep = No, go back
seat-point-do = Raise it

## Right of reply, written replies to issues (R28, R31)

seat-more-title = More
seat-right-means = To answer somebody who named you. The chair grants it, after the list; twice at most.
seat-right-to = To which statement?
seat-right-any = To none in particular
seat-right-do = Ask for the right of reply
seat-promise-means = The promise is shown to all beside the issue and goes on record. You can take it back.
seat-promise-to = To which issue?
seat-promise-given = You have promised a written reply
seat-promise-do = Promise a written reply
seat-promise-undo = Take the promise back
seat-promise-done = Your promise of a written reply is recorded.
seat-promise-undone = The promise is taken back.

## Said to screen readers and in the page’s title

seat-say-waiting = { $rank } in the list
seat-say-next = You are next
seat-say-called = You have the floor
seat-say-point = The chair recognises your point of order
seat-say-speaking = Your clock is running
seat-say-held = Your clock is on hold
seat-say-away = You are marked as away
seat-say-idle = You are in no list
seat-say-closed = The Dialogue is closed

## Joint actions

seat-do-propose = Propose a joint action…
seat-do-actions = Joint actions that name you · { $count }
seat-do-actions-waiting = { $count ->
    [one] A joint action names you: answer it
   *[other] { $count } joint actions name you: answer them
}
seat-actions-means = Each party named says whether it acknowledges the action. Your colleague can answer as well; the last word counts, and you can change it.
seat-actions-none = No joint action names you any more.
seat-action-acknowledge = Acknowledge
seat-action-decline = Decline…
seat-action-decline-do = Decline
seat-action-back = Back
seat-action-leave-open = Leave it open
seat-action-words = In your own words (may stay empty); they are shown to all
seat-propose-title = Propose a joint action
seat-propose-means = Whom you name is asked on their phones. All see your proposal at once.
seat-propose-what = What is to be done
seat-propose-who = By whom? They are asked to acknowledge it.
seat-propose-others = Others, without a seat here
seat-propose-by-when = By when
seat-propose-mandate = Of which mandate (cited as provisional)
seat-propose-issue = From which issue?
seat-propose-no-issue = None
seat-propose-do = Propose
seat-propose-missing = Say what is to be done, and by whom.
seat-propose-done = Your proposal is on record.
