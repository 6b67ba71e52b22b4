"""Undo (R6)."""

from server.dialogue.events.base import EventBase


class ActUndone(EventBase, frozen=True):
    act: int
