"""Acts from the command line: through the server that runs on the data folder, else on the journal itself.

The one who writes a journal in a file has its folder to itself. So a command asks the server that is there, on this
machine and with the operator's key; where none is, it takes the folder's lock and does the act alone.
"""

import asyncio
import secrets
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, NoReturn

import click
import msgspec
from msgspec import Struct

from server import address
from server.access.links import Access
from server.access.secret import SecretError
from server.access.secret import load as load_secret
from server.clock import Clock
from server.config import Config, Unusable
from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.refusals import Code, Refused
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.people import ErasePerson
from server.facts import open_journal, prepared_of, settings_of
from server.journal.port import JournalError
from server.options import config_option, data_option, journal_option
from server.session import Session
from server.wire.messages import CommandMessage

OPERATOR: Final = Actor("operator")
ANSWER_S: Final = 10.0
"""How long a server may take to answer."""
WHY: Final = {
    "overtaken": "Nobody is known there any more: it was done before.",
    "unknown": "There is no such seat.",
    "not_now": "Nothing has been recorded yet: what is known stands in the configuration file.",
    "not_saved": "The journal cannot store it now. Nothing was done.",
}


class _Told(Struct):
    """An Answer, as far as it concerns an operator."""

    answer: str
    code: Code = "failed"
    about: str = ""


@click.command()
@click.argument("seat")
@config_option
@data_option
@journal_option
def erase(seat: str, config: Path, data: Path, journal: str | None) -> None:
    """Forget who sits on SEAT: name, function and factor of time. There is no way back.

    What happened stays in the journal, and the seat keeps its place: faces call it by the party's name. Not erased is
    what people wrote themselves, what older versions wrote into the journal, and what backups hold.
    """
    settings = settings_of(config, journal)
    try:
        carry_out(settings, data, ErasePerson(SeatId(seat)))
    except Refused as refused:
        _fail(WHY.get(refused.code, f"It was refused: {refused.code} {refused.about}"))
    except (SecretError, JournalError) as error:
        _fail(str(error))
    click.echo(
        f"{seat} is erased. Backups that were made before, and texts that people wrote, hold what they held."
    )


def carry_out(settings: Config | Unusable, data: Path, command: AnyCommand) -> None:
    """Do an act, by whoever writes the journal. Raises `Refused`, `SecretError` or `JournalError`."""
    message = CommandMessage(id=secrets.token_hex(8), command=command)
    url = address.noted_here(data)
    if url is not None and _asked(url, Access(load_secret(data)).operator_key, message):
        return
    asyncio.run(_done_here(settings, data, message))


def _asked(url: str, key: str, message: CommandMessage) -> bool:
    """Ask the server at `url`; False where there is none any more. Raises `Refused` or `JournalError`."""
    request = urllib.request.Request(  # noqa: S310 - http to this machine, as the server itself noted it
        f"{url}/api/operator", msgspec.json.encode(message), {"Authorization": f"Bearer {key}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_S) as response:  # noqa: S310 - as above
            told = msgspec.json.decode(response.read(), type=_Told)
    except urllib.error.HTTPError as error:
        raise JournalError(f"The server at {url} refused it: {error.code} {error.read().decode()}") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, ConnectionRefusedError):
            return False  # it was killed, and left its note
        raise JournalError(f"The server at {url} does not answer: {error.reason}") from error
    except OSError as error:  # it was asked, and went silent
        raise JournalError(
            f"The server at {url} does not answer: {error}. Give the command again."
        ) from error
    if told.answer != "accepted":
        raise Refused(told.code, told.about)
    return True


async def _done_here(settings: Config | Unusable, data: Path, message: CommandMessage) -> None:
    journal = await open_journal(settings, data)
    try:
        session = Session(journal, Clock(), await prepared_of(settings, journal))
        await session.open()
        try:
            if session.state.seq == 0:
                raise Refused("not_now", session.state.step.phase)
            await session.submit(OPERATOR, message.id, message.command)
        finally:
            await session.close()
    finally:
        await journal.close()


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
