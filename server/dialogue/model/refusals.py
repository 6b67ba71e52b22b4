"""Refusals: a command that may not be carried out is answered with a stable code, and nothing changes.

Codes are part of the protocol. Each has a sentence in every catalogue (`refusal-<code>` in `locale/`).
"""

from typing import Literal

Code = Literal[
    "not_allowed",  # this role may never give this command
    "not_now",  # not in this phase or state of the floor
    "not_yours",  # the thing belongs to another seat
    "not_active_console",  # R4: another console presides
    "overtaken",  # R5, R6: what the act names is no longer as it was
    "unknown",  # no such seat, request, statement, issue …
    "floor_taken",  # R19: one statement at a time
    "list_closed",  # R18
    "already_asked",  # R12: one open request per seat and lane
    "nothing_due",  # R29: no answer is due from this group
    "time_out_of_range",  # a clock would leave its limits
    "limit_reached",  # R14, R31: as many as the rules allow
    "too_long",  # a text over its limit
    "no_text",  # a text that has to say something, and nothing of it can be read
    "too_many_devices",  # R7
    "take_over_waits",  # R4: the other console may still refuse
    "bad_links",  # links that do not fit the lane
    # The shell refuses with these before the core is asked:
    "bad_command",  # not a command of the protocol
    "id_reused",  # the command's id is that of another command, which was given before
    "busy",  # too many commands waiting
    "not_saved",  # the journal cannot store it
    "unsettled",  # the journal cannot tell whether it stored it: to be sent again, with the same id
    "revoked",  # the link is nobody's: it never was, or is no longer
    "failed",  # an error of the program; it is in the server's log, nothing changed
]


class Refused(Exception):
    """Raised by the core when a command may not be carried out. `about` names what was in the way, if anything."""

    def __init__(self, code: Code, about: str = "") -> None:
        super().__init__(code, about)
        self.code: Code = code
        self.about = about
