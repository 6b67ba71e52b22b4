"""Bearer tokens in the Authorization header (RFC 6750): those of personal links, and the monitoring key."""

import hmac
import ipaddress
from typing import Final

from starlette.requests import Request

FORWARDED: Final = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
)
"""Headers of which a proxy adds at least one, unless somebody told it not to."""


def token_of(request: Request) -> str:
    """Return the token, empty if there is none."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


class Watchers:
    """Who may see how the server is: whoever shows the monitoring key, or asks from this machine itself.

    Behind a proxy on this machine everybody comes from loopback, so with one (`proxied`: a public URL is configured)
    only the key counts; and so it does for a request that says that it was passed on.
    """

    def __init__(self, key: str, *, proxied: bool) -> None:
        self._key = key.encode()
        self._proxied = proxied

    def include(self, request: Request) -> bool:
        """Whether this request may be answered."""
        if hmac.compare_digest(token_of(request).encode(), self._key):
            return True
        return not self._proxied and is_from_here(request)


def is_from_here(request: Request) -> bool:
    """Whether a program on this machine asks, and no proxy says that it passes somebody's request on."""
    passed_on = any(name in request.headers for name in FORWARDED)
    return not passed_on and request.client is not None and _is_loopback(request.client.host)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
