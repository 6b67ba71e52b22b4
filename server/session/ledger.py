"""What the entries of a journal add up to: the state, the hash of the last entry, and which commands were answered."""

from server.dialogue.actor import Actor
from server.dialogue.entry import Entry
from server.dialogue.events import Created
from server.dialogue.evolve import evolve, initial
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.journal.port import Broken, Saved


class Ledger:
    """Folds entries. Before the first one it holds the provisional state of `setup`, at seq 0."""

    def __init__(self, setup: Setup) -> None:
        self.state = initial(setup)
        self.hash = ""
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
        self._answers[entry.actor, entry.command_id] = entry.seq
