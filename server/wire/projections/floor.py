"""Who has the floor, who comes next, and what a statement is linked to."""

from msgspec import UNSET, UnsetType

from server.dialogue.derived.agenda import Item
from server.dialogue.derived.issues import merged
from server.dialogue.derived.lengths import colleague_of, on_floor
from server.dialogue.model.ids import DueId, IssueId, PartyId, SeatId, StatementId
from server.dialogue.model.state import State
from server.dialogue.model.values import Lane, Links, Statement
from server.wire import views
from server.wire.configuration import configuration
from server.wire.projections.absent import or_unset
from server.wire.projections.said import lane_word


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


def word(state: State, lane: Lane, links: tuple[views.Relation, ...], party: PartyId) -> views.LaneWord:
    """What a statement of that party with those links is called (R12)."""
    owner = configuration(state.setup).view.parties.get(party)
    return lane_word(lane, links, "guest" if owner is None else owner.kind)


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
    links = relations(state, statement.links)
    return views.FloorView(
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


def next_view(state: State, item: Item) -> views.NextView:
    """One of the next speakers."""
    links = relations(state, item.links)
    return views.NextView(
        lane=item.lane,
        word=word(state, item.lane, links, item.party),
        seat=item.seat,
        party=item.party,
        language=item.language,
        relations=links,
        on_behalf=item.request.on_behalf if item.request else (),
    )


def point_view(state: State) -> views.PointView | UnsetType:
    """The point of order that is recognised; those that wait are the console's alone (R30)."""
    if state.point is None:
        return UNSET
    point = state.points[state.point]
    clock = views.Clock(
        length_ms=point.length_ms, held_for_ms=0, started_at_ms=or_unset(point.recognised_at_ms)
    )
    return views.PointView(seat=point.seat, party=point.party, clock=clock)


def colleague(state: State) -> SeatId | UnsetType:
    """To whom the rest can be ceded, while a slot or an answer is spoken (R22, R29)."""
    statement = on_floor(state)
    if statement is None or statement.status == "called":
        return UNSET
    return or_unset(colleague_of(state, statement))
