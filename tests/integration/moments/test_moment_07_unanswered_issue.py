"""Moment 7: an issue nobody answered."""

from server.dialogue.model.ids import IssueId, SeatId, SlotId, ThemeId
from server.dialogue.model.state import Links, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import IssueRaised, IssueRetracted, RaiseIssue
from server.dialogue.rooms.session import MoveStep
from tests.support.room import Room


async def test_moment_07_an_issue_nobody_answered_survives_the_round(room: Room) -> None:
    """It stays open over the rounds, is listed before the close, and stands at the end as the one without reply."""
    youth = await room.phone("youth-1")
    await room.to_interventions()
    target = SlotTarget(SlotId("1.youth"), SeatId("youth-1"))
    statement = await room.start(target)
    for title in ("Employment of the young", "Roads to the villages"):
        raised = RaiseIssue(SeatId("youth-1"), ThemeId("poverty"), statement, title)
        await room.do(raised, youth)
    room.clock.wait(60_000)
    await room.do(End(statement))
    unanswered, answered = (IssueId(each) for each in room.everywhere(lambda view: list(view["issues"])))
    await room.do(MoveStep(room.chair.step, Step("exchange", 1)))
    reply = await room.hear(RequestTarget(await room.ask("BR", Links(replies_to=(answered,)))))

    await room.do(MoveStep(room.chair.step, Step("interventions", 2)))
    await room.do(MoveStep(room.chair.step, Step("exchange", 2)))
    await room.do(MoveStep(room.chair.step, Step("closing")))
    assert room.everywhere(lambda view: view["issues"][unanswered]["replies"]) == []
    close = next(move for move in room.console["moves"] if move["to"]["phase"] == "closed")
    assert close["issues"] == [unanswered]

    await room.primary("close")
    issues = room.everywhere(lambda view: view["issues"])
    assert {issue: (i["replies"], i["replied_by"], i["facts"]) for issue, i in issues.items()} == {
        unanswered: ([], [], {}),
        answered: ([reply], ["BR"], {}),
    }
    assert [e.issue.number for e in await room.recorded(IssueRaised)] == ["1.1", "1.2"]
    assert await room.recorded(IssueRetracted) == []
