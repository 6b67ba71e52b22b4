"""A chair without a mouse conducts a whole round: nothing is clicked, every act is a key, while phones ask."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from server.dialogue.model.ids import PartyId, SeatId, ThemeId
from server.dialogue.model.state import Links
from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.clock import TimeAdjusted
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.lineup import SlotDeferred
from server.dialogue.rooms.points import PointRuled
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import SessionResumed, Suspended
from server.dialogue.rooms.speakers import LastCallMade, ListClosed, StatementsShortened
from server.dialogue.rooms.undo import ActUndone
from server.wire.messages import Refusal
from tests.support.client import Client, client
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.live_server import LiveServer

ROADS = "Rural roads"
SHORTER = "1:00"


class Phones:
    """The delegations' phones, without a screen."""

    def __init__(self, server: LiveServer, stack: AsyncExitStack) -> None:
        self._server = server
        self._stack = stack

    async def of(self, seat: str) -> Client:
        """One more of them, connected."""
        token = self._server.links[f"seat:{seat}"].partition("#t=")[2]
        return await self._stack.enter_async_context(client(self._server.url, token))

    async def ask(self, seat: str, *asked: str) -> Client:
        """A State asks for the floor, to put a question to these groups."""
        phone = await self.of(seat)
        links = Links(asks=tuple(PartyId(group) for group in asked))
        await phone.done(Ask(SeatId(seat), links=links))
        return phone


@asynccontextmanager
async def phones_of(server: LiveServer) -> AsyncIterator[Phones]:
    """Phones, until the block ends."""
    async with AsyncExitStack() as stack:
        yield Phones(server, stack)


async def hear_the_groups(console: Console) -> None:
    """The youth are not ready and go last (R11); the first of civil society leaves the rest to the second (R22)."""
    await console.enter("do-open")
    await console.enter("do-start_round", round=1)
    await console.is_ready_to("do-call", "youth-1")
    await console.choose(console.words.code("youth"), "console-not-ready")
    await console.says("slot-deferred")

    await console.enter("do-call", "civil_society-1")
    await console.enter("do-start", "civil_society-1")
    await console.press("console-cede", back=True, name=console.words.short_seat("civil_society-2"))
    await console.enter("do-start", "civil_society-2")
    for seat in ("workers-1", "workers-2", "indigenous-1", "indigenous-2", "youth-1", "youth-2"):
        await console.end_and_call(seat)
        await console.enter("do-start", seat)
    await console.enter("do-end", "youth-2")


async def order_the_list(console: Console, phones: Phones) -> None:
    """Four ask; Argentina, the last, goes up two places and down one, by keys on its row (R16)."""
    await console.enter("do-start_exchange", round=1)
    await phones.ask("BR", "workers")
    for seat in ("MX", "CL", "AR"):
        await phones.ask(seat)
    await console.lists("BR", "MX", "CL", "AR")
    await console.tab_to("button", console.words.seat("AR"))
    for key, order in (("Up", "BR MX AR CL"), ("Up", "BR AR MX CL"), ("Down", "BR MX AR CL")):
        await console.key(f"Alt+Arrow{key}")
        await console.lists(*order.split())
    await console.key("Escape")


async def a_reply_with_accidents(console: Console) -> None:
    """Brazil is held and resumed, gets a minute more and half of it less, is ended too early and taken back."""
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    await console.hold()
    await console.resume()
    for key, length in (("Up", "2:30"), ("Up", "3:00"), ("Down", "2:30")):
        await console.key(f"Control+Arrow{key}")
        await console.shows(console.words("console-of-length", length=length))
    await console.end_and_call("MX")
    await console.undo("ended", "BR")
    await console.offers("do-end", "BR")
    await console.end_and_call("MX")


async def a_point_of_order(console: Console) -> None:
    """While Mexico speaks the chair notes a point of Uruguay's (F8), recognises it, and dismisses it (R30)."""
    await console.enter("do-start", "MX")
    await console.key("F8")
    await console.find("urug")
    await console.key("Enter")
    await console.on_point("console-point-recognise")
    await console.on_point("console-point-rule")
    await console.tab_to("radio", console.words("ruling-upheld"))
    await console.key("ArrowDown")
    await console.key("Enter")
    await console.enter("do-resume", "MX")
    await console.enter("do-end", "MX")


async def an_answer_due(console: Console) -> None:
    """What Brazil asked the workers is answered at once, from the list of answers due (R29)."""
    due = console.words(
        "console-due-of", group=console.words.code("workers"), asker=console.words.party("BR")
    )
    await console.choose(due, "console-call-now", name=console.words.seat("workers-1"))
    await console.enter("do-start", "workers-1")
    await console.enter("do-end", "workers-1")


async def save_time(console: Console, phones: Phones) -> None:
    """Peru is added (F9), statements become shorter after a look (R35), last call, then the list is closed (R18)."""
    chile = await phones.of("CL")
    await console.key("F9")
    await console.find("peru")
    await console.key("Enter")
    await console.lists("AR", "CL", "PE")
    await console.press("console-try-shorten", length=SHORTER)
    await console.shows(console.words("console-preview-touched", count=3))
    await console.press("console-preview-do", inside="dialog")
    await console.shows(console.words("console-statements-of", length=SHORTER))
    await chile.until(lambda: [r.get("was_ms") for r in chile.view["me"]["requests"].values()] == [120_000])

    await console.choose(console.words("console-list-open"), "console-list-call")
    await console.choose(re.compile(console.words("console-list-last-call", time="")), "console-list-close")
    await console.says("console-list-closed")
    late = await (await phones.of("UY")).do(Ask(SeatId("UY")))
    assert isinstance(late, Refusal)
    assert late.code == "list_closed"


async def a_pause(console: Console) -> None:
    """The session is suspended for the booths until five minutes from now, and resumed (R3)."""
    await console.press("console-suspend")
    await console.tab_to("combobox", console.words("console-suspend-why"))
    await console.key("ArrowDown")
    await console.tab_to("combobox", console.words("console-suspend-until"))
    await console.key("ArrowDown")
    await console.press("console-suspend-do", inside="dialog")
    await console.says("suspended-interpretation")
    await console.enter("do-resume_session")


async def end_the_session(console: Console) -> None:
    """The rest are heard; what is left open is on the sheet before the chair confirms, twice (R39)."""
    await console.hear("AR", "CL", "PE")
    await console.enter("do-finish_exchange")
    await console.says("console-sheet")
    await console.shows(ROADS)
    await console.enter("console-confirm-closing")
    await console.enter("do-close")
    await console.enter("console-confirm-closed")
    await console.says("console-closed")


@pytest.mark.timeout(300)
async def test_a_round_by_keyboard(hall: Hall, server: LiveServer) -> None:
    """From the opening to the close, and the journal says of each act what the chair meant."""
    console = await hall.console()
    async with phones_of(server) as phones:
        youth = await phones.of("youth-1")
        await youth.done(RaiseIssue(SeatId("youth-1"), ThemeId("integration"), title=ROADS))
        await hear_the_groups(console)
        await order_the_list(console, phones)
        await a_reply_with_accidents(console)
        await a_point_of_order(console)
        await an_answer_due(console)
        await save_time(console, phones)
        await a_pause(console)
        await end_the_session(console)
    await the_record_is_right(server)


async def the_record_is_right(server: LiveServer) -> None:
    """Who was heard in which order, and the acts besides."""
    called = [event.statement for event in await server.events(Called)]
    groups = [
        f"{group}-{number}"
        for group in ("civil_society", "workers", "indigenous", "youth")
        for number in (1, 2)
    ]
    # Mexico twice: its first call was undone with the end of Brazil's statement.
    assert [each.seat for each in called] == [*groups, "BR", "MX", "MX", "workers-1", "AR", "CL", "PE"]
    assert [each.allotted_ms for each in called[-3:]] == [60_000] * 3
    assert [event.by_ms for event in await server.events(TimeAdjusted)] == [30_000, 30_000, -30_000]
    assert [event.ruling for event in await server.events(PointRuled)] == ["dismissed"]
    assert [event.reason for event in await server.events(Suspended)] == ["interpretation"]
    once = (
        SlotDeferred,
        ActUndone,
        LastCallMade,
        ListClosed,
        StatementsShortened,
        SessionResumed,
    )
    assert [len(await server.events(kind)) for kind in once] == [1] * len(once)
