"""What opening a journal takes: read, verify, fold; and where the time goes.

    python -m tests.load.bench_open [entries] [--repeat 3]

Two journals of that many entries, 100,000 if nothing is said. "acts": the planned end is moved, again and again, so
that each entry depends on the ones before it and the state stays small. "speeches": one speech after the other, each
asked for, called, held, resumed, linked and ended, so that the state grows to thousands of statements, a hundred
times what a dialogue has. Processor time, and the best of the repetitions: a busy machine only ever adds.
"""

import argparse
import asyncio
import gc
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from server.dialogue.decider import Folded, Known, decide, evolve, follow, initial
from server.dialogue.entry import Entry
from server.dialogue.model.ids import PartyId, SeatId
from server.dialogue.model.state import Event, Links, RequestTarget, State, Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import AdjustTime, Hold, Resume
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import Created, Extended, MoveStep
from server.journal.codec import Row, decode, digest, encode
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_file import FILE_NAME, fill
from server.session.replica import Fold
from tests.support.play import CHAIR, shipped

PREPARED = shipped()
SETUP = PREPARED.setup
STATES = [party.id for party in SETUP.parties if party.kind == "state"]


def acts() -> Iterator[tuple[Event, ...]]:
    """The events of one entry after the other."""
    yield (Created(SETUP),)
    while True:
        yield (Extended(planned_end_ms=SETUP.planned_end_ms),)


class Speeches:
    """Plays one speech after the other."""

    def __init__(self) -> None:
        self.known = Known(initial(*PREPARED), {})
        self.now_ms = SETUP.planned_start_ms

    @property
    def state(self) -> State:
        """The state after the last entry."""
        return self.known.state

    def events(self) -> Iterator[tuple[Event, ...]]:
        """The events of one entry after the other."""
        for step in (Step("opening"), Step("interventions", 1), Step("exchange", 1)):
            yield from self._done(MoveStep(self.state.step, step))
        number = 0
        while True:
            number += 1
            yield from self._speech(SeatId(STATES[number % len(STATES)]))

    def _speech(self, seat: SeatId) -> Iterator[tuple[Event, ...]]:
        yield from self._done(Ask(seat))
        request = next(reversed(self.state.requests))
        yield from self._done(Call(RequestTarget(request)))
        statement = self.state.floor
        assert statement is not None
        link = Link(statement, Links(asks=(PartyId("youth"),)))
        held = (Hold(statement, "technical"), Resume(statement))
        for command in (
            Start(statement),
            *held,
            link,
            AdjustTime(statement, 30_000),
            End(statement),
        ):
            yield from self._done(command)

    def _done(self, command: AnyCommand) -> Iterator[tuple[Event, ...]]:
        self.now_ms += 1_000
        events = decide(self.state, command, CHAIR, self.now_ms, {})
        if self.state.seq == 0:
            events = (Created(SETUP), *events)
        entry = Entry(self.state.seq + 1, "", self.now_ms, str(CHAIR), "", "", events, "")
        self.known = follow(self.known, entry)
        yield events


def rows(events: Iterator[tuple[Event, ...]], count: int) -> Iterator[Row]:
    """A whole journal of so many entries, as it is stored."""
    prev = ""
    for seq, happened in enumerate(islice(events, count), 1):
        entry = Entry(
            seq,
            f"{seq:016x}",
            SETUP.planned_start_ms + seq,
            str(CHAIR),
            f"command-{seq:012}",
            f"{seq:032x}",
            happened,
            prev,
        )
        body = encode(entry)
        prev = digest(body)
        yield seq, body, prev


async def opened(folder: Path) -> dict[str, float]:
    """Seconds of processor time to open the journal in a folder as the server does, and without folding it."""
    gc.collect()
    start = time.process_time()
    journal = await SqliteJournal.open(folder)
    gc.disable()  # as the replica does
    async for _ in journal.read():
        pass
    gc.enable()
    read = time.process_time() - start
    start = time.process_time()
    fold = Fold(PREPARED)
    await fold.take_all(journal.read())
    whole = time.process_time() - start
    await journal.close()
    return {"read and verify": read, "read, verify and fold": whole}


def parts(folder: Path) -> dict[str, float]:
    """Seconds of processor time that each thing takes alone, done for all entries at once."""
    taken: dict[str, float] = {}
    gc.disable()  # as the replica does

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.process_time()
        work()
        taken[name] = time.process_time() - start

    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        found: list[Row] = []
        timed(
            "- fetch",
            lambda: found.extend(database.execute("SELECT seq, body, hash FROM entries ORDER BY seq")),
        )
        timed("- quick_check", lambda: database.execute("PRAGMA quick_check(1)").fetchall())
    bodies = [body for _, body, _ in found if isinstance(body, bytes)]
    timed("- hash", lambda: [digest(body) for body in bodies])
    entries: list[Entry] = []
    timed("- decode", lambda: entries.extend(decode(body) for body in bodies))
    timed("- fold", lambda: folded(entries))
    gc.enable()
    return taken


def folded(entries: list[Entry]) -> None:
    """Fold them."""
    state, acts, pictures = Folded(initial(*PREPARED), (), {})
    for entry in entries:
        state, acts, pictures = evolve(state, acts, pictures, entry)


def best(measure: Callable[[], dict[str, float]], repeat: int) -> dict[str, float]:
    """Of each figure the least."""
    results = [measure() for _ in range(repeat)]
    return {name: min(result[name] for result in results) for name in results[0]}


def report(name: str, events: Iterator[tuple[Event, ...]], count: int, repeat: int) -> None:
    """Print one block of figures, in seconds."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        fill(folder / FILE_NAME, rows(events, count))
        megabytes = (folder / FILE_NAME).stat().st_size / 1e6
        sys.stdout.write(f"{count} entries, {name}, {megabytes:.0f} MB\n")
        figures = best(lambda: asyncio.run(opened(folder)), repeat) | best(lambda: parts(folder), repeat)
        for what, seconds in figures.items():
            sys.stdout.write(f"  {what:<24} {seconds:6.3f} s\n")


def main() -> None:
    """Measure both journals."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("entries", nargs="?", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    for name, events in (("acts", acts()), ("speeches", Speeches().events())):
        report(name, events, arguments.entries, arguments.repeat)


if __name__ == "__main__":
    main()
