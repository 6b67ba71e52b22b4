"""The core's two functions: a command leads to events or a refusal (`decide`), events lead to a state (`evolve`).

Pure: no I/O, no clock, no chance. Replay is `evolve` and nothing else.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from server.dialogue.entry import Entry
from server.dialogue.model.command import Command, Context, Events, check_permitted
from server.dialogue.model.ids import Actor
from server.dialogue.model.refusals import Code, Refused
from server.dialogue.model.setup import Setup
from server.dialogue.model.state import Pictures, State
from server.dialogue.rooms.session import Created
from server.dialogue.rooms.undo import remembered


class Known(NamedTuple):
    """What the entries of a journal add up to: the state, and the states in which screens were frozen."""

    state: State
    pictures: Pictures


def decide(
    state: State,
    command: Command,
    actor: Actor,
    now_ms: int,
    consoles_silent_ms: Mapping[str, int],
) -> Events:
    """The events that `command` leads to; at least one.

    `now_ms` is not before the state's last instant. `consoles_silent_ms` says of each console ("console:chair")
    how long it has been silent, for R4. Raises Refused with a stable code when the command may not be carried out.
    """
    check_permitted(state, actor, command)
    return command.decide(Context(state, actor, now_ms, consoles_silent_ms))


def refusal(state: State, command: Command, actor: Actor, at_ms: int | None = None) -> Code | None:
    """The code with which a command would be refused, None if it would be carried out: what a face may offer.

    Asked at the state's own instant, or at `at_ms`: limits in time (R2, R13, R18, R39) travel as instants of their own.
    """
    try:
        decide(state, command, actor, state.at_ms if at_ms is None else at_ms, {})
    except Refused as refused:
        return refused.code
    return None


def initial(setup: Setup) -> State:
    """The state before the first entry: what `Created` makes of this set-up."""
    return Created(setup).fold(State(setup=setup), 0)


def _begun(state: State, entry: Entry) -> tuple[State, Events]:
    """The state before an entry's acts, and these: a journal's first entry creates the dialogue before it acts."""
    first = entry.events[0]
    if isinstance(first, Created):
        return first.fold(state, entry.at_ms), entry.events[1:]
    return state, entry.events


def evolve(state: State, entry: Entry) -> State:
    """The state after `entry`, with the list of acts that may be undone (R6)."""
    before, events, at_ms = state, entry.events, entry.at_ms
    if entry.seq == 1:
        before, events = _begun(state, entry)
        state = before
    for event in events:
        state = event.fold(state, at_ms)
    acts = remembered(before, entry.seq, at_ms, entry.actor, events)
    return replace(state, seq=entry.seq, at_ms=at_ms, acts=acts)


def follow(known: Known, entry: Entry) -> Known:
    """What is known once `entry` has happened."""
    state = evolve(known.state, entry)
    if not known.pictures and not state.frozen_at:
        return Known(state, known.pictures)
    return Known(state, _kept(known, state, entry))


def _kept(known: Known, state: State, entry: Entry) -> Pictures:
    """The pictures that may be shown: what a screen is frozen in, or would be again if an act were undone (R6)."""
    shown = set(state.frozen_at.values())
    for act in state.acts:
        shown.update(act.before.frozen_at.values())
    kept = {seq: picture for seq, picture in known.pictures.items() if seq in shown}
    if known.state.seq in shown and known.state.seq not in kept:
        now, _ = _begun(known.state, entry)
        kept[known.state.seq] = replace(now, at_ms=entry.at_ms, acts=())
    return kept


def replay(entries: Iterable[Entry]) -> Known | None:
    """The fold of a journal from its first entry; None if it is empty."""
    known: Known | None = None
    for entry in entries:
        if known is None:
            created = entry.events[0]
            if not isinstance(created, Created):
                raise ValueError("the first event of a journal must be `created`")
            known = Known(initial(created.setup), {})
        known = follow(known, entry)
    return known
