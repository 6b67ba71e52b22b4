"""Who is there, on a clock that moves only when told."""

from typing import Any

import pytest
from msgspec import UNSET

from server.clock import Clock
from server.dialogue.model.ids import Actor
from server.live.presence import Attendance, same
from server.wire.messages import Status
from tests.support.play import CHAIR, DEPUTY, shipped_setup

SETUP = shipped_setup()
SCREEN = Actor("screen", SETUP.screens[0].id)
WELL = Status(error_ms=4.0)


class Hands:
    """The system's clocks, in milliseconds."""

    def __init__(self) -> None:
        self.mono_ms = 1_000.0
        self.wall_ms = 1_790_000_000_000.0

    def wait(self, ms: float) -> None:
        """Time passes."""
        self.mono_ms += ms
        self.wall_ms += ms

    def clock(self, rate: float = 1.0) -> Clock:
        """A clock with these hands."""
        return Clock(rate, lambda: int(self.wall_ms * 1e6), lambda: int(self.mono_ms * 1e6))


@pytest.fixture
def hands() -> Hands:
    """Hands to move."""
    return Hands()


def health(attendance: Attendance) -> Any:
    """What the console is told of the one screen."""
    return attendance.snapshot(SETUP, saved=True).screens[SETUP.screens[0].id]


def test_a_console_that_is_there_is_not_silent(hands: Hands) -> None:
    """However long it has said nothing, if it does not report: its connection is watched."""
    attendance = Attendance(hands.clock())
    attendance.arrived("a", CHAIR)
    hands.wait(60_000)
    assert attendance.consoles_silent_ms() == {"console:chair": 0, "console:deputy": 60_000}


def test_a_console_that_left_is_silent_since_then(hands: Hands) -> None:
    """R4 counts from when it was last heard of; another window of the same console is the console."""
    attendance = Attendance(hands.clock())
    attendance.arrived("a", CHAIR)
    attendance.arrived("b", CHAIR)
    hands.wait(5_000)
    attendance.left("a", CHAIR)
    hands.wait(5_000)
    assert attendance.consoles_silent_ms()["console:chair"] == 0
    attendance.left("b", CHAIR)
    hands.wait(9_999)
    assert attendance.consoles_silent_ms()["console:chair"] == 9_999


def test_a_console_that_reported_and_stopped_is_silent(hands: Hands) -> None:
    """A cable that hangs leaves the connection open: it counts from the last report."""
    attendance = Attendance(hands.clock())
    attendance.arrived("a", CHAIR)
    attendance.reported("a", WELL, behind=False)
    hands.wait(4_000)
    assert attendance.consoles_silent_ms()["console:chair"] == 0
    hands.wait(6_000)
    assert attendance.consoles_silent_ms()["console:chair"] == 10_000
    attendance.left("a", CHAIR)  # the server notices at last
    assert attendance.consoles_silent_ms()["console:chair"] == 10_000
    attendance.arrived("b", CHAIR)
    assert attendance.consoles_silent_ms()["console:chair"] == 0


def test_silence_is_in_the_dialogues_time(hands: Hands) -> None:
    """As all times in the rules are; in a rehearsal it passes faster."""
    attendance = Attendance(hands.clock(rate=60))
    attendance.arrived("a", DEPUTY)
    hands.wait(1_000)
    assert attendance.consoles_silent_ms() == {"console:chair": 60_000, "console:deputy": 0}


def test_everybody_is_counted(hands: Hands) -> None:
    """Who is gone is not named."""
    attendance = Attendance(hands.clock())
    brazil = Actor("seat", "BR")
    for sid, actor in (("a", CHAIR), ("b", brazil), ("c", brazil), ("d", Actor("public"))):
        attendance.arrived(sid, actor)
    attendance.left("c", brazil)
    told = attendance.snapshot(SETUP, saved=True)
    assert (told.consoles, told.seats, told.observers) == ({"chair": 1}, {"BR": 1}, 1)
    attendance.left("b", brazil)
    assert attendance.snapshot(SETUP, saved=True).seats == {}


def test_a_screen_that_hangs_is_named(hands: Hands) -> None:
    """Online no more, and when it was last heard of."""
    clock = hands.clock()
    attendance = Attendance(clock)
    assert (health(attendance).online, health(attendance).seen_ms) == (0, UNSET)
    attendance.arrived("a", SCREEN)
    attendance.reported("a", WELL, behind=False)
    seen_ms = clock.now_ms()
    hands.wait(5_001)
    assert (health(attendance).online, health(attendance).seen_ms) == (0, seen_ms)
    attendance.heard("a")
    assert health(attendance).online == 1


def test_a_screen_that_missed_a_change_is_behind(hands: Hands) -> None:
    """It shows an older entry than the last beat spoke of."""
    attendance = Attendance(hands.clock())
    attendance.arrived("a", SCREEN)
    attendance.reported("a", WELL, behind=False)
    assert not health(attendance).behind
    attendance.reported("a", WELL, behind=True)
    assert health(attendance).behind


def test_a_screen_heard_again_is_no_news(hands: Hands) -> None:
    """Nothing is sent when nothing happens; that it fell behind, or left, is news."""
    attendance = Attendance(hands.clock())
    attendance.arrived("a", SCREEN)
    attendance.reported("a", WELL, behind=False)
    before = attendance.snapshot(SETUP, saved=True)
    hands.wait(2_000)
    attendance.reported("a", Status(error_ms=4.5), behind=False)
    assert same(before, attendance.snapshot(SETUP, saved=True))
    attendance.reported("a", WELL, behind=True)
    assert not same(before, attendance.snapshot(SETUP, saved=True))
    attendance.reported("a", WELL, behind=False)
    attendance.left("a", SCREEN)
    assert not same(before, attendance.snapshot(SETUP, saved=True))


def test_a_step_of_the_system_clock_is_told(hands: Hands) -> None:
    """From half a second on: less is NTP at its work."""
    attendance = Attendance(hands.clock())
    hands.wall_ms += 400
    assert attendance.snapshot(SETUP, saved=True).clock_step_ms == 0
    hands.wall_ms += 3_600_000
    assert attendance.snapshot(SETUP, saved=True).clock_step_ms == 3_600_400
