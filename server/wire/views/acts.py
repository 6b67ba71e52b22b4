"""What the chair may do next, what it would change, and what it could take back."""

from typing import Literal

from msgspec import UNSET, UnsetType

from server.dialogue.model.ids import DueId, IssueId, PointId, RequestId, SeatId, SlotId
from server.dialogue.model.values import Step
from server.dialogue.registry import AnyCommand
from server.wire.views.base import View

SuggestedAct = Literal[
    "open",
    "start_round",
    "call",
    "call_answer",
    "start",
    "end",
    "end_and_call",
    "resume",
    "resume_session",
    "start_exchange",
    "finish_exchange",
    "close",
    "recognise",
    "rule",
    "reopen",
    "interpreted",
]


class Suggestion(View, frozen=True, kw_only=True):
    """What a button would do: the act, whom it is about, and the whole command to send."""

    act: SuggestedAct
    command: AnyCommand
    seat: SeatId | UnsetType = UNSET
    then: SeatId | UnsetType = UNSET
    round: int | UnsetType = UNSET


class MoveView(View, frozen=True, kw_only=True):
    """A step the chair may move to, and what that would drop (R1)."""

    to: Step
    slots: tuple[SlotId, ...]
    requests: tuple[RequestId, ...]
    rights: tuple[RequestId, ...]
    """Rights of reply (R31)."""
    written: tuple[RequestId, ...]
    """Statements that become written replies (R18)."""
    points: tuple[PointId, ...]
    """Points of order that wait (R30)."""
    dues: tuple[DueId, ...]
    issues: tuple[IssueId, ...]
    """Issues nobody replied to yet."""


class Preview(View, frozen=True, kw_only=True):
    """What one way of saving time would change (R35): the forecast's tails after it, and whom it touches."""

    kind: Literal["shorten", "written"]
    requests: tuple[RequestId, ...]
    tail_limits_ms: int
    tail_pace_ms: int
    command: AnyCommand
    to_ms: int | UnsetType = UNSET


class ActView(View, frozen=True, kw_only=True):
    """The act that "undo" would take back: the tag of its first event, and whom it was about."""

    seq: int
    kind: str
    about: str
