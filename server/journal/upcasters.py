"""Older formats of entries, each turned into the next: what `codec.decode` does to bytes of an older version.

An upcaster is given an entry as JSON and returns what the next format would have said; its name says what changed.
One that was released stays as it is, for journals of its format exist. What no command or event of today means any
more is translated here, and nowhere else.
"""

from collections.abc import Callable
from typing import Any, Final

Json = dict[str, Any]


def with_fingerprint_unknown(entry: Json) -> Json:
    """1 to 2: an entry carries the fingerprint of its command; of those before it is not known."""
    return {**entry, "fingerprint": ""}


def with_people_told(entry: Json) -> Json:
    """2 to 3: who sits on a seat is in the register. What an entry of before says of people, it tells by itself."""
    return {**entry, "events": [_with_people_told(event) for event in entry["events"]]}


def _with_people_told(event: Json) -> Json:
    told: Json = {}

    def seat(old: Json) -> Json:
        version = f"{old['id']}@told"
        told[version] = {name: old[name] for name in _PERSONAL if name in old}
        return {**{name: value for name, value in old.items() if name not in _PERSONAL}, "person": version}

    match event["type"]:
        case "created":
            setup = event["setup"]
            return {**event, "setup": {**setup, "seats": [seat(one) for one in setup["seats"]]}, "told": told}
        case "guest_added":
            return {**event, "guest": {"seat": seat(event["guest"]["seat"])}, "told": told}
    return event


_PERSONAL: Final = ("name", "function", "time_factor", "consecutive")


def with_actions_told(entry: Json) -> Json:
    """3 to 4: there are joint actions. That a State acknowledged one, which had no words, is told as such."""
    return {**entry, "events": [_with_actions_told(event) for event in entry["events"]]}


def _with_actions_told(event: Json) -> Json:
    if event["type"] != "issue_marked" or event["fact"] != "acknowledged":
        return event
    return {"type": "action_told", "issue": event["issue"], "party": event["party"]}


UPCASTERS: Final[tuple[Callable[[Json], Json], ...]] = (
    with_fingerprint_unknown,
    with_people_told,
    with_actions_told,
)
"""The first turns format 1 into format 2, and so on."""


def upcast(entry: Json, written_format: int) -> Json:
    """Return what an entry of an older format, 1 or more, says in the present one."""
    for step in UPCASTERS[written_format - 1 :]:
        entry = step(entry)
    return entry
