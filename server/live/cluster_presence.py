"""Who is at the other nodes: each tells the others, once a second, who is at it, and they count that like their own."""

import asyncio
import itertools
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol, TypeVar

import msgspec
import structlog
from msgspec import UNSET, Struct
from msgspec.structs import replace

from server.clock import Clock
from server.live.presence import Attendance
from server.wire.messages import Presence, ScreenHealth

POST_S: Final = 1.0
LIFE_MS: Final = 5_000
"""What was on a board that cannot be read any more counts for so long, in real time."""

Name = TypeVar("Name", bound=str)
log = structlog.get_logger(__name__)


class Board(Protocol):
    """Where nodes leave reports for each other. A report lapses a few seconds after it was posted."""

    async def exchange(self, node: str, report: bytes) -> list[bytes] | None:
        """Post a report and return the newest of each other node; None if the board is out of reach."""
        ...

    async def leave(self, node: str) -> None:
        """Take a node's report away, if the board can be reached."""
        ...


class NodeReport(Struct, frozen=True):
    """What a node tells the others."""

    node: str
    turn: int
    """Another one with each report."""
    presence: Presence
    silent_ms: dict[str, float]
    """`Attendance.silences`."""


class ClusterPresence:
    """Who is at all nodes, as far as this one knows. Without a board there is no other."""

    def __init__(self, clock: Clock, attendance: Attendance, board: Board | None = None) -> None:
        self._clock = clock
        self.attendance = attendance
        """Who is at this node."""
        self._board = board
        self._node = secrets.token_hex(8)
        self._reports: dict[str, NodeReport] = {}
        self._read_ms = float("-inf")
        """When the board was read last. This and the next two are real milliseconds."""
        self._in_touch_since_ms = float("-inf")
        self._heard_ms: dict[str, float] = {}
        """When each console was last known to be at another node, whether that node still lives or not."""

    async def run(self, here: Callable[[], Presence]) -> None:
        """Tell the others who is `here`, and hear from them, until cancelled."""
        if self._board is None:
            return
        try:
            for turn in itertools.count():
                try:
                    await self._exchange(
                        self._board, NodeReport(self._node, turn, here(), self.attendance.silences())
                    )
                except Exception:
                    log.exception("an exchange with the other nodes failed")  # the next one may do better
                await asyncio.sleep(POST_S)
        finally:
            await self._board.leave(self._node)

    async def _exchange(self, board: Board, report: NodeReport) -> None:
        found = await board.exchange(self._node, msgspec.json.encode(report))
        if found is not None:
            self.heard(_decoded(found))

    def heard(self, reports: Iterable[NodeReport]) -> None:
        """Take what the board holds now; a node that is not on it is gone."""
        now_ms = self._clock.real_ms()
        if not self._in_touch(now_ms):
            self._in_touch_since_ms = now_ms
        self._read_ms = now_ms
        before, self._reports = self._reports, {report.node: report for report in reports}
        for node, report in self._reports.items():
            if node in before and before[node].turn == report.turn:
                continue  # the node has said nothing since, and may be dead
            for console, silent_ms in report.silent_ms.items():
                self._heard_ms[console] = max(self._heard_ms.get(console, 0), now_ms - silent_ms)

    def consoles_silent_ms(self) -> dict[str, int]:
        """Return how long each console has been gone or silent at all nodes, in session milliseconds (R4)."""
        own = self.attendance.consoles_silent_ms()
        if self._board is None:
            return own
        return {console: min(ms, self._silent_elsewhere_ms(console)) for console, ms in own.items()}

    def merged(self, own: Presence) -> Presence:
        """Return who is at all nodes; `own` says it for this one, and whether the journal stores."""
        if not self._in_touch(self._clock.real_ms()):
            return own
        told = [own, *(report.presence for report in self._reports.values())]
        return replace(
            own,
            observers=sum(presence.observers for presence in told),
            seats=_sums(presence.seats for presence in told),
            consoles=_sums(presence.consoles for presence in told),
            screens={
                name: _health([p.screens[name] for p in told if name in p.screens]) for name in own.screens
            },
            clock_step_ms=max((presence.clock_step_ms for presence in told), key=abs),
        )

    def _silent_elsewhere_ms(self, console: str) -> int:
        """What this node did not hear of cannot count as silence: it may have been cut off, or have just begun."""
        now_ms = self._clock.real_ms()
        there = any(report.silent_ms.get(console) == 0 for report in self._reports.values())
        if there or not self._in_touch(now_ms):
            return 0
        since_ms = max(self._in_touch_since_ms, self._heard_ms.get(console, 0))
        return round((now_ms - since_ms) * self._clock.rate)

    def _in_touch(self, now_ms: float) -> bool:
        return now_ms - self._read_ms <= LIFE_MS


def _decoded(found: list[bytes]) -> Iterable[NodeReport]:
    for text in found:
        try:
            yield msgspec.json.decode(text, type=NodeReport)
        except msgspec.DecodeError as error:
            log.warning("a node of another version is not counted", reason=str(error))


def _sums(counts: Iterable[Mapping[Name, int]]) -> dict[Name, int]:
    total: Counter[Name] = Counter()
    for each in counts:
        total.update(each)
    return dict(total)


def _health(told: list[ScreenHealth]) -> ScreenHealth:
    """Return how a screen is: what the node says that heard of it last, as it moves from one to the other."""
    newest = max(told, key=lambda health: -1 if health.seen_ms is UNSET else health.seen_ms)
    return replace(newest, online=sum(health.online for health in told))
