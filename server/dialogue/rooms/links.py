"""What a statement is linked to: what it replies to, whom it asks, what it answers (R12, R14, R27, R29, R31)."""

from msgspec.structs import replace

from server.dialogue.derived.dues import dues
from server.dialogue.derived.seats import find_party
from server.dialogue.model.command import CORRECTIONS, Command, Context, Events, Permit
from server.dialogue.model.ids import DueId, IssueId, StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Party
from server.dialogue.model.state import Event, Issue, Lane, Links, State

MAX_LINKS = 40
NONE = Links()


class Linked(Event, frozen=True):
    statement: StatementId
    links: Links

    def fold(self, state: State, at_ms: int, /) -> State:
        """R27."""
        statement = replace(state.statements[self.statement], links=self.links)
        return replace(state, statements=state.statements.put(statement))

    def compensation(self, before: State, /) -> Event:
        return Linked(self.statement, before.statements[self.statement].links)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"links:{self.statement}", *linked_things(self.links))

    def about(self, before: State, /) -> str:
        return before.statements[self.statement].seat


def linked_things(links: Links) -> tuple[str, ...]:
    """The content on which links lean (R6)."""
    return tuple(f"content:{thing}" for thing in (*links.replies_to, *links.answers))


class Link(Command, frozen=True):
    permit = Permit(CORRECTIONS, seat=True)

    statement: StatementId
    links: Links

    def decide(self, ctx: Context, /) -> Events:
        """R27: by the chair at any time after the call; by the speaker while at the floor."""
        statement = ctx.statement(self.statement)
        ctx.own(statement.seat)
        if statement.status in ("voided", "withdrawn"):
            raise Refused("overtaken", statement.id)
        if not ctx.is_console and ctx.state.floor != statement.id:
            raise Refused("overtaken", statement.id)
        party = find_party(ctx.state, statement.party)
        check_links(ctx.state, party, statement.lane, self.links, had=statement.links)
        return (Linked(statement.id, self.links),)


def check_links(state: State, party: Party, lane: Lane, links: Links, had: Links = NONE) -> None:
    """Refused if a link names nothing, names it twice, or does not fit the lane.

    What it `had` may stay, though the issue was withdrawn or the question corrected meanwhile (R24, R27).
    """
    for named in (links.replies_to, links.asks, links.answers):
        if len(named) > MAX_LINKS or len(set(named)) != len(named):
            raise Refused("bad_links")
    for link in links.replies_to:
        if link not in had.replies_to:
            _check_reply(state, party, lane, link)
    for group in links.asks:
        if find_party(state, group).kind != "group" or group == party.id:
            raise Refused("bad_links", group)
    if links.asks and party.kind == "group":
        raise Refused("bad_links", party.id)  # R14: groups answer and follow up; States ask
    if bool(links.answers) != (lane == "answer"):
        raise Refused("bad_links", "answers")
    if links.answers:
        _check_answers(state, party, [due for due in links.answers if due not in had.answers])


def _check_reply(state: State, party: Party, lane: Lane, link: str) -> None:
    """What is replied to was raised or heard; a right of reply answers others, also while they speak (R31)."""
    right = lane == "right_of_reply"
    found = state.issues.get(IssueId(link)) or state.statements.get(StatementId(link))
    if found is None:
        raise Refused("unknown", link)
    if isinstance(found, Issue):
        stands = not found.retracted and found.statement is not None
    else:
        stands = found.status == "ended" or (right and found.status in ("speaking", "held"))
    if not stands or (right and found.party == party.id):
        raise Refused("bad_links", link)


def _check_answers(state: State, party: Party, named: list[DueId]) -> None:
    known = dues(state)
    for due in named:
        if due not in known:
            raise Refused("unknown", due)
        if known[due].group != party.id:
            raise Refused("not_yours", due)
