"""The list of refused attempts: who tried what, when, and why not. Short, rate-limited, not in the journal."""

from collections import deque
from typing import Final

import structlog
from msgspec import Struct

from server.dialogue.model.refusals import Refused

KEPT: Final = 500
WINDOW_MS: Final = 10_000
PER_WINDOW: Final = 20
"""Refusals of one actor that are kept and logged within a window; more are counted only."""
PUBLIC: Final = "public"
PUBLIC_LOGGED: Final = 2
"""… of those without a link, who are one actor however many they are; the rest is on the list only."""
ACTORS: Final = 10_000

log = structlog.get_logger(__name__)


class Attempt(Struct, frozen=True):
    """A command that was refused."""

    at_ms: int
    actor: str
    command: str
    """Tag of the command; "?" if it was none."""
    code: str
    about: str


class Audit:
    """Keeps the last `KEPT` attempts. A client that floods the server with bad commands fills neither list nor log."""

    def __init__(self) -> None:
        self.attempts: deque[Attempt] = deque(maxlen=KEPT)
        self.passed_over = 0
        """Attempts that came too fast to be kept."""
        self._window = 0
        self._counts: dict[str, int] = {}

    def record(self, at_ms: int, actor: str, command: str, refused: Refused) -> None:
        """Note a refusal; `at_ms` is session time."""
        count = self._count(at_ms, actor)
        if count > PER_WINDOW:
            self.passed_over += 1
            return
        attempt = Attempt(at_ms, actor, command, refused.code, refused.about)
        self.attempts.append(attempt)
        if actor != PUBLIC or count <= PUBLIC_LOGGED:
            log.info("refused", actor=actor, command=command, code=refused.code, about=refused.about)

    def _count(self, at_ms: int, actor: str) -> int:
        """Return the how many-th refusal of this actor it is within the window."""
        window = at_ms // WINDOW_MS
        if window != self._window or len(self._counts) > ACTORS:
            self._window = window
            self._counts.clear()
        count = self._counts[actor] = self._counts.get(actor, 0) + 1
        return count
