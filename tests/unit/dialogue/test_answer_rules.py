"""Answers that cross each other, batches, follow-ups, rights of reply (R14, R15, R20, R29, R31)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.agenda import agenda, next_up
from server.dialogue.derived.dues import dues
from server.dialogue.derived.order import ranked
from server.dialogue.model.ids import DueId, IssueId, PartyId, RequestId, SeatId, StatementId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, Step
from server.dialogue.rooms.answers import PromiseWritten
from server.dialogue.rooms.calls import Call, MarkNotHere
from server.dialogue.rooms.floor import Start, Void
from server.dialogue.rooms.issues import MergeIssue, RaiseIssue
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.wire.project import project
from tests.support.play import Play, seat

YOUTH = PartyId("youth")
THEME = 0


@pytest.fixture
def play() -> Play:
    """In the exchange; youth's first representative raised i1."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[THEME].id, play.floor.id))
    play.wait(60_000)
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    return play


def hear(play: Play, name: str, links: Links | None = None) -> StatementId:
    """A seat asks and is heard for a minute."""
    return play.speak(RequestTarget(RequestId(play.ask(name, links)))).id


def ready(play: Play, name: str, *owed: DueId) -> RequestId:
    """A seat says that it is ready to answer."""
    play.do(Ask(SeatId(name), "answer", Links(answers=owed)), seat(name))
    return list(play.state.requests)[-1]


def test_an_answer_is_not_given_twice(play: Play) -> None:
    """R29, R5: who was ready for a question that a colleague answered is not called for it, and may ask anew."""
    first = DueId(f"{hear(play, 'CA', Links(asks=(YOUTH,)))}.youth")
    request = ready(play, "youth-2", first)
    play.speak(AnswerTarget(first, SeatId("youth-1")))
    assert play.refused(Call(RequestTarget(request))) == "overtaken"
    assert agenda(play.state) == ()
    second = DueId(f"{hear(play, 'CL', Links(asks=(YOUTH,)))}.youth")
    again = ready(play, "youth-2", second)
    assert [item.key for item in agenda(play.state)] == [again]


def test_a_ready_seat_answers_only_what_is_still_due(play: Play) -> None:
    """R29: of two questions, the one promised in writing meanwhile is not named as answered."""
    owed = [DueId(f"{hear(play, name, Links(asks=(YOUTH,)))}.youth") for name in ("CA", "CL")]
    request = ready(play, "youth-2", *owed)
    play.do(PromiseWritten(owed[0]), seat("youth-1"))
    assert agenda(play.state)[0].links.answers == (owed[1],)
    play.do(Call(RequestTarget(request)))
    assert play.floor.links.answers == (owed[1],)


def test_a_promise_in_writing_is_given_between_exchanges(play: Play) -> None:
    """R28: an answer that carried over may be promised in the next interventions."""
    due = DueId(f"{hear(play, 'CA', Links(asks=(YOUTH,)))}.youth")
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    play.do(PromiseWritten(due), seat("youth-1"))


def test_a_batch_counts_states_only(play: Play) -> None:
    """R29: follow-ups of the groups and guests do not fill it."""
    reply = hear(play, "BR", Links(replies_to=("i1",), asks=(YOUTH,)))
    play.speak(RequestTarget(RequestId(play.ask("youth-1", Links(replies_to=(reply,))))))
    for name in ("MX", "CL", "PE"):
        hear(play, name)
    assert [due.status for due in dues(play.state).values()] == ["due"]
    play.ask("AR"), play.ask("HT")
    assert [i.seat if i.lane == "statement" else i.lane for i in agenda(play.state)] == ["AR", "answer", "HT"]
    hear(play, "CO")
    assert [due.status for due in dues(play.state).values()] == ["ripe"]


def test_who_is_not_here_to_answer_is_away_at_once(play: Play) -> None:
    """R20: an answer has no rows to go down, so the colleague is offered instead."""
    hear(play, "CA", Links(asks=(YOUTH,)))
    play.primary()
    called = play.floor.seat
    play.do(MarkNotHere(play.floor.id))
    upcoming = next_up(play.state)
    assert upcoming is not None
    assert (upcoming.lane, upcoming.party) == ("answer", "youth")
    assert upcoming.seat != called


def test_a_second_follow_up_of_a_group_waits_behind_first_statements(play: Play) -> None:
    """R15: also while the group's first one waits or is at the floor."""
    first = hear(play, "BR", Links(replies_to=("i1",)))
    second = hear(play, "MX", Links(replies_to=("i1",)))
    play.ask("youth-1", Links(replies_to=(first,)))
    play.ask("youth-2", Links(replies_to=(second,)))
    play.ask("CL")
    assert [row.request.seat for row in ranked(play.state)] == ["youth-1", "CL", "youth-2"]
    play.primary()
    assert [row.request.seat for row in ranked(play.state)] == ["CL", "youth-2"]


def test_a_reply_to_a_merged_issue_is_followed_up_by_both_groups(play: Play) -> None:
    """R14, R26: an issue treated as part of another is still the issue of the group that raised it."""
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    for _ in range(3):
        play.primary()
        if play.floor.party == "workers":
            break
        play.do(MarkNotHere(play.floor.id))
    play.do(Start(play.floor.id))
    play.do(RaiseIssue(play.floor.seat, play.setup.themes[THEME].id, play.floor.id))
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 2)))
    play.do(MergeIssue(IssueId("i1"), IssueId("i2")))
    reply = hear(play, "BR", Links(replies_to=("i2",)))
    assert play.ask("youth-1", Links(replies_to=(reply,)))


def test_rights_of_reply_are_two_for_the_party_not_the_seat(play: Play) -> None:
    """R31: those that wait count, or two seats of a group would have three."""
    play.do(Ask(SeatId("youth-1"), "right_of_reply"), seat("youth-1"))
    play.speak(RequestTarget(list(play.state.requests)[-1]))
    play.do(Ask(SeatId("youth-1"), "right_of_reply"), seat("youth-1"))
    late = Ask(SeatId("youth-2"), "right_of_reply")
    assert play.refused(late, seat("youth-2")) == "limit_reached"


def test_a_question_started_again_raises_its_issues_again(play: Play) -> None:
    """R24, R26: issues detached by a void come back with the same seat's next start in the list."""
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    play.do(RaiseIssue(SeatId("BR"), play.setup.themes[THEME].id, play.floor.id))
    play.do(Void(play.floor.id))
    assert project(*play.known).view("public")["issues"]["i2"]["detached"] is True
    play.primary(), play.primary()
    issue = project(*play.known).view("public")["issues"]["i2"]
    assert (issue["detached"], issue["statement"]) == (False, play.floor.id)


def test_addressees_are_named_once(play: Play) -> None:
    """R26: a hand-made message does not fill the journal with one name."""
    twice = (PartyId("BR"), PartyId("BR"))
    raise_it = RaiseIssue(SeatId("youth-2"), play.setup.themes[THEME].id, addressees=twice)
    assert play.refused(raise_it, seat("youth-2")) == "bad_links"


def test_a_seat_raises_issues_while_it_speaks(play: Play) -> None:
    """R26: at its own statement, until that ends; then the record is the chair's."""
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    raise_it = RaiseIssue(SeatId("BR"), play.setup.themes[THEME].id, play.floor.id)
    play.do(raise_it, seat("BR"))
    play.primary()
    assert play.refused(raise_it, seat("BR")) == "overtaken"
    play.do(raise_it)
