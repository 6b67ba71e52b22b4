"""Places for connections: there are only so many, and those with a link always find one. No input or output.

A process may hold so many files open, and each connection is one. Who comes in is unknown at first. As long as there
is room everybody is let in; when there is none, one of the unknown makes way for the next. Those who watch without a
link leave a quarter of the places free (`kept`), so at any time as many are for the unknown and for links. Who makes
way is chosen so that somebody who has a link gets as far as to show it, whatever strangers do:

- It is one of the address that has most of the unknown. So strangers at other addresses, fewer of these than places,
  neither keep out nor push out anybody, however many connections they have.
- Of that address it is the oldest; but of those who came lately, as many as half of `kept` have `GRACE_MS`. So behind
  one address with strangers (a hall, a proxy) everybody is let in, and nobody is pushed out within `GRACE_MS` while
  fewer than `kept / GRACE_MS` come in (77 a second with 1,024 files, 1,333 with 16,000). Above that whoever came has
  `kept / 2` newcomers' time, 0.1 s where they are 1,150 a second, and some have `GRACE_MS` all the same. Who polls
  shows its link with the first bytes, and does not need longer: so do the faces where three sockets did not get
  through.

What has come of a client, or waits for it, and was not taken yet, takes memory: up to `HELD_MOST` of all together, and
above that whoever without a link sends more than a hello and a few packets ahead is cut off.
"""

from typing import Final, Protocol

from server.live.limits import Tally

KEPT_MOST: Final = 4_000
"""A dialogue has some hundred links, each open on a few devices; the rest is for those who come in just now."""
GRACE_MS: Final = 3_000.0
"""A TLS handshake, an upgrade and a hello are five round trips: with 500 ms each they take 2.5 s."""
HAD_GRACE, LATELY, HAS_GRACE = range(3)
"""Ranks of the unknown, in the order in which they make way; of each the oldest first."""
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

    __slots__ = ("_connection", "_faults", "_held", "_places", "address", "held_by", "rank", "since_ms")

    def __init__(self, places: "Places", connection: Connection, address: str, at_ms: float) -> None:
        self._places = places
        self._connection: Connection | None = connection
        self._faults = 0
        self._held = 0
        self.address = address
        self.since_ms = at_ms
        self.rank = LATELY
        """Among the unknown of its address."""
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

    def __init__(self, graced: int) -> None:
        self._graced_most = graced
        self._graced: dict[Place, None] = {}
        self._of: dict[str, tuple[dict[Place, None], ...]] = {}
        """By rank."""
        self._by_count: dict[int, dict[str, None]] = {}
        self._most = 0

    def add(self, place: Place) -> None:
        if len(self._graced) < self._graced_most:
            self._graced[place] = None
            place.rank = HAS_GRACE
        count = self.count(place.address)
        self._of.setdefault(place.address, ({}, {}, {}))[place.rank][place] = None
        self._recount(place.address, count, count + 1)
        self._most = max(self._most, count + 1)

    def remove(self, place: Place) -> None:
        count = self.count(place.address)
        del self._of[place.address][place.rank][place]
        self._graced.pop(place, None)
        self._recount(place.address, count, count - 1)
        if count == 1:
            del self._of[place.address]
        while self._most and self._most not in self._by_count:
            self._most -= 1  # by one: no other address had more

    def end_grace(self, at_ms: float) -> None:
        """End that of those who have had it long enough."""
        while (place := next(iter(self._graced), None)) is not None and at_ms - place.since_ms >= GRACE_MS:
            del self._graced[place]
            ranks = self._of[place.address]
            del ranks[place.rank][place]
            place.rank = HAD_GRACE
            ranks[HAD_GRACE][place] = None

    def count(self, address: str) -> int:
        return sum(map(len, self._of.get(address, ())))

    def first_of_crowd(self) -> Place | None:
        """Return who makes way, of the address that has most of them."""
        crowd = next(iter(self._by_count.get(self._most, ())), None)
        return None if crowd is None else next(place for rank in self._of[crowd] for place in rank)

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
        self._unknown = _Unknown(self.kept // 2)
        self._counts = {"nobody": 0, "watcher": 0, "link": 0}

    def enter(self, connection: Connection, address: str, at_ms: float) -> Place | None:
        """Return a place for one more connection; None: it is turned away."""
        self._unknown.end_grace(at_ms)
        if self.count() >= self._limit:
            leaving = self._makes_way_for(address)
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

    def _makes_way_for(self, address: str) -> Place | None:
        first = self._unknown.first_of_crowd()
        if first is None:
            return None
        has_more = self._unknown.count(first.address) > self._unknown.count(address) + 1
        return first if has_more or first.rank != HAS_GRACE else None

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
