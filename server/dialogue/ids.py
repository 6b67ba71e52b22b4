"""Names of things in a dialogue.

Parties, seats, themes and screens are named by the configuration ("BR", "youth-1"); the core counts the
rest: statements "s7", requests "r12", issues "i3", points of
order "p2", slots "1.youth"; an answer due is named by question and group, "s7.youth".
"""

from typing import NewType

PartyId = NewType("PartyId", str)
SeatId = NewType("SeatId", str)
ThemeId = NewType("ThemeId", str)
ScreenId = NewType("ScreenId", str)
SlotId = NewType("SlotId", str)
RequestId = NewType("RequestId", str)
StatementId = NewType("StatementId", str)
IssueId = NewType("IssueId", str)
DueId = NewType("DueId", str)
PointId = NewType("PointId", str)
