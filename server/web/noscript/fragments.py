"""The fragments of the script-free pages: what each is drawn from, and nothing else comes to its template.

A fragment whose inputs are the same as before is not drawn again, and could be sent alone.
"""

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple

from msgspec import UNSET

from server.dialogue.model.setup import Language
from server.web.noscript.phrasebook import Names, Phrasebook
from server.wire.views.floor import Clock
from server.wire.views.public import PublicView
from server.wording import figures, time_of_day, zone_name

Scene = Literal["speaker", "list"]
SCENES: Final[tuple[Scene, ...]] = ("speaker", "list")
SHORT: Final = 8
"""As many statements as a phone shows without much scrolling; the rest is folded away."""
SILENT: Final = frozenset({"scheduled", "closed"})
"""Before and after, the sentence says it all."""
OUTRANKS: Final = SILENT | {"suspended", "point"}
"""A scene shows the session's state instead: a list in a suspension would mislead."""

Inputs = dict[str, Any]


class Wish(NamedTuple):
    """What of a page is asked for; there are only a few different ones."""

    lang: Language
    scene: Scene = "speaker"


class Moment(NamedTuple):
    """One instant of the public's view, for one wish. `say`: without the names of issues."""

    view: PublicView
    wish: Wish
    now_ms: int
    say: Phrasebook

    @property
    def said(self) -> list[str]:
        """What is going on, in sentences."""
        return [self.say.sentence(phrases, self.now_ms) for phrases in self.view.said.sentences]

    @property
    def exact_time(self) -> str:
        """Time of day with seconds: when this was true."""
        return time_of_day(self.now_ms, self.view.dialogue.timezone, seconds=True)


class Fragment(NamedTuple):
    """One part of a page: `inputs` go to the macro of its name; None: it is not on show.

    `issues`: its sentences name issues.
    """

    inputs: Callable[[Moment], Inputs | None]
    issues: bool = False


class Left(NamedTuple):
    """The time left on a speech clock, as it is written."""

    figures: str
    over: bool


def left_ms(clock: Clock, now_ms: int) -> int:
    """Return the time left; below 0 once it is over (R22)."""
    if clock.started_at_ms is UNSET:
        return clock.length_ms
    until_ms = now_ms if clock.held_at_ms is UNSET else clock.held_at_ms
    return clock.length_ms - max(0, until_ms - clock.started_at_ms - clock.held_for_ms)


def _left(clock: Clock, now_ms: int) -> Left | None:
    """None before it started (R19)."""
    if clock.started_at_ms is UNSET:
        return None
    left = left_ms(clock, now_ms)
    return Left(figures(left), left <= -1000)


def _floor_left(moment: Moment) -> Left | None:
    floor = moment.view.floor
    return None if floor is UNSET else _left(floor.clock, moment.now_ms)


def _point_left(moment: Moment) -> Left | None:
    """R30."""
    point = moment.view.point
    if point is UNSET or moment.view.said.situation != "point":
        return None
    return _left(point.clock, moment.now_ms)


def _rehearsal(moment: Moment) -> Inputs:
    dialogue = moment.view.dialogue
    return {"rate": dialogue.rate if dialogue.rehearsal else None}


def _message(moment: Moment) -> Inputs | None:
    return {"text": moment.view.message} if moment.view.message else None


def _more(moment: Moment) -> int:
    return moment.view.waiting - len(moment.view.next)


def _floor(moment: Moment) -> Inputs:
    view, said = moment.view, moment.said
    floor = view.floor if view.said.situation != "closed" else UNSET
    return {
        "situation": view.said.situation,
        "said": said[:1] if view.said.situation == "free" else said,  # who is next stands below
        "floor": floor,
        "left": _floor_left(moment),
        "point_left": _point_left(moment),
    }


def _next(moment: Moment) -> Inputs | None:
    view = moment.view
    if not view.said.shows_next:
        return None
    return {
        "next": view.next,
        "more": _more(moment),
        "nobody": not view.waiting,
        "list": moment.say.sentence(view.said.list, moment.now_ms),
    }


def _where(moment: Moment) -> Inputs | None:
    view = moment.view
    if view.said.situation in SILENT:
        return None
    presides = moment.say.sentence(view.said.presides, moment.now_ms)
    return {"step": view.session.step, "heard": view.session.heard, "presides": presides}


def _story(moment: Moment) -> Inputs:
    told = sorted(moment.view.statements.values(), key=lambda statement: -statement.order)
    return {"statements": told, "short": SHORT}


def _issues(moment: Moment) -> Inputs:
    """By party in the order of the dialogue, then by number."""
    order = list(moment.view.parties)
    shown = sorted(
        ((key, issue) for key, issue in moment.view.issues.items() if not issue.detached),
        key=lambda pair: (
            order.index(pair[1].party),
            [int(n) for n in pair[1].number.split(".") if n.isdigit()],
        ),
    )
    return {"issues": shown, "open": sum(issue.open for _, issue in shown)}


def _programme(moment: Moment) -> Inputs:
    view = moment.view
    return {
        "dialogue": view.dialogue,
        "themes": view.themes,
        "day_ms": view.said.day_ms,
        "start_ms": view.session.planned_start_ms,
        "end_ms": view.session.planned_end_ms,
        "opened_ms": view.session.opened_at_ms,
    }


OBSERVER: Final = {
    "rehearsal": Fragment(_rehearsal),
    "head": Fragment(lambda moment: {"languages": moment.view.dialogue.languages}),
    "floor": Fragment(_floor, issues=True),
    "message": Fragment(_message),
    "next": Fragment(_next),
    "where": Fragment(_where),
    "story": Fragment(_story, issues=True),
    "issues": Fragment(_issues, issues=True),
    "actions": Fragment(lambda moment: {"actions": list(moment.view.actions.values())}, issues=True),
    "programme": Fragment(_programme),
    "updated": Fragment(
        lambda moment: {"time": moment.exact_time, "zone": zone_name(moment.view.dialogue.timezone)}
    ),
}


def _scene(moment: Moment) -> Scene | None:
    """Which scene is on show; None: the session's state is."""
    return None if moment.view.said.situation in OUTRANKS else moment.wish.scene


def _top(moment: Moment) -> Inputs:
    listed = moment.wish.scene == "list"
    return {"list": listed, "step": moment.view.session.step, "time": moment.exact_time}


def _saying(moment: Moment) -> Inputs | None:
    if _scene(moment) is None:
        return {"said": moment.said, "point_left": _point_left(moment)}
    if _scene(moment) == "speaker" and moment.view.floor is UNSET:
        return {"said": moment.said[:1], "point_left": None}  # who is next stands below
    return None


def _speaker(moment: Moment) -> Inputs | None:
    floor = moment.view.floor
    if _scene(moment) != "speaker" or floor is UNSET:
        return None
    return {"said": moment.said, "floor": floor, "left": _floor_left(moment)}


def _list(moment: Moment) -> Inputs | None:
    view = moment.view
    if _scene(moment) != "list":
        return None
    return {"floor": view.floor, "left": _floor_left(moment), "next": view.next, "more": _more(moment)}


def _screens_next(moment: Moment) -> Inputs | None:
    upcoming = moment.view.next
    return {"next": upcoming} if _scene(moment) == "speaker" and upcoming else None


SCREEN: Final = {
    "rehearsal": Fragment(_rehearsal),
    "top": Fragment(_top),
    "saying": Fragment(_saying),
    "speaker": Fragment(_speaker, issues=True),
    "list": Fragment(_list),
    "next": Fragment(_screens_next),
    "message": Fragment(_message),
}


def moment_of(view: PublicView, wish: Wish, now_ms: int) -> Moment:
    """Return what the fragments of a page are drawn from."""
    return Moment(view, wish, now_ms, Phrasebook(Names.of(view, issues=False), wish.lang))
