"""What may be called to the floor."""

from msgspec import Struct

from server.dialogue.ids import DueId, RequestId, SeatId, SlotId
from server.dialogue.tags import snake


class TargetBase(Struct, frozen=True, tag=snake, forbid_unknown_fields=True):
    """What may be called to the floor."""


class RequestTarget(TargetBase, frozen=True):
    request: RequestId


class SlotTarget(TargetBase, frozen=True):
    slot: SlotId
    seat: SeatId


class AnswerTarget(TargetBase, frozen=True):
    due: DueId
    seat: SeatId


class RemarksTarget(TargetBase, frozen=True):
    """The chair's own remarks, timed because she starts them as a statement (R25)."""

    seat: SeatId


Target = RequestTarget | SlotTarget | AnswerTarget | RemarksTarget
