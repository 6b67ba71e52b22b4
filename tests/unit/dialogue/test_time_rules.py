"""What saves time, and what comes after the end (R18, R26, R28, R35, R39)."""

from __future__ import annotations

import pytest

from server.dialogue.derived.agenda import callable_now
from server.dialogue.derived.order import ranked
from server.dialogue.model.ids import IssueId, PartyId, RequestId, SeatId, SlotId, StatementId
from server.dialogue.model.state import Links, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.issues import (
    AmendIssue,
    MarkIssue,
    MergeIssue,
    RaiseIssue,
    SplitIssue,
    WithdrawIssue,
)
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask, ChangeRequest
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep, Reopen
from server.dialogue.rooms.speakers import CloseList, LastCall, OpenList, Tighten
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat

I1, I2 = IssueId("i1"), IssueId("i2")


@pytest.fixture
def play() -> Play:
    """In the exchange; youth's first representative raised i1 and i2; Brazil, Mexico and Chile wait."""
    play = Play()
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), SeatId("youth-1")))), play.primary()
    for _ in range(2):
        play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id, "Conectividad"))
    play.wait(60_000)
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    for name in ("BR", "MX", "CL"):
        play.ask(name)
    return play


def console(play: Play) -> dict[str, object]:
    """The console's view."""
    return project(*play.known).view("console")


def hear(play: Play, request: str) -> StatementId:
    """Hear a request for a minute."""
    return play.speak(RequestTarget(RequestId(request))).id


def test_a_last_call_closes_the_list_by_itself(play: Play) -> None:
    """R18: open for two minutes more, then closed though nobody acted; the other lanes pass."""
    play.do(LastCall())
    assert play.refused(LastCall()) == "overtaken"
    play.wait(119_999)
    play.ask("PE")
    play.wait(1)
    assert play.refused(Ask(SeatId("AR")), seat("AR")) == "list_closed"
    assert play.refused(CloseList()) == "overtaken"
    play.do(Ask(SeatId("AR"), "right_of_reply"), seat("AR"))
    play.do(OpenList())
    play.ask("AR")


def test_undoing_a_last_call_leaves_the_list_open(play: Play) -> None:
    """R6, R18."""
    play.do(LastCall())
    play.do(Undo(play.state.seq))
    play.wait(600_000)
    play.ask("PE")


def test_shortening_touches_only_what_is_not_called(play: Play) -> None:
    """R35, R21, moment 6: who is called keeps the time; who waits sees old and new; the preview told the truth."""
    play.do(Call(RequestTarget(RequestId("r1"))))
    preview = next(p for p in console(play)["previews"] if p["kind"] == "shorten")  # type: ignore[attr-defined]
    play.do(Tighten(shorten_to_ms=60_000))
    assert play.floor.allotted_ms == 120_000
    mine = project(*play.known).view("seat:MX")["me"]["requests"]["r2"]
    assert (mine["was_ms"], mine["length_ms"]) == (120_000, 60_000)
    assert console(play)["forecast"]["tail_limits_ms"] == preview["tail_limits_ms"]  # type: ignore[index]
    play.primary(), play.primary()
    play.do(Call(RequestTarget(RequestId("r2"))))
    assert play.floor.allotted_ms == 60_000


def test_time_is_saved_in_one_act_or_not_at_all(play: Play) -> None:
    """R35: shorter, closed and in writing together; if one part no longer holds, none is; undo takes all back."""
    waiting = (RequestId("r2"), RequestId("r3"))
    play.do(Tighten(60_000, close_list=True, written=waiting))
    assert [row.request.id for row in ranked(play.state)] == ["r1"]
    assert (play.state.list_open, play.state.shortened_ms) == (False, 60_000)
    play.do(Undo(play.state.seq))
    assert [row.request.id for row in ranked(play.state)] == ["r1", "r2", "r3"]
    assert (play.state.list_open, play.state.shortened_ms) == (True, None)
    hear(play, "r2")
    assert play.refused(Tighten(60_000, written=waiting)) == "overtaken"
    assert play.state.shortened_ms is None


def test_who_is_asked_to_write_is_told_so(play: Play) -> None:
    """R35, moment 6: nobody's place goes without a word; it is unsaid by an undo or a new request."""

    def told() -> object:
        return project(*play.known).view("seat:MX")["me"].get("asked_written")

    assert told() is None
    play.do(Tighten(written=(RequestId("r2"),)))
    assert told() == "r2"
    assert "asked_written" not in project(*play.known).view("seat:BR")["me"]
    play.do(Undo(play.state.seq))
    assert told() is None
    play.do(Tighten(written=(RequestId("r2"),)))
    play.ask("MX")
    assert told() is None


@pytest.mark.parametrize("ms", [14_999, 120_001])
def test_statements_are_shortened_within_reason(play: Play, ms: int) -> None:
    """R35: not below fifteen seconds, not above what is configured; and something must change."""
    assert play.refused(Tighten(ms)) == "time_out_of_range"
    assert play.refused(Tighten(120_000)) == "overtaken"
    assert play.refused(Tighten()) == "bad_command"


def test_replies_to_a_merged_issue_count_for_the_other(play: Play) -> None:
    """R26: merged, replied to under either name, and split off again."""
    play.do(MergeIssue(I2, I1))
    play.do(ChangeRequest(RequestId("r1"), 1, Links(replies_to=("i2",)), "pt"), seat("BR"))
    reply = hear(play, "r1")
    issues = project(*play.known).view("public")["issues"]
    assert (list(issues), issues["i1"]["replies"], list(issues["i1"]["merged"])) == (["i1"], (reply,), ["i2"])
    assert issues["i1"]["merged"]["i2"]["number"] == play.state.issues[I2].number
    play.do(MergeIssue(I2, None))
    issues = project(*play.known).view("public")["issues"]
    assert (issues["i1"]["replies"], issues["i2"]["replies"]) == ((), (reply,))


def test_issues_are_not_merged_in_circles(play: Play) -> None:
    """R26."""
    assert play.refused(MergeIssue(I1, I1)) == "bad_links"
    play.do(MergeIssue(I2, I1))
    assert play.refused(MergeIssue(I1, I2)) == "bad_links"
    assert play.refused(MergeIssue(I2, I1)) == "overtaken"
    assert play.refused(MergeIssue(IssueId("i9"), I1)) == "unknown"


def test_an_issue_that_holds_two_is_split(play: Play) -> None:
    """R26: the second has its own number at the same statement."""
    play.do(SplitIssue(I1, play.setup.themes[1].id, "Tarifas"))
    issue = project(*play.known).view("public")["issues"]["i3"]
    assert (issue["number"], issue["statement"], issue["title"]) == ("1.3", "s1", "Tarifas")


def test_an_issue_is_withdrawn(play: Play) -> None:
    """R26: by the chair once raised; by its seat only before."""
    assert play.refused(WithdrawIssue(I1), seat("youth-1")) == "overtaken"
    play.do(WithdrawIssue(I1))
    assert list(project(*play.known).view("public")["issues"]) == ["i2"]
    assert play.refused(WithdrawIssue(I1)) == "overtaken"


def test_a_promise_is_a_fact_beside_replies(play: Play) -> None:
    """R28, moment 7: an issue with a promise is not "no reply"; a State speaks for itself only."""
    brazil = PartyId("BR")
    assert play.refused(MarkIssue(I1, brazil, "written"), seat("MX")) == "not_yours"
    play.do(MarkIssue(I1, brazil, "written"), seat("BR"))
    assert project(*play.known).view("public")["issues"]["i1"]["facts"] == {"BR": "written"}
    play.do(MoveStep(play.state.step, Step("closing")))
    assert console(play)["moves"][0]["issues"] == ("i2",)  # type: ignore[index]
    play.do(MarkIssue(I1, brazil, None))
    assert console(play)["moves"][0]["issues"] == ("i1", "i2")  # type: ignore[index]


def test_a_close_is_taken_back_within_its_time(play: Play) -> None:
    """R39: for fifteen minutes; what the close had lapsed waits again, in its place."""
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(MoveStep(play.state.step, Step("closed")))
    closed_at = play.now_ms
    assert play.refused(Reopen(closed_at - 1)) == "overtaken"
    play.wait(900_000)
    assert play.primary() == "reopen"
    assert play.state.step == Step("closing")
    assert [row.request.seat for row in ranked(play.state)] == ["BR", "MX", "CL"]
    play.do(MoveStep(play.state.step, Step("closed")))
    play.wait(900_001)
    assert play.refused(Reopen(play.state.closed_at_ms or 0)) == "not_now"


def test_after_the_close_the_record_is_corrected(play: Play) -> None:
    """R39: links and titles; the floor stays closed."""
    said = hear(play, "r1")
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(MoveStep(play.state.step, Step("closed")))
    play.do(Link(said, Links(replies_to=("i1",))))
    play.do(AmendIssue(I1, play.setup.themes[0].id, "Conectividad rural", "es"))
    assert play.refused(Call(RequestTarget(RequestId("r2")))) == "not_now"


def test_a_preview_names_whom_it_touches(play: Play) -> None:
    """R35: shortening leaves a guest's chosen time and a group's follow-up; no guest is put off to writing."""
    reply = play.speak(RequestTarget(RequestId(play.ask("PE", Links(replies_to=("i1",))))))
    follow_up = play.ask("youth-1", Links(replies_to=(reply.id,)))
    play.do(AddGuest("Invitada", "", "es", 240_000))
    touched = {p["kind"]: list(p["requests"]) for p in console(play)["previews"]}  # type: ignore[attr-defined]
    assert touched == {"shorten": ["r1", "r2", "r3"], "written": ["r1", "r2", "r3", follow_up]}


def test_another_round_counts_shortened_statements(play: Play) -> None:
    """R34, R35: shortened statements stay short, so the next round is reckoned with them."""
    before = console(play)["forecast"]["round_limits_ms"]  # type: ignore[index]
    play.do(Tighten(shorten_to_ms=60_000))
    assert before - console(play)["forecast"]["round_limits_ms"] == 3 * 60_000  # type: ignore[index]


def test_the_forecast_before_the_first_round_counts_its_slots() -> None:
    """R33, moment 18: at the opening the four slots are still to come, and so are those who inscribed."""
    play = Play()
    play.ask("BR")
    play.primary()
    told = console(play)["forecast"]
    gaps = 9 * told["hand_over_ms"]  # type: ignore[index]
    assert told["tail_limits_ms"] == 4 * 360_000 + 120_000 + gaps + 480_000  # type: ignore[index]
    assert console(play)["order"] == ("r1",)  # what is to come is reckoned with, not listed
    assert callable_now(play.state) == ()


def test_a_new_round_opens_the_list_again(play: Play) -> None:
    """R18: a list is closed for its round; undoing the move closes it again."""
    play.do(CloseList())
    play.do(MoveStep(play.state.step, Step("interventions", 2)))
    play.ask("PE")
    play.do(Undo(play.state.seq - 1))
    assert play.refused(Ask(SeatId("AR")), seat("AR")) == "list_closed"


def test_a_last_call_before_the_day_is_not_over_at_once() -> None:
    """R18, R13: in a session held before the configured day, a phone may ask until the last call ends."""
    play = Play()
    play.now_ms -= 3 * 86_400_000
    play.to_exchange()
    play.do(LastCall())
    assert project(*play.known).view("seat:BR")["me"]["may_ask"] is True
