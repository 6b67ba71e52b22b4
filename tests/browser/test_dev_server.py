"""`make dev`: pages from their sources and a server behind them under one address, anew when a file changes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser

from server.access.links import Access
from server.access.secret import load as load_secret
from tests.support.faces import Hall
from tests.support.play import shipped_setup
from tests.support.ports import free_port
from tests.support.server import CONFIG, ROOT

START_LIMIT_S = 140.0


@pytest_asyncio.fixture(loop_scope="session")
async def dev(tmp_path: Path) -> AsyncIterator[tuple[str, Path, asyncio.subprocess.Process]]:
    """Its URL, the configuration that it reads, and its process, once the server says where it is reached."""
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.read_text())
    url = f"http://127.0.0.1:{free_port()}"
    places = {
        "PALABRA_CONFIG": str(config),
        "PALABRA_DATA": str(tmp_path / "data"),
        "PORT": url.rpartition(":")[2],
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, ".ci/dev.py"), cwd=ROOT, env=os.environ | places, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(START_LIMIT_S):
            while f"running at {url}/" not in (await process.stdout.readline()).decode():
                assert process.returncode is None
        yield url, config, process
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def place(url: str) -> str:
    """Where the dialogue of the server that answers takes place; nothing while none does."""
    async with aiohttp.ClientSession(url) as http, http.get("/api/public/view") as response:
        if response.status != 200:
            return ""
        config = (await response.json())["config"]
        async with http.get(f"/api/config/{config}") as answer:
            return str((await answer.json())["dialogue"]) if answer.status == 200 else ""


@pytest.mark.timeout(300)
async def test_pages_and_server_from_their_sources(
    browser: Browser, dev: tuple[str, Path, asyncio.subprocess.Process], tmp_path: Path
) -> None:
    """Both workspaces' faces are live; a change starts the server again, which they find; the end is everybody's."""
    url, config, process = dev
    access = Access(load_secret(tmp_path / "data"))
    hall = Hall(browser, {str(link.actor): link.url for link in access.links(shipped_setup(), url)})
    console, observer = await hall.console(), await hall.observer()
    for face in (console, observer):
        await face.is_live()
        assert await face.page.evaluate("document.scripts[0].src") == f"{url}/@vite/client"

    config.write_text(config.read_text().replace("Cartagena", "Santa Marta"))
    async with asyncio.timeout(START_LIMIT_S):
        while "Santa Marta" not in await place(url):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.2)
    for face in (console, observer):
        await face.is_live()
        await face.is_untouched()
    await hall.close()

    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(60):
        assert await process.wait() == 0
    with pytest.raises(aiohttp.ClientError):
        await place(url)
