"""What the Minister's podium and the stage technician see, and what they may do."""

import msgspec
import pytest

from server.dialogue.model.ids import Actor, PartyId, PointId, SeatId
from server.dialogue.model.state import Links, Step
from server.dialogue.registry import COMMANDS, AnyCommand
from server.dialogue.rooms.chair import TakeChair
from server.dialogue.rooms.clock import Hold
from server.dialogue.rooms.floor import End
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.points import RaisePoint, RecognisePoint
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.screens import ClearMessage, SetScene, ShowMessage
from server.dialogue.rooms.seats import SetAway
from server.dialogue.rooms.session import MoveStep
from server.dialogue.rooms.undo import Undo
from server.wire.project import project
from server.wire.views.floor import FloorView
from server.wire.views.podium import PodiumView
from server.wire.views.public import PictureView, ScreensView, StageView
from tests.support.play import DEPUTY, Play, seat

PODIUM = Actor("podium")
STAGE = Actor("stage")
MAY: set[type[AnyCommand]] = {SetScene, ShowMessage, ClearMessage}
PHASES = frozenset({"scheduled", "opening", "interventions", "exchange", "closing", "closed"})


@pytest.fixture
def play() -> Play:
    """A dialogue before the opening."""
    return Play()


def shown(play: Play, audience: str) -> dict[str, object]:
    """The view of an audience, as it comes over the wire."""
    view: dict[str, object] = msgspec.json.decode(msgspec.json.encode(project(*play.known).view(audience)))
    return view


def screens(play: Play) -> list[SetScene]:
    """A scene for each screen."""
    return [SetScene(screen.id, "freeze") for screen in play.setup.screens]


def test_the_stage_gives_three_commands_in_every_phase() -> None:
    """Scenes and messages; nothing of procedure, however many commands there will be."""
    assert {command for command in COMMANDS if command.permit.stage} == MAY
    assert all(command.permit.phases == PHASES for command in MAY)


@pytest.mark.parametrize("actor", [PODIUM, Actor("screen", "hall-left"), Actor("public")], ids=str)
def test_who_only_looks_on_gives_no_command(play: Play, actor: Actor) -> None:
    """Not even the podium, though the Minister is the chair: an aide works the console."""
    for command in (MoveStep(Step(), Step("opening")), screens(play)[0], ShowMessage("Coffee")):
        assert play.refused(command, actor) == "not_allowed"


def test_the_stage_works_whichever_console_presides(play: Play) -> None:
    """It is bound to no console, and its acts are none of the chair's to undo (R6)."""
    play.to_interventions()
    play.silent_ms = {"console:chair": 60_000}
    play.do(TakeChair(), DEPUTY)
    acts = play.state.acts
    commands: list[AnyCommand] = [*screens(play), ShowMessage("Coffee"), ClearMessage()]
    for command in commands:
        play.do(command, STAGE)

    assert set(play.state.scenes.values()) == {"freeze"}
    assert play.state.message is None
    assert [act.seq for act in play.state.acts] == [act.seq for act in acts]
    play.assert_replayed()


def test_the_stage_cannot_conduct(play: Play) -> None:
    """Neither end a statement nor move the dialogue on."""
    play.to_interventions()
    play.primary()
    play.primary()
    for command in (End(play.floor.id), Hold(play.floor.id, "technical"), Undo(1)):
        assert play.refused(command, STAGE) == "not_allowed"


def test_the_podium_sees_the_public_view_its_cue_and_nothing_else(play: Play) -> None:
    """An allow-list: what is not declared would not decode; the cue has no command in it."""
    play.to_exchange()
    play.ask("BR")
    view = shown(play, "podium")

    msgspec.convert(view, PodiumView)
    assert set(view) - set(shown(play, "public")) == {"cue", "ahead", "gives_back"}
    assert view["cue"] == {"act": "call", "seat": "BR"}
    told = str(view)
    assert not any(word in told for word in ("factor", "command", "away", "arrived_at", "forecast"))


def test_the_stage_sees_the_screens_and_the_order_of_speakers(play: Play) -> None:
    """All of them, for the microphones; who is away is not called. The texts of requests are the console's."""
    play.to_exchange()
    for name in ("BR", "MX", "CL", "PE"):
        play.ask(name)
    play.do(SetAway(SeatId("MX")), seat("MX"))
    view = shown(play, "stage")

    msgspec.convert(view, StageView)
    assert set(view) - set(shown(play, "public")) == {"screens", "order"}
    assert view["order"] == ["BR", "CL", "PE"]


def test_a_frozen_screen_keeps_its_picture_for_whoever_comes_later(play: Play) -> None:
    """What was shown when it was frozen, though frozen twice; nothing of it once it is given another scene."""
    screen, other = (one.id for one in play.setup.screens[:2])
    play.to_interventions()
    play.primary()
    play.primary()
    speaker = play.floor.seat
    play.wait(10_000)
    play.do(SetScene(screen, "list"), STAGE)
    play.do(SetScene(screen, "freeze"), STAGE)
    frozen_ms = play.now_ms
    play.wait(10_000)
    play.primary()
    play.do(ShowMessage("Coffee"), STAGE)
    play.do(SetScene(screen, "freeze"), STAGE)

    view = msgspec.convert(shown(play, "screens"), ScreensView)
    picture = view.screens[screen].picture
    assert isinstance(picture, PictureView)
    assert (picture.at_ms, picture.scene, picture.message) == (frozen_ms, "list", msgspec.UNSET)
    assert isinstance(picture.floor, FloorView)
    assert picture.floor.seat == speaker
    assert (picture.said.situation, view.said.situation) == ("speaking", "free")
    assert (view.screens[other].picture, view.floor) == (msgspec.UNSET, msgspec.UNSET)
    play.assert_replayed()
    play.do(SetScene(screen, "speaker"), STAGE)
    assert "picture" not in str(shown(play, "screens")["screens"])


def test_a_point_of_order_is_on_the_podium_before_the_public_hears_of_it(play: Play) -> None:
    """R30: private to the chair until it is recognised, and the Minister is the chair; its text stays at the desk."""
    play.to_exchange()
    play.do(RaisePoint(SeatId("CL"), "We cannot hear"), seat("CL"))

    assert shown(play, "podium")["cue"] == {"act": "recognise", "seat": "CL"}
    for audience in ("public", "stage", "screens"):
        assert "CL" not in str(shown(play, audience).get("point", ""))
        assert "cue" not in shown(play, audience)
    assert "cannot hear" not in str(shown(play, "podium"))
    play.do(RecognisePoint(PointId("p1")))
    assert shown(play, "podium")["cue"] == {"act": "rule", "seat": "CL"}


def test_in_the_closing_the_podium_has_the_closing_sheet(play: Play) -> None:
    """R39: who was not heard, which answers are due, which issues have no reply."""
    play.to_interventions()
    play.primary()
    play.primary()
    speaker = play.floor
    play.do(RaiseIssue(speaker.seat, play.setup.themes[0].id, speaker.id, "Rural roads"))
    play.do(End(speaker.id))
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    play.do(Ask(SeatId("BR"), links=Links(asks=(PartyId("workers"),))), seat("BR"))
    play.primary()
    play.primary()
    play.do(End(play.floor.id))
    play.ask("MX")
    assert "closing" not in shown(play, "podium")
    play.do(MoveStep(play.state.step, Step("closing")))

    assert shown(play, "podium")["closing"] == {
        "requests": ["MX"],
        "rights": [],
        "points": [],
        "dues": [{"asker": "BR", "group": "workers"}],
        "issues": ["i1"],
        "actions": [],
    }
    msgspec.convert(shown(play, "podium"), PodiumView)
