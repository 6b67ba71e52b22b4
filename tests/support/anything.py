"""Random commands: valid in form, about things that exist or not, sensible or not."""

from __future__ import annotations

import random
from collections.abc import Callable

from server.dialogue import commands as cmd
from server.dialogue.dues import dues
from server.dialogue.ids import (
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
from server.dialogue.state import State
from server.dialogue.steps import next_steps
from server.dialogue.values import Links, Step

SEATS = ("BR", "MX", "HT", "CO", "youth-1", "youth-2", "workers-2", "indigenous-1", "chair", "nobody")


class Pick:
    """Draws names from a state, now and then one that does not exist."""

    def __init__(self, state: State, rng: random.Random) -> None:
        self.state = state
        self.rng = rng

    def one(self, names: object, fallback: str) -> str:
        known = [str(n) for n in names] if isinstance(names, (list, tuple, dict)) else []
        return self.rng.choice(known) if known and self.rng.random() < 0.95 else fallback

    def seat(self) -> SeatId:
        return SeatId(self.rng.choice(SEATS))

    def request(self) -> RequestId:
        return RequestId(self.one([r for r, q in self.state.requests.items() if q.status == "open"], "r999"))

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

    def target(self) -> cmd.Target:
        choice = self.rng.randrange(4)
        if choice == 0:
            return cmd.RequestTarget(self.request())
        if choice == 1:
            return cmd.SlotTarget(self.slot(), self.seat())
        if choice == 2:
            return cmd.AnswerTarget(self.due(), self.seat())
        return cmd.RemarksTarget(self.seat())

    def step(self) -> Step:
        steps = next_steps(self.state.step)
        return self.rng.choice(steps) if steps else Step("closed")


MAKERS: dict[type[cmd.Command], Callable[[Pick], cmd.Command]] = {
    cmd.MoveStep: lambda p: cmd.MoveStep(p.state.step, p.step()),
    cmd.Extend: lambda p: cmd.Extend(p.state.planned_end_ms, p.rng.choice((900_000, 0, -1))),
    cmd.Suspend: lambda _: cmd.Suspend("break"),
    cmd.ResumeSession: lambda p: cmd.ResumeSession(p.state.suspension.since_ms if p.state.suspension else 0),
    cmd.TakeChair: lambda _: cmd.TakeChair(),
    cmd.AnswerTakeOver: lambda p: cmd.AnswerTakeOver("console:deputy", consent=p.rng.random() < 0.2),
    cmd.OrderSlot: lambda p: cmd.OrderSlot(p.slot(), p.rng.choice((None, p.slot()))),
    cmd.ArrangeSlot: lambda p: cmd.ArrangeSlot(p.slot(), (p.seat(), p.seat())[: p.rng.randrange(1, 3)]),
    cmd.DeferSlot: lambda p: cmd.DeferSlot(p.slot()),
    cmd.RestoreSlot: lambda p: cmd.RestoreSlot(p.slot()),
    cmd.Ask: lambda p: cmd.Ask(
        p.seat(), p.rng.choice(("statement", "statement", "answer", "right_of_reply")), p.links()
    ),
    cmd.ChangeRequest: lambda p: cmd.ChangeRequest(p.request(), p.links(), "es"),
    cmd.Withdraw: lambda p: cmd.Withdraw(p.request()),
    cmd.MoveRequest: lambda p: cmd.MoveRequest(p.request(), p.rng.choice((None, p.request()))),
    cmd.SetOrder: lambda p: cmd.SetOrder(p.rng.choice(("arrival", "balanced"))),
    cmd.CloseList: lambda _: cmd.CloseList(),
    cmd.OpenList: lambda _: cmd.OpenList(),
    cmd.Call: lambda p: cmd.Call(p.target()),
    cmd.WithdrawCall: lambda p: cmd.WithdrawCall(p.statement()),
    cmd.MarkNotHere: lambda p: cmd.MarkNotHere(p.statement()),
    cmd.Return: lambda p: cmd.Return(p.seat()),
    cmd.Start: lambda p: cmd.Start(p.statement()),
    cmd.End: lambda p: cmd.End(p.statement(), p.rng.choice((None, p.target()))),
    cmd.FinishInterpretation: lambda p: cmd.FinishInterpretation(p.state.interpreting or p.statement()),
    cmd.Hold: lambda p: cmd.Hold(p.statement(), p.rng.choice(("technical", "interpretation"))),
    cmd.Resume: lambda p: cmd.Resume(p.statement()),
    cmd.AdjustTime: lambda p: cmd.AdjustTime(p.statement(), p.rng.choice((30_000, -30_000, 0, 10**9))),
    cmd.StartEarlier: lambda p: cmd.StartEarlier(p.statement(), p.rng.choice((1_000, 20_000, -5, 10**9))),
    cmd.Void: lambda p: cmd.Void(p.statement()),
    cmd.Sign: lambda p: cmd.Sign(p.statement(), p.rng.choice(("ready", "finished", "not_now"))),
    cmd.RaiseIssue: lambda p: cmd.RaiseIssue(
        p.seat(), p.state.setup.themes[0].id, p.rng.choice((None, p.statement()))
    ),
    cmd.AmendIssue: lambda p: cmd.AmendIssue(p.issue(), p.state.setup.themes[1].id, "Título", "es"),
    cmd.Link: lambda p: cmd.Link(p.statement(), p.links()),
    cmd.SetAnswers: lambda p: cmd.SetAnswers(p.rng.choice(("at_once", "batch", "at_end"))),
    cmd.PromiseWritten: lambda p: cmd.PromiseWritten(p.due()),
    cmd.Reopen: lambda p: cmd.Reopen(p.state.closed_at_ms or 0),
    cmd.SetAway: lambda p: cmd.SetAway(p.seat()),
    cmd.Substitute: lambda p: cmd.Substitute(p.seat(), substitute=p.rng.random() < 0.5),
    cmd.AddGuest: lambda p: cmd.AddGuest("Invitada", "Organismo", "es", p.rng.choice((120_000, 0))),
    cmd.LastCall: lambda _: cmd.LastCall(),
    cmd.Tighten: lambda p: cmd.Tighten(
        p.rng.choice((None, 60_000, 120_000, 1)), p.rng.random() < 0.2, p.rng.choice(((), (p.request(),)))
    ),
    cmd.Cede: lambda p: cmd.Cede(p.statement()),
    cmd.WithdrawIssue: lambda p: cmd.WithdrawIssue(p.issue()),
    cmd.MergeIssue: lambda p: cmd.MergeIssue(p.issue(), p.rng.choice((None, p.issue()))),
    cmd.SplitIssue: lambda p: cmd.SplitIssue(p.issue(), p.state.setup.themes[0].id, "Otro asunto"),
    cmd.MarkIssue: lambda p: cmd.MarkIssue(
        p.issue(), p.party(), p.rng.choice((None, "written", "acknowledged"))
    ),
    cmd.RaisePoint: lambda p: cmd.RaisePoint(p.seat()),
    cmd.WithdrawPoint: lambda p: cmd.WithdrawPoint(p.point()),
    cmd.RecognisePoint: lambda p: cmd.RecognisePoint(p.point()),
    cmd.RulePoint: lambda p: cmd.RulePoint(p.point(), p.rng.choice(("upheld", "dismissed", "noted"))),
    cmd.ShowMessage: lambda p: cmd.ShowMessage(p.rng.choice(("Se reanuda a las 11:40", " "))),
    cmd.ClearMessage: lambda _: cmd.ClearMessage(),
    cmd.SetScene: lambda p: cmd.SetScene(ScreenId(p.rng.choice(("lobby", "nowhere"))), "list"),
    cmd.Undo: lambda p: cmd.Undo(p.state.acts[-1].seq if p.state.acts else 1),
    cmd.Rehearse: lambda _: cmd.Rehearse(60),
}


def any_command(state: State, rng: random.Random) -> cmd.Command:
    """A command drawn from all there are."""
    return MAKERS[rng.choice(list(MAKERS))](Pick(state, rng))
