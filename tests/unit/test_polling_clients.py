"""Who is there by polling, on a clock that moves only when told."""

from collections.abc import AsyncIterator
from typing import NamedTuple

import pytest
import pytest_asyncio

from server.access.links import Access
from server.access.seal import Seal
from server.dialogue.model.ids import Actor
from server.journal.memory import MemoryJournal
from server.live import polling_clients as module
from server.live.admission import Admission, AdmittedClient, Unwelcome
from server.live.fanout import Fanout
from server.live.limits import Tally
from server.live.polling_clients import PollingClients
from server.live.presence import Attendance
from server.session import Session
from server.wire.messages import WIRE, Hello, Poll, Presence
from tests.support.hand_clock import HandClock
from tests.support.play import CHAIR, OBSERVER, seat, shipped

SETUP = shipped().setup
SCREEN = Actor("screen", SETUP.screens[0].id)


class Desk(NamedTuple):
    """PollingClients and what they are told to."""

    clock: HandClock
    admission: Admission
    attendance: Attendance
    polling_clients: PollingClients
    fanout: Fanout

    def call(self, actor: Actor, device: str = "", *, held: int = 0, told: int = 0) -> None:
        """Somebody who holds the view of entry `held` calls, and is told of `told`."""
        client = AdmittedClient(actor, Hello(wire=WIRE, device=device))
        self.polling_clients.called(client)
        as_of = self.fanout.accepted(client.room, held).as_of
        self.polling_clients.told(client, Poll(as_of=as_of, error_ms=4.0), told)

    def there(self, *, after_ms: int = 0) -> Presence:
        """Who is there, some time later."""
        self.clock.wait(after_ms)
        self.polling_clients.sweep()
        return self.attendance.snapshot(SETUP, saved=True)


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Desk]:
    """Nobody is there."""
    clock = HandClock()
    session = Session(MemoryJournal(), clock, shipped())
    admission, attendance = Admission(session, Access(b"secret"), clock, Tally()), Attendance(clock)
    fanout = Fanout(session.known, Seal(b"secret"))
    polling_clients = PollingClients(clock, admission, attendance, fanout.lacks)
    yield Desk(clock, admission, attendance, polling_clients, fanout)


async def test_a_caller_stays_for_three_beats(desk: Desk) -> None:
    """Of its own: an observer's are longer. Each call begins them anew."""
    desk.call(seat("BR"))
    desk.call(OBSERVER)
    assert desk.there(after_ms=6_000).seats == {"BR": 1}
    desk.call(seat("BR"))
    assert desk.there(after_ms=6_000).seats == {"BR": 1}
    told = desk.there(after_ms=1)
    assert (told.seats, told.observers) == ({}, 1)
    assert desk.there(after_ms=6_000).observers == 0


async def test_a_console_that_called_last_is_silent_since_then(desk: Desk) -> None:
    """R4 counts from the call, not from when it was missed."""
    desk.polling_clients.called(AdmittedClient(CHAIR, Hello(wire=WIRE)))  # and says nothing of how well it is
    assert desk.there(after_ms=3_000).consoles == {"chair": 1}
    assert desk.attendance.consoles_silent_ms()["console:chair"] == 0
    assert desk.there(after_ms=5_000).consoles == {}
    assert desk.attendance.consoles_silent_ms()["console:chair"] == 8_000


async def test_a_screen_is_behind_if_it_is_not_where_it_was_told_to_be(desk: Desk) -> None:
    """At its next call; what has changed since the last one it cannot know."""
    screen = SETUP.screens[0].id
    desk.call(SCREEN, told=5)
    desk.call(SCREEN, held=5, told=7)
    assert not desk.there().screens[screen].behind
    desk.call(SCREEN, held=5, told=7)
    assert desk.there().screens[screen].behind


async def test_a_device_that_calls_no_more_makes_room(desk: Desk) -> None:
    """R7: three at a time."""
    for device in ("one", "two", "three", "three"):
        desk.call(seat("BR"), device)
    with pytest.raises(Unwelcome) as refused:
        desk.call(seat("BR"), "four")
    assert refused.value.code == "too_many_devices"
    desk.call(seat("MX"), "four")
    desk.there(after_ms=6_001)
    desk.call(seat("BR"), "four")
    assert desk.there().seats == {"BR": 1}


async def test_a_crowd_of_made_up_devices_fills_no_memory(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Observers beyond the limit are not counted; who has a link is."""
    monkeypatch.setattr(module, "LIMIT", 10)
    for number in range(50):
        desk.call(OBSERVER, str(number))
    desk.call(seat("BR"), "one")
    told = desk.there()
    assert (told.observers, told.seats) == (10, {"BR": 1})
