"""What others build on: journals on events and defaults, faces on words and limits, restarts on values that stay."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

import server.dialogue
from server.dialogue.decider import Known, follow, initial, replay
from server.dialogue.entry import Entry
from server.dialogue.model.command import Context, Permit
from server.dialogue.model.ids import Actor, Role
from server.dialogue.model.refusals import Code
from server.dialogue.model.setup import Language
from server.dialogue.model.state import State, Target
from server.dialogue.registry import COMMANDS, EVENTS
from server.dialogue.rooms.speakers import ListClosed
from server.wire.schema import schema
from tests.support.golden import FORMS, forms
from tests.support.play import Play, shipped, shipped_setup

ROOT = Path(__file__).parents[3]
TABLES = ("requests", "statements", "issues", "actions", "points")


def test_what_faces_were_told_is_what_the_core_knows() -> None:
    """Commands, their limits, and every word of the views are those in the schema that the faces are built from."""
    told = json.loads((ROOT / "web_client/shared/wire.schema.json").read_text())
    assert json.loads(json.dumps(schema())) == told


def test_no_value_of_the_core_can_be_changed() -> None:
    """State, events, commands, and all that they consist of are frozen: who holds one, holds it as it was."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(server.dialogue.__path__, "server.dialogue.")
    ]
    kinds = {kind for module in modules for kind in vars(module).values() if isinstance(kind, type)}
    structs = [kind for kind in kinds if issubclass(kind, msgspec.Struct) and kind is not msgspec.Struct]
    assert len(structs) > len(COMMANDS) + len(EVENTS)
    assert [kind.__name__ for kind in structs if not kind.__struct_config__.frozen] == []


def test_a_field_that_nobody_knows_is_refused() -> None:
    """What a newer program means by it would be lost: neither a command nor an entry is half understood."""
    kinds = [kind.__struct_config__ for kind in (*COMMANDS, *EVENTS, *get_args(Target))]
    assert [kind.tag for kind in kinds if not kind.forbid_unknown_fields] == []


def test_an_entry_is_read_as_it_was_written() -> None:
    """Events, the set-up and all that is in them keep their fields, words, and what is meant by one left out."""
    was, now = json.loads(FORMS.read_text()), forms()
    changed = [name for name in was if now.get(name) != was[name]]
    assert changed == [], "Journals with these exist: another form of them is a new format (CONTRIBUTING.md)."
    assert set(now) == set(was), "Keep the form of what is new: python -m tests.support.golden --forms"


def test_names_in_the_journal_are_read_back() -> None:
    """Who acted stands in an entry as role and name, the name left out where there is one only."""
    assert [str(Actor("seat", "BR")), str(Actor("public"))] == ["seat:BR", "public"]
    assert set(get_args(Role)) == {"public", "seat", "screen", "stage", "podium", "console", "operator"}
    assert set(get_args(Language)) == {"es", "en", "pt", "fr"}
    assert Context(Play().state, Actor("public"), 0).silent_ms == {}


def test_who_may_give_a_command_is_said_in_full() -> None:
    """A permit consists of phases that exist and of plain yes or no; observers, podium and screens have none (R14)."""
    for command in COMMANDS:
        permit = command.permit
        assert msgspec.convert(msgspec.to_builtins(permit), Permit) == permit
        assert permit.phases
        assert not any(permit.allows(role) for role in ("public", "podium", "screen"))


def test_before_the_first_act_nothing_has_happened() -> None:
    """What a state is before its journal says otherwise: the list open, by arrival, answers in batches."""
    state = msgspec.to_builtins(replace(State(shipped_setup()), **dict.fromkeys(TABLES, ())))
    happened = {
        name: value for name, value in state.items() if name != "setup" and value not in (None, (), {}, [])
    }
    assert happened == {
        "seq": 0,
        "at_ms": 0,
        "step": {"phase": "scheduled", "round": 0},
        "step_since_ms": 0,
        "planned_end_ms": 0,
        "console": "console:chair",
        "list_open": True,
        "order": "arrival",
        "answers": "batch",
        "guest_number": 0,
    }
    assert [len(getattr(State(shipped_setup()), table)) for table in TABLES] == [0] * len(TABLES)


def test_every_refusal_has_a_sentence() -> None:
    """The faces say why in words: each code has its entry in the catalogue."""
    catalogue = (ROOT / "server/locale/en/refusals.ftl").read_text()
    assert set(re.findall(r"^refusal-(\w+) =", catalogue, re.MULTILINE)) >= set(get_args(Code))


def test_a_fold_may_begin_behind_the_creation() -> None:
    """A first entry that creates nothing acts on the state it is given; a whole journal must create its dialogue."""
    entry = Entry(1, "e1", 7, "console:chair", "c0000001", "", (ListClosed(),), "")
    known = follow(Known(initial(*shipped()), {}), entry)
    assert (known.state.seq, known.state.at_ms, known.state.list_open) == (1, 7, False)
    with pytest.raises(ValueError, match="created"):
        replay([entry], {})
