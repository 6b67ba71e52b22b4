"""What is said of a moment: decided by the server, and worded by the script-free pages as the table has it.

The faces are tested against the same table (observer/said.test.ts).
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from fluent.runtime import FluentBundle, FluentResource
from msgspec import UNSET

from server.dialogue.model.ids import SeatId
from server.dialogue.model.setup import Language
from server.dialogue.model.state import HeldBecause, SuspendReason
from server.dialogue.rooms.points import RaisePoint
from server.web.noscript.phrasebook import Names, Phrasebook
from server.wire.patch import apply
from server.wire.project import project
from server.wire.views.content import record
from server.wire.views.floor import LaneWord, lane_word
from server.wire.views.public import PublicView
from server.wire.views.said import SentenceId, Situation, said
from server.wording import LOCALE
from tests.support.play import Play, seat, shipped, with_people

TABLE: Any = json.loads((Path(__file__).parents[1] / "cases/said.json").read_text("utf-8"))
MESSAGE = re.compile(r"^([\w-]+) =((?:.|\n[ }])*)", re.MULTILINE)


@cache
def bare(lang: Language, *catalogues: str) -> FluentBundle:
    """Each sentence by its id and its arguments, in their alphabet: "say-next(Mexico)"."""
    made = FluentBundle([lang], use_isolating=False)
    for name in catalogues:
        for found in MESSAGE.finditer((LOCALE / lang / f"{name}.ftl").read_text("utf-8")):
            given = ", ".join(f"{{ ${arg} }}" for arg in sorted(set(re.findall(r"\$(\w+)", found[2]))))
            text = f"{found[1]}({given})" if given else found[1]
            made.add_resource(FluentResource(f"{found[1]} = {text}"))
    return made


def view_of(case: Any) -> PublicView:
    """What is so in a case, and what is decided about it."""
    so = apply(TABLE["view"], case["change"])
    decided = apply(TABLE["decided"], case["decided"])
    return msgspec.convert(apply(so, decided), PublicView)


def pages_say(view: PublicView, now_ms: int) -> dict[str, Any]:
    """All that the pages say of this view."""
    say, floor = Phrasebook(Names.of(view), "en"), view.floor
    everything: dict[str, Any] = {
        "kind": view.said.situation,
        "says": [say.sentence(phrases, now_ms) for phrases in view.said.sentences],
        "list": say.sentence(view.said.list, now_ms),
        "presides": say.sentence(view.said.presides, now_ms),
        "step": say.step(view.session.step),
        "record": [line for issue in view.issues.values() for line in say.record(issue)],
    }
    if floor is not UNSET:
        everything["floor"] = {
            "lane": say.lane(floor.word),
            "relations": [say.relation(each) for each in floor.relations],
            "behalf": say.behalf(floor.on_behalf),
            "capacity": say.capacity(floor.seat),
        }
    return everything


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["when"])
def test_the_server_decides_what_the_table_says(case: Any) -> None:
    """By what the public sees: situation, sentences and their instants, the word for each statement, the record."""
    view = view_of(case)
    assert said(view, view.session, view.floor, view.point, view.next) == view.said
    for one in (*view.next, *(() if view.floor is UNSET else (view.floor,))):
        kind = view.parties[one.party].kind
        assert lane_word(one.lane, one.relations, kind) == one.word
    closed = view.session.step.phase == "closed"
    for issue in view.issues.values():
        assert record(issue.replied_by, issue.replies, issue.facts, closed=closed) == issue.record
        assert issue.open == (not issue.replies and not issue.facts)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["when"])
def test_pages_say_what_the_table_says(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentences with the same arguments as the faces."""
    monkeypatch.setattr("server.web.noscript.phrasebook.bundle", bare)
    assert pages_say(view_of(case), case.get("now", TABLE["now"])) == apply(TABLE["usual"], case["expect"])


def test_the_table_has_every_situation_there_is() -> None:
    """And every sentence, reason and word: whoever adds one adds a case, which then holds for both."""
    expected = [apply(TABLE["usual"], case["expect"]) for case in TABLE["cases"]]
    assert {each["kind"] for each in expected} == set(get_args(Situation))
    text = json.dumps(expected)
    wanted = [
        *(f"(hold-{reason})" for reason in get_args(HeldBecause)),
        *(f'"suspended-{reason}"' for reason in get_args(SuspendReason)),
        *(f'"lane-{word}"' for word in get_args(LaneWord)),
    ]
    assert [part for part in wanted if part not in text] == []
    assert [say for say in get_args(SentenceId) if not re.search(rf'"{say}["(]', text)] == []


def test_what_is_private_is_not_said() -> None:
    """A point of order that waits for the chair (R30), a factor of time (R21): nothing the public is sent tells."""
    play = Play()
    play.to_exchange()
    play.ask("BR")
    before = project(*play.known).view("public")
    play.do(RaisePoint(SeatId("MX")), seat("MX"))
    assert project(*play.known).view("public") == before
    other = Play(*with_people(shipped(), {seat.id: {"time_factor": 2.0} for seat in play.setup.seats}))
    other.to_exchange()
    other.ask("BR")
    assert project(*other.known).view("public")["said"] == before["said"]


def test_every_reason_for_a_suspension_has_its_sentence() -> None:
    """`suspended-…` is put together from it."""
    assert {f"suspended-{reason}" for reason in get_args(SuspendReason)} <= set(get_args(SentenceId))
