"""What two hours come to: one line of JSON."""

from __future__ import annotations

from msgspec import Struct

from server.dialogue.entry import Entry
from tests.chaos.records import Sent
from tests.endurance.device_incidents import Incident

SERVER_MB = 12.0
"""What an hour of acts may take: the state, and for each of some fifty audiences up to 256 changes to resume from."""
CROWD_MB = 5.0
"""What a second crowd of 1,500 may: had each left its connection behind, it would take 20. (For the first one a new
process takes some 20, and keeps it.)"""
PAGE_MB = 4.0
"""What two hours of statements and issues may take in a page."""


class Memory(Struct, frozen=True):
    """MB, once all are connected, and at the end."""

    warm: float
    end: float

    @property
    def growth(self) -> float:
        """What came on top."""
        return self.end - self.warm


class Figures(Struct, frozen=True):
    """Counts of the whole session."""

    seed: int
    speed: float
    """Session seconds per real second."""
    session_min: int
    real_s: int
    clients: int
    entries: int
    acked: int
    shipped_acked: int
    """Of these, to clients that are the faces' own code."""
    lost: int
    """Acknowledged commands that are not in the journal."""
    doubled: int
    """Commands that are in it twice."""
    incidents: dict[Incident, int]
    restarts: int
    gaps: int
    different: list[str]
    """Clients whose last view is not what a fresh fold of the journal gives; a page that shows something else."""
    server_mb: dict[str, Memory]
    """Of the process before the restart, of the one after it, and of that after one crowd and after another."""
    page_mb: Memory | None

    @property
    def sound(self) -> bool:
        """Whether every face is right and memory flat."""
        flat = all(memory.growth <= SERVER_MB for memory in self.server_mb.values())
        flat = flat and ("crowds" not in self.server_mb or self.server_mb["crowds"].growth <= CROWD_MB)
        flat = flat and (self.page_mb is None or self.page_mb.growth <= PAGE_MB)
        return flat and not (self.lost or self.doubled or self.different)


def lost_and_doubled(sent: list[Sent], entries: list[Entry]) -> tuple[int, int]:
    """Count acknowledged commands that are not stored, and stored ones that are stored again."""
    stored = [entry.command_id for entry in entries]
    lost = sum(each.fate == "acked" and each.id not in set(stored) for each in sent)
    return lost, len(stored) - len(set(stored))
