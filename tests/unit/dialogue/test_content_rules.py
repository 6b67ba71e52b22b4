"""Content: issues, links, answers due, forecast (R26-R29, R33, R34)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.dues import dues
from server.dialogue.derived.forecast import forecast
from server.dialogue.model.ids import DueId, IssueId, PartyId, RequestId, SeatId, SlotId, StatementId, ThemeId
from server.dialogue.model.setup import AnswerMode
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, SlotTarget, Statement, Step
from server.dialogue.rooms.answers import PromiseWritten, SetAnswers
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import Void
from server.dialogue.rooms.issues import AmendIssue, RaiseIssue
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat

YOUTH, WORKERS = PartyId("youth"), PartyId("workers")


@pytest.fixture
def play() -> Play:
    """In the exchange; youth has raised two issues and workers one."""
    play = Play()
    play.to_interventions()
    for slot, name, issues in (("1.youth", "youth-1", 2), ("1.workers", "workers-2", 1)):
        play.do(Call(SlotTarget(SlotId(slot), SeatId(name)))), play.primary()
        for _ in range(issues):
            play.do(RaiseIssue(SeatId(name), theme(play), play.floor.id))
        play.wait(60_000)
        play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    return play


def theme(play: Play) -> ThemeId:
    """One of the themes."""
    return play.setup.themes[0].id


def hear(
    play: Play, name: str, *, replies: tuple[str, ...] = (), asks: tuple[PartyId, ...] = ()
) -> Statement:
    """A State asks for the floor and is heard for a minute."""
    request = play.ask(name, Links(replies_to=replies, asks=asks))
    return play.speak(RequestTarget(RequestId(request)))


def issues(play: Play) -> dict[str, dict[str, object]]:
    """Issues as everybody sees them."""
    found: dict[str, dict[str, object]] = project(*play.known).view("public")["issues"]
    return found


def test_issues_get_their_code(play: Play) -> None:
    """R26: "Youth 1.2" is the second issue of youth's first representative; a State's are numbered 1, 2."""
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    play.do(RaiseIssue(SeatId("BR"), theme(play), play.floor.id))
    assert [(i["party"], i["number"]) for i in issues(play).values()] == [
        ("youth", "1.1"),
        ("youth", "1.2"),
        ("workers", "2.1"),
        ("BR", "1"),
    ]


def test_a_filed_issue_is_raised_by_its_intervention() -> None:
    """R26: filed beforehand by the seat, hidden until its intervention starts; after a void it is raised again."""
    play = Play()
    play.do(RaiseIssue(SeatId("youth-1"), theme(play), title="Conectividad"), seat("youth-1"))
    play.to_interventions()
    assert issues(play) == {}
    play.primary(), play.primary()
    assert issues(play)["i1"]["statement"] == "s1"
    play.do(Void(StatementId("s1")))
    play.primary(), play.primary()
    assert issues(play)["i1"]["statement"] == "s2"
    assert issues(play)["i1"]["detached"] is False


def test_who_may_raise_and_amend(play: Play) -> None:
    """R26: a seat files for itself, a State only while it has the floor; once raised, only the chair amends."""
    about = theme(play)
    assert play.refused(RaiseIssue(SeatId("youth-1"), about), seat("youth-2")) == "not_yours"
    assert play.refused(RaiseIssue(SeatId("BR"), about), seat("BR")) == "not_allowed"
    assert play.refused(RaiseIssue(SeatId("BR"), about, StatementId("s1"))) == "not_yours"
    assert play.refused(RaiseIssue(SeatId("youth-1"), ThemeId("nothing"))) == "unknown"
    amend = AmendIssue(IssueId("i1"), about, "Conectividad rural", "es")
    assert play.refused(amend, seat("youth-1")) == "overtaken"
    play.do(amend)
    assert issues(play)["i1"]["title"] == "Conectividad rural"


def test_one_reply_answers_three_issues(play: Play) -> None:
    """Moment 10: three links, one statement, one speaking time."""
    reply = hear(play, "BR", replies=("i1", "i2", "i3"))
    assert [i["replies"] for i in issues(play).values()] == [(reply.id,)] * 3
    assert project(*play.known).view("console")["totals"]["BR"] == {"used_ms": 60_000, "turns": 1}


def test_links_can_be_set_after_the_statement(play: Play) -> None:
    """R27: by the chair at any time; by the speaker only while at the floor."""
    said = hear(play, "BR")
    links = Links(replies_to=("i3",))
    assert play.refused(Link(said.id, links), seat("BR")) == "overtaken"
    play.do(Link(said.id, links))
    assert issues(play)["i3"]["replied_by"] == ("BR",)


def test_a_question_opens_an_answer_due_for_each_group(play: Play) -> None:
    """R29: and an answer by either seat settles just its own."""
    hear(play, "CA", asks=(YOUTH, WORKERS))
    assert {d.group: d.status for d in dues(play.state).values()} == {"youth": "due", "workers": "due"}
    due = next(iter(dues(play.state)))
    assert play.refused(Call(AnswerTarget(due, SeatId("workers-1")))) == "not_yours"
    answer = play.speak(AnswerTarget(due, SeatId("youth-2")))
    assert (answer.lane, answer.allotted_ms) == ("answer", 90_000)
    assert [d.status for d in dues(play.state).values()] == ["answered", "due"]
    assert play.refused(Call(AnswerTarget(due, SeatId("youth-1")))) == "overtaken"


def test_a_voided_question_leaves_no_answer_due(play: Play) -> None:
    """R24, R29: answers due follow from what was heard, so undoing the question takes them along."""
    hear(play, "CA", asks=(YOUTH,))
    play.do(Undo(play.state.seq))
    play.do(Void(play.floor.id))
    assert dues(play.state) == {}


@pytest.mark.parametrize(
    ("mode", "order"),
    [
        ("at_once", ["answer", "BR", "MX", "CL", "PE", "AR", "HT"]),
        ("batch", ["BR", "MX", "CL", "PE", "answer", "AR", "HT"]),
        ("at_end", ["BR", "MX", "CL", "PE", "AR", "HT", "answer"]),
    ],
)
def test_three_ways_of_taking_answers(play: Play, mode: AnswerMode, order: list[str]) -> None:
    """R29: at once, in a batch after five States, or at the end; none is left over."""
    hear(play, "CA", asks=(YOUTH,))
    for name in ("BR", "MX", "CL", "PE", "AR", "HT"):
        play.ask(name)
    if mode != play.state.answers:
        play.do(SetAnswers(mode))
    assert [i.seat if i.lane == "statement" else i.lane for i in agenda(play.state)] == order


def test_a_batch_is_taken_whole(play: Play) -> None:
    """R29: after the fifth State the answers come first until none is due, then the list goes on."""
    play.ask("AR")
    for name in ("CA", "BR", "MX", "CL", "PE"):
        hear(play, name, asks=(YOUTH,) if name in ("CA", "PE") else ())
    acts = [play.primary() for _ in range(7)]
    assert acts == ["call_answer", "start", "end", "call_answer", "start", "end", "call"]
    assert play.floor.seat == "AR"


def test_a_ready_seat_answers_all_it_names(play: Play) -> None:
    """R29: one request of a seat stands in the agenda for every question it will answer."""
    hear(play, "CA", asks=(YOUTH,))
    hear(play, "CL", asks=(YOUTH,))
    owed = tuple(dues(play.state))
    play.do(Ask(SeatId("youth-2"), "answer", Links(answers=owed)), seat("youth-2"))
    assert [(i.seat, i.links.answers) for i in agenda(play.state)] == [("youth-2", owed)]
    play.primary(), play.primary(), play.primary()
    assert {d.status for d in dues(play.state).values()} == {"answered"}


def test_an_answer_needs_a_question(play: Play) -> None:
    """R29: nothing due, no answer; another group's question is not theirs."""
    links = Links(answers=(DueId("s1.youth"),))
    assert play.refused(Ask(SeatId("youth-1"), "answer", links), seat("youth-1")) == "nothing_due"
    said = hear(play, "CA", asks=(YOUTH,))
    hear(play, "CL", asks=(WORKERS,))
    theirs = Links(answers=(DueId(f"{said.id}.youth"),))
    assert play.refused(Ask(SeatId("workers-1"), "answer", theirs), seat("workers-1")) == "not_yours"


def test_a_promised_written_reply_is_no_longer_due(play: Play) -> None:
    """R28: by the chair or the group itself; the others can't promise for it."""
    said = hear(play, "CA", asks=(YOUTH,))
    promise = PromiseWritten(DueId(f"{said.id}.youth"))
    assert play.refused(promise, seat("workers-1")) == "not_yours"
    play.do(promise, seat("youth-1"))
    assert agenda(play.state) == ()
    assert play.refused(promise) == "overtaken"


def test_five_links_one_statement(play: Play) -> None:
    """Moment 16, the core of it: a State replies to two groups and asks three; the forecast counts what is due."""
    before = forecast(play.state).tail_limits_ms
    groups = (YOUTH, WORKERS, PartyId("indigenous"))
    hear(play, "BR", replies=("i1", "i3"), asks=groups)
    told = forecast(play.state)
    assert told.tail_limits_ms - before == 3 * (90_000 + told.hand_over_ms)


def test_the_forecast_adds_up(play: Play) -> None:
    """R33: the list at full limits with hand-overs, answers once the list is through, and the closing."""
    play.ask("BR", Links(asks=(YOUTH,)))
    play.ask("MX")
    told = forecast(play.state)
    gap = told.hand_over_ms
    assert told.etas["r1"].limits_ms == gap
    assert told.etas["r2"].limits_ms == gap + 120_000 + gap
    assert told.tail_limits_ms == 3 * gap + 120_000 + 90_000 + 120_000 + 480_000
    assert told.tail_pace_ms < told.tail_limits_ms


def test_the_running_question_counts_its_answers(play: Play) -> None:
    """R33: while a State asks two groups, the tail already holds their answers."""
    request = play.ask("BR", Links(asks=(YOUTH, WORKERS)))
    play.do(Call(RequestTarget(RequestId(request))))
    told = forecast(play.state)
    assert told.tail_limits_ms == 2 * (90_000 + told.hand_over_ms) + 480_000


def test_pace_and_hand_over_are_medians_of_what_was_seen() -> None:
    """R33: first the guesses 0.9 and 0:20, then the medians."""
    play = Play()
    play.to_exchange()
    assert (forecast(play.state).pace, forecast(play.state).hand_over_ms) == (0.9, 20_000)
    for name, ms in (("BR", 60_000), ("MX", 120_000), ("CL", 30_000)):
        play.wait(12_000)
        play.speak(RequestTarget(RequestId(play.ask(name))), ms)
    assert (forecast(play.state).pace, forecast(play.state).hand_over_ms) == (0.5, 12_000)


def test_another_round_costs_slots_and_states(play: Play) -> None:
    """R34: four slots of 3:00, each for two seats, and as many States as this round has, with hand-overs."""
    hear(play, "BR")
    play.ask("MX"), play.ask("CL")
    told = forecast(play.state)
    assert told.round_states == 3
    assert told.round_limits_ms == 4 * 180_000 + 3 * 120_000 + 11 * told.hand_over_ms
