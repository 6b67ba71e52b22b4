"""What a seat sees on its phone: the public view, its own place and time, its requests and the answers due from it."""

from collections.abc import Iterator
from typing import Literal

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from server.dialogue.decider import refusal
from server.dialogue.derived.agenda import Item, agenda, callable_now, next_up
from server.dialogue.derived.dues import DueStatus, dues, ready_for, waiting
from server.dialogue.derived.forecast import forecast
from server.dialogue.derived.lengths import on_floor, request_ms, slot_remaining
from server.dialogue.derived.seats import find_party, seats_by_id
from server.dialogue.model.ids import (
    Actor,
    DueId,
    IssueId,
    PartyId,
    PointId,
    RequestId,
    SeatId,
    SlotId,
    StatementId,
    ThemeId,
)
from server.dialogue.model.refusals import Code
from server.dialogue.model.setup import Language, Party
from server.dialogue.model.state import Request, RequestLane, Signal, State, Statement, once_per_state
from server.dialogue.rooms.actions import ProposeAction
from server.dialogue.rooms.points import RaisePoint
from server.dialogue.rooms.requests import Ask, asked_already, asks_from_ms
from server.wire.views.base import View, or_unset
from server.wire.views.floor import LaneWord, Relation, colleague, relations, word
from server.wire.views.lists import slot_view
from server.wire.views.public import PublicView


class MyRequest(View, frozen=True, kw_only=True):
    """A seat's own request; its place in the list and when its turn may come (offsets as in AgendaRow)."""

    lane: RequestLane
    word: LaneWord
    relations: tuple[Relation, ...]
    language: Language
    text: str
    on_behalf: tuple[PartyId, ...]
    version: int
    """Which a change names (R12)."""
    rank: int
    length_ms: int
    eta_limits_ms: int
    eta_pace_ms: int
    was_ms: int | UnsetType = UNSET
    """The length before the chair shortened it (R35)."""
    offer: PartyId | UnsetType = UNSET
    """Who speaks on its behalf: it may withdraw (R17)."""


class MySlot(View, frozen=True, kw_only=True):
    """The slot of the seat's group in this round; `next`: this seat is who is called next in it."""

    slot: SlotId
    seats: tuple[SeatId, ...]
    heard: tuple[SeatId, ...]
    budget_ms: int
    used_ms: int
    rank: int
    eta_limits_ms: int
    eta_pace_ms: int


class MyDue(View, frozen=True, kw_only=True):
    """An answer due from the seat's group."""

    question: StatementId
    asker: PartyId
    status: DueStatus
    ready: SeatId | UnsetType = UNSET
    """Who of the group said it is ready to answer."""


class FiledIssue(View, frozen=True, kw_only=True):
    """An issue filed beforehand and not raised yet (R26); nobody else sees it."""

    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]


class InVain(View, frozen=True, kw_only=True):
    """Why the seat no longer has the place it was called from: nobody was there (R11, R20)."""

    statement: StatementId
    called_at_ms: int
    then: Literal["down", "after_colleague", "slot_last", "slot_lapsed", "away"]
    """What came of it."""


class Me(View, frozen=True, kw_only=True):
    """What only this seat sees."""

    seat: SeatId
    requests: dict[RequestId, MyRequest]
    dues: dict[DueId, MyDue]
    filed: dict[IssueId, FiledIssue]
    pace: float
    is_next: bool
    may_ask: bool
    """It may ask for the floor, from `session.asks_from_ms` on; if not, `why_not` says why, as a refusal code."""
    away: bool
    why_not: str | UnsetType = UNSET
    slot: MySlot | UnsetType = UNSET
    has_floor: StatementId | UnsetType = UNSET
    signal: Signal | UnsetType = UNSET
    """What it told the chair while it has the floor."""
    colleague: SeatId | UnsetType = UNSET
    """To whom the rest of the slot or answer can be ceded (R22, R29)."""
    point: PointId | UnsetType = UNSET
    """Its own point of order that waits."""
    asked_written: RequestId | UnsetType = UNSET
    """Its last request, where the chair asked for a written reply instead (R18, R35)."""
    may_raise_point: bool
    may_propose: bool
    """It may propose a joint action, at its statement that has the floor (R37)."""
    in_vain: InVain | UnsetType = UNSET
    """It was called last in vain, and what came of that still holds."""


class SeatAudienceView(PublicView, frozen=True, kw_only=True):
    """A seat's phone: the public view and its own part."""

    me: Me


def me(state: State, seat_id: SeatId) -> Me:
    """The private part of a seat's view; KeyError if there is no such seat."""
    seat = seats_by_id(state)[seat_id]
    party = find_party(state, seat.party)
    statement = on_floor(state)
    has_floor = statement is not None and statement.seat == seat_id
    upcoming = next_up(state)
    why_not = _why_not(state, seat_id, party)
    return Me(
        seat=seat_id,
        requests=my_requests(state).get(seat_id, {}),
        dues=_dues(state).get(party.id, {}),
        filed=_filed(state).get(seat_id, {}),
        pace=forecast(state).pace,
        is_next=upcoming is not None and upcoming.seat == seat_id,
        may_ask=why_not is None,
        away=seat_id in state.away,
        why_not=or_unset(why_not),
        slot=my_slot(state, party),
        has_floor=statement.id if statement and has_floor else UNSET,
        signal=or_unset(statement.signal) if statement and has_floor else UNSET,
        colleague=colleague(state) if has_floor else UNSET,
        point=_waiting_points(state).get(seat_id, UNSET),
        asked_written=_asked_written(state).get(seat_id, UNSET),
        may_raise_point=refusal(state, RaisePoint(seat_id), Actor("seat", seat_id)) is None,
        may_propose=statement is not None and has_floor and _may_propose(state, seat_id, statement.id),
        in_vain=_in_vain(state).get(seat_id, UNSET),
    )


def _may_propose(state: State, seat: SeatId, statement: StatementId) -> bool:
    command = ProposeAction("-", others="-", statement=statement)
    return refusal(state, command, Actor("seat", seat)) is None


@once_per_state
def _in_vain(state: State) -> dict[SeatId, InVain]:
    """R11, R20: who was called last in vain; not any more once it is called again, or what was called for is gone."""
    last = {statement.seat: statement for statement in state.statements.values()} if state.in_vain else {}
    found = {}
    for seat, statement in last.items():
        is_in_vain = statement.id in state.in_vain and statement.status == "withdrawn"
        then = _then(state, statement) if is_in_vain else None
        if then is not None:
            found[seat] = InVain(statement=statement.id, called_at_ms=statement.called_at_ms, then=then)
    return found


def _then(
    state: State, statement: Statement
) -> Literal["down", "after_colleague", "slot_last", "slot_lapsed", "away"] | None:
    slot = state.slots.get(statement.slot) if statement.slot is not None else None
    if slot is not None and slot.lapsed:
        return "slot_lapsed" if slot.id in state.lineup else None
    if statement.seat in state.away:
        return "away"
    if slot is not None:
        if slot.id not in state.lineup or statement.seat not in slot_remaining(state, slot):
            return None
        return "slot_last" if slot.deferred else "after_colleague"
    request = None if statement.request is None else state.requests.get(statement.request)
    moved = request is not None and request.status == "open" and request.lane == "statement"
    return "down" if moved else None


def _why_not(state: State, seat: SeatId, party: Party) -> Code | None:
    """The code with which asking for the floor would be refused; None if it would not be.

    A group answers in its own lane and follows up on replies (R14), so its plain request is never the question.
    """
    at_ms = max(state.at_ms, asks_from_ms(state) or 0)  # views do not tick: the hour (R13) travels beside it
    code = refusal(state, Ask(seat), Actor("seat", seat), at_ms)
    if code is not None and asked_already(state, seat, "statement"):
        return "already_asked"  # of several reasons the seat's own
    return None if code == "bad_links" and party.kind == "group" else code


@once_per_state
def _asked_written(state: State) -> dict[SeatId, RequestId]:
    """R35: who no longer waits is told why, until it asks again."""
    last = {r.seat: r for r in state.requests.values() if r.lane == "statement"}
    return {seat: request.id for seat, request in last.items() if request.status == "written"}


@once_per_state
def _waiting_points(state: State) -> dict[SeatId, PointId]:
    """R30: a seat has one point that waits."""
    return {point.seat: point.id for point in state.points.values() if point.status == "raised"}


@once_per_state
def _dues(state: State) -> dict[PartyId, dict[DueId, MyDue]]:
    """R29: the answers due and given of each group, with the first of it who said it will answer, and is here."""
    found: dict[PartyId, dict[DueId, MyDue]] = {}
    for due in dues(state).values():
        ready = ready_for(state, due.id)
        found.setdefault(due.group, {})[due.id] = MyDue(
            question=due.question,
            asker=due.asker,
            status=due.status,
            ready=UNSET if ready is None else ready.seat,
        )
    return found


@once_per_state
def _filed(state: State) -> dict[SeatId, dict[IssueId, FiledIssue]]:
    """R26: the issues of each seat that no statement has raised yet."""
    found: dict[SeatId, dict[IssueId, FiledIssue]] = {}
    for issue in state.issues.values():
        if issue.statement is None and not issue.retracted:
            found.setdefault(issue.seat, {})[issue.id] = FiledIssue(
                theme=issue.theme, title=issue.title, language=issue.language, addressees=issue.addressees
            )
    return found


@once_per_state
def my_requests(state: State) -> dict[SeatId, dict[RequestId, MyRequest]]:
    """Open requests of each seat with their rank, 1 = next: before the exchange as they will be heard in it."""
    told = forecast(state)
    found: dict[SeatId, dict[RequestId, MyRequest]] = {}
    for rank, item in enumerate(_in_order(state), start=1):
        eta = told.plain_etas[item.key]
        for request in _rests_on(state, item):
            mine = found.setdefault(request.seat, {})
            if request.id not in mine:
                links = relations(state, request.links)
                mine[request.id] = MyRequest(
                    lane=request.lane,
                    word=word(state, request.lane, links, request.party),
                    relations=links,
                    language=request.language,
                    text=request.text,
                    on_behalf=request.on_behalf,
                    version=request.version,
                    rank=rank,
                    length_ms=_length_ms(state, item, request),
                    eta_limits_ms=eta.limits_ms,
                    eta_pace_ms=eta.pace_ms,
                    was_ms=_was_ms(state, request),
                    offer=_offers(state).get(request.party, UNSET),
                )
    return found


def _in_order(state: State) -> tuple[Item, ...]:
    """Who is called before whom: during interventions the list is ranked on its own, as it will be heard later."""
    if state.step.phase in ("exchange", "closing"):
        return callable_now(state)
    return tuple(item for item in agenda(state) if item.request is not None)


def _rests_on(state: State, item: Item) -> Iterator[Request]:
    """The requests whose turn a row is; a colleague's readiness for the same answer rests on it too (R29)."""
    if item.lane != "answer":
        if item.request is not None:
            yield item.request
        return
    for request in waiting(state, "answer"):
        if not set(item.links.answers).isdisjoint(request.links.answers):
            yield request


def _length_ms(state: State, item: Item, request: Request) -> int:
    return item.length_ms if item.seat == request.seat else request_ms(state, request)


def _was_ms(state: State, request: Request) -> int | UnsetType:
    """R35: old and new, where the chair shortened it."""
    if request.lane != "statement":
        return UNSET
    length_ms = request_ms(state, request)
    was = request_ms(replace(state, shortened_ms=None), request)
    return UNSET if was == length_ms else was


@once_per_state
def _offers(state: State) -> dict[PartyId, PartyId]:
    """R17: for each party the first who speaks, or spoke in this step, on its behalf."""
    spoken = (
        (s.party, s.on_behalf)
        for s in state.statements.values()
        if s.step == state.step and (s.status == "ended" or state.floor == s.id)
    )
    asked = ((r.party, r.on_behalf) for r in state.requests.values() if r.status == "open")
    found: dict[PartyId, PartyId] = {}
    for party, others in (*spoken, *asked):
        for other in others:
            found.setdefault(other, party)
    return found


def my_slot(state: State, party: Party) -> MySlot | UnsetType:
    """The slot of the seat's group in this round."""
    if state.step.phase != "interventions" or party.kind != "group":
        return UNSET
    slot = next((state.slots[s] for s in state.lineup if state.slots[s].party == party.id), None)
    if slot is None:
        return UNSET
    view = slot_view(state, slot)
    keys = [item.key for item in callable_now(state)]
    mine = [key for key in keys if key.startswith(f"{slot.id}.")]
    eta = forecast(state).plain_etas[mine[0]] if mine else None
    return MySlot(
        slot=slot.id,
        seats=view.seats,
        heard=view.heard,
        budget_ms=view.budget_ms,
        used_ms=view.used_ms,
        rank=keys.index(mine[0]) + 1 if mine else 0,
        eta_limits_ms=eta.limits_ms if eta else 0,
        eta_pace_ms=eta.pace_ms if eta else 0,
    )
