"""Behind an operator's proxy that says nothing: all faces, by sockets, at a host of its own or under a prefix."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.support.faces import Hall
from tests.support.live_server import LiveServer
from tests.support.ports import free_port
from tests.support.strict_proxy import before


@pytest.mark.parametrize(
    ("prefix", "strips"),
    [("", False), ("/dialogue/2012", False), ("/dialogue/2012", True)],
    ids=["host", "prefix", "stripped"],
)
async def test_every_face_works_behind_a_proxy_that_says_nothing(
    browser: Browser, tmp_path: Path, prefix: str, *, strips: bool
) -> None:
    """Only `public_url` says where they are: links, scripts, fonts, calls and sockets all lie under it."""
    port = free_port()
    async with before(port, prefix, strips=strips) as (proxy, public_port):
        public_url = f"http://127.0.0.1:{public_port}{prefix}"
        server = LiveServer(tmp_path, "--port", str(port), "--public-url", public_url)
        await server.start()
        assert server.url == public_url
        hall = Hall(browser, server.links)
        try:
            console, observer = await hall.console(), await hall.observer()
            screen, phone = await hall.screen(), await hall.phone("BR")
            await hall.podium()
            await hall.stage()
            await console.enter("do-open")
            for face in (observer, screen, phone):
                await face.says("floor-chair")
            assert proxy.elsewhere == [], "an address that is not under the prefix"
            assert not any("/api/view" in asked or "/api/command" in asked for asked in proxy.asked), (
                "they poll"
            )
            assert [problem for face in hall.faces for problem in face.problems] == []
        finally:
            await hall.close()
            await server.stop()


@pytest.mark.parametrize("strips", [False, True], ids=["prefix", "stripped"])
async def test_faces_go_on_without_sockets_under_a_prefix(
    browser: Browser, tmp_path: Path, *, strips: bool
) -> None:
    """Calls are addressed below the prefix like everything else, and a phone's act gets through."""
    port = free_port()
    async with before(port, "/d", strips=strips) as (proxy, public_port):
        server = LiveServer(
            tmp_path, "--port", str(port), "--public-url", f"http://127.0.0.1:{public_port}/d"
        )
        await server.start()
        proxy.forbidden = ("/d/socket.io",)
        hall = Hall(browser, server.links)
        try:
            console = await hall.console()
            await console.enter("do-open")
            await console.offers("do-start_round", round=1)
            assert "POST /d/api/command" in proxy.asked
            assert proxy.elsewhere == []
        finally:
            await hall.close()
            await server.stop()
