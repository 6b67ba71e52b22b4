"""A restart gives what was live: there is one fold, whoever folds, and whenever."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from server.dialogue.decider import Known, replay
from server.dialogue.entry import Entry
from server.dialogue.model.ids import ScreenId
from server.dialogue.model.register import People
from server.dialogue.rooms.screens import SetScene
from server.dialogue.rooms.undo import Undo
from server.journal.codec import decode, stored_form
from server.wire.project import project
from tests.support.golden import entries_in, journals
from tests.support.play import Play
from tests.support.random_session import PREPARED, step
from tests.support.restarts import told

ROOT = Path(__file__).parents[3]
HALL = ScreenId("hall-left")


def restarted(entries: list[bytes], people: People) -> Known:
    """What a server knows that begins with these entries."""
    known = replay((decode(entry) for entry in entries), people)
    assert known is not None
    return known


@pytest.mark.parametrize("seed", range(3))
def test_a_restart_at_any_entry_gives_what_was_live(seed: int) -> None:
    """Random acts by everybody, freezes, guests and undos among them: state, views, undo list, byte for byte."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    play, stored = Play(*PREPARED[seed % 2]), list[bytes]()
    play.to_exchange() if seed else play.to_interventions()
    stored += [stored_form(entry).body for entry in play.entries]
    while len(stored) < 120:
        seq = play.state.seq
        step(play, rng)
        if play.state.seq > seq:
            stored.append(stored_form(play.entries[-1]).body)
            assert told(restarted(stored, play.people)) == told(play.known), f"at entry {play.state.seq}"


def test_what_a_screen_is_frozen_in_outlives_a_restart() -> None:
    """The picture is that of the moment; undoing an unfreezing shows the same one again (R6)."""
    play = Play()
    play.do(SetScene(HALL, "freeze"))  # the journal's first entry
    play.to_interventions()
    shown = project(*play.known).view("screens")["screens"][HALL]["picture"]
    assert shown["session"]["step"]["phase"] == "scheduled"
    play.do(SetScene(HALL, "list"))
    unfrozen = play.state.seq
    assert "picture" not in project(*play.known).view("screens")["screens"][HALL]
    play.do(Undo(unfrozen))
    for known in (play.known, restarted([stored_form(entry).body for entry in play.entries], play.people)):
        assert project(*known).view("screens")["screens"][HALL]["picture"] == shown


def test_only_pictures_that_may_be_shown_are_kept() -> None:
    """Frozen and unfrozen all day long: what no undo brings back is let go."""
    play = Play()
    for _ in range(30):
        play.do(SetScene(HALL, "freeze")), play.do(SetScene(HALL, "list"))
    depth = play.setup.rules.undo_depth
    assert 0 < len(play.pictures) <= depth


def fingerprint(journal: Path) -> str:
    """Of all that a golden journal folds to, on the way and at its end."""
    digest, entries = sha256(), list[Entry](entries_in(journal))
    for end in range(50, len(entries), 50):
        known = replay(entries[:end], {})
        assert known is not None
        digest.update(told(known))
    return digest.hexdigest()


@pytest.mark.parametrize("journal", journals(), ids=lambda path: path.stem)
def test_a_restart_does_not_depend_on_how_texts_are_hashed(journal: Path) -> None:
    """Two processes with other hash seeds fold to the same bytes: nothing rests on the order of a set."""

    def folded(seed: str) -> str:
        program = (
            "import importlib.util, sys; from pathlib import Path; "
            f"spec = importlib.util.spec_from_file_location('restart', {str(Path(__file__))!r}); "
            "module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module); "
            f"print(module.fingerprint(Path({str(journal)!r})))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert folded("1") == folded("2") != ""
