"""Who is at other nodes, on a clock and with a board that are played."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import msgspec
import pytest

from server.dialogue.model.ids import Actor
from server.live import cluster_presence as module
from server.live.cluster_presence import ClusterPresence, NodeReport
from server.live.presence import Attendance
from server.wire.messages import Presence, Status
from tests.support.fastpath import until
from tests.support.hand_clock import HandClock
from tests.support.play import CHAIR, DEPUTY, OBSERVER, seat, shipped_setup

SETUP = shipped_setup()
SCREEN = Actor("screen", SETUP.screens[0].id)


class FakeBoard:
    """Reports of nodes that live."""

    def __init__(self) -> None:
        self.reports: dict[str, bytes] = {}
        self.gone = False

    async def exchange(self, node: str, report: bytes) -> list[bytes] | None:
        if self.gone:
            return None
        self.reports[node] = report
        return [text for name, text in self.reports.items() if name != node]

    async def leave(self, node: str) -> None:
        del self.reports[node]


class Node:
    """One of them."""

    def __init__(self, clock: HandClock, board: FakeBoard | None, name: str = "here") -> None:
        self.name = name
        self.turn = 0
        self.attendance = Attendance(clock)
        self.cluster = ClusterPresence(clock, self.attendance, board)

    def own(self) -> Presence:
        """Who is here."""
        return self.attendance.snapshot(SETUP, saved=True)

    def says(self) -> NodeReport:
        """What this node tells the others now."""
        self.turn += 1
        return NodeReport(self.name, self.turn, self.own(), self.attendance.silences())

    def sees(self) -> Presence:
        """Who is anywhere."""
        return self.cluster.merged(self.own())

    def silent_ms(self, console: Actor = CHAIR) -> int:
        """How long a console has been silent, as far as this node knows."""
        return self.cluster.consoles_silent_ms()[str(console)]


@pytest.fixture
def clock() -> HandClock:
    """The time, at all nodes."""
    return HandClock()


@pytest.fixture
def here(clock: HandClock) -> Node:
    """A node that has been here for a minute and hears from others at a board."""
    node = Node(clock, FakeBoard())
    for _ in range(20):
        node.cluster.heard([])
        clock.wait(3_000)
    return node


@pytest.fixture
def there(clock: HandClock) -> Node:
    """Another one."""
    return Node(clock, FakeBoard(), "there")


def test_everybody_counts_wherever_they_are(here: Node, there: Node) -> None:
    """Observers, seats and consoles of all nodes; whether the journal stores, each node says for itself."""
    for node, actors in ((here, [OBSERVER, seat("BR")]), (there, [OBSERVER, seat("BR"), seat("CL"), CHAIR])):
        for number, actor in enumerate(actors):
            node.attendance.arrived(str(number), actor)
    here.cluster.heard([there.says()])
    seen = here.sees()
    assert (seen.observers, seen.seats, seen.consoles) == (2, {"BR": 2, "CL": 1}, {"chair": 1})
    assert here.cluster.merged(msgspec.structs.replace(here.own(), saved=False)).saved is False


def test_a_screen_is_as_the_node_says_that_heard_of_it_last(
    here: Node, there: Node, clock: HandClock
) -> None:
    """It moved from one to the other, and is behind there."""
    here.attendance.arrived("a", SCREEN)
    here.attendance.reported("a", Status(error_ms=4), behind=False)
    here.attendance.left("a", SCREEN)
    clock.wait(100)
    there.attendance.arrived("b", SCREEN)
    there.attendance.reported("b", Status(error_ms=9), behind=True)
    here.cluster.heard([there.says()])
    health = here.sees().screens[SETUP.screens[0].id]
    assert (health.online, health.error_ms, health.behind) == (1, 9, True)


def test_a_step_of_any_machines_clock_is_told(here: Node, there: Node) -> None:
    """The console names the greatest."""
    report = there.says()
    stepped = msgspec.structs.replace(report.presence, clock_step_ms=-3_600_000)
    here.cluster.heard([msgspec.structs.replace(report, presence=stepped)])
    assert here.sees().clock_step_ms == -3_600_000


def test_a_node_that_is_not_on_the_board_any_more_is_gone(here: Node, there: Node) -> None:
    """Who was at it is at no node."""
    there.attendance.arrived("a", OBSERVER)
    here.cluster.heard([there.says()])
    assert here.sees().observers == 1
    here.cluster.heard([])
    assert here.sees().observers == 0


def test_with_the_board_out_of_reach_own_counts_are_all_there_is(
    here: Node, there: Node, clock: HandClock
) -> None:
    """After five seconds."""
    there.attendance.arrived("a", OBSERVER)
    here.cluster.heard([there.says()])
    clock.wait(5_000)
    assert here.sees().observers == 1
    clock.wait(1)
    assert here.sees().observers == 0


def test_a_console_at_another_node_is_not_silent(here: Node, there: Node, clock: HandClock) -> None:
    """However long this node has not heard of it (R4)."""
    assert here.silent_ms() == 60_000
    there.attendance.arrived("a", CHAIR)
    here.cluster.heard([there.says()])
    clock.wait(3_000)
    assert (here.silent_ms(CHAIR), here.silent_ms(DEPUTY)) == (0, 63_000)


def test_silence_counts_from_when_any_node_heard_of_the_console(
    here: Node, there: Node, clock: HandClock
) -> None:
    """The other node says that it left a second ago; then that node ends, and what it said still counts."""
    there.attendance.arrived("a", CHAIR)
    there.attendance.left("a", CHAIR)
    clock.wait(1_000)
    here.cluster.heard([there.says()])
    assert here.silent_ms() == 1_000
    here.cluster.heard([])
    clock.wait(4_000)
    assert here.silent_ms() == 5_000


def test_silence_counts_from_the_last_word_of_a_node_that_died(
    here: Node, there: Node, clock: HandClock
) -> None:
    """Its last report lies on the board for some seconds; they are silence too, once it is known to be dead."""
    there.attendance.arrived("a", CHAIR)
    last = there.says()
    here.cluster.heard([last])
    clock.wait(4_000)
    here.cluster.heard([last])
    assert here.silent_ms() == 0
    clock.wait(1_000)
    here.cluster.heard([])
    assert here.silent_ms() == 5_000


def test_a_console_here_is_not_silent_though_it_left_another_node(
    here: Node, there: Node, clock: HandClock
) -> None:
    """It moved."""
    there.attendance.arrived("a", CHAIR)
    there.attendance.left("a", CHAIR)
    here.attendance.arrived("b", CHAIR)
    clock.wait(2_000)
    here.cluster.heard([there.says()])
    assert here.silent_ms() == 0


def test_what_a_node_could_not_hear_is_not_silence(here: Node, clock: HandClock) -> None:
    """It was cut off for a minute: for all it knows the console was at another node all the time."""
    clock.wait(60_000)
    assert here.silent_ms() == 0
    here.cluster.heard([])
    clock.wait(4_000)
    assert here.silent_ms() == 4_000


def test_a_single_node_knows_all_by_itself(clock: HandClock) -> None:
    """Without a board, what it has heard is all there is to hear."""
    alone = Node(clock, None)
    clock.wait(60_000)
    assert alone.silent_ms() == 60_000


async def test_nodes_tell_each_other(clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """By way of the board, again and again; one that ends takes its report away; nonsense on it is passed over."""
    monkeypatch.setattr(module, "POST_S", 0.001)
    board = FakeBoard()
    board.reports["stranger"] = b'{"of": "another version"}'
    one, two = Node(clock, board), Node(clock, board)
    running = [asyncio.create_task(node.cluster.run(node.own)) for node in (one, two)]

    async def sees(count: int) -> None:
        await until(lambda: one.sees().observers == count)

    try:
        two.attendance.arrived("a", OBSERVER)
        await sees(1)
        two.attendance.left("a", OBSERVER)
        await sees(0)
        two.attendance.arrived("b", OBSERVER)
        await sees(1)
        running[1].cancel()
        await sees(0)
    finally:
        for task in running:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    assert list(board.reports) == ["stranger"]
