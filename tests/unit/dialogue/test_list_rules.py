"""The list of speakers (R12-R18)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.order import ranked
from server.dialogue.model.ids import PartyId, RequestId, SeatId, SlotId, StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Links, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.requests import Ask, ChangeRequest, MoveRequest, Withdraw
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.speakers import CloseList, OpenList, SetOrder
from server.wire.project import project
from tests.support.play import Play, seat, shipped, with_people

NOTHING = Links()


@pytest.fixture
def play() -> Play:
    """In the exchange of the first round, after one intervention of youth that raised an issue."""
    play = Play()
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1"))))
    play.primary()
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id, "Conectividad rural"))
    play.wait(60_000)
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    return play


def seats_in_order(play: Play) -> list[str]:
    """The seats of the list as they will be called."""
    return [row.request.seat for row in ranked(play.state)]


def call(play: Play, request: str, ms: int = 60_000) -> StatementId:
    """Hear a request."""
    return play.speak(RequestTarget(RequestId(request)), ms).id


def test_order_is_order_of_arrival(play: Play) -> None:
    """R15."""
    for name in ("MX", "BR", "CL"):
        play.ask(name)
    assert seats_in_order(play) == ["MX", "BR", "CL"]


def test_one_open_request_per_seat_and_lane(play: Play) -> None:
    """R12: a second one is refused while the first waits or is at the floor, and taken once it is heard."""
    request = play.ask("BR")
    assert play.refused(Ask(SeatId("BR")), seat("BR")) == "already_asked"
    play.do(Ask(SeatId("BR"), "right_of_reply"), seat("BR"))
    play.do(Call(RequestTarget(RequestId(request))))
    assert play.refused(Ask(SeatId("BR")), seat("BR")) == "already_asked"
    play.primary(), play.primary()
    assert play.ask("BR")


def test_changing_a_request_keeps_its_place(play: Play) -> None:
    """R12."""
    first = play.ask("BR")
    play.ask("MX")
    links = Links(replies_to=("i1",), asks=(PartyId("workers"),))
    play.do(ChangeRequest(RequestId(first), 1, links, "pt", "sobre o acesso"), seat("BR"))
    assert seats_in_order(play) == ["BR", "MX"]
    assert ranked(play.state)[0].request.links == links


def test_a_change_names_the_version_it_changes(play: Play) -> None:
    """R5, R12: what somebody else changed meanwhile is not erased unseen, by a late copy of the form either."""
    request = RequestId(play.ask("BR"))
    play.do(ChangeRequest(request, 1, Links(), "pt", "pelo telefone"), seat("BR"))
    assert play.refused(ChangeRequest(request, 1, Links(), "pt", "pelo console")) == "overtaken"
    play.do(
        ChangeRequest(
            request, project(*play.known).view("console")["agenda"][request]["version"], Links(), "en"
        )
    )
    assert project(*play.known).view("seat:BR")["me"]["requests"][request]["version"] == 3
    assert play.state.requests[request].language == "en"


def test_a_request_belongs_to_its_seat(play: Play) -> None:
    """R12: nobody asks, changes or withdraws for another; the chair may do it on behalf (F9)."""
    request = RequestId(play.ask("BR"))
    assert play.refused(Ask(SeatId("MX")), seat("BR")) == "not_yours"
    assert play.refused(ChangeRequest(request, 1, NOTHING, "es"), seat("MX")) == "not_yours"
    assert play.refused(Withdraw(request), seat("MX")) == "not_yours"
    play.do(Ask(SeatId("MX")))
    assert seats_in_order(play) == ["BR", "MX"]


def test_a_request_is_withdrawn_until_it_is_called(play: Play) -> None:
    """R13."""
    request = RequestId(play.ask("BR"))
    other = RequestId(play.ask("MX"))
    play.do(Withdraw(other), seat("MX"))
    assert seats_in_order(play) == ["BR"]
    play.do(Call(RequestTarget(request)))
    assert play.refused(Withdraw(request), seat("BR")) == "overtaken"


@pytest.mark.parametrize("days", [0, 1, 8, 400])
def test_before_the_hour_of_inscription_is_before_it(days: int) -> None:
    """R13: the same morning, on the eve and long before; the view says from when on, the phone counts on that."""
    play = Play()
    play.now_ms = play.setup.inscription_ms - 1 - days * 86_400_000
    assert play.refused(Ask(SeatId("BR")), seat("BR")) == "not_now"
    view = project(*play.known).view("seat:BR")
    assert view["me"]["may_ask"] is True
    play.now_ms = view["session"]["asks_from_ms"]
    play.do(Ask(SeatId("BR")), seat("BR"))


def test_the_chair_admits_before_the_hour_of_inscription() -> None:
    """R13: the hour is for phones; it is nobody's any more once the session is opened, on whatever day (R2)."""
    play = Play()
    play.now_ms -= 8 * 86_400_000
    play.do(Ask(SeatId("BR")))
    play.do(MoveStep(play.state.step, Step("opening")))
    play.do(Ask(SeatId("MX")), seat("MX"))
    assert "asks_from_ms" not in project(*play.known).view("public")["session"]


def test_states_inscribe_from_the_configured_hour() -> None:
    """R13: on the day, before 09:30 it is too early; from 09:30 the request waits for the exchange."""
    play = Play()
    play.now_ms = play.setup.inscription_ms - 1
    assert play.refused(Ask(SeatId("BR")), seat("BR")) == "not_now"
    play.wait(1)
    play.ask("BR")
    play.to_interventions()
    assert play.refused(Call(RequestTarget(RequestId("r1")))) == "not_now"
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(Call(RequestTarget(RequestId("r1"))))


def test_the_chair_does_not_queue(play: Play) -> None:
    """R8, R25: the chair has the floor when it is free; Colombia asks through its own seat."""
    assert play.refused(Ask(SeatId("chair"))) == "not_allowed"
    assert play.ask("CO")


def test_groups_follow_up_once_per_reply_to_their_issue(play: Play) -> None:
    """R14: for one minute, only on a reply to an issue of theirs, once."""
    assert play.refused(Ask(SeatId("youth-1")), seat("youth-1")) == "bad_links"
    reply = call(play, play.ask("BR", Links(replies_to=("i1",))))
    about = Links(replies_to=(reply,))
    assert play.refused(Ask(SeatId("workers-1"), links=about), seat("workers-1")) == "bad_links"
    follow_up = play.ask("youth-1", about)
    assert play.refused(Ask(SeatId("youth-2"), links=about), seat("youth-2")) == "limit_reached"
    play.do(Call(RequestTarget(RequestId(follow_up))))
    assert play.floor.allotted_ms == 60_000


def test_groups_do_not_ask_groups(play: Play) -> None:
    """R14: groups answer and follow up; the questions are the States'."""
    reply = call(play, play.ask("BR", Links(replies_to=("i1",))))
    links = Links(replies_to=(reply,), asks=(PartyId("workers"),))
    assert play.refused(Ask(SeatId("youth-1"), links=links), seat("youth-1")) == "bad_links"


def test_second_statements_come_after_all_first_ones(play: Play) -> None:
    """R15: who was heard in this round waits behind those who were not."""
    call(play, play.ask("BR"))
    play.ask("BR")
    play.ask("MX")
    assert seats_in_order(play) == ["MX", "BR"]
    assert [row.reason for row in ranked(play.state)] == ["arrival", "second_turn"]


def test_balance_hears_the_least_heard_first_and_says_why(play: Play) -> None:
    """R16, moment 2: who has not spoken goes first; the reason is shown; the chair's move overrides it."""
    call(play, play.ask("BR"))
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    play.do(MoveStep(play.state.step, Step("exchange", 2)))
    play.ask("BR"), play.ask("MX"), play.ask("CL")
    play.do(SetOrder("balanced"))
    assert [(r.request.seat, r.reason) for r in ranked(play.state)] == [
        ("MX", "first_time"),
        ("CL", "first_time"),
        ("BR", "fewer_turns"),
    ]
    play.do(MoveRequest(ranked(play.state)[2].request.id, ranked(play.state)[0].request.id))
    assert seats_in_order(play) == ["BR", "MX", "CL"]
    assert ranked(play.state)[0].reason == "moved"


def test_balance_counts_time_after_turns(play: Play) -> None:
    """R16: of two with as many turns, who used less time goes first."""
    call(play, play.ask("BR"), 90_000)
    call(play, play.ask("MX"), 30_000)
    play.ask("BR"), play.ask("MX")
    play.do(SetOrder("balanced"))
    assert seats_in_order(play) == ["MX", "BR"]


def test_a_moved_row_stays_where_it_was_put(play: Play) -> None:
    """R16: also when its neighbour is called and when others arrive."""
    for name in ("MX", "BR", "CL", "PE"):
        play.ask(name)
    rows = [row.request.id for row in ranked(play.state)]
    play.do(MoveRequest(rows[3], rows[1]))
    assert seats_in_order(play) == ["MX", "PE", "BR", "CL"]
    call(play, rows[1])
    play.ask("AR")
    assert seats_in_order(play) == ["MX", "PE", "CL", "AR"]
    play.do(MoveRequest(rows[0], None))
    assert seats_in_order(play) == ["PE", "CL", "AR", "MX"]


def test_a_move_names_rows_that_wait(play: Play) -> None:
    """R5: before a row that was called meanwhile, or before itself, it is overtaken."""
    first, second = RequestId(play.ask("BR")), RequestId(play.ask("MX"))
    assert play.refused(MoveRequest(first, first)) == "overtaken"
    play.do(Call(RequestTarget(first)))
    assert play.refused(MoveRequest(second, first)) == "overtaken"
    assert play.refused(MoveRequest(RequestId("r99"), None)) == "unknown"


def test_a_closed_list_takes_only_whom_the_chair_admits(play: Play) -> None:
    """R18: the other lanes pass; the chair may admit by name."""
    play.do(CloseList())
    assert play.refused(Ask(SeatId("BR")), seat("BR")) == "list_closed"
    play.do(Ask(SeatId("BR"), "right_of_reply"), seat("BR"))
    play.do(Ask(SeatId("MX")))
    assert seats_in_order(play) == ["MX"]
    assert play.refused(CloseList()) == "overtaken"
    play.do(OpenList())
    assert play.ask("CL")


def test_unheard_requests_carry_over_first(play: Play) -> None:
    """R18: who was not heard in one round is first in the next."""
    play.ask("BR")
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    play.ask("MX")
    play.do(MoveStep(play.state.step, Step("exchange", 2)))
    assert seats_in_order(play) == ["BR", "MX"]


def test_rights_of_reply_come_last_and_are_two(play: Play) -> None:
    """R31: after the list; 2:00, then 1:00, then no more."""
    lengths = []
    for _ in range(2):
        play.do(Ask(SeatId("BR"), "right_of_reply"), seat("BR"))
        request = list(play.state.requests)[-1]
        waiting = play.ask("MX")
        assert [i.key for i in agenda(play.state)][-2:] == [waiting, request]
        play.do(Withdraw(RequestId(waiting)), seat("MX"))
        play.do(Call(RequestTarget(request)))
        lengths.append(play.floor.allotted_ms)
        play.primary(), play.primary()
    assert lengths == [120_000, 60_000]
    assert play.refused(Ask(SeatId("BR"), "right_of_reply"), seat("BR")) == "limit_reached"


@pytest.mark.parametrize(
    ("links", "code"),
    [
        (Links(replies_to=("i9",)), "unknown"),
        (Links(replies_to=("s99",)), "unknown"),
        (Links(replies_to=("i1", "i1")), "bad_links"),
        (Links(asks=(PartyId("MX"),)), "bad_links"),
        (Links(asks=(PartyId("nobody"),)), "unknown"),
        (Links(answers=("s1.youth",)), "bad_links"),  # type: ignore[arg-type]
    ],
)
def test_links_lead_to_things_that_are(play: Play, links: Links, code: str) -> None:
    """R12: a link to nothing, twice, to a State asked, or of another lane is refused with its reason."""
    assert play.refused(Ask(SeatId("BR"), links=links), seat("BR")) == code


def test_extra_time_is_allotted_at_the_call() -> None:
    """R21: length x the seat's factor x 2 for consecutive interpretation."""
    play = Play(*with_people(shipped(), {"BR": {"time_factor": 1.5, "consecutive": True}}))
    play.to_exchange()
    play.do(Call(RequestTarget(RequestId(play.ask("BR")))))
    assert play.floor.allotted_ms == 2 * 1.5 * 120_000


def test_extra_time_costs_the_group_nothing() -> None:
    """R10, R21: of a slot, a seat with twice the time uses half of what it speaks."""
    play = Play(*with_people(shipped(), {"indigenous-1": {"consecutive": True}}))
    play.to_interventions()
    slot = SlotId("1.indigenous")
    first = play.speak(SlotTarget(slot, SeatId("indigenous-1")), 360_000)
    assert first.allotted_ms == 720_000
    play.do(Call(SlotTarget(slot, SeatId("indigenous-2"))))
    assert play.floor.allotted_ms == 180_000


def test_a_refusal_changes_nothing(play: Play) -> None:
    """A refused command leaves the state untouched, whatever it was."""
    before = play.state
    with pytest.raises(Refused):
        play.do(Withdraw(RequestId("r99")), seat("BR"))
    assert play.state is before
