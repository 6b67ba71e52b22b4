"""What Redis answers, read: rows of the Stream, and what an error means to an operator."""

from redis.exceptions import BusyLoadingError, ResponseError

from server.journal.chain import Row
from server.journal.port import NotSaved, Unreachable
from server.journal.redis_line import Command, Line, Lost, Reply


async def told(line: Line, *commands: Command) -> list[Reply]:
    """Return the answers to commands that change nothing. Raises `Unreachable`, for an error answer as well."""
    try:
        replies = await line.ask_twice(*commands)
    except Lost as error:
        raise Unreachable(str(error)) from error
    for reply in replies:
        if isinstance(reply, ResponseError):
            raise Unreachable(str(reply)) from reply
    return replies


def rows_of(found: Reply) -> list[Row]:
    """Return rows of the Stream; one that is not written as an entry has a number that cannot follow."""
    rows: list[Row] = []
    for place, fields in found:
        number, _, rest = place.partition(b"-")
        pairs = dict(zip(fields[::2], fields[1::2], strict=False))
        seq = int(number) if rest == b"0" else -1
        rows.append((seq, pairs.get(b"body", b""), pairs.get(b"hash", b"").decode(errors="replace")))
    return rows


def not_saved(error: ResponseError) -> NotSaved:
    """Return what an error answer means to an operator. The script has written nothing."""
    text = str(error)
    if isinstance(error, BusyLoadingError):
        return Unreachable("Redis is loading its file; it will go on by itself")
    if "NOREPLICAS" in text or "Not enough good replicas" in text:
        return NotSaved("the replica of Redis is not there. Start it: the journal then goes on by itself")
    if text.startswith("OOM") or "OOM" in text:
        return NotSaved("the memory that Redis may use is full. Raise maxmemory: the journal then goes on")
    if "MISCONF" in text:
        return NotSaved(f"Redis cannot write its file ({text}). Make room on its disk")
    return NotSaved(f"Redis refused it ({text})")
