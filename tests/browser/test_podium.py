"""What the Minister in the chair reads while an aide conducts: the real page beside a chair that acts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest_asyncio
from playwright.async_api import expect

from server.dialogue.model.ids import PointId, RequestId, SeatId, StatementId, ThemeId
from server.dialogue.model.state import Step
from server.dialogue.rooms.clock import Hold, Resume
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, RulePoint
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep, Suspend
from server.wire.views.acts import Suggestion
from tests.support.client import Client
from tests.support.face import LIMIT_MS, Face
from tests.support.faces import Hall
from tests.support.in_process_server import InProcessServer, in_process_server


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[InProcessServer]:
    """A server on an empty journal."""
    async with in_process_server(tmp_path) as near:
        yield near


@pytest_asyncio.fixture(loop_scope="session")
async def chair(server: InProcessServer) -> AsyncIterator[Client]:
    """A console of the chair's without a page."""
    async with server.client("console:chair") as opened:
        yield opened


async def press(chair: Client, *acts: str) -> None:
    """Press the context button so many times; what it would do must be these acts."""
    for act in acts:
        suggestion = msgspec.convert(chair.view["primary"], Suggestion)
        assert suggestion.act == act
        await chair.done(suggestion.command)


async def to_exchange(chair: Client) -> None:
    """Open, and go to the first exchange without hearing the groups."""
    await press(chair, "open", "start_round")
    await chair.done(MoveStep(chair.step, Step("exchange", 1)))


async def ask(chair: Client, *seats: str) -> None:
    """The chair puts seats on the list."""
    for seat in seats:
        await chair.done(Ask(SeatId(seat)))


def floor(chair: Client) -> StatementId:
    """The statement at the floor."""
    return StatementId(chair.view["floor"]["statement"])


async def reads(podium: Face, *parts: str) -> None:
    """The part of the page that is said aloud has all of these, each a line of its own."""
    for part in parts:
        line = podium.page.locator("main > section").first.get_by_text(part, exact=True)
        await expect(line.filter(visible=True).first, f"reads {part!r}").to_be_visible(timeout=LIMIT_MS)


async def lists(podium: Face, *seats: str) -> None:
    """The next speakers are these."""
    names = [podium.words.seat(seat) for seat in seats]
    await expect(podium.page.locator("aside li strong")).to_have_text(names, timeout=LIMIT_MS)


async def test_the_sentence_stands_ready_and_stays_until_it_was_said(hall: Hall, chair: Client) -> None:
    """From the opening to the second speaker; the name, the clock, the next three and the time beside it."""
    podium = await hall.podium()
    say = podium.words
    first, second = say.seat("youth-1"), say.seat("youth-2")
    await reads(podium, say("podium-say"), say("podium-open"))
    await press(chair, "open")
    await reads(podium, say("podium-start_round", round=1))
    await press(chair, "start_round")
    youth = say.code("youth")
    given = (say("podium-say"), say("podium-round-begins", round=1), say("podium-give"), youth, first)
    await reads(podium, *given)
    await lists(podium, "youth-1", "youth-2", "civil_society-1")
    await press(chair, "call")
    await lists(podium, "youth-2", "civil_society-1", "civil_society-2")
    await reads(podium, *given)
    await podium.has_no_clock()
    await press(chair, "start")
    await podium.ticks()
    thanks = say("podium-plain-thanks")  # the group speaks on
    await reads(podium, say("podium-when-done"), thanks, say("podium-give"), youth, second)
    await press(chair, "end")
    await reads(podium, say("podium-say"), thanks, say("podium-give"), youth, second)
    await podium.says("podium-planned-end", "podium-time")
    assert await podium.page.get_by_role("button").count() == 0, "there is nothing to press"


async def test_the_name_is_as_it_is_spoken(hall: Hall, chair: Client) -> None:
    """In French with article and preposition; a guest, of whose name nobody knows the article, without."""
    podium = await hall.podium("fr")
    await press(chair, "open", "start_round")
    await reads(podium, "Je donne la parole", "à la Jeunesse", "Jeunesse, représentant 1")
    await chair.done(MoveStep(chair.step, Step("exchange", 1)))
    for seat, spoken in (
        ("BR", "au Brésil"),
        ("AR", "à l’Argentine"),
        ("US", "aux États-Unis d’Amérique"),
        ("HT", "à Haïti"),
    ):
        await ask(chair, seat)
        await reads(podium, "Je donne la parole", spoken)
        await chair.done(Withdraw(RequestId(list(chair.view["agenda"])[-1])))
    await chair.done(AddGuest("Secrétaire général", "OEA", "fr", 180_000))
    await reads(podium, "Vous avez la parole :", "Secrétaire général", "OEA")


async def test_an_incident_has_its_sentences(hall: Hall, chair: Client, server: InProcessServer) -> None:
    """A hold, a point of order with its clock, and a suspension: what to say now, and what after."""
    podium = await hall.podium()
    say = podium.words
    await to_exchange(chair)
    await ask(chair, "BR", "MX")
    await press(chair, "call", "start")
    back = f"{say('podium-give-back')} {say.seat('BR')}."
    await chair.done(Hold(floor(chair), "interpretation"))
    pause = say("podium-pause", reason=say("hold-interpretation"))
    await reads(podium, say("podium-held"), pause, say("podium-then"), back)
    await chair.done(Resume(floor(chair)))
    await reads(podium, say("podium-when-done"), say.seat("MX"))

    async with server.client("seat:PE") as peru:
        seq = await peru.done(RaisePoint(SeatId("PE")))
        await chair.shows(seq)
    rulings = [say(f"podium-rule-{ruling}") for ruling in ("upheld", "dismissed", "noted")]
    await reads(
        podium, say("podium-point"), say("podium-wait"), say("podium-give-point"), say.seat("PE"), *rulings
    )
    await chair.done(RecognisePoint(PointId(next(iter(chair.view["points"])))))
    await podium.hides(say("podium-wait"))
    await podium.ticks()
    assert 50 <= await podium.left_s() <= 60, "a point of order has one minute (R30)"
    await chair.done(RulePoint(PointId(next(iter(chair.view["points"]))), "noted"))
    await podium.hides(*rulings)
    await reads(podium, say("podium-say"), say("podium-give-back"), say.seat("BR"))

    await chair.done(Suspend("break"))
    await reads(podium, say("podium-suspended"), f"{say('podium-resume')} {back}")


async def test_the_closing_sheet_is_read_before_the_close(hall: Hall, chair: Client) -> None:
    """What is left open is named (R39); after the close there is nothing to say."""
    podium = await hall.podium()
    say = podium.words
    await press(chair, "open", "start_round", "call", "start")
    issue = RaiseIssue(SeatId("youth-1"), ThemeId("poverty"), floor(chair), "First jobs")
    await chair.done(issue)
    await press(chair, "end")
    await chair.done(MoveStep(chair.step, Step("exchange", 1)))
    await ask(chair, "BR")
    await chair.done(MoveStep(chair.step, Step("closing")))
    sheet = [say("podium-sheet-issues", count=1), f"{say.issue('youth', '1.1')} · First jobs"]
    await podium.shows(say("podium-sheet-requests", count=1), say.seat("BR"), *sheet)
    await chair.done(Withdraw(RequestId(chair.view["order"][0])))
    await podium.hides(say("podium-sheet-requests", count=1))
    await podium.shows(*sheet)
    await reads(podium, say("podium-say"), say("podium-close"))
    await press(chair, "close")
    await podium.says("say-closed")
    await podium.hides(say("podium-close"))
