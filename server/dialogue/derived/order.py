"""Who spoke how often and how long, and so the order of the list (R8, R15, R16, R24) and the reason for each place."""

from typing import Literal

from msgspec import Struct

from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.dues import heard
from server.dialogue.derived.lengths import on_floor
from server.dialogue.model.ids import PartyId, RequestId
from server.dialogue.model.state import Pin, Request, State, once_per_state


class Total(Struct, frozen=True):
    """Of one party in the session: time used (ms) and statements; `round_turns`: in the list, this round."""

    used_ms: int = 0
    turns: int = 0
    round_turns: int = 0


@once_per_state
def totals(state: State) -> dict[PartyId, Total]:
    """Totals of the parties that were heard."""
    found: dict[PartyId, Total] = {}
    for statement in heard(state):
        was = found.get(statement.party, Total())
        counts = statement.lane == "statement" and statement.step.round == state.step.round
        found[statement.party] = Total(
            was.used_ms + used_ms(statement), was.turns + 1, was.round_turns + int(counts)
        )
    return found


Reason = Literal[
    "lineup", "arrival", "first_time", "fewer_turns", "second_turn", "moved", "answer", "right_of_reply"
]


class Ranked(Struct, frozen=True):
    """A request in its place."""

    request: Request
    reason: Reason


@once_per_state
def ranked(state: State) -> tuple[Ranked, ...]:
    """Open requests of the statement lane in the order in which they will be called."""
    arrival = {r: n for n, r in enumerate(state.requests)}
    waiting = [r for r in state.requests.values() if r.status == "open" and r.lane == "statement"]
    heard = totals(state)

    later = _later(state, waiting) if state.order == "arrival" else frozenset()

    def key(request: Request) -> tuple[int, ...]:
        total = heard.get(request.party, Total())
        if state.order == "balanced":  # R16
            return (total.round_turns, total.turns, total.used_ms, arrival[request.id])
        second = total.round_turns > 0 or request.id in later
        last = second and state.setup.rules.second_statements_last  # R15
        return (int(last), arrival[request.id])

    rows = [r.id for r in sorted(waiting, key=key)]
    moved: set[RequestId] = set()
    for pin in state.pins:
        if pin.request in rows:
            rows = place(rows, pin)
            moved.add(pin.request)
    return tuple(
        Ranked(state.requests[r], "moved" if r in moved else _reason(state, state.requests[r], heard, later))
        for r in rows
    )


def _later(state: State, waiting: list[Request]) -> frozenset[RequestId]:
    """Those before which another of their party waits or has the floor: second follow-ups of a group (R14, R15)."""
    running = on_floor(state)
    seen = {running.party} if running is not None and running.lane == "statement" else set()
    later: set[RequestId] = set()
    for request in waiting:
        if request.party in seen:
            later.add(request.id)
        seen.add(request.party)
    return frozenset(later)


def place(rows: list[RequestId], pin: Pin) -> list[RequestId]:
    """The rows once a pinned one stands right before the first that followed it and still waits, or last."""
    others = [r for r in rows if r != pin.request]
    at = next((others.index(f) for f in pin.before if f in others), len(others))
    return [*others[:at], pin.request, *others[at:]]


def _reason(
    state: State, request: Request, heard: dict[PartyId, Total], later: frozenset[RequestId]
) -> Reason:
    total = heard.get(request.party, Total())
    if total.round_turns > 0 or request.id in later:
        return "second_turn"
    if state.order == "arrival":
        return "arrival"
    return "first_time" if total.turns == 0 else "fewer_turns"
