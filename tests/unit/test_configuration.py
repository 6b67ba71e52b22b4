"""The configuration: views build on it, and whoever holds whatever of it comes to the view of the state."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from server.access.seal import Seal
from server.dialogue.decider import Known, initial
from server.dialogue.model.ids import SeatId
from server.dialogue.model.setup import Setup
from server.dialogue.model.state import State, Step
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.seats import AddGuest, Substitute
from server.dialogue.rooms.session import MoveStep
from server.live.fanout import Fanout
from server.rehearsal.client import Client
from server.wire.messages import Hello
from server.wire.patch import diff
from server.wire.project import project
from server.wire.views.configuration import configuration
from tests.support.play import OPERATOR, Play, seat, shipped, shipped_setup

AUDIENCES = ("public", "screens", "stage", "podium", "console", "seat:BR")


def renamed(setup: Setup) -> Setup:
    """The same dialogue, in which Brazil's name is another one."""
    parties = tuple(replace(p, name={"en": "Brasil"}) if p.id == "BR" else p for p in setup.parties)
    return replace(setup, parties=parties)


def late(play: Play) -> Play:
    """Half a session: thirty statements heard, a guest, a substitute, issues with replies."""
    play.to_interventions()
    for number in range(6):
        theme = play.setup.themes[0].id
        play.do(RaiseIssue(SeatId("youth-1"), theme, title=f"Issue {number}"), seat("youth-1"))
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    states = [s.id for s in play.setup.seats if s.id.isupper()][:30]
    for name in states:
        play.ask(name)
        while play.primary() != "start":
            pass
        play.wait(60_000)
        play.primary()
    play.do(Substitute(SeatId("BR"), substitute=True))
    play.do(AddGuest("A guest", "Expert", "en", 60_000))
    return play


def plain(view: Any) -> Any:
    """As it comes over the wire."""
    return msgspec.json.decode(msgspec.json.encode(view))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_lives_is_a_small_part_of_a_first_view(audience: str) -> None:
    """Before anything happened next to nothing; late in a session the last 30 statements."""
    for play, most in ((Play(), 0.1), (late(Play()), 0.4)):
        projection = project(*play.known)
        whole = msgspec.json.encode(projection.view(audience))
        lives = msgspec.json.encode(diff(projection.configuration.plain, projection.view(audience)))
        print(f"{audience}: {len(whole)} bytes, of which {len(lives)} live")  # noqa: T201 - to be read with -s
        assert len(lives) < most * len(whole)


def test_the_hash_is_that_of_the_content() -> None:
    """Every node, and every start, gives one configuration the same name, and another one another."""
    setup = shipped_setup()
    copied = msgspec.json.decode(msgspec.json.encode(setup), type=Setup)
    people = shipped().people
    named = configuration(initial(setup, people)).hash
    assert configuration(initial(copied, dict(people))).hash == named
    assert configuration(initial(renamed(setup), people)).hash != named


def test_guests_and_substitutes_are_no_other_configuration() -> None:
    """They come with what lives: a hall full of phones is not sent all names anew because somebody was invited."""
    play = late(Play())
    projection = project(*play.known)
    assert projection.configuration.hash == configuration(Play().state).hash
    lives = diff(projection.configuration.plain, projection.view("public"))
    assert (set(lives["parties"]), set(lives["seats"])) == ({"guest-1"}, {"guest-1", "BR"})
    assert lives["seats"]["BR"] == {"substitute": True}
    assert "dialogue" not in lives


class Line:
    """What is sent to clients, to the rooms they are in; nothing is lost."""

    def __init__(self) -> None:
        self.rooms: dict[str, set[str]] = {}
        self.clients: dict[str, Face] = {}
        self.sent: list[tuple[str, bytes]] = []

    def join(self, sid: str, room: str) -> None:
        """See Broadcaster."""
        self.rooms.setdefault(room, set()).add(sid)

    def leave(self, sid: str) -> None:
        """See Broadcaster."""
        for room in self.rooms.values():
            room.discard(sid)

    def send(self, sid: str, event: str, payload: bytes) -> None:
        """See Broadcaster."""
        self.sent.append((sid, payload))
        self.clients[sid].hear(event, msgspec.json.decode(payload))

    def broadcast(self, room: str, event: str, payload: bytes) -> None:
        """See Broadcaster."""
        for sid in self.rooms.get(room, set()):
            self.send(sid, event, payload)


class Face(Client):
    """A client without a socket, which checks each view as it takes it: never of two configurations."""

    def __init__(self, fanout: Fanout, line: Line, audience: str) -> None:
        super().__init__("", audience)
        self.audience = audience
        self.asked = False
        self._fanout = fanout
        self._line = line

    def enter(self, sid: str) -> None:
        """Connect, from where it stands."""
        self._line.clients[sid] = self
        self._fanout.join(sid, self.audience, msgspec.convert(self.hello(), Hello))

    def _miss(self) -> None:
        self.asked = True


class Stage:
    """A fan-out, its clients, and the views that were ever true."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.line = Line()
        self.fanout = Fanout(Known(state, {}), Seal(b"secret"))
        self.fanout.send_by(self.line)  # type: ignore[arg-type]
        self.true: list[Any] = []
        self.sids = map(str, itertools.count())
        self.noted()

    @property
    def known(self) -> Known:
        """What is known now; no screen is frozen."""
        return Known(self.state, {})

    def noted(self) -> None:
        """These views are true now."""
        projection = project(*self.known)
        self.true += [plain(projection.view(audience)) for audience in AUDIENCES]

    def turn(self, *, setup: Setup | None = None, anew: bool = False, **changed: Any) -> None:
        """Something happens, maybe to the configuration."""
        changed |= {} if setup is None else {"setup": setup}
        self.state = replace(self.state, seq=self.state.seq + 1, **changed)
        self.noted()
        self.fanout.publish(self.known, anew=anew)

    def check(self) -> None:
        """Who lost something asks; then everybody shows what is true now, put together from what it holds."""
        for sid, face in self.line.clients.items():
            if face.asked:
                assert plain(face.view) in (*self.true, {})
                face.asked = False
                self.fanout.send_whole(sid)
            assert not face.asked
            assert plain(face.view) == plain(project(*self.known).view(face.audience))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("anew", [False, True])
def test_another_configuration_reaches_everybody(audience: str, *, anew: bool) -> None:
    """Who is connected, who resumes, who comes back from before it or from another node, who was never here."""
    stage = Stage(Play().state)
    there, gone, elsewhere = (Face(stage.fanout, stage.line, audience) for _ in range(3))
    there.enter("there")
    gone.enter("gone")
    stage.turn(list_open=False)
    del stage.line.clients["gone"]
    stage.fanout.leave("gone")
    elsewhere.config, elsewhere.configuration = gone.config, gone.configuration
    elsewhere.epoch, elsewhere.seq, elsewhere.view = "another node's", 1, {"anything": True}
    stage.turn(setup=renamed(stage.state.setup), anew=anew)
    stage.check()
    assert there.view["parties"]["BR"]["name"] == {"en": "Brasil"}
    for face in (gone, elsewhere, Face(stage.fanout, stage.line, audience)):
        face.enter(next(stage.sids))
    stage.check()
    stage.turn(list_open=True)
    stage.check()
    known = {configuration(state).hash for state in (Play().state, stage.state)}
    assert {bool(stage.fanout.configuration(config)) for config in known} == {True}


def test_whoever_was_erased_is_sent_to_nobody_any_more() -> None:
    """Neither in a change that somebody missed, nor in a configuration that somebody still names."""
    play = Play()
    play.to_exchange()
    stage = Stage(play.state)
    there, gone = (Face(stage.fanout, stage.line, "public") for _ in range(2))
    there.enter("there")
    gone.enter("gone")
    old = configuration(play.state).hash
    del stage.line.clients["gone"]
    stage.fanout.leave("gone")
    play.do(AddGuest("Ana Quispe", "Mediator", "es", 60_000))
    stage.fanout.publish(play.known)
    assert there.view["seats"]["guest-1"]["name"]["en"] == "Ana Quispe"
    for erased in ("guest-1", "youth-1"):
        play.do(ErasePerson(SeatId(erased)), OPERATOR)
        stage.fanout.publish(play.known)
    gone.enter("back")
    for face in (there, gone):
        assert plain(face.view) == plain(project(*play.known).view("public"))
    assert [sid for sid, payload in stage.line.sent if b"Ana Quispe" in payload] == ["there"]
    assert stage.fanout.configuration(old) is None
