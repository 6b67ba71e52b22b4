"""Joint actions (R37): who is to do what by when, proposed at the floor or by the chair; each party named answers."""

from typing import Final

from msgspec.structs import replace

from server.dialogue.derived.lengths import on_floor
from server.dialogue.derived.seats import find_party, find_seat, seats_of
from server.dialogue.model.command import CORRECTIONS, Command, Context, Events, Permit
from server.dialogue.model.ids import ActionId, IssueId, PartyId, StatementId
from server.dialogue.model.refusals import Refused
from server.dialogue.model.setup import Language
from server.dialogue.model.state import ActionAnswer, ActionWord, Event, JointAction, State
from server.dialogue.model.text import ShortText

MAX_ACTIONS_PER_PARTY: Final = 20
MAX_PARTIES: Final = 40


# What happens to joint actions


class ActionProposed(Event, frozen=True):
    action: JointAction

    def fold(self, state: State, at_ms: int, /) -> State:
        """R37."""
        return replace(state, actions=state.actions.put(self.action))

    def compensation(self, before: State, /) -> Event:
        return ActionRetracted(self.action.id)

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"content:{self.action.id}", *_guests(before, (self.action.party, *self.action.parties)))

    def about(self, before: State, /) -> str:
        return self.action.party


class _ActionEvent(Event, frozen=True):
    """Something about one joint action."""

    action: ActionId

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"content:{self.action}",)

    def about(self, before: State, /) -> str:
        return before.actions[self.action].party


class ActionAmended(_ActionEvent, frozen=True):
    what: str
    language: Language
    parties: tuple[PartyId, ...]
    others: str
    by_when: str
    mandate: str
    issue: IssueId | None
    answers: dict[PartyId, ActionAnswer]

    def fold(self, state: State, at_ms: int, /) -> State:
        """R37: what was said of other words does not stay. Words that are back are another version of it too."""
        was = state.actions[self.action]
        return _changed(
            state,
            was.id,
            what=self.what,
            language=self.language,
            parties=self.parties,
            others=self.others,
            by_when=self.by_when,
            mandate=self.mandate,
            issue=self.issue,
            version=was.version + (_words(self) != _words(was)),
            answers=self.answers,
        )

    def compensation(self, before: State, /) -> Event:
        return _as_it_is(before.actions[self.action])

    def touches(self, before: State, /) -> tuple[str, ...]:
        return (f"content:{self.action}", *_guests(before, self.parties))


class ActionRetracted(_ActionEvent, frozen=True):
    """Withdrawn; also compensates ActionProposed."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """Its number is not given again."""
        return _changed(state, self.action, retracted=True)

    def compensation(self, before: State, /) -> Event:
        return ActionRestored(self.action)


class ActionRestored(_ActionEvent, frozen=True):
    """Compensates ActionRetracted."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """It stands again."""
        return _changed(state, self.action, retracted=False)


class ActionMerged(_ActionEvent, frozen=True):
    into: ActionId | None
    """None: it stands on its own again."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R37: the other's words and answers count, until it is split off again."""
        return _changed(state, self.action, merged_into=self.into)

    def compensation(self, before: State, /) -> Event:
        return ActionMerged(self.action, before.actions[self.action].merged_into)

    def touches(self, before: State, /) -> tuple[str, ...]:
        actions = (self.action, self.into, before.actions[self.action].merged_into)
        return tuple(f"content:{action}" for action in actions if action)


class ActionAnswered(_ActionEvent, frozen=True):
    party: PartyId
    answer: ActionAnswer | None
    """None: it leaves it open."""

    def fold(self, state: State, at_ms: int, /) -> State:
        """R37: the last word counts."""
        said = {p: a for p, a in state.actions[self.action].answers.items() if p != self.party}
        if self.answer is not None:
            said[self.party] = self.answer
        return _changed(state, self.action, answers=said)

    def compensation(self, before: State, /) -> Event:
        return ActionAnswered(self.action, self.party, before.actions[self.action].answers.get(self.party))

    def about(self, before: State, /) -> str:
        return self.party


def _guests(state: State, parties: tuple[PartyId, ...]) -> tuple[str, ...]:
    """A guest who is named in the record is not removed from it (R32)."""
    return tuple(f"seat:{guest.seat.id}" for guest in state.guests if guest.seat.party in parties)


def _changed(state: State, named: ActionId, **fields: object) -> State:
    return replace(state, actions=state.actions.put(replace(state.actions[named], **fields)))


def _as_it_is(action: JointAction) -> ActionAmended:
    return ActionAmended(
        action.id,
        what=action.what,
        language=action.language,
        parties=action.parties,
        others=action.others,
        by_when=action.by_when,
        mandate=action.mandate,
        issue=action.issue,
        answers=action.answers,
    )


def _words(one: "ActionAmended | AmendAction | JointAction") -> tuple[object, ...]:
    """What a party is asked to acknowledge."""
    return one.what, one.parties, one.others, one.by_when, one.mandate


# What seats and the chair may want


class ProposeAction(Command, frozen=True):
    """`statement`: at which it is proposed, a seat's own at the floor; None: the chair proposes."""

    permit = Permit(CORRECTIONS, seat=True)

    what: ShortText
    parties: tuple[PartyId, ...] = ()
    others: ShortText = ""
    by_when: ShortText = ""
    mandate: ShortText = ""
    issue: IssueId | None = None
    statement: StatementId | None = None
    language: Language | None = None

    def decide(self, ctx: Context, /) -> Events:
        """R37: by a seat at the floor, or by the chair. Who proposes what it is to do itself has acknowledged it."""
        party, language = _proposer(ctx, self.statement)
        _check_words(ctx.state, self.what, self.parties, self.others, self.issue)
        if sum(1 for a in ctx.state.actions.values() if a.party == party) >= MAX_ACTIONS_PER_PARTY:
            raise Refused("limit_reached", party)
        action = JointAction(
            id=ActionId(f"a{ctx.state.actions.next_number}"),
            party=party,
            statement=self.statement,
            what=self.what,
            language=self.language or language,
            parties=self.parties,
            others=self.others,
            by_when=self.by_when,
            mandate=self.mandate,
            issue=self.issue,
            proposed_at_ms=ctx.now_ms,
            answers=_own_word(party, self.parties, ctx.now_ms),
        )
        return (ActionProposed(action),)


class AmendAction(Command, frozen=True):
    permit = Permit(CORRECTIONS, seat=True)

    action: ActionId
    version: int
    """Of the words that it changes."""
    what: ShortText
    language: Language
    parties: tuple[PartyId, ...] = ()
    others: ShortText = ""
    by_when: ShortText = ""
    mandate: ShortText = ""
    issue: IssueId | None = None

    def decide(self, ctx: Context, /) -> Events:
        """R37: by the chair, or by its seat at the floor. Nobody is left with an answer to words it has not seen."""
        action = _own_at_floor(ctx, self.action)
        if action.version != self.version:
            raise Refused("overtaken", action.id)
        _check_words(ctx.state, self.what, self.parties, self.others, self.issue)
        anew = _words(self) != _words(action)
        if not anew and (self.issue, self.language) == (action.issue, action.language):
            raise Refused("overtaken", action.id)
        by_itself = action.party if ctx.actor.seat is not None else None
        event = ActionAmended(
            action.id,
            what=self.what,
            language=self.language,
            parties=self.parties,
            others=self.others,
            by_when=self.by_when,
            mandate=self.mandate,
            issue=self.issue,
            answers=_own_word(by_itself, self.parties, ctx.now_ms) if anew else action.answers,
        )
        return (event,)


class WithdrawAction(Command, frozen=True):
    permit = Permit(CORRECTIONS, seat=True)

    action: ActionId

    def decide(self, ctx: Context, /) -> Events:
        """R37: by the chair, or by its seat at the floor."""
        return (ActionRetracted(_own_at_floor(ctx, self.action).id),)


class MergeAction(Command, frozen=True):
    """Treat a joint action as part of another; `into` None lets it stand on its own again."""

    permit = Permit(CORRECTIONS)

    action: ActionId
    into: ActionId | None

    def decide(self, ctx: Context, /) -> Events:
        """R37: the other's words and answers count; chains are not made."""
        action = _standing(ctx, self.action)
        if self.into == action.merged_into:
            raise Refused("overtaken", action.id)
        if self.into is not None:
            into = _standing(ctx, self.into)
            chained = any(a.merged_into == action.id for a in ctx.state.actions.values())
            if into.id == action.id or into.merged_into is not None or chained:
                raise Refused("bad_links", into.id)
        return (ActionMerged(action.id, self.into),)


class AnswerAction(Command, frozen=True):
    """A party that a joint action names acknowledges or declines it; `word` None leaves it open again."""

    permit = Permit(CORRECTIONS, seat=True)

    action: ActionId
    version: int
    """Of the words that were read."""
    party: PartyId
    word: ActionWord | None
    text: ShortText = ""
    """The party's own words."""

    def decide(self, ctx: Context, /) -> Events:
        """R37: either seat of the party says so, or the chair for it; to the words as they are now."""
        action = _standing(ctx, self.action)
        if ctx.actor.seat is not None and find_seat(ctx.state, ctx.actor.seat).party != self.party:
            raise Refused("not_yours", self.party)
        if self.party not in action.parties:
            raise Refused("bad_links", self.party)
        if action.version != self.version or action.merged_into is not None:
            raise Refused("overtaken", action.id)
        said = action.answers.get(self.party)
        if (self.word, self.text) == ((said.word, said.text) if said else (None, "")):
            raise Refused("overtaken", action.id)
        answer = ActionAnswer(self.word, self.text, ctx.now_ms) if self.word else None
        return (ActionAnswered(action.id, self.party, answer),)


def _standing(ctx: Context, named: ActionId) -> JointAction:
    """A joint action that was not withdrawn."""
    action = ctx.state.actions.get(named)
    if action is None:
        raise Refused("unknown", named)
    if action.retracted:
        raise Refused("overtaken", named)
    return action


def _own_at_floor(ctx: Context, named: ActionId) -> JointAction:
    action = _standing(ctx, named)
    if not ctx.is_console:
        _check_at_floor(ctx, action.statement)
    return action


def _proposer(ctx: Context, named: StatementId | None) -> tuple[PartyId, Language]:
    """Return who proposes, and in which language if nothing is said of it."""
    if not ctx.is_console:
        _check_at_floor(ctx, named)
    if named is None:
        chair = next(party for party in ctx.state.setup.parties if party.kind == "chair")
        return chair.id, ctx.state.setup.languages[0]
    statement = ctx.statement(named)
    if statement.status not in ("speaking", "held", "ended"):
        raise Refused("overtaken", statement.id)
    return statement.party, statement.language


def _check_at_floor(ctx: Context, named: StatementId | None) -> None:
    """Refused where a seat does not have the floor with this statement; afterwards the record is the chair's (R27)."""
    running = on_floor(ctx.state)
    seat = ctx.actor.seat
    if named is None or ctx.state.statements.get(named) is None or ctx.statement(named).seat != seat:
        raise Refused("not_yours", named or "statement")
    if running is None or running.id != named or running.status == "called":
        raise Refused("overtaken", named)


def _check_words(
    state: State, what: str, parties: tuple[PartyId, ...], others: str, issue: IssueId | None
) -> None:
    """Refused without words, without anybody who is to do it, or where it names what there is not."""
    if not what:
        raise Refused("no_text", "what")
    if len(set(parties)) != len(parties) or len(parties) > MAX_PARTIES or not (parties or others):
        raise Refused("bad_links", "parties")
    for party in parties:
        find_party(state, party)
        if not seats_of(state, party):
            raise Refused("bad_links", party)
    if issue is not None and (issue not in state.issues or state.issues[issue].statement is None):
        raise Refused("unknown", issue)
    if issue is not None and state.issues[issue].retracted:
        raise Refused("overtaken", issue)


def _own_word(
    proposer: PartyId | None, parties: tuple[PartyId, ...], now_ms: int
) -> dict[PartyId, ActionAnswer]:
    if proposer is None or proposer not in parties:
        return {}
    return {proposer: ActionAnswer("acknowledged", "", now_ms)}
