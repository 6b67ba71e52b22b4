"""The register beside every journal: kept before an entry names somebody, and erased so that nothing is left."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import aiohttp
import msgspec
import pytest

from server.access.links import Access
from server.access.secret import load as load_secret
from server.address import noted_here
from server.clock import Clock
from server.dialogue.model.ids import PersonVersion, SeatId
from server.dialogue.model.register import Person, Record, version_of
from server.dialogue.model.state import Step
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.session import MoveStep
from server.journal.memory import MemoryJournal, MemoryStore
from server.journal.port import Journal, NotSaved, SpoiltRecord
from server.journal.redis import RedisJournal
from server.journal.sqlite import SqliteJournal
from server.journal.sqlite_file import FILE_NAME
from server.session import Session
from tests.integration.test_journal_contract import Reopen, reopen
from tests.support.operations import palabra, sql
from tests.support.play import CHAIR, OPERATOR, shipped
from tests.support.redis_server import RedisServer
from tests.support.server import ServerProcess, serving

__all__ = ["reopen"]

BR = SeatId("BR")
ANA = Record(BR, Person({"en": "Ana Quispe"}, {"en": "Mediator"}, 1.5), "salt")
ROSA = Record(BR, Person({"en": "Rosa Mamani"}), "other salt")
OPEN = MoveStep(Step("scheduled"), Step("opening"))
GUEST = AddGuest("Ana Quispe", "Mediator", "es", 60_000)


def lying_in(folder: Path) -> bytes:
    """All bytes of all files there."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


async def test_what_was_kept_is_there_after_a_restart(reopen: Reopen) -> None:
    """Records are kept once, whole, and given back; what was forgotten is not."""
    journal = await reopen()
    assert await journal.records() == ()
    await journal.keep((ANA, ROSA))
    await journal.keep((ANA,))
    await journal.close()
    journal = await reopen()
    assert sorted(await journal.records(), key=version_of) == sorted((ANA, ROSA), key=version_of)
    await journal.forget((version_of(ANA), version_of(ANA)))
    await journal.close()
    journal = await reopen()
    assert await journal.records() == (ROSA,)
    await journal.close()


async def test_nothing_is_left_of_a_record_in_a_file(tmp_path: Path) -> None:
    """Neither in the journal's file nor in its log, while it is open and when it is closed."""
    journal = await SqliteJournal.open(tmp_path)
    await journal.keep((ANA, ROSA))
    assert b"Ana Quispe" in lying_in(tmp_path)
    await journal.forget((version_of(ANA),))
    assert b"Ana Quispe" not in lying_in(tmp_path)
    assert b"Rosa Mamani" in lying_in(tmp_path)
    await journal.close()
    assert b"Ana Quispe" not in lying_in(tmp_path)


async def test_nothing_is_left_of_a_record_in_redis_file(tmp_path: Path) -> None:
    """Redis is told to write its file anew, where every command that was ever given stands."""
    server = RedisServer(tmp_path)
    server.start()
    try:
        journal = await RedisJournal.open(server.url, "register")
        await journal.keep((ANA, ROSA))
        assert b"Ana Quispe" in lying_in(tmp_path)
        await journal.forget((version_of(ANA),))
        async with asyncio.timeout(30):
            while b"Ana Quispe" in lying_in(tmp_path):  # noqa: ASYNC110 - Redis writes in a process of its own
                await asyncio.sleep(0.05)
        assert b"Rosa Mamani" in lying_in(tmp_path)
        assert await journal.records() == (ROSA,)
        await journal.close()
    finally:
        server.kill()


async def test_a_record_that_was_altered_is_named(tmp_path: Path) -> None:
    """By its version: by whoever reads it, and by `verify`."""
    journal = await SqliteJournal.open(tmp_path)
    await journal.keep((ANA,))
    await journal.close()
    sql("UPDATE register SET record = CAST(replace(record, 'Ana', 'Eva') AS BLOB)")(tmp_path / FILE_NAME)
    code, told = palabra("verify", "--data", tmp_path)
    assert (code, version_of(ANA) in told) == (1, True), told
    journal = await SqliteJournal.open(tmp_path)
    with pytest.raises(SpoiltRecord, match="does not match its hash"):
        await journal.records()
    await journal.close()


async def test_a_file_from_before_the_register_is_opened(tmp_path: Path) -> None:
    """It gets its table; a backup of it, which nothing may write to, is read without."""
    journal = await SqliteJournal.open(tmp_path)
    await journal.close()
    sql("DROP TABLE register")(tmp_path / FILE_NAME)
    assert palabra("verify", "--data", tmp_path)[0] == 0
    journal = await SqliteJournal.open(tmp_path)
    await journal.keep((ANA,))
    assert await journal.records() == (ANA,)
    await journal.close()


class Stubborn(MemoryJournal):
    """A register that cannot be written while `stuck`."""

    def __init__(self, store: MemoryStore) -> None:
        super().__init__(store)
        self.stuck = False

    async def keep(self, records: Iterable[Record]) -> None:
        """Refuses while stuck."""
        if self.stuck:
            raise NotSaved("stuck")
        await super().keep(records)

    async def forget(self, versions: Iterable[PersonVersion]) -> None:
        """Refuses while stuck."""
        if self.stuck:
            raise NotSaved("stuck")
        await super().forget(versions)


async def session_on(journal: Journal) -> Session:
    """An open session of the shipped dialogue, with fresh folds compared after each act."""
    session = Session(journal, Clock(), shipped(), strict=True, refold=True)
    await session.open()
    return session


async def test_no_entry_names_whom_the_register_could_not_take() -> None:
    """It is refused as not saved, nothing is recorded, and it is carried out when it is sent again later."""
    store = MemoryStore()
    journal = Stubborn(store)
    session = await session_on(journal)
    journal.stuck = True
    with pytest.raises(Exception, match="not_saved"):
        await session.submit(CHAIR, "open-it-1", OPEN)
    assert (store.rows, store.register) == ([], {})
    journal.stuck = False
    await session.submit(CHAIR, "open-it-1", OPEN)
    assert set(store.register) == {seat.person for seat in session.state.setup.seats}
    await session.close()


async def test_what_could_not_be_erased_is_at_the_next_start() -> None:
    """The act counts at once; the storage follows. What was kept for an act that was never stored goes as well."""
    store = MemoryStore()
    journal = Stubborn(store)
    session = await session_on(journal)
    await session.submit(CHAIR, "open-it-1", OPEN)
    await journal.keep((ANA,))  # of an act that another node got in before
    journal.stuck = True
    await session.submit(OPERATOR, "erase-it", ErasePerson(BR))
    kept = [record for record in store.register.values() if record.seat == BR]
    assert len(kept) == 2
    assert not {version for version in store.register if version in session.state.people} & {
        version_of(one) for one in kept
    }
    await session.close()
    session = await session_on(MemoryJournal(store))
    assert [record for record in store.register.values() if record.seat == BR] == []
    await session.close()


async def test_another_node_knows_a_guest_by_name(redis_url: str) -> None:
    """Whoever follows the journal looks into the register for those it did not know, and forgets who was erased."""
    journals = [await RedisJournal.open(redis_url, "register") for _ in range(2)]
    one = await session_on(journals[0])
    await one.submit(CHAIR, "open-it-1", OPEN)
    other = await session_on(journals[1])
    await one.submit(CHAIR, "guest-it", GUEST)
    seq = await one.submit(OPERATOR, "erase-it", ErasePerson(BR))
    assert await other.caught_up(seq)
    guest = other.state.guests[0].seat.person
    assert other.state.people[guest].name["en"] == "Ana Quispe"
    assert other.state.people == one.state.people
    for session in (other, one):
        await session.close()
    for journal in journals:
        await journal.close()


async def test_an_operator_erases_beside_a_running_server(tmp_path: Path) -> None:
    """`erase` asks the server: faces lose the name at once, the file has it no longer; and again it is too late."""
    server = ServerProcess(tmp_path / "data")
    with server.started():
        async with aiohttp.ClientSession(server.url) as http:
            token = server.token(CHAIR)
            headers = {"Authorization": f"Bearer {token}"}
            for number, command in enumerate((OPEN, GUEST)):
                body = {"id": f"command-{number}", "command": msgspec.to_builtins(command)}
                async with http.post("/api/command", json=body, headers=headers) as answer:
                    assert (await answer.json())["answer"] == "accepted"
            assert b"Ana Quispe" in lying_in(tmp_path / "data")
            code, told = await asyncio.to_thread(palabra, "erase", "guest-1", "--data", tmp_path / "data")
            assert (code, "guest-1 is erased" in told) == (0, True), told
            async with http.get("/api/public/view") as answer:
                assert "Ana Quispe" not in await answer.text()
            assert b"Ana Quispe" not in lying_in(tmp_path / "data")
            code, told = await asyncio.to_thread(palabra, "erase", "guest-1", "--data", tmp_path / "data")
            assert (code, "done before" in told) == (1, True), told
    code, told = await asyncio.to_thread(
        palabra, "erase", "youth-1", "--data", tmp_path / "data"
    )  # killed: its note is still there
    assert (code, told.count("is erased")) == (0, 1), told
    code, told = await asyncio.to_thread(palabra, "erase", "youth-9", "--data", tmp_path / "data")
    assert (code, "no such seat" in told) == (1, True), told


async def test_nothing_is_erased_before_the_first_act(tmp_path: Path) -> None:
    """What is known then stands in the file; asking does not begin the dialogue."""
    code, told = await asyncio.to_thread(palabra, "erase", "BR", "--data", tmp_path / "data")
    assert (code, "configuration file" in told) == (1, True), told
    with sqlite3.connect(tmp_path / "data" / FILE_NAME) as database:
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (0,)


async def test_only_an_operator_here_may(tmp_path: Path) -> None:
    """Without the key, with a chair's link, or by way of a proxy: 403, and nothing is done."""
    async with serving(tmp_path) as server, aiohttp.ClientSession(server.url) as http:
        key = Access(load_secret(tmp_path)).operator_key
        chair = server.access.token(server.session.state.setup, CHAIR)
        body = {"id": "erase-it", "command": {"type": "erase_person", "seat": "BR"}}
        for headers in (
            {},
            {"Authorization": f"Bearer {chair}"},
            {"Authorization": f"Bearer {key}", "X-Forwarded-For": "192.0.2.7"},
        ):
            async with http.post("/api/operator", json=body, headers=headers) as answer:
                assert answer.status == 403
        bearer = {"Authorization": f"Bearer {key}"}
        async with http.post("/api/operator", data=b"{", headers=bearer) as answer:
            assert answer.status == 400
        async with http.post("/api/command", json=body, headers=bearer) as answer:
            assert answer.status == 401, "it is no link"
        assert server.session.state.seq == 0
        assert noted_here(tmp_path) == server.url


async def test_a_backup_holds_the_register(tmp_path: Path) -> None:
    """Who was known at that time is known again after a restore."""
    data, copy, new = (tmp_path / name for name in ("data", "copy", "new"))
    journal = await SqliteJournal.open(data)
    session = await session_on(journal)
    await session.submit(CHAIR, "open-it-1", OPEN)
    people = session.state.people
    await session.close()
    await journal.close()
    assert palabra("backup", "--data", data, "--to", copy)[0] == 0
    assert palabra("restore", "--data", new, "--from", copy)[0] == 0
    journal = await SqliteJournal.open(new)
    session = await session_on(journal)
    assert session.state.people == people
    await session.close()
    await journal.close()
