"""The protocol without a socket: each call brings what a socket would have brought since the one before."""

from collections.abc import Callable, Mapping

import msgspec

from server.dialogue.model.refusals import Refused
from server.live.admission import Admission, Client, Unwelcome
from server.live.answering import answer
from server.live.fanout import Fanout
from server.live.incoming import decoded
from server.live.presence import TOLD
from server.live.stream import encode
from server.live.visitors import Visitors
from server.session import Session
from server.wire.messages import WIRE, Answer, Beat, Hello, NoEntry, Poll, Presence, Refusal


class Polling:
    """Answers calls. Nothing is kept for a caller but that it was here (`Visitors`)."""

    def __init__(
        self,
        session: Session,
        admission: Admission,
        presence: Callable[[], Presence],
        visitors: Visitors,
        fanout: Fanout,
    ) -> None:
        self._session = session
        self._admission = admission
        self._presence = presence
        self._visitors = visitors
        self._fanout = fanout

    async def news(self, token: str, query: Mapping[str, str]) -> bytes | NoEntry:
        """Return a News as JSON text for the holder of `token`. `query` is a Poll in texts."""
        try:
            poll = _poll(query)
            client = self._let_in(
                Hello(wire=WIRE, token=token, epoch=poll.epoch, seq=poll.seq, device=poll.device)
            )
        except Unwelcome as unwelcome:
            return NoEntry(code=unwelcome.code, about=unwelcome.about)
        if (
            self._session.behind
        ):  # as in the gateway: nobody is shown what this node did not know of while it slept
            await self._session.caught_up()
        due = self._fanout.due(client.room, poll.epoch, poll.seq, poll.config)
        self._visitors.told(client, poll, due.seq)
        # A `News`; what is encoded already, for everybody, goes in as it is.
        news: dict[str, object] = {
            "welcome": self._admission.welcome(client),
            "time": self._admission.time(),
            "beat": Beat(seq=due.seq),
        }
        if due.view is not None:
            news["view"] = msgspec.Raw(due.view)
        if due.changes:
            news["changes"] = [msgspec.Raw(payload) for payload in due.changes]
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
        return await answer(self._session, client.actor, message)

    def _let_in(self, said: Hello) -> Client:
        client = self._admission.identify(said)
        self._visitors.called(client)
        return client


def _poll(query: Mapping[str, str]) -> Poll:
    """Raises `Unwelcome`: "reload" for a client of another version, "bad_command" for what makes no sense."""
    if query.get("wire", str(WIRE)) != str(WIRE):
        raise Unwelcome("reload")
    try:
        return decoded(query, Poll, texts=True)
    except Refused as refused:
        raise Unwelcome("bad_command", refused.about) from refused
