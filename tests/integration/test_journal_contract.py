"""What every journal keeps to, whatever it is kept in. A new kind of journal adds one line to `KINDS`."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from pathlib import Path

import pytest
import pytest_asyncio
from msgspec.structs import replace

from server.journal.codec import FORMAT, decode, digest, encode, stored_form
from server.journal.memory import MemoryJournal, MemoryStore
from server.journal.port import Broken, Closed, Conflict, Forbidden, Journal, Saved
from server.journal.redis import RedisJournal
from server.journal.sqlite import SqliteJournal
from tests.support.journals import append, entries, entry_after, fill, take
from tests.support.redis_server import RedisServer

Reopen = Callable[[], Awaitable[Journal]]


def memory(_: pytest.FixtureRequest) -> Reopen:
    """Journals over one store."""
    store = MemoryStore()

    async def reopen() -> Journal:
        return MemoryJournal(store)

    return reopen


def sqlite(request: pytest.FixtureRequest) -> Reopen:
    """Journals in one folder."""
    folder: Path = request.getfixturevalue("tmp_path")

    async def reopen() -> Journal:
        return await SqliteJournal.open(folder / "data")

    return reopen


def redis(request: pytest.FixtureRequest) -> Reopen:
    """Journals in one Redis; each test has a dialogue of its own there."""
    server: RedisServer = request.getfixturevalue("redis_server")
    dialogue = secrets.token_hex(4)

    async def reopen() -> Journal:
        return await RedisJournal.open(server.url, dialogue)

    return reopen


KINDS = [memory, sqlite, redis]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def reopen(request: pytest.FixtureRequest) -> Reopen:
    """Opens the same journal each time."""
    made: Reopen = request.param(request)
    return made


@pytest_asyncio.fixture
async def journal(reopen: Reopen) -> AsyncIterator[Journal]:
    """A new, empty journal."""
    opened = await reopen()
    yield opened
    await opened.close()


async def test_a_new_journal_is_empty(journal: Journal) -> None:
    """Its head is (0, ""), and there is nothing to read."""
    assert await journal.head() == (0, "")
    assert await entries(journal) == []


async def test_what_is_appended_is_read_in_order(journal: Journal) -> None:
    """A read gives every entry as it was appended, and the hash that the next one names."""
    appended = await fill(journal, 5)
    saved = [found async for found in journal.read()]
    assert [found.entry for found in saved] == appended
    assert [found.hash for found in saved[:-1]] == [entry.prev for entry in appended[1:]]


async def test_the_head_is_the_last_entry_and_its_hash(journal: Journal) -> None:
    """The hash is that of the entry's bytes, in every kind of journal."""
    entry = entry_after((0, ""))
    await journal.append(0, "", stored_form(entry))
    assert await journal.head() == (1, digest(encode(entry)))


async def test_a_read_starts_after_any_entry(journal: Journal) -> None:
    """From each `seq` a read gives the rest, from the head nothing."""
    appended = await fill(journal, 4)
    for after_seq in range(5):
        assert await entries(journal, after_seq) == appended[after_seq:]


async def test_a_long_journal_is_read_whole(journal: Journal) -> None:
    """More entries than are fetched at a time come out without a gap or a repetition."""
    appended = await fill(journal, 1_100)
    assert await entries(journal) == appended


async def test_a_journal_that_ends_too_early_is_broken(journal: Journal) -> None:
    """Who has folded five entries must not go on quietly with a journal that has two."""
    await fill(journal, 2)
    with pytest.raises(Broken, match="ends at entry 2") as caught:
        await entries(journal, after_seq=5)
    assert caught.value.seq == 5


@pytest.mark.parametrize("expected_seq", [0, 1, 3])
async def test_another_seq_than_the_heads_is_a_conflict(journal: Journal, expected_seq: int) -> None:
    """Expecting an older or a later head than entry 2: told where the head is, and nothing is stored."""
    appended = await fill(journal, 2)
    with pytest.raises(Conflict) as caught:
        await journal.append(expected_seq, "h", stored_form(entry_after((expected_seq, "h"))))
    assert caught.value.head_seq == 2
    assert await entries(journal) == appended


async def test_the_same_seq_with_another_hash_is_a_conflict(journal: Journal) -> None:
    """A head of the same number but another content is another head."""
    appended = await fill(journal, 2)
    forked = digest(encode(entry_after((1, appended[1].prev), marked="fork")))
    with pytest.raises(Conflict):
        await journal.append(2, forked, stored_form(entry_after((2, forked))))
    assert await entries(journal) == appended


@pytest.mark.parametrize("wrong", [(3, None), (1, None), (2, "another")])
async def test_an_entry_that_cannot_follow_is_an_error(
    journal: Journal, wrong: tuple[int, str | None]
) -> None:
    """A gap in `seq`, a repetition, or another `prev` than the expected hash never gets in."""
    appended = await fill(journal, 2)
    head = await journal.head()
    seq, prev = wrong
    with pytest.raises(ValueError, match="entry"):
        await journal.append(*head, stored_form(entry_after((seq, head[1] if prev is None else prev))))
    assert await entries(journal) == appended


async def test_bytes_of_another_hash_are_an_error(journal: Journal) -> None:
    """What is stored is what was hashed: else the chain would be found broken when it is read."""
    saved = stored_form(entry_after((0, "")))
    with pytest.raises(ValueError, match="another hash"):
        await journal.append(0, "", replace(saved, hash="0" * 64))
    assert await entries(journal) == []


async def test_bytes_that_an_older_version_wrote_are_kept(journal: Journal, reopen: Reopen) -> None:
    """Appended, read, followed and read after a restart, they are the same: an entry of today follows on their hash."""
    older = re.sub(rb'"fingerprint":"[^"]*",', b"", stored_form(entry_after((0, ""))).body)
    older = older.replace(b'{"format":%d' % FORMAT, b'{"format":1')
    await journal.append(0, "", Saved(decode(older), older, digest(older)))
    async with aclosing(journal.follow()) as following:
        assert (await anext(following)).body == older
    await append(journal)
    await journal.close()
    again = await reopen()
    saved = [found async for found in again.read()]
    assert saved[0].body == older
    assert [digest(found.body) for found in saved] == [saved[1].entry.prev, (await again.head())[1]]
    await again.close()


async def test_a_reopened_journal_has_everything(journal: Journal, reopen: Reopen) -> None:
    """Closing and opening loses nothing, and the chain goes on where it ended."""
    appended = await fill(journal, 3)
    head = await journal.head()
    await journal.close()
    again = await reopen()
    assert await again.head() == head
    assert await entries(again) == appended
    appended.append(await append(again))
    assert await entries(again) == appended
    await again.close()


async def test_a_closed_journal_says_so(journal: Journal) -> None:
    """After closing, once or twice, nothing is stored or read and no caller is left waiting."""
    await journal.close()
    await journal.close()
    with pytest.raises(Closed):
        await journal.append(0, "", stored_form(entry_after((0, ""))))
    with pytest.raises(Closed):
        await journal.head()
    with pytest.raises(Closed):
        await entries(journal)


async def test_of_two_at_once_exactly_one_wins(journal: Journal) -> None:
    """Two who append after the same head: one is stored, the other is told of the conflict."""
    for _ in range(30):
        head = await journal.head()
        ours, theirs = entry_after(head, by="seat:BR"), entry_after(head, by="seat:CL")
        results = await asyncio.gather(
            *(journal.append(*head, stored_form(one)) for one in (ours, theirs)), return_exceptions=True
        )
        conflicts = [result for result in results if isinstance(result, Conflict)]
        assert [conflict.head_seq for conflict in conflicts] == [head[0] + 1]
        assert (await entries(journal, head[0]))[0] in {ours, theirs}


async def test_writers_who_try_again_all_get_in(journal: Journal) -> None:
    """Three writers, each deciding again after a conflict: everybody's entries are there once, in their order."""

    async def write(name: str) -> None:
        for number in range(20):
            while True:
                try:
                    await append(journal, by=name, marked=f"-{number}")
                except Conflict:
                    continue
                break

    names = ["seat:BR", "seat:CL", "seat:MX"]
    await asyncio.gather(*map(write, names))
    found = await entries(journal)
    for name in names:
        marks = [entry.id.partition("-")[2] for entry in found if entry.actor == name]
        assert marks == [str(number) for number in range(20)]


async def test_a_command_refused_for_good_is_not_appended(journal: Journal) -> None:
    """An old copy of it finds that it was refused; others are stored, also of the same id by another actor.

    Another command of the same actor and id is told which one was refused, also in the place of the old copy.
    """
    await fill(journal, 2)
    head = await journal.head()
    late = entry_after(head, by="seat:BR")
    command = (late.actor, late.command_id, late.fingerprint)
    with pytest.raises(Conflict):
        await journal.forbid(head[0], "another", *command)
    with pytest.raises(Conflict):
        await journal.forbid(1, late.prev, *command)
    await journal.forbid(*head, *command)
    for copy in (late, replace(late, fingerprint="another")):
        with pytest.raises(Forbidden) as caught:
            await journal.append(*head, stored_form(copy))
        assert caught.value.fingerprint == late.fingerprint
    assert await journal.head() == head
    other = entry_after(head, by="seat:CL")
    assert other.command_id == late.command_id
    await journal.append(*head, stored_form(other))
    assert await entries(journal, 2) == [other]


async def test_what_was_read_can_be_settled(journal: Journal) -> None:
    """Whoever read an entry may make sure that it lasts before telling somebody, as often as it likes."""
    await fill(journal, 3)
    saved = [found async for found in journal.read()]
    for found in (saved[1], saved[2], saved[1]):
        await journal.settle(found.entry.seq, found.hash)
    await journal.check_storing()


async def let_read(journal: Journal) -> None:
    """Give whoever follows the journal time to read all there is: others read it several times over."""
    for _ in range(5):
        await entries(journal)


async def test_following_sees_everything_once_from_any_point(journal: Journal) -> None:
    """Followers from three points get old entries, then new ones as they come, none twice, none missing."""
    await fill(journal, 6)
    followers = [asyncio.create_task(take(journal.follow(start), 26 - start)) for start in (0, 3, 6)]
    for _ in range(20):
        await append(journal)
        await asyncio.sleep(0)
    everything = await entries(journal)
    for start, follower in zip((0, 3, 6), followers, strict=True):
        assert await follower == everything[start:]


async def test_a_follower_that_leaves_disturbs_nobody(journal: Journal) -> None:
    """One follower is cancelled while it waits; appends and the other follower go on."""
    leaving = asyncio.create_task(take(journal.follow(), 99))
    staying = asyncio.create_task(take(journal.follow(), 2))
    await append(journal)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    await append(journal)
    assert await staying == await entries(journal)


async def test_following_ends_when_the_journal_closes(journal: Journal) -> None:
    """Nobody waits for ever on a closed journal: the iteration just ends."""
    async with aclosing(journal.follow()) as following:
        await append(journal)
        assert (await anext(following)).entry.seq == 1
        waiting = asyncio.create_task(anext(following, None))
        await let_read(journal)
        await journal.close()
        assert await asyncio.wait_for(waiting, 20) is None


async def test_a_cancelled_append_is_there_wholly_or_not_at_all(journal: Journal) -> None:
    """Cancelled at every possible moment, an append leaves a whole chain, on which the next one follows.

    A follower learns of every entry that got in, whoever still waits for its answer.
    """
    following = asyncio.create_task(take(journal.follow(), 41))
    for turns in range(40):
        head = await journal.head()
        task = asyncio.create_task(journal.append(*head, stored_form(entry_after(head, marked="cancelled"))))
        for _ in range(turns % 8):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert await entries(journal, head[0]) in ([], [entry_after(head, marked="cancelled")])
    while (await journal.head())[0] < 41:
        await append(journal)
    assert await following == await entries(journal)


async def test_a_follower_learns_of_an_entry_whose_writer_gave_up(journal: Journal) -> None:
    """The writer is cancelled while its entry is being stored, and nobody writes after it."""
    async with aclosing(journal.follow()) as following:
        await append(journal)
        await anext(following)
        waiting = asyncio.create_task(anext(following))
        await let_read(journal)
        head = await journal.head()
        writing = asyncio.create_task(journal.append(*head, stored_form(entry_after(head))))
        await asyncio.sleep(0)
        writing.cancel()
        assert (await asyncio.wait_for(waiting, 20)).entry == entry_after(head)
