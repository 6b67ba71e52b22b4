"""The facts of a dialogue: the journal's as soon as it has begun, and until then the configuration file's.

From the file come only operations (`[server]`) once the first act is recorded. A file that says something else does
not stop anybody, nor does one with mistakes: what the program goes by, and what the file no longer does, is said.
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Literal

import structlog
from msgspec.structs import replace

from server.config import Config, Unusable, differences, load_or_rescue, told
from server.dialogue.decider import Known
from server.dialogue.entry import Entry
from server.dialogue.model.register import TOLD, Prepared, Record, people_in
from server.dialogue.model.setup import Setup
from server.dialogue.rooms.session import Created
from server.journal.port import Journal, JournalError
from server.journal.sqlite_check import first_entry, records_in
from server.journal.sqlite_file import FILE_NAME

FileState = Literal["ok", "differs", "unusable"]
"""How the configuration file stands to the facts."""
RESTART: Final = "They count again in a new data folder, or under another dialogue.id."

log = structlog.get_logger(__name__)


class NotBegun(JournalError):
    """A file with mistakes, and no journal that would know better. The message is for an operator."""


def settings_of(file: Path, journal: str | None) -> Config | Unusable:
    """The configuration, or what can be used of it; `journal` is what the command line says, which counts more."""
    settings = load_or_rescue(file)
    if journal is None:
        return settings
    server = replace(settings.server, journal=journal)
    if isinstance(settings, Unusable):
        return settings._replace(server=server, journal_known=True)
    return settings._replace(server=server)


async def open_journal(config: Config | Unusable, data: Path) -> Journal:
    """Open the journal that the configuration names. Raises `JournalError`.

    With a file that cannot be used, only one that has begun: nothing is begun by accident, nor beside another journal.
    """
    from server.journal.sqlite import SqliteJournal  # noqa: PLC0415 - `links` and others read only its first entry

    url = config.server.journal
    check_known(config)
    if url:
        from server.journal.redis import RedisJournal  # noqa: PLC0415 - where there is none, its client is not read

        return await RedisJournal.open(url, await dialogue_of(config))
    if isinstance(config, Unusable) and first_entry(data) is None:
        raise NotBegun(str(config.error))
    return await SqliteJournal.open(data)


async def prepared_of(config: Config | Unusable, journal: Journal) -> Prepared:
    """Return what counts until the journal is read, or where it is empty: the file's; the journal's without a file.

    Raises `JournalError`.
    """
    if isinstance(config, Config):
        return config.prepared
    begun = await _first(journal)
    if begun is None:
        raise NotBegun(str(config.error))
    return begun


def begun_with(config: Config | Unusable, data: Path) -> Prepared | None:
    """Return what the dialogue began with, None before the first act; beside a running server.

    Raises `JournalError`, also where it cannot be asked.
    """
    check_known(config)
    if not config.server.journal:
        entry = first_entry(data)
        return None if entry is None else _created(entry, records_in(data / FILE_NAME))

    async def asked() -> Prepared | None:
        journal = await open_journal(config, data)
        try:
            return await _first(journal)
        finally:
            await journal.close()

    return asyncio.run(asked())


class Facts:
    """What this program goes by, and how its file stands to that; told of each state, it notices a take-over."""

    def __init__(self, config: Config | Unusable, tell: Callable[[str], None] = lambda _: None) -> None:
        """`tell` gets what is for the operator's eyes, in sentences."""
        self._config = config
        self._tell = tell
        self._seen: Setup | None = None
        self.file: FileState = "unusable" if isinstance(config, Unusable) else "ok"

    async def look_beside(self, known: Known) -> None:
        """Before the first act, say which others have begun in that Redis: a slip in dialogue.id begins one more."""
        url = self._config.server.journal
        if known.state.seq > 0 or not url:
            return
        from server.journal.redis import dialogues_at  # noqa: PLC0415 - as above

        if others := await dialogues_at(url):
            log.warning("other dialogues have begun in this Redis", dialogues=others)
            self._tell(
                f"{known.state.setup.id} has not begun. In the same Redis have: {', '.join(others)}. "
                "Is dialogue.id right?"
            )

    def look(self, known: Known, _anew: object = None) -> None:
        """Look at the facts as soon as there are any: at the start, or after the first act, whichever node's it is."""
        if known.state.seq > 0:
            self._look(Prepared(known.state.setup, known.state.people))

    def _look(self, begun: Prepared) -> None:
        """Compare with what counts now, and say what differs, once."""
        if begun.setup is self._seen:
            return
        self._seen = begun.setup
        if any(version.endswith(TOLD) for version in begun.people):
            self._tell(
                "This journal was begun by an older version: its entries hold names, functions and factors of time. "
                "They can be erased from what is shown, but not from the journal, nor from its backups."
            )
        if isinstance(self._config, Unusable):
            self._say_unusable(self._config)
            return
        keys = differences(self._config.prepared, begun)
        self.file = "differs" if keys else "ok"
        if keys:
            log.warning("the journal counts, not the configuration file", differing=list(keys))
            self._tell(f"The journal counts, not the configuration file: {told(keys)}. {RESTART}")

    def _say_unusable(self, config: Unusable) -> None:
        problems = [str(problem) for problem in config.error.problems]
        log.warning("the configuration file cannot be used: the journal counts", problems=problems)
        self._tell(
            f"{config.error}\nThe configuration file cannot be used. The dialogue goes on by its journal, and [server] "
            "by what can be read of it: mend the file before the next start."
        )


def check_known(config: Config | Unusable) -> None:
    """Raise `NotBegun` where it is not certain where the journal is."""
    if isinstance(config, Unusable) and not config.journal_known:
        what = "Where the journal is cannot be read in it: name its Redis with --journal, or mend the file."
        raise NotBegun(f"{config.error}\n{what}")


async def dialogue_of(config: Config | Unusable) -> str:
    """Return the dialogue's id. Where the file does not say, that of the only journal in the Redis.

    Raises `JournalError`.
    """
    if isinstance(config, Config):
        return config.setup.id
    if config.dialogue:
        return config.dialogue
    from server.journal.redis import dialogues_at  # noqa: PLC0415 - as above

    found = await dialogues_at(config.server.journal)
    if len(found) != 1:
        raise NotBegun(f"{config.error}\nWhich dialogue it is cannot be read in it: mend dialogue.id.")
    return found[0]


async def _first(journal: Journal) -> Prepared | None:
    reading = journal.read()
    try:
        async for saved in reading:
            return _created(saved.entry, await journal.records())
    finally:
        await reading.aclose()
    return None


def _created(entry: Entry, records: Iterable[Record]) -> Prepared | None:
    first = entry.events[0]
    return Prepared(first.setup, people_in(records) | first.told) if isinstance(first, Created) else None
