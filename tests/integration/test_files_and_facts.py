"""Once a dialogue has begun its facts are the journal's: a file that was edited, or spoilt, changes operations only."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest
import structlog

from server.app import CannotStart
from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.state import Step
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import MoveStep
from server.facts import begun_with, settings_of
from tests.support.client import client
from tests.support.redis_server import RedisServer
from tests.support.server import CONFIG, ROOT, ServerProcess, serving, token_of

CHAIR = Actor("console", "chair")
PUBLIC = Actor("public")
OPEN = MoveStep(Step("scheduled"), Step("opening"))
BARBADOS = '{ code = "BB", language = "en" }'
CUBA = '{ code = "CU", language = "es" }'


def file(folder: Path, name: str, *slips: tuple[str, str]) -> Path:
    """The shipped configuration with these edits, of a dialogue of this test's own."""
    text = CONFIG.read_text("utf-8").replace('id = "cartagena-2012"', f'id = "{folder.name[-30:]}"')
    for old, new in slips:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def palabra(*arguments: str) -> tuple[int, str]:
    """The exit code and all that was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


async def health(url: str) -> tuple[int, dict[str, object]]:
    """What the machine itself is told, and with which status."""
    async with aiohttp.ClientSession() as http, http.get(f"{url}/healthz") as answer:
        return answer.status, await answer.json()


async def test_what_was_edited_after_the_first_act_is_named(tmp_path: Path) -> None:
    """At the start, by check-config, and in /healthz; before the first act the file counts, and nothing is said."""
    data = tmp_path / "data"
    before = file(tmp_path, "before.toml")
    after = file(
        tmp_path,
        "after.toml",
        ('statement = "2:00"', 'statement = "1:00"'),
        ('"Youth, representative 2"', '"Ana"'),
    )
    async with serving(data, config=before):
        pass
    with structlog.testing.capture_logs() as logs:
        async with (
            serving(data, config=after) as server,
            client(server.url, token_of(server, CHAIR)) as chair,
        ):
            assert server.session.state.setup.lengths.statement_ms == 60_000
            await chair.done(OPEN)
            assert (await health(server.url))[1]["file"] == "ok"
    assert "differing" not in str(logs)
    with structlog.testing.capture_logs() as logs:
        async with serving(data, config=before) as server:
            assert server.session.state.setup.lengths.statement_ms == 60_000
            assert (await health(server.url))[1]["file"] == "differs"
            assert (await health(server.url))[1]["status"] == "ok"
    keys = ["groups[0].seats[1].name", "lengths.statement"]
    assert [log["differing"] for log in logs if "differing" in log] == [keys]
    code, told = palabra("check-config", "--config", str(before), "--data", str(data))
    assert code == 0
    assert ", ".join(keys) + " differ from what the dialogue began with, and no longer do anything" in told
    assert "differ" not in palabra("check-config", "--config", str(after), "--data", str(data))[1]


SPOILT: dict[str, Callable[[str], bytes]] = {
    "a quote is missing": lambda text: text.replace('id = "security"', 'id = "security', 1).encode(),
    "a key is misspelt": lambda text: text.replace("statement =", "statment =", 1).encode(),
    "a value is wrong": lambda text: text.replace('"2:00"', '"2"', 1).encode(),
    "[server] has a wrong key too": lambda text: text.replace(
        "port = 8012", 'port = "x"\nhots = 1', 1
    ).encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "it is empty": lambda _: b"",
}


def spoilt_by(slip: str, config: Path, edit: tuple[str, str]) -> tuple[str, bytes]:
    """A file in order, with this edit of [server], and what the slip makes of it; the latter is there."""
    text = CONFIG.read_text("utf-8").replace(*edit, 1)
    spoilt = SPOILT[slip](text)
    config.write_bytes(spoilt)
    return text, spoilt


@pytest.mark.parametrize("slip", SPOILT)
async def test_a_spoilt_file_begins_nothing_and_stops_nothing(tmp_path: Path, slip: str) -> None:
    """Before the first act there is no start; then it goes on by its journal, with what can be read of [server]."""
    config, data = tmp_path / "config.toml", tmp_path / "data"
    text, spoilt = spoilt_by(slip, config, ('host = "127.0.0.1"', 'host = "localhost"'))
    with pytest.raises(CannotStart):
        async with serving(data, config=config):
            pass
    config.write_text(text, "utf-8")
    await _opened(data, config)
    begun = begun_with(settings_of(config, None), data)
    config.write_bytes(spoilt)
    async with serving(data, config=config) as server:
        assert server.session.state.step == Step("opening")
        assert (await health(server.url))[1]["file"] == "unusable"
    settings = settings_of(config, None)
    assert begun_with(settings, data) == begun, "links are those of the journal"
    if slip not in {"it is empty", "UTF-16"}:
        assert settings.server.host == "localhost", "[server] is read as far as it goes"


def test_a_spoilt_file_does_not_stop_a_restart(tmp_path: Path) -> None:
    """The operator is told on the terminal; the other commands work too, and check-config says what to mend."""
    config, data = tmp_path / "config.toml", tmp_path / "data"
    text, spoilt = spoilt_by(
        "[server] has a wrong key too", config, ('public_url = ""', 'public_url = "http://localhost:1"')
    )
    with pytest.raises(RuntimeError, match="did not start"):
        ServerProcess(data, config=config).start()
    config.write_text(text, "utf-8")
    asyncio.run(_opened(data, config))
    config.write_bytes(spoilt)
    with ServerProcess(data, config=config).started() as server:
        assert server.url == "http://localhost:1"
        assert server.stop() == 0
    log = Path(f"{data}.log").read_text()
    assert "The dialogue goes on by its journal" in log
    assert "the configuration file cannot be used" in log
    code, told = palabra("links", "--json", "--config", str(config), "--data", str(data))
    assert code == 0
    assert len(json.loads(told)) == len(json.loads(palabra("links", "--json", "--data", str(data))[1]))
    copy = tmp_path / "copy"
    assert palabra("backup", "--config", str(config), "--data", str(data), "--to", str(copy))[0] == 0
    assert palabra("check-config", "--config", str(config), "--data", str(data))[0] == 1


async def _opened(data: Path, config: Path) -> None:
    async with serving(data, config=config) as server:
        await server.session.submit(CHAIR, "open-it", OPEN)


async def test_a_node_with_a_spoilt_file_is_degraded_not_left_out(tmp_path: Path) -> None:
    """It works; somebody should mend its file."""
    data = tmp_path / "data"
    await _opened(data, CONFIG)
    spoilt = file(tmp_path, "spoilt.toml", ("devices = 3", "devices = 300"))
    async with serving(data, config=spoilt) as server:
        status, told = await health(server.url)
        assert (status, told["status"], told["file"]) == (200, "degraded", "unusable")
        assert server.session.state.step == Step("opening")


async def test_where_the_journal_is_must_be_certain(tmp_path: Path, redis_server: RedisServer) -> None:
    """A slip in the line that names the Redis: rather no start than another journal; --journal ends it."""
    url = redis_server.url
    good = file(tmp_path, "good.toml", ('journal = ""', f'journal = "{url}"'))
    await _opened(tmp_path / "data", CONFIG)  # an old journal lies in the folder
    spoilt = file(tmp_path, "spoilt.toml", ('journal = ""', f'jurnal = "{url}"'))
    code, told = palabra("run", "--config", str(spoilt), "--data", str(tmp_path / "data"), "--port", "0")
    assert code == 1
    assert "name its Redis with --journal" in told
    with pytest.raises(CannotStart):
        async with serving(tmp_path / "data", config=spoilt, journal=url):
            pass  # the dialogue in Redis has not begun
    async with serving(tmp_path / "data", config=good, journal=url) as server:
        await server.session.submit(CHAIR, "open-it", OPEN)
    async with serving(tmp_path / "data", config=spoilt, journal=url) as server:
        assert server.session.state.step == Step("opening")


async def test_the_first_act_fixes_the_facts_for_a_node_with_another_file(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    """Everybody there is given the whole view anew by those facts; whom only its own file knows is turned away."""
    begins = file(tmp_path, "one.toml", ('statement = "2:00"', 'statement = "1:00"'))
    other = file(tmp_path, "two.toml", (BARBADOS, CUBA), ('title.en = "', 'title.en = "Another: '))
    with structlog.testing.capture_logs() as logs:
        async with (
            serving(tmp_path / "data", config=begins, journal=redis_server.url) as one,
            serving(tmp_path / "data", config=other, journal=redis_server.url) as two,
            client(one.url, token_of(one, CHAIR)) as chair,
            client(two.url, token_of(two, PUBLIC)) as public,
            client(two.url, token_of(two, Actor("seat", "BR"))) as brazil,
            client(two.url, token_of(two, Actor("seat", "CU"))) as cuba,
        ):
            await public.until(lambda: public.view["dialogue"]["title"]["en"].startswith("Another"))
            await cuba.until(lambda: cuba.view["me"])
            token = token_of(two, Actor("seat", "CU"))
            await chair.done(OPEN)
            await public.until(lambda: public.step == Step("opening"))
            assert not public.view["dialogue"]["title"]["en"].startswith("Another")
            assert "BB" in public.view["parties"]
            assert "CU" not in public.view["parties"]
            assert len({message["epoch"] for message in public.of("view")}) == 2
            await cuba.got("cut")
            assert two.access.actor(two.session.state.setup, token) is None
            await brazil.done(Ask(SeatId("BR")))
            assert one.session.state == two.session.state
            _, found = await health(two.url)
            assert (found["status"], found["file"], found["failing"]) == ("ok", "differs", [])
    (differing,) = [log["differing"] for log in logs if "differing" in log]
    assert differing == [
        "dialogue.title",
        "delegations.states",
        "delegations.states[23]",
        "lengths.statement",
    ]


async def test_links_on_redis_are_those_of_the_journal(tmp_path: Path, redis_server: RedisServer) -> None:
    """Beside running nodes, whatever the file has become since."""
    begins = file(tmp_path, "one.toml", ('journal = ""', f'journal = "{redis_server.url}"'))
    edited = file(tmp_path, "two.toml", ('journal = ""', f'journal = "{redis_server.url}"'), (BARBADOS, CUBA))
    data = str(tmp_path / "data")

    def seats(config: Path) -> set[str]:
        code, told = palabra("links", "--json", "--config", str(config), "--data", data)
        assert code == 0, told
        return {row["seat"] for row in json.loads(told) if "seat" in row}

    assert "CU" in seats(edited), "before the first act the file counts"
    async with serving(tmp_path / "data", config=begins, journal=redis_server.url) as server:
        await server.session.submit(CHAIR, "open-it", OPEN)
        assert seats(edited) == seats(begins)
        assert "CU" not in seats(edited)
    code, told = palabra("check-config", "--config", str(edited), "--data", data)
    assert code == 0
    assert "delegations.states[23]" in told


async def test_a_slip_in_the_id_begins_no_other_dialogue_without_a_word(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    """On a Redis another id is another journal, and an empty one: those that have begun are named."""
    async with serving(
        tmp_path / "data", config=file(tmp_path, "one.toml"), journal=redis_server.url
    ) as server:
        await server.session.submit(CHAIR, "open-it", OPEN)
        begun = server.session.state.setup.id
    slipped = file(tmp_path, "two.toml", (f'id = "{begun}"', 'id = "another-one"'))
    with structlog.testing.capture_logs() as logs:
        async with serving(tmp_path / "data", config=slipped, journal=redis_server.url):
            pass
    (others,) = [log["dialogues"] for log in logs if "dialogues" in log]
    assert begun in others
