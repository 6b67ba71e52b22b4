"""Corners of the rules that are easy to lose: each was found by changing the code and seeing no test fail."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from server.dialogue.decider import initial, replay
from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.clocks import elapsed_ms
from server.dialogue.derived.dues import dues
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import slot_used_ms
from server.dialogue.entry import Entry
from server.dialogue.model.ids import DueId, IssueId, PartyId, RequestId, SeatId, SlotId, StatementId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.answers import PromiseWritten
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import StartEarlier
from server.dialogue.rooms.floor import Void
from server.dialogue.rooms.issues import AmendIssue, RaiseIssue, SplitIssue
from server.dialogue.rooms.lineup import ArrangeSlot, DeferSlot
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask, ChangeRequest, Withdraw
from server.dialogue.rooms.session import AnnounceResumption, MoveStep, Suspend
from server.dialogue.rooms.speakers import ListClosed
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import Play, seat, shipped_setup

YOUTH, WORKERS = PartyId("youth"), PartyId("workers")


@pytest.fixture
def play() -> Play:
    """In the exchange; youth's first representative raised i1."""
    play = Play()
    play.to_interventions()
    play.primary(), play.primary()
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id, play.floor.id))
    play.wait(60_000)
    play.primary()
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    return play


def hear(play: Play, name: str, links: Links | None = None) -> StatementId:
    """A seat asks and is heard for a minute."""
    return play.speak(RequestTarget(RequestId(play.ask(name, links)))).id


def test_the_forecast_at_pace_uses_the_pace(play: Play) -> None:
    """R33, R34: each figure at pace is the one at limits with lengths times the share used; gaps stay."""
    play.ask("BR", Links(asks=(YOUTH,))), play.ask("MX")
    told = forecast(play.state)
    gap, share = told.hand_over_ms, told.pace
    assert 0 < share < 1
    assert told.etas["r2"].pace_ms == gap + round(120_000 * share) + gap
    answer = gap + round(90_000 * share)
    assert told.tail_pace_ms == told.etas["r2"].pace_ms + round(120_000 * share) + answer + 480_000
    full = 4 * 180_000 + 2 * 120_000
    assert told.round_pace_ms == round(full * share) + 10 * gap
    assert told.round_limits_ms == full + 10 * gap
    play.do(Call(RequestTarget(RequestId("r1"))))
    told = forecast(play.state)
    assert told.tail_pace_ms == told.etas["r2"].pace_ms + round(120_000 * share) + answer + 480_000


def test_asking_and_changing_check_the_answers_named(play: Play) -> None:
    """R29: an answer that was given meanwhile is not asked for again, nor put into a request that waits."""
    first = hear(play, "CA", Links(asks=(YOUTH,)))
    second = hear(play, "CL", Links(asks=(YOUTH,)))
    given, owed = DueId(f"{first}.youth"), DueId(f"{second}.youth")
    play.speak(AnswerTarget(given, SeatId("youth-1")))
    stale, good = Links(answers=(given,)), Links(answers=(owed,))
    assert play.refused(Ask(SeatId("youth-2"), "answer", stale), seat("youth-2")) == "nothing_due"
    play.do(Ask(SeatId("youth-2"), "answer", good), seat("youth-2"))
    request = list(play.state.requests)[-1]
    assert play.refused(ChangeRequest(request, 1, stale, "es"), seat("youth-2")) == "nothing_due"
    play.do(ChangeRequest(request, 1, good, "en"), seat("youth-2"))


def test_a_follow_up_stays_with_its_reply(play: Play) -> None:
    """R14: its text may change, its link may not; another group's request does not use it up."""
    reply = hear(play, "BR", Links(replies_to=("i1",)))
    play.ask("MX", Links(replies_to=(reply,)))
    request = RequestId(play.ask("youth-1", Links(replies_to=(reply,))))
    other = Links(replies_to=("i1",))
    assert play.refused(ChangeRequest(request, 1, other, "es"), seat("youth-1")) == "bad_links"
    play.do(ChangeRequest(request, 1, Links(replies_to=(reply,)), "es", "una precisión"), seat("youth-1"))


def test_a_withdrawn_follow_up_can_be_asked_again(play: Play) -> None:
    """R14: only a follow-up that waits or was heard uses up the one."""
    reply = hear(play, "BR", Links(replies_to=("i1",)))
    request = RequestId(play.ask("youth-1", Links(replies_to=(reply,))))
    play.do(Withdraw(request), seat("youth-1"))
    assert play.ask("youth-1", Links(replies_to=(reply,)))


def test_who_answers_is_who_is_there_and_spoke_less(play: Play) -> None:
    """R29: the console offers the seat that is present, then the one with fewer turns."""
    hear(play, "CA", Links(asks=(YOUTH,)))
    assert agenda(play.state)[0].seat == "youth-2"  # youth-1 has spoken in the interventions
    play.state = replace(play.state, away=(SeatId("youth-2"),))
    assert agenda(play.state)[0].seat == "youth-1"


def test_filed_issues_wait_for_the_intervention(play: Play) -> None:
    """R26: an answer of the same seat does not raise what it filed."""
    play.do(RaiseIssue(SeatId("youth-2"), play.setup.themes[1].id), seat("youth-2"))
    hear(play, "CA", Links(asks=(YOUTH,)))
    play.speak(AnswerTarget(next(iter(dues(play.state))), SeatId("youth-2")))
    assert play.state.issues[IssueId("i2")].statement is None


def test_issues_are_raised_at_speeches_that_can_raise(play: Play) -> None:
    """R26: not at a call, not at an answer; twenty a seat are enough."""
    theme = play.setup.themes[0].id
    play.do(Call(RequestTarget(RequestId(play.ask("BR", Links(asks=(YOUTH,)))))))
    assert play.refused(RaiseIssue(SeatId("BR"), theme, play.floor.id)) == "overtaken"
    play.primary(), play.primary()
    answer = play.speak(AnswerTarget(next(iter(dues(play.state))), SeatId("youth-2")))
    assert play.refused(RaiseIssue(SeatId("youth-2"), theme, answer.id)) == "bad_links"
    for _ in range(20):
        play.do(RaiseIssue(SeatId("workers-1"), theme), seat("workers-1"))
    assert play.refused(RaiseIssue(SeatId("workers-1"), theme), seat("workers-1")) == "limit_reached"


def test_an_issue_is_not_split_beyond_what_a_seat_may_raise(play: Play) -> None:
    """R26: the second issue counts like every other of that seat."""
    theme, raised_at = play.setup.themes[0].id, play.state.issues[IssueId("i1")].statement
    for _ in range(18):
        play.do(RaiseIssue(SeatId("youth-1"), theme, raised_at))
    play.do(SplitIssue(IssueId("i1"), theme, "Second"))
    assert play.refused(SplitIssue(IssueId("i1"), theme, "Third")) == "limit_reached"


def test_an_issue_keeps_what_it_was_given(play: Play) -> None:
    """R26: language chosen or the seat's own; amending changes theme, title, language and addressees."""
    one, other = play.setup.themes[0].id, play.setup.themes[1].id
    spoken = next(s.language for s in play.setup.seats if s.id == "youth-1")
    assert play.state.issues[IssueId("i1")].language == spoken
    play.do(RaiseIssue(SeatId("youth-1"), one, StatementId("s1"), language="fr"))
    assert play.state.issues[IssueId("i2")].language == "fr"
    play.do(AmendIssue(IssueId("i2"), other, "Titre", "en", (PartyId("BR"),)))
    issue = play.state.issues[IssueId("i2")]
    assert (issue.theme, issue.title, issue.language, issue.addressees) == (other, "Titre", "en", ("BR",))


def test_a_voided_statement_is_not_linked(play: Play) -> None:
    """R24, R27: what did not count has no content."""
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    gone = play.floor.id
    play.do(Void(gone))
    assert play.refused(Link(gone, Links(replies_to=("i1",)))) == "overtaken"


def test_a_lapsed_slot_is_not_arranged() -> None:
    """R11, R5; and a slot that never was is unknown."""
    play = Play()
    play.to_interventions()
    slot = SlotId("1.youth")
    play.do(DeferSlot(slot)), play.do(DeferSlot(slot))
    assert play.refused(ArrangeSlot(slot, (SeatId("youth-1"),))) == "overtaken"
    assert play.refused(DeferSlot(SlotId("9.youth"))) == "unknown"


def test_nothing_is_called_during_a_suspension(play: Play) -> None:
    """R3."""
    request = RequestId(play.ask("BR"))
    play.do(Suspend("break"))
    assert play.refused(Call(RequestTarget(request))) == "not_now"


def test_a_start_is_moved_back_by_something(play: Play) -> None:
    """R24: by nothing is no correction."""
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    assert play.refused(StartEarlier(play.floor.id, 0)) == "time_out_of_range"


def test_a_promise_names_an_answer_that_is_due(play: Play) -> None:
    """R28."""
    assert play.refused(PromiseWritten(DueId("s9.youth"))) == "unknown"


def test_a_slot_counts_only_its_own_speeches() -> None:
    """R10: another group's minutes cost it nothing, nor does a speech that still runs."""
    play = Play()
    play.to_interventions()
    play.speak(SlotTarget(SlotId("1.youth"), SeatId("youth-1")), 100_000)
    play.do(Call(SlotTarget(SlotId("1.workers"), SeatId("workers-1")))), play.primary()
    play.wait(30_000)
    assert slot_used_ms(play.state, play.state.slots[SlotId("1.workers")]) == 0
    assert slot_used_ms(play.state, play.state.slots[SlotId("1.youth")]) == 100_000


def test_configured_choices_count_from_the_first_state() -> None:
    """R16, R29: order and mode of answers begin as configured."""
    setup = shipped_setup()
    rules = replace(setup.rules, answers="at_end", order="balanced")
    state = initial(replace(setup, rules=rules), {})
    assert (state.answers, state.order) == ("at_end", "balanced")


def test_undoing_a_suspension_and_its_end(play: Play) -> None:
    """R6, R3: the speech ran on as if there had been none; undoing the end suspends again with the same figures."""
    play.do(Call(RequestTarget(RequestId(play.ask("BR"))))), play.primary()
    play.wait(10_000)
    play.do(Suspend("technical"))
    suspension = play.state.suspension
    play.wait(20_000)
    play.primary()
    play.do(Undo(play.state.seq))
    assert play.state.suspension == suspension
    play.do(Undo(play.state.seq - 2))
    assert play.state.suspension is None
    assert elapsed_ms(play.floor, play.now_ms) == 30_000


def announced(play: Play) -> tuple[int, int | None]:
    """Since when the session is suspended, and until when."""
    assert play.state.suspension is not None
    return play.state.suspension.since_ms, play.state.suspension.resume_at_ms


def resumes(play: Play) -> str:
    """Which sentence says when it goes on, on every face."""
    said: str = project(*play.known).view("public")["said"]["sentences"][1][0]["say"]
    return said


def test_another_time_to_resume_is_announced(play: Play) -> None:
    """R3, R6: later than was said, or not known any more; undone, the time before stands; of this suspension only."""
    play.do(Suspend("break", play.now_ms + 300_000))
    since_ms, announced_ms = play.now_ms, play.now_ms + 300_000
    later_ms = announced_ms + 600_000
    play.wait(400_000)
    assert play.refused(AnnounceResumption(since_ms, announced_ms)) == "time_out_of_range"
    assert play.refused(AnnounceResumption(since_ms - 1, later_ms)) == "overtaken"
    assert resumes(play) == "say-resumes-at"
    play.do(AnnounceResumption(since_ms, later_ms))
    assert announced(play) == (since_ms, later_ms)
    assert resumes(play) == "say-resumes-anew"
    play.do(Undo(play.state.seq))
    assert announced(play) == (since_ms, announced_ms)
    assert resumes(play) == "say-resumes-at"
    play.do(AnnounceResumption(since_ms))
    assert announced(play) == (since_ms, None)
    assert resumes(play) == "say-resumes-open"
    play.primary()
    assert play.refused(AnnounceResumption(since_ms)) == "overtaken"
    play.wait(1_000)
    play.do(Suspend("break"))
    assert resumes(play) == "say-resumes-unknown", "of this one nothing else was announced"


def test_undoing_a_step_gives_its_begin_back(play: Play) -> None:
    """R6: "since when" is part of what was."""
    since = play.state.step_since_ms
    play.wait(60_000)
    play.do(MoveStep(play.state.step, Step("closing")))
    play.do(Undo(play.state.seq))
    assert play.state.step_since_ms == since


def test_a_journal_begins_with_its_configuration() -> None:
    """Replay: nothing is nothing, and a first entry without the configuration is an error, not a guess."""
    assert replay([], {}) is None
    with pytest.raises(ValueError, match="created"):
        replay([Entry(1, "e1", 0, "console:chair", "c0000001", "", (ListClosed(),), "")], {})


def test_the_seat_sees_its_own_request(play: Play) -> None:
    """R36: rank and expected time, for it alone."""
    play.ask("BR"), play.ask("MX")
    mine = project(*play.known).view("seat:MX")["me"]["requests"]
    assert [(m["rank"], m["lane"]) for m in mine.values()] == [(2, "statement")]
    assert "me" not in project(*play.known).view("public")
