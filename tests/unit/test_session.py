"""The session over a journal in memory: one writer, exactly once, whatever the storage does."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from msgspec.structs import replace

from server.clock import Clock
from server.dialogue.decider import decision
from server.dialogue.entry import Entry
from server.dialogue.model.ids import Actor, RequestId, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Prepared
from server.dialogue.model.state import State, Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.screens import ClearMessage, ShowMessage
from server.dialogue.rooms.session import Created, MoveStep, Rehearse, StepMoved
from server.journal.codec import stored_form
from server.journal.memory import MemoryJournal, MemoryStore
from server.journal.port import Broken, NotSaved, Saved, Unknown
from server.session import Session
from server.session import session as session_module
from server.session import writer as writer_module
from tests.support.journals import append
from tests.support.play import CHAIR, DEPUTY, OBSERVER, shipped

OPEN = MoveStep(Step("scheduled"), Step("opening"))
BRAZIL = Actor("seat", "BR")


class Disk(MemoryJournal):
    """A journal that fails as told: an error to raise, before or after the entry is stored."""

    def __init__(self, store: MemoryStore | None = None) -> None:
        super().__init__(store)
        self.before: Exception | None = None
        self.after: Exception | None = None
        self.gate: asyncio.Event | None = None

    async def append(self, expected_seq: int, expected_hash: str, saved: Saved) -> None:
        """See `Journal.append`."""
        if self.gate is not None:
            await self.gate.wait()
        if self.before is not None:
            raise self.before
        await super().append(expected_seq, expected_hash, saved)
        if self.after is not None:
            raise self.after


@asynccontextmanager
async def session_on(
    journal: MemoryJournal, *, strict: bool = True, silent_ms: Callable[[], Mapping[str, int]] = dict
) -> AsyncIterator[Session]:
    """An open session, with fresh folds compared after each act."""
    session = Session(journal, Clock(), shipped(), silent_ms=silent_ms, strict=strict, refold=True)
    await session.open()
    yield session
    await session.close()


async def code_of(submitted: Any) -> str:
    """The code with which a command is refused."""
    with pytest.raises(Refused) as refused:
        await submitted
    return refused.value.code


async def stored(journal: MemoryJournal) -> list[Entry]:
    """What the journal holds."""
    return [saved.entry async for saved in journal.read()]


async def test_the_first_act_fixes_the_configuration() -> None:
    """Until then the journal stays empty, and config.toml can be edited."""
    journal = MemoryJournal()
    async with session_on(journal) as session:
        assert await stored(journal) == []
        assert await session.submit(CHAIR, "open-it-1", OPEN) == 1

        (entry,) = await stored(journal)
        assert isinstance(entry.events[0], Created)
        assert len(entry.events) > 1
        assert (entry.actor, entry.command_id) == ("console:chair", "open-it-1")
        assert session.state.step == Step("opening")


async def test_a_restarted_session_goes_on_where_it_was() -> None:
    """Same state, same answers to the same commands."""
    store = MemoryStore()
    async with session_on(MemoryJournal(store)) as first:
        await first.submit(CHAIR, "open-it-1", OPEN)
        seq = await first.submit(CHAIR, "message-1", ShowMessage("Welcome"))
        before = first.state
    async with session_on(MemoryJournal(store)) as second:
        assert second.state == before
        assert await second.submit(CHAIR, "message-1", ShowMessage("Welcome")) == seq
        assert len(store.rows) == seq


async def test_the_configuration_it_began_with_counts() -> None:
    """Not the one that config.toml has become."""
    store = MemoryStore()
    async with session_on(MemoryJournal(store)) as session:
        await session.submit(CHAIR, "open-it-1", OPEN)
        before = session.state
    setup, people = shipped()
    edited = Prepared(replace(setup, seats=setup.seats[:1], planned_end_ms=0), people)
    restarted = Session(MemoryJournal(store), Clock(), edited)
    await restarted.open()
    assert restarted.state == before
    await restarted.close()


async def test_an_entry_of_another_history_is_not_folded() -> None:
    """A storage that was swapped for another: nothing is carried out on a state that is not the journal's."""
    mine, theirs = MemoryStore(), MemoryStore()
    for store in (mine, theirs):
        async with session_on(MemoryJournal(store)) as session:
            await session.submit(CHAIR, "open-it-1", OPEN)
    async with session_on(MemoryJournal(theirs)) as session:
        await session.submit(CHAIR, "message-1", ShowMessage("theirs"))
    async with session_on(MemoryJournal(mine)) as session:
        before = session.state
        mine.rows[:] = theirs.rows
        assert await code_of(session.submit(CHAIR, "message-2", ShowMessage("mine"))) == "not_saved"
        assert session.state == before


async def test_what_waits_at_the_end_is_carried_out() -> None:
    """A server that is stopped answers what it took; who comes later is told to wait for the next."""
    disk = Disk()
    disk.gate = asyncio.Event()
    session = Session(disk, Clock(), shipped())
    await session.open()
    waiting = [
        asyncio.create_task(session.submit(CHAIR, f"message-{n}", ShowMessage(str(n)))) for n in range(3)
    ]
    await asyncio.sleep(0)
    closing = asyncio.create_task(session.close())
    await asyncio.sleep(0)
    assert await code_of(session.submit(CHAIR, "message-4", ShowMessage("late"))) == "busy"
    disk.gate.set()
    assert await asyncio.gather(*waiting) == [1, 2, 3]
    await closing


async def test_a_repeated_command_is_carried_out_once() -> None:
    """The first answer again, even where the command would now be refused; another actor's id is another command."""
    journal = MemoryJournal()
    async with session_on(journal) as session:
        first = await session.submit(CHAIR, "the-same", OPEN)
        assert await session.submit(CHAIR, "the-same", OPEN) == first
        assert await code_of(session.submit(DEPUTY, "the-same", OPEN)) == "not_active_console"
        assert len(await stored(journal)) == 1


async def test_a_refusal_is_not_remembered() -> None:
    """The same command may be accepted later; meanwhile it is on the audit list and not in the journal."""
    journal = MemoryJournal()
    async with session_on(journal) as session:
        undo = Withdraw(request="r1")  # type: ignore[arg-type]
        assert await code_of(session.submit(BRAZIL, "take-back", undo)) == "unknown"
        assert await stored(journal) == []
        assert [(a.actor, a.command, a.code) for a in session.audit.attempts] == [
            ("seat:BR", "withdraw", "unknown")
        ]

        await session.submit(BRAZIL, "ask-once", Ask(SeatId("BR")))
        assert await session.submit(BRAZIL, "take-back", undo) == 2


async def test_subscribers_are_told_before_the_answer() -> None:
    """And one that fails does not turn a durable act into a refusal."""
    told: list[int] = []

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    async with session_on(MemoryJournal(), strict=False) as session:
        session.subscribe(fail)
        session.subscribe(lambda known, _anew: told.append(known.state.seq))
        seq = await session.submit(CHAIR, "open-it-1", OPEN)
        assert told == [seq]


async def test_what_the_disk_refuses_is_refused() -> None:
    """Nothing changes, nobody is told, `saved` says so until the next act that is stored."""
    disk, told = Disk(), list[int]()
    async with session_on(disk) as session:
        session.subscribe(lambda known, _anew: told.append(known.state.seq))
        disk.before = NotSaved("the disk is full")
        assert await code_of(session.submit(CHAIR, "open-it-1", OPEN)) == "not_saved"
        assert (session.saved, session.state.seq, told) == (False, 0, [])

        disk.before = None
        assert await session.submit(CHAIR, "open-it-1", OPEN) == 1
        assert (session.saved, told) == (True, [1])


async def test_an_unknown_outcome_is_looked_up() -> None:
    """The reply of the storage was lost: what it stored counts as carried out, once."""
    disk = Disk()
    async with session_on(disk) as session:
        disk.after = Unknown("the connection broke")
        assert await session.submit(CHAIR, "open-it-1", OPEN) == 1
        disk.after, disk.before = None, Unknown("the connection broke")
        assert await code_of(session.submit(CHAIR, "message-1", ShowMessage("x"))) == "unsettled"
        disk.before = None
        assert await session.submit(CHAIR, "message-1", ShowMessage("x")) == 2


async def test_who_comes_second_decides_again_on_what_is_new() -> None:
    """Two nodes on one journal: no act is lost, and what no longer applies is refused."""
    store = MemoryStore()
    async with session_on(MemoryJournal(store)) as here, session_on(MemoryJournal(store)) as there:
        await here.submit(CHAIR, "open-here", OPEN)
        assert await code_of(there.submit(CHAIR, "open-there", OPEN)) == "overtaken"
        assert there.state == here.state
        assert await there.submit(CHAIR, "message-1", ShowMessage("Welcome")) == 2
        assert await here.submit(CHAIR, "message-1", ShowMessage("Welcome")) == 2
        assert len(store.rows) == 2


async def test_a_full_mailbox_says_so_and_keeps_room_for_consoles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Phones that flood the server cannot keep the chair out."""
    monkeypatch.setattr(session_module, "WAITING", 6)
    monkeypatch.setattr(session_module, "WAITING_OTHERS", 4)
    disk = Disk()
    disk.gate = asyncio.Event()
    async with session_on(disk) as session:
        opening = asyncio.create_task(session.submit(CHAIR, "open-it-1", OPEN))
        await asyncio.sleep(0)
        withdraw = Withdraw(RequestId("r1"))  # of phones: what observers send does not even wait
        waiting = [asyncio.create_task(session.submit(BRAZIL, f"flood-{n}", withdraw)) for n in range(9)]
        await asyncio.sleep(0)
        welcome = asyncio.create_task(session.submit(CHAIR, "message-1", ShowMessage("Welcome")))
        await asyncio.sleep(0)
        disk.gate.set()

        codes = [await code_of(task) for task in waiting]
        assert codes.count("busy") >= 5
        assert (await opening, await welcome) == (1, 2)


async def test_a_caller_that_is_cancelled_does_not_stop_its_command() -> None:
    """A phone that is cut off after it sent has sent."""
    disk = Disk()
    disk.gate = asyncio.Event()
    async with session_on(disk) as session:
        asking = asyncio.create_task(session.submit(CHAIR, "open-it-1", OPEN))
        await asyncio.sleep(0)
        asking.cancel()
        disk.gate.set()
        assert await session.submit(CHAIR, "open-it-1", OPEN) == 1
        assert asking.cancelled()
        assert len(await stored(disk)) == 1


async def test_an_error_of_the_program_refuses_one_command_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next is carried out. In strict mode the error comes through, and once more at the end."""

    def broken(state: State, command: AnyCommand, *rest: Any) -> Any:
        if isinstance(command, ClearMessage):
            raise ZeroDivisionError
        return decision(state, command, *rest)

    monkeypatch.setattr(writer_module, "decision", broken)
    async with session_on(MemoryJournal(), strict=False) as session:
        assert await code_of(session.submit(CHAIR, "clear-it", ClearMessage())) == "failed"
        assert await session.submit(CHAIR, "open-it-1", OPEN) == 1

    session = Session(MemoryJournal(), Clock(), shipped(), strict=True)
    await session.open()
    with pytest.raises(ZeroDivisionError):
        await session.submit(CHAIR, "clear-it", ClearMessage())
    with pytest.raises(ExceptionGroup):
        await session.close()


async def test_a_wrong_fold_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """`refold` compares: without it a state that drifts from its journal would be found after a crash only."""
    session = Session(MemoryJournal(), Clock(), shipped(), strict=True, refold=True)
    await session.open()
    folded = iter(range(1, 9))  # of the same event twice, another state
    monkeypatch.setattr(
        StepMoved, "fold", lambda _event, state, _at_ms: replace(state, step_since_ms=next(folded))
    )
    with pytest.raises(AssertionError, match="fresh fold"):
        await session.submit(CHAIR, "open-it-1", OPEN)
    with pytest.raises(ExceptionGroup):
        await session.close()


async def test_a_rehearsal_begins_on_an_empty_journal_only() -> None:
    """By the chair; then the clock runs fast, after a restart too."""
    store, clock = MemoryStore(), Clock()
    async with session_on(MemoryJournal(store)) as session:
        assert await code_of(session.submit(BRAZIL, "rehearse", Rehearse(60))) == "not_allowed"
        await session.submit(CHAIR, "rehearse", Rehearse(60))
        assert await code_of(session.submit(CHAIR, "rehearse2", Rehearse(1))) == "not_now"
    restarted = Session(MemoryJournal(store), clock, shipped())
    await restarted.open()
    assert clock.rate == 60
    await restarted.close()


async def test_time_does_not_go_back_behind_the_journal() -> None:
    """A system clock that was set back: the next act is not before the last."""
    store = MemoryStore()
    async with session_on(MemoryJournal(store)) as session:
        await session.submit(CHAIR, "open-it-1", OPEN)
        last_ms = session.state.at_ms
    hour_ago = Clock(wall=lambda: (last_ms - 3_600_000) * 1_000_000)
    late = Session(MemoryJournal(store), hour_ago, shipped())
    await late.open()
    await late.submit(CHAIR, "message-1", ShowMessage("x"))
    assert late.state.at_ms >= last_ms
    assert hour_ago.now_ms() >= last_ms  # and from there it runs on
    await late.close()


async def test_a_journal_that_does_not_begin_with_its_configuration_is_not_used() -> None:
    """It is not a journal of a dialogue."""
    journal = MemoryJournal()
    await append(journal)
    session = Session(journal, Clock(), shipped())
    with pytest.raises(Broken, match="created"):
        await session.open()


async def test_a_flood_of_refusals_fills_neither_list_nor_log() -> None:
    """What comes too fast from one actor is counted, and others keep their place on the list."""
    async with session_on(MemoryJournal()) as session:
        for n in range(100):
            await code_of(session.submit(OBSERVER, f"flood-{n}", OPEN))
        await code_of(session.submit(BRAZIL, "brazil-1", OPEN))
        actors = [attempt.actor for attempt in session.audit.attempts]
        assert 20 <= actors.count("public") <= 40
        assert actors[-1] == "seat:BR"
        assert session.audit.passed_over + len(actors) == 101


async def test_a_repeated_command_that_is_refused_stays_refused() -> None:
    """Its first copy comes late, when it would be possible: whoever sent it was told that it was not carried out."""
    store = MemoryStore()
    withdraw = Withdraw(RequestId("r1"))
    async with session_on(MemoryJournal(store)) as session:
        assert await code_of(session.submit(BRAZIL, "withdraw-it", withdraw, again=True)) == "unknown"
        await session.submit(BRAZIL, "ask-for-it", Ask(SeatId("BR")))
        assert await code_of(session.submit(BRAZIL, "withdraw-it", withdraw)) == "overtaken"
        assert await session.submit(BRAZIL, "withdraw-it-now", withdraw) == 2


async def test_a_command_refused_once_may_be_given_again() -> None:
    """Refusals of what was sent once only are not remembered: nothing of it is under way."""
    withdraw = Withdraw(RequestId("r1"))
    async with session_on(MemoryJournal()) as session:
        assert await code_of(session.submit(BRAZIL, "withdraw-it", withdraw)) == "unknown"
        await session.submit(BRAZIL, "ask-for-it", Ask(SeatId("BR")))
        assert await session.submit(BRAZIL, "withdraw-it", withdraw) == 2


async def test_an_id_used_again_for_another_command_is_refused() -> None:
    """Told apart from a repetition here, at another node, and after a restart; the first answer stays as it was."""
    store, other = MemoryStore(), ShowMessage("Adiós")
    async with session_on(MemoryJournal(store)) as here, session_on(MemoryJournal(store)) as there:
        await here.submit(CHAIR, "open-it-1", OPEN)
        seq = await here.submit(CHAIR, "message-1", ShowMessage("Welcome"))
        for session in (here, there):
            for again in (False, True):
                assert await code_of(session.submit(CHAIR, "message-1", other, again=again)) == "id_reused"
            assert await session.submit(CHAIR, "message-1", ShowMessage("Welcome"), again=True) == seq
    async with session_on(MemoryJournal(store)) as restarted:
        assert await code_of(restarted.submit(CHAIR, "message-1", other)) == "id_reused"
        assert await restarted.submit(CHAIR, "message-1", ShowMessage("Welcome")) == seq
        assert await restarted.submit(CHAIR, "message-2", other) == seq + 1
        assert [attempt.code for attempt in restarted.audit.attempts] == ["id_reused"]


async def test_an_id_whose_command_is_not_known_gets_the_first_answer() -> None:
    """An entry of before commands left their fingerprints: whatever comes with its id is taken for the same."""
    journal = MemoryJournal()
    async with session_on(journal) as session:
        await session.submit(CHAIR, "message-1", ShowMessage("Welcome"))
    (entry,) = await stored(journal)
    old = MemoryJournal()
    await old.append(0, "", stored_form(replace(entry, fingerprint="")))
    async with session_on(old) as session:
        assert await session.submit(CHAIR, "message-1", ShowMessage("Adiós")) == 1


async def test_the_id_of_a_command_that_was_refused_for_good_is_used_up() -> None:
    """Another command that comes with it is told so; a late copy of the refused one stays refused."""
    store = MemoryStore()
    withdraw, ask = Withdraw(RequestId("r1")), Ask(SeatId("BR"))
    async with session_on(MemoryJournal(store)) as session:
        assert await code_of(session.submit(BRAZIL, "the-same", withdraw, again=True)) == "unknown"
        for again in (False, True):
            assert await code_of(session.submit(BRAZIL, "the-same", ask, again=again)) == "id_reused"
        await session.submit(BRAZIL, "another", ask)
        assert await code_of(session.submit(BRAZIL, "the-same", withdraw)) == "overtaken"
