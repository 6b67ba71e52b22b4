"""What becomes of issues that were raised: merge, split, mark (R26, R28)."""

from msgspec.structs import replace

from server.dialogue import commands as cmd
from server.dialogue import events as ev
from server.dialogue.ids import IssueId
from server.dialogue.refusals import Refused
from server.dialogue.rules.context import Context, Events
from server.dialogue.rules.issues import check_count, check_theme, number, standing
from server.dialogue.seats import find_party, find_seat, party_of


def merge_issue(ctx: Context, c: cmd.MergeIssue) -> Events:
    """R26: replies to either count for the one it is merged into; chains are not made."""
    issue = standing(ctx, c.issue)
    if c.into == issue.merged_into:
        raise Refused("overtaken", issue.id)
    if c.into is not None:
        into = standing(ctx, c.into)
        chained = any(i.merged_into == issue.id for i in ctx.state.issues.values())
        raised = issue.statement is not None and into.statement is not None
        if into.id == issue.id or into.merged_into is not None or chained or not raised:
            raise Refused("bad_links", into.id)
    return (ev.IssueMerged(issue.id, c.into),)


def split_issue(ctx: Context, c: cmd.SplitIssue) -> Events:
    """R26: the second issue has the same statement, seat and addressees, and a number of its own."""
    issue = standing(ctx, c.issue)
    if issue.statement is None:
        raise Refused("not_now", issue.id)
    check_theme(ctx.state, c.theme, ())
    check_count(ctx.state, issue.seat)
    is_group = party_of(ctx.state, issue.seat).kind == "group"
    second = replace(
        issue,
        id=IssueId(f"i{len(ctx.state.issues) + 1}"),
        number=number(ctx.state, find_seat(ctx.state, issue.seat), is_group=is_group),
        theme=c.theme,
        title=c.title,
        raised_at_ms=ctx.now_ms,
        merged_into=None,
        facts={},
    )
    return (ev.IssueRaised(second),)


def mark_issue(ctx: Context, c: cmd.MarkIssue) -> Events:
    """R28: a State promised a written reply or acknowledged an action; the seat says so itself, or the chair."""
    issue = standing(ctx, c.issue)
    if find_party(ctx.state, c.party).kind != "state" or issue.statement is None:
        raise Refused("bad_links", c.party)
    if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != c.party:
        raise Refused("not_yours", c.party)
    if issue.facts.get(c.party) == c.fact:
        raise Refused("overtaken", issue.id)
    return (ev.IssueMarked(issue.id, c.party, c.fact),)
