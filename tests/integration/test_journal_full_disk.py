"""A full disk under a running server: acts are refused, and work goes on once there is room."""

import asyncio
import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from server.dialogue.model.state import Step
from server.dialogue.rooms.session import MoveStep, Suspend
from server.journal.sqlite_file import FILE_NAME
from tests.support.client import Client
from tests.support.operations import entries_in, palabra
from tests.support.play import CHAIR
from tests.support.server import ServerProcess


@pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux can take room away from another process"
)
async def test_a_server_without_room_says_so_and_goes_on_when_there_is_some(tmp_path: Path) -> None:
    """Refused acts are not in the journal, `/healthz` says "not_saved"; with room again the same act is accepted."""
    with ServerProcess(tmp_path / "data").started() as server:
        chair = Client(server.url, server.token(CHAIR))
        await chair.connect()
        await chair.done(MoveStep(chair.step, Step("opening")))
        log = tmp_path / "data" / f"{FILE_NAME}-wal"
        with room_for(server._running.pid, log.stat().st_size + 100):
            answers = [await chair.do(Suspend("break")) for _ in range(3)]
            assert [getattr(answer, "code", "accepted") for answer in answers] == ["not_saved"] * 3
            assert await asyncio.to_thread(health, server.url) == "not_saved"
            assert palabra("verify", "--data", tmp_path / "data")[0] == 0
        assert await chair.done(Suspend("break")) == 2
        assert await asyncio.to_thread(health, server.url) == "ok"
        await chair.close()
    assert len(await entries_in(tmp_path / "data")) == 2


@contextmanager
def room_for(process: int, size: int) -> Iterator[None]:
    """Let the system refuse to let a process write further than `size` bytes into any file."""
    soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (soft, hard))


def health(url: str) -> str:
    """What `/healthz` says, whether or not it says so with an error."""
    try:
        with urlopen(f"{url}/healthz") as answer:  # noqa: S310 - our own server
            return str(json.load(answer)["status"])
    except HTTPError as error:
        with error:
            return str(json.load(error)["status"])
