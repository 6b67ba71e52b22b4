"""A rehearsal: the whole dialogue through real sockets, told truly at its end."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from server.config import load as load_config
from server.dialogue.decider import initial
from server.dialogue.model.ids import Actor
from server.dialogue.rooms.chair import ChairTaken
from server.dialogue.rooms.issues import IssueMerged
from server.dialogue.rooms.lineup import SlotMissed
from server.dialogue.rooms.points import PointRecognised, PointRuled, PointWithdrawn
from server.dialogue.rooms.seats import Returned, SubstituteSet
from server.dialogue.rooms.session import Rehearse, SessionResumed
from server.dialogue.rooms.speakers import LastCallMade
from server.rehearsal import final_check, play
from server.rehearsal.client import Client
from server.rehearsal.errors import RehearsalError
from server.rehearsal.incident_plan import with_incidents
from server.rehearsal.narrator import Narrator
from server.rehearsal.participants import Participant
from server.rehearsal.plan import Plan
from server.rehearsal.plan_generator import draw
from server.rehearsal.report import Report, worst_lag_ms
from server.rehearsal.target_server import TargetServer, target_server
from server.rehearsal.time_management import MOST_ROUNDS
from server.wire.messages import Accepted
from server.wire.project import project
from server.wire.views.public import PublicView

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "config.toml"


def time_permits(folder: Path) -> Path:
    """The shipped configuration with five States and hours of time, however slow the machine is."""
    lines = CONFIG.read_text(encoding="utf-8").splitlines()
    states = [line for line in lines if line.startswith("  { code = ")]
    text = "\n".join(line for line in lines if line not in states[5:])
    file = folder / "few.toml"
    file.write_text(text.replace('"13:00"', '"20:00"').replace('"13:10"', '"20:10"'), encoding="utf-8")
    return file


async def played(config: Path, seed: int, data: Path, url: str | None = None) -> tuple[Report, list[str]]:
    """Play a whole dialogue and return its report, and what was said meanwhile."""
    said: list[str] = []
    options = play.Options(speed=900, seed=seed, observers=6, config=config, data=data, url=url)
    return await play.rehearse(options, Narrator(said.append, each_statement=True), said.append), said


def sample_view() -> PublicView:
    """What everybody sees before the opening, with the shipped configuration."""
    return msgspec.convert(project(initial(*load_config(CONFIG).prepared), {}).view("public"), PublicView)


def sample_plan(seed: int) -> Plan:
    """The plan for the shipped configuration."""
    return draw(seed, sample_view())


@pytest.mark.timeout(300)
async def test_the_whole_dialogue_from_the_command_line() -> None:
    """One command, its own server: 34 States, eight representatives, one line of JSON, nothing lost on the way."""
    options = ("--speed", "900", "--seed", "7", "--observers", "10")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server", "rehearse", *options),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    printed, progress = await process.communicate()
    assert process.returncode == 0, progress.decode()
    told: dict[str, Any] = msgspec.json.decode(printed)
    assert set(told) == set(Report.__struct_fields__)
    assert told["statements"]["intervention"] >= 8
    assert {"reply", "question", "answer"} <= set(told["statements"])
    assert told["requests"].get("open", 0) == 0
    assert told["issues"]["raised"] == told["issues"]["replied"] + told["issues"]["no_reply"] > 0
    assert told["clients"] == 2 + 34 + 8 + 4 + 10
    assert told["changes"] > told["clients"] * 30
    assert (told["gaps"], told["views_equal"]) == (0, True)
    assert re.search(r"Exchange, round 1 · \d+ waiting · ends about \d\d:\d\d:\d\d", progress.decode())


@pytest.mark.timeout(300)
async def test_another_round_where_time_permits_and_never_on_a_journal_that_is_not_empty(
    tmp_path: Path,
) -> None:
    """Where hours are left, there are rounds as long as the chair likes; a journal with entries is left alone."""
    config = time_permits(tmp_path)
    data = tmp_path / "data"
    async with target_server(config, data, None) as running:
        report, said = await played(config, 3, data, running.url)
        assert report.rounds == MOST_ROUNDS
        assert report.statements["intervention"] == 8 * MOST_ROUNDS
        assert (report.gaps, report.views_equal) == (0, True)
        assert sum(" · intervention " in line for line in said) == report.statements["intervention"]
        entries = await final_check.read_journal(running.url, running.token(Actor("console", "chair")))
        state = final_check.fold(entries).state
        assert state.setup.clock_rate == 900
        with pytest.raises(RehearsalError, match="its journal is not empty"):
            await played(config, 3, data, running.url)


@pytest.mark.timeout(300)
async def test_every_incident_happens_once_at_least(tmp_path: Path) -> None:
    """… by acts of those whose part it is, through their sockets; the report tells what the journal holds."""
    said: list[str] = []
    async with target_server(CONFIG, tmp_path, None) as here:
        options = play.Options(600, 7, 4, CONFIG, tmp_path, here.url, incidents=True)
        report = await play.rehearse(options, Narrator(said.append, each_statement=False), said.append)
        entries = await final_check.read_journal(here.url, here.token(Actor("console", "chair")))
    assert (report.gaps, report.views_equal) == (0, True)
    assert not [kind for kind, times in msgspec.to_builtins(report.incidents).items() if times < 1]
    assert (report.incidents.absences, report.incidents.suspensions, report.incidents.guests) == (2, 1, 1)
    events = [(entry.actor, event) for entry in entries for event in entry.events]
    kinds = {type(event) for _, event in events}
    assert {PointRuled, PointWithdrawn, SessionResumed, Returned, SubstituteSet} <= kinds
    assert {LastCallMade, SlotMissed, IssueMerged} <= kinds
    recognised = [event for _, event in events if isinstance(event, PointRecognised)]
    assert any(event.held_at_ms is not None for event in recognised)  # during a reply, whose clock froze
    chairs = [event.console for _, event in events if isinstance(event, ChairTaken)]
    assert chairs == ["console:deputy", "console:chair"]
    consented = [actor for actor, event in events if isinstance(event, ChairTaken)]
    assert consented == ["console:chair", "console:deputy"]


async def test_a_view_that_is_not_the_journals_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report's `views_equal` can be false."""
    monkeypatch.setattr(final_check, "SETTLE_S", 0.05)
    async with target_server(CONFIG, tmp_path, None) as here:
        members = await _two_at_a_rehearsal(here)
        state = final_check.fold(
            await final_check.read_journal(here.url, here.token(Actor("console", "chair")))
        )
        assert await final_check.differing(state, members) == []
        members[1].client.view = members[1].client.view | {"waiting": 99}
        assert await final_check.differing(state, members) == ["observer"]
        await _leave(members)


async def test_a_lost_change_is_counted_and_made_good(tmp_path: Path) -> None:
    """A change that does not follow the view held is a gap; the client asks for the whole and is right again."""
    async with target_server(CONFIG, tmp_path, None) as here:
        members = await _two_at_a_rehearsal(here)
        observer = members[1].client
        observer.seq -= 1  # as if the last change had never come
        observer.hear("change", {"prev": observer.seq + 1, "seq": observer.seq + 2, "patch": {"waiting": 99}})
        while observer.seq < 1:
            await observer.told()
        assert observer.gaps == 1
        state = final_check.fold(
            await final_check.read_journal(here.url, here.token(Actor("console", "chair")))
        )
        assert await final_check.differing(state, members) == []
        await _leave(members)


def test_the_same_seed_gives_the_same_plan() -> None:
    """… and another seed another one, with a part for everybody."""
    assert sample_plan(7) == sample_plan(7)
    assert sample_plan(7) != sample_plan(8)
    assert (len(sample_plan(7).delegations), len(sample_plan(7).representatives)) == (34, 8)


def test_the_same_seed_gives_the_same_incidents() -> None:
    """… to people who have no other part in an incident; and too few cannot play them."""
    view = sample_view()
    one, same, other = (with_incidents(seed, sample_plan(seed), view) for seed in (7, 7, 8))
    assert one == same
    assert one.incidents is not None
    assert one.incidents != other.incidents
    plan = sample_plan(7)
    few = dict(list(plan.delegations.items())[:6])
    with pytest.raises(RehearsalError, match="incidents take 8 delegations"):
        with_incidents(7, msgspec.structs.replace(plan, delegations=few), view)


def test_the_lag_runs_from_the_answer_to_the_last_client() -> None:
    """Of each command, and the longest of them all; a change that came before its answer has none."""
    chair, hall = Client("", "chair"), Client("", "hall")
    assert worst_lag_ms([chair, hall]) == 0
    chair.acked = {1: 100.0, 2: 200.0}
    chair.received = {1: 99.0, 2: 201.0, 3: 900.0}
    hall.received = {1: 107.5, 2: 203.0}
    assert worst_lag_ms([chair, hall]) == 7.5


async def _two_at_a_rehearsal(here: TargetServer) -> list[Participant]:
    """The chair, who marked the journal, and an observer, both up to date."""
    chair = Client(here.url, "chair", here.token(Actor("console", "chair")))
    observer = Client(here.url, "observer")
    await chair.connect()
    await observer.connect()
    answer = await chair.do(Rehearse(rate=10))
    assert isinstance(answer, Accepted)
    await chair.reached(answer)
    while observer.seq < 1:
        await observer.told()
    return [Participant(chair, "console"), Participant(observer, "public")]


async def _leave(members: list[Participant]) -> None:
    await asyncio.gather(*(member.client.close() for member in members))
