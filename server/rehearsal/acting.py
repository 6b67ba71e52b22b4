"""How simulated people act: they look at their view, wish, wait for the moment, and press."""

from collections.abc import Iterator
from typing import NamedTuple

from server.dialogue.commands import Command
from server.rehearsal.client import Client
from server.rehearsal.tempo import Tempo
from server.wire.messages import Accepted, Answer
from server.wire.patch import View


class Wish(NamedTuple):
    """What somebody would do, and when (dialogue ms). Each `key` is acted on once."""

    at_ms: float
    key: str
    command: Command


class Person:
    """Somebody at a face. What they do follows from what they see, their part, and the clock."""

    sees_own_acts = False
    """Whether each act changes their view: they wait for that before they look for the next."""

    def __init__(self) -> None:
        self.done: set[str] = set()
        self._since: dict[str, float] = {}

    def wishes(self, view: View, now_ms: float) -> Iterator[Wish]:
        """Yield all that this view makes them want to do, now or later."""
        raise NotImplementedError

    def answered(self, wish: Wish, answer: Answer) -> None:
        """Hear what became of an act. A refusal is nothing to worry about: somebody was faster."""

    def since(self, what: str, now_ms: float) -> float:
        """When they first saw `what`."""
        return self._since.setdefault(what, now_ms)


async def perform(client: Client, person: Person, tempo: Tempo) -> None:
    """Let a person act until the dialogue is closed. Raises `NoAnswer`, and what `answered` raises."""
    while client.view["session"]["step"]["phase"] != "closed":
        now_ms = tempo.now_ms()
        wishes = (wish for wish in person.wishes(client.view, now_ms) if wish.key not in person.done)
        wish = min(wishes, default=None, key=lambda wish: wish.at_ms)
        if wish is None:
            await client.told()
        elif wish.at_ms > now_ms:
            await client.told(tempo.real_s(wish.at_ms - now_ms))
        else:
            person.done.add(wish.key)
            answer = await client.send(wish.command)
            person.answered(wish, answer)
            if person.sees_own_acts and isinstance(answer, Accepted):
                await client.at_least(answer.seq)
