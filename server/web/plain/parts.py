"""What both pages are made of: marks of parties, who speaks, for how long, about what, and who is next."""

from typing import Final

from msgspec import UNSET

from server.dialogue.model.ids import PartyId
from server.web.plain.html import Html, el, many, spaced
from server.web.plain.times import figures, left_ms
from server.web.plain.words import Words
from server.wire.views import Clock, FloorView, NextView

SHAPES: Final = {
    "triangle": Html('<path d="M12 2.5 23 21.5H1Z"/>'),
    "circle": Html('<circle cx="12" cy="12" r="10.5"/>'),
    "square": Html('<rect x="2.5" y="2.5" width="19" height="19"/>'),
    "diamond": Html('<path d="M12 .8 23.2 12 12 23.2.8 12Z"/>'),
}
LECTERN: Final = Html('<path d="M3 6h18l-1.5 4h-15ZM8 11.5h8L15 20h3v2.5H6V20h3ZM15.5 1.5h2V5h-2Z"/>')


def mark(words: Words, party: PartyId) -> Html | None:
    """Draw whose it is, without colour: a group's shape, a State's plate. The name stands beside it."""
    found = words.view.parties.get(party)
    if found is None:
        return None
    if found.kind == "state":
        return el("span", found.mark, class_="p-plate", aria_hidden="true")
    shape = SHAPES.get(found.mark, LECTERN)
    return el("svg", shape, class_=f"p-mark p-{found.mark}", viewBox="0 0 24 24", aria_hidden="true")


def clock(words: Words, found: Clock, now_ms: int) -> Html | None:
    """Write the time left at this moment; none before it started (R19)."""
    if found.started_at_ms is UNSET:
        return None
    left = left_ms(found, now_ms)
    over = left <= -1000
    word = words("clock-over" if over else "clock-left")
    return el(
        "p", el("b", figures(left)), " ", el("small", word), class_="p-clock p-over" if over else "p-clock"
    )


def relations(words: Words, item: FloorView | NextView) -> Html:
    """Say what a statement is linked to, a line each; without links, what it is called."""
    lines = [el("li", words(f"relation-{r.kind}", what=words.target(r))) for r in item.relations]
    return el("ul", *lines) if lines else el("p", words.lane(item.lane, item.relations, item.party))


def whose(words: Words, floor: FloorView, language: str) -> Html:
    """Write function and language of who speaks. `language`: the sentence of the page's own catalogue."""
    spoken = words(language, language=words(f"language-{floor.language}"))
    return spaced(*words.capacity(floor.seat), words.behalf(floor.on_behalf), spoken)


def next_speakers(words: Words) -> Html | None:
    """List the next speakers (R36), each with the language expected: the booths read it here too."""
    items = []
    for item in words.view.next:
        lane = words.lane(item.lane, item.relations, item.party)
        what = spaced(lane, words.behalf(item.on_behalf), words(f"language-{item.language}"))
        who = el("div", el("b", words.seat(item.seat)), " ", el("small", what))
        items.append(el("li", mark(words, item.party), who))
    return el("ol", *items) if items else None


def rehearsal(words: Words) -> Html | None:
    """Say that it is one."""
    dialogue = words.view.dialogue
    if not dialogue.rehearsal:
        return None
    rate = f" ×{dialogue.rate:g}" if dialogue.rate != 1 else ""
    return el("p", words("rehearsal"), rate, class_="p-rehearsal")


def message(words: Words) -> Html | None:
    """Show the chair's message, and whose it is."""
    text = words.view.message
    if text is UNSET:
        return None
    return el("p", el("small", words("say-from-chair")), " ", text, class_="p-message")


def point_clock(words: Words, now_ms: int) -> Html | None:
    """Write the time left to state a point of order (R30)."""
    point = words.view.point
    return None if point is UNSET else clock(words, point.clock, now_ms)


def saying(said: list[str]) -> Html:
    """Write a moment in which nobody of the list speaks: the first sentence large."""
    return many(el("h2", said[0]), *(el("p", sentence) for sentence in said[1:]))
