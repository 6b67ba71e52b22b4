"""`/metrics`: what is counted is what happened, in Prometheus' terms; strangers read nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from server.app import Running
from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Step
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.web.bearer import Watchers
from server.wire.messages import WIRE
from tests.support.client import client
from tests.support.play import CHAIR
from tests.support.server import serving, token_of

OPEN = MoveStep(Step("scheduled"), Step("opening"))


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A server on an empty journal."""
    async with serving(tmp_path / "data") as running:
        yield running


async def scraped(server: Running) -> dict[tuple[str, ...], float]:
    """Every sample: name and the values of its labels."""
    async with aiohttp.ClientSession(server.url) as http, http.get("/metrics") as response:
        assert response.status == 200
        assert response.headers["Content-Type"].startswith("text/plain; version=")
        text = await response.text()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_acts_and_refusals_are_counted_by_kind(server: Running) -> None:
    """One act that counts, one that the rules refuse, one message that is no command; each ack and write is timed."""
    chair = token_of(server, CHAIR)
    async with client(server.url, chair) as console, client(server.url) as observer:
        await console.done(OPEN)
        await observer.do(Ask(SeatId("BR")))
        await console.raw("command", "nonsense")
        found = await scraped(server)
    assert found["palabra_acts_total", "move_step", "accepted"] == 1
    assert found["palabra_acts_total", "ask", "refused"] == 1
    assert found["palabra_acts_total", "?", "refused"] == 1
    assert found["palabra_refusals_total", "bad_command"] == 1
    assert sum(n for (name, *_), n in found.items() if name == "palabra_refusals_total") == 2
    assert found["palabra_ack_seconds_count",] == found["palabra_journal_append_seconds_count",] == 1
    assert 0 < found["palabra_journal_append_seconds_sum",] <= found["palabra_ack_seconds_sum",] < 10
    assert found["palabra_journal_seq",] == 1
    assert found["palabra_journal_saved",] == 1
    assert found["palabra_step", "opening", "0"] == 1


async def test_clients_are_counted_by_audience_and_so_is_what_they_are_given(server: Running) -> None:
    """By socket and by calls alike; each change that reaches a client is one delivery."""
    brazil = token_of(server, Actor("seat", "BR"))
    async with (
        client(server.url, token_of(server, CHAIR)) as console,
        client(server.url, brazil) as seat,
        client(server.url) as observer,
        aiohttp.ClientSession(server.url, headers={"Authorization": f"Bearer {brazil}"}) as http,
    ):
        async with http.get("/api/view", params={"wire": str(WIRE), "device": "a-telephone"}) as response:
            assert response.status == 200
        before = await scraped(server)
        seq = await console.done(OPEN)
        await asyncio.gather(seat.shows(seq), observer.shows(seq))
        after = await scraped(server)
    counts = {name[1]: n for name, n in before.items() if name[0] == "palabra_clients"}
    assert counts == {"console": 1, "seat": 2, "public": 1}
    assert after["palabra_deliveries_total",] - before["palabra_deliveries_total",] >= 3
    assert after["palabra_clients_behind",] == 0


async def test_the_server_itself_is_measured(server: Running) -> None:
    """Which program it is, what its process takes, whether the clock was stepped, and how late its event loop is."""
    async with asyncio.timeout(30):
        while not (await scraped(server))["palabra_loop_lag_seconds_count",]:  # noqa: ASYNC110 - as Prometheus asks
            await asyncio.sleep(0.05)
    found = await scraped(server)
    assert next(name for name in found if name[0] == "palabra_build_info")
    assert found["process_resident_memory_bytes",] > 10_000_000
    assert abs(found["palabra_clock_step_seconds",]) < 1


async def test_two_servers_in_one_process_count_apart(server: Running, tmp_path: Path) -> None:
    """No registry is shared."""
    async with serving(tmp_path / "other") as other:
        await other.session.submit(CHAIR, "open-it-1", OPEN)
        assert (await scraped(other))["palabra_journal_seq",] == 1
        found = await scraped(server)
    assert found["palabra_journal_seq",] == 0
    assert not [name for name in found if name[0] == "palabra_acts_total"]


async def test_strangers_read_no_metrics(server: Running) -> None:
    """Whoever came by way of a proxy needs the key; a personal link is none, not even the chair's."""
    passed_on = {"X-Forwarded-For": "203.0.113.7"}
    keys = {
        "": 401,
        f"Bearer {token_of(server, CHAIR)}": 401,
        f"Basic {server.access.monitoring_key}": 401,
        f"Bearer {server.access.monitoring_key}": 200,
    }
    async with aiohttp.ClientSession(server.url) as http:
        for key, status in keys.items():
            async with http.get("/metrics", headers=passed_on | {"Authorization": key}) as response:
                assert response.status == status, key
                assert (b"palabra_" in await response.read()) == (status == 200)
    assert server.access.actor(server.session.state.setup, server.access.monitoring_key) is None


@pytest.mark.parametrize(
    ("host", "headers", "proxied", "included"),
    [
        ("127.0.0.1", {}, False, True),
        ("::1", {}, False, True),
        ("127.0.0.1", {}, True, False),
        ("127.0.0.1", {"forwarded": "for=203.0.113.7"}, False, False),
        ("203.0.113.7", {}, False, False),
        ("203.0.113.7", {"authorization": "Bearer key"}, True, True),
        ("203.0.113.7", {"authorization": "Bearer kéy"}, True, False),
        ("", {}, False, False),
    ],
)
def test_this_machine_needs_no_key(host: str, headers: dict[str, str], proxied: bool, included: bool) -> None:  # noqa: FBT001
    """… unless a proxy on it makes everybody seem to come from here."""
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    request = Request({"type": "http", "headers": raw, "client": (host, 1)})
    assert Watchers("key", proxied=proxied).include(request) is included


async def test_what_is_refused_in_the_queue_is_counted(server: Running) -> None:
    """By its code, whoever submitted it."""
    with pytest.raises(Refused):
        await server.session.submit(Actor("public"), "ask-1", Ask(SeatId("BR")))
    refusals = {name[1] for name in await scraped(server) if name[0] == "palabra_refusals_total"}
    assert len(refusals) == 1
