"""Refusals that no story of a session meets: each names what is in the way, and nothing changes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.derived.issues import replies
from server.dialogue.model.ids import Actor, DueId, IssueId, PartyId, RequestId, SeatId, SlotId, StatementId
from server.dialogue.model.state import AnswerTarget, Links, RemarksTarget, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Call, MarkNotHere
from server.dialogue.rooms.floor import Sign
from server.dialogue.rooms.issues import AmendIssue, MarkIssue, MergeIssue, RaiseIssue, WithdrawIssue
from server.dialogue.rooms.points import RaisePoint, RecognisePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep, Suspend
from server.dialogue.rooms.speakers import Tighten
from server.dialogue.rooms.undo import Undo
from tests.support.play import Play, seat, shipped, with_people

BRAZIL = PartyId("BR")


@pytest.fixture
def play() -> Play:
    """In the exchange; youth has raised i1 and i2, Brazil replied to the first and asked youth."""
    play = Play()
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    play.primary()
    theme = play.setup.themes[0].id
    for _ in range(2):
        play.do(RaiseIssue(SeatId("youth-1"), theme, play.floor.id))
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.speak(RequestTarget(RequestId(play.ask("BR", Links(("i1",), (PartyId("youth"),))))))
    return play


def test_the_chairs_remarks_are_not_called_in_vain(play: Play) -> None:
    """R20, R25: she is here."""
    play.do(Call(RemarksTarget(SeatId("chair"))))
    assert play.refused(MarkNotHere(play.floor.id)) == "not_now"


def test_a_sign_that_was_given_is_not_given_again(play: Play) -> None:
    """R22: the chair has seen it."""
    play.do(Call(RequestTarget(RequestId(play.ask("MX")))))
    ready = Sign(play.floor.id, "ready")
    play.do(ready, seat("MX"))
    assert play.refused(ready, seat("MX")) == "overtaken"


def test_a_fact_that_stands_is_not_noted_again(play: Play) -> None:
    """R28: and undoing it takes back that one fact."""
    noted = MarkIssue(IssueId("i1"), BRAZIL, "written")
    play.do(noted)
    assert play.refused(noted) == "overtaken"
    play.do(Undo(play.state.seq))
    assert play.state.issues[IssueId("i1")].facts == {}


def test_a_merger_is_undone_to_what_it_was(play: Play) -> None:
    """R26, R6."""
    play.do(MergeIssue(IssueId("i2"), IssueId("i1")))
    play.do(Undo(play.state.seq))
    assert play.state.issues[IssueId("i2")].merged_into is None


def test_a_reply_to_what_was_withdrawn_counts_for_nothing(play: Play) -> None:
    """R26: the issue stands on no list any more, nor does it once its withdrawal is undone lack the reply."""
    play.do(WithdrawIssue(IssueId("i1")))
    assert set(replies(play.state)) == {"i2"}
    play.do(Undo(play.state.seq))
    assert len(replies(play.state)[IssueId("i1")]) == 1


def test_an_answer_that_nobody_owes_is_unknown(play: Play) -> None:
    """R29."""
    named = Links(answers=(DueId("s99.youth"),))
    assert play.refused(Ask(SeatId("youth-1"), "answer", named), seat("youth-1")) == "unknown"
    assert play.refused(Call(AnswerTarget(DueId("s99.youth"), SeatId("youth-1")))) == "unknown"


def test_no_point_is_recognised_while_the_session_stands(play: Play) -> None:
    """R3, R30."""
    play.do(RaisePoint(SeatId("MX")), seat("MX"))
    play.do(Suspend("break"))
    assert play.refused(RecognisePoint(next(iter(play.state.points)))) == "not_now"


def test_a_move_from_a_step_that_is_past_is_overtaken(play: Play) -> None:
    """R1, R5: a double press never skips a step."""
    assert play.refused(MoveStep(Step("interventions", 1), Step("exchange", 1))) == "overtaken"


def test_no_step_is_left_while_an_interpreter_speaks() -> None:
    """R1, R24: the last statement is heard to its end in every language."""
    play = Play(*with_people(shipped(), {"BR": {"consecutive": True}}))
    play.to_exchange()
    play.speak(RequestTarget(RequestId(play.ask("BR"))))
    assert play.state.interpreting is not None
    assert play.refused(MoveStep(play.state.step, Step("closing"))) == "floor_taken"


def test_only_statements_are_put_off_in_writing(play: Play) -> None:
    """R35: a right of reply is heard or withdrawn."""
    play.do(Ask(SeatId("MX"), "right_of_reply"), seat("MX"))
    request = list(play.state.requests)[-1]
    assert play.refused(Tighten(written=(request,))) == "bad_links"


def test_who_is_called_in_vain_goes_down_only_the_first_time(play: Play) -> None:
    """R20: and a called State that is alone in the list stays where it is."""
    request = RequestId(play.ask("MX"))
    play.do(Call(RequestTarget(request)))
    play.do(MarkNotHere(StatementId(play.floor.id)))
    assert play.state.pins[-1] == replace(play.state.pins[-1], request=request, before=())
    assert play.state.not_here == {"MX": 1}


def test_a_stranger_may_want_nothing(play: Play) -> None:
    """R14: whatever it is about."""
    assert play.refused(Ask(SeatId("BR")), Actor("public")) == "not_allowed"


def test_no_step_is_left_while_a_point_is_decided(play: Play) -> None:
    """R1, R30: it is ruled on first."""
    play.do(RaisePoint(SeatId("MX")), seat("MX"))
    play.do(RecognisePoint(next(iter(play.state.points))))
    assert play.refused(MoveStep(play.state.step, Step("closing"))) == "floor_taken"


def test_an_amended_issue_is_undone_to_its_words(play: Play) -> None:
    """R26, R6: theme, title, language and addressees."""
    before = play.state.issues[IssueId("i1")]
    play.do(AmendIssue(before.id, play.setup.themes[1].id, "Otro título", "pt", (BRAZIL,)))
    assert play.state.issues[before.id] != before
    play.do(Undo(play.state.seq))
    assert play.state.issues[before.id] == before
