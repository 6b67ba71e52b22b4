# The page of those who observe.

observer-page = Dialogue live
observer-live = Dialogue · live
observer-next = Next
observer-more = and { $count } more
observer-in-language = in { $language }
observer-story = What was said
observer-story-empty = Nobody has spoken yet.
observer-story-more = { $count ->
    [one] Show the { $count } statement
   *[other] Show all { $count } statements
}
observer-issues = Issues raised
observer-issues-open = { $count ->
    [0] none open
    [one] 1 without reply
   *[other] { $count } without reply
}
observer-issues-empty = No issue has been raised yet.
observer-issue-open = no reply yet
observer-issue-replied = { $count ->
    [one] 1 reply: { $names }
   *[other] { $count } replies: { $names }
}
observer-issue-written = written reply promised: { $names }
observer-issue-acknowledged = action acknowledged: { $names }
observer-issue-unanswered = no reply recorded
observer-issue-to = to { $names }
observer-actions-empty = No joint action has been proposed yet.
observer-programme = Programme and themes
observer-planned = Planned from { $start } to { $end }
observer-opened = Opened at { $time }
observer-themes = Themes
observer-updated = Updated { $time }
observer-zone = Times are { $zone }’s
