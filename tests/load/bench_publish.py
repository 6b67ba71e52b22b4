"""What publishing an act takes: the views of all audiences, what changed in each, encoded.

    python -m tests.load.bench_publish [--repeat 5]

Two sessions. "late": the first exchange after 60 statements, 20 States waiting, four issues of each group raised and
replied to. "dues": 120 answers due (30 States asked all four groups, answers at the end). Everybody looks on: public,
screens, stage, podium, console, and each of the seats. Ordinary acts are published one after the other; processor time
of each, the median of the best repetition: a busy machine only ever adds.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any, cast

from msgspec.structs import replace

from server.access.seal import Seal
from server.dialogue.decider import Known
from server.dialogue.derived.agenda import next_up
from server.dialogue.model.ids import IssueId, RequestId, SeatId, ThemeId
from server.dialogue.model.state import Links, RequestTarget, SlotTarget, Step
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.answers import SetAnswers
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.clock import AdjustTime, Hold, Resume
from server.dialogue.rooms.floor import End, Start
from server.dialogue.rooms.issues import RaiseIssue
from server.dialogue.rooms.screens import ShowMessage
from server.dialogue.rooms.session import MoveStep
from server.live.fanout import Fanout
from server.wire.messages import Held
from tests.support.play import Play


class Nobody:
    """Sends nothing, so that only what leads to a sending is measured."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_args: None


def states(play: Play) -> list[str]:
    """The States, in drawn order."""
    return [str(party.id) for party in play.setup.parties if party.kind == "state"]


def late() -> Play:
    """After 60 statements, with 20 States that wait."""
    play = Play()
    play.to_interventions()
    themes = [ThemeId(theme.id) for theme in play.setup.themes]
    for slot in play.state.lineup:
        for one in play.state.slots[slot].seats:
            play.do(Call(SlotTarget(slot, one)))
            play.do(Start(play.floor.id))
            for theme in themes[:2]:
                play.do(RaiseIssue(one, theme, play.floor.id, "Conectividad rural"))
            play.wait(60_000)
            play.do(End(play.floor.id))
    play.do(MoveStep(play.state.step, Step("exchange", 1)))
    names = states(play)
    for number in range(52):
        name = names[number % len(names)]
        reply = IssueId(f"i{number % 16 + 1}")
        play.speak(RequestTarget(RequestId(play.ask(name, Links(replies_to=(reply,))))), 90_000)
    for name in names[18:]:
        play.ask(name)
    return play


def dues() -> Play:
    """120 answers due, which are taken at the end."""
    play = Play()
    play.to_exchange()
    play.do(SetAnswers("at_end"))
    groups = tuple(party.id for party in play.setup.parties if party.kind == "group")
    for name in states(play)[:30]:
        play.speak(RequestTarget(RequestId(play.ask(name, Links(asks=groups)))), 90_000)
    for name in states(play)[30:]:
        play.ask(name)
    return play


def acts(play: Play) -> list[Known]:
    """What is known after each of some ordinary acts."""
    made = [play.known]

    def done(command: AnyCommand) -> None:
        play.wait(2_000)
        play.do(command)
        made.append(play.known)

    for turn in range(4):
        upcoming = next_up(play.state)
        assert upcoming is not None
        done(Call(upcoming.target))
        floor = play.floor.id
        for command in (
            Start(floor),
            Hold(floor, "technical"),
            Resume(floor),
            AdjustTime(floor, 30_000),
            ShowMessage(f"Aviso {turn}"),
            End(floor),
        ):
            done(command)
    return made


def watched(known: Known) -> Fanout:
    """A fan-out in which somebody is in every audience."""
    fanout = Fanout(known, Seal(b"secret"))
    fanout.send_by(cast("Any", Nobody()))
    audiences = ["public", "screens", "stage", "podium", "console"]
    audiences += [f"seat:{SeatId(one.id)}" for one in known.state.setup.seats]
    for audience in audiences:
        fanout.join(audience, audience, Held())
    return fanout


def fresh(known: Known) -> Known:
    """The same as if nobody had asked what follows from it."""
    return Known(replace(known.state), known.pictures)


def spent_ms(made: list[Known]) -> float:
    """Processor milliseconds to publish one act, the median."""
    fanout = watched(fresh(made[0]))
    taken = []
    for known in map(fresh, made[1:]):
        start = time.process_time()
        fanout.publish(known)
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


async def measure(repeat: int) -> None:
    """Print one line for each session."""
    for name, play in (("late", late()), ("dues", dues())):
        made = acts(play)
        best = min(spent_ms(made) for _ in range(repeat))
        sys.stdout.write(f"{name}: {len(play.state.statements)} statements, {best:.1f} ms for an act\n")


def main() -> None:
    """Measure both sessions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=5)
    asyncio.run(measure(parser.parse_args().repeat))


if __name__ == "__main__":
    main()
