"""Messages between server and faces: Socket.IO events of these names, payload one JSON object each.

From the client: `command` (acknowledged with an Answer), `probe` (acknowledged with a Time), `sync` (asks for
the whole view), `status`. From the server: `welcome`, then `view` or the `change`s since, then `change`,
`beat`, and for consoles and stage `presence`.

Where the network lets no socket through, the same by HTTP: `POST /api/command` takes a CommandMessage and answers
an Answer; `GET /api/view` takes a Poll for its query and answers News, all that a socket would have brought since.
Who is not let in is told so by a NoEntry.
"""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from server.dialogue.model.ids import Role, ScreenId, SeatId
from server.dialogue.model.refusals import Code
from server.dialogue.model.setup import Language
from server.dialogue.registry import AnyCommand

WIRE = 2
"""Version of this protocol; another version in `Hello` is refused with "reload"."""


Audience = Literal["public", "seat", "screens", "stage", "podium", "console"]

Device = Annotated[str, Meta(max_length=64)]
"""Chosen by the client, the same whenever it comes back; empty: not told."""

ErrorMs = Annotated[float, Meta(ge=0, le=3_600_000)]
"""Half the smallest round trip: how far off a client's idea of server time can be."""

ConfigHash = Annotated[str, Meta(max_length=64)]
"""Names a configuration by its content (`server.wire.views.configuration`); from a client, the one it holds, if any."""


Epoch = Annotated[str, Meta(max_length=64)]
"""As a ViewMessage names it; empty: none is held."""

Sealed = Annotated[str, Meta(max_length=64)]
"""As of which entry of the journal something is; for servers alone to read (`server.access.seal`). Empty: none."""


class _Message(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all messages share: unknown fields are refused."""


class Held(_Message, frozen=True, kw_only=True):
    """What a client holds, and resumes from: a position, `epoch` and `seq`, is that of its view, and counts only the
    changes of its own audience at one node. What it was told at any node, and is not to be shown less than, is sealed.
    """

    epoch: Epoch = ""
    seq: int = -1
    as_of: Sealed = ""
    """Of the last view or change. One that no server of this dialogue gave to its audience: it is sent the whole."""
    acted: Sealed = ""
    """`as_of` of the last Accepted."""
    config: ConfigHash = ""


class Hello(Held, frozen=True, kw_only=True):
    """`auth` of the connection. No token: public.

    A seat may be open on a few devices (R7); without a `device` each connection counts as another one.
    """

    wire: int
    token: str = ""
    device: Device = ""


EntryCode = Literal["reload", "revoked", "too_many_devices", "bad_command"]


class NoEntry(_Message, frozen=True, kw_only=True):
    """Why a client is not let in; another version: "reload". A socket's `connect_error` has the code as message."""

    code: EntryCode
    about: str = ""


class Welcome(_Message, frozen=True, kw_only=True):
    wire: int
    role: Role
    name: str
    """Seat, screen or console ("chair", "deputy") of the link; empty for the rest."""
    audience: Audience
    now_ms: float
    rate: float
    beat_ms: int
    """A beat comes this often, in real milliseconds."""
    probe_ms: int
    """Probe the clock this often, in real milliseconds."""


class ViewMessage(_Message, frozen=True, kw_only=True):
    """A whole view. It builds on a configuration: who does not hold that one asks with `sync`, which brings both.

    Who asks by HTTP finds it at `/api/config/<hash>`, for ever the same.
    """

    epoch: str
    """Another one at each node, after each start, and after the journal went on another way."""
    seq: int
    """How many changes this audience has had in this epoch, be anybody there or not."""
    as_of: Sealed
    config: ConfigHash
    view: dict[str, Any]
    """A merge patch (RFC 7396): applied to the configuration, it makes a PublicView, SeatAudienceView, ScreensView,
    StageView, PodiumView or ConsoleView."""
    configuration: dict[str, Any] | UnsetType = UNSET
    """A Configuration, for a client that did not say it holds this one."""


class Change(_Message, frozen=True, kw_only=True):
    """Apply `patch` (RFC 7396) if `prev` is the seq of the view held; else ask for the view with `sync`.

    `seq` is one more: what changes nothing for an audience leaves no trace in it.
    """

    prev: int
    seq: int
    as_of: Sealed
    patch: dict[str, Any]


class Beat(_Message, frozen=True, kw_only=True):
    """`seq` is the audience's last: another one than the view's means a change was lost."""

    seq: int


class Time(_Message, frozen=True, kw_only=True):
    """Server time, epoch milliseconds of the dialogue's clock with fractions, and how fast that clock runs."""

    now_ms: float
    rate: float


class CommandMessage(_Message, frozen=True, kw_only=True):
    """`id` is chosen by the client, kept until answered, and sent again with the same id after a cut."""

    id: Annotated[str, Meta(min_length=8, max_length=64)]
    command: AnyCommand
    again: bool = False
    """It was sent before: a refusal then holds for that copy as well, wherever it may still be under way."""


class Accepted(_Message, frozen=True, kw_only=True, tag_field="answer", tag="accepted"):
    """The act is durable. It is in the sender's own view from `seq` on, of `epoch`, whatever of it that view shows."""

    epoch: str
    seq: int
    as_of: Sealed
    """Of the act: who brings it along (`Held.acted`) is shown it by every node."""


class Refusal(_Message, frozen=True, kw_only=True, tag_field="answer", tag="refused"):
    code: Code
    about: str
    """The field, seat or thing in the way; may be empty."""


Answer = Accepted | Refusal


class Status(_Message, frozen=True, kw_only=True):
    """A screen or console reports how well it is: half the smallest round trip, and `as_of` of its view.

    `languages`: those in which a screen shows everything, chosen in its address.
    """

    error_ms: ErrorMs
    as_of: Sealed = ""
    languages: tuple[Language, ...] = ()


class Poll(Held, frozen=True, kw_only=True):
    """Query of `GET /api/view`; the token is in the Authorization header. `error_ms` as in Status."""

    wire: int = WIRE
    device: Device = ""
    error_ms: ErrorMs | UnsetType = UNSET


class ScreenHealth(_Message, frozen=True, kw_only=True):
    """`seen_ms`: server time when it was last heard from."""

    online: int
    seen_ms: int | UnsetType = UNSET
    error_ms: float | UnsetType = UNSET
    behind: bool = False
    languages: tuple[Language, ...] = ()
    """In which it shows everything; empty: it has not said so."""


class Presence(_Message, frozen=True, kw_only=True):
    """Who is there; not part of any view, newest wins, to consoles and stage only."""

    observers: int
    seats: dict[SeatId, int]
    consoles: dict[str, int]
    screens: dict[ScreenId, ScreenHealth]
    clock_step_ms: int
    """How far the server's system clock was moved under it; 0 is well."""
    saved: bool
    """The journal stores, as far as is known; if not, acts are refused until it does."""


class News(_Message, frozen=True, kw_only=True):
    """Answer of `GET /api/view`: `view`, or the `changes` since, none where there are none; `presence` for consoles."""

    welcome: Welcome
    time: Time
    beat: Beat
    view: ViewMessage | UnsetType = UNSET
    changes: tuple[Change, ...] | UnsetType = UNSET
    presence: Presence | UnsetType = UNSET
