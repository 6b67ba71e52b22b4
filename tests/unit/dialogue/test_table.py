"""The table of what a dialogue counts: a mapping in order of arrival that never changes."""

from __future__ import annotations

import random

import pytest
from msgspec import Struct

from server.dialogue.model.table import Table


class Thing(Struct, frozen=True):
    """Something that is counted."""

    id: str
    value: int = 0


def table(count: int) -> Table[str, Thing]:
    """So many things: "t1", "t2" and so on."""
    made = Table[str, Thing]()
    for number in range(1, count + 1):
        made = made.put(Thing(f"t{number}"))
    return made


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 1023, 1024, 1025, 2100])
def test_everything_is_found_in_order_of_arrival(count: int) -> None:
    """At the edges of chunks and blocks too, forwards and backwards."""
    made = table(count)
    names = [f"t{number}" for number in range(1, count + 1)]
    assert (list(made), list(reversed(made)), len(made)) == (names, names[::-1], count)
    assert [made[name].id for name in names] == names
    assert [thing.id for thing in made.values()] == names
    assert made.next_number == count + 1


def test_a_change_leaves_the_one_before_as_it_was() -> None:
    """Whoever holds it: after hundreds of changes at random places each version is what it was made as."""
    rng = random.Random(1)  # noqa: S311 - to be repeated, not to be secret
    made, wanted = table(1100), {f"t{number}": 0 for number in range(1, 1101)}
    versions = []
    for value in range(1, 200):
        name = f"t{rng.randrange(1, 1101)}"
        made, wanted = made.put(Thing(name, value)), wanted | {name: value}
        versions.append((made, wanted))
    for kept, values in versions:
        assert {name: thing.value for name, thing in kept.items()} == values


def test_what_is_no_name_is_not_there() -> None:
    """Commands may name anything: other spellings of a number, other letters, nothing at all."""
    made = table(12)
    for name in (
        "",
        "t",
        "t0",
        "t13",
        "t01",
        "t+1",
        "t 1",
        "t1 ",
        "t1_0",
        "s1",
        "t-1",
        "t" + "9" * 5000,
        "t１",
    ):
        assert name not in made
        assert made.get(name) is None
    with pytest.raises(KeyError):
        made["t13"]


def test_a_gap_is_no_way_to_grow() -> None:
    """The next one is the next one: a number left out would be an error of the program."""
    for name in ("t4", "t0", "thing"):
        with pytest.raises(KeyError):
            table(2).put(Thing(name))


def test_equal_is_what_holds_the_same() -> None:
    """Whatever way it was made; it reads as a mapping does, and is no key of one."""
    assert table(40) == table(39).put(Thing("t40"))
    assert table(2) != table(3)
    assert table(1) != {"t1": Thing("t1")}
    assert repr(table(1)) == "Table({'t1': Thing(id='t1', value=0)})"
    with pytest.raises(TypeError):
        hash(table(1))


def test_what_is_dropped_is_gone_and_its_number_stays_taken() -> None:
    """After hundreds of puts and drops at random places it is a mapping of what is left, and goes on counting."""
    rng = random.Random(2)  # noqa: S311 - as above
    made, wanted, ever = Table[str, Thing](), dict[str, Thing](), 0
    versions = []
    for _ in range(3000):
        chance = rng.random()
        if chance < 0.5 or not wanted:
            ever += 1
            thing = Thing(f"t{ever}")
            made, wanted = made.put(thing), wanted | {thing.id: thing}
        elif chance < 0.9:
            name = rng.choice((list(wanted)[-1], rng.choice(list(wanted))))
            made, wanted = made.drop(name), {key: value for key, value in wanted.items() if key != name}
        else:
            thing = Thing(rng.choice(list(wanted)), ever)
            made, wanted = made.put(thing), wanted | {thing.id: thing}
        versions.append((made, wanted, ever))
    for kept, values, counted in versions:
        assert (list(kept.items()), len(kept), kept.next_number) == (
            list(values.items()),
            len(values),
            counted + 1,
        )
        assert dict(zip(kept, kept.values(), strict=True)) == values


def test_who_was_dropped_is_told_from_who_never_was() -> None:
    """Neither comes back: a gap is not filled."""
    made = table(70)
    for number in range(1, 65):
        made = made.drop(f"t{number}")
    assert (made.had("t", "t1"), made.had("t", "t70"), made.had("t", "t71")) == (True, True, False)
    assert not any(made.had("t", name) for name in ("s1", "t01", "t0", "", "thing"))
    for name in ("t1", "t64"):
        with pytest.raises(KeyError):
            made.put(Thing(name))
        with pytest.raises(KeyError):
            made.drop(name)
