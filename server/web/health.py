"""`/healthz`: whether the server does its work, for people and for what watches over it."""

from collections.abc import Callable
from typing import Any, Literal

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


class FanoutHealth(Struct, frozen=True, omit_defaults=True):
    """`fast`: the short cut is in use; if not, `reason` says why."""

    fast: bool
    behind: int
    """Clients that read too slowly at the moment."""
    reason: str | None = None


class Health(Struct, frozen=True):
    """`saved`: the journal stored the last act. Only then `status` is "ok"; else it is "not_saved", or "behind"
    where this node does not hear from a journal that others append to.
    """

    status: Literal["ok", "not_saved", "behind"]
    seq: int
    saved: bool
    rehearsal: bool
    clock_step_ms: int
    """How far the system clock was stepped since the start."""
    fanout: FanoutHealth


def route(health: Callable[[], Health]) -> Route:
    """Return the route; its answer is 200 or, if status is not "ok", 503."""

    async def healthz(_request: Request) -> Response:
        now = health()
        body: Any = msgspec.json.encode(now)
        status = 200 if now.status == "ok" else 503
        return Response(body, status, {"Cache-Control": "no-store"}, "application/json")

    return Route("/healthz", healthz)
