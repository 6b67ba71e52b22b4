# The podium: what the chair reads.

podium-page = The chair’s podium
podium-no-entry = The podium cannot be opened
podium-wrong-access-link = This is not the link of the podium. Ask the Secretariat for yours.
podium-connecting = Connecting…

podium-planned-start = Planned start
podium-planned-end = Planned end
podium-time = Time

podium-next = Next
podium-more = and { $count } more
podium-nobody = Nobody is waiting for the floor
podium-speaks = speaks { $language }

## When it is said

podium-say = Say
podium-when-done = When they have finished
podium-when-interpreted = When the interpretation is over
podium-then = Then
podium-ruling = Then, your ruling
podium-either = Then, as you decide
podium-announce = Announce
podium-point = Point of order
podium-held = On hold
podium-suspended = Session suspended
podium-over = Time is up

## What is said

podium-open = Distinguished delegates, representatives of the social actors: I declare this dialogue open.
podium-start_round = We begin round { $round }. The social actors speak first.
podium-round-begins = We begin round { $round }.
podium-start_exchange = We move to replies and questions from the States.
podium-invite = The list of speakers is open: delegations that wish to take the floor are invited to ask for it.
podium-none-left = There are no more speakers on the list.
podium-absent = Those who are still on the list are not in the room.
podium-to-closing = We move to the closing.
podium-reopened = The dialogue is reopened.
podium-close = Thank you all for taking part. I declare this dialogue closed.
podium-thanks = I thank { $whom }.
podium-conclude = I ask { $whom } to conclude.
podium-wait = One moment, please.
podium-pause = We pause for a moment: { $reason }.
podium-resume = We resume the session.
podium-last-call = Last call: whoever wishes to speak, please ask for the floor before { $time }.
podium-rule-upheld = The chair upholds the point of order.
podium-rule-dismissed = The chair does not uphold the point of order.
podium-rule-noted = The chair takes note.

# After these, to whom, as it is said aloud.
podium-give = I give the floor to
podium-give-answer = To answer, I give the floor to
podium-give-right_of_reply = In right of reply, I give the floor to
podium-give-point = On a point of order, I give the floor to
podium-give-back = I return the floor to
podium-whom = { $article ->
    [the] the { $name }
   *[none] { $name }
}
# Whom one thanks, and asks to conclude.
podium-named = { $article ->
    [the] the { $name }
   *[none] { $name }
}

# Of whose name the article is not known: without one.
podium-plain-thanks = I thank you for your statement.
podium-plain-conclude = I ask you to conclude, please.
podium-plain-give = You have the floor:
podium-plain-give-answer = To answer, you have the floor:
podium-plain-give-right_of_reply = In right of reply, you have the floor:
podium-plain-give-point = On a point of order, you have the floor:
podium-plain-give-back = You have the floor again:

## The closing sheet (R39)

podium-sheet = Still open
podium-sheet-nothing = Nothing is left open.
podium-sheet-requests = Not heard · { $count }
podium-sheet-rights = Rights of reply not heard · { $count }
podium-sheet-points = Points of order not recognised · { $count }
podium-sheet-dues = Answers due · { $count }
podium-sheet-due = { $group } to { $asker }
podium-sheet-issues = Issues without a reply · { $count }
podium-sheet-actions = Joint actions not acknowledged by all · { $count }
