"""Personal links: who may open which page as whom. A token is an HMAC, so that there is no list of them to lose."""

import base64
import hashlib
import hmac
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct

from server.access.seal import Seal
from server.dialogue.model.ids import Actor, Role
from server.dialogue.model.setup import Setup

CONSOLES: Final = ("chair", "deputy")
PAGES: Final[dict[Role, str]] = {
    "console": "/console",
    "podium": "/podium",
    "stage": "/stage",
    "seat": "/floor",
    "screen": "/screen",
    "public": "/",
    "operator": "",
}
TOKEN_BYTES: Final = 18
"""144 of HMAC-SHA256's 256 bits, 24 characters of base64url (RFC 2104, section 5, on truncation: at least half)."""
GENERATION: Final = 0
"""A link that is replaced gets the next generation; none is so far."""


class AccessLink(Struct, frozen=True):
    """A page, opened as somebody. The token is in the fragment, which browsers do not send to servers or logs."""

    actor: Actor
    url: str

    def row(self) -> dict[str, str]:
        """For `links --json`: role, who (`seat` or `name`; nothing where there is only one), URL."""
        key = "seat" if self.actor.role == "seat" else "name"
        who = {key: self.actor.name} if self.actor.name else {}
        return {"role": self.actor.role, **who, "url": self.url}


class Access:
    """Tokens of one server."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self.seal = Seal(secret)
        """Closes what clients keep for the server."""
        self._setup: Setup | None = None
        self._actors: dict[str, Actor] = {}

    def token(self, setup: Setup, actor: Actor) -> str:
        """Return the token of `actor` in this dialogue; the public needs none."""
        if actor.role == "public":
            return ""
        named = msgspec.json.encode(["link", setup.id, actor.role, actor.name, GENERATION])
        digest = hmac.digest(self._secret, named, hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()

    @property
    def monitoring_key(self) -> str:
        """What a program shows that watches over the server. No personal link has it, in no dialogue; it opens none."""
        digest = hmac.digest(self._secret, msgspec.json.encode(["monitoring", GENERATION]), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()

    @property
    def operator_key(self) -> str:
        """What commands on this machine show to the server that runs here: whoever reads the secret has it."""
        digest = hmac.digest(self._secret, msgspec.json.encode(["operator", GENERATION]), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()

    def actor(self, setup: Setup, token: str) -> Actor | None:
        """Return whose token this is, None if nobody's. No token at all is the public's."""
        if setup is not self._setup:
            self._actors = {self.token(setup, actor): actor for actor in actors(setup)}
            self._setup = setup
        return self._actors.get(token)

    def links(self, setup: Setup, base_url: str) -> Iterator[AccessLink]:
        """Yield a link for everybody; `base_url` has no slash at its end."""
        for actor in actors(setup):
            token = self.token(setup, actor)
            yield AccessLink(actor, f"{base_url}{PAGES[actor.role]}" + (f"#t={token}" if token else ""))


def actors(setup: Setup) -> Iterator[Actor]:
    """Yield everybody who may have a link. The chair's seats are at consoles."""
    chairs = {party.id for party in setup.parties if party.kind == "chair"}
    yield from (Actor("console", name) for name in CONSOLES)
    yield Actor("podium")
    yield Actor("stage")
    yield from (Actor("seat", seat.id) for seat in setup.seats if seat.party not in chairs)
    yield from (Actor("screen", screen.id) for screen in setup.screens)
    yield Actor("public")
