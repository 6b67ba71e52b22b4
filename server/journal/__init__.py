"""The journal: an ordered list of entries, one per command, durable before anybody is told.

`port` says what a journal does; `memory` and `sqlite` do it; `codec` and `chain` are what they share.
"""
