"""Places for connections: there are only so many, and those with a link always find one. No input or output.

A process may hold so many files open, and each connection is one. Who comes in is unknown at first; so as long as
there is room everybody is let in, and when there is none, whoever came first without having said who they are makes
way for the next. Those who watch without a link leave `kept` places free. So a link gets in while a thousand silent
connections are open, and while a thousand more are tried each second.
"""

from typing import Final, Protocol

from server.live.limits import Tally

KEPT_MOST: Final = 500
"""A dialogue has some hundred links; and each may be open on a few devices."""


class Connection(Protocol):
    """What an event loop calls a transport."""

    def abort(self) -> None:
        """Close it at once."""
        ...

    def close(self) -> None:
        """Close it when what was written has gone out."""
        ...


class Place:
    """One connection's; see `server.live.line.Place`."""

    __slots__ = ("_connection", "_faults", "_places", "held_by")

    def __init__(self, places: "Places", connection: Connection) -> None:
        self._places = places
        self._connection = connection
        self._faults = 0
        self.held_by = "nobody"
        """"nobody" who said so yet, a "watcher" without a link, a "link"; "gone"."""

    @property
    def is_gone(self) -> bool:
        """Whether the connection is no more, or making way."""
        return self.held_by == "gone"

    def take(self, *, linked: bool) -> bool:
        """Say who has it now; False: there is none for one more without a link."""
        return self._places.take(self, linked=linked)

    def fault(self) -> int:
        """Count a link that is nobody's; return how many there were."""
        self._faults += 1
        return self._faults

    def leave(self) -> None:
        """The connection is gone. Twice is no error."""
        self._places.leave(self)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def abort(self) -> None:
        """End the connection at once."""
        self._connection.abort()


class Places:
    """All places of a listening socket."""

    def __init__(self, limit: int, tally: Tally) -> None:
        self._limit = limit
        self._kept = min(limit // 4, KEPT_MOST)
        self._tally = tally
        self._held: dict[str, dict[Place, None]] = {"nobody": {}, "watcher": {}, "link": {}}
        """Oldest first."""

    def enter(self, connection: Connection) -> Place | None:
        """Return a place for one more connection, None if all are taken by those who said who they are."""
        if self.count() >= self._limit:
            oldest = next(iter(self._held["nobody"]), None)
            if oldest is None:
                self._tally.count("no_place")
                return None
            self._tally.count("made_way")
            self.leave(oldest)
            oldest.abort()
        place = Place(self, connection)
        self._held["nobody"][place] = None
        return place

    def take(self, place: Place, *, linked: bool) -> bool:
        """See `Place.take`. One with a link keeps it, whatever else comes by the same connection."""
        if linked and place.held_by in {"nobody", "watcher"}:
            self._move(place, "link")
        elif not linked and place.held_by == "nobody":
            if len(self._held["watcher"]) >= self._limit - self._kept:
                return False
            self._move(place, "watcher")
        return not place.is_gone

    def leave(self, place: Place) -> None:
        """See `Place.leave`."""
        if not place.is_gone:
            del self._held[place.held_by][place]
            place.held_by = "gone"

    def count(self) -> int:
        """Return how many are taken."""
        return sum(map(len, self._held.values()))

    def _move(self, place: Place, held_by: str) -> None:
        del self._held[place.held_by][place]
        place.held_by = held_by
        self._held[held_by][place] = None
