"""One entry of the journal: one command that was carried out."""

from msgspec import Struct

from server.dialogue.registry import AnyEvent


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """Entries are numbered without gaps; `prev` chains each to the one before."""

    seq: int
    id: str
    at_ms: int
    """Instant of all its events, epoch milliseconds; never before the entry before."""
    actor: str
    """Role and name: "console:chair", "seat:BR"."""
    command_id: str
    """Chosen by the client; with the actor it makes the command happen exactly once."""
    fingerprint: str
    """Of the command that was carried out, `codec.fingerprint`; "" where an older version left none."""
    events: tuple[AnyEvent, ...]
    prev: str
    """Hash of the entry before; empty for the first."""
