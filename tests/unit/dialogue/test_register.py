"""The register: names, functions and factors of time are in no entry, and can be erased."""

from __future__ import annotations

import random

import msgspec
import pytest
from msgspec.structs import replace

from server.dialogue.derived.lengths import slot_used_ms
from server.dialogue.model.ids import Actor, PartyId, RequestId, SeatId, SlotId
from server.dialogue.model.register import UNNAMED, Person, Record, salted, version_of
from server.dialogue.model.state import RequestTarget, SlotTarget
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.screens import SetScene
from server.dialogue.rooms.seats import AddGuest
from server.dialogue.rooms.undo import Undo
from server.journal.codec import encode, fingerprint
from server.wire.project import project
from tests.support.play import CHAIR, OBSERVER, OPERATOR, Play, seat, shipped, with_people
from tests.support.random_session import PREPARED, step

YOUTH, BR = SeatId("youth-1"), SeatId("BR")
SLOW: dict[str, dict[str, object]] = {
    YOUTH: {"time_factor": 2.0, "name": {"en": "Ana Quispe"}, "function": {"en": "Spokesperson"}}
}
AUDIENCES = ("public", "screens", "stage", "podium", "console", "seat:youth-1", "seat:youth-2", "seat:BR")


def shown(play: Play) -> str:
    """All that anybody sees."""
    projection = project(*play.known)
    views = [projection.view(audience) for audience in AUDIENCES]
    return msgspec.json.encode([views, projection.configuration.encoded.decode()]).decode()


@pytest.mark.parametrize("seed", range(4))
def test_no_entry_says_who_somebody_is(seed: int) -> None:
    """Random sessions by everybody, guests among them: no name, function or factor is in any entry's bytes."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    play = Play(*PREPARED[seed % 2])
    (play.to_interventions, play.to_exchange)[seed % 2]()
    play.do(AddGuest("Ana Quispe", "Spokesperson", "es", 60_000))
    while len(play.entries) < 80:
        step(play, rng)
    written = b"".join(encode(entry) for entry in play.entries).decode()
    people = play.people.values()
    words = {text for one in people for texts in (one.name, one.function) for text in texts.values()}
    parties = {text for party in play.setup.parties for text in party.name.values()}
    assert [word for word in words - parties if word in written] == []
    assert "factor" not in written.replace('"consecutive_factor"', "")
    assert '"consecutive"' not in written


def test_whoever_is_erased_is_called_by_the_partys_name() -> None:
    """On every face, in what a screen is frozen in as well; nothing tells that there ever was another name."""
    play = Play(*with_people(shipped(), SLOW))
    play.to_interventions()
    play.do(Call(SlotTarget(SlotId("1.youth"), YOUTH)))
    play.primary()
    play.do(SetScene(play.setup.screens[0].id, "freeze"))
    play.wait(1_000)
    assert "Ana Quispe" in shown(play)
    play.do(ErasePerson(YOUTH), OPERATOR)
    assert "Ana Quispe" not in shown(play)
    assert "Spokesperson" not in shown(play)
    public = project(*play.known).view("public")
    assert public["seats"][YOUTH]["name"] == public["parties"]["youth"]["name"]
    assert public["seats"]["youth-2"]["name"]["en"] == "Youth, representative 2"
    assert [act.before.people for act in play.state.acts] == [play.state.people] * len(play.state.acts)
    play.assert_replayed()


def test_an_erased_factor_reads_one() -> None:
    """R21: the time that was called stays, for everybody saw it; what it cost the group is reckoned without factor."""
    play = Play(*with_people(shipped(), SLOW))
    play.to_interventions()
    slot = SlotId("1.youth")
    play.speak(SlotTarget(slot, YOUTH), 100_000)
    assert slot_used_ms(play.state, play.state.slots[slot]) == 50_000
    play.do(ErasePerson(YOUTH), OPERATOR)
    assert slot_used_ms(play.state, play.state.slots[slot]) == 100_000
    play.assert_replayed()


def test_a_guest_who_is_erased_has_no_name() -> None:
    """R32: the guest's party is named after the guest."""
    play = Play()
    play.to_exchange()
    play.do(AddGuest("Ana Quispe", "Mediator", "es", 60_000))
    assert project(*play.known).view("public")["parties"]["guest-1"]["name"]["en"] == "Ana Quispe"
    play.do(ErasePerson(SeatId("guest-1")), OPERATOR)
    view = project(*play.known).view("public")
    assert view["parties"]["guest-1"]["name"] == view["seats"]["guest-1"]["name"] == UNNAMED
    assert "Mediator" not in shown(play)


def test_who_may_erase_and_whom() -> None:
    """The operator alone, anybody, once: a console, a seat or the public may not; nobody is erased twice."""
    play = Play()
    play.to_exchange()
    for actor in (CHAIR, OBSERVER, seat("BR"), Actor("stage")):
        assert play.refused(ErasePerson(BR), actor) == "not_allowed"
    assert play.refused(ErasePerson(SeatId("nobody")), OPERATOR) == "unknown"
    play.do(ErasePerson(BR), OPERATOR)
    assert play.refused(ErasePerson(BR), OPERATOR) == "overtaken"


def test_the_time_called_is_that_of_who_was_there() -> None:
    """R21: the factor at the call counts for a statement, whoever sits on the seat afterwards."""
    play = Play(*with_people(shipped(), SLOW))
    play.to_exchange()
    play.do(Call(RequestTarget(RequestId(play.ask("BR")))))
    assert play.floor.person == next(one.person for one in play.setup.seats if one.id == BR)


def test_a_version_tells_nothing_of_who_it_is() -> None:
    """With another salt the same person has another version; with the same, always the same."""
    person = Person({"en": "Ana Quispe"}, {"en": "Mediator"}, 1.5)
    one, other = (version_of(Record(BR, person, salt)) for salt in ("a", "b"))
    assert one != other
    assert version_of(Record(BR, person, "a")) == one
    salts = iter("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    setup, records = salted(shipped(), lambda: next(salts))
    assert [version_of(record) for record in records] == [one.person for one in setup.seats]
    assert len({record.salt for record in records}) == len(setup.seats)
    assert not {one.person for one in setup.seats} & {one.person for one in shipped().setup.seats}


def test_what_is_unknown_is_salted_as_nobody() -> None:
    """A set-up whose people are not at hand begins a journal all the same; they have the parties' names."""
    setup, records = salted(shipped()._replace(people={}), lambda: "salt")
    assert [record.person for record in records] == [Person()] * len(records)
    assert [one.id for one in setup.seats] == [one.id for one in shipped().setup.seats]


def test_a_name_is_in_no_fingerprint() -> None:
    """The journal keeps the fingerprint of each command, and short names can be tried one by one."""
    one = AddGuest("Ana Quispe", "Mediator", "es", 60_000)
    assert fingerprint(one) == fingerprint(replace(one, name="Rosa Quispe", function=""))
    assert fingerprint(one) != fingerprint(replace(one, length_ms=90_000))


def test_a_party_keeps_its_name() -> None:
    """Erasing a delegate erases no State."""
    play = Play()
    play.to_exchange()
    play.do(ErasePerson(BR), OPERATOR)
    assert project(*play.known).view("public")["seats"][BR]["name"]["en"] == "Brazil"
    assert next(party for party in play.setup.parties if party.id == PartyId("BR")).name["en"] == "Brazil"


def test_a_guest_who_was_a_mistake_can_be_erased() -> None:
    """R32: undoing it takes the guest off the list; the register would know the name for ever."""
    play = Play()
    play.to_exchange()
    play.do(AddGuest("Ana Quispe", "Mediator", "es", 60_000))
    play.do(Undo(play.state.seq))
    assert play.state.guests == ()
    play.do(ErasePerson(SeatId("guest-1")), OPERATOR)
    assert "Ana Quispe" not in repr(play.state.people)
    assert play.refused(ErasePerson(SeatId("guest-1")), OPERATOR) == "unknown"
    play.assert_replayed()
