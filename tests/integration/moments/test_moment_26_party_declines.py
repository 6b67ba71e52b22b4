"""Moment 26: a party declines an action that names it."""

from server.dialogue.model.ids import ActionId, PartyId, SeatId
from server.dialogue.model.state import RequestTarget, Step
from server.dialogue.rooms.actions import ActionAnswered, AnswerAction, ProposeAction
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.session import MoveStep
from tests.support.room import Room

A1 = ActionId("a1")
MX, YOUTH = PartyId("MX"), PartyId("youth")


async def proposed(room: Room) -> None:
    """Brazil, at the floor, proposes a fund to Mexico and Youth."""
    await room.to_interventions()
    await room.do(MoveStep(room.chair.step, Step("exchange", 1)))
    statement = await room.start(RequestTarget(await room.ask("BR")))
    fund = ProposeAction("Un fondo común", (MX, YOUTH), statement=statement)
    await room.do(fund, await room.phone("BR"))
    await room.do(End(statement))


async def says(room: Room, seat: str, party: PartyId, word: str, text: str = "") -> None:
    """A phone answers for its party."""
    version = room.console["actions"][A1]["version"]
    answer = AnswerAction(A1, version, party, word, text)  # type: ignore[arg-type]
    await room.do(answer, await room.phone(SeatId(seat)))


async def test_moment_26_a_party_declines_an_action_that_names_it(room: Room) -> None:
    """Every face says so in its words; it stays what Brazil proposed, on the closing sheet too."""
    await proposed(room)
    await says(room, "youth-1", YOUTH, "acknowledged")
    await says(room, "MX", MX, "declined", "No tenemos mandato.")
    shown = room.everywhere(lambda view: view["actions"][A1])
    assert (shown["status"], shown["party"]) == ("proposed", "BR")
    assert shown["answers"] == {
        "youth": {"word": "acknowledged", "text": ""},
        "MX": {"word": "declined", "text": "No tenemos mandato."},
    }
    await says(room, "MX", MX, "acknowledged")
    assert room.everywhere(lambda view: view["actions"][A1]["status"]) == "recorded"
    assert [event.answer.word for event in await room.recorded(ActionAnswered) if event.answer] == [
        "acknowledged",
        "declined",
        "acknowledged",
    ]


async def test_of_two_phones_of_a_party_the_last_word_counts(room: Room) -> None:
    """Youth's first representative acknowledges, the second declines; both see it, and so does everybody else."""
    await proposed(room)
    await says(room, "youth-1", YOUTH, "acknowledged")
    await says(room, "youth-2", YOUTH, "declined", "Hablaremos con el foro.")
    assert room.everywhere(lambda view: view["actions"][A1]["answers"]["youth"]) == {
        "word": "declined",
        "text": "Hablaremos con el foro.",
    }
    stale = AnswerAction(A1, 9, YOUTH, "acknowledged")
    assert await room.refused(stale, await room.phone("youth-1")) == "overtaken"
    assert await room.refused(AnswerAction(A1, 1, MX, "declined"), await room.phone("youth-1")) == "not_yours"
