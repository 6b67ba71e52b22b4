"""Headers for every answer: a page runs its own scripts only, and no token leaks by way of a referrer."""

import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Styles in attributes are Svelte's; there is no inline script, and no inline style sheet.
# The frames are the stage's: it looks at the page of the screens.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'{sockets}; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-src 'self'; frame-ancestors 'self'"
)
HOST: Final = re.compile(r"[\w.\-\[\]:]+")

FIXED: Final = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Wraps an ASGI application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to HTTP answers; leave everything else alone."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = POLICY.format(sockets=_sockets(Headers(scope=scope).get("host", "")))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(FIXED)
                headers["Content-Security-Policy"] = policy
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _sockets(host: str) -> str:
    """Name the WebSocket addresses of this origin: for browsers of before 2022, 'self' does not cover them."""
    return f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
