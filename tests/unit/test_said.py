"""What the script-free pages say, by the table that the faces are tested against too (observer/said.test.ts)."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from fluent.runtime import FluentBundle, FluentResource
from msgspec import UNSET

from server.dialogue.model.setup import Language
from server.dialogue.model.values import HeldBecause, Lane, SuspendReason
from server.web.plain.situation import Situation, list_sentence, presides_sentence, sentences, situation
from server.web.plain.so_far import record
from server.web.plain.words import CATALOGUES, LOCALE, Words
from server.wire.patch import apply
from server.wire.views import PublicView

TABLE: Any = json.loads((Path(__file__).parents[1] / "cases/said.json").read_text("utf-8"))
MESSAGE = re.compile(r"^([\w-]+) =((?:.|\n[ }])*)", re.MULTILINE)


@cache
def bare(lang: Language) -> FluentBundle:
    """Each sentence by its id and its arguments, in their alphabet: "say-next(Mexico)"."""
    made = FluentBundle([lang], use_isolating=False)
    for name in CATALOGUES:
        for found in MESSAGE.finditer((LOCALE / lang / f"{name}.ftl").read_text("utf-8")):
            given = ", ".join(f"{{ ${arg} }}" for arg in sorted(set(re.findall(r"\$(\w+)", found[2]))))
            text = f"{found[1]}({given})" if given else found[1]
            made.add_resource(FluentResource(f"{found[1]} = {text}"))
    return made


def said(view: PublicView, now_ms: int) -> dict[str, Any]:
    """All that the pages say of this view."""
    words, floor = Words(view, "en"), view.floor
    everything: dict[str, Any] = {
        "kind": situation(view),
        "says": sentences(words, now_ms),
        "list": list_sentence(words, now_ms),
        "presides": presides_sentence(words),
        "step": words.step(),
        "record": [line for issue in view.issues.values() for line in record(words, issue)],
    }
    if floor is not UNSET:
        everything["floor"] = {
            "lane": words.lane(floor.lane, floor.relations, floor.party),
            "relations": [
                words(f"relation-{each.kind}", what=words.target(each)) for each in floor.relations
            ],
            "behalf": words.behalf(floor.on_behalf),
            "capacity": words.capacity(floor.seat),
        }
    return everything


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["when"])
def test_pages_say_what_the_table_says(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentences with the same arguments as the faces."""
    monkeypatch.setattr("server.web.plain.words.bundle", bare)
    view = msgspec.convert(apply(TABLE["view"], case["change"]), PublicView)
    assert said(view, case.get("now", TABLE["now"])) == apply(TABLE["usual"], case["expect"])


def test_the_table_has_every_situation_there_is() -> None:
    """And every reason, and every lane: whoever adds one adds a case, which then holds for both."""
    expected = [apply(TABLE["usual"], case["expect"]) for case in TABLE["cases"]]
    assert {each["kind"] for each in expected} == set(get_args(Situation))
    text = json.dumps(expected)
    wanted = [
        *(f"(hold-{reason})" for reason in get_args(HeldBecause)),
        *(f'"suspended-{reason}"' for reason in get_args(SuspendReason)),
        *(f'"lane-{lane}"' for lane in get_args(Lane)),
    ]
    assert [part for part in wanted if part not in text] == []
