"""Everything a seat does with its phone, by touch: each act shows on the chair's console, and on whom it is about."""

from collections.abc import AsyncIterator

import pytest_asyncio

from server.dialogue.model.state import Step
from server.dialogue.rooms.session import MoveStep
from tests.support.client import Client, client
from tests.support.face_phone import Phone
from tests.support.faces import Hall
from tests.support.live_server import LiveServer

ROADS = "Rural roads"
SLOT_MS = 360_000
LAST_SENTENCE_MS = 5_000
"""Longer than any speech of these tests."""


@pytest_asyncio.fixture(loop_scope="session")
async def chair(server: LiveServer) -> AsyncIterator[Client]:
    """The chair's console, without a screen: what it shows, and its context button."""
    async with client(server.url, server.links["console:chair"].partition("#t=")[2]) as opened:
        yield opened


async def to_interventions(chair: Client) -> None:
    """The session is opened, the first round begins."""
    assert [await chair.press() for _ in range(2)] == ["open", "start_round"]


async def to_exchange(chair: Client) -> None:
    """On to replies and questions, without hearing the groups."""
    await chair.done(MoveStep(Step("interventions", 1), Step("exchange", 1)))


async def speaks(chair: Client, phone: Phone, *, answer: bool = False) -> None:
    """The chair calls the seat that is next and starts its clock; the phone says so each time."""
    assert await chair.press() == ("call_answer" if answer else "call")
    await phone.says("seat-called")
    await phone.press("seat-do-ready")
    await chair.until(lambda: chair.view.get("signal") == "ready")
    assert await chair.press() == "start"
    await phone.says("seat-speaking")
    await phone.ticks()


async def finishes(chair: Client, phone: Phone) -> None:
    """The phone says it has finished; the clock is the chair's to stop (R22)."""
    await phone.press("seat-do-finished")
    await phone.says("seat-speak-told-finished")
    assert chair.view["signal"] == "finished"
    assert await chair.press() == "end"


async def leaves_and_comes_back(chair: Client, phone: Phone, seat: str) -> None:
    """R7: away and back are acts."""
    await phone.press("seat-do-more")
    await phone.press("seat-do-away")
    await phone.says("seat-away")
    await chair.until(lambda: seat in chair.view["away"])
    await phone.press("seat-do-return")
    await phone.hides(phone.words("seat-away"))
    await chair.until(lambda: seat not in chair.view["away"])


def rows(chair: Client) -> list[tuple[str, str]]:
    """The list as the chair has it: who, and in which lane."""
    agenda = chair.view["agenda"]
    return [(agenda[key]["seat"], agenda[key]["lane"]) for key in chair.view["order"]]


def relations(chair: Client, seat: str) -> set[tuple[str, str]]:
    """What a seat's row is about: how, and of which party."""
    row = next(row for row in chair.view["agenda"].values() if row["seat"] == seat)
    return {(each["kind"], each["party"]) for each in row["relations"]}


async def test_a_representative(hall: Hall, chair: Client) -> None:
    """Files an issue, speaks, cedes the rest to the colleague, leaves and comes back, and answers a question."""
    first, second, brazil = [await hall.phone(seat) for seat in ("youth-1", "youth-2", "BR")]
    await first.file("integration", ROADS)
    await to_interventions(chair)
    await speaks(chair, first)
    assert [issue["title"] for issue in chair.view["issues"].values()] == [ROADS]

    await first.press("seat-do-cede", name=first.words.seat("youth-2"))
    await first.shows(first.words("seat-cede-means", name=first.words.seat("youth-2")))
    await first.press("seat-cede-do")
    await second.says("seat-called")
    floor = chair.view["floor"]
    assert (floor["seat"], floor["status"]) == ("youth-2", "called")
    assert SLOT_MS - LAST_SENTENCE_MS < floor["clock"]["length_ms"] < SLOT_MS
    await second.press("seat-do-not-now")
    await second.says("seat-called-told-not-now")
    assert chair.view["signal"] == "not_now"
    await second.press("seat-do-ready")
    await second.says("seat-called-told-ready")
    assert await chair.press() == "start"
    await finishes(chair, second)
    await leaves_and_comes_back(chair, first, "youth-1")

    await to_exchange(chair)
    await brazil.ask(asks=["youth"])
    await brazil.says("seat-next")
    await speaks(chair, brazil)
    await finishes(chair, brazil)
    await first.press("seat-do-answer", party=first.words.party("BR"))
    await first.says("seat-next")
    assert rows(chair) == [("youth-1", "answer")]
    await speaks(chair, first, answer=True)
    await finishes(chair, first)
    assert [due["status"] for due in chair.view["dues"].values()] == ["answered"]


async def asks_changes_withdraws(chair: Client, brazil: Phone, mexico: Phone) -> None:
    """Just the floor; then what about, in the same place (R12); then not at all; then anew, at the end."""
    about = {"replies_to": [brazil.words.issue("youth", "1.1")], "asks": ["workers"]}
    await brazil.ask()
    await brazil.says("seat-next")
    await mexico.ask()
    await mexico.waits_as(2)
    assert relations(chair, "BR") == set()

    await brazil.press("seat-do-change")
    await brazil.about(**about)
    await brazil.press("seat-change-do")
    await brazil.shows(brazil.words("seat-about-asks", groups=brazil.words.code("workers")))
    assert rows(chair) == [("BR", "statement"), ("MX", "statement")]
    assert relations(chair, "BR") == {("replies_to", "youth"), ("asks", "workers")}

    await brazil.press("seat-do-withdraw")
    await brazil.press("seat-withdraw-keep")
    await brazil.press("seat-do-withdraw")
    await brazil.press("seat-do-withdraw")
    await brazil.says("seat-idle-may-ask")
    await mexico.says("seat-next")
    assert rows(chair) == [("MX", "statement")]
    await brazil.ask(**about)
    await brazil.waits_as(2)
    assert rows(chair) == [("MX", "statement"), ("BR", "statement")]


async def raises_a_point(chair: Client, brazil: Phone, mexico: Phone) -> None:
    """Not by one slip of the thumb; the console has it, Mexico sees it once it is recognised (R30)."""
    await brazil.press("seat-do-point")
    await brazil.says("seat-point-private")
    await brazil.press("seat-point-keep")
    assert chair.view["points"] == {}
    await brazil.press("seat-do-point")
    await brazil.press("seat-point-do")
    await brazil.says("seat-point-waits")
    assert [(point["seat"], point["status"]) for point in chair.view["points"].values()] == [("BR", "raised")]
    await mexico.says("seat-speak-pace")
    assert await chair.press() == "recognise"
    await brazil.says("seat-point", "seat-point-means")
    await mexico.says("seat-held", "hold-point_of_order")
    assert await chair.press() == "rule"
    assert await chair.press() == "resume"
    await mexico.says("seat-speak-pace")


async def claims_a_right_of_reply(chair: Client, brazil: Phone) -> None:
    """To what Mexico said; it comes after the list (R31)."""
    await brazil.press("seat-do-more")
    await brazil.press("seat-do-right")
    await brazil.choose(brazil.words.seat("MX"))
    await brazil.press("seat-right-do")
    await chair.until(lambda: ("BR", "right_of_reply") in rows(chair))
    assert rows(chair) == [("BR", "statement"), ("BR", "right_of_reply")]


async def test_a_delegate_in_portuguese(hall: Hall, chair: Client) -> None:
    """Asks, changes, withdraws, asks again; a point of order; a right of reply; speaks twice; leaves and comes back."""
    youth = await hall.phone("youth-1")
    await youth.file("integration", ROADS)
    brazil, mexico = await hall.phone("BR", "pt"), await hall.phone("MX", "es")
    await to_interventions(chair)
    await speaks(chair, youth)
    await finishes(chair, youth)
    await to_exchange(chair)
    await asks_changes_withdraws(chair, brazil, mexico)
    await speaks(chair, mexico)
    await raises_a_point(chair, brazil, mexico)
    await finishes(chair, mexico)
    await claims_a_right_of_reply(chair, brazil)
    await leaves_and_comes_back(chair, brazil, "BR")
    await speaks(chair, brazil)
    await finishes(chair, brazil)
    # The workers, whom Brazil asked, answer before a right of reply is due.
    assert [await chair.press() for _ in range(3)] == ["call_answer", "start", "end"]
    await speaks(chair, brazil)
    assert chair.view["floor"]["lane"] == "right_of_reply"
    await finishes(chair, brazil)
    assert rows(chair) == []
