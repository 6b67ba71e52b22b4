"""The list of speakers (R12-R18, R35)."""

from server.dialogue.choices import OrderMode
from server.dialogue.events.base import EventBase
from server.dialogue.ids import PartyId, RequestId
from server.dialogue.setup import Language
from server.dialogue.values import Links, Pin, Request


class RequestAdded(EventBase, frozen=True):
    request: Request


class RequestChanged(EventBase, frozen=True):
    request: RequestId
    links: Links
    language: Language
    text: str
    on_behalf: tuple[PartyId, ...] = ()


class RequestWithdrawn(EventBase, frozen=True):
    request: RequestId


class RequestReopened(EventBase, frozen=True):
    """Compensates RequestWithdrawn."""

    request: RequestId


class RequestMoved(EventBase, frozen=True):
    pin: Pin


class PinsReverted(EventBase, frozen=True):
    """Compensates RequestMoved."""

    pins: tuple[Pin, ...]


class OrderSet(EventBase, frozen=True):
    order: OrderMode


class ListClosed(EventBase, frozen=True):
    pass


class ListOpened(EventBase, frozen=True):
    pass


class LastCallMade(EventBase, frozen=True):
    """R18: the list closes by itself at that instant; nothing happens then, rules and faces read it from the clock."""

    ends_ms: int


class ListReverted(EventBase, frozen=True):
    """Compensates ListClosed, ListOpened and LastCallMade."""

    list_open: bool
    last_call_ends_ms: int | None


class StatementsShortened(EventBase, frozen=True):
    """R35: for statements not yet called; None: as configured."""

    to_ms: int | None


class WrittenAsked(EventBase, frozen=True):
    """R18, R35: these are not heard; their replies come in writing."""

    requests: tuple[RequestId, ...]


class WrittenAskReverted(EventBase, frozen=True):
    """Compensates WrittenAsked."""

    requests: tuple[RequestId, ...]


RequestsEvent = (
    RequestAdded
    | RequestChanged
    | RequestWithdrawn
    | RequestReopened
    | RequestMoved
    | PinsReverted
    | OrderSet
    | ListClosed
    | ListOpened
    | LastCallMade
    | ListReverted
    | StatementsShortened
    | WrittenAsked
    | WrittenAskReverted
)
