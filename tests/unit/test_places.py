"""Places for connections: however many strangers there are, whoever has a link finds one."""

from server.live.limits import Tally
from server.live.places import Places


class Connection:
    """A connection that notes how it ends."""

    def __init__(self) -> None:
        self.ended = ""

    def abort(self) -> None:
        self.ended = "aborted"

    def close(self) -> None:
        self.ended = "closed"


def test_whoever_does_not_say_who_it_is_makes_way() -> None:
    """The oldest first; those who said so stay."""
    places = Places(3, Tally())
    silent = [Connection() for _ in range(3)]
    held = [places.enter(one) for one in silent]
    assert held[0] is not None
    assert held[0].take(linked=True)
    newcomer = Connection()
    assert places.enter(newcomer) is not None
    assert [one.ended for one in silent] == ["", "aborted", ""]
    assert places.count() == 3


def test_watchers_leave_places_for_links() -> None:
    """A quarter; a link takes one of those, and where all are taken a newcomer is turned away."""
    tally = Tally()
    places = Places(8, tally)
    watchers = [places.enter(Connection()) for _ in range(6)]
    assert all(one is not None and one.take(linked=False) for one in watchers)
    seventh = places.enter(Connection())
    assert seventh is not None
    assert not seventh.take(linked=False)
    assert seventh.take(linked=True)
    eighth = places.enter(Connection())
    assert eighth is not None
    assert eighth.take(linked=True)
    assert places.enter(Connection()) is None
    assert tally.total["no_place"] == 1


def test_a_link_gets_in_through_a_flood_of_silent_connections() -> None:
    """Between its connection and its hello others come: fewer than there are places kept."""
    places = Places(1_000, Tally())
    for _ in range(5_000):
        places.enter(Connection())
    link = Connection()
    place = places.enter(link)
    for _ in range(places._kept):
        places.enter(Connection())
    assert place is not None
    assert place.take(linked=True)
    for _ in range(5_000):
        places.enter(Connection())
    assert link.ended == ""
    assert places.count() == 1_000


def test_a_place_is_given_back_once() -> None:
    """And nobody takes one that is gone."""
    places = Places(2, Tally())
    place = places.enter(Connection())
    assert place is not None
    assert place.take(linked=False)
    place.leave()
    place.leave()
    assert places.count() == 0
    assert not place.take(linked=True)
    assert places.count() == 0
