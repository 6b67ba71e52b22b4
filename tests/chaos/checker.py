"""The checker: what the clients noted of their own, against the journal. Pure; it is told everything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, Literal

from msgspec import Struct

from server.dialogue.derived.clocks import used_ms
from server.dialogue.derived.order import totals
from server.dialogue.entry import Entry
from server.dialogue.model.state import State
from tests.chaos.records import Diary, Sent

CLOCK_MS = 50
"""How far a clock may be off what the round trip alone allows."""


Kind = Literal[
    "lost",
    "doubled",
    "refused_stored",
    "misdated",
    "order",
    "clock",
    "program_error",
    "stranger",
    "backwards",
    "account",
    "journal",
    "diverged",
    "less_shown",
    "unanswered",
    "node_away",
    "hung",
    "redis_away",
    "client_ended",
    "not_begun",
]
"""What did not hold, in a word: what promise of the product, or what the rig could not do."""
RIG: Final[frozenset[Kind]] = frozenset({"hung", "redis_away", "client_ended", "not_begun"})
"""Not the product's: a run that never ended, Redis and Sentinel that did not come back, a client of these tests that
failed, a start that was none. With one of these alone the run says nothing of the product.
"""


class Problem(Struct, frozen=True):
    """Something that must not be."""

    kind: Kind
    said: str
    """A sentence for people."""

    @property
    def is_rigs(self) -> bool:
        """Whether it is the rig's own trouble."""
        return self.kind in RIG


class Findings(Struct):
    """What was found."""

    commands: int = 0
    acked: int = 0
    refused: dict[str, int] = {}
    unknown: int = 0
    lost: int = 0
    doubled: int = 0
    refused_stored: int = 0
    """Refused for good, and in the journal all the same."""
    problems: list[Problem] = []

    def tell(self, kind: Kind, *said: str) -> None:
        """Note what must not be."""
        self.problems += [Problem(kind, each) for each in said]


def check(diaries: list[Diary], entries: list[Entry], state: State | None, zero_ms: float) -> Findings:
    """Check all that can be checked without the views; `entries` are a whole chain, and `state` is their fold.

    `zero_ms`: the instant, epoch milliseconds, from which the seconds of the diaries count.
    """
    findings = Findings()
    places: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        places[entry.actor, entry.command_id].append(entry)
    refused: Counter[str] = Counter()
    for diary in diaries:
        for sent in diary.sent:
            _check_one(findings, diary.actor, sent, places[diary.actor, sent.id], zero_ms)
            if sent.fate == "refused":
                refused[_code(sent)] += 1
        findings.tell("order", *order_problems(diary))
        if diary.clock_off_ms > CLOCK_MS:
            findings.tell("clock", f"{diary.actor} saw a clock off by {diary.clock_off_ms:.0f} ms")
    findings.refused = dict(refused)
    findings.tell(
        "program_error", *(f"{n} commands refused as {c}" for c, n in refused.items() if c in _FAULTS)
    )
    findings.tell("stranger", *_strangers(diaries, entries))
    findings.tell("backwards", *_backwards(entries))
    findings.tell("account", *([] if state is None else account_problems(state)))
    return findings


_FAULTS = ("failed", "bad_command", "unsettled")
"""Refusals that are errors of the program; "unsettled" is one as a last word: it says that nobody knows yet."""


def _check_one(findings: Findings, actor: str, sent: Sent, entries: list[Entry], zero_ms: float) -> None:
    findings.commands += 1
    places = [entry.seq for entry in entries]
    named = f"{type(sent.command).__name__} {sent.id} of {actor} ({sent.story()})"
    if len(places) > 1 or len(sent.acks) > 1:
        findings.doubled += 1
        findings.tell("doubled", f"doubled: {named}, in {places}, acknowledged as {sorted(sent.acks)}")
    match sent.fate:
        case "acked":
            findings.acked += 1
            if not sent.acks <= set(places):
                findings.lost += 1
                findings.tell("lost", f"lost: {named}, acked as {sorted(sent.acks)}, found in {places}")
            elif not _in_time(sent, entries[0].at_ms - zero_ms):
                findings.tell("misdated", f"entry {places[0]} is not of when it was sent: {named}")
        case "refused" if places:
            findings.refused_stored += 1
            at_s = (entries[0].at_ms - zero_ms) / 1000 - sent.attempts[0].at_s
            said = f"refused as {_code(sent)}, and yet in {places} at {at_s:.2f} s: {named}"
            findings.tell("refused_stored", said)
        case "unknown":
            findings.unknown += 1


def _in_time(sent: Sent, at_ms: float) -> bool:
    """Whether an entry's instant lies between the first sending of its command and the first answer to it."""
    first_ms, last_ms = sent.attempts[0].at_s * 1000, (sent.acked_s or 0.0) * 1000
    return first_ms - CLOCK_MS <= at_ms <= last_ms + CLOCK_MS


def _code(sent: Sent) -> str:
    return str(getattr(sent.answers[-1][1], "code", ""))


def order_problems(diary: Diary) -> Iterator[str]:
    """Yield where a client's acts are in another order than it gave them.

    What was answered before another was first sent comes first; so does what was sent once, on the same connection.
    A command sent again takes the place it gets then, unless it had one.
    """
    acked = [sent for sent in diary.sent if len(sent.acks) == 1 and sent.attempts]
    acked.sort(key=lambda sent: sent.attempts[0].at_s)
    by_answer = sorted((sent.acked_s or 0.0, min(sent.acks)) for sent in acked)
    before, answered = 0, 0
    for sent in acked:
        while answered < len(by_answer) and by_answer[answered][0] < sent.attempts[0].at_s:
            before = max(before, by_answer[answered][1])
            answered += 1
        if min(sent.acks) < before:
            yield f"order: {diary.actor} was told of {before} before it sent what became {min(sent.acks)}"
    for one, two in pairwise(acked):
        once = len(one.attempts) == len(two.attempts) == 1
        if (
            once
            and one.attempts[0].connection == two.attempts[0].connection
            and min(one.acks) > min(two.acks)
        ):
            yield f"order: {diary.actor} sent {min(one.acks)} before {min(two.acks)}"


def _strangers(diaries: list[Diary], entries: Iterable[Entry]) -> Iterator[str]:
    """Yield what is in the journal and nobody sent, and what a client sent and had not been asked for."""
    for diary in diaries:
        for command_id in diary.strange_ids:
            yield f"{diary.actor} sent {command_id}, the id of no act that was given to it"
    known = {(diary.actor, sent.id) for diary in diaries for sent in diary.sent}
    for entry in entries:
        if (entry.actor, entry.command_id) not in known:
            yield f"nobody sent entry {entry.seq}, {entry.command_id} of {entry.actor}"


def _backwards(entries: list[Entry]) -> Iterator[str]:
    """Yield where an instant is before the one before it."""
    for one, two in pairwise(entries):
        if two.at_ms < one.at_ms:
            yield f"entry {two.seq} is {one.at_ms - two.at_ms} ms before entry {one.seq}"


def account_problems(state: State) -> Iterator[str]:
    """Yield where the time accounts are not whole: each statement's, their sum, and one statement at a time."""
    ended = [s for s in state.statements.values() if s.status == "ended"]
    for statement in ended:
        lasted_ms = (statement.ended_at_ms or 0) - (statement.started_at_ms or 0)
        if statement.held_ms < 0 or used_ms(statement) + statement.held_ms != lasted_ms:
            yield f"{statement.id}: {used_ms(statement)} used and {statement.held_ms} held of {lasted_ms} ms"
    told_ms, spoken_ms = sum(t.used_ms for t in totals(state).values()), sum(map(used_ms, ended))
    if told_ms != spoken_ms:
        yield f"the totals say {told_ms} ms, the statements {spoken_ms} ms"
    begun = [s for s in state.statements.values() if s.started_at_ms is not None and s.status != "voided"]
    begun.sort(key=lambda s: s.started_at_ms or 0)
    for one, two in pairwise(begun):
        if one.ended_at_ms is None or one.ended_at_ms > (two.started_at_ms or 0):
            yield f"{one.id} had not ended when {two.id} began"
