"""Clocks of several nodes, steered by a Redis that is played, on machines whose time passes when told."""

from __future__ import annotations

import asyncio

import pytest

from server.clock import Clock
from server.journal.port import ClockSample, Unreachable
from server.session.clock_sync import ClockSync

MS = 1_000_000
NOON_MS = 1_790_000_000_000.0


class World:
    """Real time, and a Redis that tells it, as far as its clock is right; an answer takes a while."""

    def __init__(self) -> None:
        self.passed_ms = 0.0
        self.run = "first"
        self.wrong_ms = 0.0
        self.gone = False
        self.agreed = ("", 0.0)
        self.way_ms = (1.0, 1.0)
        """There, and back."""
        self.late_answers = 0
        """So many answers take 300 ms longer."""

    async def read_time(self) -> ClockSample:
        if self.gone:
            raise Unreachable("it is gone")
        self.passed_ms += self.way_ms[0]
        sample = ClockSample(NOON_MS + self.passed_ms + self.wrong_ms, self.run, *self.agreed)
        self.passed_ms += self.way_ms[1]
        if self.late_answers:
            self.late_answers -= 1
            self.passed_ms += 300
        await asyncio.sleep(0)
        return sample

    async def agree(self, run: str, shift_ms: float) -> float:
        if self.agreed[0] != run:
            self.agreed = (run, shift_ms)
        return self.agreed[1]

    @property
    def now_ms(self) -> float:
        """What it really is."""
        return NOON_MS + self.passed_ms

    def node(self, wrong_ms: float = 0) -> Node:
        """A machine whose own clock is wrong by so much."""
        return Node(self, wrong_ms)


class Node:
    """A clock and what steers it."""

    def __init__(self, world: World, wrong_ms: float) -> None:
        booted_ms = wrong_ms / 7  # the monotonic clocks of two machines have nothing to do with each other
        self.clock = Clock(
            wall=lambda: int((world.now_ms + wrong_ms) * MS),
            mono=lambda: int((world.passed_ms + booted_ms) * MS),
        )
        self.sync = ClockSync(world, self.clock)

    def off_ms(self, world: World) -> float:
        """How far the clock is off."""
        return self.clock.now_exact_ms() - world.now_ms


@pytest.fixture
def world() -> World:
    """Noon."""
    return World()


async def steered(world: World, *nodes: Node, seconds: int = 1) -> None:
    """So many seconds pass, in each of which each node looks once."""
    for _ in range(seconds):
        world.passed_ms += 1_000
        for node in nodes:
            await node.sync.look()


async def test_nodes_agree_whatever_their_own_clocks_say(world: World) -> None:
    """Minutes apart by themselves, they tell the time of Redis, each from the moment it starts."""
    one, two = world.node(180_000), world.node(-240_000)
    await one.sync.begin()
    await two.sync.begin()
    assert one.off_ms(world) == pytest.approx(0, abs=0.01)
    assert two.off_ms(world) == pytest.approx(0, abs=0.01)


async def test_the_shortest_way_counts(world: World) -> None:
    """Answers that take long, and longer on one way than on the other, do not push the clock about."""
    node = world.node()
    await node.sync.begin()
    world.way_ms = (1.0, 301.0)
    await steered(world, node, seconds=5)
    assert node.off_ms(world) == pytest.approx(0, abs=0.1)


async def test_a_failover_moves_no_clock(world: World) -> None:
    """The next Redis is three minutes ahead: time goes on as it was, and a node that starts then tells the same."""
    one, two = world.node(), world.node()
    await one.sync.begin()
    await two.sync.begin()
    world.run, world.wrong_ms = "second", 180_000
    await steered(world, one, two, seconds=2)
    three = world.node(-60_000)
    await three.sync.begin()
    for node in (one, two, three):
        assert node.off_ms(world) == pytest.approx(0, abs=1)
    world.run, world.wrong_ms = "third", -180_000
    await steered(world, two, three, one, seconds=2)
    for node in (one, two, three):
        assert node.off_ms(world) == pytest.approx(0, abs=2)


async def test_what_was_learned_in_a_busy_moment_shifts_nobody_at_a_failover(world: World) -> None:
    """All that a node heard came late: it is off by half of that, knows it, and does not make it everybody's time."""
    world.way_ms = (1.0, 301.0)
    node = world.node()
    await node.sync.begin()
    assert node.off_ms(world) == pytest.approx(-150, abs=1)
    world.run, world.way_ms = "second", (1.0, 1.0)
    await steered(world, node, seconds=5)
    assert world.agreed == ("second", 0.0)
    assert node.off_ms(world) == pytest.approx(0, abs=1)


async def test_one_late_answer_after_a_failover_moves_no_clock(world: World) -> None:
    """The first that the next Redis says is not all that is listened to."""
    one, two = world.node(), world.node()
    await one.sync.begin()
    await two.sync.begin()
    world.run = "second"
    await steered(world, one)
    world.late_answers = 1
    await two.sync.look()
    world.passed_ms += 1_000
    assert two.off_ms(world) == pytest.approx(0, abs=5)


async def test_who_starts_at_a_failover_leaves_it_to_the_others_to_say_what_time_it_is(world: World) -> None:
    """It cannot know; the others do, and it follows them within its next look."""
    old = world.node()
    await old.sync.begin()
    world.run, world.wrong_ms = "second", 180_000
    new = world.node()
    await new.sync.begin()
    await steered(world, old, new)
    assert old.off_ms(world) == pytest.approx(0, abs=1)
    run, shift_ms = world.agreed
    assert run == "second"
    assert shift_ms == pytest.approx(-180_000, abs=1)


async def test_without_redis_a_clock_runs_on(world: World) -> None:
    """And is steered again when Redis is back."""
    node = world.node()
    await node.sync.begin()
    world.gone = True
    for _ in range(3):
        world.passed_ms += 1_000
        with pytest.raises(Unreachable):
            await node.sync.look()
    assert node.off_ms(world) == pytest.approx(0, abs=0.01)
    world.gone = False
    node.clock.not_before(int(world.now_ms) + 40)
    await steered(world, node, seconds=2)
    assert node.off_ms(world) == pytest.approx(0, abs=1)


async def test_a_node_does_not_start_where_nobody_says_what_time_it_is(world: World) -> None:
    """Its clients would be told another time than those of the other nodes."""
    world.gone = True
    with pytest.raises(Unreachable):
        await world.node().sync.begin()


async def test_a_step_of_the_clock_that_all_follow_is_followed(world: World) -> None:
    """Old samples do not outvote what Redis says from now on: ahead at once, back as slowly as may be."""
    node = world.node()
    await node.sync.begin()
    await steered(world, node, seconds=3)
    world.wrong_ms = 10_000
    await steered(world, node)
    assert node.off_ms(world) == pytest.approx(10_000, abs=1)
    world.wrong_ms = 9_900
    await steered(world, node, seconds=4)
    assert node.off_ms(world) == pytest.approx(9_900, abs=1)
