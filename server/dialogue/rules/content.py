"""Content: issues, links, answers (R26-R29)."""

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.dues import dues
from server.dialogue.ids import IssueId, PartyId, StatementId, ThemeId
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.links import check_links
from server.dialogue.seats import find_party, find_seat, seats_of
from server.dialogue.setup import Seat
from server.dialogue.state import State
from server.dialogue.values import Issue

MAX_ISSUES_PER_SEAT = 20


def raise_issue(ctx: Context, c: cmd.RaiseIssue) -> Events:
    """R26: at a statement of that seat, or filed beforehand."""
    seat = find_seat(ctx.state, c.seat)
    ctx.own(seat.id)
    party = find_party(ctx.state.setup, seat.party)
    if party.kind == "chair" or (party.kind == "state" and c.statement is None):
        raise Refused("not_allowed", seat.id)
    _check_theme(ctx.state, c.theme, c.addressees)
    if c.statement is not None:
        _check_raised_by(ctx, c.statement, seat)
    if sum(1 for i in ctx.state.issues.values() if i.seat == seat.id) >= MAX_ISSUES_PER_SEAT:
        raise Refused("limit_reached", seat.id)
    issue = Issue(
        id=IssueId(f"i{len(ctx.state.issues) + 1}"),
        party=seat.party,
        seat=seat.id,
        number=_number(ctx.state, seat, is_group=party.kind == "group"),
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
    if statement.lane not in ("intervention", "statement"):
        raise Refused("bad_links", statement.id)


def _number(state: State, seat: Seat, *, is_group: bool) -> str:
    """R26: "1.2" is the second issue of a group's first seat; a State's are numbered 1, 2, 3."""
    count = sum(1 for i in state.issues.values() if i.seat == seat.id) + 1
    if not is_group:
        return str(count)
    return f"{[s.id for s in seats_of(state.setup, seat.party)].index(seat.id) + 1}.{count}"


def _check_theme(state: State, theme: ThemeId, addressees: tuple[PartyId, ...]) -> None:
    if theme not in {t.id for t in state.setup.themes}:
        raise Refused("unknown", theme)
    for party in addressees:
        find_party(state.setup, party)


def amend_issue(ctx: Context, c: cmd.AmendIssue) -> Events:
    """R26: the title may come later; by the chair, or by the seat until it is raised."""
    issue = ctx.state.issues.get(c.issue)
    if issue is None:
        raise Refused("unknown", c.issue)
    ctx.own(issue.seat)
    if issue.retracted or (issue.statement is not None and not ctx.is_console):
        raise Refused("overtaken", issue.id)
    _check_theme(ctx.state, c.theme, c.addressees)
    return (ev.IssueAmended(issue.id, c.theme, c.title, c.language, c.addressees),)


def link(ctx: Context, c: cmd.Link) -> Events:
    """R27: by the chair at any time after the call; by the speaker while at the floor."""
    statement = ctx.statement(c.statement)
    ctx.own(statement.seat)
    if statement.status in ("voided", "withdrawn"):
        raise Refused("overtaken", statement.id)
    if not ctx.is_console and ctx.state.floor != statement.id:
        raise Refused("overtaken", statement.id)
    check_links(ctx.state, find_party(ctx.state.setup, statement.party), statement.lane, c.links)
    return (ev.Linked(statement.id, c.links),)


def set_answers(ctx: Context, c: cmd.SetAnswers) -> Events:
    """R29."""
    if c.answers == ctx.state.answers:
        raise Refused("overtaken", c.answers)
    return (ev.AnswersSet(c.answers),)


def promise_written(ctx: Context, c: cmd.PromiseWritten) -> Events:
    """R28: a written reply is promised, so the answer is not due at the floor."""
    due = dues(ctx.state).get(c.due)
    if due is None:
        raise Refused("unknown", c.due)
    if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != due.group:
        raise Refused("not_yours", due.id)
    if due.status not in ("due", "ripe"):
        raise Refused("overtaken", due.id)
    return (ev.WrittenPromised(due.id),)
