"""What others build on: journals on events and defaults, faces on words and limits, restarts on values that stay."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from pathlib import Path
from typing import get_args

import msgspec

import server.dialogue
from server.dialogue.model.command import Context
from server.dialogue.model.ids import Actor, Role
from server.dialogue.model.refusals import Code
from server.dialogue.model.setup import Language, Lengths, Rules
from server.dialogue.model.state import Target
from server.dialogue.registry import COMMANDS, EVENTS
from server.wire.schema import schema
from tests.support.play import Play

ROOT = Path(__file__).parents[3]


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


def test_what_was_not_chosen_stays_what_it_was() -> None:
    """A journal begun before a key was there counts with its default, so defaults never change."""
    lengths = {
        "slot_first_round_ms": 360_000,
        "slot_later_rounds_ms": 180_000,
        "statement_ms": 120_000,
        "answer_ms": 90_000,
        "follow_up_ms": 60_000,
        "right_of_reply_ms": 120_000,
        "second_right_of_reply_ms": 60_000,
        "bloc_ms": 60_000,
        "shorten_ms": 60_000,
        "remarks_ms": 300_000,
        "point_of_order_ms": 60_000,
        "closing_ms": 480_000,
        "hand_over_ms": 20_000,
        "pace": 0.9,
    }
    rules = {
        "rotate_groups": True,
        "answers": "batch",
        "answers_batch": 5,
        "order": "arrival",
        "second_statements_last": True,
        "extend_ms": 900_000,
        "chair_silence_ms": 10_000,
        "last_call_ms": 120_000,
        "groups_raise_points": False,
        "recognise_back_ms": 30_000,
        "reopen_ms": 900_000,
        "devices": 3,
        "undo_depth": 10,
        "warn_first_ms": 60_000,
        "warn_last_ms": 15_000,
        "public_next": 3,
        "not_here_ms": 20_000,
        "places_down": 3,
        "requests_per_seat": 1,
        "follow_ups": 1,
        "unheard": "carry_over",
        "rights_of_reply": 2,
        "consecutive_factor": 2.0,
    }
    assert msgspec.to_builtins(Lengths()) == lengths
    assert msgspec.to_builtins(Rules()) == rules


def test_names_in_the_journal_are_read_back() -> None:
    """Who acted stands in an entry as role and name, the name left out where there is one only."""
    assert [str(Actor("seat", "BR")), str(Actor("public"))] == ["seat:BR", "public"]
    assert set(get_args(Role)) == {"public", "seat", "screen", "stage", "podium", "console"}
    assert set(get_args(Language)) == {"es", "en", "pt", "fr"}
    assert Context(Play().state, Actor("public"), 0).silent_ms == {}


def test_every_refusal_has_a_sentence() -> None:
    """The faces say why in words: each code has its entry in the catalogue."""
    catalogue = (ROOT / "server/locale/en/refusals.ftl").read_text()
    assert set(re.findall(r"^refusal-(\w+) =", catalogue, re.MULTILINE)) >= set(get_args(Code))
