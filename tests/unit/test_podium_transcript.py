"""The podium from the opening to the close, incidents included: what the server tells it at each step.

`tests/cases/podium.json` holds the views; `web_client/src/podium/transcript.test.ts` reads them aloud in four languages
and compares with `tests/cases/podium_transcript.txt`. After a change on purpose: `python -m
tests.unit.test_podium_transcript` writes the views anew, `npx vitest run --root web_client src/podium -u` the words.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from server.dialogue.model.ids import PartyId, PointId, RequestId, SeatId
from server.dialogue.model.state import Links, RequestTarget, Step
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import Hold, Resume
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, RulePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.seats import AddGuest, Return, SetAway
from server.dialogue.rooms.session import MoveStep, Reopen, ResumeSession, Suspend
from server.dialogue.rooms.speakers import LastCall
from server.wire.project import project
from tests.support.play import Play, seat

CASES: Final = Path(__file__).parents[1] / "cases/podium.json"
CONFIGURED: Final = ("dialogue", "themes", "parties", "seats")
"""The same in all steps, but for guests: held once."""
MINUTE_MS: Final = 60_000
BLOC: Final = ("GY", "TT", "BB", "LC", "VC", "GD")


class _Told:
    """A play whose podium is read at each step."""

    def __init__(self) -> None:
        self.play = Play()

    def read(self, when: str) -> dict[str, Any]:
        """What the podium is told now. `when`: what has just happened."""
        view = msgspec.json.decode(msgspec.json.encode(project(*self.play.known).view("podium")))
        return {"when": when, "now": self.play.now_ms, "view": view}

    def speak(self, ms: int = MINUTE_MS) -> None:
        """Who is next is called, speaks and ends."""
        self.play.primary()
        self.play.primary()
        self.play.wait(ms)
        self.play.do(End(self.play.floor.id))

    def to(self, phase: str, round_: int) -> None:
        """Move to a step."""
        self.play.do(MoveStep(self.play.state.step, msgspec.convert({"phase": phase, "round": round_}, Step)))


def steps() -> Iterator[dict[str, Any]]:
    """The whole session, step by step."""
    told = _Told()
    yield from _first_round(told)
    yield from _exchange(told)
    yield from _incidents(told)
    yield from _end_of_the_list(told)
    yield from _close(told)


def _first_round(told: _Told) -> Iterator[dict[str, Any]]:
    play = told.play
    yield told.read("before the opening")
    play.primary()
    yield told.read("the dialogue is open")
    play.primary()
    yield told.read("the first round begins")
    play.primary()
    yield told.read("the first of Youth is called")
    play.primary()
    yield told.read("the first of Youth speaks")
    play.wait(3 * MINUTE_MS)
    yield told.read("the first of Youth has used all the time")
    play.do(End(play.floor.id))
    yield told.read("the first of Youth has ended")
    for _ in range(6):
        told.speak()
    yield told.read("the last of the line-up is next")
    play.primary()
    play.primary()
    yield told.read("the last of the line-up speaks")
    play.do(End(play.floor.id))
    yield told.read("the line-up is over")


def _exchange(told: _Told) -> Iterator[dict[str, Any]]:
    play = told.play
    play.primary()
    yield told.read("the exchange has just begun, nobody is on the list")
    play.do(LastCall())
    yield told.read("the last call is made, nobody is on the list")
    play.ask("US", Links(asks=(PartyId("workers"),)))
    yield told.read("the first State asks for the floor")
    play.primary()
    yield told.read("the first State is called")
    play.primary()
    yield told.read("the only State on the list speaks, with a question to Workers")
    play.do(End(play.floor.id))
    yield told.read("an answer of Workers is due")
    told.speak()
    request = play.do(Ask(SeatId("JM"), on_behalf=tuple(map(PartyId, BLOC))), seat("JM"))
    assert request
    yield told.read("Jamaica asks on behalf of six others")
    told.speak()
    play.do(AddGuest("Secretary General", "Organization of American States", "en", 3 * MINUTE_MS))
    yield told.read("a guest is next")
    told.speak()
    yield told.read("the guest has ended, nobody is left")


def _incidents(told: _Told) -> Iterator[dict[str, Any]]:
    play = told.play
    for state in ("BR", "AR"):
        play.do(Ask(SeatId(state)))  # the list is closed: the chair admits by name (R18)
    play.primary()
    play.primary()
    play.do(Hold(play.floor.id, "interpretation"))
    yield told.read("held for the interpretation")
    play.do(Resume(play.floor.id))
    yield told.read("resumed")
    play.do(RaisePoint(SeatId("PE")), seat("PE"))
    yield told.read("Peru raises a point of order while Brazil speaks")
    point = PointId(next(iter(play.state.points)))
    play.do(RecognisePoint(point))
    yield told.read("the point of order is recognised")
    play.do(RulePoint(point, "dismissed"))
    yield told.read("the ruling was given, Brazil still stands")
    play.do(Resume(play.floor.id))
    yield told.read("Brazil goes on")
    play.do(Suspend("break", play.now_ms + 10 * MINUTE_MS))
    yield told.read("suspended while Brazil speaks")
    play.wait(10 * MINUTE_MS)
    yield told.read("the announced time has come")
    assert play.state.suspension is not None
    play.do(ResumeSession(play.state.suspension.since_ms))
    yield told.read("the session goes on, Brazil still stands")
    play.do(Resume(play.floor.id))
    play.do(End(play.floor.id))
    play.do(Suspend("technical"))
    yield told.read("suspended with the floor free, nobody knows until when")
    assert play.state.suspension is not None
    play.do(ResumeSession(play.state.suspension.since_ms))
    yield told.read("the session goes on with the floor free")
    play.do(SetAway(SeatId("AR")), seat("AR"))
    yield told.read("who is left on the list is not in the room")
    play.do(Return(SeatId("AR")), seat("AR"))
    told.speak()


def _end_of_the_list(told: _Told) -> Iterator[dict[str, Any]]:
    play = told.play
    yield told.read("the list is over, another round fits")
    told.to("interventions", 2)
    yield told.read("the second round begins")
    told.to("exchange", 2)
    play.ask("MX")
    yield told.read("the second exchange begins, Mexico is next")
    told.speak()
    yield told.read("the second list is over and still open, another round fits")
    play.wait(play.state.planned_end_ms - play.now_ms - 10 * MINUTE_MS)
    yield told.read("the list is over, no round fits any more")


def _close(told: _Told) -> Iterator[dict[str, Any]]:
    play = told.play
    play.do(Ask(SeatId("CL"), lane="right_of_reply"), seat("CL"))
    yield told.read("Chile has a right of reply")
    told.to("closing", 0)
    yield told.read("the closing")
    play.primary()
    yield told.read("closed")
    assert play.state.closed_at_ms is not None
    play.do(Reopen(play.state.closed_at_ms))
    yield told.read("reopened")
    waiting = next(r.id for r in play.state.requests.values() if r.status == "open")
    play.do(Call(RequestTarget(RequestId(waiting))))
    yield told.read("Chile is called after the reopening")
    play.do(Start(play.floor.id))
    yield told.read("Chile speaks after the reopening")
    play.wait(MINUTE_MS)
    play.do(End(play.floor.id))
    yield told.read("Chile has ended after the reopening")


def table() -> dict[str, Any]:
    """All steps; what is configured stands there once."""
    found = list(steps())
    fixed = {name: found[0]["view"][name] for name in CONFIGURED}
    for step in found:
        for name in CONFIGURED:
            whole = step["view"].pop(name)
            other = {key: value for key, value in whole.items() if fixed[name].get(key) != value}
            if other:
                step["view"][name] = other
    return {"configured": fixed, "steps": found}


def test_the_podium_is_told_what_the_table_has() -> None:
    """At every step from before the opening to after the reopening."""
    assert json.loads(CASES.read_text("utf-8")) == table()


if __name__ == "__main__":
    made = table()
    lines = ",\n".join(json.dumps(step, ensure_ascii=False, sort_keys=True) for step in made["steps"])
    configured = json.dumps(made["configured"], ensure_ascii=False, sort_keys=True)
    CASES.write_text(f'{{"configured": {configured},\n"steps": [\n{lines}\n]}}\n', "utf-8")
