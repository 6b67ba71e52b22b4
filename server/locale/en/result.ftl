# The record of the dialogue, in each of its formats.

## Title and pages

result-title = Summary record
result-provisional = PROVISIONAL
result-provisional-why = This record has not been released and may still change.
result-original = Original: { $language }
result-prepared = Prepared on { $day } at { $time }
result-zone = Times are { $zone }’s.
result-page = Page { $page } of { $pages }
result-languages = This record in other languages

## Sections

result-opening = Opening
result-introduction = Introduction
result-attendance = Attendance
result-proceedings = Proceedings
result-issues = Issues raised and what became of them
result-actions = Joint actions
result-questions = Questions to the groups
result-promises = Written replies promised
result-points = Points of order and rulings
result-suspensions = Suspensions
result-totals = Time at the floor, by party
result-conclusions = Conclusions
result-closing = Closing

## Columns

result-col-party = Party
result-col-name = Name
result-col-capacity = Capacity
result-col-statements = Statements
result-col-time = Time
result-col-issue = Issue
result-col-title = Title and theme
result-col-to = Addressed to
result-col-became = On record
result-col-asker = Asked by
result-col-asked = To
result-col-answer = Answer
result-all-parties = All parties

## Opening, attendance, closing

result-opened = The dialogue was opened on { $day } at { $time }.
result-planned = It had been planned from { $start } to { $end }.
result-seats = { $count ->
    [one] 1 seat was entitled to the floor, of which { $heard } took it.
   *[other] { $count } seats were entitled to the floor, of which { $heard } took it.
}
result-closed = The dialogue was closed on { $day } at { $time }.
result-not-closed = When this record was prepared, the dialogue had not been closed.

## Statements

result-none-heard = Nobody had the floor.
result-statement = { $who } had the floor from { $start } to { $end } ({ $length }): { $lane }, in { $language }.
result-announced = Announced as: “{ $what }”.
result-raised = Raised: { $what }.
result-proposed = Proposed a joint action: { $what }.
result-replies_to = Replied to: { $what }.
result-asks = Put a question to: { $what }.
result-answers = Answered the question of: { $what }.
result-paragraph = para. { $number }
result-in-original = Text in { $language }.
result-translated = Translated from { $language }.
result-translated-by = Translated from { $language } by { $name }.

## Issues

result-issues-none = No issue was raised.
result-issues-count = { $count ->
    [one] 1 issue was raised.
   *[other] { $count } issues were raised.
}
result-issues-open = { $count ->
    [0] Each has a reply, a promise or an acknowledgement on record.
    [one] No reply is on record to 1 issue: { $what }.
   *[other] No reply is on record to { $count } issues: { $what }.
}
result-issue-all = all States
result-issue-replied = Reply: { $what }.
result-issue-written = Written reply promised: { $names }.
result-issue-acknowledged = Action acknowledged: { $names }.
result-issue-silent = No reply recorded: { $names }.
result-issue-none = No reply recorded.
result-issue-merged = Includes: { $what }.

## Joint actions, questions, promises, points of order, suspensions

result-actions-none = No joint action was proposed.
result-action-merged = Includes: { $what }
result-questions-none = No question was put to a group.
result-question-answered = Answered: { $what }
result-question-written = Written reply promised
result-question-open = No answer recorded
result-promises-none = No written reply was promised.
result-promise-issue = { $party }: written reply to { $what }.
result-promise-question = { $party }: written answer to the question of { $what }.
result-promise-statement = { $party }: in writing, a statement for which the floor had been asked.
result-points-none = No point of order was raised.
result-point-upheld = At { $time } the floor was given on a point of order to: { $party }. At { $ruled } the Chair upheld the point.
result-point-dismissed = At { $time } the floor was given on a point of order to: { $party }. At { $ruled } the Chair dismissed the point.
result-point-noted = At { $time } the floor was given on a point of order to: { $party }. At { $ruled } the Chair took note of it.
result-point-open = At { $time } the floor was given on a point of order to: { $party }. The Chair had not yet ruled.
result-point-appealed = An appeal against the ruling was noted.
result-suspended = The session was suspended from { $since } to { $until }.
result-suspended-still = The session was suspended at { $since }.
