"""Ways of saving time, tried out before they are done (R35)."""

from typing import Literal

from server.dialogue.decider import refusal
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import request_ms, statement_ms
from server.dialogue.derived.seats import presiding_console
from server.dialogue.model.ids import RequestId
from server.dialogue.model.state import State
from server.dialogue.rooms.speakers import StatementsShortened, Tighten, WrittenAsked
from server.wire import views
from server.wire.projections.absent import or_unset


def previews(state: State) -> tuple[views.Preview, ...]:
    """Each way tried out on the state; its command does exactly what was tried."""
    if state.step.phase not in ("interventions", "exchange"):
        return ()
    waiting = [r for r in state.requests.values() if r.status == "open" and r.lane == "statement"]
    shorten_ms = state.setup.lengths.shorten_ms
    found = []
    if shorten_ms < statement_ms(state):
        after = StatementsShortened(shorten_ms).fold(state, 0)
        shorter = tuple(r.id for r in waiting if request_ms(after, r) < request_ms(state, r))
        found.append(_preview("shorten", after, Tighten(shorten_to_ms=shorten_ms), shorter, shorten_ms))
    written = tuple(r.id for r in waiting if r.length_ms is None)  # R32: nobody puts off a guest
    if written:
        after = WrittenAsked(written).fold(state, 0)
        found.append(_preview("written", after, Tighten(written=written), written))
    chair = presiding_console(state)
    return tuple(preview for preview in found if refusal(state, preview.command, chair) is None)


def _preview(
    kind: Literal["shorten", "written"],
    after: State,
    command: Tighten,
    requests: tuple[RequestId, ...],
    to_ms: int | None = None,
) -> views.Preview:
    told = forecast(after)
    return views.Preview(
        kind=kind,
        requests=requests,
        tail_limits_ms=told.tail_limits_ms,
        tail_pace_ms=told.tail_pace_ms,
        command=command,
        to_ms=or_unset(to_ms),
    )
