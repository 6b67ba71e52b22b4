"""Each audience counts its own changes: what is done in private leaves no trace in what others are sent."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pytest

from server.access.seal import Seal
from server.dialogue.decider import Known, follow, initial
from server.dialogue.model.ids import Actor, SeatId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.state import Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.floor import Sign
from server.dialogue.rooms.points import RaisePoint, WithdrawPoint
from server.dialogue.rooms.screens import SetScene
from server.dialogue.rooms.session import Created, MoveStep
from server.live.admission import audience_of
from server.live.fanout import Fanout
from server.wire.messages import Accepted, Held
from server.wire.patch import PlainView, apply
from server.wire.project import project
from tests.support.golden import KINDS, entries_in, journals, kinds_in, people_in_file
from tests.support.play import CHAIR, Play, seat, shipped_setup
from tests.support.random_session import PREPARED, step

SCREEN = shipped_setup().screens[0].id
STAGE = Actor("stage")
SEATS = tuple(f"seat:{name}" for name in ("BR", "MX", "HT", "PE", "youth-1", "workers-2"))
AUDIENCES = ("public", "screens", "stage", "podium", "console", *SEATS)
EPOCH = re.compile(rb'"epoch":"[^"]*"')
SEALED = re.compile(rb'"as_of":"[\w-]{48}"')
SEAL = Seal(b"secret")


class Onlookers:
    """One client in each of these audiences, that keeps every byte."""

    def __init__(self, known: Known, audiences: tuple[str, ...] = AUDIENCES) -> None:
        self.heard: defaultdict[str, list[tuple[str, bytes]]] = defaultdict(list)
        self.fanout = Fanout(known, SEAL)
        self.fanout.epoch = "the same"
        self.fanout.send_by(self)  # type: ignore[arg-type]
        self.config = project(*known).configuration.plain
        for audience in audiences:
            self.fanout.join(audience, audience, Held(config="to be sent"))

    def join(self, _sid: str, _room: str) -> None:
        """See Broadcaster."""

    def send(self, sid: str, event: str, payload: bytes) -> None:
        """See Broadcaster."""
        self.heard[sid].append((event, payload))

    def broadcast(self, room: str, event: str, payload: bytes) -> None:
        """See Broadcaster."""
        self.heard[room].append((event, payload))

    def told(self, play: Play) -> None:
        """An act was done; then it is time for a beat."""
        self.fanout.publish(play.known)
        self.fanout.beat(public=True)
        self.fanout.beat(public=False)

    def bytes_of(self, audience: str) -> list[tuple[str, bytes]]:
        """All that came, but for what is sealed, which is another each time and always as long."""
        heard = ((event, SEALED.sub(b"", payload)) for event, payload in self.heard[audience])
        return [(event, EPOCH.sub(b"", payload)) for event, payload in heard]

    def positions(self, audience: str) -> dict[tuple[str, int], PlainView]:
        """The views that were held, by epoch and seq. Fails where one does not follow the one before, or a beat is
        wrong. Whoever is erased begins another epoch: nothing of before is sent again.
        """
        views: dict[tuple[str, int], PlainView] = {}
        epoch, seq, config = "", -1, self.config
        for event, payload in self.heard[audience]:
            message = msgspec.json.decode(payload)
            if event == "view":
                config = message.get("configuration", config)
                epoch, seq = message["epoch"], message["seq"]
                views[epoch, seq] = apply(config, message["view"])
            elif event == "change":
                assert (message["prev"], message["seq"]) == (seq, seq + 1), audience
                seq += 1
                views[epoch, seq] = apply(views[epoch, seq - 1], message["patch"])
            else:
                assert message == {"seq": seq}, audience
        return views


def plain(view: Any) -> PlainView:
    """As it comes over the wire."""
    decoded: PlainView = msgspec.json.decode(msgspec.json.encode(view))
    return decoded


@pytest.mark.parametrize("seed", range(12))
def test_positions_rise_by_one_and_tell_of_nothing_else(seed: int) -> None:
    """In a random session: whatever is done, each audience's seq is how many changes it had; and an act that was
    accepted is in its sender's own view at the seq that it is told.
    """
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    play = Play(*rng.choice(PREPARED))
    rng.choice((lambda: None, play.to_interventions, play.to_exchange))()
    onlookers = Onlookers(play.known)
    promised: list[tuple[str, Accepted, PlainView]] = []
    unseen: Counter[str] = Counter()
    for _ in range(150):
        if step(play, rng) is None:
            continue
        before = {audience: len(onlookers.heard[audience]) for audience in AUDIENCES}
        onlookers.told(play)
        entry = play.entries[-1]
        unseen.update(
            a for a, count in before.items() if len(onlookers.heard[a]) == count + 1
        )  # a beat alone
        role, _, name = entry.actor.partition(":")
        audience = audience_of(Actor(role, name))  # type: ignore[arg-type]
        accepted = onlookers.fanout.accepted(audience, entry.seq)
        assert SEAL.open(audience, accepted.as_of) == entry.seq
        if audience in AUDIENCES:
            promised.append((audience, accepted, plain(project(*play.known).view(audience))))
    shown = {audience: onlookers.positions(audience) for audience in AUDIENCES}
    for audience, accepted, view in promised:
        assert plain(shown[audience][accepted.epoch, accepted.seq]) == view
    for audience in AUDIENCES:
        assert plain(list(shown[audience].values())[-1]) == plain(project(*play.known).view(audience))
    assert unseen["public"] > 3, "nothing was private"


@pytest.mark.parametrize("journal", journals(), ids=lambda journal: journal.stem)
def test_every_act_is_as_if_it_were_not_for_whom_it_does_not_concern(journal: Path) -> None:
    """Acts of every kind there is: an audience whose view one leaves is sent the same bytes as without it."""
    entries = entries_in(journal)
    created = entries[0].events[0]
    assert isinstance(created, Created)
    known = Known(initial(created.setup, {}), {}).with_people(people_in_file(journal))
    everything = Onlookers(known)
    without = {audience: Onlookers(known, (audience,)) for audience in AUDIENCES}
    for entry in entries:
        heard = {audience: len(everything.heard[audience]) for audience in AUDIENCES}
        known = follow(known, entry)
        everything.fanout.publish(known)
        for audience, count in heard.items():
            if len(everything.heard[audience]) > count:
                without[audience].fanout.publish(known)
    for fanout in (everything.fanout, *(alone.fanout for alone in without.values())):
        fanout.beat(public=True)
        fanout.beat(public=False)
    for audience, alone in without.items():
        assert alone.bytes_of(audience) == everything.bytes_of(audience)
        everything.positions(audience)


def test_every_kind_of_act_was_looked_at() -> None:
    """The journals above hold each kind of event of the registry; one that is new is missed here."""
    assert {kind for journal in journals() for kind in kinds_in(entries_in(journal))} == set(KINDS)


def in_private(play: Play, rng: random.Random) -> None:
    """A point of order that is thought better of, a screen that is prepared, a speaker's sign, some of them or none."""
    for _ in range(rng.randrange(3)):
        play.do(RaisePoint(SeatId("PE")), seat("PE"))
        play.do(WithdrawPoint(list(play.state.points)[-1]), seat("PE"))
    if rng.random() < 0.5:
        play.do(SetScene(SCREEN, rng.choice(("list", "speaker", "blank"))), STAGE)
    if play.state.floor is not None and rng.random() < 0.5:
        try:
            play.do(Sign(play.floor.id, "ready"), seat(play.floor.seat))
        except Refused:  # the chair has the floor
            return


def session(private: random.Random | None) -> Onlookers:
    """An exchange of six States, with private acts between any two of the others, or without."""
    play = Play()
    play.to_interventions()
    onlookers = Onlookers(play.known)

    def then(moment: Any) -> None:
        if private is not None:
            before = len(play.entries)
            in_private(play, private)
            for _ in range(before, len(play.entries)):
                onlookers.fanout.publish(play.known)
        play.wait(30_000)
        moment()
        onlookers.told(play)

    then(lambda: play.do(MoveStep(play.state.step, Step("exchange", 1))))
    for name in ("BR", "MX", "HT", "CL", "CO", "JM"):
        then(lambda name=name: play.ask(name))
    for _ in range(18):
        command = project(*play.known).view("console")["primary"]["command"]
        then(lambda command=command: play.do(msgspec.convert(command, AnyCommand), CHAIR))
    return onlookers


def test_a_session_with_private_acts_is_the_same_to_the_byte() -> None:
    """Points of order of one phone, scenes, signs: observers and other phones are sent exactly what they would be."""
    quiet = session(None)
    for seed in range(4):
        busy = session(random.Random(seed))  # noqa: S311 - to be repeated, not to be secret
        assert busy.fanout._entry > quiet.fanout._entry + 10
        for audience in ("public", "seat:workers-2", "seat:youth-1"):
            assert busy.bytes_of(audience) == quiet.bytes_of(audience)
            assert len(quiet.heard[audience]) > 20


def test_a_view_that_could_not_be_made_is_one_change_when_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its audience's count goes on: what was held before is not taken for what came after."""
    play = Play()
    onlookers = Onlookers(play.known)
    fanout = onlookers.fanout
    play.do(MoveStep(play.state.step, Step("opening")))
    onlookers.told(play)
    held = Held(epoch=fanout.epoch, seq=fanout.current("podium").seq, as_of=fanout.current("podium").as_of)
    with monkeypatch.context() as broken:
        broken.setattr("server.wire.project.podium_view", lambda *_: 1 / 0)
        play.do(SetScene(SCREEN, "blank"), STAGE)
        play.do(MoveStep(play.state.step, Step("interventions", 1)))
        with pytest.raises(ExceptionGroup):
            fanout.publish(play.known)
        promised = fanout.accepted("podium", 3)
    fanout.retry()
    assert promised.seq == fanout.current("podium").seq == held.seq + 1
    assert fanout.missed("podium", held).view is not None
