"""Moment 16: one State replies to two groups and asks three."""

from server.dialogue.model.ids import DueId, IssueId, PartyId, SeatId, SlotId, ThemeId
from server.dialogue.model.state import AnswerTarget, Links, RequestTarget, SlotTarget, Step
from server.dialogue.rooms.answers import PromiseWritten, WrittenPromised
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.session import MoveStep
from tests.support.room import Room

ANSWER_MS, CLOSING_MS = 90_000, 480_000
ASKED = (PartyId("youth"), PartyId("workers"), PartyId("indigenous"))


async def two_issues(room: Room) -> tuple[IssueId, ...]:
    """Youth and workers each raise an issue at the floor."""
    await room.to_interventions()
    for group in ASKED[:2]:
        seat = SeatId(f"{group}-1")
        statement = await room.start(SlotTarget(SlotId(f"1.{group}"), seat))
        await room.do(RaiseIssue(seat, ThemeId("poverty"), statement), await room.phone(seat))
        await room.do(End(statement))
    await room.do(MoveStep(room.chair.step, Step("exchange", 1)))
    return tuple(IssueId(each) for each in room.console["issues"])


def answers_forecast(room: Room) -> int:
    """How many answers the forecast counts, where nothing else waits."""
    forecast = room.console["forecast"]
    count, rest = divmod(forecast["tail_limits_ms"] - CLOSING_MS, ANSWER_MS + forecast["hand_over_ms"])
    assert rest == 0, forecast
    return int(count)


async def test_moment_16_one_state_replies_to_two_groups_and_asks_three(room: Room) -> None:
    """Five links of one statement; answers at once, in the batch and in writing; the forecast counts what is due."""
    issues = await two_issues(room)
    haiti = await room.ask("HT", Links(replies_to=issues, asks=ASKED))
    statement = await room.start(RequestTarget(haiti))
    relations = room.everywhere(lambda view: view["floor"]["relations"])
    assert [(r["kind"], r["party"]) for r in relations] == [
        ("replies_to", "youth"),
        ("replies_to", "workers"),
        *(("asks", group) for group in ASKED),
    ]
    assert answers_forecast(room) == 3
    await room.do(End(statement))
    due = {group: DueId(f"{statement}.{group}") for group in ASKED}
    for group in ASKED:
        phone = await room.phone(f"{group}-1")
        assert phone.view["me"]["dues"] == {
            due[group]: {"question": statement, "asker": "HT", "status": "due"}
        }
    assert answers_forecast(room) == 3

    await room.hear(AnswerTarget(due[ASKED[0]], SeatId("youth-2")))
    assert answers_forecast(room) == 2
    await room.do(PromiseWritten(due[ASKED[2]]), await room.phone("indigenous-1"))
    assert answers_forecast(room) == 1
    for name in ("BR", "MX", "CL", "US"):
        assert room.console["dues"][due[ASKED[1]]]["status"] == "due"
        await room.hear(RequestTarget(await room.ask(name)))
    assert room.console["dues"][due[ASKED[1]]]["status"] == "ripe"
    await room.primary("call_answer")
    assert room.everywhere(lambda view: view["floor"]["party"]) == "workers"
    await room.primary("start")
    await room.primary("end")

    assert {d: each["status"] for d, each in room.console["dues"].items()} == dict(
        zip(due.values(), ("answered", "answered", "written"), strict=True)
    )
    assert answers_forecast(room) == 0
    replies = room.everywhere(lambda view: [issue["replies"] for issue in view["issues"].values()])
    assert replies == [[statement], [statement]]
    assert room.console["totals"]["HT"]["turns"] == 1
    assert await room.recorded(WrittenPromised) == [WrittenPromised(due[ASKED[2]])]
