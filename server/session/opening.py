"""The first entry of a journal: it fixes the configuration, and whether the dialogue is a rehearsal."""

from msgspec.structs import replace

from server.dialogue.actor import Actor
from server.dialogue.commands import Rehearse
from server.dialogue.events import Created, Event
from server.dialogue.permissions import check_permitted
from server.dialogue.refusals import Refused
from server.dialogue.state import State


def with_created(state: State, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Put `Created` before the events of the first command.

    Only then is the configuration fixed: until somebody acts, config.toml can be edited.
    """
    if state.seq > 0 or isinstance(events[0], Created):
        return events
    return (Created(state.setup), *events)


def rehearse(state: State, actor: Actor, command: Rehearse) -> tuple[Event, ...]:
    """Make an empty journal that of a rehearsal. Raises `Refused`: a clock never runs fast in a real dialogue."""
    check_permitted(state, actor, command)
    if state.seq > 0:
        raise Refused("not_now", state.step.phase)
    return (Created(replace(state.setup, clock_rate=command.rate)),)
