"""Limits: a burst passes, what goes on passes at the rate, and the chair is never kept waiting by others."""

import asyncio
import sys
from collections.abc import AsyncIterator
from types import FrameType
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from server.access.seal import Seal
from server.clock import Clock
from server.dialogue.model.ids import Actor, RequestId, SeatId
from server.dialogue.model.state import Step
from server.dialogue.registry import COMMANDS, AnyCommand
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep, Rehearse
from server.journal.memory import MemoryJournal
from server.live import limits as module
from server.live.fanout import Fanout
from server.live.incoming import ACTS, Commands
from server.live.limits import Rate, RateLimiter, Tally, TokenBucket
from server.session import Session
from server.wire.messages import Accepted, CommandMessage, Refusal
from tests.load.bench_publish import watched
from tests.support.hand_clock import HandClock
from tests.support.play import CHAIR, OBSERVER, seat, shipped

BRAZIL = seat("BR")
RATE = Rate(per_s=2, burst=3)
OPEN = MoveStep(Step("scheduled"), Step("opening"))


def test_a_bucket_lets_a_burst_through_and_then_the_rate() -> None:
    """Three at once, then one each half second; an hour of quiet saves up no more than a burst."""
    bucket = TokenBucket(RATE, 0)
    assert [bucket.take(RATE, 0) for _ in range(4)] == [True, True, True, False]
    assert [bucket.take(RATE, 499), bucket.take(RATE, 500), bucket.take(RATE, 600)] == [False, True, False]
    assert [bucket.take(RATE, 3_600_000) for _ in range(4)] == [True, True, True, False]


def test_a_clock_that_is_set_back_neither_gives_nor_takes() -> None:
    """The limit goes on from there."""
    bucket = TokenBucket(RATE, 10_000)
    assert all(bucket.take(RATE, 10_000) for _ in range(3))
    assert not bucket.take(RATE, 0)
    assert bucket.take(RATE, 500)


def test_on_credit_each_one_waits_longer() -> None:
    """So that what comes in is paced, not lost."""
    bucket = TokenBucket(RATE, 0)
    assert [bucket.wait_ms(RATE, 0) for _ in range(6)] == [0, 0, 0, 500, 1_000, 1_500]


def test_each_key_has_its_own_limit_and_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made-up keys push out those that have been quiet, not those that are at their limit."""
    monkeypatch.setattr(module, "KEYS", 10)
    limiter: RateLimiter[str] = RateLimiter(RATE)
    assert [limiter.allows("busy one", 0) for _ in range(4)] == [True, True, True, False]
    assert all(limiter.allows(f"quiet {n}", 0) for n in range(9))
    assert limiter.allows("new one", 1_000)
    assert len(limiter._buckets) == 2
    assert [limiter.allows("busy one", 1_000) for _ in range(3)] == [True, True, False]


def test_the_tally_tells_each_thing_once() -> None:
    """And keeps the totals."""
    tally = Tally()
    for kind in ("packets", "packets", "links"):
        tally.count(kind)
    assert tally.news() == {"packets": 2, "links": 1}
    assert tally.news() == {}
    assert tally.total["packets"] == 2


class Recorder(MemoryJournal):
    """A journal in memory that notes whom it is to refuse for good."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[tuple[str, str]] = []

    async def forbid(
        self, expected_seq: int, expected_hash: str, actor: str, command_id: str, fingerprint: str
    ) -> None:
        """See `Journal.forbid`."""
        self.forbidden.append((actor, command_id))
        await super().forbid(expected_seq, expected_hash, actor, command_id, fingerprint)


class Desk:
    """A session and who takes its commands."""

    def __init__(self, clock: Clock) -> None:
        self.journal = Recorder()
        self.session = Session(self.journal, clock, shipped(), strict=True)
        self.tally = Tally()
        self.commands = Commands(self.session, clock, self.tally, Fanout(self.session.known, Seal(b"")))
        self._count = 0

    async def do(self, actor: Actor, command: AnyCommand, *, again: bool = False) -> str:
        """The code of the answer, "accepted" if it is none."""
        self._count += 1
        message = CommandMessage(id=f"command-{self._count}", command=command, again=again)
        answer = await self.commands.answer(actor, msgspec.to_builtins(message))
        return answer.code if isinstance(answer, Refusal) else "accepted"


@pytest.fixture
def clock() -> HandClock:
    """A clock that moves only when told."""
    return HandClock()


@pytest_asyncio.fixture
async def desk(clock: HandClock) -> AsyncIterator[Desk]:
    """An open session."""
    desk = Desk(clock)
    await desk.session.open()
    yield desk
    await desk.session.close()


async def test_what_a_stranger_may_never_do_takes_no_place_and_leaves_no_trace(desk: Desk) -> None:
    """More of them than may wait, sent again at one instant: all refused, none in the journal's list of refusals;
    a seat that acts at the same instant does not hear `busy`.
    """
    await desk.do(CHAIR, OPEN)
    strangers = [asyncio.create_task(desk.do(OBSERVER, OPEN, again=True)) for _ in range(400)]
    phone = asyncio.create_task(desk.do(BRAZIL, Ask(SeatId("BR"))))
    assert {await one for one in strangers} == {"not_allowed"}
    assert await phone == "accepted"
    assert desk.journal.forbidden == []
    assert len(desk.session.audit.attempts) + desk.session.audit.passed_over == 400


@pytest.mark.parametrize("role", ["public", "screen", "podium", "seat", "stage"])
async def test_no_role_gets_its_forbidden_commands_into_the_journal(desk: Desk, role: Any) -> None:
    """The same for everybody: a seat that tries the chair's buttons, a stage that tries the floor."""
    assert not MoveStep.permit.allows(role)
    assert await desk.do(Actor(role), OPEN, again=True) == "not_allowed"
    assert desk.journal.forbidden == []


def test_strangers_screens_and_podium_may_never_do_anything() -> None:
    """R14; and every command is somebody's."""
    for command in COMMANDS:
        assert not any(command.permit.allows(role) for role in ("public", "screen", "podium"))
        assert any(command.permit.allows(role) for role in ("console", "seat", "stage", "operator"))


async def test_a_seat_has_two_acts_a_second_and_ten_at_once(desk: Desk, clock: HandClock) -> None:
    """What comes first is `busy`, for it is certain that it was not carried out; sent again, it is `unsettled`."""
    command = Withdraw(RequestId("r1"))
    burst = int(ACTS["seat"].burst)
    assert "busy" not in [await desk.do(BRAZIL, command) for _ in range(burst)]
    assert await desk.do(BRAZIL, command) == "busy"
    assert await desk.do(BRAZIL, command, again=True) == "unsettled"
    assert desk.tally.total["acts_over_limit"] == 2
    assert desk.journal.forbidden == []
    assert await desk.do(seat("MX"), Ask(SeatId("MX"))) != "busy"
    clock.wait(1_000)
    assert [await desk.do(BRAZIL, command) == "busy" for _ in range(3)] == [False, False, True]


async def test_a_rehearsal_is_not_throttled(desk: Desk, clock: HandClock) -> None:
    """At speed 60 a real second has a minute's worth of acts."""
    await desk.do(CHAIR, Rehearse(60))
    command = Withdraw(RequestId("r1"))
    for _ in range(60):
        clock.wait(10)  # real milliseconds: 0.6 s of the session
        assert await desk.do(BRAZIL, command) != "busy"


async def test_a_console_has_no_limit(desk: Desk) -> None:
    """The chair is never kept out by her own hand."""
    answers = [await desk.do(CHAIR, ShowMessage(str(n))) for n in range(200)]
    assert set(answers) == {"accepted"}
    assert isinstance(
        await desk.commands.answer(
            CHAIR, {"id": "command-x", "command": {"type": "show_message", "text": "1"}}
        ),
        Accepted,
    )


async def calls_of_an_act(desk: Desk, fanout: Fanout) -> int:
    """How many functions one act of the chair calls, with what everybody who looks on is sent: the least of some.

    A machine that does other work changes no such number.
    """
    least = sys.maxsize
    for number in range(8):
        called = 0

        def count(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal called
            called += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            assert await desk.do(CHAIR, ShowMessage(str(number))) == "accepted"
            fanout.publish(desk.session.known)
        finally:
            sys.setprofile(None)
        least = min(least, called)
    return least


async def test_who_asks_and_withdraws_for_long_makes_no_act_slower(desk: Desk, clock: HandClock) -> None:
    """4,000 entries of one seat, within its limit: each of the chair's acts calls as much as before, and the state and
    what is sent to who comes in are as large (R13).
    """
    await desk.do(CHAIR, OPEN)
    fanout = watched(desk.session.known)
    size, before = len(fanout.current("console").whole("")), await calls_of_an_act(desk, fanout)
    for number in range(1, 2_001):
        clock.wait(1_000)
        assert await desk.do(BRAZIL, Ask(SeatId("BR"))) == "accepted"
        assert await desk.do(BRAZIL, Withdraw(RequestId(f"r{number}"))) == "accepted"
    assert desk.session.state.seq > 4_000
    assert 500 < await calls_of_an_act(desk, fanout) < 1.1 * before
    assert len(desk.session.state.requests) == 0
    assert len(fanout.current("console").whole("")) < size + 100
