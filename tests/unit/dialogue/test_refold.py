"""Folding many entries at once gives what folding them one by one gives."""

import random
from itertools import pairwise

import msgspec
import pytest

from server.dialogue import commands as cmd
from server.dialogue.actor import Actor
from server.dialogue.entry import Entry
from server.dialogue.evolve import evolve, initial
from server.dialogue.ids import RequestId
from server.dialogue.refold import advance
from server.dialogue.refusals import Refused
from server.dialogue.state import State
from tests.support.anything import MAKERS, Pick
from tests.support.play import CHAIR, Play, seat


def played(seed: int, tries: int) -> Play:
    """A dialogue of random acts, many of them undone, half of those of phones."""
    play, rng = Play(), random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    play.to_exchange()
    kinds = [kind for kind in MAKERS if kind not in {cmd.MoveStep, cmd.Reopen, cmd.Rehearse}]
    for _ in range(tries):
        play.wait(rng.randrange(20_000))
        command = MAKERS[rng.choice([*kinds, cmd.Undo, cmd.Undo])](Pick(play.state, rng))
        actor: Actor = seat(command.seat) if isinstance(command, cmd.Ask) else CHAIR
        try:
            play.do(command, actor)
        except Refused:
            continue
    return play


def folded(play: Play, entries: list[Entry]) -> State:
    """One by one."""
    state = initial(play.setup)
    for entry in entries:
        state = evolve(state, entry)
    return state


@pytest.mark.parametrize("seed", range(6))
def test_many_at_once_are_the_same_as_one_by_one(seed: int) -> None:
    """Random acts, undone ones among them, cut into random pieces: the same state after each piece, acts included."""
    play = played(seed, 1_500)
    rng = random.Random(seed)  # noqa: S311 - as above
    entries = play.entries
    assert len(entries) > 200
    cuts = [0, *sorted(rng.sample(range(1, len(entries)), 4)), len(entries)]
    state = initial(play.setup)
    for start, end in pairwise(cuts):
        state = advance(state, entries[start:end])
        assert state == folded(play, entries[:end])
    assert state == play.state


def test_few_acts_among_many_entries_are_all_remembered() -> None:
    """Behind the chair's acts come hundreds of entries of phones: what may be undone is found far back."""
    play = Play()
    play.to_exchange()
    for number in range(500):
        name = ("BR", "MX", "HT")[number % 3]
        request = RequestId(play.ask(name))
        play.do(cmd.Withdraw(request), seat(name))
    assert len(play.state.acts) > 0
    assert advance(initial(play.setup), play.entries) == play.state


def test_the_state_that_was_there_before_stays_as_it_was() -> None:
    """Only what nobody else holds is changed in place: the state one starts from is unchanged afterwards."""
    play = Play()
    play.to_exchange()
    for name in ("BR", "MX"):
        play.speak(cmd.RequestTarget(RequestId(play.ask(name))))
    before, count = play.state, len(play.entries)
    bytes_before = msgspec.json.encode(before)
    for _ in range(60):
        play.speak(cmd.RequestTarget(RequestId(play.ask("HT"))))
    after = advance(before, play.entries[count:])
    assert msgspec.json.encode(before) == bytes_before
    assert (after, type(after.statements)) == (play.state, dict)
