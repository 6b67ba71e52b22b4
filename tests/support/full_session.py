"""A dialogue in which everything happens that a record tells of, as long as is wanted, and drawn at random.

Groups raise issues, States reply and ask, groups answer; points of order, suspensions, holds, false starts and ends,
promises, a guest, a substitute, merged and withdrawn issues, somebody who is erased. What nobody else may learn happens
too: factors of time, requests that are withdrawn, points that are never recognised, signals.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import count
from typing import Any, Final

from msgspec.structs import replace

from server.dialogue.derived.dues import dues, heard
from server.dialogue.derived.issues import raised
from server.dialogue.model.ids import Actor, IssueId, PartyId, RequestId, SeatId, StatementId, ThemeId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.register import Prepared
from server.dialogue.model.state import (
    ActionWord,
    AnswerTarget,
    Links,
    RequestTarget,
    Ruling,
    SlotTarget,
    Step,
)
from server.dialogue.registry import AnyCommand
from server.dialogue.rooms.actions import (
    AmendAction,
    AnswerAction,
    MergeAction,
    ProposeAction,
    WithdrawAction,
)
from server.dialogue.rooms.answers import PromiseWritten
from server.dialogue.rooms.calls import Call, MarkNotHere
from server.dialogue.rooms.clock import Hold, Resume, StartEarlier
from server.dialogue.rooms.floor import End, FinishInterpretation, Sign, Start, Void
from server.dialogue.rooms.issues import MarkIssue, MergeIssue, RaiseIssue, WithdrawIssue
from server.dialogue.rooms.people import ErasePerson
from server.dialogue.rooms.points import RaisePoint, RecognisePoint, RulePoint, WithdrawPoint
from server.dialogue.rooms.requests import Ask, Withdraw
from server.dialogue.rooms.seats import AddGuest, Substitute
from server.dialogue.rooms.session import MoveStep, ResumeSession, Suspend
from server.dialogue.rooms.speakers import Tighten
from server.dialogue.rooms.undo import Undo, undoable
from tests.support.play import CHAIR, OPERATOR, Play, seat, shipped, with_people

PRIVATE: Final = "Zurückgezogen-Qx7"
"""A text of what nobody may learn: a request that was withdrawn, a point of order and what is written with one."""
TITLES: Final = ("Conectividad rural", "Empleo juvenil", "Consulta previa", "Salário digno", "")
GROUPS: Final = ("youth", "civil_society", "workers", "indigenous")


def with_factors() -> Prepared:
    """The shipped one; some of its people have more time than others."""
    return _with(
        {"BR": {"time_factor": 1.75}, "workers-1": {"time_factor": 2.25}, "MX": {"time_factor": 3.0}}
    )


def without_factors() -> Prepared:
    """The same, with as much time for everybody."""
    return _with({})


def _with(changes: dict[str, dict[str, Any]]) -> Prepared:
    prepared = with_people(shipped(), {**changes, "HT": {"consecutive": True}})
    rules = replace(prepared.setup.rules, unheard="written", groups_raise_points=True)
    return prepared._replace(setup=replace(prepared.setup, rules=rules))


class FullSession:
    """The dialogue and who plays it. Without `private`, all is the same but for what nobody else may learn."""

    def __init__(self, rng: random.Random, titles: Sequence[str] = TITLES, *, private: bool = True) -> None:
        self.play = Play(*(with_factors() if private else without_factors()))
        self._private = private
        self._rng = rng
        self._titles = titles

    def run(self, statements: int, *, close: bool = True) -> Play:
        """Play until so many statements were heard, in two rounds; then close."""
        play = self.play
        play.do(MoveStep(play.state.step, Step("opening")))
        play.wait(90_000)
        play.do(AddGuest("Secretario <General> & Ñ", "Organización", "es", 120_000))
        play.do(Call(RequestTarget(RequestId(list(play.state.requests)[-1]))))
        self._speaks(raises=0)
        self._interventions(1)
        self._exchange(statements // 2)
        self._interventions(2)
        self._exchange(statements)
        self._tried(Tighten(written=tuple(r.id for r in play.state.requests.values() if r.status == "open")))
        self._tried(ErasePerson(SeatId("workers-2")), OPERATOR)
        if close:
            play.do(MoveStep(play.state.step, Step("closing")))
            play.do(MoveStep(play.state.step, Step("closed")))
        return play

    def _tried(self, command: AnyCommand, actor: Actor = CHAIR) -> bool:
        """Do it, if that may be done now."""
        try:
            self.play.do(command, actor)
        except Refused:
            return False
        return True

    def _chance(self, share: float) -> bool:
        return self._rng.random() < share

    def _interventions(self, round_: int) -> None:
        play = self.play
        play.do(MoveStep(play.state.step, Step("interventions", round_)))
        for slot in play.state.lineup:
            for name in play.state.slots[slot].seats:
                if self._chance(0.85) and self._tried(Call(SlotTarget(slot, name))):
                    self._speaks(raises=self._rng.randrange(1, 3))

    def _exchange(self, statements: int) -> None:
        """Go on until so many were heard in all."""
        play = self.play
        play.do(MoveStep(play.state.step, Step("exchange", play.state.step.round)))
        states = [party.id for party in play.state.setup.parties if party.kind == "state"]
        for turn in count():
            if len(heard(play.state)) >= statements:
                break
            name = states[turn % len(states)] if self._chance(0.6) else self._rng.choice(states)
            self._state_speaks(name)
            self._answers()
            self._aside(name)

    def _state_speaks(self, name: str) -> None:
        play, rng = self.play, self._rng
        issues = [issue.id for issue in raised(play.state)]
        links = Links(
            replies_to=tuple(rng.sample(issues, min(len(issues), rng.randrange(3)))),
            asks=tuple(PartyId(group) for group in rng.sample(GROUPS, rng.randrange(2))),
        )
        behalf = (PartyId("PE"),) if name != "PE" and self._chance(0.05) else ()
        asked = Ask(SeatId(name), links=links, text=rng.choice(self._titles), on_behalf=behalf)
        self._tried(asked, seat(name))  # or it waits already, called in vain before
        waiting = [r for r in play.state.requests.values() if r.status == "open" and r.lane == "statement"]
        request = next((r.id for r in waiting if r.seat == name), None)
        if request is not None and self._tried(Call(RequestTarget(request))):
            self._speaks(raises=int(self._chance(0.1)))

    def _answers(self) -> None:
        for due in list(dues(self.play.state).values()):
            if due.status not in ("due", "ripe") or not self._chance(0.5):
                continue
            if self._chance(0.25):
                self._tried(PromiseWritten(due.id))
            elif self._tried(Call(AnswerTarget(due.id, SeatId(f"{due.group}-1")))):
                self._speaks(raises=0)

    def _speaks(self, raises: int) -> None:
        """Whoever was called speaks, with all that may come between."""
        play, rng = self.play, self._rng
        name = play.floor.id
        if self._chance(0.05) and self._tried(MarkNotHere(name)):
            return
        if self._private:
            self._tried(Sign(name, "ready"), seat(play.floor.seat))
        play.wait(rng.randrange(1_000, 20_000))
        play.do(Start(name))
        if self._chance(0.05):
            play.wait(4_000)
            play.do(Void(name))
            return
        play.wait(rng.randrange(500, 90_000))
        for _ in range(raises):
            self._raises(name)
        if raises and self._chance(0.06):
            play.do(Void(name))
            return
        if self._chance(0.1):
            self._tried(StartEarlier(name, 500))
        if self._chance(0.15):
            play.do(Hold(name, "interpretation"))
            play.wait(rng.randrange(1_000, 30_000))
            play.do(Resume(name))
            play.wait(rng.randrange(1_000, 30_000))
        play.do(End(name))
        if play.state.interpreting is not None:
            play.wait(3_000)
            play.do(FinishInterpretation(name))
        if self._chance(0.08) and undoable(play.state) and undoable(play.state)[-1].kind == "ended":
            play.wait(2_000)
            play.do(Undo(undoable(play.state)[-1].seq))
            play.wait(rng.randrange(1_000, 9_000))
            play.do(End(name))
            self._tried(FinishInterpretation(name))

    def _raises(self, statement: StatementId) -> None:
        play, rng = self.play, self._rng
        theme = ThemeId(rng.choice(play.state.setup.themes).id)
        to = tuple(PartyId(party) for party in rng.sample(["BR", "MX", "CA", "HT"], rng.randrange(3)))
        owner = play.state.statements[statement]
        if owner.party in to:
            to = ()
        title = rng.choice(self._titles)
        if not self._tried(RaiseIssue(owner.seat, theme, statement, title, owner.language, to)):
            return
        newest = IssueId(list(play.state.issues)[-1])
        others = [issue.id for issue in raised(play.state) if issue.id != newest]
        if others and self._chance(0.15):
            self._tried(MergeIssue(newest, rng.choice(others)))
        elif self._chance(0.1):
            self._tried(WithdrawIssue(newest))

    def _action(self, issues: list[IssueId]) -> None:
        """A joint action is proposed by the chair, or what became of one changes (R37)."""
        play, rng = self.play, self._rng
        if not play.state.actions or self._chance(0.4):
            named = [
                PartyId(party) for party in rng.sample(("BR", "MX", "youth", "workers"), rng.randrange(3))
            ]
            proposed = ProposeAction(
                rng.choice(self._titles),
                tuple(named),
                others="" if named else "Banco <de> Desarrollo & Cía.",
                by_when=rng.choice(("", "2013")),
                mandate=rng.choice(self._titles),
                issue=rng.choice(issues) if issues and self._chance(0.6) else None,
            )
            self._tried(proposed)
            return
        action = rng.choice(play.state.actions.values())
        if self._chance(0.1):
            self._tried(WithdrawAction(action.id))
        elif self._chance(0.1):
            self._tried(MergeAction(action.id, rng.choice(play.state.actions.values()).id))
        elif self._chance(0.1):
            words = rng.choice(self._titles)
            self._tried(AmendAction(action.id, action.version, words, "pt", action.parties, others="OEA"))
        for party in action.parties:
            word: ActionWord | None = rng.choice(("acknowledged", "acknowledged", "declined", None))
            text = rng.choice(self._titles) if word == "declined" else ""
            self._tried(AnswerAction(action.id, action.version, party, word, text))

    def _point(self, name: str) -> None:
        """A point of order: recognised and ruled on, withdrawn, or never recognised."""
        play, recognised, withdrawn = self.play, self._chance(0.6), self._chance(0.5)
        ruling: Ruling = self._rng.choice(("upheld", "dismissed", "noted"))
        play.wait(22_000)
        if not recognised and not self._private:
            return
        if not self._tried(RaisePoint(SeatId(name), PRIVATE), seat(name)):
            return
        point = list(play.state.points)[-1]
        if recognised and self._tried(RecognisePoint(point)):
            play.do(RulePoint(point, ruling, appealed=ruling == "noted"))
        elif withdrawn:
            self._tried(WithdrawPoint(point), seat(name))

    def _aside(self, name: str) -> None:
        """What happens beside the floor; some of it is nobody's business."""
        play, rng = self.play, self._rng
        play.wait(rng.randrange(1_000, 9_000))
        standing = [issue.id for issue in raised(play.state)]
        if standing and self._chance(0.2):
            self._tried(MarkIssue(rng.choice(standing), PartyId(rng.choice(("BR", "MX", "AR"))), "written"))
        if self._chance(0.25):
            self._action(standing)
        if self._chance(0.1):
            self._point(name)
        if self._chance(0.1) and self._private and self._tried(Ask(SeatId(name), text=PRIVATE), seat(name)):
            self._tried(Withdraw(RequestId(list(play.state.requests)[-1])), seat(name))
        if self._chance(0.05):
            play.do(Suspend("break"))
            play.wait(rng.randrange(30_000, 200_000))
            assert play.state.suspension is not None
            play.do(ResumeSession(play.state.suspension.since_ms))
        if self._chance(0.05):
            self._tried(Substitute(SeatId(name), substitute=True))
