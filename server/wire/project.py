"""Projecting a state into the views of all audiences, each computed once and only if somebody watches."""

from functools import cached_property
from typing import Any

import msgspec

from server.dialogue.derived.seats import all_seats
from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import Pictures, State
from server.wire import views
from server.wire.projections.console import console_view
from server.wire.projections.podium import podium_view
from server.wire.projections.public import public_view
from server.wire.projections.screens import screens_part, speaking_order
from server.wire.projections.seat import me
from server.wire.projections.turn import Outlook, outlook

AudienceKey = str
"""public, screens, stage, podium, console, or seat:<id>."""

View = dict[str, Any]


def seat_audience(seat: str) -> AudienceKey:
    """The audience of one seat's devices."""
    return f"seat:{seat}"


class Projection:
    """The views of one state, as plain objects without nulls. Parts are shared between them: do not change them."""

    def __init__(self, state: State, pictures: Pictures) -> None:
        self._state = state
        self._pictures = pictures
        self._views: dict[AudienceKey, View] = {}

    def view(self, audience: AudienceKey) -> View:
        """The view of an audience; KeyError if there is no such audience."""
        if audience not in self._views:
            self._views[audience] = self._project(audience)
        return self._views[audience]

    def _project(self, audience: AudienceKey) -> View:
        if audience == "public":
            return _plain(self._public)
        if audience == "screens":
            return {**self.view("public"), "screens": _plain(screens_part(self._state, self._pictures))}
        if audience == "stage":
            return {**self.view("screens"), "order": speaking_order(self._state)}
        if audience == "podium":
            return _plain(podium_view(self._state, self._public))
        if audience == "console":
            return _plain(console_view(self._state, self._pictures, self._public))
        if not audience.startswith("seat:"):
            raise KeyError(audience)
        seat = SeatId(audience.removeprefix("seat:"))
        if seat not in {s.id for s in all_seats(self._state)}:
            raise KeyError(audience)
        return {**self.view("public"), "me": _plain(me(self._state, seat, self._outlook))}

    @cached_property
    def _public(self) -> views.PublicView:
        return public_view(self._state)

    @cached_property
    def _outlook(self) -> Outlook:
        return outlook(self._state)


def project(state: State, pictures: Pictures) -> Projection:
    """The views of `state`, computed when asked for. `pictures`: what its frozen screens go on to show."""
    return Projection(state, pictures)


def _plain(value: object) -> View:
    plain: View = msgspec.to_builtins(value)
    return plain
