"""The server's clock, driven by sources that stand still until told."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.clock import Clock, awake_and_asleep_ns

MS = 1_000_000
NOON_MS = 1_790_000_000_000


class Sources:
    """The system clock and the monotonic clock of a machine; nanoseconds."""

    def __init__(self) -> None:
        self.wall_ns = NOON_MS * MS
        self.mono_ns = 5_000 * MS

    def pass_ms(self, ms: int) -> None:
        """Let real time pass."""
        self.wall_ns += ms * MS
        self.mono_ns += ms * MS

    def clock(self, rate: float = 1.0) -> Clock:
        """A clock on these sources."""
        return Clock(rate, wall=lambda: self.wall_ns, mono=lambda: self.mono_ns)


@pytest.fixture
def sources() -> Sources:
    """A machine whose clock says noon."""
    return Sources()


def test_now_starts_at_the_system_clock_and_runs_on(sources: Sources) -> None:
    """`now` is the system clock's time at the start plus the real time since."""
    clock = sources.clock()
    assert clock.now_ms() == NOON_MS
    sources.pass_ms(1_234)
    assert clock.now_ms() == NOON_MS + 1_234


@pytest.mark.parametrize("step_ms", [3_600_000, -3_600_000])
def test_a_step_of_the_system_clock_is_told_but_not_taken(sources: Sources, step_ms: int) -> None:
    """The system clock jumps an hour: `now` runs on as before, `step_ms` says how far it jumped."""
    clock = sources.clock()
    sources.pass_ms(500)
    sources.wall_ns += step_ms * MS
    sources.pass_ms(500)
    assert clock.now_ms() == NOON_MS + 1_000
    assert clock.step_ms() == step_ms


def test_without_a_step_there_is_none_to_tell(sources: Sources) -> None:
    """Time that merely passes is not a step, nor is session time that a rate or the last event moved."""
    clock = sources.clock(rate=10)
    clock.not_before(NOON_MS + 90_000)
    clock.set_rate(20)
    sources.pass_ms(60_000)
    assert clock.step_ms() == 0


def test_time_runs_on_from_the_last_event_when_the_system_clock_is_behind_it(sources: Sources) -> None:
    """Five minutes behind the last event: `now` starts at the event and moves at once, it does not wait."""
    clock = sources.clock()
    sources.pass_ms(100)
    assert clock.not_before(NOON_MS + 300_100) == 300_000
    assert clock.now_ms() == NOON_MS + 300_100
    sources.pass_ms(20)
    assert clock.now_ms() == NOON_MS + 300_120


def test_an_event_of_the_past_does_not_move_the_clock(sources: Sources) -> None:
    """A replay of old events leaves `now` alone, to the fraction of a millisecond."""
    clock = sources.clock()
    sources.mono_ns += 999_999
    assert clock.not_before(NOON_MS - 86_400_000) == 0
    assert clock.not_before(NOON_MS) == 0
    sources.mono_ns += 1
    assert clock.now_ms() == NOON_MS + 1


def test_a_rehearsal_runs_at_its_rate(sources: Sources) -> None:
    """At rate 60 a real second is a minute of session time; real time is measured as ever."""
    clock = sources.clock(rate=60)
    before_ms = clock.real_ms()
    sources.pass_ms(1_000)
    assert clock.rate == 60
    assert clock.now_ms() == NOON_MS + 60_000
    assert clock.real_ms() - before_ms == pytest.approx(1_000)


def test_a_new_rate_does_not_make_the_clock_jump(sources: Sources) -> None:
    """What passed at the old rate stays as it was; only what comes runs at the new one."""
    clock = sources.clock()
    sources.pass_ms(10_000)
    clock.set_rate(5)
    assert clock.now_ms() == NOON_MS + 10_000
    sources.pass_ms(1_000)
    assert clock.now_ms() == NOON_MS + 15_000
    clock.set_rate(1)
    sources.pass_ms(1_000)
    assert clock.now_ms() == NOON_MS + 16_000


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf")])
def test_a_rate_that_stops_or_turns_time_is_refused(sources: Sources, rate: float) -> None:
    """Rates of 0, below 0, or no number at all are errors, and the clock keeps the rate it had."""
    with pytest.raises(ValueError, match="above 0"):
        sources.clock(rate)
    clock = sources.clock(2)
    with pytest.raises(ValueError, match="above 0"):
        clock.set_rate(rate)
    assert clock.rate == 2


def common(sources: Sources, at_ms: float) -> float:
    """What `steer` is told where the common time is `at_ms` now."""
    return at_ms - sources.mono_ns / MS


@pytest.mark.parametrize("off_ms", [-300_000, -40, 40, 300_000])
def test_before_anybody_is_told_the_time_the_clock_is_set(sources: Sources, off_ms: int) -> None:
    """At the start `now` leaps to the common time, be it ahead or behind."""
    clock = sources.clock()
    clock.steer(common(sources, NOON_MS + off_ms), leap=True)
    assert clock.now_ms() == NOON_MS + off_ms
    sources.pass_ms(1_000)
    assert clock.now_ms() == NOON_MS + off_ms + 1_000


@pytest.mark.parametrize(("off_ms", "after_1_s_ms"), [(40, 1_040), (-40, 960), (200, 1_050), (-200, 950)])
def test_what_a_clock_is_off_is_made_up_for_slowly(sources: Sources, off_ms: int, after_1_s_ms: int) -> None:
    """It does not jump, and is at most a twentieth faster or slower, until it is right; then it runs as ever."""
    clock = sources.clock()
    clock.steer(common(sources, NOON_MS + off_ms))
    assert clock.now_ms() == NOON_MS
    sources.pass_ms(1_000)
    assert clock.now_ms() == NOON_MS + after_1_s_ms
    sources.pass_ms(9_000)
    assert clock.now_ms() == NOON_MS + off_ms + 10_000


def test_a_clock_far_behind_is_moved_ahead_at_once(sources: Sources) -> None:
    """A machine that was frozen for a minute; one that is far ahead is only slowed down."""
    clock = sources.clock()
    clock.steer(common(sources, NOON_MS + 60_000))
    assert clock.now_ms() == NOON_MS + 60_000
    clock.steer(common(sources, NOON_MS))
    assert clock.now_ms() == NOON_MS + 60_000
    sources.pass_ms(60_000)
    assert clock.now_ms() == NOON_MS + 60_000 + 57_000


def test_an_entry_from_a_clock_that_is_ahead_does_not_lead_astray(sources: Sources) -> None:
    """Now is moved ahead to the entry, and then runs slower until the common time has come up."""
    clock = sources.clock()
    clock.steer(common(sources, NOON_MS), leap=True)
    assert clock.not_before(NOON_MS + 500) == 500
    assert clock.now_ms() == NOON_MS + 500
    sources.pass_ms(5_000)
    assert clock.now_ms() == NOON_MS + 500 + 4_750
    sources.pass_ms(15_000)
    assert clock.now_ms() == NOON_MS + 20_000


def test_steering_tells_nothing_of_the_system_clock(sources: Sources) -> None:
    """A step of the machine's clock is told as ever, and no step where the clock was only steered."""
    clock = sources.clock()
    clock.steer(common(sources, NOON_MS + 300_000), leap=True)
    sources.pass_ms(1_000)
    assert clock.step_ms() == 0
    sources.wall_ns += 3_600_000 * MS
    assert clock.step_ms() == 3_600_000


def test_clocks_of_a_rehearsal_agree_whenever_they_learn_of_it(sources: Sources) -> None:
    """One hears of the rate an hour after the other: both are as far from the first entry as the rate says."""
    first, second = sources.clock(), sources.clock()
    first.steer(common(sources, NOON_MS), leap=True)
    second.steer(common(sources, NOON_MS), leap=True)
    first.set_rate(60, NOON_MS)
    sources.pass_ms(3_600_000)
    second.set_rate(60, NOON_MS)
    assert first.now_ms() == second.now_ms() == NOON_MS + 60 * 3_600_000
    second.steer(common(sources, NOON_MS + 3_600_040))
    sources.pass_ms(1_000)
    assert second.now_ms() - first.now_ms() == 60 * 40


acts = st.one_of(
    st.tuples(st.just("pass"), st.integers(0, 10**12)),
    st.tuples(st.just("step"), st.integers(-(10**18), 10**18)),
    st.tuples(st.just("rate"), st.floats(0.01, 1_000)),
    st.tuples(st.just("not_before"), st.integers(-(10**7), 10**7)),
    st.tuples(st.just("steer"), st.floats(-1e7, 1e7)),
)


@given(st.lists(acts, max_size=30))
def test_now_never_goes_back(done: list[tuple[str, float]]) -> None:
    """Whatever happens to the system clock, the rate, the last event and the common time, `now` never falls."""
    sources = Sources()
    clock = sources.clock()
    seen = [clock.now_ms()]
    for act, amount in done:
        if act == "pass":
            sources.mono_ns += int(amount)
        elif act == "step":
            sources.wall_ns += int(amount)
        elif act == "rate":
            clock.set_rate(amount, NOON_MS)
        elif act == "steer":
            clock.steer(common(sources, NOON_MS + amount))
        else:
            clock.not_before(NOON_MS + int(amount))
        seen.append(clock.now_ms())
    assert all(earlier <= later for earlier, later in itertools.pairwise(seen))


def test_the_sources_of_a_real_clock_agree() -> None:
    """Made without sources, a clock reads the machine's own: no step is seen, and time does not fall."""
    clock = Clock()
    first_ns, first_ms = awake_and_asleep_ns(), clock.now_ms()
    assert abs(clock.step_ms()) < 1_000
    assert clock.now_ms() >= first_ms > NOON_MS // 2
    assert awake_and_asleep_ns() >= first_ns
