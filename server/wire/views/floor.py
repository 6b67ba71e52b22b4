"""Where the session stands: who has the floor, who comes next, what a statement is linked to, and the speech clock."""

from typing import Final, Literal

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import Item
from server.dialogue.derived.clocks import hard_stop_ms
from server.dialogue.derived.dues import heard
from server.dialogue.derived.issues import merged
from server.dialogue.derived.lengths import colleague_of, on_floor
from server.dialogue.derived.seats import presiding
from server.dialogue.model.ids import DueId, IssueId, PartyId, SeatId, StatementId
from server.dialogue.model.setup import Language, PartyKind
from server.dialogue.model.state import HeldBecause, Lane, Links, State, Statement, Step, SuspendReason
from server.dialogue.rooms.requests import asks_from_ms
from server.wire.views.base import View, or_unset
from server.wire.views.configuration import configuration

LaneWord = Literal[
    "remarks",
    "intervention",
    "statement",
    "reply",
    "question",
    "reply_and_question",
    "follow_up",
    "answer",
    "right_of_reply",
]
"""What a statement is called: procedure knows its lane, people what its links make of it (R12); `lane-…`."""


BOTH: Final = {"replies_to", "asks"}


class SuspensionView(View, frozen=True, kw_only=True):
    """Why the session pauses, and until when (R3)."""

    reason: SuspendReason
    since_ms: int
    resume_at_ms: int | UnsetType = UNSET
    anew: Literal[True] | UnsetType = UNSET
    """Another time was announced before, or that it was not known yet."""


class SessionView(View, frozen=True, kw_only=True):
    """Where we are, and the session clock. `heard`: statements heard in this step."""

    step: Step
    planned_start_ms: int
    planned_end_ms: int
    hard_stop_ms: int
    heard: int
    list_open: bool
    presiding: SeatId
    """The seat of the console that presides (R4, R8)."""
    asks_from_ms: int | UnsetType = UNSET
    """R13: before the opening, from that instant on States may ask for the floor."""
    last_call_ends_ms: int | UnsetType = UNSET
    """R18: from that instant on the list is closed."""
    opened_at_ms: int | UnsetType = UNSET
    closed_at_ms: int | UnsetType = UNSET
    suspension: SuspensionView | UnsetType = UNSET


class Clock(View, frozen=True, kw_only=True):
    """A speech clock: left = length - ((ended or held or now) - started - held_for). Not started: all is left."""

    length_ms: int
    held_for_ms: int
    started_at_ms: int | UnsetType = UNSET
    held_at_ms: int | UnsetType = UNSET


class Relation(View, frozen=True, kw_only=True):
    """One link of a statement: it replies to an issue or statement, asks a group, or answers a question.

    `party` is whose issue or statement it is, or who is asked, or who had asked.
    """

    kind: Literal["replies_to", "asks", "answers"]
    party: PartyId
    issue: IssueId | UnsetType = UNSET
    statement: StatementId | UnsetType = UNSET
    due: DueId | UnsetType = UNSET


class FloorView(View, frozen=True, kw_only=True):
    """Who has the floor. Called: the clock has not started (R19)."""

    statement: StatementId
    status: Literal["called", "speaking", "held"]
    lane: Lane
    word: LaneWord
    seat: SeatId
    party: PartyId
    language: Language
    relations: tuple[Relation, ...]
    clock: Clock
    called_at_ms: int
    text: str
    on_behalf: tuple[PartyId, ...]
    """Others for whom it speaks (R17)."""
    hold_reason: HeldBecause | UnsetType = UNSET


class NextView(View, frozen=True, kw_only=True):
    """One of the next speakers (R36)."""

    lane: Lane
    word: LaneWord
    seat: SeatId
    party: PartyId
    language: Language
    relations: tuple[Relation, ...]
    on_behalf: tuple[PartyId, ...]


class PointView(View, frozen=True, kw_only=True):
    """The point of order that is being decided (R30); its clock runs from its recognition."""

    seat: SeatId
    party: PartyId
    clock: Clock


def session_view(state: State) -> SessionView:
    """Where we are."""
    suspension = state.suspension
    return SessionView(
        step=state.step,
        planned_start_ms=state.setup.planned_start_ms,
        planned_end_ms=state.planned_end_ms,
        hard_stop_ms=hard_stop_ms(state),
        heard=sum(1 for s in heard(state) if s.step == state.step),
        list_open=state.list_open,
        presiding=presiding(state),
        asks_from_ms=or_unset(asks_from_ms(state)),
        last_call_ends_ms=or_unset(state.last_call_ends_ms),
        opened_at_ms=or_unset(state.opened_at_ms),
        closed_at_ms=or_unset(state.closed_at_ms),
        suspension=UNSET
        if suspension is None
        else SuspensionView(
            reason=suspension.reason,
            since_ms=suspension.since_ms,
            resume_at_ms=or_unset(suspension.resume_at_ms),
            anew=True if suspension.since_ms in state.resumptions else UNSET,
        ),
    )


def floor_view(state: State) -> FloorView | UnsetType:
    """Who has the floor; absent when the chair has it (R25)."""
    statement = on_floor(state)
    if statement is None:
        return UNSET
    status = statement.status
    assert status in ("called", "speaking", "held"), status  # noqa: S101 - anything else is a broken fold
    links = relations(state, statement.links)
    return FloorView(
        statement=statement.id,
        status=status,
        lane=statement.lane,
        word=word(state, statement.lane, links, statement.party),
        seat=statement.seat,
        party=statement.party,
        language=statement.language,
        relations=links,
        clock=clock(statement),
        called_at_ms=statement.called_at_ms,
        text=statement.text,
        on_behalf=statement.on_behalf,
        hold_reason=or_unset(statement.hold_reason),
    )


def next_view(state: State, item: Item) -> NextView:
    """One of the next speakers."""
    links = relations(state, item.links)
    return NextView(
        lane=item.lane,
        word=word(state, item.lane, links, item.party),
        seat=item.seat,
        party=item.party,
        language=item.language,
        relations=links,
        on_behalf=item.request.on_behalf if item.request else (),
    )


def point_view(state: State) -> PointView | UnsetType:
    """The point of order that is recognised; those that wait are the console's alone (R30)."""
    if state.point is None:
        return UNSET
    point = state.points[state.point]
    clock = Clock(length_ms=point.length_ms, held_for_ms=0, started_at_ms=or_unset(point.recognised_at_ms))
    return PointView(seat=point.seat, party=point.party, clock=clock)


def clock(statement: Statement) -> Clock:
    """The speech clock, for a face to draw."""
    return Clock(
        length_ms=statement.allotted_ms,
        held_for_ms=statement.held_ms,
        started_at_ms=or_unset(statement.started_at_ms),
        held_at_ms=or_unset(statement.held_at_ms),
    )


def colleague(state: State) -> SeatId | UnsetType:
    """To whom the rest can be ceded, while a slot or an answer is spoken (R22, R29)."""
    statement = on_floor(state)
    if statement is None or statement.status == "called":
        return UNSET
    return or_unset(colleague_of(state, statement))


def relations(state: State, links: Links) -> tuple[Relation, ...]:
    """Links with the party each leads to, so that a face can name it without looking further.

    What was withdrawn or voided since is left out; issues that were merged are one (R24, R26).
    """
    found: list[Relation] = []
    for link in links.replies_to:
        if link in state.issues:
            issue = state.issues[merged(state, IssueId(link))]
            if not issue.retracted:
                found.append(Relation(kind="replies_to", party=issue.party, issue=issue.id))
            continue
        replied = state.statements[StatementId(link)]
        if replied.status != "voided":
            found.append(Relation(kind="replies_to", party=replied.party, statement=replied.id))
    found += [Relation(kind="asks", party=group) for group in links.asks]
    for due in links.answers:
        question = state.statements[asked_in(due)]
        found.append(Relation(kind="answers", party=question.party, statement=question.id, due=due))
    return tuple(dict.fromkeys(found))


def word(state: State, lane: Lane, links: tuple[Relation, ...], party: PartyId) -> LaneWord:
    """What a statement of that party with those links is called (R12)."""
    owner = configuration(state).view.parties.get(party)
    return lane_word(lane, links, "guest" if owner is None else owner.kind)


def lane_word(lane: Lane, relations: tuple[Relation, ...], kind: PartyKind) -> LaneWord:
    """Return what a statement is called. `kind`: whose it is; a group's in the exchange is a follow-up (R14)."""
    if lane != "statement":
        return lane
    if kind == "group":
        return "follow_up"
    kinds = BOTH & {relation.kind for relation in relations}
    if kinds == BOTH:
        return "reply_and_question"
    if kinds:
        return "reply" if "replies_to" in kinds else "question"
    return "statement"


def asked_in(due: DueId) -> StatementId:
    """The question of an answer due: "s7" of "s7.youth"."""
    return StatementId(due.split(".", 1)[0])
