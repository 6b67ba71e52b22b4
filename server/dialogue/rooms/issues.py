"""Issues: raise, file, amend, withdraw; what becomes of them: merge, split, mark (R26, R28)."""

from msgspec.structs import replace

from server.dialogue.derived.issues import facts, merged
from server.dialogue.derived.seats import Seated, find_party, find_seat, party_of, seats_of
from server.dialogue.model.command import (
    ALWAYS,
    BEFORE_CLOSE,
    CORRECTIONS,
    Command,
    Context,
    Events,
    Permit,
)
from server.dialogue.model.ids import ActionId, IssueId, PartyId, SeatId, StatementId, ThemeId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Language
from server.dialogue.model.state import ActionAnswer, Event, Issue, IssueFact, JointAction, State
from server.dialogue.model.text import ShortText

MAX_ISSUES_PER_SEAT = 20


# What happens to issues


class IssueRaised(Event, frozen=True):
    issue: Issue

    def fold(self, state: State, at_ms: int, /) -> State:
        """R26."""
        return replace(state, issues=state.issues.put(self.issue))

    def compensation(self, before: State, /) -> Event:
        return IssueRetracted(self.issue.id)

    def touches(self, before: State, /) -> tuple[str, ...]:
        """A guest who is named in the record is not removed from it (R32)."""
        seat = self.issue.seat
        guest = (f"seat:{seat}",) if seat in {g.seat.id for g in before.guests} else ()
        return (f"content:{self.issue.id}", *guest)

    def about(self, before: State, /) -> str:
        return self.issue.seat


class _IssueEvent(Event, frozen=True):
    """Something about one issue."""

    issue: IssueId

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"content:{self.issue}",)

    def about(self, before: State, /) -> str:
        return before.issues[self.issue].seat


class IssueAmended(_IssueEvent, frozen=True):
    theme: ThemeId
    title: str
    language: Language
    addressees: tuple[PartyId, ...]

    def fold(self, state: State, at_ms: int, /) -> State:
        """R26: the title may come later."""
        issue = replace(
            state.issues[self.issue],
            theme=self.theme,
            title=self.title,
            language=self.language,
            addressees=self.addressees,
        )
        return replace(state, issues=state.issues.put(issue))

    def compensation(self, before: State, /) -> Event:
        was = before.issues[self.issue]
        return IssueAmended(was.id, was.theme, was.title, was.language, was.addressees)


class IssueRetracted(_IssueEvent, frozen=True):
    """Withdrawn; also compensates IssueRaised."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """Its number is not given again."""
        return replace(state, issues=state.issues.put(replace(state.issues[self.issue], retracted=True)))

    def compensation(self, before: State, /) -> Event:
        return IssueRestored(self.issue)


class IssueRestored(_IssueEvent, frozen=True):
    """Compensates IssueRetracted."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """It stands again."""
        return replace(state, issues=state.issues.put(replace(state.issues[self.issue], retracted=False)))


class IssueMerged(_IssueEvent, frozen=True):
    into: IssueId | None
    """None: it stands on its own again."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R26: replies to it count for the other, until it is split off again."""
        return replace(
            state, issues=state.issues.put(replace(state.issues[self.issue], merged_into=self.into))
        )

    def compensation(self, before: State, /) -> Event:
        return IssueMerged(self.issue, before.issues[self.issue].merged_into)

    def touches(self, before: State, /) -> tuple[str, ...]:
        issues = (self.issue, self.into, before.issues[self.issue].merged_into)
        return tuple(f"content:{issue}" for issue in issues if issue)


class IssueMarked(_IssueEvent, frozen=True):
    """A State promised a written reply (R28); None: it did not."""

    party: PartyId
    fact: IssueFact | None

    def fold(self, state: State, at_ms: int, /) -> State:
        """R28: a fact, not a judgement."""
        issue = state.issues[self.issue]
        facts = {p: f for p, f in issue.facts.items() if p != self.party}
        if self.fact is not None:
            facts[self.party] = self.fact
        state = replace(state, issues=state.issues.put(replace(issue, facts=facts)))
        return _without_told(state, self.issue, self.party)

    def compensation(self, before: State, /) -> Event:
        return _as_marked(before, self.issue, self.party)


class ActionTold(_IssueEvent, frozen=True):
    """A State acknowledged an action about an issue: said where there were no joint actions yet (formats 1 to 3)."""

    party: PartyId

    def fold(self, state: State, at_ms: int, /) -> State:
        """R28, R37: an action without words, which that State has acknowledged; a promise of its own it replaced."""
        state = _without_told(state, self.issue, self.party)
        issue = state.issues[self.issue]
        facts = {p: f for p, f in issue.facts.items() if p != self.party}
        answer = ActionAnswer("acknowledged", "", at_ms)
        action = JointAction(
            id=ActionId(f"a{state.actions.next_number}"),
            party=self.party,
            statement=None,
            what="",
            language=issue.language,
            parties=(self.party,),
            others="",
            by_when="",
            mandate="",
            issue=issue.id,
            proposed_at_ms=at_ms,
            answers={self.party: answer},
        )
        issues = state.issues.put(replace(issue, facts=facts))
        return replace(state, issues=issues, actions=state.actions.put(action))

    def compensation(self, before: State, /) -> Event:
        return _as_marked(before, self.issue, self.party)


def _told(state: State, issue: IssueId, party: PartyId) -> JointAction | None:
    """What older journals say that this party acknowledged, if that stands."""
    told = (a for a in state.actions.values() if not a.what and not a.retracted)
    return next((a for a in told if (a.issue, a.party) == (issue, party)), None)


def _without_told(state: State, issue: IssueId, party: PartyId) -> State:
    """In older journals a party had one word on an issue: a later one took its place."""
    told = _told(state, issue, party)
    if told is None:
        return state
    return replace(state, actions=state.actions.put(replace(told, retracted=True)))


def _as_marked(state: State, issue: IssueId, party: PartyId) -> Event:
    if _told(state, issue, party) is not None:
        return ActionTold(issue, party)
    return IssueMarked(issue, party, state.issues[issue].facts.get(party))


# What seats and the chair may want


class RaiseIssue(Command, frozen=True):
    """`statement` None: filed beforehand."""

    permit = Permit(BEFORE_CLOSE, seat=True)

    seat: SeatId
    theme: ThemeId
    statement: StatementId | None = None
    title: ShortText = ""
    language: Language | None = None
    addressees: tuple[PartyId, ...] = ()

    def decide(self, ctx: Context, /) -> Events:
        """R26: at a statement of that seat, or filed beforehand."""
        seat = find_seat(ctx.state, self.seat)
        ctx.own(seat.id)
        party = find_party(ctx.state, seat.party)
        if party.kind == "chair" or (party.kind == "state" and self.statement is None):
            raise Refused("not_allowed", seat.id)
        _check_theme(ctx.state, self.theme, self.addressees)
        if self.statement is not None:
            _check_raised_by(ctx, self.statement, seat)
        _check_count(ctx.state, seat.id)
        issue = Issue(
            id=IssueId(f"i{ctx.state.issues.next_number}"),
            party=seat.party,
            seat=seat.id,
            number=_number(ctx.state, seat, is_group=party.kind == "group"),
            theme=self.theme,
            title=self.title,
            language=self.language or seat.language,
            addressees=self.addressees,
            statement=self.statement,
            raised_at_ms=ctx.now_ms,
        )
        return (IssueRaised(issue),)


class AmendIssue(Command, frozen=True):
    permit = Permit(ALWAYS, seat=True)

    issue: IssueId
    theme: ThemeId
    title: ShortText
    language: Language
    addressees: tuple[PartyId, ...] = ()

    def decide(self, ctx: Context, /) -> Events:
        """R26: the title may come later; by the chair, or by the seat until it is raised."""
        issue = _own_until_raised(ctx, self.issue)
        _check_theme(ctx.state, self.theme, self.addressees)
        return (IssueAmended(issue.id, self.theme, self.title, self.language, self.addressees),)


class WithdrawIssue(Command, frozen=True):
    permit = Permit(BEFORE_CLOSE, seat=True)

    issue: IssueId

    def decide(self, ctx: Context, /) -> Events:
        """R26: by the chair, or by its seat until it is raised."""
        return (IssueRetracted(_own_until_raised(ctx, self.issue).id),)


class MergeIssue(Command, frozen=True):
    """Treat an issue as part of another; `into` None lets it stand on its own again."""

    permit = Permit(CORRECTIONS)

    issue: IssueId
    into: IssueId | None

    def decide(self, ctx: Context, /) -> Events:
        """R26: replies to either count for the one it is merged into; chains are not made."""
        issue = _standing(ctx, self.issue)
        if self.into == issue.merged_into:
            raise Refused("overtaken", issue.id)
        if self.into is not None:
            into = _standing(ctx, self.into)
            chained = any(i.merged_into == issue.id for i in ctx.state.issues.values())
            raised = issue.statement is not None and into.statement is not None
            if into.id == issue.id or into.merged_into is not None or chained or not raised:
                raise Refused("bad_links", into.id)
        return (IssueMerged(issue.id, self.into),)


class SplitIssue(Command, frozen=True):
    """Make a second issue of the same statement out of one that holds two."""

    permit = Permit(CORRECTIONS)

    issue: IssueId
    theme: ThemeId
    title: ShortText

    def decide(self, ctx: Context, /) -> Events:
        """R26: the second issue has the same statement, seat and addressees, and a number of its own."""
        issue = _standing(ctx, self.issue)
        if issue.statement is None:
            raise Refused("not_now", issue.id)
        _check_theme(ctx.state, self.theme, ())
        _check_count(ctx.state, issue.seat)
        is_group = party_of(ctx.state, issue.seat).kind == "group"
        second = replace(
            issue,
            id=IssueId(f"i{ctx.state.issues.next_number}"),
            number=_number(ctx.state, find_seat(ctx.state, issue.seat), is_group=is_group),
            theme=self.theme,
            title=self.title,
            raised_at_ms=ctx.now_ms,
            merged_into=None,
            facts={},
        )
        return (IssueRaised(second),)


class MarkIssue(Command, frozen=True):
    """A State promises a written reply (R28); None takes it back."""

    permit = Permit(CORRECTIONS, seat=True)

    issue: IssueId
    party: PartyId
    fact: IssueFact | None

    def decide(self, ctx: Context, /) -> Events:
        """R28: the seat says so itself, or the chair."""
        issue = _standing(ctx, self.issue)
        if find_party(ctx.state, self.party).kind != "state" or issue.statement is None:
            raise Refused("bad_links", self.party)
        if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != self.party:
            raise Refused("not_yours", self.party)
        if facts(ctx.state).get(issue.id, issue.facts).get(self.party) == self.fact:
            raise Refused("overtaken", issue.id)
        if self.fact is not None:
            return (IssueMarked(issue.id, self.party, self.fact),)
        # Taken back where it was said: of the issue, or of one that is now part of it (R26).
        said = (i for i in ctx.state.issues.values() if issue.id in (i.id, merged(ctx.state, i.id)))
        return tuple(IssueMarked(i.id, self.party, None) for i in said if self.party in i.facts)


def _standing(ctx: Context, named: IssueId) -> Issue:
    """An issue that was not withdrawn."""
    issue = ctx.state.issues.get(named)
    if issue is None:
        raise Refused("unknown", named)
    if issue.retracted:
        raise Refused("overtaken", named)
    return issue


def _own_until_raised(ctx: Context, named: IssueId) -> Issue:
    issue = _standing(ctx, named)
    ctx.own(issue.seat)
    if issue.statement is not None and not ctx.is_console:
        raise Refused("overtaken", issue.id)
    return issue


def _check_raised_by(ctx: Context, named: StatementId, seat: Seated) -> None:
    statement = ctx.statement(named)
    if statement.seat != seat.id:
        raise Refused("not_yours", statement.id)
    if statement.status not in ("speaking", "held", "ended"):
        raise Refused("overtaken", statement.id)
    if not ctx.is_console and ctx.state.floor != statement.id:
        raise Refused("overtaken", statement.id)  # as with links (R27): afterwards the record is the chair's
    if statement.lane not in ("intervention", "statement"):
        raise Refused("bad_links", statement.id)


def _number(state: State, seat: Seated, *, is_group: bool) -> str:
    """R26: "1.2" is the second issue of a group's first seat; a State's are numbered 1, 2, 3."""
    count = sum(1 for i in state.issues.values() if i.seat == seat.id) + 1
    if not is_group:
        return str(count)
    return f"{[s.id for s in seats_of(state, seat.party)].index(seat.id) + 1}.{count}"


def _check_count(state: State, seat: SeatId) -> None:
    """Refused once a seat has raised as many as one may."""
    if sum(1 for i in state.issues.values() if i.seat == seat) >= MAX_ISSUES_PER_SEAT:
        raise Refused("limit_reached", seat)


def _check_theme(state: State, theme: ThemeId, addressees: tuple[PartyId, ...]) -> None:
    """Refused if there is no such theme or addressee, or one is named twice."""
    if theme not in {t.id for t in state.setup.themes}:
        raise Refused("unknown", theme)
    if len(set(addressees)) != len(addressees):
        raise Refused("bad_links", "addressees")
    for party in addressees:
        find_party(state, party)
