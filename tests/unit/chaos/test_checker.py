"""The checker of chaos finds each kind of fault in clients' logs and a journal made by hand."""

from __future__ import annotations

import pytest

from server.dialogue.entry import Entry
from server.dialogue.rooms.screens import ClearMessage
from server.dialogue.rooms.speakers import ListOpened
from server.wire.messages import Accepted, Answer, Refusal
from tests.chaos.checker import Findings, Problem, check, order_problems
from tests.chaos.records import Attempt, Diary, Sent

STAGE = "stage"
UNSETTLED = Refusal(code="unsettled", about="")
NOT_SAVED = Refusal(code="not_saved", about="")


def sent(name: str, *answers: Answer, at_s: float = 1.0, times: int = 1) -> Sent:
    """A command sent at `at_s` over connection 1, 2, …, and answered half a second after each."""
    return Sent(
        ClearMessage(),
        id=name,
        attempts=[Attempt(n + 1, at_s + n) for n in range(times)],
        answers=[(at_s + n + 0.5, answer) for n, answer in enumerate(answers)],
        acks={answer.seq for answer in answers if isinstance(answer, Accepted)},
    )


def acked(entry: int) -> Accepted:
    """Acknowledged as that entry."""
    return Accepted(epoch="", seq=entry, as_of="")


def entry(seq: int, name: str, *, at_s: float = 1.2, actor: str = STAGE) -> Entry:
    """What the journal says."""
    return Entry(seq, f"e{seq}", round(at_s * 1000), actor, name, "", (ListOpened(),), "")


def checked(commands: list[Sent], entries: list[Entry]) -> Findings:
    """What is found of one client; its seconds count from the beginning of 1970."""
    return check([Diary(STAGE, "stage", commands)], entries, None, 0.0)


def test_what_holds_has_no_problems() -> None:
    """Acknowledged once and stored there; refused and not stored; unsettled, sent again, acknowledged."""
    again = sent("a-3", UNSETTLED, acked(2), at_s=2.0, times=2)
    findings = checked(
        [sent("a-1", acked(1)), sent("a-2", NOT_SAVED), again],
        [entry(1, "a-1"), entry(2, "a-3", at_s=3.2)],
    )

    assert findings.problems == []
    assert (findings.commands, findings.acked, findings.refused, findings.unknown) == (
        3,
        2,
        {"not_saved": 1},
        0,
    )


def test_an_acknowledged_act_that_is_not_there_is_lost() -> None:
    """Neither at the seq it was acknowledged with nor anywhere; or at another one."""
    findings = checked([sent("a-1", acked(1)), sent("a-2", acked(3))], [entry(2, "a-2")])

    assert findings.lost == 2


@pytest.mark.parametrize("stored", [[entry(1, "a-1"), entry(2, "a-1")], [entry(1, "a-1")]])
def test_an_act_that_happened_twice_is_doubled(stored: list[Entry]) -> None:
    """Two entries of one command, or two answers that name different ones."""
    findings = checked([sent("a-1", acked(1), acked(2), times=2)], stored)

    assert findings.doubled == 1


def test_a_refused_act_must_not_be_stored() -> None:
    """`not_saved` is the last word; `unsettled` is none, and leaves it unknown."""
    findings = checked([sent("a-1", NOT_SAVED), sent("a-2", UNSETTLED)], [entry(1, "a-1"), entry(2, "a-2")])

    assert (findings.refused_stored, findings.unknown) == (1, 1)
    assert [problem.kind for problem in findings.problems] == ["refused_stored"]
    assert findings.problems[0].said.startswith("refused as not_saved")


def test_an_entry_that_nobody_sent_is_found() -> None:
    """The id is an actor's own: the same of another actor is a stranger's."""
    findings = checked([sent("a-1", acked(1))], [entry(1, "a-1"), entry(2, "a-1", actor="podium")])

    assert findings.problems == [Problem("stranger", "nobody sent entry 2, a-1 of podium")]


def test_an_instant_is_that_of_the_act() -> None:
    """Not before it was sent, not after it was answered, and never before the entry before."""
    findings = checked(
        [sent("a-1", acked(1)), sent("a-2", acked(2))],
        [entry(1, "a-1", at_s=1.2), entry(2, "a-2", at_s=0.5)],
    )

    assert len(findings.problems) == 2


def test_each_client_keeps_its_order() -> None:
    """What was answered before another was sent comes first; and so does what was sent once on one connection."""
    told = [sent("a-1", acked(2), at_s=1.0), sent("a-2", acked(1), at_s=2.0)]
    under_way = [sent("a-1", acked(2), at_s=1.0), sent("a-2", acked(1), at_s=1.1)]
    sent_again = [sent("a-1", UNSETTLED, acked(2), times=2), sent("a-2", acked(1), at_s=1.1)]

    assert len(list(order_problems(Diary(STAGE, "stage", told)))) == 2
    assert len(list(order_problems(Diary(STAGE, "stage", under_way)))) == 1
    assert list(order_problems(Diary(STAGE, "stage", sent_again))) == []


def test_what_the_shipped_code_told_a_person_is_what_counts() -> None:
    """It said "refused", and a copy of the act that it had given up was carried out: that is refused and stored."""
    given_up = sent("a-1", acked(1), times=2)
    given_up.told = NOT_SAVED
    assert checked([given_up], [entry(1, "a-1")]).refused_stored == 1
    another_way = sent("a-1", acked(1), times=2)
    another_way.told = NOT_SAVED
    another_way.attempts[1].connection = 0  # a copy by another way, of which that code knows nothing
    assert checked([another_way], [entry(1, "a-1")]).problems == []


def test_a_client_that_sends_a_copy_under_another_id_is_found_out() -> None:
    """It would be carried out twice with the next lost answer; and "unsettled" is nobody's last word."""
    findings = check([Diary(STAGE, "stage", strange_ids={"a-2"})], [], None, 0.0)
    assert [problem.kind for problem in findings.problems] == ["stranger"]
    given_up = sent("a-1", UNSETTLED)
    given_up.told = UNSETTLED
    assert [problem.kind for problem in checked([given_up], []).problems] == ["program_error"]
