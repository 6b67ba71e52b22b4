"""The golden journals: for each format of the journal a real one, with every kind of event, and what it folds to.

    python -m tests.support.golden          a golden journal for the present `codec.FORMAT`, where there is none yet
    python -m tests.support.golden --more   one more of the same format, with the kinds of event that are in none yet
    python -m tests.support.golden --forms  the form of every kind of event, where one was added
    python -m tests.support.golden --state  what the journals fold to, again, where a field of the state was renamed

They lie in tests/data. A journal that was released is never made again: such journals exist, and must be read for ever.
The player draws commands at random, from a fixed seed, and carries out the one whose events were seen least so far.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from server.dialogue.decider import decide, replay
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor, PartyId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import People, Prepared, people_in
from server.dialogue.registry import EVENTS, AnyCommand
from server.dialogue.rooms.floor import Sign
from server.dialogue.rooms.issues import MarkIssue, MergeIssue
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.journal.codec import FORMAT, Row, digest, encode
from server.journal.sqlite_check import reading, records_in, saved_in
from server.journal.sqlite_file import fill
from server.journal.sqlite_register import rows_of
from tests.support.plain import plain
from tests.support.play import CHAIR, DEPUTY, OPERATOR, Play, seat, shipped, with_people
from tests.support.random_commands import MAKERS, Pick

FOLDER: Final = Path(__file__).parents[1] / "data"
KINDS: Final = {kind.__name__: kind for kind in EVENTS}
OLDER: Final = frozenset({"ActionTold"})
"""Said in journals of older formats alone: no command leads there."""
FORMS: Final = FOLDER / f"events-format-{FORMAT}.json"
SEED: Final = 20120413
DRAWN: Final = 200
"""Commands from which each one is chosen."""
STAYS: Final = 0.97
"""How often a step of the dialogue is not left although it was drawn."""
LIMIT: Final = 1_200
"""Entries after which the player begins again with another seed."""
TRIES: Final = 80
PARTS: Final = 6
"""States that are kept of each journal: what an event did is often overwritten by a later one."""


def journals() -> list[Path]:
    """The golden journals, of all formats."""
    return sorted(FOLDER.glob("journal-format-*.sqlite3"))


def forms() -> dict[str, Any]:
    """What each kind of event, and each thing in it, consists of: fields, words, defaults; as JSON Schema."""
    _, found = msgspec.json.schema_components(EVENTS, ref_template="#/$defs/{name}")
    for form in found.values():
        form.pop("description", None)
    return dict(json.loads(json.dumps(found)))


def state_of(journal: Path) -> Path:
    """Where it stands what that journal folds to."""
    return journal.with_suffix(".state.json")


def people_in_file(journal: Path) -> People:
    """Who its register says they are; of older formats the entries themselves do."""
    return people_in(records_in(journal))


def entries_in(journal: Path) -> list[Entry]:
    """Its entries, verified, as the present version reads them. Raises `Broken`."""
    with reading(journal) as database:
        return [saved.entry for saved in saved_in(journal, database)]


def kinds_in(entries: list[Entry]) -> set[str]:
    """The kinds of events in them."""
    return {type(event).__name__ for entry in entries for event in entry.events}


def folded(entries: list[Entry], people: People) -> Any:
    """What they fold to, as JSON: the whole state at the end, and, by seq, without the set-up, on the way there."""
    ends = [len(entries) * part // PARTS for part in range(1, PARTS + 1)]
    states = {str(end): plain(replay(entries[:end], people)) for end in ends}
    for end in ends[:-1]:
        del states[str(end)]["setup"]
    return states


def changes(was: Any, now: Any, place: str = "state") -> Iterator[str]:
    """Yield where `now` lacks something that `was` has, or has another value. What `now` has besides is new."""
    if isinstance(was, dict) and isinstance(now, dict):
        for key, value in was.items():
            yield from (
                changes(value, now[key], f"{place}.{key}") if key in now else [f"{place}.{key} is gone"]
            )
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for number, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from changes(one, other, f"{place}[{number}]")
    elif was != now:
        yield f"{place} was {was!r} and is {now!r}"


def played(wanted: set[str]) -> Play:
    """A play whose entries have all the wanted kinds. Raises RuntimeError where chance does not bring them about."""
    missing = wanted
    for seed in range(SEED, SEED + TRIES):
        play = _played(wanted, random.Random(seed))  # noqa: S311 - to be repeated, not to be secret
        missing = min(missing, wanted - kinds_in(play.entries), key=len)
        if not missing:
            return play
    raise RuntimeError(
        f"{', '.join(sorted(missing))}: does tests/support/random_commands.py draw what leads there?"
    )


def _played(wanted: set[str], rng: random.Random) -> Play:
    play, seen = Play(*_prepared()), Counter({"Created": 1})
    while wanted - seen.keys() and len(play.entries) < LIMIT:
        play.wait(rng.randrange(20_000))
        found = list(_accepted(play, rng))
        if found:
            command, actor, _ = min(found, key=lambda one: _commonness(one[2], wanted, seen))
            seen.update(type(event).__name__ for event in play.do(command, actor))
    return play


def _prepared() -> Prepared:
    """The shipped one, with what it does not use: everybody is interpreted consecutively, one has more time."""
    changes: dict[str, dict[str, object]] = {
        one.id: {"consecutive": True, "time_factor": 1.5 if one.id == "MX" else 1.0}
        for one in shipped().setup.seats
    }
    return with_people(shipped(), changes)


def _accepted(play: Play, rng: random.Random) -> Iterator[tuple[AnyCommand, Actor, list[str]]]:
    """Yield commands that are not refused, who gives them, and the kinds of events they lead to."""
    for _ in range(DRAWN):
        command, phone = _drawn(play, rng)
        if isinstance(command, MoveStep) and rng.random() < STAYS:
            continue
        actor = rng.choice([CHAIR, DEPUTY, *phone])
        try:
            events = decide(play.state, command, actor, play.now_ms, play.silent_ms)
        except Refused:
            continue
        yield command, actor, [type(event).__name__ for event in events]


def _commonness(kinds: list[str], wanted: set[str], seen: Counter[str]) -> tuple[bool, int]:
    """Least for what is wanted and was not there yet, then for what was there least often."""
    return wanted.isdisjoint(set(kinds) - seen.keys()), min(seen[kind] for kind in kinds)


def _drawn(play: Play, rng: random.Random) -> tuple[AnyCommand, list[Actor]]:
    """A command, and the phone it may come from; also what `anything` hardly ever hits."""
    pick = Pick(play.state, rng)
    floor = play.state.statements.get(play.state.floor) if play.state.floor else None
    if floor is not None and rng.random() < 0.1:
        return Sign(floor.id, rng.choice(("ready", "finished", "not_now"))), [seat(floor.seat)] * 5
    standing = [
        issue.id for issue in play.state.issues.values() if not issue.retracted and not issue.merged_into
    ]
    if len(standing) > 1 and rng.random() < 0.1:
        one, other = rng.sample(standing, 2)
        return rng.choice((MergeIssue(one, other), MarkIssue(one, PartyId("BR"), "written"))), []
    command = MAKERS[rng.choice(list(MAKERS))](pick)
    if isinstance(command, ErasePerson):
        return command, [OPERATOR] * 5
    return command, [seat(command.seat)] if isinstance(command, Ask) else []


def _rows(entries: list[Entry]) -> Iterator[Row]:
    prev = ""
    for entry in entries:
        body = encode(replace(entry, prev=prev))
        prev = digest(body)
        yield entry.seq, body, prev


def _write_state(journal: Path) -> None:
    content = msgspec.json.encode(folded(entries_in(journal), people_in_file(journal)))
    state_of(journal).write_bytes(msgspec.json.format(content, indent=0) + b"\n")


def main() -> None:
    """Make what is asked for, and say where it lies."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--more", action="store_true")
    parser.add_argument("--state", action="store_true")
    parser.add_argument("--forms", action="store_true")
    arguments = parser.parse_args()
    if arguments.forms:
        rows = (f"{json.dumps(name)}: {json.dumps(form)}" for name, form in sorted(forms().items()))
        FORMS.write_text("{\n" + ",\n".join(rows) + "\n}\n")
        sys.exit(f"{FORMS}: only the lines of new kinds may differ.")
    if arguments.state:
        made = journals()
    else:
        old = [path for path in journals() if path.name.startswith(f"journal-format-{FORMAT}.")]
        if old and not arguments.more:
            sys.exit(
                f"There is one of format {FORMAT}, and it stays as it is. A new one is for a new format."
            )
        known = {kind for path in old for kind in kinds_in(entries_in(path))}
        made = [FOLDER / f"journal-format-{FORMAT}.{len(old) + 1}.sqlite3"]
        FOLDER.mkdir(exist_ok=True)
        play = played(KINDS.keys() - known - OLDER)
        fill(made[0], _rows(play.entries), rows_of(play.records))
        made[0].chmod(0o644)
    for journal in made:
        _write_state(journal)
        sys.stdout.write(f"{journal}\n{state_of(journal)}\n")


if __name__ == "__main__":
    main()
