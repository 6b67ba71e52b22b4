"""Moment 10: one reply answers three issues."""

from server.dialogue.model.ids import IssueId, SeatId, SlotId, ThemeId
from server.dialogue.model.state import Links, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.session import MoveStep
from tests.support.room import Room


async def raise_by(room: Room, group: str) -> IssueId:
    """The first representative of a group speaks and raises an issue."""
    seat = SeatId(f"{group}-1")
    statement = await room.start(SlotTarget(SlotId(f"1.{group}"), seat))
    raised = RaiseIssue(seat, ThemeId("poverty"), statement, f"What concerns {group}")
    await room.do(raised, await room.phone(seat))
    await room.do(End(statement))
    return IssueId(list(room.console["issues"])[-1])


async def test_moment_10_one_reply_answers_three_issues(room: Room) -> None:
    """Three links, one statement, one speaking time; each group's phone sees the reply to its own issue."""
    await room.to_interventions()
    groups = ("youth", "workers", "indigenous")
    issues = tuple([await raise_by(room, group) for group in groups])
    await room.do(MoveStep(room.chair.step, Step("exchange", 1)))

    statement = await room.start(RequestTarget(await room.ask("BR", Links(replies_to=issues))))
    related = room.everywhere(lambda view: view["floor"]["relations"])
    assert [(r["kind"], r["party"], r["issue"]) for r in related] == [
        ("replies_to", group, issue) for group, issue in zip(groups, issues, strict=True)
    ]
    assert room.left_ms() == 120_000
    room.clock.wait(110_000)
    await room.do(End(statement))

    replied = room.everywhere(lambda view: {i: view["issues"][i]["replies"] for i in issues})
    assert replied == {i: [statement] for i in issues}
    assert room.everywhere(lambda view: [view["issues"][i]["replied_by"] for i in issues]) == 3 * [["BR"]]
    heard = room.everywhere(lambda view: [s for s in view["statements"].values() if s["seat"] == "BR"])
    assert [(s["used_ms"], len(s["relations"])) for s in heard] == [(110_000, 3)]
    assert room.console["totals"]["BR"] == {"used_ms": 110_000, "turns": 1}
    called = [e.statement for e in await room.recorded(Called) if e.statement.seat == "BR"]
    assert [each.links.replies_to for each in called] == [issues]
