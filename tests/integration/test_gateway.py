"""Real Socket.IO clients at the real gateway: joining, following, resuming, and every kind of bad input."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from server.app import Running
from server.dialogue.model.ids import Actor, SeatId, SlotId
from server.dialogue.model.state import Step
from server.dialogue.rooms.lineup import DeferSlot
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.session import MoveStep, Rehearse
from server.rehearsal.errors import NoAnswer
from server.wire.messages import WIRE, Accepted, Refusal
from tests.support.client import Client, client
from tests.support.play import CHAIR, DEPUTY
from tests.support.server import at, fresh, open_session, serving, token_of

BRAZIL = Actor("seat", "BR")


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server on an empty journal."""
    async with serving(tmp_path / "data") as running:
        yield running


async def test_everybody_sees_the_same_truth_from_their_own_side(server: Running) -> None:
    """Each audience's view, patched act by act, is the projection of the state, field by field."""
    screen = next(iter(server.session.state.setup.screens)).id
    faces = {
        "public": Actor("public"),
        "screens": Actor("screen", screen),
        "console": CHAIR,
        "seat:BR": BRAZIL,
    }
    opened = {audience: Client(server.url, token_of(server, actor)) for audience, actor in faces.items()}
    for one in opened.values():
        await one.connect()
    chair, brazil = opened["console"], opened["seat:BR"]

    await open_session(chair)
    await brazil.done(Ask(SeatId("BR"), text="Rural roads"))
    last = await chair.done(ShowMessage("Coffee at 11:30"))

    for audience, one in opened.items():
        await one.shows(last)
        assert one.view == fresh(server, audience), audience
        assert [name for name, _ in one.log[:2]] == ["welcome", "view"]
        await one.close()


async def test_what_does_not_concern_an_audience_is_not_sent_to_it(server: Running) -> None:
    """The public's view does not show which scene a screen shows, so that act is none of its changes."""
    screen = server.session.state.setup.screens[0].id
    async with at(server, CHAIR) as chair, client(server.url) as observer:
        await open_session(chair)
        await chair.done(SetScene(screen, "blank"))
        last = await chair.done(ShowMessage("Welcome"))

        await observer.shows(last)
        assert [change["seq"] for change in observer.of("change")] == [1, 2]
        assert [change["seq"] for change in chair.of("change")] == [1, 2, 3]


TOO_LONG = ({"id": "12345678", "command": {"type": "show_message", "text": "x" * 201}},)
BAD = [
    ("command", ()),
    ("command", (None,)),
    ("command", ("end",)),
    ("command", ([1, 2], 3)),
    ("command", ({"id": "short", "command": {"type": "open_list"}},)),
    ("command", ({"id": "12345678", "command": {"type": "abolish_list"}},)),
    ("command", ({"id": "12345678", "command": {"type": "open_list", "force": True}},)),
    ("command", TOO_LONG),
    ("command", ({"id": "12345678", "command": {"type": "open_list"}, "as": "console:chair"},)),
    ("status", ("well",)),
    ("take_the_floor", ({"seat": "BR"},)),
]


@pytest.mark.parametrize(("event", "args"), BAD)
async def test_bad_input_is_refused_and_nobody_is_disconnected(
    server: Running, event: str, args: tuple[Any, ...]
) -> None:
    """Whatever it is, the answer says what is wrong with it, and the connection serves on."""
    async with at(server, CHAIR) as chair:
        answer = await chair.raw(event, *args)

        assert answer["code"] == ("too_long" if args == TOO_LONG else "bad_command")
        assert answer["about"]
        assert await open_session(chair) == 1
        assert "cut" not in [name for name, _ in chair.log]


async def test_what_does_not_exist_is_refused_by_name(server: Running) -> None:
    """An unknown seat, slot or statement: `unknown`, and which."""
    async with at(server, CHAIR) as chair:
        await open_session(chair)
        assert await chair.do(Ask(SeatId("XX"))) == Refusal(code="unknown", about="XX")
        await chair.done(MoveStep(chair.step, Step("interventions", 1)))
        answer = await chair.do(DeferSlot(SlotId("9.nobody")))
        assert answer == Refusal(code="unknown", about="9.nobody")


async def test_an_observer_cannot_take_the_floor(server: Running) -> None:
    """A hand-made message: refused, and the attempt is on the audit list (moment 13)."""
    async with client(server.url) as observer:
        answer = await observer.do(Ask(SeatId("BR")))

        assert isinstance(answer, Refusal)
        assert answer.code == "not_allowed"
        attempt = server.session.audit.attempts[-1]
        assert (attempt.actor, attempt.command, attempt.code) == ("public", "ask", "not_allowed")


async def test_a_refused_connection_says_why(server: Running) -> None:
    """Another version of the protocol: reload. A token that is nobody's: revoked. Nonsense: bad_command."""
    told: list[Any] = []
    for auth in ({"wire": WIRE + 1}, {"token": "forged"}, {"seq": "many"}):
        one = Client(server.url)
        one.socket.on("connect_error", told.append)
        with pytest.raises(NoAnswer):
            await one.connect(**auth)
    assert [error["message"] for error in told] == ["reload", "revoked", "bad_command"]


async def test_a_client_cannot_become_another_by_an_event_named_connect(server: Running) -> None:
    """The names of the library's own events are not special to a hostile client."""
    async with client(server.url) as observer:
        await observer.raw("connect", {}, {"wire": WIRE, "token": token_of(server, CHAIR)})
        answer = await observer.do(MoveStep(Step("scheduled"), Step("opening")))
        assert isinstance(answer, Refusal)
        assert answer.code == "not_allowed"


async def test_two_consoles_act_at_once(server: Running) -> None:
    """Only the one that presides is heard; the second press of one act is refused, nobody is skipped (moment 14)."""
    async with at(server, CHAIR) as left, at(server, CHAIR) as right, at(server, DEPUTY) as deputy:
        move = MoveStep(left.step, Step("opening"))
        answers = await asyncio.gather(left.do(move), right.do(move))
        assert sorted(type(answer).__name__ for answer in answers) == ["Accepted", "Refusal"]
        assert [answer.code for answer in answers if isinstance(answer, Refusal)] == ["overtaken"]

        answer = await deputy.do(MoveStep(Step("opening"), Step("interventions", 1)))
        assert answer == Refusal(code="not_active_console", about="console:chair")


async def test_commands_of_one_client_keep_their_order(server: Running) -> None:
    """Sent without waiting for answers, they are carried out as sent."""
    async with at(server, CHAIR) as chair:
        answers = await asyncio.gather(*(chair.do(ShowMessage(str(n))) for n in range(30)))

        accepted = [answer for answer in answers if isinstance(answer, Accepted)]
        assert [chair.opened(answer.as_of) for answer in accepted] == list(range(1, 31))
        await chair.shows(30)
        assert chair.view["message"] == "29"


async def test_the_change_comes_before_the_answer(server: Running) -> None:
    """So that a console never acts on a view older than its own last act."""
    async with at(server, CHAIR) as chair:
        answer = await chair.do(MoveStep(chair.step, Step("opening")))
        assert isinstance(answer, Accepted)
        assert (chair.epoch, chair.seq) == (answer.epoch, answer.seq)


async def test_a_probe_tells_the_time(server: Running) -> None:
    """With fractions of a millisecond, later at every answer."""
    async with client(server.url) as observer:
        before_ms = server.session.state.at_ms
        times = [await observer.raw("probe", {}) for _ in range(5)]
        assert all(time["rate"] == 1 for time in times)
        instants = [time["now_ms"] for time in times]
        assert before_ms < instants[0]
        assert instants == sorted(set(instants))
        assert any(instant % 1 for instant in instants)


async def test_the_console_is_told_who_is_there(server: Running) -> None:
    """Phones, observers and screens as they come and go; a screen's report of how well it is."""
    screen = server.session.state.setup.screens[0].id
    async with at(server, CHAIR) as chair:
        hall = Client(server.url, token_of(server, Actor("screen", screen)))
        await hall.connect()
        async with at(server, BRAZIL), client(server.url):
            await hall.socket.emit("status", {"error_ms": 12.5, "as_of": hall.as_of})
            await chair.until(lambda: chair.of("presence") and chair.of("presence")[-1]["observers"] == 1)
            told = chair.of("presence")[-1]
            assert told["seats"] == {"BR": 1}
            assert told["consoles"] == {"chair": 1}
            assert told["screens"][screen] | {"seen_ms": 0} == {
                "online": 1,
                "seen_ms": 0,
                "error_ms": 12.5,
                "behind": False,
                "languages": [],
            }
        await hall.close()
        await chair.until(lambda: chair.of("presence")[-1]["screens"][screen]["online"] == 0)
        assert chair.of("presence")[-1]["screens"][screen]["seen_ms"] > 0
        assert chair.of("presence")[-1]["seats"] == {}


async def test_a_beat_tells_each_audience_its_own_seq(server: Running) -> None:
    """Console and seats hear it every two seconds; what it says is the seq of their last change."""
    async with at(server, CHAIR) as chair, at(server, BRAZIL) as phone:
        await open_session(chair)
        await chair.done(SetScene(server.session.state.setup.screens[0].id, "list"))
        chair.log.clear()
        phone.log.clear()
        await chair.got("beat")
        await phone.got("beat")
        assert chair.of("beat")[0] == {"seq": chair.seq} == {"seq": 2}
        assert phone.of("beat")[0] == {"seq": phone.seq} == {"seq": 1}


async def test_a_rehearsal_makes_the_clock_run_fast_and_says_so(server: Running) -> None:
    """Only on an empty journal; everybody connected is welcomed anew, with the new rate."""
    async with at(server, CHAIR) as chair, client(server.url) as observer:
        await chair.done(Rehearse(60))
        await observer.shows(1)
        assert observer.view["dialogue"]["rehearsal"] is True
        assert [welcome["rate"] for welcome in observer.of("welcome")] == [1, 60]
        async with client(server.url) as later:
            assert later.config != observer.config, "another configuration has another name"
            assert later.view == observer.view == fresh(server, "public")
        lost = Client(server.url)
        lost.config, lost.configuration = observer.config, observer.configuration
        await lost.connect()
        assert lost.view == observer.view
        await lost.close()
        answer = await chair.do(Rehearse(1))
        assert isinstance(answer, Refusal)
        assert answer.code == "not_now"


async def test_nobody_can_tell_that_something_private_was_done(server: Running) -> None:
    """A phone raises a point of order and thinks better of it: observer, screen and another phone are told nothing,
    by no position, answer, tag or page; the next act that concerns them is their next change.
    """
    screen = Actor("screen", server.session.state.setup.screens[0].id)
    async with (
        at(server, CHAIR) as chair,
        at(server, BRAZIL) as brazil,
        at(server, screen) as wall,
        client(server.url) as observer,
        at(server, Actor("seat", "PE")) as peru,
        aiohttp.ClientSession(server.url) as http,
    ):
        others = (brazil, wall, observer)
        opened = await open_session(chair)
        for one in others:
            await one.shows(opened)
        before = [(one.seq, one.as_of) for one in others], await cached(http)
        for _ in range(3):
            await peru.done(RaisePoint(SeatId("PE")))
            await peru.done(WithdrawPoint(next(iter(server.session.state.points))))
        for one in others:
            one.log.clear()
            await one.got("beat")
            assert {name for name, _ in one.log} == {"beat"}
        assert ([(one.seq, one.as_of) for one in others], await cached(http)) == before
        asked = await brazil.do(Ask(SeatId("BR")))
        assert isinstance(asked, Accepted)
        assert asked.seq == before[0][0][0] + 1
        last = await chair.done(ShowMessage("Welcome"))
        for one in others:
            await one.shows(last)
            seqs = [change["seq"] for change in one.of("change")]
            assert seqs == list(range(before[0][others.index(one)][0] + 1, one.seq + 1))


async def cached(http: aiohttp.ClientSession) -> list[Any]:
    """What anybody sees without a socket; of a call for news, all but the time."""
    async with (
        http.get("/api/public/view") as public,
        http.get("/api/view") as news,
        http.get("/healthz") as well,
    ):
        told = json.loads(await news.read())
        return [public.headers["ETag"], await public.read(), told["beat"], told["view"], well.status]
