"""What the entries of a journal add up to: the state, the hash of the last entry, and which commands were answered."""

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Final

from server.dialogue.actor import Actor
from server.dialogue.entry import Entry
from server.dialogue.events import Created
from server.dialogue.evolve import evolve, initial
from server.dialogue.refold import advance
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.journal.port import Broken, Saved

AT_A_TIME: Final = 10_000
"""Entries that are folded at once: some ten megabytes of them."""


class Ledger:
    """Folds entries. Before the first one it holds the provisional state of `setup`, at seq 0."""

    def __init__(self, setup: Setup) -> None:
        self.state = initial(setup)
        self.hash = ""
        self.begun_ms = 0
        """The instant of the first entry."""
        self._answers: dict[tuple[str, str], int] = {}

    def answered(self, actor: Actor, command_id: str) -> int | None:
        """Return the seq of the entry that carried out this command, None if it was not carried out yet.

        A refused command is not known here: sent again, it may be accepted.
        """
        return self._answers.get((str(actor), command_id))

    def folded(self, entry: Entry) -> State:
        """Return the state that `entry` would lead to. Raises `Broken` if it cannot follow."""
        if entry.seq != self.state.seq + 1 or entry.prev != self.hash:
            raise Broken(entry.seq, "it does not follow the entries that were read before")
        if entry.seq == 1 and not (entry.events and isinstance(entry.events[0], Created)):
            raise Broken(entry.seq, "a journal begins with `created`")
        return evolve(self.state, entry)

    def add(self, saved: Saved, state: State | None = None) -> None:
        """Take an entry that the journal holds; `state` is what it leads to, where that is known already.

        Raises `Broken` if it cannot follow.
        """
        entry = saved.entry
        self.state = self.folded(entry) if state is None else state
        self.hash = saved.hash
        if entry.seq == 1:
            self.begun_ms = entry.at_ms
        self._answers[entry.actor, entry.command_id] = entry.seq

    async def add_all(self, reading: AsyncIterator[Saved]) -> None:
        """Take all that is read, many at a time, which is ten times as fast. Raises what `add` and `reading` do."""
        piece: list[Saved] = []
        with _collector_paused():
            async for saved in reading:
                piece.append(saved)
                if len(piece) == AT_A_TIME:
                    self._add_piece(piece)
                    piece = []
            self._add_piece(piece)

    def _add_piece(self, piece: list[Saved]) -> None:
        """What `folded` and `add` do for each."""
        seq, prev = self.state.seq, self.hash
        for entry, entry_hash in piece:
            seq += 1
            if entry.seq != seq or entry.prev != prev:
                raise Broken(entry.seq, "it does not follow the entries that were read before")
            prev = entry_hash
        if piece and self.state.seq == 0:
            self.add(piece[0])
            piece = piece[1:]
        self.state = advance(self.state, [entry for entry, _ in piece])
        self.hash = prev
        self._answers.update({(entry.actor, entry.command_id): entry.seq for entry, _ in piece})


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Entries hold no cycles, and none of them is garbage: looking through them all, again and again, finds nothing."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
