"""What the clocks of several nodes go by. Apart from `redis_board`: whoever only names it needs no Redis."""

from typing import NamedTuple


class Reading(NamedTuple):
    """What time Redis said it is, and what the nodes made of it."""

    at_ms: float
    """Of the clock of its machine."""
    run: str
    """Which Redis this was: another one after each start, and on each machine."""
    agreed_run: str
    """For which of them `shift_ms` was agreed on; empty: for none yet."""
    shift_ms: float
    """What the nodes add to its time."""
