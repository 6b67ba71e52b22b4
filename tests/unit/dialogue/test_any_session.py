"""Whatever is sent by whomever, in whatever order: the core stays whole."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.dialogue.decider import decide, refusal
from server.dialogue.derived.agenda import agenda
from server.dialogue.derived.clocks import elapsed_ms, paused_ms, used_ms
from server.dialogue.derived.dues import still_due
from server.dialogue.derived.order import totals
from server.dialogue.derived.seats import all_seats
from server.dialogue.model.ids import Actor
from server.dialogue.model.state import Event, State
from server.dialogue.registry import COMMANDS, EVENTS, AnyCommand
from server.dialogue.rooms.calls import Call
from server.dialogue.rooms.floor import End, FinishInterpretation
from server.dialogue.rooms.points import RulePoint
from server.dialogue.rooms.requests import beyond_limit
from server.dialogue.rooms.session import ResumeSession
from server.dialogue.rooms.undo import ActUndone, Undo
from server.wire.patch import apply, diff
from server.wire.project import project
from tests.support.play import Play
from tests.support.random_commands import MAKERS
from tests.support.random_session import PREPARED, presiding, random_session, step

AUDIENCES = ("public", "screens", "stage", "podium", "console", "seat:BR", "seat:youth-1", "seat:chair")
CHANCE = st.randoms(use_true_random=True)


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
    play = Play(*rng.choice(PREPARED))
    rng.choice((lambda: None, play.to_interventions, play.to_exchange))()
    for _ in range(150):
        if step(play, rng) is None:
            continue
        projection = project(*play.known)
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
    play = Play(*rng.choice(PREPARED))
    for _ in range(150):
        if step(play, rng) is None:
            continue
        view = project(*play.known).view("console")
        for button in (view.get("primary"), view.get("secondary")):
            if button is not None:
                offered_until(play, msgspec.convert(button["command"], AnyCommand), button.get("until_ms"))
        if "undo" in view:
            offered(play, Undo(view["undo"]["seq"]))


def offered(play: Play, command: AnyCommand) -> None:
    """It would be carried out."""
    assert decide(play.state, command, presiding(play), play.now_ms, {})


def offered_until(play: Play, command: AnyCommand, until_ms: int | None) -> None:
    """It would be carried out: up to its last instant where it has one, and not after that."""
    if until_ms is None:
        offered(play, command)
        return
    assert refusal(play.state, command, presiding(play), until_ms) is None
    assert refusal(play.state, command, presiding(play), until_ms + 1) == "not_now"


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_nothing_runs_while_the_session_stands(rng: random.Random) -> None:
    """R3, R24, R30: in a suspension, a point of order, or interpretation no clock runs, whatever was undone."""
    play = Play(*rng.choice(PREPARED))
    for _ in range(250):
        step(play, rng)
        stands = play.state.suspension is not None or play.state.point is not None
        assert not (stands and play.state.floor and play.floor.status == "speaking")
        assert not (play.state.interpreting and play.state.floor and play.floor.status != "called")
        assert not (play.state.suspension and play.state.step.phase == "closed")
        assert len(set(play.state.away)) == len(play.state.away)
        assert not (play.state.floor and play.floor.seat in play.state.away)
        assert beyond_limit(play.state) == ()


@settings(max_examples=10, deadline=None)
@given(CHANCE)
def test_end_and_call_calls_whom_the_context_button_would(rng: random.Random) -> None:
    """R29, R5: the two ways to go on lead to the same speaker, answers that just became due included."""
    play = Play(*rng.choice(PREPARED))
    play.to_exchange()
    for _ in range(150):
        if step(play, rng) is None:
            continue
        both = project(*play.known).view("console").get("secondary")
        if both is None:
            continue
        end = msgspec.convert(both["command"], End)
        here = play.bookmark()
        play.do(End(end.statement), presiding(play))
        if play.state.interpreting:
            play.do(FinishInterpretation(end.statement), presiding(play))
        if not any(p.status == "raised" for p in play.state.points.values()):
            command = msgspec.convert(project(*play.known).view("console")["primary"]["command"], AnyCommand)
            assert isinstance(command, Call)
            assert command.target == end.then
        play.back_to(here)


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_only_who_has_the_floor_spends_time(rng: random.Random) -> None:
    """R6, R22: nobody's time goes on while somebody else, or the chair, has the floor, whatever was undone or moved."""
    play = Play(*rng.choice(PREPARED))
    rng.choice((play.to_interventions, play.to_exchange))()
    off_floor: dict[str, int] = {}
    for _ in range(250):
        before, since_ms = play.state, play.now_ms
        step(play, rng)
        for statement in before.statements.values():
            if before.floor != statement.id:
                gap_ms = play.now_ms - since_ms
                off_floor[statement.id] = off_floor.get(statement.id, 0) + gap_ms
        if play.state.floor and play.floor.started_at_ms is not None:
            called_ago_ms = play.now_ms - play.floor.called_at_ms
            spent_ms = elapsed_ms(play.floor, play.now_ms)
            earlier_ms = max(0, play.floor.called_at_ms - play.floor.started_at_ms)
            assert spent_ms <= called_ago_ms + earlier_ms - off_floor.get(play.floor.id, 0)


@settings(max_examples=10, deadline=None)
@given(CHANCE)
def test_no_answer_due_is_left_over(rng: random.Random) -> None:
    """R29: each answer that is due stands in the agenda, once, whoever said to be ready, left, or withdrew."""
    play = Play(*rng.choice(PREPARED))
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
    play = Play(*rng.choice(PREPARED))
    old = {a: project(*play.known).view(a) for a in AUDIENCES}
    for _ in range(120):
        if step(play, rng) is None:
            continue
        new = {a: project(*play.known).view(a) for a in AUDIENCES}
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
        play.do(ResumeSession(play.state.suspension.since_ms), chair)
    for _ in range(400):
        if play.state.step.phase == "closed":
            return
        play.wait(1_000)
        if play.state.point:
            play.do(RulePoint(play.state.point, "noted"), chair)
        elif play.state.floor and play.floor.status == "held":
            play.do(End(play.floor.id), chair)
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
    view = project(*play.known).view("console")
    if "primary" not in view:
        return False
    play.do(msgspec.convert(view["primary"]["command"], AnyCommand), chair)
    return True


def comparable(state: State) -> State:
    """What an undo has to restore: all but the bookkeeping of entries, and traces of what never counted."""
    counted = {k: s for k, s in state.statements.items() if s.status not in ("voided", "withdrawn")}
    issues = {k: i for k, i in state.issues.items() if not i.retracted}
    actions = {
        k: msgspec.structs.replace(
            a, version=0
        )  # words that are back are other words than those between (R37)
        for k, a in state.actions.items()
        if not a.retracted
    }
    requests = {
        k: msgspec.structs.replace(r, version=0)  # a change that is undone is another change (R12)
        for k, r in state.requests.items()
        if r.status != "withdrawn"
    }
    points = {k: p for k, p in state.points.items() if p.status != "withdrawn"}
    return msgspec.structs.replace(
        state,
        points=points,
        seq=0,
        at_ms=0,
        acts=(),
        taken_back=(),
        guest_number=0,
        introduced={},  # what the register knows is no act: a guest who was a mistake is in it until erased
        people={},
        pins=tuple(p for p in state.pins if p.request in requests),
        statements=counted,
        issues=issues,
        actions=actions,
        requests=requests,
        away=tuple(sorted(state.away)),
        substitutes=tuple(sorted(state.substitutes)),
    )


@settings(max_examples=12, deadline=None)
@given(CHANCE)
def test_undo_restores_what_was(rng: random.Random) -> None:
    """Undoing an act at once restores the state before it (R6); a start that is undone gives its call back too."""
    play = Play(*rng.choice(PREPARED))
    for _ in range(200):
        before = play.state
        event = step(play, rng)
        if event is None or not play.state.acts or play.state.acts[-1].seq != play.state.seq:
            continue
        if play.state.step.phase == "closed":
            return
        starts = [e for e in play.entries[-1].events if type(e).__name__ == "Started"]
        here = play.bookmark()
        play.do(Undo(play.state.seq), presiding(play))
        assert isinstance(play.entries[-1].events[0], ActUndone)
        if not starts:
            assert comparable(play.state) == comparable(before)
        else:
            assert play.state.floor is None
        play.back_to(here)


def test_every_command_is_drawn() -> None:
    """The random sessions leave no command out."""
    assert set(MAKERS) == set(COMMANDS)


def test_every_event_has_a_fold() -> None:
    """`evolve` is total: every kind of event has a fold of its own."""
    assert [kind for kind in EVENTS if kind.fold is Event.fold] == []
