"""The journal: an ordered list of entries, one per command, durable before anybody is told.

`port` says what a journal does; `memory`, `sqlite` and `redis` do it; `codec` is what they share.
"""
