"""The organiser's choices, each at another value than the shipped one (R12, R14, R18, R20, R31), and old journals."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.order import ranked
from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.model.setup import Lengths, Rules, Setup
from server.dialogue.model.state import Links, RequestTarget, Step
from server.dialogue.rooms.calls import Call, MarkNotHere
from server.dialogue.rooms.floor import Void
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat, shipped_setup

ROUND_2, CLOSING = Step("interventions", 2), Step("closing")


def with_rules(**rules: Any) -> Play:
    """A dialogue with other choices, in the exchange; youth's first representative raised i1."""
    setup = shipped_setup()
    play = Play(replace(setup, rules=replace(setup.rules, **rules)))
    play.to_interventions()
    play.primary(), play.primary()
    play.do(RaiseIssue(SeatId("youth-1"), setup.themes[0].id, play.floor.id))
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    return play


def test_two_requests_of_a_seat() -> None:
    """R12, R15: the second waits behind first ones; a third is refused, and the phone says so beforehand."""
    play = with_rules(requests_per_seat=2)
    for name in ("BR", "BR", "MX"):
        play.ask(name)
    assert [row.request.seat for row in ranked(play.state)] == ["BR", "MX", "BR"]
    assert play.refused(Ask(SeatId("BR")), seat("BR")) == "already_asked"
    assert project(*play.known).view("seat:BR")["me"]["why_not"] == "already_asked"
    assert project(*play.known).view("seat:MX")["me"]["may_ask"] is True


@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_follow_ups_to_one_reply(allowed: int) -> None:
    """R14."""
    play = with_rules(follow_ups=allowed, requests_per_seat=10)
    reply = play.speak(RequestTarget(RequestId(play.ask("BR", Links(replies_to=("i1",)))))).id
    follow_up = Links(replies_to=(reply,))
    for _ in range(allowed):
        play.ask("youth-1", follow_up)
    assert play.refused(Ask(SeatId("youth-2"), links=follow_up), seat("youth-2")) == "limit_reached"


def test_who_was_not_here_goes_so_many_places_down() -> None:
    """R20."""
    play = with_rules(places_down=1)
    for name in ("BR", "MX", "CL"):
        play.ask(name)
    play.primary()
    play.do(MarkNotHere(play.floor.id))
    assert [row.request.seat for row in ranked(play.state)] == ["MX", "BR", "CL"]


@pytest.mark.parametrize("to", [ROUND_2, CLOSING])
def test_unheard_statements_become_written_replies(to: Step) -> None:
    """R18, R1: where that was chosen; listed before the move, told to each; guests and rights of reply still wait."""
    play = with_rules(unheard="written")
    requests = [play.ask(name) for name in ("BR", "MX")]
    play.do(AddGuest("Invitada", "", "es", 60_000))
    play.do(Ask(SeatId("CL"), "right_of_reply"), seat("CL"))
    move = next(
        m for m in project(*play.known).view("console")["moves"] if m["to"] == msgspec.to_builtins(to)
    )
    assert (move["written"], move["requests"]) == (tuple(requests), ())
    before = play.state
    play.do(MoveStep(play.state.step, to))
    waiting = [r.seat for r in play.state.requests.values() if r.status == "open"]
    assert waiting == ["guest-1", "CL"]
    assert project(*play.known).view("seat:BR")["me"]["asked_written"] == requests[0]
    play.do(Undo(play.state.seq))
    assert (play.state.step, play.state.requests) == (before.step, before.requests)


def test_unheard_statements_carry_over() -> None:
    """R18: as shipped, as the first by arrival."""
    play = with_rules()
    play.ask("BR")
    assert all(m["written"] == () for m in project(*play.known).view("console")["moves"])
    play.do(MoveStep(play.state.step, ROUND_2))
    play.ask("MX")
    assert [row.request.seat for row in ranked(play.state)] == ["BR", "MX"]


def test_rights_of_reply_and_their_lengths() -> None:
    """R31: as many as chosen, the first 2:00, each further one 1:00, also while the first waits or is heard."""
    play = with_rules(rights_of_reply=3, requests_per_seat=3)
    right = Ask(SeatId("BR"), "right_of_reply")
    for _ in range(3):
        play.do(right, seat("BR"))
    assert play.refused(right, seat("BR")) == "limit_reached"
    assert [item.length_ms for item in agenda(play.state)] == [120_000, 60_000, 60_000]
    play.primary(), play.primary()
    assert [item.length_ms for item in agenda(play.state)] == [60_000, 60_000]
    mine = project(*play.known).view("seat:BR")["me"]["requests"]
    assert not any("was_ms" in request for request in mine.values())
    play.wait(60_000)
    play.primary()
    play.primary()
    assert play.floor.allotted_ms == 60_000


def test_a_right_of_reply_names_what_it_answers() -> None:
    """R31: an issue or statement of others, also one that is being said; never its own; or nothing at all."""
    play = with_rules()
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    said = Links(replies_to=(play.floor.id,))
    assert play.refused(Ask(SeatId("BR"), "right_of_reply", said), seat("BR")) == "bad_links"
    own = Links(replies_to=("i1",))
    assert play.refused(Ask(SeatId("youth-2"), "right_of_reply", own), seat("youth-2")) == "bad_links"
    assert play.refused(Ask(SeatId("MX"), links=said), seat("MX")) == "bad_links"
    play.do(Ask(SeatId("MX"), "right_of_reply", said), seat("MX"))
    play.do(Ask(SeatId("CL"), "right_of_reply"), seat("CL"))
    rows = project(*play.known).view("console")["agenda"]
    named = [(row["seat"], [r["party"] for r in row["relations"]]) for row in rows.values()]
    assert named == [("MX", ["BR"]), ("CL", [])]
    play.do(Void(play.floor.id))
    assert project(*play.known).view("console")["agenda"]["r2"]["relations"] == ()


def test_the_closing_sheet_lists_rights_and_points() -> None:
    """R39, R30, R31: what was not heard and not recognised is told before the close, each under its own name."""
    play = with_rules()
    play.ask("BR")
    play.do(Ask(SeatId("MX"), "right_of_reply"), seat("MX"))
    play.do(MoveStep(play.state.step, CLOSING))
    play.do(RaisePoint(SeatId("CL")), seat("CL"))
    sheet = project(*play.known).view("podium")["closing"]
    assert (sheet["requests"], sheet["rights"], sheet["points"]) == (("BR",), ("MX",), ("CL",))
    (move,) = project(*play.known).view("console")["moves"]
    assert (move["requests"], move["rights"], move["points"]) == (("r1",), ("r2",), ("p1",))
    play.do(MoveStep(play.state.step, Step("closed")))
    assert {r.status for r in play.state.requests.values()} == {"lapsed"}
    play.primary()
    assert project(*play.known).view("podium")["closing"] == sheet


@pytest.mark.parametrize("kind", [Lengths, Rules])
def test_a_journal_without_a_choice_counts_with_what_was_fixed_then(kind: type[msgspec.Struct]) -> None:
    """A key that came later is missing in older journals; its default is the constant that held before it."""
    older: dict[type, dict[str, object]] = {
        Lengths: {"point_of_order_ms": 60_000},
        Rules: {
            "places_down": 3,
            "requests_per_seat": 1,
            "follow_ups": 1,
            "unheard": "carry_over",
            "rights_of_reply": 2,
            "consecutive_factor": 2.0,
        },
    }
    written = msgspec.to_builtins(shipped_setup())
    table = written["lengths" if kind is Lengths else "rules"]
    for key, was in older[kind].items():
        assert table.pop(key) == was
    assert msgspec.convert(written, Setup) == shipped_setup()
