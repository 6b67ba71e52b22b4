"""What a journal says, read by nobody else's code: a second opinion on every number that the record has.

It knows the journal's JSON (format 3 and newer) and the rules by which acts are taken back, and shares nothing with
`server`: no fold, nothing derived, no names of classes. What it keeps is as little as the record needs.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def entries_in(path: Path) -> list[Json]:
    """The entries of a SQLite journal, as plain JSON."""
    with closing(sqlite3.connect(path)) as database:
        bodies = database.execute("SELECT body FROM entries ORDER BY seq").fetchall()
    return [json.loads(body)["entry"] for (body,) in bodies]


@dataclass
class Heard:
    """A statement that counts. `spoken_ms`: without what was held."""

    id: str
    seat: str
    party: str
    started_ms: int
    ended_ms: int
    spoken_ms: int
    step: tuple[str, int]
    lane: str


@dataclass
class Journal:
    """All that happened, after the last entry."""

    setup: Json = field(default_factory=dict)
    phase: tuple[str, int] = ("scheduled", 0)
    opened_ms: int | None = None
    closed_ms: int | None = None
    floor: str | None = None
    statements: dict[str, Json] = field(default_factory=dict)
    issues: dict[str, Json] = field(default_factory=dict)
    requests: dict[str, Json] = field(default_factory=dict)
    actions: dict[str, Json] = field(default_factory=dict)
    points: dict[str, Json] = field(default_factory=dict)
    promised: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    suspended_ms: int | None = None
    suspensions: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[Json]) -> Journal:
        """Read it from its beginning."""
        journal = cls()
        for entry in entries:
            for event in entry["events"]:
                react = getattr(journal, f"_{event['type']}", None)
                if react is not None:  # what it knows nothing of changes nothing that the record has
                    react(event, entry["at_ms"])
        return journal

    # Steps

    def _created(self, event: Json, _at: int) -> None:
        self.setup = event["setup"]

    def _step_moved(self, event: Json, at: int) -> None:
        self._to(event["step"])
        if self.phase[0] == "opening":
            self.opened_ms = at
        self.closed_ms = at if self.phase[0] == "closed" else None
        self._mark(event.get("lapsed_requests", ()), "lapsed")

    def _step_reverted(self, event: Json, _at: int) -> None:
        self._to(event["step"])
        self.opened_ms, self.closed_ms = event["opened_at_ms"], None

    def _reopened(self, event: Json, _at: int) -> None:
        self._to(event["step"])
        self.closed_ms = None
        self._mark(event["requests"], "open")

    def _to(self, step: Json) -> None:
        self.phase = step["phase"], step["round"]

    # The floor

    def _called(self, event: Json, _at: int) -> None:
        self._at_floor(dict(event["statement"]))

    def _at_floor(self, statement: Json) -> None:
        self.statements[statement["id"]] = statement
        self.floor = statement["id"]
        if statement["request"]:
            self._mark([statement["request"]], "called")

    def _started(self, event: Json, at: int) -> None:
        self._set(event, status="speaking", started_at_ms=at)
        for issue in event["issues"]:
            self.issues[issue]["statement"] = event["statement"]

    def _ended(self, event: Json, at: int) -> None:
        was = self.statements[event["statement"]]
        more = 0 if was["held_at_ms"] is None else max(0, at - was["held_at_ms"])
        self._set(event, status="ended", ended_at_ms=at, held_ms=was["held_ms"] + more, held_at_ms=None)
        self._leave(event["statement"], "heard")

    def _voided(self, event: Json, at: int) -> None:
        self._set(event, status="voided", ended_at_ms=at)
        self._leave(event["statement"], "open")

    def _call_withdrawn(self, event: Json, at: int) -> None:
        self._set(event, status="withdrawn", ended_at_ms=at)
        self._leave(event["statement"], "open")

    _not_here = _call_withdrawn

    def _leave(self, statement: str, status: str) -> None:
        self.floor = None
        if self.statements[statement]["request"]:
            self._mark([self.statements[statement]["request"]], status)

    def _floor_restored(self, event: Json, at: int) -> None:
        before = dict(event["statement"])
        gone = self.statements[before["id"]]
        gap = max(0, at - (at if gone["ended_at_ms"] is None else gone["ended_at_ms"]))
        before["links"] = gone["links"]
        if gap and before["status"] == "speaking":
            before["held_ms"] += gap
        elif event["keeps_gap"] and before["held_at_ms"] is not None:
            before["held_at_ms"] += gap
            before["held_ms"] += gap
        self._at_floor(before)

    def _not_here_reverted(self, event: Json, at: int) -> None:
        self._floor_restored({**event, "keeps_gap": False}, at)

    def _held(self, event: Json, at: int) -> None:
        self._set(event, status="held", held_at_ms=at)

    def _resumed(self, event: Json, at: int) -> None:
        was = self.statements[event["statement"]]
        more = 0 if was["held_at_ms"] is None else max(0, at - was["held_at_ms"])
        self._set(event, status="speaking", held_ms=was["held_ms"] + more, held_at_ms=None)

    def _start_moved(self, event: Json, _at: int) -> None:
        self._set(event, started_at_ms=event["started_at_ms"])

    def _statement_reverted(self, event: Json, _at: int) -> None:
        before = dict(event["statement"])
        now = self.statements[before["id"]]
        before["links"] = now["links"]
        if event["keeps_gap"] and before["status"] == "speaking":
            before["held_ms"] = now["held_ms"]
        self.statements[before["id"]] = before

    def _linked(self, event: Json, _at: int) -> None:
        self._set(event, links=event["links"])

    def _set(self, event: Json, **changes: Any) -> None:
        name = event["statement"]
        self.statements[name] = {**self.statements[name], **changes}

    # Suspensions and points of order

    def _suspended(self, _event: Json, at: int) -> None:
        self._hold_running(at)
        self.suspended_ms = at

    def _hold_running(self, at: int) -> None:
        if self.floor is not None and self.statements[self.floor]["status"] == "speaking":
            self._set({"statement": self.floor}, status="held", held_at_ms=at)

    def _session_resumed(self, _event: Json, at: int) -> None:
        if self.suspended_ms is not None:
            self.suspensions.append((self.suspended_ms, at))
        self.suspended_ms = None

    def _suspension_reverted(self, event: Json, at: int) -> None:
        self.suspended_ms = event["suspension"] and event["suspension"]["since_ms"]
        self.suspensions = [pause for pause in self.suspensions if pause[0] != self.suspended_ms]
        if event["statement"] is not None:
            self._statement_reverted({"statement": event["statement"], "keeps_gap": True}, at)

    def _point_raised(self, event: Json, _at: int) -> None:
        self.points[event["point"]["id"]] = {**event["point"], "recognised": None, "ruled": None}

    def _point_withdrawn(self, event: Json, _at: int) -> None:
        self.points[event["point"]]["status"] = "withdrawn"

    def _point_recognised(self, event: Json, at: int) -> None:
        self.points[event["point"]] |= {"status": "recognised", "recognised": at}
        if self.floor is not None and event["held_at_ms"] is not None:
            self._set({"statement": self.floor}, status="held", held_at_ms=event["held_at_ms"])

    def _point_reverted(self, event: Json, at: int) -> None:
        self.points[event["point"]] |= {"status": "raised", "recognised": None}
        if event["statement"] is not None:
            self._statement_reverted({"statement": event["statement"], "keeps_gap": True}, at)

    def _point_ruled(self, event: Json, at: int) -> None:
        point = self.points[event["point"]]
        point |= {"status": event["ruling"], "appealed": event["appealed"], "ruled": point["ruled"] or at}

    # The list

    def _request_added(self, event: Json, _at: int) -> None:
        self.requests[event["request"]["id"]] = dict(event["request"])

    def _guest_added(self, event: Json, at: int) -> None:
        self._request_added(event, at)
        self.guests.append(event["guest"]["seat"]["id"])

    def _guest_removed(self, event: Json, _at: int) -> None:
        self.guests.remove(event["seat"])
        self._mark([event["request"]], "withdrawn")

    def _request_withdrawn(self, event: Json, _at: int) -> None:
        self._mark([event["request"]], "withdrawn")

    def _request_reopened(self, event: Json, _at: int) -> None:
        self._mark([event["request"]], "open")

    def _written_asked(self, event: Json, _at: int) -> None:
        self._mark(event["requests"], "written")

    def _written_ask_reverted(self, event: Json, _at: int) -> None:
        self._mark(event["requests"], "open")

    def _mark(self, requests: Iterable[str], status: str) -> None:
        for request in requests:
            self.requests[request]["status"] = status

    # Issues and promises

    def _issue_raised(self, event: Json, _at: int) -> None:
        self.issues[event["issue"]["id"]] = dict(event["issue"])

    def _issue_amended(self, event: Json, _at: int) -> None:
        issue = self.issues[event["issue"]]
        issue |= {name: event[name] for name in ("theme", "title", "language", "addressees")}

    def _issue_retracted(self, event: Json, _at: int) -> None:
        self.issues[event["issue"]]["retracted"] = True

    def _issue_restored(self, event: Json, _at: int) -> None:
        self.issues[event["issue"]]["retracted"] = False

    def _issue_merged(self, event: Json, _at: int) -> None:
        self.issues[event["issue"]]["merged_into"] = event["into"]

    def _issue_marked(self, event: Json, _at: int) -> None:
        if event["fact"] == "acknowledged":  # format 3
            self._action_told(event, _at)
            return
        self._forget_told(event)
        facts = dict(self.issues[event["issue"]]["facts"])
        facts.pop(event["party"], None)
        self.issues[event["issue"]]["facts"] = facts | (
            {event["party"]: event["fact"]} if event["fact"] else {}
        )

    # Joint actions

    def _action_told(self, event: Json, _at: int) -> None:
        """In older journals: that a party acknowledged something about an issue, its one word on it."""
        self._forget_told(event)
        self.issues[event["issue"]]["facts"] = {
            party: fact
            for party, fact in self.issues[event["issue"]]["facts"].items()
            if party != event["party"]
        }
        name, party = f"a{len(self.actions) + 1}", event["party"]
        self.actions[name] = {
            "id": name,
            "party": party,
            "statement": None,
            "what": "",
            "parties": [party],
            "issue": event["issue"],
            "answers": {party: {"word": "acknowledged"}},
            "retracted": False,
            "merged_into": None,
        }

    def _forget_told(self, event: Json) -> None:
        for action in self.actions.values():
            if (action["what"], action["issue"], action["party"]) == ("", event["issue"], event["party"]):
                action["retracted"] = True

    def _action_proposed(self, event: Json, _at: int) -> None:
        self.actions[event["action"]["id"]] = dict(event["action"])

    def _action_amended(self, event: Json, _at: int) -> None:
        names = ("what", "parties", "others", "by_when", "mandate", "issue", "answers")
        self.actions[event["action"]] |= {name: event[name] for name in names}

    def _action_retracted(self, event: Json, _at: int) -> None:
        self.actions[event["action"]]["retracted"] = True

    def _action_restored(self, event: Json, _at: int) -> None:
        self.actions[event["action"]]["retracted"] = False

    def _action_merged(self, event: Json, _at: int) -> None:
        self.actions[event["action"]]["merged_into"] = event["into"]

    def _action_answered(self, event: Json, _at: int) -> None:
        answers = dict(self.actions[event["action"]]["answers"])
        answers.pop(event["party"], None)
        if event["answer"] is not None:
            answers[event["party"]] = event["answer"]
        self.actions[event["action"]]["answers"] = answers

    def _written_promised(self, event: Json, _at: int) -> None:
        self.promised.append(event["due"])

    def _written_reverted(self, event: Json, _at: int) -> None:
        self.promised.remove(event["due"])

    # What that adds up to

    def heard(self) -> list[Heard]:
        """The statements that were heard, in the order in which they began."""
        done = [one for one in self.statements.values() if one["status"] == "ended"]
        done.sort(key=lambda one: (one["started_at_ms"], int(one["id"][1:])))
        return [
            Heard(
                one["id"],
                one["seat"],
                one["party"],
                one["started_at_ms"],
                one["ended_at_ms"],
                max(0, one["ended_at_ms"] - one["started_at_ms"] - one["held_ms"]),
                (one["step"]["phase"], one["step"]["round"]),
                one["lane"],
            )
            for one in done
        ]

    def totals(self) -> dict[str, tuple[int, int]]:
        """How many statements each party had, and for how long (ms)."""
        found: dict[str, tuple[int, int]] = {}
        for one in self.heard():
            turns, ms = found.get(one.party, (0, 0))
            found[one.party] = turns + 1, ms + one.spoken_ms
        return found

    def home(self, issue: str) -> str:
        """The issue for which a reply counts."""
        into = self.issues[issue]["merged_into"]
        return issue if into is None or self.issues[into]["retracted"] else str(into)

    def standing(self) -> Iterator[Json]:
        """The issues that somebody raised and that stand on their own."""
        for issue in self.issues.values():
            name = issue["statement"]
            is_raised = name is not None and self.statements[name]["status"] != "voided"
            if is_raised and not issue["retracted"] and self.home(issue["id"]) == issue["id"]:
                yield issue

    def replies(self, issue: str) -> list[str]:
        """The statements that reply to it, or to what is part of it."""
        return [
            one.id
            for one in self.heard()
            if issue
            in {
                self.home(link)
                for link in self.statements[one.id]["links"].get("replies_to", ())
                if link in self.issues
            }
        ]

    def standing_actions(self) -> list[Json]:
        """The joint actions that somebody proposes and that stand on their own."""
        return [one for one in self.actions.values() if self._counts(one) and not self._is_part(one)]

    def _counts(self, action: Json) -> bool:
        name = action["statement"]
        is_void = name is not None and self.statements[name]["status"] == "voided"
        return not action["retracted"] and not is_void

    def _is_part(self, action: Json) -> bool:
        return action["merged_into"] is not None and self._counts(self.actions[action["merged_into"]])

    def acknowledged(self, issue: str) -> list[str]:
        """Who acknowledged a joint action that came from it; whoever raised it does not count."""
        found: dict[str, None] = {}
        for action in self.standing_actions():
            origin = action["issue"]
            if origin is None or self.issues[origin]["retracted"] or self.home(origin) != issue:
                continue
            for party, answer in action["answers"].items():
                raised_it = party == self.issues[issue]["party"]
                if answer["word"] == "acknowledged" and not (raised_it and action["what"]):
                    found[party] = None
        return list(found)

    def facts(self, issue: str) -> dict[str, str]:
        """What was promised or acknowledged, of it and of what is part of it; a promise is still to be kept."""
        found: dict[str, str] = {}
        for part in self.issues.values():
            if part["id"] != issue and self.home(part["id"]) == issue and not part["retracted"]:
                found = {**part["facts"], **found}
        done = dict.fromkeys(self.acknowledged(issue), "acknowledged")
        return {**found, **done, **self.issues[issue]["facts"]}

    def questions(self) -> list[tuple[str, str, str]]:
        """Question, group asked, and "answered", "written" or "open"."""
        heard = self.heard()
        answered = {
            due
            for one in heard
            if one.lane == "answer"
            for due in self.statements[one.id]["links"].get("answers", ())
        }
        found = []
        for one in heard:
            for group in self.statements[one.id]["links"].get("asks", ()):
                due = f"{one.id}.{group}"
                outcome = "written" if due in self.promised else "open"
                found.append((one.id, group, "answered" if due in answered else outcome))
        return found
