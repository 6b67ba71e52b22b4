"""Every kind of the chair's acts: whom it is about, and that undoing it gives back what was (R6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from server.dialogue.model.ids import IssueId, PartyId, RequestId, ScreenId, SeatId, SlotId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Links, SlotTarget, State, Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.issues import MarkIssue, RaiseIssue, SplitIssue, WithdrawIssue
from server.dialogue.rooms.lineup import ArrangeSlot, DeferSlot, OrderSlot, RestoreSlot
from server.dialogue.rooms.points import RaisePoint
from server.dialogue.rooms.requests import Ask, ChangeRequest, MoveRequest, Withdraw
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.seats import AddGuest, Return, SetAway, Substitute
from server.dialogue.rooms.session import Extend
from server.dialogue.rooms.undo import Undo, undoable
from tests.support.play import Play

BR, MX, YOUTH = SeatId("BR"), SeatId("MX"), SlotId("1.youth")


def interventions() -> Play:
    """In the interventions; Brazil and Mexico wait, the workers' slot was put off."""
    play = Play()
    play.to_interventions()
    play.ask("BR"), play.ask("MX")
    play.do(DeferSlot(SlotId("1.workers")))
    return play


def heard() -> Play:
    """The same, and youth has raised i1."""
    play = interventions()
    play.do(Call(SlotTarget(YOUTH, SeatId("youth-1"))))
    play.do(Start(play.floor.id))
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id))
    play.do(End(play.floor.id))
    return play


def lapsed() -> Play:
    """The workers' slot was put off again, and lapsed."""
    play = interventions()
    play.do(DeferSlot(SlotId("1.workers")))
    return play


def away() -> Play:
    """Mexico is away."""
    play = interventions()
    play.do(SetAway(MX))
    return play


def kept(state: State) -> State:
    """What an undo gives back: all but the bookkeeping of entries, and what stays as a trace."""
    return replace(
        state,
        seq=0,
        at_ms=0,
        acts=(),
        taken_back=(),
        guest_number=0,
        introduced={},  # the register forgets nobody because an act was undone
        people={},
        issues=type(state.issues)(),
        actions=type(state.actions)(),
        requests=type(state.requests)(),
    )


def open_requests(state: State) -> list[tuple[str, str, str]]:
    """Who waits, as what."""
    return [(one.seat, one.text, one.lane) for one in state.requests.values() if one.status == "open"]


ACTS: list[tuple[Callable[[], Play], Callable[[Play], AnyCommand], str]] = [
    (interventions, lambda _: OrderSlot(SlotId("1.indigenous"), YOUTH), ""),
    (interventions, lambda _: ArrangeSlot(YOUTH, (SeatId("youth-2"),)), "youth"),
    (interventions, lambda _: DeferSlot(YOUTH), "youth"),
    (interventions, lambda _: DeferSlot(SlotId("1.workers")), "workers"),
    (lapsed, lambda _: RestoreSlot(SlotId("1.workers")), "workers"),
    (interventions, lambda _: Ask(SeatId("CL")), "CL"),
    (interventions, lambda _: ChangeRequest(RequestId("r1"), 1, Links(), "pt", "acesso"), "BR"),
    (interventions, lambda _: Withdraw(RequestId("r1")), "BR"),
    (interventions, lambda _: MoveRequest(RequestId("r2"), RequestId("r1")), "MX"),
    (interventions, lambda _: AddGuest("Invitada", "Organismo", "es", 60_000), "guest-1"),
    (interventions, lambda _: SetAway(BR), "BR"),
    (away, lambda _: Return(MX), "MX"),
    (interventions, lambda _: Substitute(BR, substitute=True), "BR"),
    (interventions, lambda _: RaisePoint(BR), "BR"),
    (interventions, lambda _: SetScene(ScreenId("lobby"), "list"), "lobby"),
    (interventions, lambda _: ShowMessage("Pausa"), ""),
    (interventions, lambda play: Extend(play.state.planned_end_ms, 900_000), ""),
    (heard, lambda _: WithdrawIssue(IssueId("i1")), "youth-1"),
    (heard, lambda _: MarkIssue(IssueId("i1"), PartyId("BR"), "written"), "youth-1"),
]


@pytest.mark.parametrize(
    ("begin", "command", "about"), ACTS, ids=lambda value: getattr(value, "__name__", value)
)
def test_an_act_is_undone_to_what_was(
    begin: Callable[[], Play], command: Callable[[Play], AnyCommand], about: str
) -> None:
    """The console names whom it was about; one key later everything is as before."""
    play = begin()
    before = play.state
    play.do(command(play))
    act = undoable(play.state)[-1]
    assert (act.seq, act.about) == (play.state.seq, about)
    assert replace(play.state, seq=before.seq, at_ms=before.at_ms, acts=before.acts) != before
    play.do(Undo(act.seq))
    assert open_requests(play.state) == open_requests(before)
    points = [point for point in play.state.points.values() if point.status != "withdrawn"]
    assert points == list(before.points.values())
    assert kept(replace(play.state, points=before.points)) == kept(before)
    standing = [(issue.id, issue.retracted, issue.facts) for issue in play.state.issues.values()]
    assert standing == [(issue.id, issue.retracted, issue.facts) for issue in before.issues.values()]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (TakeChair(), "not_now"),
        (AnswerTakeOver("console:deputy", consent=True), "overtaken"),
        (RestoreSlot(YOUTH), "overtaken"),
        (ShowMessage("  "), "no_text"),
        (SetScene(ScreenId("nowhere"), "list"), "unknown"),
        (SetAway(SeatId("chair")), "not_allowed"),
        (SetAway(MX), "overtaken"),
        (Withdraw(RequestId("r99")), "unknown"),
    ],
    ids=repr,
)
def test_what_makes_no_sense_is_refused(command: AnyCommand, code: str) -> None:
    """With the code of what is in the way."""
    assert away().refused(command) == code


def test_an_issue_that_was_only_filed_is_neither_split_nor_marked() -> None:
    """R26, R28: nobody has heard it yet."""
    play = interventions()
    theme = play.setup.themes[0].id
    play.do(RaiseIssue(SeatId("youth-1"), theme))
    assert play.refused(SplitIssue(IssueId("i1"), theme, "Otro")) == "not_now"
    assert play.refused(MarkIssue(IssueId("i1"), PartyId("BR"), "written")) == "bad_links"


def test_a_refusal_says_what_is_in_the_way() -> None:
    """The core raises it; `about` names the thing."""
    play = interventions()
    with pytest.raises(Refused) as refused:
        play.do(Withdraw(RequestId("r99")))
    assert (refused.value.code, refused.value.about) == ("unknown", "r99")
    assert play.state.step == Step("interventions", 1)
