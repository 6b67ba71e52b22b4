"""The small print of the rules: refusals and details that no larger story touches."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.dues import dues
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.order import ranked
from server.dialogue.model.ids import (
    DueId,
    IssueId,
    PartyId,
    PersonVersion,
    RequestId,
    SeatId,
    SlotId,
    StatementId,
)
from server.dialogue.model.register import NOBODY
from server.dialogue.model.state import AnswerTarget, Links, RemarksTarget, RequestTarget, Step
from server.dialogue.rooms.answers import PromiseWritten, SetAnswers
from server.dialogue.rooms.calls import Call, MarkNotHere, WithdrawCall
from server.dialogue.rooms.clock import AdjustTime, Hold, StartMoved
from server.dialogue.rooms.floor import End, Sign
from server.dialogue.rooms.issues import RaiseIssue, WithdrawIssue
from server.dialogue.rooms.lineup import OrderSlot, SlotMissed
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask, ChangeRequest
from server.dialogue.rooms.screens import ClearMessage
from server.dialogue.rooms.seats import AddGuest, GuestAdded, Return
from server.dialogue.rooms.session import Created, MoveStep, Rehearse, ResumptionAnnounced, Suspend
from server.dialogue.rooms.speakers import OpenList, SetOrder
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat

YOUTH = PartyId("youth")


@pytest.fixture
def play() -> Play:
    """In the exchange; Brazil, Mexico, Chile, Peru and Argentina wait."""
    play = Play()
    play.to_exchange()
    for name in ("BR", "MX", "CL", "PE", "AR"):
        play.ask(name)
    play.wait(10_000)
    return play


def list_now(play: Play) -> list[str]:
    """The seats of the list."""
    return [row.request.seat for row in ranked(play.state)]


def undo(play: Play) -> None:
    """Undo the act just done."""
    play.do(Undo(play.state.seq))


def question(play: Play) -> DueId:
    """Canada asks youth; the answer that is due."""
    request = play.ask("CA", Links(asks=(YOUTH,)))
    play.speak(RequestTarget(RequestId(request)))
    return next(iter(dues(play.state)))


def test_undoing_not_here_calls_again_from_the_old_place(play: Play) -> None:
    """R6, R20: the row is back, and the next time is the first time again."""
    play.do(Call(RequestTarget(RequestId("r1"))))
    play.do(MarkNotHere(play.floor.id))
    undo(play)
    assert (play.floor.seat, play.floor.status) == ("BR", "called")
    play.do(WithdrawCall(play.floor.id))
    assert list_now(play) == ["BR", "MX", "CL", "PE", "AR"]
    play.do(Call(RequestTarget(RequestId("r1"))))
    play.do(MarkNotHere(play.floor.id))
    assert play.state.away == ()


def test_a_suspension_says_why_on_the_floor(play: Play) -> None:
    """R3: the held speech shows the suspension's reason."""
    play.primary()
    play.primary()
    play.do(Suspend("medical"))
    assert project(*play.known).view("public")["floor"]["hold_reason"] == "medical"


def test_a_promise_made_by_mistake_is_due_again(play: Play) -> None:
    """R6, R28."""
    due = question(play)
    play.do(PromiseWritten(due))
    undo(play)
    assert dues(play.state)[due].status == "due"


def test_what_waits_for_its_step_is_refused_before() -> None:
    """R14, R31: a right of reply belongs to the exchange; nobody is next before the opening."""
    play = Play()
    play.ask("BR")
    assert project(*play.known).view("public")["next"] == ()
    play.to_interventions()
    assert play.refused(Ask(SeatId("BR"), "right_of_reply"), seat("BR")) == "not_now"


def test_remarks_have_their_own_length_and_no_part_in_the_pace(play: Play) -> None:
    """R25, R33."""
    said = play.speak(RemarksTarget(SeatId("chair")), 30_000)
    assert said.allotted_ms == 300_000
    assert forecast(play.state).samples == 0


def test_only_an_answer_that_is_due_is_called(play: Play) -> None:
    """R29."""
    assert play.refused(Call(AnswerTarget(DueId("s9.youth"), SeatId("youth-1")))) == "unknown"


def test_a_row_shows_whose_turn_it_is_and_to_whom(play: Play) -> None:
    """R36: language of the seat, and for an answer the question it answers."""
    due = question(play)
    row = next(item for item in agenda(play.state) if item.lane == "answer")
    spoken = next(s.language for s in play.setup.seats if s.id == row.seat)
    assert (row.language, row.links.answers) == (spoken, (due,))
    relation = project(*play.known).view("console")["agenda"][row.key]["relations"][0]
    assert (relation["kind"], relation["party"]) == ("answers", "CA")


def test_a_slot_goes_last_and_never_before_itself() -> None:
    """R9, R5."""
    play = Play()
    play.to_interventions()
    youth = SlotId("1.youth")
    play.do(OrderSlot(youth, None))
    assert play.state.lineup[-1] == youth
    assert play.refused(OrderSlot(youth, youth)) == "overtaken"


def test_the_opening_counts_from_its_own_act(play: Play) -> None:
    """R2: later steps leave the instant of the opening as it was."""
    opened = play.state.opened_at_ms
    play.wait(60_000)
    play.do(MoveStep(play.state.step, Step("closing")))
    assert play.state.opened_at_ms == opened == play.setup.planned_start_ms


def test_links_lead_only_to_what_was_said(play: Play) -> None:
    """R12: neither to what was only filed or withdrawn, nor to a speech that runs, nor to forty-one things."""
    theme = play.setup.themes[0].id
    play.do(RaiseIssue(SeatId("youth-1"), theme), seat("youth-1"))
    ask = Ask(SeatId("CO"), links=Links(replies_to=("i1",)))
    assert play.refused(ask, seat("CO")) == "bad_links"
    play.primary()
    play.primary()
    running = Ask(SeatId("CO"), links=Links(replies_to=(play.floor.id,)))
    assert play.refused(running, seat("CO")) == "bad_links"
    many = Ask(SeatId("CO"), links=Links(replies_to=tuple(f"i{n}" for n in range(41))))
    assert play.refused(many, seat("CO")) == "bad_links"
    play.do(RaiseIssue(SeatId("BR"), theme, play.floor.id))
    play.do(WithdrawIssue(IssueId("i2")))
    gone = Ask(SeatId("CO"), links=Links(replies_to=("i2",)))
    assert play.refused(gone, seat("CO")) == "bad_links"


def test_undoing_a_hold_keeps_what_the_phone_said(play: Play) -> None:
    """R6: the sign and the links of the speaker stay, and the time the chair gave meanwhile."""
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id), seat("youth-1"))
    play.primary()
    play.primary()
    play.do(Hold(play.floor.id, "technical"))
    held = play.state.seq
    play.do(Sign(play.floor.id, "finished"), seat("BR"))
    play.do(AdjustTime(play.floor.id, 30_000))
    play.do(Link(play.floor.id, Links(asks=(YOUTH,))))
    play.do(Undo(held))
    assert (play.floor.signal, play.floor.allotted_ms) == ("finished", 150_000)
    assert play.floor.links.asks == (YOUTH,)


def test_a_second_press_changes_nothing(play: Play) -> None:
    """R5: what is so already is not done again."""
    assert play.refused(OpenList()) == "overtaken"
    assert play.refused(SetOrder("arrival")) == "overtaken"
    assert play.refused(SetAnswers("batch")) == "overtaken"
    assert play.refused(Return(SeatId("BR"))) == "overtaken"
    assert play.refused(ClearMessage()) == "overtaken"


def test_answers_at_the_end_are_never_ripe_before(play: Play) -> None:
    """R29: whatever the number of States, the list goes first."""
    play.do(SetAnswers("at_end"))
    question(play)
    for request in ("r1", "r2", "r3", "r4"):
        play.speak(RequestTarget(RequestId(request)))
    assert [item.lane for item in agenda(play.state)] == ["statement", "answer"]


def test_a_voided_start_stays_voided_when_the_act_before_is_undone(play: Play) -> None:
    """R6: undoing "end and call" after its start was undone does not touch the voided statement again."""
    play.primary()
    play.primary()
    play.do(End(play.floor.id, RequestTarget(RequestId("r2"))))
    ended = play.state.seq
    play.primary()
    undo(play)
    play.do(Undo(ended))
    assert play.state.statements[StatementId("s2")].status == "voided"
    assert play.floor.seat == "BR"


def test_a_statement_says_what_its_request_said(play: Play) -> None:
    """R12: language, text and links go with the call, as changed last."""
    links = Links(asks=(YOUTH,))
    play.do(ChangeRequest(RequestId("r1"), 1, links, "fr", "sur les tarifs"), seat("BR"))
    play.primary()
    said = play.floor
    assert (said.language, said.text, said.links) == ("fr", "sur les tarifs", links)


def test_answers_due_are_listed_before_the_close(play: Play) -> None:
    """R1, R39: what the close leaves unanswered is named first."""
    due = question(play)
    play.do(MoveStep(play.state.step, Step("closing")))
    assert project(*play.known).view("console")["moves"][0]["dues"] == (due,)


def test_a_journal_that_has_begun_is_no_rehearsal(play: Play) -> None:
    """A clock never runs fast in a real dialogue: only the first entry of a journal can say that it does."""
    assert play.refused(Rehearse(60)) == "not_now"
    empty = Play()
    assert empty.do(Rehearse(60)) == (Created(replace(empty.setup, clock_rate=60)),)
    assert empty.refused(Rehearse(60)) == "not_now"


def test_what_is_in_a_journal_can_be_folded_in_any_state(play: Play) -> None:
    """An event that has nothing to act on any more changes nothing else."""
    state = play.state
    assert ResumptionAnnounced(None).fold(state, 0) == state
    seat = SeatId("youth-1")
    slot = next(slot for slot in state.slots.values() if slot.party == YOUTH)
    missed = SlotMissed(slot.id, seat).fold(replace(state, floor=None), 0)
    assert (missed.slots[slot.id].missed, missed.in_vain) == ((seat,), state.in_vain)
    play.do(Call(RequestTarget(RequestId("r1"))))
    with pytest.raises(ValueError, match="has not started"):
        StartMoved(play.floor.id, 0).compensation(play.state)


def test_what_an_entry_tells_of_people_it_introduces(play: Play) -> None:
    """Whoever the register is to know from then on; in older formats the entry says itself who they are."""
    created = play.entries[0].events[0]
    assert isinstance(created, Created)
    assert created.introduces == tuple(one.person for one in play.setup.seats)
    assert replace(created, told={PersonVersion("x"): NOBODY}).introduces == ()
    (added,) = play.do(AddGuest("Invitada", "Organismo", "es", 60_000))
    assert isinstance(added, GuestAdded)
    assert added.introduces == (added.guest.seat.person,)
    assert replace(added, told={PersonVersion("x"): NOBODY}).introduces == ()
    assert play.do(OpenList() if not play.state.list_open else SetOrder("balanced"))[0].introduces == ()
