"""What may happen on a console that its operator did not do: what others do, at any device, and what the clock does.

Told in one order, for one leads to the next. Each names the commands that it is made of: every command there is must be
among them (`tests/browser/test_under_the_hand.py`), so that a new one is looked at too.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from server.dialogue.derived.dues import dues
from server.dialogue.model.ids import (
    ActionId,
    Actor,
    DueId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    ScreenId,
    SeatId,
    ThemeId,
)
from server.dialogue.model.state import Links, Phase, SlotTarget, Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.actions import (
    AmendAction,
    AnswerAction,
    MergeAction,
    ProposeAction,
    WithdrawAction,
)
from server.dialogue.rooms.answers import PromiseWritten, SetAnswers
from server.dialogue.rooms.calls import Call, MarkNotHere, WithdrawCall
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.clock import AdjustTime, Hold, Resume, StartEarlier
from server.dialogue.rooms.floor import Cede, End, FinishInterpretation, Sign, Start, Void
from server.dialogue.rooms.issues import (
    AmendIssue,
    MarkIssue,
    MergeIssue,
    RaiseIssue,
    SplitIssue,
    WithdrawIssue,
)
from server.dialogue.rooms.lineup import ArrangeSlot, DeferSlot, OrderSlot, RestoreSlot
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, RulePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, ChangeRequest, MoveRequest, Withdraw
from server.dialogue.rooms.screens import ClearMessage, SetScene, ShowMessage
from server.dialogue.rooms.seats import AddGuest, Return, SetAway, Substitute
from server.dialogue.rooms.session import AnnounceResumption, Extend, MoveStep, Reopen, ResumeSession, Suspend
from server.dialogue.rooms.speakers import CloseList, LastCall, OpenList, SetOrder, Tighten
from server.dialogue.rooms.undo import Undo
from tests.support.client import Client
from tests.support.in_process_server import InProcessServer, in_process_server
from tests.support.server import CONFIG

TEXT: Final = "We cannot hear the speaker at all, and the interpreters do not either"
QUICK: Final = {
    '{ code = "BR", language = "pt" }': '{ code = "BR", language = "pt", consecutive = true }',
    'last_call = "2:00"': 'last_call = "0:02"',
    'not_here = "0:20"': 'not_here = "0:02"',
}
"""Rules whose time passes in two seconds here, and a delegation that is interpreted consecutively."""


def now_ms() -> int:
    """The server's time: it runs in the process of the test."""
    return time.time_ns() // 1_000_000


class Incident(NamedTuple):
    """One thing that happens. `kinds`: the commands that it is made of; none if it is the clock or the line."""

    what: str
    happens: Callable[[], Awaitable[object]]
    kinds: tuple[type[AnyCommand], ...] = ()


class Others:
    """Everybody but the operator: phones, the stage, the deputy, and the chair at another device of hers."""

    def __init__(self, server: InProcessServer, stack: AsyncExitStack) -> None:
        self._server = server
        self._stack = stack
        self.session = server.session
        self._lines: dict[str, Client] = {}

    async def line(self, who: str) -> Client:
        """Somebody's line, by the name of the link: "seat:BR", "console:deputy"."""
        if who not in self._lines:
            self._lines[who] = await self._stack.enter_async_context(self._server.client(who))
        return self._lines[who]

    async def does(self, who: str, command: AnyCommand) -> None:
        """It must be accepted."""
        await (await self.line(who)).done(command)

    async def chair(self, *commands: AnyCommand) -> None:
        """The chair, at another device of hers."""
        for command in commands:
            await self.does("console:chair", command)

    async def operator(self, command: AnyCommand) -> None:
        """Whoever looks after the server, on its own machine."""
        await self.session.submit(Actor("operator"), f"operator-{self.session.state.seq}", command)

    async def press(self) -> None:
        """The chair presses her context button at another device."""
        await (await self.line("console:chair")).press()

    @property
    def view(self) -> dict[str, Any]:
        """What the consoles show."""
        return self._lines["console:chair"].view

    @property
    def floor(self) -> Any:
        """The statement that has the floor."""
        return self.view["floor"]["statement"]

    def request(self, seat: str) -> RequestId:
        """The open request of a seat."""
        rows = self.view["agenda"].items()
        return next(RequestId(key) for key, row in rows if row["seat"] == seat and key.startswith("r"))

    def slot(self, party: str) -> Any:
        """The slot of a group in this round."""
        return next(key for key, slot in self.view["slots"].items() if slot["party"] == party)

    def issue(self, at: int = 0) -> IssueId:
        """An issue, in the order in which they were raised."""
        return list(self.session.state.issues)[at]

    def action(self, at: int = 0) -> ActionId:
        """A joint action, in the order in which they were proposed."""
        return list(self.session.state.actions)[at]

    def due(self, group: str) -> DueId:
        """What a group has to answer."""
        return next(DueId(key) for key, due in dues(self.session.state).items() if due.group == group)

    def point(self, seat: str) -> PointId:
        """A point of order of that seat's which is not ruled on."""
        points = self.session.state.points.values()
        return next(one.id for one in points if one.seat == seat and one.status in ("raised", "recognised"))

    async def ask(self, seat: str, *asked: str) -> None:
        """A State asks for the floor."""
        links = Links(asks=tuple(PartyId(group) for group in asked))
        await self.does(f"seat:{seat}", Ask(SeatId(seat), links=links))


def in_the_interventions(at: Others) -> tuple[Incident, ...]:
    """From the call of the youth's first representative to the middle of the line-up."""
    first, second = SeatId("youth-1"), SeatId("youth-2")
    workers = SeatId("workers-1"), SeatId("workers-2")

    async def lapses() -> None:
        for _ in range(2):
            await at.chair(DeferSlot(at.slot("indigenous")))

    return (
        Incident("a State asks beforehand", lambda: at.ask("BR", "workers"), (Ask,)),
        Incident(
            "a group files an issue",
            lambda: at.does("seat:youth-2", RaiseIssue(second, ThemeId("integration"), title="Rural roads")),
            (RaiseIssue,),
        ),
        Incident(
            "and words it anew",
            lambda: at.does("seat:youth-2", AmendIssue(at.issue(), ThemeId("poverty"), TEXT, "es")),
            (AmendIssue,),
        ),
        Incident(
            "a group changes its order",
            lambda: at.does("seat:workers-1", ArrangeSlot(at.slot("workers"), workers[::-1])),
            (ArrangeSlot,),
        ),
        Incident("who was called is not there yet", lambda: asyncio.sleep(2.2)),
        Incident(
            "she says that she is not ready",
            lambda: at.does("seat:youth-1", Sign(at.floor, "not_now")),
            (Sign,),
        ),
        Incident(
            "the call is withdrawn elsewhere", lambda: at.chair(WithdrawCall(at.floor)), (WithdrawCall,)
        ),
        Incident(
            "somebody is called elsewhere",
            lambda: at.chair(Call(SlotTarget(at.slot("youth"), first))),
            (Call,),
        ),
        Incident("she is started elsewhere", lambda: at.chair(Start(at.floor)), (Start,)),
        Incident(
            "she raises an issue",
            lambda: at.does(
                "seat:youth-1", RaiseIssue(first, ThemeId("security"), at.floor, title="Safe streets")
            ),
            (RaiseIssue,),
        ),
        Incident(
            "her phone says that she has finished",
            lambda: at.does("seat:youth-1", Sign(at.floor, "finished")),
        ),
        Incident(
            "she leaves the rest to her colleague", lambda: at.does("seat:youth-1", Cede(at.floor)), (Cede,)
        ),
        Incident("the colleague is not here", lambda: at.chair(MarkNotHere(at.floor)), (MarkNotHere,)),
        Incident(
            "the line-up is put in another order",
            lambda: at.chair(OrderSlot(at.slot("indigenous"), at.slot("workers"))),
            (OrderSlot,),
        ),
        Incident("a group is not ready, twice", lapses, (DeferSlot,)),
        Incident("it is brought back", lambda: at.chair(RestoreSlot(at.slot("indigenous"))), (RestoreSlot,)),
        Incident(
            "the exchange begins",
            lambda: at.chair(MoveStep(Step("interventions", 1), Step("exchange", 1))),
            (MoveStep,),
        ),
    )


def in_the_exchange(at: Others) -> tuple[Incident, ...]:
    """Brazil speaks, Mexico, Uruguay and Chile wait, and all that phones may do."""
    mx, br = SeatId("MX"), SeatId("BR")

    async def three_ask() -> None:
        for seat in ("MX", "UY", "CL"):
            await at.ask(seat)

    async def brazil_speaks() -> None:
        await at.press()
        await at.press()

    async def links() -> None:
        asked = tuple(PartyId(group) for group in ("workers", "indigenous", "youth"))
        await at.does("seat:BR", Link(at.floor, Links(replies_to=(at.issue(1),), asks=asked)))

    def changed() -> Awaitable[None]:
        links = Links(asks=(PartyId("workers"), PartyId("indigenous")))
        return at.does("seat:MX", ChangeRequest(at.request("MX"), 1, links, "es", TEXT))

    return (
        Incident("three more ask", three_ask, (Ask,)),
        Incident("Brazil is called and started elsewhere", brazil_speaks),
        Incident("whom it asks is noted", links, (Link,)),
        *joint_actions(at),
        Incident("a request is changed", changed, (ChangeRequest,)),
        Incident("who is next goes away", lambda: at.does("seat:MX", SetAway(mx)), (SetAway,)),
        Incident("and is back", lambda: at.does("seat:MX", Return(mx)), (Return,)),
        Incident(
            "a substitute sits down",
            lambda: at.does("seat:MX", Substitute(mx, substitute=True)),
            (Substitute,),
        ),
        Incident("the speaker's too", lambda: at.does("seat:BR", Substitute(br, substitute=True))),
        Incident(
            "a State says what it will do",
            lambda: at.does("seat:UY", MarkIssue(at.issue(1), PartyId("UY"), "written")),
            (MarkIssue,),
        ),
        Incident(
            "an issue is withdrawn",
            lambda: at.does("seat:youth-2", WithdrawIssue(at.issue())),
            (WithdrawIssue,),
        ),
        Incident(
            "the last in the list withdraws",
            lambda: at.does("seat:CL", Withdraw(at.request("CL"))),
            (Withdraw,),
        ),
        *points_of_order(at),
        *on_the_screens(at),
    )


def joint_actions(at: Others) -> tuple[Incident, ...]:
    """Brazil, at the floor, proposes two; Mexico and the chair see to them (R37)."""
    mexico = (PartyId("MX"),)

    async def proposes() -> None:
        for what in ("A fund", TEXT):
            await at.does("seat:BR", ProposeAction(what, mexico, statement=at.floor))

    def answers() -> Awaitable[None]:
        return at.does("seat:MX", AnswerAction(at.action(), 2, mexico[0], "declined", TEXT))

    return (
        Incident("Brazil proposes joint actions", proposes, (ProposeAction,)),
        Incident(
            "it words one anew",
            lambda: at.does("seat:BR", AmendAction(at.action(), 1, "A larger fund", "es", mexico)),
            (AmendAction,),
        ),
        Incident("who is named declines", answers, (AnswerAction,)),
        Incident(
            "they are merged elsewhere",
            lambda: at.chair(MergeAction(at.action(1), at.action())),
            (MergeAction,),
        ),
        Incident(
            "one is withdrawn elsewhere", lambda: at.chair(WithdrawAction(at.action())), (WithdrawAction,)
        ),
    )


def points_of_order(at: Others) -> tuple[Incident, ...]:
    """Two are raised; one is withdrawn, the other recognised and ruled on elsewhere (R30)."""
    return (
        Incident(
            "a point of order is raised",
            lambda: at.does("seat:CL", RaisePoint(SeatId("CL"), TEXT)),
            (RaisePoint,),
        ),
        Incident("another", lambda: at.does("seat:AR", RaisePoint(SeatId("AR")))),
        Incident(
            "the first is withdrawn",
            lambda: at.does("seat:CL", WithdrawPoint(at.point("CL"))),
            (WithdrawPoint,),
        ),
        Incident(
            "the other is recognised elsewhere",
            lambda: at.chair(RecognisePoint(at.point("AR"))),
            (RecognisePoint,),
        ),
        Incident("and ruled on", lambda: at.chair(RulePoint(at.point("AR"), "noted")), (RulePoint,)),
        Incident("the speech goes on", lambda: at.chair(Resume(at.floor)), (Resume,)),
    )


def on_the_screens(at: Others) -> tuple[Incident, ...]:
    """What the technician does, and the deputy."""
    left = ScreenId("hall-left")
    return (
        Incident("the stage shows the list", lambda: at.does("stage", SetScene(left, "list")), (SetScene,)),
        Incident("it freezes a screen", lambda: at.does("stage", SetScene(left, "freeze"))),
        Incident("it says something", lambda: at.does("stage", ShowMessage(TEXT)), (ShowMessage,)),
        Incident("it takes that away", lambda: at.does("stage", ClearMessage()), (ClearMessage,)),
        Incident("the deputy asks to preside", lambda: at.does("console:deputy", TakeChair()), (TakeChair,)),
        Incident(
            "is refused elsewhere",
            lambda: at.chair(AnswerTakeOver("console:deputy", consent=False)),
            (AnswerTakeOver,),
        ),
    )


def by_the_clock(at: Others) -> tuple[Incident, ...]:
    """What the clock of the speech does, and what the chair does to it elsewhere (R22, R23)."""

    async def left(ms: int) -> None:
        clock = at.view["floor"]["clock"]
        left_ms = clock["length_ms"] - (now_ms() - clock["started_at_ms"] - clock.get("held_for_ms", 0))
        await at.chair(AdjustTime(at.floor, round(ms - left_ms)))
        await asyncio.sleep(1.2)

    return (
        Incident("the first warning", lambda: left(61_000), (AdjustTime,)),
        Incident("the last warning", lambda: left(16_000)),
        Incident("the time is over", lambda: left(1_000)),
        Incident(
            "the start is moved back elsewhere", lambda: at.chair(StartEarlier(at.floor, 10)), (StartEarlier,)
        ),
        Incident("the speech is held elsewhere", lambda: at.chair(Hold(at.floor, "order_in_hall")), (Hold,)),
        Incident("and goes on", lambda: at.chair(Resume(at.floor))),
        Incident("the last call", lambda: at.chair(LastCall()), (LastCall,)),
        Incident("runs out", lambda: asyncio.sleep(2.2)),
        Incident("the list is opened again", lambda: at.chair(OpenList()), (OpenList,)),
        Incident("it is closed", lambda: at.chair(CloseList()), (CloseList,)),
        Incident("and opened", lambda: at.chair(OpenList())),
    )


def of_the_chair_elsewhere(at: Others) -> tuple[Incident, ...]:
    """What else the chair does at another device, to the end of the session."""

    async def suspended() -> None:
        await at.chair(Suspend("medical", now_ms() + 1_000))

    async def later() -> None:
        since = at.view["session"]["suspension"]["since_ms"]
        await at.chair(AnnounceResumption(since, now_ms() + 600_000))

    async def resumed() -> None:
        await at.chair(ResumeSession(at.view["session"]["suspension"]["since_ms"]))

    async def ends() -> None:
        await at.chair(Resume(at.floor), End(at.floor))

    async def interpreted() -> None:
        heard = at.session.state.interpreting
        assert heard is not None
        await at.chair(FinishInterpretation(heard))

    async def next_speaks() -> None:
        await at.press()
        await at.press()

    async def undone() -> None:
        await at.chair(Undo(at.view["undo"]["seq"]))

    async def closes(*phases: Phase) -> None:
        for phase in phases:
            since = at.view["session"]["step"]
            await at.chair(MoveStep(Step(since["phase"], since.get("round", 0)), Step(phase)))

    return (
        Incident("a guest comes", lambda: at.chair(AddGuest(TEXT, TEXT, "es", 3_600_000)), (AddGuest,)),
        Incident("somebody is erased", lambda: at.operator(ErasePerson(SeatId("workers-2"))), (ErasePerson,)),
        Incident("statements become shorter", lambda: at.chair(Tighten(60_000)), (Tighten,)),
        Incident(
            "more time", lambda: at.chair(Extend(at.view["session"]["planned_end_ms"], 900_000)), (Extend,)
        ),
        Incident("the order is balanced", lambda: at.chair(SetOrder("balanced")), (SetOrder,)),
        Incident("answers are taken at once", lambda: at.chair(SetAnswers("at_once")), (SetAnswers,)),
        Incident(
            "a row is moved",
            lambda: at.chair(MoveRequest(at.request("UY"), at.request("MX"))),
            (MoveRequest,),
        ),
        Incident(
            "an issue is split",
            lambda: at.chair(SplitIssue(at.issue(1), ThemeId("poverty"), TEXT)),
            (SplitIssue,),
        ),
        Incident("and merged", lambda: at.chair(MergeIssue(at.issue(2), at.issue(1))), (MergeIssue,)),
        Incident("the session is suspended", suspended, (Suspend,)),
        Incident("it should have gone on by now", lambda: asyncio.sleep(1.5)),
        Incident("another time is announced", later, (AnnounceResumption,)),
        Incident("it goes on", resumed, (ResumeSession,)),
        Incident("the speech ends elsewhere", ends, (End,)),
        Incident("that is undone", undone, (Undo,)),
        Incident("it ends again", lambda: at.chair(End(at.floor))),
        Incident("the interpretation is finished", interpreted, (FinishInterpretation,)),
        Incident(
            "a written answer is promised",
            lambda: at.does("seat:workers-1", PromiseWritten(at.due("workers"))),
            (PromiseWritten,),
        ),
        Incident("the next is called and started", next_speaks),
        Incident("the start did not count", lambda: at.chair(Void(at.floor)), (Void,)),
        Incident("the exchange is over", lambda: closes("closing")),
        Incident("the session is closed", lambda: closes("closed")),
        Incident(
            "it is opened again",
            lambda: at.chair(Reopen(at.view["session"]["closed_at_ms"])),
            (Reopen,),
        ),
    )


def on_the_lines(at: Others) -> tuple[Incident, ...]:
    """Who comes and goes, and what becomes of the journal."""

    async def told(*who: str) -> None:
        for one in who:
            await at.line(one)
        chair = await at.line("console:chair")
        await chair.got("presence", len(chair.of("presence")) + 1)

    async def stores(*, well: bool) -> None:
        journal: Any = at.session._journal  # a disk that is full, without one
        if well:
            del journal.behind_ms
        else:
            journal.behind_ms = lambda: 10**9
        await told()

    async def presides(console: str) -> None:
        await at.does(console, TakeChair())

    async def consents() -> None:
        await at.does("console:chair", AnswerTakeOver("console:deputy", consent=True))

    async def back() -> None:
        await at.does("console:chair", TakeChair())
        await at.does("console:deputy", AnswerTakeOver("console:chair", consent=True))

    return (
        Incident("others come", lambda: told("screen:hall-left", "screen:lobby", "seat:PE", "public")),
        Incident("nothing is saved", lambda: stores(well=False)),
        Incident("it is again", lambda: stores(well=True)),
        Incident("the deputy asks again", lambda: presides("console:deputy")),
        Incident("and presides", consents),
        Incident("the chair presides again", back),
    )


def session_of(at: Others) -> tuple[Incident, ...]:
    """All of it, from the call of the first speaker to the day's end."""
    return (
        *in_the_interventions(at),
        *in_the_exchange(at),
        *by_the_clock(at),
        *on_the_lines(at),
        *of_the_chair_elsewhere(at),
    )


@asynccontextmanager
async def quick_server(folder: Path) -> AsyncIterator[InProcessServer]:
    """A server whose rules give two seconds where the shipped ones give minutes."""
    config = CONFIG.read_text("utf-8")
    for given, quick in QUICK.items():
        assert given in config
        config = config.replace(given, quick)
    (folder / "config.toml").write_text(config, "utf-8")
    async with in_process_server(folder, config=folder / "config.toml") as near:
        yield near
