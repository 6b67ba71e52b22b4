"""Moments of a live session that must be graceful on every face at once: the ones about acts on the floor."""

import asyncio

from playwright.async_api import expect

from server.dialogue.rooms.calls import Called
from server.dialogue.rooms.floor import Ended, Voided
from server.dialogue.rooms.requests import RequestAdded, RequestMoved
from tests.support.face import LIMIT_MS
from tests.support.face_console import Console
from tests.support.faces import Hall
from tests.support.instruments import SEND, TAP
from tests.support.live_server import LiveServer


async def to_exchange(console: Console, round_: int = 1) -> None:
    """Go to the exchange of a round without hearing its groups."""
    if round_ == 1:
        await console.enter("do-open")
        await console.enter("do-start_round", round=1)
    else:
        await console.move_to("interventions", round_)
        await console.enter("console-confirm-interventions", round=round_)
    await console.move_to("exchange", round_)
    await console.enter("console-confirm-exchange", round=round_)


async def one_was_refused(left: Console, right: Console) -> None:
    """One of two consoles says why its act was not done, and only one."""
    told = [
        asyncio.create_task(expect(console.refusal).to_be_visible(timeout=LIMIT_MS))
        for console in (left, right)
    ]
    await asyncio.wait(told, return_when=asyncio.FIRST_COMPLETED)
    assert sum([await console.refusal.count() for console in (left, right)]) == 1
    for task in told:
        task.cancel()
    await asyncio.wait(told)


async def test_moment_2_two_ask_at_the_same_instant(hall: Hall, server: LiveServer) -> None:
    """The server's order stands; with balance asked for, the party heard least goes first; the chair may override."""
    console, brazil, mexico = await hall.console(), await hall.phone("BR"), await hall.phone("MX")
    phones = {"BR": brazil, "MX": mexico}
    await to_exchange(console)
    await brazil.ask()
    await console.hear("BR")
    await to_exchange(console, 2)

    await asyncio.gather(*(phone.press("seat-do-ask") for phone in phones.values()))
    server.hang()
    await asyncio.gather(*(phone.press("seat-form-just") for phone in phones.values()))
    server.go_on()
    await asyncio.gather(*(phone.hides(phone.words("seat-do-ask")) for phone in phones.values()))
    first, second = [added.request.seat for added in await server.events(RequestAdded)][-2:]
    assert {first, second} == {"BR", "MX"}
    await phones[first].says("seat-next")
    await phones[second].waits_as(2)
    await console.offers("do-call", first)

    await console.choose_balanced_order()
    await console.offers("do-call", "MX")
    await console.row_says("MX", "reason-first_time")
    await mexico.says("seat-next")
    await brazil.waits_as(2)

    await console.move_up("BR")
    await console.row_says("BR", "reason-moved")
    await brazil.says("seat-next")
    await mexico.waits_as(2)
    assert len(await server.events(RequestMoved)) == 1


async def test_moment_8_wrong_speaker_started(hall: Hall, server: LiveServer) -> None:
    """One key takes a false start back: it is void, its time given back, its place restored, every face corrected."""
    console, brazil, mexico = await hall.console(), await hall.phone("BR"), await hall.phone("MX")
    observer, screen = await hall.observer(), await hall.screen()
    await to_exchange(console)
    await mexico.ask()
    await mexico.says("seat-next")
    await brazil.ask()
    await brazil.waits_as(2)
    await console.call_out_of_turn("BR")
    await console.enter("do-start", "BR")
    await brazil.says("seat-speaking")
    await asyncio.gather(*(face.ticks() for face in hall.faces))

    await console.undo("started", "BR")
    await console.offers("do-call", "MX")
    await mexico.says("seat-next")
    await brazil.waits_as(2)
    for face in (observer, screen):
        await face.says("floor-chair")
        await face.has_no_clock()
    await console.row_says("BR", "console-not-heard")
    assert len(await server.events(Voided)) == 1
    assert await server.events(Ended) == []
    await console.enter("do-call", "MX")
    await mexico.says("seat-called")


async def test_moment_10_one_reply_answers_three_issues(hall: Hall, server: LiveServer) -> None:
    """Three links, one statement, one speaking time: each issue reads as replied to."""
    console, brazil = await hall.console(), await hall.phone("BR")
    first, second = await hall.phone("youth-1"), await hall.phone("youth-2")
    observer, screen = await hall.observer(), await hall.screen()
    await first.file("integration", "Rural roads")
    await first.file("poverty", "Border schools")
    await second.file("poverty", "First jobs")
    await console.enter("do-open")
    await console.enter("do-start_round", round=1)
    await console.hear("youth-1", "youth-2")
    await console.move_to("exchange", 1)
    await console.enter("console-confirm-exchange", round=1)

    codes = [brazil.words.issue("youth", number) for number in ("1.1", "1.2", "2.1")]
    await brazil.ask(replies_to=codes)
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    await asyncio.gather(brazil.says("seat-speaking"), observer.shows(*codes), screen.shows(*codes))
    await console.enter("do-end", "BR")

    replied = observer.words("observer-issue-replied", count=1, names=observer.words.party("BR"))
    await observer.shows_times(3, replied)
    statements = [called.statement for called in await server.events(Called)]
    assert [len(each.links.replies_to) for each in statements if each.party == "BR"] == [3]


async def test_moment_13_an_observer_tries_to_take_the_floor(hall: Hall, server: LiveServer) -> None:
    """Whatever an observer's page sends by hand is refused with a code; nothing changes, and it goes on watching."""
    console, observer = await hall.console(), await hall.observer(scripts=[TAP])
    await to_exchange(console)
    await observer.says("phase-exchange")
    before = await server.seq()

    asked = {"type": "ask", "seat": "BR"}
    moved = {
        "type": "move_step",
        "since": {"phase": "exchange", "round": 1},
        "to": {"phase": "closing", "round": 0},
    }
    by_hand = [asked, moved, {"type": "seize"}, {**asked, "rank": 1}]
    messages = [{"id": f"by-hand-{number}", "command": command} for number, command in enumerate(by_hand)]
    answers = [await observer.page.evaluate(SEND, ["command", message]) for message in messages]
    assert [answer["answer"] for answer in answers] == ["refused"] * 4
    assert [answer["code"] for answer in answers] == [
        "not_allowed",
        "not_allowed",
        "bad_command",
        "bad_command",
    ]
    assert await server.seq() == before
    assert server.log.read_text().count("not_allowed") == 2, "the attempts are on record"

    brazil = await hall.phone("BR")
    await brazil.ask()
    await console.enter("do-call", "BR")
    await console.enter("do-start", "BR")
    await observer.shows_seat("BR")
    await observer.ticks()


async def test_moment_14_two_consoles_act_at_once(hall: Hall, server: LiveServer) -> None:
    """One chair at two laptops presses the same act in the same instant: it happens once, and nobody is skipped."""
    left, right, deputy = await hall.console(), await hall.console(), await hall.console("deputy")
    both = (left, right)
    await left.enter("do-open")
    await left.enter("do-start_round", round=1)
    await asyncio.gather(*(console.is_ready_to("do-call", "youth-1") for console in both))
    server.hang()
    await asyncio.gather(*(console.is_settled() for console in both))
    await asyncio.gather(*(console.key_at_once("Enter") for console in both))
    server.go_on()
    await asyncio.gather(*(console.offers("do-start", "youth-1") for console in both))
    await one_was_refused(left, right)

    await left.enter("do-start", "youth-1")
    await asyncio.gather(*(console.finds_f4("youth-2") for console in both))
    server.hang()
    await asyncio.gather(*(console.is_settled() for console in both))
    await asyncio.gather(*(console.key_at_once("F4") for console in both))
    server.go_on()
    await asyncio.gather(*(console.offers("do-start", "youth-2") for console in both))
    await one_was_refused(left, right)
    assert [called.statement.seat for called in await server.events(Called)] == ["youth-1", "youth-2"]
    assert len(await server.events(Ended)) == 1

    await deputy.offers("console-watching")
    before = await server.seq()
    await deputy.key("Enter")
    await deputy.key("F4")
    await deputy.key("Control+z")
    await left.enter("do-start", "youth-2")
    await left.key_at_once("Enter")  # a slip of the finger
    await left.offers("do-end", "youth-2")
    await deputy.ticks()
    assert await server.seq() == before + 1
