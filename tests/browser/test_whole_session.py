"""A whole dialogue, from opening to closing, conducted by keyboard and followed on seven pages at once."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field

import pytest

from server.dialogue.rooms.calls import Called
from tests.support.face import Face
from tests.support.face_console import Console
from tests.support.face_phone import Phone
from tests.support.faces import Hall
from tests.support.live_server import LiveServer

GROUPS = ("youth", "civil_society", "workers", "indigenous")
SEATS = tuple(f"{group}-{number}" for group in GROUPS for number in (1, 2))
ROADS, SCHOOLS = "Caminos rurales", "Escuelas en la frontera"
WAGES = "Fair wages"


@dataclass
class Everybody:
    """The seven pages."""

    console: Console
    youth: Phone
    workers: Phone
    brazil: Phone
    mexico: Phone
    observer: Face
    screen: Face
    phones: tuple[Phone, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Group them as the test speaks of them."""
        self.phones = (self.youth, self.workers, self.brazil, self.mexico)

    @property
    def all(self) -> tuple[Face, ...]:
        """All of them."""
        return (self.console, *self.phones, self.observer, self.screen)

    async def see(self, seat: str, *, but: Phone) -> None:
        """Everybody else sees who has the floor."""
        await asyncio.gather(*(face.shows_seat(seat) for face in self.all if face is not but))

    async def see_clock_run(self) -> None:
        """The speech clock runs on every page."""
        await asyncio.gather(*(face.ticks() for face in self.all))


async def gathered(hall: Hall) -> Everybody:
    """Everybody opens their page, in the language they read."""
    return Everybody(
        console=await hall.console(lang="es"),
        youth=await hall.phone("youth-1", lang="es"),
        workers=await hall.phone("workers-1", lang="en"),
        brazil=await hall.phone("BR", lang="en"),
        mexico=await hall.phone("MX", lang="es"),
        observer=await hall.observer(lang="en"),
        screen=await hall.screen(lang="es"),
    )


async def open_the_session(all_: Everybody) -> None:
    """Issues are filed before; a State inscribes early (R13); the chair opens."""
    await all_.youth.file("integration", ROADS)
    await all_.youth.file("poverty", SCHOOLS)
    await all_.workers.file("poverty", WAGES)
    await all_.console.enter("do-open")
    await all_.observer.says("phase-opening")
    await all_.screen.says("phase-opening")


async def hear_the_groups(all_: Everybody) -> None:
    """Eight interventions; whoever has the floor knows it, and so does everybody else."""
    console = all_.console
    await console.enter("do-start_round", round=1)
    await all_.youth.says("seat-next")
    await console.enter("do-call", "youth-1")
    await all_.youth.says("seat-called")
    await all_.youth.press("seat-do-ready")
    await console.says("console-signal-ready")
    await console.enter("do-start", "youth-1")
    await all_.see("youth-1", but=all_.youth)
    await all_.see_clock_run()
    issues = (all_.observer.words.issue("youth", "1.1"), ROADS, SCHOOLS)
    await all_.observer.shows(*issues)
    await console.end_and_call("youth-2")
    await console.enter("do-start", "youth-2")
    await console.enter("do-end", "youth-2")
    await console.hear("civil_society-1", "civil_society-2")
    await all_.workers.says("seat-next")
    await console.hear(*SEATS[4:])
    await all_.observer.shows(all_.observer.words.issue("workers", "1.1"), WAGES)


async def ask_on_phones(all_: Everybody) -> None:
    """Brazil will reply to an issue, Mexico asks the workers; each phone shows its place."""
    brazil, mexico = all_.brazil, all_.mexico
    await brazil.ask(replies_to=[brazil.words.issue("youth", "1.1")])
    await brazil.says("seat-next")
    await mexico.ask(asks=["workers"])
    await mexico.waits_as(2)
    await mexico.says("seat-place-list")


async def reply(all_: Everybody) -> None:
    """Brazil replies: held for the booths and resumed (F2), ended too early and taken back (Ctrl+Z)."""
    console, brazil, mexico, screen = all_.console, all_.brazil, all_.mexico, all_.screen
    await console.enter("do-call", "BR")
    await brazil.says("seat-called")
    await mexico.says("seat-next")
    await console.enter("do-start", "BR")
    await all_.see("BR", but=brazil)
    await screen.shows(screen.words.issue("youth", "1.1"))
    await console.hold()
    await brazil.says("seat-held", "hold-interpretation")
    await all_.observer.says("hold-interpretation")
    await screen.says("hold-interpretation")
    await console.resume()
    await all_.see_clock_run()
    await console.end_and_call("MX")
    await mexico.says("seat-called")
    await console.undo("ended", "BR")
    await brazil.says("seat-speaking")
    await mexico.says("seat-next")
    await all_.see_clock_run()
    await console.end_and_call("MX")


async def question_and_answer(all_: Everybody) -> None:
    """Mexico asks, the workers' phone offers to answer, the chair calls the answer."""
    console, workers = all_.console, all_.workers
    await console.enter("do-start", "MX")
    await all_.see("MX", but=all_.mexico)
    await console.enter("do-end", "MX")
    await workers.press("seat-do-answer", party=workers.words.party("MX"))
    await console.enter("do-call_answer", "workers-1")
    await workers.says("seat-called")
    await console.enter("do-start", "workers-1")
    await all_.see("workers-1", but=workers)
    await workers.says("seat-speaking")
    await workers.press("seat-do-finished")
    await console.says("console-signal-finished")
    await console.enter("do-end", "workers-1")


async def another_round(all_: Everybody) -> None:
    """Round 2 begins one group later (R9), the other slots are given up, and Brazil asks again."""
    console, brazil = all_.console, all_.brazil
    await console.move_to("interventions", 2)
    await console.enter("console-confirm-interventions", round=2)
    await all_.observer.shows(all_.observer.words("round-number", round=2))
    await console.hear("civil_society-1")
    await console.move_to("exchange", 2)
    await console.enter("console-confirm-exchange", round=2)
    await brazil.ask(asks=["youth"])
    await console.hear("BR")
    await all_.youth.press("seat-do-answer", party=all_.youth.words.party("BR"))
    await console.enter("do-call_answer", "youth-1")
    await console.enter("do-start", "youth-1")
    await console.enter("do-end", "youth-1")


async def close_the_session(all_: Everybody) -> None:
    """What is left open is listed before each of the last two steps; then every page says that it is over."""
    console = all_.console
    await console.enter("do-finish_exchange")
    await console.shows(SCHOOLS, WAGES)
    await console.enter("console-confirm-closing")
    await all_.observer.says("phase-closing")
    await console.enter("do-close")
    await console.enter("console-confirm-closed")
    await console.says("console-closed")
    await asyncio.gather(*(phone.says("seat-closed", "seat-closed-means") for phone in all_.phones))
    await all_.observer.says("say-closed", "say-thanks")
    await all_.screen.says("say-closed", "say-thanks")


@pytest.mark.timeout(300)
async def test_whole_session_on_seven_pages(hall: Hall, server: LiveServer) -> None:
    """Opening, interventions, replies, questions and answers, another round, closing: every page follows each step."""
    all_ = await gathered(hall)
    await open_the_session(all_)
    await hear_the_groups(all_)
    await all_.console.enter("do-start_exchange", round=1)
    await ask_on_phones(all_)
    await reply(all_)
    await question_and_answer(all_)
    await another_round(all_)
    await close_the_session(all_)

    lanes = Counter(called.statement.lane for called in await server.events(Called))
    assert lanes == {"intervention": len(SEATS) + 1, "statement": 4, "answer": 2}
