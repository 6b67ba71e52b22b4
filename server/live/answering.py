"""A command as it came in, to its answer: the same by socket and by HTTP, same refusals, each id once."""

from server.dialogue.model.ids import Actor
from server.dialogue.model.refusals import Refused
from server.live.incoming import decoded
from server.session import Session
from server.wire.messages import Accepted, Answer, CommandMessage, Refusal


async def answer(session: Session, actor: Actor, message: object) -> Answer:
    """Carry out what `message` asks for, if it is a CommandMessage.

    Nothing is awaited before `submit` has taken the command's place in the queue.
    """
    try:
        wanted = decoded(message, CommandMessage)
    except Refused as refused:
        session.refuse(actor, "?", refused)
        return refusal(refused)
    try:
        return Accepted(seq=await session.submit(actor, wanted.id, wanted.command, again=wanted.again))
    except Refused as refused:
        return refusal(refused)


def refusal(refused: Refused) -> Refusal:
    """Return how a client is told."""
    return Refusal(code=refused.code, about=refused.about)
