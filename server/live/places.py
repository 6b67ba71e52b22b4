"""Places for connections: there are only so many, and those with a link always find one. No input or output.

A process may hold so many files open, and each connection is one. Who comes in is unknown at first. As long as there
is room everybody is let in; when there is none, one of the unknown makes way for the next. Those who watch without a
link leave a quarter of the places free, so at any time at least as many are for the unknown and for links. Who makes
way is chosen so that somebody who has a link gets as far as to show it, whatever strangers do:

- Of the address that has most of the unknown, the oldest, if the newcomer's address has fewer. So strangers at other
  addresses, fewer of these than places, neither keep out nor push out anybody, however many connections they have.
- Else its oldest (or, if the newcomer is the first of its address, the oldest of all), but none that has not been here
  for `GRACE_MS`: time to say a hello, on a bad line too. Where that is younger, the newcomer is turned away, and tries
  again. So behind one address with strangers (a hall, a proxy)
  everybody gets in at once while fewer than `kept / GRACE_MS` connections come in (77 a second with 1,024 files), and
  nobody who got in is pushed out before the hello.

What has come of a client, or waits for it, and was not taken yet, takes memory: up to `HELD_MOST` of all together, and
above that whoever without a link sends more than a hello and a few packets ahead is cut off.
"""

from typing import Final, Protocol

from server.live.limits import Tally

KEPT_MOST: Final = 4_000
"""A dialogue has some hundred links, each open on a few devices; the rest is for those who come in just now."""
GRACE_MS: Final = 3_000.0
"""A TLS handshake, an upgrade and a hello are five round trips: with 500 ms each they take 2.5 s."""
HELD_MOST: Final = 32 << 20
HELD_FAIR: Final = 8 << 10
"""Bytes, both."""


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

    __slots__ = ("_connection", "_faults", "_held", "_places", "address", "held_by", "since_ms")

    def __init__(self, places: "Places", connection: Connection, address: str, at_ms: float) -> None:
        self._places = places
        self._connection: Connection | None = connection
        self._faults = 0
        self._held = 0
        self.address = address
        self.since_ms = at_ms
        self.held_by = "nobody"
        """"nobody" who said so yet, a "watcher" without a link, a "link"; "gone"."""

    @property
    def is_gone(self) -> bool:
        """Whether the connection is no more, or making way."""
        return self.held_by == "gone"

    def take(self, *, linked: bool) -> bool:
        """Say who has it now; False: there is none for one more without a link."""
        return self._places.take(self, linked=linked)

    def holds(self, size: int) -> bool:
        """Note that so many bytes wait on the connection, either way; False: that is too much without a link."""
        if self.is_gone:
            return True
        grows = size > self._held
        self._places.held += size - self._held
        self._held = size
        return not (grows and size > HELD_FAIR and self.held_by != "link" and self._places.is_over_full())

    def fault(self) -> int:
        """Count a link that is nobody's; return how many there were."""
        self._faults += 1
        return self._faults

    def leave(self) -> None:
        """The connection is gone. Twice is no error."""
        self._places.leave(self)
        self._connection = None  # it refers to this

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            self._connection.close()

    def abort(self) -> None:
        """End the connection at once."""
        if self._connection is not None:
            self._connection.abort()


class _Unknown:
    """Those who have not said who they are, and which address has most of them. Each call takes the same short time."""

    def __init__(self) -> None:
        self.all: dict[Place, None] = {}
        """Oldest first, as those of each address."""
        self._of: dict[str, dict[Place, None]] = {}
        self._by_count: dict[int, dict[str, None]] = {}
        self._most = 0

    def add(self, place: Place) -> None:
        self.all[place] = None
        of = self._of.setdefault(place.address, {})
        of[place] = None
        self._recount(place.address, len(of) - 1, len(of))
        self._most = max(self._most, len(of))

    def remove(self, place: Place) -> None:
        del self.all[place]
        of = self._of[place.address]
        del of[place]
        self._recount(place.address, len(of) + 1, len(of))
        if not of:
            del self._of[place.address]
        while self._most and self._most not in self._by_count:
            self._most -= 1  # by one: no other address had more

    def count(self, address: str) -> int:
        return len(self._of.get(address, ()))

    def oldest_of_crowd(self) -> Place | None:
        """Return the oldest of the address that has most of them."""
        crowd = next(iter(self._by_count.get(self._most, ())), None)
        return None if crowd is None else next(iter(self._of[crowd]))

    def _recount(self, address: str, old: int, new: int) -> None:
        if old:
            del self._by_count[old][address]
            if not self._by_count[old]:
                del self._by_count[old]
        if new:
            self._by_count.setdefault(new, {})[address] = None


class Places:
    """All places of a listening socket. Instants are milliseconds of a clock that only goes on."""

    def __init__(self, limit: int, tally: Tally) -> None:
        self._limit = limit
        self.kept = min(limit // 4, KEPT_MOST)
        """So many are never taken by those who watch."""
        self.held = 0
        """Bytes that wait on all connections, see `Place.holds`."""
        self._tally = tally
        self._unknown = _Unknown()
        self._counts = {"nobody": 0, "watcher": 0, "link": 0}

    def enter(self, connection: Connection, address: str, at_ms: float) -> Place | None:
        """Return a place for one more connection; None: it is turned away."""
        if self.count() >= self._limit:
            leaving = self._makes_way_for(address, at_ms)
            if leaving is None:
                self._tally.count("no_place")
                return None
            self._tally.count("made_way")
            self.leave(leaving)
            leaving.abort()
        place = Place(self, connection, address, at_ms)
        self._counts["nobody"] += 1
        self._unknown.add(place)
        return place

    def _makes_way_for(self, address: str, at_ms: float) -> Place | None:
        crowded = self._unknown.oldest_of_crowd()
        if crowded is None:
            return None
        own = self._unknown.count(address)
        if self._unknown.count(crowded.address) > own + 1:
            return crowded
        oldest = crowded if own else next(iter(self._unknown.all))
        return oldest if at_ms - oldest.since_ms >= GRACE_MS else None

    def take(self, place: Place, *, linked: bool) -> bool:
        """See `Place.take`. One with a link keeps it, whatever else comes by the same connection."""
        if linked and place.held_by in {"nobody", "watcher"}:
            self._move(place, "link")
        elif not linked and place.held_by == "nobody":
            if self._counts["watcher"] >= self._limit - self.kept:
                return False
            self._move(place, "watcher")
        return not place.is_gone

    def leave(self, place: Place) -> None:
        """See `Place.leave`."""
        if not place.is_gone:
            place.holds(0)
            self._move(place, "gone")

    def is_over_full(self) -> bool:
        """Whether too much waits on all connections; that is counted."""
        if self.held <= HELD_MOST:
            return False
        self._tally.count("memory_over_limit")
        return True

    def count(self) -> int:
        """Return how many are taken."""
        return sum(self._counts.values())

    def _move(self, place: Place, held_by: str) -> None:
        if place.held_by == "nobody":
            self._unknown.remove(place)
        self._counts[place.held_by] -= 1
        place.held_by = held_by
        if held_by != "gone":
            self._counts[held_by] += 1
