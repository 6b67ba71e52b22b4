"""Places for connections: however many strangers there are, whoever has a link finds one, and keeps it."""

import random
from itertools import count

import pytest

from server.live import places as module
from server.live.limits import Tally
from server.live.places import GRACE_MS, HELD_FAIR, HELD_MOST, Place, Places

HALL = "203.0.113.1"
ELSEWHERE = "198.51.100.1"


class Connection:
    """A connection that notes how it ends."""

    def __init__(self) -> None:
        self.ended = ""

    def abort(self) -> None:
        self.ended = "aborted"

    def close(self) -> None:
        self.ended = "closed"


class House:
    """Places, and a clock for them."""

    def __init__(self, limit: int) -> None:
        self.tally = Tally()
        self.places = Places(limit, self.tally)
        self.now_ms = 0.0

    def comes(self, address: str = HALL) -> tuple[Connection, Place | None]:
        """One more connection."""
        connection = Connection()
        return connection, self.places.enter(connection, address, self.now_ms)

    def taken(self, address: str = HALL) -> Place:
        """One more, which has found a place."""
        _, place = self.comes(address)
        assert place is not None
        return place


def test_whoever_does_not_say_who_it_is_makes_way() -> None:
    """The oldest first; those who said so stay."""
    house = House(3)
    silent = [house.comes() for _ in range(3)]  # so few that nobody has grace
    assert silent[0][1] is not None
    assert silent[0][1].take(linked=True)
    house.taken()
    assert [one.ended for one, _ in silent] == ["", "aborted", ""]
    assert house.places.count() == 3


def test_a_few_who_have_only_just_come_have_time() -> None:
    """As many as half of the places kept: of others the oldest makes way, of these nobody until the time is up."""
    house = House(16)
    there = [house.comes() for _ in range(16)]
    for _ in range(40):
        house.comes()
    assert [one.ended for one, _ in there[:2]] == ["", ""]
    assert {one.ended for one, _ in there[2:]} == {"aborted"}
    house.now_ms = GRACE_MS
    house.comes()
    house.comes()
    assert {one.ended for one, _ in there} == {"aborted"}


def test_where_all_places_are_taken_a_newcomer_is_turned_away() -> None:
    """By those who said who they are, and those who have their time."""
    house = House(8)
    new = house.taken()
    for _ in range(7):
        assert house.taken().take(linked=True)
    assert house.comes()[1] is None
    assert house.tally.total["no_place"] == 1
    assert new.take(linked=True)
    house.now_ms = 10 * GRACE_MS
    assert house.comes()[1] is None


@pytest.mark.parametrize("a_second", [690, 5_000])
def test_above_that_rate_whoever_polls_gets_in(a_second: int) -> None:
    """Its link comes with its first bytes, 20 ms after it was let in; and a few who take 2.9 s get in as well."""
    house, slow = House(924), 0
    for _ in range(2_000):
        house.comes()
    for _ in range(200):
        polls, said = house.comes(), house.comes()
        for _ in range(a_second * 20 // 1_000):
            house.now_ms += 1_000 / a_second
            house.comes()
        assert polls[1] is not None
        assert polls[1].take(linked=True)
        polls[1].leave()
        slow += said[1] is not None and said[1].rank == module.HAS_GRACE
    assert slow > 0


def test_watchers_leave_places_for_links() -> None:
    """A quarter; a link takes one of those, and where all are taken a newcomer is turned away."""
    house = House(8)
    assert all(house.taken().take(linked=False) for _ in range(6))
    seventh = house.taken()
    assert not seventh.take(linked=False)
    assert seventh.take(linked=True)
    assert house.taken().take(linked=True)
    assert house.comes()[1] is None


@pytest.mark.parametrize("addresses", [1, 100])
def test_strangers_elsewhere_neither_keep_out_nor_push_out_a_link(addresses: int) -> None:
    """5,000 of them a second, without an end, from one address or a hundred: a phone is let in and has its 10 s."""
    house = House(924)
    others = (f"198.51.100.{number % addresses}" for number in count())

    def flood(seconds: int) -> None:
        for _ in range(5_000 * seconds):
            house.now_ms += 0.2
            house.comes(next(others))

    flood(2)
    phone, place = house.comes(HALL)
    assert place is not None
    flood(10)
    assert phone.ended == ""
    assert place.take(linked=True)
    flood(1)
    assert phone.ended == ""
    assert house.places.count() == 924


def test_behind_one_address_a_link_has_time_for_its_hello() -> None:
    """Strangers in the hall open 70 connections a second, and observers fill what they may: each phone that comes gets
    in at its first attempt, and none is pushed out before its hello, 2.9 s later.
    """
    house = House(924)
    for _ in range(924 - house.places.kept):
        assert house.taken().take(linked=False)
    phones: list[tuple[float, Connection, Place]] = []
    for number in range(70 * 60):
        house.now_ms += 1_000 / 70
        if phones and phones[0][0] <= house.now_ms:
            _, said, link = phones.pop(0)
            assert said.ended == ""
            assert link.take(linked=True)
            link.leave()  # the hall is not that large
        phone, place = house.comes()
        if number % 70 == 0:
            assert place is not None, number
            phones.append((house.now_ms + 2_900, phone, place))


def test_who_has_most_is_known_whatever_happens() -> None:
    """Comings and goings at random: the one who makes way is always of an address that has most of the unknown."""
    house, chance, there = House(60), random.Random(9), list[Place]()  # noqa: S311
    for _ in range(20_000):
        house.now_ms += 1
        address = f"a{chance.randrange(12) ** 2 // 12}"
        counts = {
            each: house.places._unknown.count(each) for each in {one.address for one in there} | {address}
        }
        _, place = house.comes(address)
        left = [one for one in there if one.is_gone]
        assert len(left) <= 1
        for one in left:
            assert counts[one.address] == max(counts.values())
        there = [one for one in there if not one.is_gone]
        if place is not None:
            there.append(place)
        if there and chance.random() < 0.3:
            there.pop(chance.randrange(len(there))).leave()


def test_a_place_is_given_back_once() -> None:
    """And nobody takes one that is gone."""
    house = House(2)
    place = house.taken()
    assert place.take(linked=False)
    place.leave()
    place.leave()
    assert house.places.count() == 0
    assert not place.take(linked=True)
    assert house.places.count() == 0


def test_what_waits_on_all_connections_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above it whoever sends much ahead has to go, if without a link; whoever sends little, or reads on, does not."""
    monkeypatch.setattr(module, "HELD_MOST", 10 * HELD_FAIR)
    house = House(100)
    hoarders = [house.taken() for _ in range(5)]
    assert all(each.holds(2 * HELD_FAIR) for each in hoarders)
    modest, linked = house.taken(), house.taken()
    assert linked.take(linked=True)
    assert modest.holds(100)
    assert linked.holds(5 * HELD_FAIR)
    assert not hoarders[0].holds(3 * HELD_FAIR)
    assert hoarders[1].holds(HELD_FAIR + 1)
    assert house.tally.total["memory_over_limit"] == 1
    for each in (*hoarders, modest, linked):
        each.leave()
    assert house.places.held == 0
    assert HELD_MOST >= 1 << 20
