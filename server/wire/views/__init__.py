"""The views: what each audience may see. Allow-lists: a field that is not here does not leave the server.

No nulls (an absent field is unset), collections are maps by id, arrays only where they are bounded. Instants
are epoch milliseconds of the dialogue's own clock; nothing here ticks, the client draws from its estimate of
server time.
"""

from server.wire.views.acts import ActView, MoveView, Preview, SuggestedAct, Suggestion
from server.wire.views.console import ConsolePoint, ConsoleView, TakeOverView, Total
from server.wire.views.content import IssueView, MergedIssue, StatementView
from server.wire.views.floor import Clock, FloorView, NextView, PointView, Relation
from server.wire.views.lists import AgendaRow, DueView, Forecast, SlotStatus, SlotView
from server.wire.views.podium import ClosingSheet, Cue, OpenDue, PodiumView
from server.wire.views.public import PublicView
from server.wire.views.said import LaneWord, Phrase, RecordLine, Said, Sentence, SentenceId, Situation
from server.wire.views.screens import PictureView, ScreensView, ScreenView, StageView
from server.wire.views.seat import FiledIssue, Me, MyDue, MyRequest, MySlot, SeatAudienceView
from server.wire.views.setting import (
    Configuration,
    DialogueView,
    PartyView,
    SeatView,
    SessionView,
    SuspensionView,
)

__all__ = [
    "ActView",
    "AgendaRow",
    "Clock",
    "ClosingSheet",
    "Configuration",
    "ConsolePoint",
    "ConsoleView",
    "Cue",
    "DialogueView",
    "DueView",
    "FiledIssue",
    "FloorView",
    "Forecast",
    "IssueView",
    "LaneWord",
    "Me",
    "MergedIssue",
    "MoveView",
    "MyDue",
    "MyRequest",
    "MySlot",
    "NextView",
    "OpenDue",
    "PartyView",
    "Phrase",
    "PictureView",
    "PodiumView",
    "PointView",
    "Preview",
    "PublicView",
    "RecordLine",
    "Relation",
    "Said",
    "ScreenView",
    "ScreensView",
    "SeatAudienceView",
    "SeatView",
    "Sentence",
    "SentenceId",
    "SessionView",
    "Situation",
    "SlotStatus",
    "SlotView",
    "StageView",
    "StatementView",
    "SuggestedAct",
    "Suggestion",
    "SuspensionView",
    "TakeOverView",
    "Total",
]
