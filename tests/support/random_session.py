"""Random sessions on the pure core: what the chair would do next, undone acts, and anything by anybody."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from server.dialogue.model.ids import Actor
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Prepared
from server.dialogue.model.state import Event
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import SetScene
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from tests.support.play import CHAIR, DEPUTY, OBSERVER, OPERATOR, Play, seat, shipped, with_people
from tests.support.random_commands import MAKERS, Pick, any_command

STAGE = Actor("stage")
ACTORS = (
    CHAIR,
    CHAIR,
    CHAIR,
    DEPUTY,
    OBSERVER,
    seat("BR"),
    seat("MX"),
    seat("youth-1"),
    seat("workers-2"),
    seat("HT"),
)
MOVES = ("open", "start_round", "start_exchange", "finish_exchange", "close", "reopen")


SEAT_CHANGES: dict[str, dict[str, Any]] = {
    "BR": {"consecutive": True},
    "youth-1": {"consecutive": True},
    "MX": {"time_factor": 1.5},
}


def unusual() -> Prepared:
    """The shipped one with interpreted seats and with every choice of the rules that opens a way of its own."""
    setup = shipped().setup
    rules = msgspec.structs.replace(
        setup.rules,
        unheard="written",
        requests_per_seat=2,
        follow_ups=2,
        rights_of_reply=3,
        places_down=1,
        groups_raise_points=True,
    )
    other = with_people(shipped(), SEAT_CHANGES)
    return other._replace(setup=msgspec.structs.replace(other.setup, rules=rules))


PREPARED = (shipped(), unusual())


def presiding(play: Play) -> Actor:
    """The console that presides."""
    return Actor("console", play.state.console.removeprefix("console:"))


def act(play: Play, rng: random.Random) -> None:
    """What the chair would do next, an undo of anything, a seat that asks, or anything by anybody."""
    chance = rng.random()
    if chance < 0.35:
        suggestion = project(*play.known).view("console").get("primary")
        if suggestion and (suggestion["act"] not in MOVES or rng.random() < 0.2):
            play.do(msgspec.convert(suggestion["command"], AnyCommand), presiding(play))
    elif chance < 0.45:
        done = [a.seq for a in play.state.acts if not a.overtaken_by]
        play.do(Undo(rng.choice(done) if done else 1), presiding(play))
    elif chance < 0.6:
        asking = MAKERS[Ask](Pick(play.state, rng))
        assert isinstance(asking, Ask)
        play.do(asking, seat(asking.seat))
    elif chance < 0.65:
        play.do(MAKERS[SetScene](Pick(play.state, rng)), rng.choice((STAGE, presiding(play))))
    elif chance < 0.66:
        play.do(MAKERS[ErasePerson](Pick(play.state, rng)), OPERATOR)
    elif isinstance(command := any_command(play.state, rng), MoveStep) and rng.random() < 0.7:
        return
    else:
        play.do(command, presiding(play) if chance < 0.85 else rng.choice(ACTORS))


def step(play: Play, rng: random.Random) -> Event | None:
    """One attempt, after a while. None: refused, or nothing done."""
    play.wait(rng.choice((0, 1, 900, 20_000, 70_000)))
    seq = play.state.seq
    try:
        act(play, rng)
    except Refused:
        return None
    return play.entries[-1].events[0] if play.state.seq > seq else None


def random_session(rng: random.Random, steps: int) -> Play:
    """A session of `steps` attempts, begun before the opening, in the interventions, or in the exchange."""
    play = Play(*rng.choice(PREPARED))
    rng.choice((lambda: None, play.to_interventions, play.to_exchange))()
    for _ in range(steps):
        step(play, rng)
    return play
