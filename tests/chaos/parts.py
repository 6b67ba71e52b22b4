"""What each role does, over and over, by what it sees. None of it leads to the close of the dialogue."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, Final

import msgspec

from server.dialogue.model.ids import (
    DueId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    ScreenId,
    SeatId,
    StatementId,
    ThemeId,
)
from server.dialogue.model.state import Links, SceneKind
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.answers import SetAnswers
from server.dialogue.rooms.chair import AnswerTakeOver, TakeChair
from server.dialogue.rooms.clock import AdjustTime, Hold
from server.dialogue.rooms.floor import End, Sign
from server.dialogue.rooms.issues import AmendIssue, RaiseIssue
from server.dialogue.rooms.links import Link
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, ChangeRequest, MoveRequest, Withdraw
from server.dialogue.rooms.screens import ClearMessage, SetScene, ShowMessage
from server.dialogue.rooms.seats import Return, SetAway, Substitute
from server.dialogue.rooms.session import MoveStep, Suspend
from server.dialogue.rooms.speakers import SetOrder
from server.dialogue.rooms.undo import Undo
from server.wire.patch import PlainView

Part = Callable[[PlainView, random.Random], AnyCommand | None]
PRESSED: Final = ("open", "start_round", "start_exchange", "call", "call_answer", "start", "end", "resume")
SETTLED: Final = ("resume_session", "recognise", "rule")
"""What the session waits for: pressed at once."""


def console(name: str) -> Part:
    """Presides if it is this console's turn; else asks for the chair now and then, or does what it may not."""

    def act(view: PlainView, rng: random.Random) -> AnyCommand | None:
        if view["console"] != f"console:{name}":
            return rng.choices((None, TakeChair(), ClearMessage()), (0.95, 0.02, 0.03))[0]
        take_over = view.get("take_over")
        if take_over:
            return AnswerTakeOver(take_over["console"], consent=rng.random() < 0.8)
        return _presiding(view, rng)

    return act


def _presiding(view: PlainView, rng: random.Random) -> AnyCommand | None:
    primary = view.get("point_act") or view.get("primary", {"act": ""})
    chance = rng.random()
    if primary["act"] in SETTLED or (primary["act"] in PRESSED and chance < 0.3):
        command: AnyCommand = msgspec.convert(primary["command"], AnyCommand)
        return command
    if primary["act"] == "finish_exchange" and chance < 0.1:
        again = next((m["to"] for m in view["moves"] if m["to"]["phase"] == "interventions"), None)
        step = view["session"]["step"]
        return msgspec.convert({"type": "move_step", "since": step, "to": again}, MoveStep)
    if chance < 0.35 and "undo" in view and view["session"]["step"]["phase"] != "scheduled":
        return Undo(view["undo"]["seq"])
    if "floor" in view and chance < 0.6:
        return _at_the_floor(StatementId(view["floor"]["statement"]), view, rng)
    return _session_acts(view, rng)


def _at_the_floor(statement: StatementId, view: PlainView, rng: random.Random) -> AnyCommand:
    links = Links(replies_to=tuple(rng.sample(sorted(view["issues"]), min(1, len(view["issues"])))))
    return rng.choice(
        (
            AdjustTime(statement, rng.choice((30_000, -30_000, 60_000))),
            AdjustTime(statement, rng.choice((30_000, -15_000))),
            Hold(statement, "interpretation"),
            Link(statement, links),
            End(statement),
        )
    )


def _session_acts(view: PlainView, rng: random.Random) -> AnyCommand:
    rows = [r["target"]["request"] for r in view["agenda"].values() if "request" in r["target"]]
    choice = rng.random()
    if choice < 0.3 and len(rows) > 2:
        first, second = rng.sample(rows, 2)
        return MoveRequest(RequestId(first), rng.choice((None, RequestId(second))))
    if choice < 0.4:
        return SetAnswers(rng.choice(("at_once", "batch", "at_end")))
    if choice < 0.5:
        return SetOrder(rng.choice(("arrival", "balanced")))
    if choice < 0.52:
        return Suspend("technical")
    return rng.choice((ShowMessage(f"Se reanuda a las {rng.randrange(10, 13)}:30"), ClearMessage()))


def state(seat: SeatId) -> Part:
    """A State's delegate: asks, changes the request again and again, withdraws, asks anew."""

    def act(view: PlainView, rng: random.Random) -> AnyCommand | None:
        me, chance = view["me"], rng.random()
        if chance < 0.05:
            return _presence(seat, view, rng)
        if chance < 0.06:
            return _point(seat, me)
        if "has_floor" in me and chance < 0.4:
            return Sign(StatementId(me["has_floor"]), rng.choice(("ready", "finished", "not_now")))
        mine = [name for name, request in me["requests"].items() if request["lane"] == "statement"]
        if mine and chance < 0.9:
            return ChangeRequest(
                RequestId(mine[0]), me["requests"][mine[0]]["version"], Links(), "es", _words(rng)
            )
        if mine:
            return Withdraw(RequestId(mine[0]))
        if me["may_ask"]:
            asks = rng.choice(((), (PartyId("youth"),), (PartyId("workers"), PartyId("youth"))))
            return Ask(seat, links=Links(asks=asks), text=_words(rng))
        return _presence(seat, view, rng)

    return act


def group(seat: SeatId) -> Part:
    """A group's representative: files an issue, amends it again and again, answers what is due."""

    def act(view: PlainView, rng: random.Random) -> AnyCommand | None:
        me, chance = view["me"], rng.random()
        if chance < 0.1:
            return _presence(seat, view, rng)
        if "has_floor" in me and chance < 0.4:
            return Sign(StatementId(me["has_floor"]), rng.choice(("ready", "finished", "not_now")))
        due = sorted(name for name, d in me["dues"].items() if d["status"] in {"due", "ripe"})
        if due and chance < 0.5:
            return Ask(seat, lane="answer", links=Links(answers=(DueId(due[0]),)))
        mine = list(me["filed"]) or [i for i, issue in view["issues"].items() if issue["seat"] == seat]
        theme = ThemeId(rng.choice(sorted(view["themes"])))
        if not mine:
            return RaiseIssue(seat, theme, None, _words(rng), "es")
        return AmendIssue(IssueId(mine[0]), theme, _words(rng), "es")

    return act


def stage(view: PlainView, rng: random.Random) -> AnyCommand | None:
    """The technician: scenes, messages."""
    scene: SceneKind = rng.choice(("speaker", "list", "message", "blank"))
    screen = ScreenId(rng.choice(sorted(view["screens"])))
    return rng.choice((SetScene(screen, scene), ShowMessage(_words(rng)), ClearMessage()))


def observer(_view: PlainView, rng: random.Random) -> AnyCommand | None:
    """Looks on, and now and then tries what no observer may."""
    return Ask(SeatId("BR")) if rng.random() < 0.02 else None


def _presence(seat: SeatId, view: PlainView, rng: random.Random) -> AnyCommand:
    if view["me"]["away"]:
        return Return(seat)
    if rng.random() < 0.1:
        return SetAway(seat)
    return Substitute(seat, substitute=not view["seats"][seat]["substitute"])


def _point(seat: SeatId, me: dict[str, Any]) -> AnyCommand:
    return WithdrawPoint(PointId(me["point"])) if "point" in me else RaisePoint(seat)


def _words(rng: random.Random) -> str:
    return f"Propuesta {rng.randrange(10_000)}"
