"""HTTP: pages, files, health, the journal; and what an operator meets at the command line."""

import gzip
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import get_args

import aiohttp
import pytest
import pytest_asyncio
from msgspec.structs import replace

from server import app
from server.app import Running
from server.config import load as load_config
from server.dialogue.decider import replay
from server.dialogue.model.ids import Actor, Role
from server.dialogue.model.state import Step
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.journal.codec import decode, digest
from server.web import pages
from tests.support.play import CHAIR
from tests.support.ports import free_port
from tests.support.server import CONFIG, ROOT, ServerProcess, serving, token_of

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


def command_line(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m server` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


async def test_health_follows_the_journal(server: Running, http: aiohttp.ClientSession) -> None:
    """Status, seq, and whether the fan-out short cut is in use."""
    await server.session.submit(CHAIR, "open-it-1", OPEN)
    async with http.get("/healthz") as response:
        health = await response.json()
    assert response.status == 200
    assert health["status"] == "ok"
    assert (health["seq"], health["saved"], health["rehearsal"]) == (1, True, False)
    assert health["fanout"] == {"fast": True, "behind": 0}


async def test_the_journal_is_read_as_a_whole_chain(server: Running, http: aiohttp.ClientSession) -> None:
    """JSON lines: hashed as they are, folded to the state."""
    await server.session.submit(CHAIR, "open-it-1", OPEN)
    await server.session.submit(CHAIR, "message-1", ShowMessage("Bienvenidos"))
    bearer = {"Authorization": f"Bearer {token_of(server, CHAIR)}"}
    async with http.get("/api/journal", headers=bearer) as response:
        lines = (await response.read()).splitlines()

    entries = [decode(line) for line in lines]
    assert [entry.prev for entry in entries] == ["", digest(lines[0])]
    assert replay(entries, server.session.state.people) == server.session.known


async def test_only_a_console_reads_the_journal(server: Running, http: aiohttp.ClientSession) -> None:
    """Nobody: 401. A seat: 403. It names who asked for what, and points of order not yet recognised."""
    seat = token_of(server, Actor("seat", "BR"))
    answers = {"": 401, "Bearer": 401, "Bearer forged": 401, f"Basic {seat}": 401, f"Bearer {seat}": 403}
    for header, status in answers.items():
        async with http.get("/api/journal", headers={"Authorization": header}) as response:
            assert response.status == status, header
            assert b"entry" not in await response.read()


async def test_every_answer_has_the_security_headers(http: aiohttp.ClientSession) -> None:
    """Pages, files, errors: own scripts only, sockets of this origin only, no referrer."""
    for path in ("/", "/console", "/healthz", "/nowhere", "/assets/nothing.js"):
        async with http.get(path) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "script-src 'self';" in policy
            assert f"ws://{response.url.authority} " in policy
            assert response.headers["Referrer-Policy"] == "no-referrer"
            assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_forged_host_does_not_get_into_the_policy(http: aiohttp.ClientSession) -> None:
    """It is printed into a header."""
    async with http.get("/healthz", headers={"Host": "x; script-src *"}) as response:
        assert "script-src *" not in response.headers["Content-Security-Policy"]


async def test_pages_ask_again_and_their_files_never(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is asked for at each visit; its files, named after their content, once."""
    for path, file in pages.PAGES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(f"<p>{path}</p>")
    script = tmp_path / pages.FILES["/assets"] / "a.js"
    script.parent.mkdir(parents=True)
    script.write_text("1")
    monkeypatch.setattr(app, "ROOT", tmp_path)

    async with serving(tmp_path / "data") as server, aiohttp.ClientSession(server.url) as http:
        for path in pages.PAGES:
            async with http.get(path) as page:
                assert (page.status, await page.text()) == (200, f"<p>{path}</p>")
                assert page.headers["Cache-Control"] == "no-cache"
        async with http.get("/assets/a.js") as asset:
            assert "immutable" in asset.headers["Cache-Control"]


async def test_files_come_compressed_to_who_takes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Brotli before gzip, each with its own ETag and the type of what is in it; plain to who wants it plain."""
    folder = tmp_path / pages.FILES["/assets"]
    folder.mkdir(parents=True)
    (folder / "a.js").write_bytes(b"plain")
    (folder / "a.js.br").write_bytes(b"by brotli")
    (folder / "a.js.gz").write_bytes(b"by gzip, longer")
    (folder / "b.js").write_bytes(b"never compressed")
    monkeypatch.setattr(app, "ROOT", tmp_path)
    expected = {
        "br, gzip": ("br", b"by brotli"),
        "gzip, deflate, br;q=0.1": ("br", b"by brotli"),
        "gzip": ("gzip", b"by gzip, longer"),
        "br;q=0, *": ("gzip", b"by gzip, longer"),
        "deflate": (None, b"plain"),
        "identity, br;q=0, gzip;q=0": (None, b"plain"),
        "": (None, b"plain"),
    }
    etags: dict[str | None, str] = {}
    async with (
        serving(tmp_path / "data") as server,
        aiohttp.ClientSession(server.url, auto_decompress=False) as http,
    ):
        for accept, (encoding, body) in expected.items():
            async with http.get("/assets/a.js", headers={"Accept-Encoding": accept}) as file:
                assert (file.headers.get("Content-Encoding"), await file.read()) == (encoding, body), accept
                assert file.headers["Content-Type"].startswith("text/javascript")
                assert file.headers["Vary"] == "Accept-Encoding"
                assert "immutable" in file.headers["Cache-Control"]
                assert etags.setdefault(encoding, file.headers["ETag"]) == file.headers["ETag"]
        assert len(set(etags.values())) == 3
        asked = {"Accept-Encoding": "br", "If-None-Match": etags["br"]}
        async with http.get("/assets/a.js", headers=asked) as file:
            assert (file.status, file.headers["Vary"]) == (304, "Accept-Encoding")
        async with http.get("/assets/b.js", headers={"Accept-Encoding": "br"}) as file:
            assert (file.headers.get("Content-Encoding"), await file.read()) == (None, b"never compressed")


def test_the_build_compresses_what_is_worth_it() -> None:
    """Beside every script and style sheet of 1 kB or more lies the same, smaller, in both encodings."""
    for folder in map(ROOT.joinpath, pages.FILES.values()):
        files = [f for f in folder.iterdir() if f.suffix in {".js", ".css"} and f.stat().st_size >= 1024]
        assert files
        for file in files:
            assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == file.read_bytes()
            by_brotli = file.with_name(f"{file.name}.br").stat().st_size
            assert by_brotli < file.with_name(f"{file.name}.gz").stat().st_size < file.stat().st_size


async def test_before_the_build_a_page_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not an error nobody understands; and none either for files that are not there yet."""
    monkeypatch.setattr(app, "ROOT", tmp_path)
    async with serving(tmp_path / "data") as server, aiohttp.ClientSession(server.url) as http:
        async with http.get("/floor") as page:
            assert page.status == 503
            assert "make build" in await page.text()
        async with http.get("/assets/a.js") as asset:
            assert asset.status == 404


def test_links_name_the_server_that_runs(tmp_path: Path) -> None:
    """As JSON rows; with the port that it found, and tokens that it takes."""
    with ServerProcess(tmp_path / "data").started() as server:
        printed = command_line("links", "--json", "--data", str(server.data))
        rows = json.loads(printed.stdout)
        assert rows[0]["role"] == "console"
        assert rows[0]["url"] == f"{server.url}/console#t={server.token(CHAIR)}"
        assert {row["role"] for row in rows} == set(get_args(Role)) - {"operator"}
        assert server.stop() == 0
        assert not (server.data / "address").exists()


async def test_links_are_those_of_the_dialogue_that_has_begun(tmp_path: Path) -> None:
    """A configuration that is edited afterwards counts for the next dialogue, and so do its links."""
    data, edited = tmp_path / "data", tmp_path / "config.toml"
    edited.write_text(CONFIG.read_text().replace('id = "cartagena-2012"', 'id = "another"', 1))
    for config in (CONFIG, edited):
        async with serving(data, config=config) as server:
            if config == CONFIG:
                await server.session.submit(CHAIR, "open-it-1", OPEN)
            # Not in a thread of its own: the server need not answer for this.
            rows = json.loads(
                command_line("links", "--json", "--data", str(data), "--config", str(edited)).stdout
            )
            assert rows[0]["url"] == f"{server.url}/console#t={token_of(server, CHAIR)}"


def test_tokens_are_not_printed_to_a_file(tmp_path: Path) -> None:
    """`run` shows them on a terminal only; elsewhere it says how to see them."""
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--data", str(tmp_path), "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = [process.stdout.readline(), process.stdout.readline()]
    process.terminate()
    rest, _ = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "server links --data" in told[1]
    assert "#t=" not in "".join(told) + rest


@pytest.mark.parametrize("taken", ["port", "folder"])
def test_what_is_taken_already_is_named_with_a_remedy(tmp_path: Path, taken: str) -> None:
    """One sentence, no traceback, and not exit code 0."""
    with ServerProcess(tmp_path / "data").started() as server:
        port = server.url.rpartition(":")[2] if taken == "port" else "0"
        data = server.data if taken == "folder" else tmp_path / "other"
        second = command_line("run", "--config", str(CONFIG), "--data", str(data), "--port", port)

    assert second.returncode == 1
    assert "Traceback" not in second.stderr
    assert second.stderr.startswith("Palabra did not start. ")
    assert {"port": f"Port {port} is in use", "folder": str(data)}[taken] in second.stderr


def test_a_mistake_in_the_configuration_starts_nothing(tmp_path: Path) -> None:
    """File, key and remedy; no data folder is made."""
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.read_text().replace("[dialogue]", "[dialogue]\ntitel = 1", 1))
    for command in (
        ("run", "--data", str(tmp_path / "data")),
        ("check-config",),
        ("links", "--data", str(tmp_path)),
    ):
        answer = command_line(*command, "--config", str(config))
        assert answer.returncode == 1
        assert f"{config}: dialogue.titel" in answer.stderr
        assert "Traceback" not in answer.stderr
    assert not (tmp_path / "data").exists()


def test_a_broken_journal_is_not_served(tmp_path: Path) -> None:
    """It says so, and what to do."""
    (tmp_path / "journal.sqlite3").write_bytes(b"not a journal at all" * 100)
    answer = command_line("run", "--data", str(tmp_path), "--port", "0")
    assert answer.returncode == 1
    assert "damaged" in answer.stderr
    assert "backup" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(("public_url", "is_here"), [("", True), ("https://palabra.example", False)])
async def test_health_tells_figures_to_those_who_may_know(
    tmp_path: Path, public_url: str, *, is_here: bool
) -> None:
    """The monitoring key opens them, and this machine unless a proxy may speak for others; else a bare status."""
    config, port = load_config(CONFIG), free_port()
    config = config._replace(server=replace(config.server, public_url=public_url))
    async with (
        app.running(config, tmp_path / "data", host="127.0.0.1", port=port) as running,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http,
    ):
        key, seat = running.access.monitoring_key, token_of(running, Actor("seat", "BR"))
        asked = {"": is_here, f"Bearer {key}": True, f"Bearer {seat}": is_here, "Bearer forged": is_here}
        for header, may_see in asked.items():
            async with http.get("/healthz", headers={"Authorization": header}) as response:
                assert ("seq" in await response.json()) is may_see, header
        async with http.get("/healthz", headers={"X-Forwarded-For": "192.0.2.1"}) as response:
            assert await response.json() == {"status": "ok"}
