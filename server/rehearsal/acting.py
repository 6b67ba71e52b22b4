"""How simulated people act: they look at their view, wish, wait for the moment, and press."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import UNSET

from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.floor import Sign
from server.rehearsal.client import Client
from server.rehearsal.clock_estimate import ClockEstimate
from server.rehearsal.errors import RehearsalError
from server.rehearsal.plan import Manner
from server.wire.messages import Accepted, Answer
from server.wire.patch import PlainView
from server.wire.views.floor import Clock, FloorView
from server.wire.views.seat import Me

OVERTAKEN_S: Final = 5.0
"""So long, in real seconds, the change may take that made an act overtaken."""

LATE: Final = ("time_out_of_range",)
"""What the passing of time may make of an act: an hour takes four seconds, and a busy machine acts minutes late."""


class Wish(NamedTuple):
    """What somebody would do, and when (dialogue ms). Each `key` is acted on once."""

    at_ms: float
    key: str
    command: AnyCommand


class Person:
    """Somebody at a face. What they do follows from what they see, their part, and the clock."""

    presides = False

    def __init__(self) -> None:
        self.done: set[str] = set()
        self._since: dict[str, float] = {}

    def wishes(self, view: PlainView, now_ms: float) -> Iterator[Wish]:
        """Yield all that this view makes them want to do, now or later."""
        raise NotImplementedError

    def since(self, what: str, now_ms: float) -> float:
        """When they first saw `what`."""
        return self._since.setdefault(what, now_ms)


async def perform(client: Client, person: Person, estimate: ClockEstimate) -> None:
    """Let a person act until the dialogue is closed. Raises `RehearsalError`.

    A refusal is nothing to worry about for a seat: somebody was faster, or the chair had other plans.
    """
    while client.view["session"]["step"]["phase"] != "closed":
        now_ms = estimate.now_ms()
        wishes = (wish for wish in person.wishes(client.view, now_ms) if wish.key not in person.done)
        wish = min(wishes, default=None, key=lambda wish: wish.at_ms)
        if wish is None:
            await client.told()
        elif wish.at_ms > now_ms:
            await client.told(estimate.real_s(wish.at_ms - now_ms))
        else:
            person.done.add(wish.key)
            seen = client.as_of
            answer = await client.do(wish.command)
            if person.presides:
                await _reconcile(client, wish, answer, seen)
                if not isinstance(answer, Accepted) and answer.code not in LATE:
                    person.done.discard(wish.key)  # overtaken: what is seen now may call for it again


async def _reconcile(client: Client, wish: Wish, answer: Answer, seen: str) -> None:
    """Whoever presides waits to see what the act did, and is refused only where something else came first.

    Raises `RehearsalError` if the console offered what may not be done.
    """
    if isinstance(answer, Accepted):
        await client.reached(answer)
        return
    if answer.code in LATE:
        return
    if client.as_of == seen:
        await client.told(OVERTAKEN_S)
    if client.as_of == seen:
        raise RehearsalError(
            f"{client.name} was refused {wish.command}: {answer.code} {answer.about}".rstrip()
        )


def left_at(clock: Clock, left_ms: float) -> float:
    """The instant at which so much of the time is left, as far as the clock runs on; it must have started."""
    started_ms = 0 if clock.started_at_ms is UNSET else clock.started_at_ms
    return started_ms + clock.held_for_ms + clock.length_ms - left_ms


def signs(floor: FloorView, me: Me, manner: Manner, part_of: float = 1.0) -> Iterator[Wish]:
    """Yield the signals of a speaker who has the floor and means to use `part_of` the time, in their manner."""
    if floor.status == "called":
        ready_ms = floor.called_at_ms + manner.ready_ms
        yield Wish(ready_ms, f"ready {floor.statement} {floor.called_at_ms}", Sign(floor.statement, "ready"))
    elif floor.status == "speaking" and me.signal != "finished":
        at_ms = left_at(floor.clock, floor.clock.length_ms * (1 - manner.share * part_of))
        yield Wish(at_ms, f"finished {floor.statement}", Sign(floor.statement, "finished"))
