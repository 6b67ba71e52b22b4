"""`/healthz`: whether the server does its work, for people and for what watches over it.

Anybody is answered 200 or 503 with a bare status, which is all that a proxy needs: figures tell more than the public
is to know (a `seq` that moves without a change betrays a point of order). They are for who may see the metrics.
"""

from collections.abc import Callable
from typing import Any, Literal

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.web.bearer import Watchers

Status = Literal["ok", "degraded", "not_saved", "behind"]


class FanoutHealth(Struct, frozen=True, omit_defaults=True):
    """`fast`: the short cut is in use; if not, `reason` says why."""

    fast: bool
    behind: int
    """Clients that read too slowly at the moment."""
    reason: str | None = None


class Health(Struct, frozen=True):
    """`saved`: the journal stored the last act. If it did not, `status` is "not_saved"; "behind" where this node does
    not hear from a journal that others append to; "degraded" where views of `failing` cannot be made, which another
    node could not do better, or where `file` is "unusable": the node works by the journal's facts, but somebody should
    mend its configuration file. Else it is "ok".
    """

    status: Status
    seq: int
    saved: bool
    rehearsal: bool
    clock_step_ms: int
    """How far the system clock was stepped since the start."""
    fanout: FanoutHealth
    failing: tuple[str, ...]
    """Audiences."""
    file: Literal["ok", "differs", "unusable"]
    """How this node's configuration file stands to the facts of the dialogue, which are the journal's."""
    door: Literal["whole", "packets"]
    """What holds of its limits: all of them; or, where uvicorn or websockets are others than were read, those of
    packets, requests and commands alone: how many connections there are, how slowly a request comes, and what is sent
    ahead, then is nobody's concern but the proxy's."""
    turned_away: dict[str, int]
    """What was, at the door, since the start: how many of each kind."""


def route(health: Callable[[], Health], watchers: Watchers) -> Route:
    """Return the route; its answer is 200, or 503 for a node that had better be left out."""

    async def healthz(request: Request) -> Response:
        now = health()
        told: object = now if watchers.include(request) else {"status": now.status}
        body: Any = msgspec.json.encode(told)
        status = 200 if now.status in {"ok", "degraded"} else 503
        return Response(body, status, {"Cache-Control": "no-store"}, "application/json")

    return Route("/healthz", healthz)
