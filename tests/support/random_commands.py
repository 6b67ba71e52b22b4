"""Random commands: valid in form, about things that exist or not, sensible or not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from server.dialogue.derived.dues import dues
from server.dialogue.derived.steps import next_steps
from server.dialogue.model.ids import (
    ActionId,
    DueId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    ScreenId,
    SeatId,
    SlotId,
    StatementId,
)
from server.dialogue.model.state import (
    AnswerTarget,
    Links,
    RemarksTarget,
    RequestTarget,
    SlotTarget,
    State,
    Step,
    Target,
)
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
from server.dialogue.rooms.session import (
    AnnounceResumption,
    Extend,
    MoveStep,
    Rehearse,
    Reopen,
    ResumeSession,
    Suspend,
)
from server.dialogue.rooms.speakers import CloseList, LastCall, OpenList, SetOrder, Tighten
from server.dialogue.rooms.undo import Undo

SEATS = ("BR", "MX", "HT", "CO", "youth-1", "youth-2", "workers-2", "indigenous-1", "chair", "nobody")


class Pick:
    """Draws names from a state, now and then one that does not exist."""

    def __init__(self, state: State, rng: random.Random) -> None:
        self.state = state
        self.rng = rng

    def one(self, names: Iterable[object], fallback: str) -> str:
        known = [str(name) for name in names]
        return self.rng.choice(known) if known and self.rng.random() < 0.95 else fallback

    def seat(self) -> SeatId:
        return SeatId(self.rng.choice(SEATS))

    def request(self) -> RequestId:
        return RequestId(self.one([r for r, q in self.state.requests.items() if q.status == "open"], "r999"))

    def version(self, request: RequestId) -> int:
        known = self.state.requests.get(request)
        return known.version if known and self.rng.random() < 0.9 else 1

    def statement(self) -> StatementId:
        if self.state.floor and self.rng.random() < 0.8:
            return self.state.floor
        return StatementId(self.one(self.state.statements, "s999"))

    def slot(self) -> SlotId:
        return SlotId(self.one(self.state.lineup, "9.nobody"))

    def due(self) -> DueId:
        return DueId(self.one(dues(self.state), "s9.youth"))

    def issue(self) -> IssueId:
        return IssueId(self.one(self.state.issues, "i999"))

    def action(self) -> ActionId:
        return ActionId(self.one(self.state.actions, "a999"))

    def action_version(self, action: ActionId) -> int:
        known = self.state.actions.get(action)
        return known.version if known and self.rng.random() < 0.9 else 1

    def named_by(self, action: ActionId) -> PartyId:
        known = self.state.actions.get(action)
        return PartyId(self.one(known.parties if known else (), "BR"))

    def point(self) -> PointId:
        return PointId(self.one(self.state.points, "p9"))

    def party(self) -> PartyId:
        return PartyId(self.rng.choice(("youth", "workers", "indigenous", "BR", "nobody")))

    def links(self) -> Links:
        kind = self.rng.random()
        if kind < 0.4:
            return Links()
        if kind < 0.6:
            return Links(replies_to=(self.issue(),), asks=(PartyId("youth"), PartyId("workers")))
        if kind < 0.75:
            return Links(answers=(self.due(),))
        if kind < 0.9:
            return Links(replies_to=(self.statement(),))
        return Links(asks=(self.party(),))

    def target(self) -> Target:
        choice = self.rng.randrange(4)
        if choice == 0:
            return RequestTarget(self.request())
        if choice == 1:
            return SlotTarget(self.slot(), self.seat())
        if choice == 2:
            return AnswerTarget(self.due(), self.seat())
        return RemarksTarget(self.seat())

    def step(self) -> Step:
        steps = next_steps(self.state.step)
        return self.rng.choice(steps) if steps else Step("closed")


MAKERS: dict[type[AnyCommand], Callable[[Pick], AnyCommand]] = {
    MoveStep: lambda p: MoveStep(p.state.step, p.step()),
    Extend: lambda p: Extend(p.state.planned_end_ms, p.rng.choice((900_000, 0, -1))),
    Suspend: lambda _: Suspend("break"),
    AnnounceResumption: lambda p: AnnounceResumption(
        p.state.suspension.since_ms if p.state.suspension else 0,
        p.rng.choice((None, p.state.at_ms + 600_000)),
    ),
    ResumeSession: lambda p: ResumeSession(p.state.suspension.since_ms if p.state.suspension else 0),
    TakeChair: lambda _: TakeChair(),
    AnswerTakeOver: lambda p: AnswerTakeOver("console:deputy", consent=p.rng.random() < 0.2),
    OrderSlot: lambda p: OrderSlot(p.slot(), p.rng.choice((None, p.slot()))),
    ArrangeSlot: lambda p: ArrangeSlot(p.slot(), (p.seat(), p.seat())[: p.rng.randrange(1, 3)]),
    DeferSlot: lambda p: DeferSlot(p.slot()),
    RestoreSlot: lambda p: RestoreSlot(p.slot()),
    Ask: lambda p: Ask(
        p.seat(), p.rng.choice(("statement", "statement", "answer", "right_of_reply")), p.links()
    ),
    ChangeRequest: lambda p: ChangeRequest(request := p.request(), p.version(request), p.links(), "es"),
    Withdraw: lambda p: Withdraw(p.request()),
    MoveRequest: lambda p: MoveRequest(p.request(), p.rng.choice((None, p.request()))),
    SetOrder: lambda p: SetOrder(p.rng.choice(("arrival", "balanced"))),
    CloseList: lambda _: CloseList(),
    OpenList: lambda _: OpenList(),
    Call: lambda p: Call(p.target()),
    WithdrawCall: lambda p: WithdrawCall(p.statement()),
    MarkNotHere: lambda p: MarkNotHere(p.statement()),
    Return: lambda p: Return(p.seat()),
    Start: lambda p: Start(p.statement()),
    End: lambda p: End(p.statement(), p.rng.choice((None, p.target()))),
    FinishInterpretation: lambda p: FinishInterpretation(p.state.interpreting or p.statement()),
    Hold: lambda p: Hold(p.statement(), p.rng.choice(("technical", "interpretation"))),
    Resume: lambda p: Resume(p.statement()),
    AdjustTime: lambda p: AdjustTime(p.statement(), p.rng.choice((30_000, -30_000, 0, 10**9))),
    StartEarlier: lambda p: StartEarlier(p.statement(), p.rng.choice((1_000, 20_000, -5, 10**9))),
    Void: lambda p: Void(p.statement()),
    Sign: lambda p: Sign(p.statement(), p.rng.choice(("ready", "finished", "not_now"))),
    RaiseIssue: lambda p: RaiseIssue(
        p.seat(), p.state.setup.themes[0].id, p.rng.choice((None, p.statement()))
    ),
    AmendIssue: lambda p: AmendIssue(p.issue(), p.state.setup.themes[1].id, "Título", "es"),
    Link: lambda p: Link(p.statement(), p.links()),
    SetAnswers: lambda p: SetAnswers(p.rng.choice(("at_once", "batch", "at_end"))),
    PromiseWritten: lambda p: PromiseWritten(p.due()),
    Reopen: lambda p: Reopen(p.state.closed_at_ms or 0),
    SetAway: lambda p: SetAway(p.seat()),
    ErasePerson: lambda p: ErasePerson(p.seat()),
    Substitute: lambda p: Substitute(p.seat(), substitute=p.rng.random() < 0.5),
    AddGuest: lambda p: AddGuest("Invitada", "Organismo", "es", p.rng.choice((120_000, 0))),
    LastCall: lambda _: LastCall(),
    Tighten: lambda p: Tighten(
        p.rng.choice((None, 60_000, 120_000, 1)), p.rng.random() < 0.2, p.rng.choice(((), (p.request(),)))
    ),
    Cede: lambda p: Cede(p.statement()),
    WithdrawIssue: lambda p: WithdrawIssue(p.issue()),
    MergeIssue: lambda p: MergeIssue(p.issue(), p.rng.choice((None, p.issue()))),
    SplitIssue: lambda p: SplitIssue(p.issue(), p.state.setup.themes[0].id, "Otro asunto"),
    MarkIssue: lambda p: MarkIssue(p.issue(), p.party(), p.rng.choice((None, "written"))),
    ProposeAction: lambda p: ProposeAction(
        "Acción conjunta",
        p.rng.choice(((p.party(),), (p.party(), PartyId("MX")))),
        p.rng.choice(("", "Organismo")),
        issue=p.rng.choice((None, p.issue())),
        statement=p.rng.choice((None, p.statement())),
    ),
    AmendAction: lambda p: AmendAction(
        (action := p.action()), p.action_version(action), "Otras palabras", "es", (p.party(),)
    ),
    WithdrawAction: lambda p: WithdrawAction(p.action()),
    MergeAction: lambda p: MergeAction(p.action(), p.rng.choice((None, p.action()))),
    AnswerAction: lambda p: AnswerAction(
        (action := p.action()),
        p.action_version(action),
        p.named_by(action),
        p.rng.choice((None, "acknowledged", "acknowledged", "declined")),
    ),
    RaisePoint: lambda p: RaisePoint(p.seat()),
    WithdrawPoint: lambda p: WithdrawPoint(p.point()),
    RecognisePoint: lambda p: RecognisePoint(p.point()),
    RulePoint: lambda p: RulePoint(p.point(), p.rng.choice(("upheld", "dismissed", "noted"))),
    ShowMessage: lambda p: ShowMessage(p.rng.choice(("Se reanuda a las 11:40", " "))),
    ClearMessage: lambda _: ClearMessage(),
    SetScene: lambda p: SetScene(
        ScreenId(p.rng.choice((*(s.id for s in p.state.setup.screens), "nowhere"))),
        p.rng.choice(("list", "speaker", "freeze", "freeze", "blank")),
    ),
    Undo: lambda p: Undo(p.state.acts[-1].seq if p.state.acts else 1),
    Rehearse: lambda _: Rehearse(60.0),
}


def any_command(state: State, rng: random.Random) -> AnyCommand:
    """A command drawn from all there are."""
    return MAKERS[rng.choice(list(MAKERS))](Pick(state, rng))
