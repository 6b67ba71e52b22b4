"""The server dies in mid-speech and is started again: nothing acknowledged is lost, and nobody has to touch a page."""

import asyncio
import time

from server.dialogue.entry import Entry
from server.dialogue.model.state import Event
from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.floor import Signalled, Started
from server.dialogue.rooms.requests import RequestAdded
from tests.support.face import Face
from tests.support.face_console import Console
from tests.support.face_phone import Phone
from tests.support.faces import Hall
from tests.support.live_server import LiveServer


async def a_speech_runs(hall: Hall) -> tuple[Console, Phone, Phone, Face, Face]:
    """Brazil speaks, Mexico waits; console, their phones, an observer and a screen watch."""
    console, brazil, mexico = await hall.console(), await hall.phone("BR"), await hall.phone("MX")
    observer, screen = await hall.observer(), await hall.screen()
    await brazil.ask()
    await brazil.waits_as(1)
    await console.enter("do-open")
    await console.enter("do-start_round", round=1)
    await console.move_to("exchange", 1)
    await console.enter("console-confirm-exchange", round=1)
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    await asyncio.gather(*(face.ticks() for face in hall.faces))
    return console, brazil, mexico, observer, screen


async def agree_on_clock(hall: Hall, server: LiveServer) -> None:
    """Every page draws the time left that follows from the journal, to within a second."""
    entries = await server.journal()
    called = next(event.statement for entry in entries for event in entry.events if isinstance(event, Called))
    started_ms = next(entry.at_ms for entry in entries if has(entry, Started))
    for face in hall.faces:
        before = time.time()
        drawn = await face.left_s()
        latest, earliest = (
            (called.allotted_ms - 1000 * at + started_ms) / 1000 for at in (before, time.time())
        )
        # Drawn: whole seconds, one that has begun counts; half a second more, for a page that draws late.
        assert earliest - 0.5 <= drawn <= latest + 1.5, f"{face.name} draws {drawn}, {latest} are left"


def has(entry: Entry, kind: type[Event]) -> bool:
    """Whether an entry holds an event of this kind."""
    return any(isinstance(event, kind) for event in entry.events)


async def test_killed_in_mid_speech(hall: Hall, server: LiveServer) -> None:
    """Every acknowledged act is there, clocks are right, all faces come back by themselves, and go on."""
    console, brazil, mexico, observer, _ = await a_speech_runs(hall)
    before = await server.journal()

    server.kill()
    await server.gone()
    await asyncio.gather(*(face.is_cut_off() for face in hall.faces))
    await console.offers("console-not-sent")
    await console.key("Enter")
    await asyncio.gather(*(face.ticks() for face in hall.faces))
    await mexico.ask()
    await mexico.says("seat-pending-means")
    await server.start()

    await console.offers("do-end", "BR")
    await asyncio.gather(*(face.is_live() for face in hall.faces))
    await agree_on_clock(hall, server)
    await asyncio.gather(*(face.is_untouched() for face in hall.faces))
    await mexico.says("seat-next")
    after = await server.journal()
    assert after[: len(before)] == before
    assert [has(entry, RequestAdded) for entry in after[len(before) :]] == [True], (
        "asked once, ended by nobody"
    )

    await console.end_and_call("MX")
    await mexico.says("seat-called")
    await observer.shows_seat("MX")
    await brazil.hides(brazil.words("seat-speaking"))


async def test_killed_before_it_answered(hall: Hall, server: LiveServer) -> None:
    """An act that was sent and never acknowledged is sent again with the same id, and happens once."""
    _, brazil, mexico, *_ = await a_speech_runs(hall)
    server.hang()
    await mexico.ask()
    await mexico.says("pending")
    await brazil.press("seat-do-finished")
    server.kill()
    await server.gone()
    await server.start()

    await mexico.says("seat-next")
    await brazil.says("seat-speak-told-finished")
    await asyncio.gather(*(face.is_live() for face in hall.faces))
    await agree_on_clock(hall, server)
    asked = [added.request.seat for added in await server.events(RequestAdded)]
    assert asked == ["BR", "MX"]
    assert len(await server.events(Signalled)) == 1
