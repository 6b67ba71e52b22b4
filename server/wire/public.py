"""The public view: what everybody may see of the state."""

from typing import TypeVar

from msgspec import UNSET, UnsetType

from server.dialogue.agenda import callable_now
from server.dialogue.clocks import used_ms
from server.dialogue.dues import heard
from server.dialogue.ids import DueId, IssueId, PartyId, StatementId
from server.dialogue.issues import detached, merged, raised, replies
from server.dialogue.items import Item
from server.dialogue.lengths import on_floor
from server.dialogue.seats import all_parties, all_seats, presiding
from server.dialogue.setup import Seat, Setup
from server.dialogue.state import State
from server.dialogue.values import Links, Statement
from server.dialogue.window import hard_stop_ms
from server.wire import views

T = TypeVar("T")

STORY = 30
"""How many statements a view holds; older ones are fetched, so that its size does not grow."""


def or_unset(value: T | None) -> T | UnsetType:
    """Views hold no nulls: what is not there is absent."""
    return UNSET if value is None else value


def dialogue_view(setup: Setup) -> views.DialogueView:
    """What does not change during the dialogue."""
    return views.DialogueView(
        id=setup.id,
        title=setup.title,
        place=setup.place,
        timezone=setup.timezone,
        languages=setup.languages,
        rehearsal=setup.clock_rate is not None,
        rate=setup.clock_rate or 1.0,
        warn_first_ms=setup.rules.warn_first_ms,
        warn_last_ms=setup.rules.warn_last_ms,
    )


def session_view(state: State) -> views.SessionView:
    """Where we are."""
    suspension = state.suspension
    return views.SessionView(
        step=state.step,
        planned_start_ms=state.setup.planned_start_ms,
        planned_end_ms=state.planned_end_ms,
        hard_stop_ms=hard_stop_ms(state),
        heard=sum(1 for s in heard(state) if s.step == state.step),
        list_open=state.list_open,
        presiding=presiding(state),
        last_call_ends_ms=or_unset(state.last_call_ends_ms),
        opened_at_ms=or_unset(state.opened_at_ms),
        closed_at_ms=or_unset(state.closed_at_ms),
        suspension=UNSET
        if suspension is None
        else views.SuspensionView(
            reason=suspension.reason,
            since_ms=suspension.since_ms,
            resume_at_ms=or_unset(suspension.resume_at_ms),
        ),
    )


def relations(state: State, links: Links) -> tuple[views.Relation, ...]:
    """Links with the party each leads to, so that a face can name it without looking further.

    What was withdrawn or voided since is left out; issues that were merged are one (R24, R26).
    """
    found: list[views.Relation] = []
    for link in links.replies_to:
        if link in state.issues:
            issue = state.issues[merged(state, IssueId(link))]
            if not issue.retracted:
                found.append(views.Relation(kind="replies_to", party=issue.party, issue=issue.id))
            continue
        replied = state.statements[StatementId(link)]
        if replied.status != "voided":
            found.append(views.Relation(kind="replies_to", party=replied.party, statement=replied.id))
    found += [views.Relation(kind="asks", party=group) for group in links.asks]
    for due in links.answers:
        question = state.statements[asked_in(due)]
        found.append(views.Relation(kind="answers", party=question.party, statement=question.id, due=due))
    return tuple(dict.fromkeys(found))


def asked_in(due: DueId) -> StatementId:
    """The question of an answer due: "s7" of "s7.youth"."""
    return StatementId(due.split(".", 1)[0])


def clock(statement: Statement) -> views.Clock:
    """The speech clock, for a face to draw."""
    return views.Clock(
        length_ms=statement.allotted_ms,
        held_for_ms=statement.held_ms,
        started_at_ms=or_unset(statement.started_at_ms),
        held_at_ms=or_unset(statement.held_at_ms),
    )


def floor_view(state: State) -> views.FloorView | UnsetType:
    """Who has the floor; absent when the chair has it (R25)."""
    statement = on_floor(state)
    if statement is None:
        return UNSET
    status = statement.status
    assert status in ("called", "speaking", "held"), status  # noqa: S101 - anything else is a broken fold
    return views.FloorView(
        statement=statement.id,
        status=status,
        lane=statement.lane,
        seat=statement.seat,
        party=statement.party,
        language=statement.language,
        relations=relations(state, statement.links),
        clock=clock(statement),
        called_at_ms=statement.called_at_ms,
        text=statement.text,
        on_behalf=statement.on_behalf,
        hold_reason=or_unset(statement.hold_reason),
        signal=or_unset(statement.signal),
    )


def next_view(state: State, item: Item) -> views.NextView:
    """One of the next speakers."""
    return views.NextView(
        lane=item.lane,
        seat=item.seat,
        party=item.party,
        language=item.language,
        relations=relations(state, item.links),
        on_behalf=item.request.on_behalf if item.request else (),
    )


def story(state: State) -> dict[StatementId, views.StatementView]:
    """The last statements that were heard."""
    spoken = heard(state)
    raised_by: dict[StatementId, tuple[IssueId, ...]] = {}
    for issue in raised(state):
        if issue.statement is not None:
            raised_by[issue.statement] = (*raised_by.get(issue.statement, ()), issue.id)
    return {
        s.id: views.StatementView(
            order=n,
            lane=s.lane,
            seat=s.seat,
            party=s.party,
            round=s.step.round,
            language=s.language,
            relations=relations(state, s.links),
            issues=raised_by.get(s.id, ()),
            text=s.text,
            on_behalf=s.on_behalf,
            length_ms=s.allotted_ms,
            used_ms=used_ms(s),
            started_at_ms=s.started_at_ms or 0,
            ended_at_ms=s.ended_at_ms or 0,
        )
        for n, s in list(enumerate(spoken, start=1))[-STORY:]
    }


def issues_view(state: State) -> dict[IssueId, views.IssueView]:
    """Issues that were raised, and who replied."""
    replied = replies(state)
    return {
        issue.id: views.IssueView(
            party=issue.party,
            seat=issue.seat,
            number=issue.number,
            theme=issue.theme,
            title=issue.title,
            language=issue.language,
            addressees=issue.addressees,
            replies=replied[issue.id],
            replied_by=_parties(state, replied[issue.id]),
            facts=issue.facts,
            merged=tuple(i.id for i in state.issues.values() if merged(state, i.id) == issue.id != i.id),
            detached=detached(state, issue),
            statement=or_unset(issue.statement),
        )
        for issue in raised(state)
    }


def _parties(state: State, statements: tuple[StatementId, ...]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(state.statements[s].party for s in statements))


def seat_view(state: State, seat: Seat) -> views.SeatView:
    """A seat; nothing of its factor (R21)."""
    return views.SeatView(
        party=seat.party,
        name=seat.name,
        function=seat.function,
        language=seat.language,
        substitute=seat.id in state.substitutes,
    )


def point_view(state: State) -> views.PointView | UnsetType:
    """The point of order that is recognised; those that wait are the console's alone (R30)."""
    if state.point is None:
        return UNSET
    point = state.points[state.point]
    return views.PointView(seat=point.seat, party=point.party)


def public_view(state: State) -> views.PublicView:
    """What everybody sees."""
    setup = state.setup
    items = callable_now(state)
    here = [item for item in items if not item.away]
    shown = setup.rules.public_next or len(here)
    return views.PublicView(
        dialogue=dialogue_view(setup),
        themes={theme.id: theme.name for theme in setup.themes},
        parties={
            p.id: views.PartyView(kind=p.kind, name=p.name, mark=p.mark, code=p.code)
            for p in all_parties(state)
        },
        seats={s.id: seat_view(state, s) for s in all_seats(state)},
        session=session_view(state),
        next=tuple(next_view(state, item) for item in here[:shown]),
        waiting=len(items),
        statements=story(state),
        issues=issues_view(state),
        floor=floor_view(state),
        point=point_view(state),
        message=UNSET if state.message is None else state.message.text,
    )
