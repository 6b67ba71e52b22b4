"""Whatever is sent by whomever, in whatever order: the core stays whole."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.dialogue import commands as cmd
from server.dialogue.actor import Actor
from server.dialogue.agenda import agenda
from server.dialogue.clocks import elapsed_ms, used_ms
from server.dialogue.decide import RULES, decide
from server.dialogue.dues import still_due
from server.dialogue.events import ActUndone, Event
from server.dialogue.evolve import FOLDS
from server.dialogue.pauses import paused_ms
from server.dialogue.refusals import Refused
from server.dialogue.seats import all_seats
from server.dialogue.setup import Setup
from server.dialogue.state import State
from server.dialogue.totals import totals
from server.wire.patch import apply, diff
from server.wire.project import project
from tests.support.anything import MAKERS, Pick, any_command
from tests.support.play import CHAIR, DEPUTY, OBSERVER, Play, seat, shipped_setup

ACTORS = (
    CHAIR,
    CHAIR,
    CHAIR,
    DEPUTY,
    OBSERVER,
    seat("BR"),
    seat("MX"),
    seat("youth-1"),
    seat("workers-2"),
    seat("HT"),
)
AUDIENCES = ("public", "screens", "stage", "podium", "console", "seat:BR", "seat:youth-1", "seat:chair")
CHANCE = st.randoms(use_true_random=True)
MOVES = ("open", "start_round", "start_exchange", "finish_exchange", "close", "reopen")


SEAT_CHANGES: dict[str, dict[str, Any]] = {
    "BR": {"consecutive": True},
    "youth-1": {"consecutive": True},
    "MX": {"time_factor": 1.5},
}


def unusual_setup() -> Setup:
    """The shipped one with interpreted seats and with every choice of the rules that opens a way of its own."""
    setup = shipped_setup()
    rules = msgspec.structs.replace(
        setup.rules,
        unheard="written",
        requests_per_seat=2,
        follow_ups=2,
        rights_of_reply=3,
        places_down=1,
        groups_raise_points=True,
    )
    seats = tuple(msgspec.structs.replace(s, **SEAT_CHANGES.get(s.id, {})) for s in setup.seats)
    return msgspec.structs.replace(setup, rules=rules, seats=seats)


SETUPS = (shipped_setup(), unusual_setup())


def presiding(play: Play) -> Actor:
    """The console that presides."""
    return Actor("console", play.state.console.removeprefix("console:"))


def act(play: Play, rng: random.Random) -> None:
    """What the chair would do next, an undo of anything, a seat that asks, or anything by anybody."""
    chance = rng.random()
    if chance < 0.35:
        suggestion = project(play.state).view("console").get("primary")
        if suggestion and (suggestion["act"] not in MOVES or rng.random() < 0.2):
            play.do(msgspec.convert(suggestion["command"], cmd.Command), presiding(play))
    elif chance < 0.45:
        done = [a.seq for a in play.state.acts if not a.overtaken_by]
        play.do(cmd.Undo(rng.choice(done) if done else 1), presiding(play))
    elif chance < 0.6:
        asking = MAKERS[cmd.Ask](Pick(play.state, rng))
        assert isinstance(asking, cmd.Ask)
        play.do(asking, seat(asking.seat))
    elif isinstance(command := any_command(play.state, rng), cmd.MoveStep) and rng.random() < 0.7:
        return
    else:
        play.do(command, presiding(play) if chance < 0.85 else rng.choice(ACTORS))


def step(play: Play, rng: random.Random) -> Event | None:
    """One attempt, after a while. None: refused, or nothing done."""
    play.wait(rng.choice((0, 1, 900, 20_000, 70_000)))
    seq = play.state.seq
    try:
        act(play, rng)
    except Refused:
        return None
    return play.entries[-1].events[0] if play.state.seq > seq else None


def random_session(rng: random.Random, steps: int) -> Play:
    """A session of `steps` attempts, begun before the opening, in the interventions, or in the exchange."""
    play = Play(rng.choice(SETUPS))
    rng.choice((lambda: None, play.to_interventions, play.to_exchange))()
    for _ in range(steps):
        step(play, rng)
    return play


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHANCE)
def test_replay_equals_the_live_state(rng: random.Random) -> None:
    """After hundreds of random acts by random actors, a fresh fold of the journal equals the live state."""
    play = random_session(rng, 300)
    if play.entries:
        play.assert_replayed()


@settings(max_examples=10, deadline=None)
@given(CHANCE)
def test_every_state_can_be_shown(rng: random.Random) -> None:
    """After every act each audience has its view, guests included, and what it names is in it (R21, R30)."""
    play = Play(rng.choice(SETUPS))
    rng.choice((lambda: None, play.to_interventions, play.to_exchange))()
    for _ in range(150):
        if step(play, rng) is None:
            continue
        projection = project(play.state)
        for audience in ("public", "screens", "stage", "podium", "console"):
            assert_whole(projection.view(audience))
        for one in all_seats(play.state):
            assert "me" in projection.view(f"seat:{one.id}")
        public = msgspec.json.encode(projection.view("public"))
        assert not any(word in public for word in (b"factor", b"consecutive", b"away"))
        assert (b'"point":' in public) is (play.state.point is not None)


def assert_whole(view: dict[str, Any]) -> None:
    """Whoever a view names is in it, and so is every issue that a statement replies to."""
    floor = [view["floor"]] if "floor" in view else []
    for row in (*view["next"], *view["statements"].values(), *floor, *view.get("agenda", {}).values()):
        assert row["seat"] in view["seats"]
        for relation in row["relations"]:
            assert relation["party"] in view["parties"]
            assert relation.get("issue") is None or relation["issue"] in view["issues"]
    for issue in view["issues"].values():
        assert (issue["seat"] in view["seats"], issue["party"] in view["parties"]) == (True, True)


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_what_the_console_offers_is_not_refused(rng: random.Random) -> None:
    """The context button, "end and call" and "undo" are never refused in the state that offers them (R5, R6)."""
    play = Play(rng.choice(SETUPS))
    for _ in range(150):
        if step(play, rng) is None:
            continue
        view = project(play.state).view("console")
        for button in (view.get("primary"), view.get("secondary")):
            if button is not None and button["act"] != "reopen":  # faces drop that one when its time is over
                offered(play, msgspec.convert(button["command"], cmd.Command))
        if "undo" in view:
            offered(play, cmd.Undo(view["undo"]["seq"]))


def offered(play: Play, command: cmd.Command) -> None:
    """It would be carried out."""
    assert decide(play.state, command, presiding(play), play.now_ms, {})


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_nothing_runs_while_the_session_stands(rng: random.Random) -> None:
    """R3, R24, R30: in a suspension, a point of order, or interpretation no clock runs, whatever was undone."""
    play = Play(rng.choice(SETUPS))
    for _ in range(250):
        step(play, rng)
        stands = play.state.suspension is not None or play.state.point is not None
        assert not (stands and play.state.floor and play.floor.status == "speaking")
        assert not (play.state.interpreting and play.state.floor and play.floor.status != "called")
        assert not (play.state.suspension and play.state.step.phase == "closed")
        assert len(set(play.state.away)) == len(play.state.away)
        assert not (play.state.floor and play.floor.seat in play.state.away)


@settings(max_examples=10, deadline=None)
@given(CHANCE)
def test_end_and_call_calls_whom_the_context_button_would(rng: random.Random) -> None:
    """R29, R5: the two ways to go on lead to the same speaker, answers that just became due included."""
    play = Play(rng.choice(SETUPS))
    play.to_exchange()
    for _ in range(150):
        if step(play, rng) is None:
            continue
        both = project(play.state).view("console").get("secondary")
        if both is None:
            continue
        end = msgspec.convert(both["command"], cmd.End)
        state, entries = play.state, list(play.entries)
        play.do(cmd.End(end.statement), presiding(play))
        if play.state.interpreting:
            play.do(cmd.FinishInterpretation(end.statement), presiding(play))
        if not any(p.status == "raised" for p in play.state.points.values()):
            command = msgspec.convert(project(play.state).view("console")["primary"]["command"], cmd.Command)
            assert isinstance(command, cmd.Call)
            assert command.target == end.then
        play.state, play.entries = state, entries


@settings(max_examples=10, deadline=None)
@given(CHANCE)
def test_no_answer_due_is_left_over(rng: random.Random) -> None:
    """R29: each answer that is due stands in the agenda, once, whoever said to be ready, left, or withdrew."""
    play = Play(rng.choice(SETUPS))
    play.to_exchange()
    for _ in range(200):
        if step(play, rng) is None or play.state.step.phase == "closed":
            continue
        rows = [due for item in agenda(play.state) for due in item.links.answers]
        now = play.floor.links.answers if play.state.floor else ()
        asked = play.floor.id if play.state.floor else None
        assert len(set(rows)) == len(rows)
        assert set(rows) - {d for d in rows if d.startswith(f"{asked}.")} == still_due(play.state) - set(now)


@settings(max_examples=10, deadline=None)
@given(CHANCE)
def test_patches_round_trip(rng: random.Random) -> None:
    """For every audience and act, the old view with the patch applied is the new view, and holds no null."""
    play = Play(rng.choice(SETUPS))
    old = {a: project(play.state).view(a) for a in AUDIENCES}
    for _ in range(120):
        if step(play, rng) is None:
            continue
        new = {a: project(play.state).view(a) for a in AUDIENCES}
        for audience in AUDIENCES:
            assert apply(old[audience], diff(old[audience], new[audience])) == new[audience]
            assert b"null" not in msgspec.json.encode(_without_texts(new[audience]))
        old = new


def _without_texts(view: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in view.items() if key != "message"}


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_no_two_statements_overlap(rng: random.Random) -> None:
    """One statement at a time (R19): no statement begins before the one before it has ended, back-dating included."""
    play = random_session(rng, 300)
    spoken = [
        s for s in play.state.statements.values() if s.started_at_ms is not None and s.status != "voided"
    ]
    spoken.sort(key=lambda s: s.started_at_ms or 0)
    for before, after in pairwise(spoken):
        assert before.ended_at_ms is not None
        assert before.ended_at_ms <= (after.started_at_ms or 0)


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_clocks_never_run_backwards(rng: random.Random) -> None:
    """Time spoken is never negative and never longer than the wall time since the start."""
    play = random_session(rng, 300)
    for statement in play.state.statements.values():
        spoken = elapsed_ms(statement, play.now_ms)
        since_start = play.now_ms - (statement.started_at_ms or play.now_ms)
        assert 0 <= spoken <= since_start


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_from_every_state_the_chair_can_close(rng: random.Random) -> None:
    """From every state reached, ending what runs and pressing the context button leads to the close."""
    play = random_session(rng, 200)
    chair = presiding(play)
    if play.state.suspension:
        play.do(cmd.ResumeSession(play.state.suspension.since_ms), chair)
    for _ in range(400):
        if play.state.step.phase == "closed":
            return
        play.wait(1_000)
        if play.state.point:
            play.do(cmd.RulePoint(play.state.point, "noted"), chair)
        elif play.state.floor and play.floor.status == "held":
            play.do(cmd.End(play.floor.id), chair)
        elif not press(play, chair):
            break
    raise AssertionError(play.state.step)


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_time_accounts_add_up(rng: random.Random) -> None:
    """From a statement's start to its end, what was spoken and what was held add up to the wall clock, to the ms."""
    play = random_session(rng, 300)
    spoken = [s for s in play.state.statements.values() if s.status == "ended"]
    for statement in spoken:
        assert statement.started_at_ms is not None
        assert statement.ended_at_ms is not None
        lasted_ms = statement.ended_at_ms - statement.started_at_ms
        assert used_ms(statement) + statement.held_ms == lasted_ms
        assert paused_ms(play.state, statement.started_at_ms, statement.ended_at_ms) <= statement.held_ms
        assert statement.held_ms >= 0
    total_ms = sum(t.used_ms for t in totals(play.state).values())
    assert total_ms == sum(used_ms(s) for s in spoken)


def press(play: Play, chair: Actor) -> bool:
    """Press the context button as this console."""
    view = project(play.state).view("console")
    if "primary" not in view:
        return False
    play.do(msgspec.convert(view["primary"]["command"], cmd.Command), chair)
    return True


def comparable(state: State) -> State:
    """What an undo has to restore: all but the bookkeeping of entries, and traces of what never counted."""
    counted = {k: s for k, s in state.statements.items() if s.status not in ("voided", "withdrawn")}
    issues = {k: i for k, i in state.issues.items() if not i.retracted}
    requests = {k: r for k, r in state.requests.items() if r.status != "withdrawn"}
    points = {k: p for k, p in state.points.items() if p.status != "withdrawn"}
    return msgspec.structs.replace(
        state,
        points=points,
        seq=0,
        at_ms=0,
        acts=(),
        pictures={},  # a freeze that is put back is of that moment
        statements=counted,
        issues=issues,
        requests=requests,
        away=tuple(sorted(state.away)),
        substitutes=tuple(sorted(state.substitutes)),
    )


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_undo_restores_what_was(rng: random.Random) -> None:
    """Undoing an act at once restores the state before it (R6); a start that is undone gives its call back too."""
    play = Play(rng.choice(SETUPS))
    for _ in range(200):
        before = play.state
        event = step(play, rng)
        if event is None or not play.state.acts or play.state.acts[-1].seq != play.state.seq:
            continue
        if play.state.step.phase == "closed":
            return
        starts = [e for e in play.entries[-1].events if type(e).__name__ == "Started"]
        state, entries = play.state, list(play.entries)
        play.do(cmd.Undo(play.state.seq), presiding(play))
        assert isinstance(play.entries[-1].events[0], ActUndone)
        if not starts:
            assert comparable(play.state) == comparable(before)
        else:
            assert play.state.floor is None
        play.state, play.entries = state, entries


def test_every_command_is_drawn() -> None:
    """The random sessions leave no command out."""
    assert set(MAKERS) == set(RULES)


def test_every_event_has_a_fold() -> None:
    """`evolve` is total: every kind of event changes the state by a fold of its own, but for the word "undone"."""
    kinds = set(Event.__args__)
    assert kinds - set(FOLDS) == {ActUndone}
