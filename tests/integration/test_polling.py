"""The protocol without a socket: real HTTP calls at the real server get the same messages and the same refusals."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest
import pytest_asyncio

from server.app import Running
from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.state import Step
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import SetScene, ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.rehearsal.errors import NoAnswer
from server.web import api
from server.wire.messages import ViewMessage
from server.wire.patch import apply
from server.wire.project import project
from tests.support.caller import Caller
from tests.support.client import Client, client
from tests.support.play import CHAIR, OBSERVER
from tests.support.server import serving, token_of

BRAZIL = Actor("seat", "BR")
OPEN = MoveStep(Step("scheduled"), Step("opening"))


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server on an empty journal."""
    async with serving(tmp_path / "data") as running:
        yield running


@pytest_asyncio.fixture
async def http(server: Running) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of that server."""
    async with aiohttp.ClientSession(server.url) as session:
        yield session


def caller_of(
    http: aiohttp.ClientSession, server: Running, actor: Actor = OBSERVER, device: str = ""
) -> Caller:
    """Somebody without a socket."""
    return Caller(http, token_of(server, actor), device)


def fresh(server: Running, audience: str) -> Any:
    """The view of an audience as a fresh projection of the state gives it."""
    return msgspec.json.decode(msgspec.json.encode(project(*server.session.known).view(audience)))


async def ready(server: Running) -> None:
    """The dialogue is open."""
    await server.session.submit(CHAIR, "open-it-1", OPEN)


async def test_every_audience_follows_without_a_socket(server: Running, http: aiohttp.ClientSession) -> None:
    """First the whole view, then changes, then nothing; each is the projection of the state."""
    screen = Actor("screen", server.session.state.setup.screens[0].id)
    audiences = {"public": OBSERVER, "seat:BR": BRAZIL, "screens": screen, "console": CHAIR}
    for audience, actor in audiences.items():
        caller = caller_of(http, server, actor)
        first = await caller.call()
        assert (first.welcome.role, first.welcome.name) == (actor.role, actor.name)
        await server.session.submit(CHAIR, f"message-{audience}", ShowMessage(f"For {audience}"))
        second = await caller.call()
        assert (bool(second.view), len(second.changes or ())) == (False, 1)
        assert caller.view == fresh(server, audience)
        third = await caller.call()
        assert not third.view
        assert not third.changes
        assert bool(third.presence) == (audience == "console")


async def test_news_tell_the_time(server: Running, http: aiohttp.ClientSession) -> None:
    """For the client's clock: later with each call, and never the same."""
    caller = caller_of(http, server)
    first, second = (await caller.call()).time, (await caller.call()).time
    assert 0 < second.now_ms - first.now_ms < 10_000
    assert first.rate == 1


async def test_a_socket_and_calls_take_turns_on_one_view(
    server: Running, http: aiohttp.ClientSession
) -> None:
    """What a socket brought is resumed by a call, and the other way round: one epoch, one count."""
    await ready(server)
    phone = Client(server.url, token_of(server, BRAZIL))
    await phone.connect()
    await phone.close()
    await server.session.submit(CHAIR, "message-1", ShowMessage("One"))
    caller = caller_of(http, server, BRAZIL)
    caller.epoch, caller.seq, caller.as_of, caller.view = phone.epoch, phone.seq, phone.as_of, phone.view
    assert not (await caller.call()).view
    phone.seq, phone.as_of, phone.view = caller.seq, caller.as_of, caller.view
    await server.session.submit(CHAIR, "message-2", ShowMessage("Two"))
    phone.log.clear()
    await phone.connect()
    await phone.shows(3)
    assert (phone.of("view"), phone.view) == ([], fresh(server, "seat:BR"))
    await phone.close()


async def test_a_command_posted_twice_happens_once(server: Running, http: aiohttp.ClientSession) -> None:
    """With the id of a command that came by socket, too."""
    await ready(server)
    caller = caller_of(http, server, BRAZIL)
    ask = Ask(SeatId("BR"), text="Rural roads")
    answers = [await caller.do(ask, "ask-for-it") for _ in range(2)]
    async with client(server.url, token_of(server, BRAZIL)) as phone:
        answers.append(msgspec.to_builtins(await phone.do(ask, "ask-for-it")))
        assert [(each["answer"], phone.opened(each["as_of"])) for each in answers] == [("accepted", 2)] * 3
    assert len(server.session.state.requests) == 1


async def test_refusals_are_the_dialogues_own(server: Running, http: aiohttp.ClientSession) -> None:
    """HTTP went well, so the status is 200; what may not be done is said by its code."""
    await ready(server)
    for actor, command, code in (
        (OBSERVER, ShowMessage("Boo"), "not_allowed"),
        (BRAZIL, Ask(SeatId("MX")), "not_yours"),
        (CHAIR, OPEN, "overtaken"),
    ):
        answer = await caller_of(http, server, actor).do(command, "12345678")
        assert (answer["answer"], answer["code"]) == ("refused", code)


WELCOME = b'{"id": "12345678", "command": {"type": "show_message", "text": "Welcome"}}'

BAD_BODIES = [
    b"",
    b"{",
    b"\xff\xfe",
    b"[]",
    b'"end"',
    b'{"id": "short", "command": {"type": "open_list"}}',
    b'{"id": "12345678", "command": {"type": "abolish_list"}}',
    b'{"id": "12345678", "command": {"type": "open_list"}, "as": "console:chair"}',
    b"[" * 50_000,
    WELCOME.ljust(api.BODY_LIMIT + 1),
]


@pytest.mark.parametrize("body", BAD_BODIES, ids=lambda body: repr(body[:20]))
async def test_what_is_no_command_is_a_bad_request(
    server: Running, http: aiohttp.ClientSession, body: bytes
) -> None:
    """Refused with `bad_command`, as on a socket; the journal stays as it was."""
    status, answer = await caller_of(http, server, CHAIR).post(body)
    assert (status, answer["answer"], answer["code"]) == (400, "refused", "bad_command")
    assert server.session.state.seq == 0


async def test_the_longest_body_that_may_be_is_read(server: Running, http: aiohttp.ClientSession) -> None:
    """The limit is in bytes of the body, not in those of a chunk."""
    status, answer = await caller_of(http, server, CHAIR).post(WELCOME.ljust(api.BODY_LIMIT))
    assert (status, answer["answer"]) == (200, "accepted")


async def test_a_body_that_never_comes_is_not_waited_for(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does it cost more than its connection."""
    monkeypatch.setattr(api, "BODY_S", 0.05)
    host, _, port = server.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /api/command HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    async with asyncio.timeout(20):
        assert b"400" in await reader.readline()
    writer.close()


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"wire": 99}, 409, "reload"),
        ({"wire": 99, "new_in_99": "x"}, 409, "reload"),
        ({"seq": "many"}, 400, "bad_command"),
        ({"sequence": 1}, 400, "bad_command"),
        ({"device": "x" * 65}, 400, "bad_command"),
        ({"error_ms": "nan"}, 400, "bad_command"),
        ({"error_ms": -1}, 400, "bad_command"),
    ],
)
async def test_a_call_that_makes_no_sense_is_turned_away(
    server: Running, http: aiohttp.ClientSession, query: dict[str, Any], status: int, code: str
) -> None:
    """By a code that the client acts on."""
    told = await caller_of(http, server).get(**query)
    assert (told[0], told[1]["code"]) == (status, code)


async def test_a_token_of_nobody_opens_nothing(server: Running, http: aiohttp.ClientSession) -> None:
    """401 with the code; no token at all is the public's."""
    forged = caller_of(http, server)
    forged.headers = {"Authorization": "Bearer forged"}
    status, told = await forged.get()
    assert (status, told["code"]) == (401, "revoked")
    status, answer = await forged.post(b"{}")
    assert (status, answer["answer"], answer["code"]) == (401, "refused", "revoked")
    assert (await caller_of(http, server).call()).welcome.role == "public"


async def test_an_unknown_epoch_gets_the_whole_view(server: Running, http: aiohttp.ClientSession) -> None:
    """Its seq is of another history."""
    caller = caller_of(http, server)
    await caller.call()
    assert (await caller.call(epoch="0123456789abcdef")).view
    assert (await caller.call(seq=10**30)).view


async def test_who_calls_is_there_and_then_is_not(server: Running, http: aiohttp.ClientSession) -> None:
    """A seat, a screen and a console count as present for a few beats after their last call."""
    screen = Actor("screen", server.session.state.setup.screens[0].id)
    async with client(server.url, token_of(server, CHAIR)) as chair:
        await caller_of(http, server, Actor("console", "deputy")).call()
        await caller_of(http, server, BRAZIL, "phone").call()
        await caller_of(http, server, BRAZIL, "phone").call()
        await caller_of(http, server, device="a").call()
        await caller_of(http, server, screen).call(error_ms=4.5)
        await chair.until(lambda: chair.of("presence")[-1]["screens"][screen.name].get("error_ms") == 4.5)
        seen = chair.of("presence")[-1]
        assert seen["seats"] == {"BR": 1}
        assert seen["consoles"] == {"chair": 1, "deputy": 1}
        assert seen["observers"] == 1
        assert seen["screens"][screen.name]["online"] == 1
        await chair.until(lambda: chair.of("presence")[-1]["seats"] == {})
        seen = chair.of("presence")[-1]
        assert (seen["consoles"], seen["screens"][screen.name]["online"]) == ({"chair": 1}, 0)
        assert seen["observers"] == 1, "observers call more rarely, and stay longer"


async def test_a_seat_is_open_on_three_devices_at_most(server: Running, http: aiohttp.ClientSession) -> None:
    """R7: however they are connected; the same device again is no other one, and one that leaves makes room."""
    token = token_of(server, BRAZIL)
    phones = [Client(server.url, token) for _ in range(3)]
    for phone, device in zip(phones, ("one", "two", "two"), strict=True):
        await phone.connect(device=device)
    await caller_of(http, server, BRAZIL, "two").call()
    third = caller_of(http, server, BRAZIL, "three")
    await third.call()
    again = Client(server.url, token)
    await again.connect(device="two")
    await again.close()

    told: list[Any] = []
    for device in ("four", ""):  # who does not say which device it is counts as another one
        fourth = Client(server.url, token)
        fourth.socket.on("connect_error", told.append)
        with pytest.raises(NoAnswer):
            await fourth.connect(device=device)
    assert [error["message"] for error in told] == ["too_many_devices"] * 2
    by_calls = caller_of(http, server, BRAZIL, "four")
    status, answer = await by_calls.get()
    assert (status, answer["code"]) == (403, "too_many_devices")
    status, answer = await by_calls.post(b"{}")
    assert (status, answer["answer"], answer["code"]) == (403, "refused", "too_many_devices")

    await third.call()
    await phones[0].close()
    fourth = Client(server.url, token)
    await fourth.connect(device="four")
    for phone in (*phones[1:], fourth):
        await phone.close()


async def test_other_links_are_open_anywhere(server: Running) -> None:
    """R7 is about seats."""
    screens = [Client(server.url, token_of(server, CHAIR)) for _ in range(5)]
    for number, one in enumerate(screens):
        await one.connect(device=str(number))
    for one in screens:
        await one.close()


async def test_the_public_view_can_be_kept_by_caches(server: Running, http: aiohttp.ClientSession) -> None:
    """A ViewMessage whose tag changes with the view and with nothing else."""
    async with http.get("/api/public/view") as response:
        message = msgspec.convert(json.loads(await response.read()), ViewMessage)
        tag = response.headers["ETag"]
        assert response.headers["Cache-Control"] == "no-cache"
    configuration = await configuration_of(http, message.config)
    assert apply(configuration, message.view) == fresh(server, "public")
    screen = server.session.state.setup.screens[0].id
    await server.session.submit(CHAIR, "scene-it", SetScene(screen, "blank"))
    async with http.get("/api/public/view", headers={"If-None-Match": tag}) as response:
        if response.status == 200:  # the first act fixes the configuration; nothing else of it is public
            assert json.loads(await response.read())["view"] != message.view
        else:
            assert (response.status, await response.read()) == (304, b"")
    await ready(server)
    async with http.get("/api/public/view", headers={"If-None-Match": tag}) as response:
        assert response.status == 200
        view = json.loads(await response.read())["view"]
        assert apply(configuration, view) == fresh(server, "public")


async def configuration_of(http: aiohttp.ClientSession, config: str) -> Any:
    """A configuration by its hash, as anybody finds it."""
    async with http.get(f"/api/config/{config}") as response:
        assert response.status == 200
        return json.loads(await response.read())


async def test_a_configuration_is_for_ever_what_its_hash_says(
    server: Running, http: aiohttp.ClientSession
) -> None:
    """Caches keep it and need not ask again; packed for who can unpack; one that nobody knows is not there."""
    config = project(*server.session.known).configuration
    async with http.get(f"/api/config/{config.hash}", headers={"Accept-Encoding": "gzip"}) as response:
        assert (response.status, await response.read()) == (200, config.encoded)
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response.headers["Content-Encoding"] == "gzip"
        assert int(response.headers["Content-Length"]) < len(config.encoded) / 3
        tag = response.headers["ETag"]
    async with http.get(f"/api/config/{config.hash}", headers={"If-None-Match": tag}) as response:
        assert (response.status, await response.read()) == (304, b"")
    async with http.get(f"/api/config/{config.hash}", headers={"Accept-Encoding": "identity"}) as response:
        assert "Content-Encoding" not in response.headers
        assert hashlib.sha256(await response.read()).hexdigest().startswith(config.hash)
    async with http.get("/api/config/0123456789abcdef") as response:
        assert (response.status, response.headers["Cache-Control"]) == (404, "no-store")


async def test_the_configuration_comes_to_who_does_not_hold_it(
    server: Running, http: aiohttp.ClientSession
) -> None:
    """Once: whoever comes back, to another node or after a restart, is sent what lives and no more."""
    caller = caller_of(http, server)
    first = await caller.call()
    assert isinstance(first.view, ViewMessage)
    assert first.view.configuration == json.loads(project(*server.session.known).configuration.encoded)
    again = await caller.call(epoch="0123456789abcdef")
    assert isinstance(again.view, ViewMessage)
    assert not again.view.configuration
    assert caller.view == fresh(server, "public")
    stranger = await caller.call(epoch="0123456789abcdef", config="of another dialogue")
    assert isinstance(stranger.view, ViewMessage)
    assert stranger.view.configuration
