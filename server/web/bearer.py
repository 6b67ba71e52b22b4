"""The token of a personal link, as HTTP carries it: in the Authorization header (RFC 6750)."""

from starlette.requests import Request


def token_of(request: Request) -> str:
    """Return the token, empty if there is none."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""
