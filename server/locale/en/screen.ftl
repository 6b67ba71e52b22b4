# The screens in the hall.

hall-page = Hall screen
hall-next = Next
hall-list = List of speakers
hall-list-more = and { $count } more
hall-list-empty = Nobody is waiting to speak
hall-actions-empty = No joint action yet
hall-in-language = in { $language }
hall-stale = Last updated { $time }
hall-connecting = Connecting…
hall-refused = This screen needs a new link
