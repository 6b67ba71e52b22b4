"""A list of three, and what is taken back of it: for the tests of undo (R6)."""

from __future__ import annotations

from server.dialogue.model.ids import RequestId, ScreenId
from server.dialogue.model.state import RequestTarget
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import Start
from server.dialogue.rooms.undo import Undo, undoable
from tests.support.play import Play

HALL = ScreenId("hall-left")
R1, R2, R3 = RequestId("r1"), RequestId("r2"), RequestId("r3")


def three_wait() -> Play:
    """In the exchange; Brazil, Mexico and Chile wait."""
    play = Play()
    play.to_exchange()
    play.ask("BR"), play.ask("MX"), play.ask("CL")
    play.wait(60_000)
    return play


def call(play: Play, request: RequestId, *, start: bool = True) -> None:
    """It is called, and starts."""
    play.do(Call(RequestTarget(request)))
    if start:
        play.do(Start(play.floor.id))


def undo(play: Play) -> None:
    """The last act is taken back."""
    play.do(Undo(play.state.seq))


def can_undo(play: Play, seq: int) -> bool:
    """Whether that act may still be undone."""
    return any(act.seq == seq for act in undoable(play.state))
