"""The list of speakers (R12-R18, R35)."""

from server.dialogue.choices import OrderMode
from server.dialogue.commands.base import CommandBase, ShortText
from server.dialogue.ids import PartyId, RequestId, SeatId
from server.dialogue.setup import Language
from server.dialogue.values import Links, RequestLane


class Ask(CommandBase, frozen=True):
    """Ask for the floor; the chair may do it on behalf of a seat."""

    seat: SeatId
    lane: RequestLane = "statement"
    links: Links = Links()
    language: Language | None = None
    text: ShortText = ""
    on_behalf: tuple[PartyId, ...] = ()
    """Others for whom it speaks (R17)."""


class ChangeRequest(CommandBase, frozen=True):
    request: RequestId
    links: Links
    language: Language
    text: ShortText = ""
    on_behalf: tuple[PartyId, ...] = ()


class Withdraw(CommandBase, frozen=True):
    request: RequestId


class MoveRequest(CommandBase, frozen=True):
    request: RequestId
    before: RequestId | None


class SetOrder(CommandBase, frozen=True):
    order: OrderMode


class CloseList(CommandBase, frozen=True):
    pass


class OpenList(CommandBase, frozen=True):
    pass


class LastCall(CommandBase, frozen=True):
    """The list closes when the configured time is over (R18)."""


class Tighten(CommandBase, frozen=True):
    """R35: shorten statements not yet called, close the list, ask for written replies; any of them, in one act."""

    shorten_to_ms: int | None = None
    close_list: bool = False
    written: tuple[RequestId, ...] = ()


RequestsCommand = (
    Ask | ChangeRequest | Withdraw | MoveRequest | SetOrder | CloseList | OpenList | LastCall | Tighten
)
