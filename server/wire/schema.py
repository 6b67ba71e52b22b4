"""The protocol as JSON Schema; TypeScript types are generated from it (`make generate`)."""

from typing import Any

import msgspec

from server.dialogue.model.state import Target
from server.dialogue.registry import AnyCommand
from server.wire import messages
from server.wire.views.configuration import Configuration
from server.wire.views.console import ConsoleView
from server.wire.views.podium import PodiumView
from server.wire.views.public import PublicView, ScreensView, StageView
from server.wire.views.seat import SeatAudienceView

_ROOTS: dict[str, Any] = {
    "Hello": messages.Hello,
    "Welcome": messages.Welcome,
    "ViewMessage": messages.ViewMessage,
    "Change": messages.Change,
    "Beat": messages.Beat,
    "Time": messages.Time,
    "CommandMessage": messages.CommandMessage,
    "Answer": messages.Answer,
    "Status": messages.Status,
    "Presence": messages.Presence,
    "NoEntry": messages.NoEntry,
    "Poll": messages.Poll,
    "News": messages.News,
    "Command": AnyCommand,
    "Target": Target,
    "Configuration": Configuration,
    "PublicView": PublicView,
    "ScreensView": ScreensView,
    "StageView": StageView,
    "PodiumView": PodiumView,
    "ConsoleView": ConsoleView,
    "SeatAudienceView": SeatAudienceView,
}


def schema() -> dict[str, Any]:
    """One JSON Schema (2020-12) with every message, view and command under `$defs`."""
    shapes, components = msgspec.json.schema_components(_ROOTS.values(), ref_template="#/$defs/{name}")
    unions = {name: shape for name, shape in zip(_ROOTS, shapes, strict=True) if "$ref" not in shape}
    return {
        "title": "Wire",
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in _ROOTS},
        "required": list(_ROOTS),
        "additionalProperties": False,
        "$defs": {**components, **unions},
    }
