"""Issues: raise, file, amend, withdraw (R26)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.ids import IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.seats import find_party, find_seat, seats_of
from server.dialogue.setup import Seat
from server.dialogue.state import State
from server.dialogue.values import Issue

MAX_ISSUES_PER_SEAT = 20


def raise_issue(ctx: Context, c: cmd.RaiseIssue) -> Events:
    """R26: at a statement of that seat, or filed beforehand."""
    seat = find_seat(ctx.state, c.seat)
    ctx.own(seat.id)
    party = find_party(ctx.state, seat.party)
    if party.kind == "chair" or (party.kind == "state" and c.statement is None):
        raise Refused("not_allowed", seat.id)
    check_theme(ctx.state, c.theme, c.addressees)
    if c.statement is not None:
        _check_raised_by(ctx, c.statement, seat)
    check_count(ctx.state, seat.id)
    issue = Issue(
        id=IssueId(f"i{len(ctx.state.issues) + 1}"),
        party=seat.party,
        seat=seat.id,
        number=number(ctx.state, seat, is_group=party.kind == "group"),
        theme=c.theme,
        title=c.title,
        language=c.language or seat.language,
        addressees=c.addressees,
        statement=c.statement,
        raised_at_ms=ctx.now_ms,
    )
    return (ev.IssueRaised(issue),)


def _check_raised_by(ctx: Context, named: StatementId, seat: Seat) -> None:
    statement = ctx.statement(named)
    if statement.seat != seat.id:
        raise Refused("not_yours", statement.id)
    if statement.status not in ("speaking", "held", "ended"):
        raise Refused("overtaken", statement.id)
    if not ctx.is_console and ctx.state.floor != statement.id:
        raise Refused("overtaken", statement.id)  # as with links (R27): afterwards the record is the chair's
    if statement.lane not in ("intervention", "statement"):
        raise Refused("bad_links", statement.id)


def number(state: State, seat: Seat, *, is_group: bool) -> str:
    """R26: "1.2" is the second issue of a group's first seat; a State's are numbered 1, 2, 3."""
    count = sum(1 for i in state.issues.values() if i.seat == seat.id) + 1
    if not is_group:
        return str(count)
    return f"{[s.id for s in seats_of(state, seat.party)].index(seat.id) + 1}.{count}"


def check_count(state: State, seat: SeatId) -> None:
    """Refused once a seat has raised as many as one may."""
    if sum(1 for i in state.issues.values() if i.seat == seat) >= MAX_ISSUES_PER_SEAT:
        raise Refused("limit_reached", seat)


def check_theme(state: State, theme: ThemeId, addressees: tuple[PartyId, ...]) -> None:
    """Refused if there is no such theme or addressee, or one is named twice."""
    if theme not in {t.id for t in state.setup.themes}:
        raise Refused("unknown", theme)
    if len(set(addressees)) != len(addressees):
        raise Refused("bad_links", "addressees")
    for party in addressees:
        find_party(state, party)


def amend_issue(ctx: Context, c: cmd.AmendIssue) -> Events:
    """R26: the title may come later; by the chair, or by the seat until it is raised."""
    issue = standing(ctx, c.issue)
    ctx.own(issue.seat)
    if issue.statement is not None and not ctx.is_console:
        raise Refused("overtaken", issue.id)
    check_theme(ctx.state, c.theme, c.addressees)
    return (ev.IssueAmended(issue.id, c.theme, c.title, c.language, c.addressees),)


def standing(ctx: Context, named: IssueId) -> Issue:
    """An issue that was not withdrawn."""
    issue = ctx.state.issues.get(named)
    if issue is None:
        raise Refused("unknown", named)
    if issue.retracted:
        raise Refused("overtaken", named)
    return issue


def withdraw_issue(ctx: Context, c: cmd.WithdrawIssue) -> Events:
    """R26: by the chair, or by its seat until it is raised."""
    issue = standing(ctx, c.issue)
    ctx.own(issue.seat)
    if issue.statement is not None and not ctx.is_console:
        raise Refused("overtaken", issue.id)
    return (ev.IssueRetracted(issue.id),)
