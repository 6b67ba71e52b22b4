"""The protocol without a socket: each call brings what a socket would have brought since the one before."""

from collections.abc import Callable, Mapping

import msgspec

from server.dialogue.model.refusals import Refused
from server.live.admission import Admission, AdmittedClient, Unwelcome
from server.live.fanout import Fanout, NoView
from server.live.incoming import Commands, decoded
from server.live.polling_clients import PollingClients
from server.live.presence import TOLD
from server.live.stream import encode
from server.session import Session
from server.wire.messages import WIRE, Answer, Beat, Hello, NoEntry, Poll, Presence, Refusal


class Polling:
    """Answers calls. Nothing is kept for a caller but that it was here (`PollingClients`)."""

    def __init__(
        self,
        session: Session,
        commands: Commands,
        admission: Admission,
        presence: Callable[[], Presence],
        polling_clients: PollingClients,
        fanout: Fanout,
    ) -> None:
        self._session = session
        self._commands = commands
        self._admission = admission
        self._presence = presence
        self._polling_clients = polling_clients
        self._fanout = fanout

    async def news(self, token: str, query: Mapping[str, str]) -> bytes | NoEntry:
        """Return a News as JSON text for the holder of `token`. `query` is a Poll in texts. Raises `NoView`."""
        try:
            poll = _poll(query)
            client = self._let_in(Hello(wire=WIRE, token=token, device=poll.device))
        except Unwelcome as unwelcome:
            return NoEntry(code=unwelcome.code, about=unwelcome.about)
        if not await self._session.caught_up(self._fanout.seen(client.room, poll) or 0):
            raise NoView(client.room)  # as in the gateway: it has seen more than can be found out here
        missed = self._fanout.missed(client.room, poll)
        self._polling_clients.told(client, poll, missed.entry)
        # A `News`; what is encoded already, for everybody, goes in as it is.
        news: dict[str, object] = {
            "welcome": self._admission.welcome(client),
            "time": self._admission.time(),
            "beat": Beat(seq=missed.seq),
        }
        if missed.view is not None:
            news["view"] = msgspec.Raw(missed.view)
        if missed.changes:
            news["changes"] = [msgspec.Raw(payload) for payload in missed.changes]
        if client.actor.role in TOLD:
            news["presence"] = self._presence()
        return encode(news)

    async def command(self, token: str, device: str, body: bytes) -> Answer:
        """Carry out the CommandMessage that `body` holds as JSON text."""
        try:
            client = self._let_in(decoded({"wire": WIRE, "token": token, "device": device}, Hello))
        except Unwelcome as unwelcome:
            if unwelcome.code == "reload":
                raise  # a command names no version
            return Refusal(code=unwelcome.code, about=unwelcome.about)
        except Refused as refused:
            return Refusal(code=refused.code, about=refused.about)
        try:
            message = msgspec.json.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            message = None  # not JSON: no CommandMessage either
        return await self._commands.answer(client.actor, message)

    def _let_in(self, said: Hello) -> AdmittedClient:
        client = self._admission.identify(said)
        self._polling_clients.called(client)
        return client


def _poll(query: Mapping[str, str]) -> Poll:
    """Raises `Unwelcome`: "reload" for a client of another version, "bad_command" for what makes no sense."""
    if query.get("wire", str(WIRE)) != str(WIRE):
        raise Unwelcome("reload")
    try:
        return decoded(query, Poll, texts=True)
    except Refused as refused:
        raise Unwelcome("bad_command", refused.about) from refused
