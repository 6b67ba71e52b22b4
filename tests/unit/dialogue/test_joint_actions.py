"""Joint actions: proposed at the floor or by the chair, acknowledged or declined by whom they name (R37, R28)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.derived.actions import standing, status
from server.dialogue.derived.issues import facts, unanswered
from server.dialogue.model.ids import ActionId, IssueId, PartyId, RequestId, SeatId
from server.dialogue.model.state import JointAction, Links, RequestTarget, Step
from server.dialogue.rooms.actions import (
    MAX_ACTIONS_PER_PARTY,
    MAX_PARTIES,
    AmendAction,
    AnswerAction,
    MergeAction,
    ProposeAction,
    WithdrawAction,
)
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import End, Start, Void
from server.dialogue.rooms.issues import (
    ActionTold,
    IssueMarked,
    MarkIssue,
    MergeIssue,
    RaiseIssue,
    WithdrawIssue,
)
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep
from server.wire.project import project
from tests.support.back import can_undo, undo
from tests.support.play import CHAIR, Play, seat, shipped_setup

A1, A2, I1 = ActionId("a1"), ActionId("a2"), IssueId("i1")
BR, MX, YOUTH = PartyId("BR"), PartyId("MX"), PartyId("youth")


@pytest.fixture
def play() -> Play:
    """Youth raised i1 in its intervention; in the exchange Brazil has the floor and replies to it."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id))
    play.wait(60_000)
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(Call(RequestTarget(RequestId(play.ask("BR", Links(replies_to=("i1",)))))))
    play.do(Start(play.floor.id))
    return play


def propose(play: Play, *parties: PartyId, what: str = "Un fondo común") -> JointAction:
    """Brazil proposes at the floor."""
    play.do(ProposeAction(what, parties, issue=I1, statement=play.floor.id), seat("BR"))
    return play.state.actions[ActionId(f"a{play.state.actions.next_number - 1}")]


def answer(play: Play, word: str | None, by: str = "MX", text: str = "", action: ActionId = A1) -> None:
    """A seat answers for its party, to the words as they are."""
    party = next(s.party for s in play.setup.seats if s.id == by)
    version = play.state.actions[action].version
    play.do(AnswerAction(action, version, party, word, text), seat(by))  # type: ignore[arg-type]


def test_who_has_the_floor_proposes_and_has_acknowledged_what_it_is_to_do_itself(play: Play) -> None:
    """R37: it is recorded once each party named has acknowledged it."""
    action = propose(play, BR, MX, YOUTH)
    assert (action.party, action.statement, action.language) == (BR, play.floor.id, play.floor.language)
    assert [*action.answers] == [BR]
    answer(play, "acknowledged")
    assert status(play.state.actions[A1]) == "proposed"
    answer(play, "acknowledged", by="youth-2")
    assert status(play.state.actions[A1]) == "recorded"


def test_a_party_that_declines_says_so_in_its_own_words(play: Play) -> None:
    """R37: one that declines, or leaves it open again, keeps it from being recorded."""
    propose(play, MX)
    answer(play, "declined", text="No tenemos mandato.")
    assert (status(play.state.actions[A1]), play.state.actions[A1].answers[MX].text) == (
        "proposed",
        "No tenemos mandato.",
    )
    answer(play, "acknowledged")
    assert status(play.state.actions[A1]) == "recorded"
    answer(play, None)
    assert (status(play.state.actions[A1]), play.state.actions[A1].answers) == ("proposed", {})


def test_either_seat_of_a_party_answers_and_the_last_word_counts(play: Play) -> None:
    """R37: of two representatives."""
    propose(play, YOUTH)
    answer(play, "acknowledged", by="youth-1")
    assert play.refused(AnswerAction(A1, 1, YOUTH, "acknowledged"), seat("youth-2")) == "overtaken"
    answer(play, "declined", by="youth-2")
    assert play.state.actions[A1].answers[YOUTH].word == "declined"


def test_nobody_answers_for_another_party_but_the_chair(play: Play) -> None:
    """R37: and only a party that is named is asked."""
    propose(play, MX)
    assert play.refused(AnswerAction(A1, 1, MX, "acknowledged"), seat("BR")) == "not_yours"
    assert play.refused(AnswerAction(A1, 1, BR, "acknowledged"), seat("BR")) == "bad_links"
    assert play.refused(AnswerAction(ActionId("a9"), 1, MX, "declined"), seat("MX")) == "unknown"
    play.do(AnswerAction(A1, 1, MX, "acknowledged"))
    assert status(play.state.actions[A1]) == "recorded"
    undo(play)
    assert play.state.actions[A1].answers == {}


def test_only_who_has_the_floor_proposes_and_only_until_it_leaves_it(play: Play) -> None:
    """R37, R27: afterwards the record is the chair's; a statement that is only called proposes nothing yet."""
    here = play.floor.id
    assert play.refused(ProposeAction("X", (MX,), statement=here), seat("MX")) == "not_yours"
    assert play.refused(ProposeAction("X", (MX,)), seat("BR")) == "not_yours"
    propose(play, MX)
    change = AmendAction(A1, 1, "Dos fondos", "es", (MX,))
    assert play.refused(change, seat("MX")) == "not_yours"
    play.do(change, seat("BR"))
    play.do(End(here))
    for late in (
        ProposeAction("Y", (MX,), statement=here),
        AmendAction(A1, 2, "Tres", "es", (MX,)),
        WithdrawAction(A1),
    ):
        assert play.refused(late, seat("BR")) == "overtaken"
    play.do(ProposeAction("Y", (MX,), statement=here))
    assert (play.state.actions[A2].party, play.state.actions[A2].statement) == (BR, here)
    play.do(Call(RequestTarget(RequestId(play.ask("BR")))))
    assert play.refused(ProposeAction("Z", (MX,), statement=play.floor.id), seat("BR")) == "overtaken"
    assert play.refused(ProposeAction("Z", (MX,), statement=play.floor.id)) == "overtaken"


def test_the_chair_proposes_without_the_floor(play: Play) -> None:
    """R37: then it was nobody's at the floor; its language is the dialogue's first."""
    play.do(ProposeAction("Un registro", others="CEPAL"))
    action = play.state.actions[A1]
    assert (action.party, action.statement, action.language) == ("chair", None, play.setup.languages[0])
    assert (action.answers, status(action)) == ({}, "proposed")


def test_what_names_nobody_or_nothing_is_refused(play: Play) -> None:
    """R37: it needs words, somebody who is to do it, and an issue that was raised."""
    for command, code in (
        (ProposeAction("", (MX,)), "no_text"),
        (ProposeAction("X"), "bad_links"),
        (ProposeAction("X", (MX, MX)), "bad_links"),
        (ProposeAction("X", (PartyId("nobody"),)), "unknown"),
        (ProposeAction("X", (MX,), issue=IssueId("i9")), "unknown"),
        (ProposeAction("X", tuple(p.id for p in play.setup.parties)[: MAX_PARTIES + 1]), None),
    ):
        if code is not None:
            assert play.refused(command) == code
    filed = RaiseIssue(SeatId("workers-1"), play.setup.themes[0].id)
    play.do(filed, seat("workers-1"))
    assert play.refused(ProposeAction("X", (MX,), issue=IssueId("i2"))) == "unknown"
    play.do(WithdrawIssue(I1))
    assert play.refused(ProposeAction("X", (MX,), issue=I1)) == "overtaken"


def test_a_party_proposes_only_so_many(play: Play) -> None:
    """R37: a hand-made message does not fill the record."""
    for _ in range(MAX_ACTIONS_PER_PARTY):
        propose(play, MX)
    assert play.refused(ProposeAction("X", (MX,), statement=play.floor.id), seat("BR")) == "limit_reached"
    play.do(ProposeAction("X", (MX,)))


def test_nobody_is_left_with_an_answer_to_other_words(play: Play) -> None:
    """R37: an answer goes with the words it was given to; it names them, and a change of the link keeps it."""
    propose(play, BR, MX)
    answer(play, "acknowledged")
    play.do(AmendAction(A1, 1, "Un fondo común", "pt", (BR, MX)))
    assert (play.state.actions[A1].version, status(play.state.actions[A1])) == (1, "recorded")
    play.do(AmendAction(A1, 1, "Un fondo común", "pt", (BR, MX), by_when="2013"))
    assert (play.state.actions[A1].version, play.state.actions[A1].answers) == (2, {})
    assert play.refused(AnswerAction(A1, 1, MX, "acknowledged"), seat("MX")) == "overtaken"
    assert play.refused(AmendAction(A1, 1, "Otro", "es", (MX,))) == "overtaken"
    assert play.refused(AmendAction(A1, 2, "Un fondo común", "pt", (BR, MX), by_when="2013")) == "overtaken"
    undo(play)
    action = play.state.actions[A1]
    assert (action.by_when, action.version, status(action)) == ("", 3, "recorded")


def test_whoever_changes_its_own_words_has_acknowledged_them(play: Play) -> None:
    """R37: as with a proposal; not when the chair changes them."""
    propose(play, BR, MX)
    play.do(AmendAction(A1, 1, "Dos fondos", "es", (BR, MX)), seat("BR"))
    assert [*play.state.actions[A1].answers] == [BR]
    play.do(AmendAction(A1, 2, "Tres fondos", "es", (BR, MX)))
    assert play.state.actions[A1].answers == {}


def test_an_action_that_is_part_of_another_has_no_answers_of_its_own(play: Play) -> None:
    """R37: the other's count, until it is split off again; chains are not made."""
    propose(play, MX), propose(play, MX, what="Otro")
    play.do(MergeAction(A2, A1))
    undo(play)
    assert [action.id for action in standing(play.state)] == [A1, A2]
    play.do(MergeAction(A2, A1))
    assert [action.id for action in standing(play.state)] == [A1]
    assert play.refused(AnswerAction(A2, 1, MX, "acknowledged"), seat("MX")) == "overtaken"
    assert play.refused(MergeAction(A2, A1)) == "overtaken"
    assert play.refused(MergeAction(A1, A2)) == "bad_links"
    assert play.refused(MergeAction(A1, A1)) == "bad_links"
    assert project(*play.known).view("public")["actions"][A1]["merged"] == {A2: "Otro"}
    play.do(WithdrawAction(A1))
    assert [action.id for action in standing(play.state)] == [A2]
    undo(play)
    play.do(MergeAction(A2, None))
    assert [action.id for action in standing(play.state)] == [A1, A2]
    play.do(ProposeAction("Tercero", (MX,)))
    play.do(MergeAction(A2, A1))
    assert play.refused(MergeAction(A1, ActionId("a3"))) == "bad_links"
    assert play.refused(MergeAction(ActionId("a3"), A2)) == "bad_links"


def test_what_was_proposed_at_a_void_statement_nobody_proposes(play: Play) -> None:
    """R24, R37: as with issues; with the statement it is back."""
    propose(play, MX)
    play.do(Void(play.floor.id))
    assert standing(play.state) == ()
    assert project(*play.known).view("public")["actions"] == {}
    undo(play)
    assert [action.id for action in standing(play.state)] == [A1]


def test_an_issue_is_answered_by_an_action_that_is_acknowledged(play: Play) -> None:
    """R28: by others than who raised it; a promise to reply in writing stands beside it."""
    play.do(Void(play.floor.id))
    play.do(ProposeAction("Un fondo", (MX, YOUTH), issue=I1))
    answer(play, "acknowledged", by="youth-1")
    assert unanswered(play.state) == (I1,)
    answer(play, "acknowledged")
    assert (facts(play.state), unanswered(play.state)) == ({I1: {MX: "acknowledged"}}, ())
    play.do(MarkIssue(I1, MX, "written"))
    assert facts(play.state) == {I1: {MX: "written"}}
    play.do(WithdrawAction(A1))
    play.do(MarkIssue(I1, MX, None))
    assert (facts(play.state), unanswered(play.state)) == ({I1: {}}, (I1,))


def test_an_action_follows_its_issue_into_another(play: Play) -> None:
    """R26, R28: what was acknowledged of a part counts for the whole; of a withdrawn issue nothing is said."""
    play.do(ProposeAction("Un fondo", (MX,), issue=I1))
    answer(play, "acknowledged")
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[1].id, play.state.issues[I1].statement))
    play.do(MergeIssue(I1, IssueId("i2")))
    assert facts(play.state)[IssueId("i2")] == {MX: "acknowledged"}
    assert project(*play.known).view("public")["actions"][A1]["issue"] == "i2"
    play.do(MergeIssue(I1, None))
    play.do(WithdrawIssue(I1))
    assert facts(play.state) == {IssueId("i2"): {}}
    assert "issue" not in project(*play.known).view("public")["actions"][A1]


def test_answers_are_given_after_the_close_too(play: Play) -> None:
    """R37, R39: a party may still acknowledge or decline; nothing is proposed by a seat any more."""
    propose(play, MX)
    play.do(End(play.floor.id))
    play.do(MoveStep(play.state.step, Step("closing")))
    sheet = project(*play.known).view("podium")["closing"]
    assert sheet["actions"] == (A1,)
    play.do(MoveStep(play.state.step, Step("closed")))
    answer(play, "acknowledged")
    assert status(play.state.actions[A1]) == "recorded"


def test_each_act_can_be_taken_back_until_it_is_overtaken(play: Play) -> None:
    """R6, R37: an answer by phone leans on the words that it was given to."""
    play.do(ProposeAction("Un fondo", (MX,)))
    proposed = play.state.seq
    play.do(AmendAction(A1, 1, "Dos fondos", "es", (MX,)))
    amended = play.state.seq
    assert (can_undo(play, proposed), can_undo(play, amended)) == (False, True)
    answer(play, "acknowledged")
    assert not can_undo(play, amended)
    play.do(WithdrawAction(A1))
    assert standing(play.state) == ()
    undo(play)
    assert [action.id for action in standing(play.state)] == [A1]


def test_a_guest_can_be_asked_too(play: Play) -> None:
    """R32, R37: whoever has a seat; who is named in the record is not taken out of the hall again."""
    play.do(AddGuest("Invitada", "Organismo", "es", 60_000), CHAIR)
    added, guest = play.state.seq, play.state.guests[0].seat.party
    play.do(ProposeAction("X", (MX,)))
    assert can_undo(play, added)
    play.do(AmendAction(A1, 1, "X", "es", (guest,)))
    assert not can_undo(play, added)
    undo(play)
    play.do(ProposeAction("Y", (guest,)))
    assert not can_undo(play, added)
    play.do(AnswerAction(A2, 1, guest, "acknowledged"))
    assert status(play.state.actions[A2]) == "recorded"


def test_a_phone_is_offered_to_propose_while_it_has_the_floor(play: Play) -> None:
    """R37: what a face offers is what would be accepted."""
    assert project(*play.known).view("seat:BR")["me"]["may_propose"]
    assert not project(*play.known).view("seat:MX")["me"]["may_propose"]
    play.do(End(play.floor.id))
    assert not project(*play.known).view("seat:BR")["me"]["may_propose"]


def test_a_party_without_a_seat_is_asked_nothing() -> None:
    """R37: it can be named as a text."""
    setup = shipped_setup()
    play = Play(replace(setup, seats=tuple(one for one in setup.seats if one.party != "HT")))
    play.to_interventions()
    assert play.refused(ProposeAction("X", (PartyId("HT"),))) == "bad_links"
    play.do(ProposeAction("X", others="Haití"))


# What journals say that knew no joint actions (formats 1 to 3)


def test_what_was_acknowledged_then_is_an_action_without_words(play: Play) -> None:
    """R28: it takes the place of a promise, and a promise takes its place; told twice it is there once."""
    told = ActionTold(I1, MX)
    promised = IssueMarked(I1, MX, "written").fold(play.state, 0)
    state = told.fold(promised, 7)
    assert (state.issues[I1].facts, facts(state)) == ({}, {I1: {MX: "acknowledged"}})
    assert [(a.id, a.what, a.parties, a.proposed_at_ms) for a in standing(state)] == [(A1, "", (MX,), 7)]
    assert [a.id for a in standing(told.fold(state, 8))] == [A2]
    assert (told.touches(state), told.about(state)) == (("content:i1",), "youth-1")
    again = IssueMarked(I1, MX, "written").fold(state, 9)
    assert (standing(again), facts(again)) == ((), {I1: {MX: "written"}})


def test_what_takes_it_back_brings_back_what_was(play: Play) -> None:
    """R6: a promise before it, nothing, or that it was acknowledged."""
    promise, told = IssueMarked(I1, MX, "written"), ActionTold(I1, MX)
    assert told.compensation(play.state) == IssueMarked(I1, MX, None)
    assert told.compensation(promise.fold(play.state, 0)) == promise
    assert promise.compensation(told.fold(play.state, 0)) == told
