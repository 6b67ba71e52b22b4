"""What clients send, by socket or by HTTP: decoded strictly, held to a limit, and carried out. Same refusals for both.

Nothing a client sends is an error of the server. In this order, so that what costs more is asked of fewer: is it a
command at all (`bad_command`; `too_long`: it is, but for a text), does its seat keep to its limit, may its role ever
give it (`Session.submit`); only then does it take a place in the session's queue.
"""

import re
from typing import Final, TypeVar

import msgspec

from server.clock import Clock
from server.dialogue.model.ids import Actor, Role
from server.dialogue.model.refusals import Refused
from server.dialogue.model.text import TEXT_LENGTH
from server.live.admission import Unwelcome, audience_of
from server.live.fanout import Fanout
from server.live.limits import Rate, RateLimiter, Tally
from server.session import Session
from server.wire.messages import WIRE, Answer, CommandMessage, Hello, Refusal

ABOUT_LENGTH: Final = 200
"""So much of what is wrong with a message is sent back and kept."""
ACTS: Final[dict[Role, Rate]] = {"seat": Rate(2, 10), "stage": Rate(5, 30)}
"""Acts of all devices of one link together, in session seconds. Consoles have no limit: the chair is never kept out;
other roles may give no command at all."""

_TOO_LONG: Final = re.compile(
    r"Expected `str` of length <= (?P<limit>\d+) - at `\$\.(?:command\.)?(?P<field>.+)`"
    r"|(?P<cleaned>\w+) is too long"
)
"""How msgspec, and `clean_texts`, say that a text is over its limit: a test goes through all that have one."""

_Message = TypeVar("_Message")


class Commands:
    """Takes commands and answers them."""

    def __init__(self, session: Session, clock: Clock, tally: Tally, fanout: Fanout) -> None:
        self._session = session
        self._fanout = fanout
        self._clock = clock
        self._tally = tally
        self._limiters: dict[Role, RateLimiter[Actor]] = {
            role: RateLimiter(rate) for role, rate in ACTS.items()
        }

    async def answer(self, actor: Actor, message: object) -> Answer:
        """Carry out what `message` asks for, if it is a CommandMessage.

        Nothing is awaited before `submit` has taken the command's place in the queue.
        """
        try:
            wanted = decoded(message, CommandMessage)
        except Refused as refused:
            return refusal(self._session.refuse(actor, "?", refused))
        try:
            self._check_rate(actor, again=wanted.again)
            entry = await self._session.submit(actor, wanted.id, wanted.command, again=wanted.again)
        except Refused as refused:
            return refusal(refused)
        return self._fanout.accepted(audience_of(actor), entry)

    def _check_rate(self, actor: Actor, *, again: bool) -> None:
        """Raise `Refused` if a link asks for too much.

        What was sent for the first time is `busy`: no copy of it is anywhere, so it is certain that it was not
        carried out. What is sent again may have been, and to find out would cost what the limit is there to save:
        `unsettled`, which its sender keeps and asks about later. Never `busy`, which would tell it that it failed.
        """
        limiter = self._limiters.get(actor.role)
        if limiter is not None and not limiter.allows(actor, self._clock.now_ms()):
            self._tally.count("acts_over_limit")
            raise Refused("unsettled" if again else "busy")


def decoded(message: object, kind: type[_Message], *, texts: bool = False) -> _Message:
    """Return a message as what it should be.

    Raises `Refused` with `bad_command`; with `too_long`, the field and its limit, where a text is over it.

    `texts`: its numbers came as text, in the query of an address.
    """
    try:
        return msgspec.convert(message, kind, strict=not texts)
    except msgspec.ValidationError as error:
        if too_long := _TOO_LONG.match(str(error)):
            field, limit = too_long["field"] or too_long["cleaned"], too_long["limit"] or TEXT_LENGTH
            raise Refused("too_long", f"{field}: {limit}") from error
        raise Refused("bad_command", str(error)[:ABOUT_LENGTH]) from error


def refusal(refused: Refused) -> Refusal:
    """Return how a client is told."""
    return Refusal(code=refused.code, about=refused.about)


def first(args: tuple[object, ...]) -> object:
    """Return the message that an event carries: its first argument."""
    return args[0] if args else None


def hello(auth: object) -> Hello:
    """Return what a client says when it connects.

    Raises `Unwelcome`: "reload" for a client of another version, "bad_command" for what makes no sense.
    """
    if isinstance(auth, dict) and auth.get("wire") != WIRE:
        raise Unwelcome("reload")
    try:
        return decoded(auth, Hello)
    except Refused as refused:
        raise Unwelcome("bad_command", refused.about) from refused
