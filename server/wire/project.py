"""Projecting a state into the views of all audiences, each computed once and only if somebody watches."""

from functools import cached_property

import msgspec
from msgspec import UNSET

from server.dialogue.model.ids import SeatId
from server.dialogue.model.state import Pictures, State
from server.wire.patch import PlainView
from server.wire.views.configuration import PreparedConfiguration, configuration
from server.wire.views.console import console_view
from server.wire.views.podium import podium_view
from server.wire.views.public import PublicView, public_view, screens_part, speaking_order
from server.wire.views.seat import me

AudienceKey = str
"""public, screens, stage, podium, console, or seat:<id>."""


def seat_audience(seat: str) -> AudienceKey:
    """The audience of one seat's devices."""
    return f"seat:{seat}"


class Projection:
    """The views of one state, as plain objects without nulls. Parts are shared between them: do not change them."""

    def __init__(self, state: State, pictures: Pictures) -> None:
        self._state = state
        self._pictures = pictures
        self._own: dict[AudienceKey, PlainView] = {}

    @property
    def configuration(self) -> PreparedConfiguration:
        """What the views of all audiences build on."""
        return configuration(self._state)

    def view(self, audience: AudienceKey) -> PlainView:
        """The view of an audience; KeyError if there is no such audience."""
        return {**self.public, **self.own(audience)}

    @cached_property
    def public(self) -> PlainView:
        """What is in everybody's view."""
        return _plain(self._public) | self._configured

    @cached_property
    def _configured(self) -> PlainView:
        """What is as configured is one and the same object in all views: `diff` need not look into it."""
        fixed, public = self.configuration, self._public

        def shared(name: str) -> PlainView:
            as_configured, plain = getattr(fixed.view, name), fixed.plain[name]
            return {
                key: plain[key] if value is as_configured.get(key) else _plain(value)
                for key, value in getattr(public, name).items()
            }

        return {
            "dialogue": fixed.plain["dialogue"],
            "themes": fixed.plain["themes"],
            "parties": shared("parties"),
            "seats": shared("seats"),
        }

    @cached_property
    def _public(self) -> PublicView:
        return public_view(self._state)

    def own(self, audience: AudienceKey) -> PlainView:
        """What an audience sees beside the public part; KeyError if there is no such audience."""
        if audience not in self._own:
            self._own[audience] = self._project(audience)
        return self._own[audience]

    def _project(self, audience: AudienceKey) -> PlainView:
        match audience:
            case "public":
                return {}
            case "screens":
                return self._screens
            case "stage":
                return {**self._screens, "order": speaking_order(self._state)}
            case "podium":
                return _beside(self._public, podium_view(self._state, self._public))
            case "console":
                return _beside(self._public, console_view(self._state, self._pictures, self._public))
        if not audience.startswith("seat:"):
            raise KeyError(audience)
        return {"me": _plain(me(self._state, SeatId(audience.removeprefix("seat:"))))}

    @cached_property
    def _screens(self) -> PlainView:
        return {"screens": _plain(screens_part(self._state, self._pictures))}


def project(state: State, pictures: Pictures) -> Projection:
    """The views of `state`, computed when asked for. `pictures`: what its frozen screens go on to show."""
    return Projection(state, pictures)


def _plain(value: object) -> PlainView:
    plain: PlainView = msgspec.to_builtins(value)
    return plain


def _beside(public: PublicView, view: PublicView) -> PlainView:
    """What a view holds beside the public one, which it shares with all others."""
    own = (name for name in view.__struct_fields__ if name not in public.__struct_fields__)
    return _plain({name: value for name in own if (value := getattr(view, name)) is not UNSET})
