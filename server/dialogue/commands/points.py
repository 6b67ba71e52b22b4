"""Points of order (R30)."""

from server.dialogue.commands.base import CommandBase, ShortText
from server.dialogue.ids import PointId, SeatId
from server.dialogue.values import Ruling


class RaisePoint(CommandBase, frozen=True):
    seat: SeatId
    text: ShortText = ""


class WithdrawPoint(CommandBase, frozen=True):
    point: PointId


class RecognisePoint(CommandBase, frozen=True):
    point: PointId


class RulePoint(CommandBase, frozen=True):
    """Rule on the recognised point, or correct a ruling."""

    point: PointId
    ruling: Ruling
    appealed: bool = False


PointsCommand = RaisePoint | WithdrawPoint | RecognisePoint | RulePoint
