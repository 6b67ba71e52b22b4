"""What random sessions draw: tests on them show little if nothing that is there is ever named."""

from collections.abc import Callable, Container
from random import Random

import pytest

from server.dialogue.model.ids import RequestId, SeatId
from server.dialogue.model.state import RequestTarget, State
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint
from tests.support.play import Play, seat
from tests.support.random_commands import Pick

PICKS: dict[str, tuple[Callable[[Pick], str], Callable[[State], Container[str]]]] = {
    "request": (Pick.request, lambda state: state.requests),
    "statement": (Pick.statement, lambda state: state.statements),
    "issue": (Pick.issue, lambda state: state.issues),
    "point": (Pick.point, lambda state: state.points),
}


@pytest.mark.parametrize("kind", PICKS)
def test_what_is_there_is_drawn(kind: str) -> None:
    """Of a dialogue that has two requests, a statement, an issue and a point of order, most draws name one."""
    play = Play()
    play.to_exchange()
    _, _, request = (play.ask(name) for name in ("BR", "CL", "MX"))
    play.speak(RequestTarget(RequestId(request)))
    play.do(RaisePoint(SeatId("PE")), seat("PE"))
    play.do(RaiseIssue(SeatId("youth-1"), play.setup.themes[0].id))
    draw, there = PICKS[kind]
    pick = Pick(play.state, Random(1))  # noqa: S311 - to be repeated, not to be secret
    assert sum(draw(pick) in there(play.state) for _ in range(40)) > 20
