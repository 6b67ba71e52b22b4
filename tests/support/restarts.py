"""Restarts at every entry: what a node that begins now reads from its journal is what the live one knows.

    python -m tests.support.restarts --acts 10000 --journal sqlite
    python -m tests.support.restarts --acts 10000 --journal redis

Random sessions by all actors (chair, deputy, stage, phones; freezes, guests, substitutes, undos and take-overs among
their acts), each stored in a real journal as it happens. After every act another replica reads the journal from its
first entry, as after a restart with another configuration file; state, pictures, undo list and all views must be
those of the live one, byte for byte. Prints one line; exit code 1 at the first difference, named.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from server.config import differences
from server.dialogue.decider import Known
from server.dialogue.derived.seats import all_seats
from server.dialogue.model.register import Prepared, people_in
from server.dialogue.rooms.session import Created
from server.journal.codec import stored_form
from server.journal.port import Journal
from server.journal.redis import RedisJournal
from server.journal.sqlite import SqliteJournal
from server.session.replica import Fold
from server.wire.project import project
from tests.support.plain import plain
from tests.support.play import Play
from tests.support.random_session import PREPARED, step
from tests.support.redis_server import RedisServer

SESSION: Final = 150
"""Entries of one session: reading it anew at each of them is as much work as folding 11,000."""


def told(known: Known) -> bytes:
    """All that is known and all that anybody sees of it."""
    projection = project(*known)
    audiences = ["public", "screens", "stage", "podium", "console"]
    seats = [
        one.id for one in all_seats(known.state) if one.party in {"BR", "MX", "youth"} or "guest" in one.id
    ]
    views = {audience: projection.view(audience) for audience in (*audiences, *(f"seat:{s}" for s in seats))}
    return msgspec.json.encode([plain(known), views])


def edited(began: Prepared, rng: random.Random) -> tuple[Prepared, str]:
    """A file that somebody has edited since, and the key that differs by it."""
    setup = began.setup
    lengths, rules = setup.lengths, setup.rules
    edits = (
        (replace(setup, id="another", seats=()), "dialogue.id"),
        (
            replace(setup, lengths=replace(lengths, statement_ms=lengths.statement_ms + 1_000)),
            "lengths.statement",
        ),
        (replace(setup, rules=replace(rules, order="balanced")), "rules.order"),
        (replace(setup, rules=replace(rules, undo_depth=rules.undo_depth + 1)), "rules.undo_depth"),
        (replace(setup, screens=setup.screens[1:]), "screens"),
        (replace(setup, themes=setup.themes[::-1]), "themes"),
    )
    other, key = rng.choice(edits)
    return Prepared(other, began.people), key


async def restarted(journal: Journal, rng: random.Random) -> Known:
    """What a node that begins now knows; its file is another one than that with which the journal was begun.

    Raises AssertionError where the key that differs would not be named.
    """
    first = await anext(aiter(journal.read()))
    began = first.entry.events[0]
    assert isinstance(began, Created)
    register = people_in(await journal.records())
    file, key = edited(Prepared(began.setup, register), rng)
    fold = Fold(file)
    await fold.take_all(journal.read())
    fold.look(register)
    named = differences(file, Prepared(fold.known.state.setup, fold.known.state.people))
    assert any(one.startswith(key) for one in named), f"{key} is not among {named}"
    return fold.known


async def session(journal: Journal, seed: int, acts: int) -> int:
    """One random session of so many acts; returns how many entries were compared. Raises AssertionError."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    play, stored, head = Play(*PREPARED[seed % 2]), 0, (0, "")
    (lambda: None, play.to_interventions, play.to_exchange)[seed % 3]()
    while stored < acts:
        await journal.keep(play.records)
        for entry in play.entries[stored:]:
            saved = stored_form(replace(entry, prev=head[1]))
            await journal.append(*head, saved)
            head, stored = (entry.seq, saved.hash), stored + 1
        if stored:
            assert told(await restarted(journal, rng)) == told(play.known), f"seed {seed}, entry {stored}"
        before = stored
        while len(play.entries) == before:
            step(play, rng)
    return stored


async def run(kind: str, acts: int, seed: int) -> int:
    """Random sessions until so many entries were compared; returns how many. Raises AssertionError."""
    compared = 0
    with tempfile.TemporaryDirectory() as scratch:
        server = RedisServer(Path(scratch))
        if kind == "redis":
            server.start()
        try:
            while compared < acts:
                name = f"restarts-{seed}"
                opening = (
                    RedisJournal.open(server.url, name)
                    if kind == "redis"
                    else SqliteJournal.open(Path(scratch) / name)
                )
                journal: Journal = await opening
                compared += await session(journal, seed, min(SESSION, acts - compared))
                seed += 1
                await journal.close()
        finally:
            server.kill()
    return compared


def main() -> None:
    """Compare, and say how many entries held."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--acts", type=int, default=10_000)
    parser.add_argument("--journal", choices=("sqlite", "redis"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    try:
        compared = asyncio.run(run(options.journal, options.acts, options.seed))
    except AssertionError as difference:
        sys.exit(f"not what was live: {difference}")
    sys.stdout.write(f"{compared} restarts on {options.journal}: each gave what was live\n")


if __name__ == "__main__":
    main()
