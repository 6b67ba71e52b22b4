"""The protocol as JSON Schema; TypeScript types are generated from it (`make generate`)."""

from typing import Any

import msgspec

from server.dialogue.model.values import Target
from server.dialogue.registry import AnyCommand
from server.wire import messages, views

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
    "Configuration": views.Configuration,
    "PublicView": views.PublicView,
    "ScreensView": views.ScreensView,
    "StageView": views.StageView,
    "PodiumView": views.PodiumView,
    "ConsoleView": views.ConsoleView,
    "SeatAudienceView": views.SeatAudienceView,
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
