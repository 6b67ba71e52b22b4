"""The core's two functions: a command leads to events or a refusal (`decide`), events lead to a state (`evolve`).

Pure: no I/O, no clock, no chance. Replay is `evolve` and nothing else.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from msgspec.structs import replace

from server.dialogue.entry import Entry
from server.dialogue.model.command import Command, Context, Events, check_permitted
from server.dialogue.model.ids import Actor
from server.dialogue.model.refusals import Code, Refused
from server.dialogue.model.register import People, Record
from server.dialogue.model.setup import Setup
from server.dialogue.model.state import Act, Acts, Pictures, State
from server.dialogue.rooms.session import Created
from server.dialogue.rooms.undo import forgotten, remembered


class Known(NamedTuple):
    """What the entries of a journal add up to: the state, and the states in which screens were frozen."""

    state: State
    pictures: Pictures

    def with_people(self, people: People) -> Self:
        """The same, with these people known as well, as far as entries have named them."""
        known = {**self.state.people, **people}
        held = {version: known[version] for version in self.state.introduced if version in known}
        return self if held == self.state.people else self.beside(held)

    def beside(self, held: People) -> Self:
        """Put these people beside the state, and beside what is kept of earlier ones."""
        acts = tuple(replace(act, before=replace(act.before, people=held)) for act in self.state.acts)
        pictures = {seq: replace(picture, people=held) for seq, picture in self.pictures.items()}
        return type(self)(replace(self.state, people=held, acts=acts), pictures)


class Decision(NamedTuple):
    """What a command leads to."""

    events: Events
    records: tuple[Record, ...] = ()
    """What the register must hold before the events are stored."""


def decision(
    state: State,
    command: Command,
    actor: Actor,
    now_ms: int,
    consoles_silent_ms: Mapping[str, int],
    salt: str = "",
) -> Decision:
    """The events that `command` leads to, at least one, and the records that they name.

    `now_ms` is not before the state's last instant. `consoles_silent_ms` says of each console ("console:chair")
    how long it has been silent, for R4. `salt`: by chance. Raises Refused with a stable code when the command may not
    be carried out.
    """
    check_permitted(state, actor, command)
    context = Context(state, actor, now_ms, consoles_silent_ms, salt)
    return Decision(command.decide(context), command.records(context))


def decide(
    state: State, command: Command, actor: Actor, now_ms: int, consoles_silent_ms: Mapping[str, int]
) -> Events:
    """The events of `decision`, where nothing is to be carried out."""
    return decision(state, command, actor, now_ms, consoles_silent_ms).events


def refusal(state: State, command: Command, actor: Actor, at_ms: int | None = None) -> Code | None:
    """The code with which a command would be refused, None if it would be carried out: what a face may offer.

    Asked at the state's own instant, or at `at_ms`: limits in time (R4, R13, R18, R39) travel as instants of their own.
    """
    try:
        decide(state, command, actor, state.at_ms if at_ms is None else at_ms, {})
    except Refused as refused:
        return refused.code
    return None


def initial(setup: Setup, people: People) -> State:
    """The state before the first entry: what `Created` makes of this set-up."""
    return Known(Created(setup).fold(State(setup=setup), 0), {}).with_people(people).state


def _begun(state: State, entry: Entry) -> tuple[State, Events]:
    """The state before an entry's acts, and these: a journal's first entry creates the dialogue before it acts."""
    first = entry.events[0]
    if isinstance(first, Created):
        return first.fold(state, entry.at_ms), entry.events[1:]
    return state, entry.events


class Folded(NamedTuple):
    """What is known, while nobody looks at it: the state's own list of acts is empty, for they are beside it.

    So the state is at once what undo may need of it later (R6), and no copy is made for that.
    """

    state: State
    acts: Acts
    pictures: Pictures

    @classmethod
    def of(cls, known: Known) -> Self:
        """What is known, to be folded further."""
        state, pictures = known
        return cls(replace(state, acts=()), state.acts, pictures)

    def known(self) -> Known:
        """To be looked at."""
        return Known(replace(self.state, acts=self.acts), self.pictures)


def evolve(before: State, acts: Acts, pictures: Pictures, entry: Entry) -> tuple[State, Acts, Pictures]:
    """The one fold: state, acts that may be undone (R6) and pictures after `entry`, of those before it, as in `Folded`.

    They come and go as a plain tuple: one with names takes a tenth of the time in which a journal is folded.
    """
    seq, at_ms, events = entry.seq, entry.at_ms, entry.events
    if seq == 1:
        before, events = _begun(before, entry)
    after = before
    for event in events:
        after = event.fold(after, at_ms)
    after = replace(after, seq=seq, at_ms=at_ms)
    acts = remembered(acts, Act(seq, at_ms, events, before), entry.actor)
    if after.taken_back:
        after = forgotten(after, acts)
    if after.people is not before.people:
        after, acts, pictures = Folded.of(Known(replace(after, acts=acts), pictures).beside(after.people))
    if pictures or after.frozen_at:
        pictures = _kept(pictures, before, after, acts)
    return after, acts, pictures


def _kept(pictures: Pictures, before: State, after: State, acts: Acts) -> Pictures:
    """The pictures that may be shown: what a screen is frozen in, or would be again if an act were undone (R6)."""
    shown = set(after.frozen_at.values())
    for act in acts:
        shown.update(act.before.frozen_at.values())
    kept = {seq: picture for seq, picture in pictures.items() if seq in shown}
    if before.seq in shown and before.seq not in kept:
        kept[before.seq] = replace(before, at_ms=after.at_ms)
    return kept


def follow(known: Known, entry: Entry) -> Known:
    """What is known once `entry` has happened."""
    return Folded(*evolve(*Folded.of(known), entry)).known()


def replay(entries: Iterable[Entry], people: People) -> Known | None:
    """The fold of a journal from its first entry, looked at with this register; None if it is empty."""
    folded: Folded | None = None
    for entry in entries:
        if folded is None:
            created = entry.events[0]
            if not isinstance(created, Created):
                raise ValueError("the first event of a journal must be `created`")
            folded = Folded(initial(created.setup, {}), (), {})
        folded = Folded(*evolve(*folded, entry))
    return None if folded is None else folded.known().with_people(people)
