"""What a configuration must fulfil beyond each key by itself."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from server.config.articles import ARTICLES
from server.config.problems import Problem
from server.config.shape import FileKeys
from server.config.states import is_state, state_codes
from server.config.strict import texts
from server.config.values import TimeOfDay, likely

_BASE_URL: Final = re.compile(r"https?://[^/\s?#]+(/[^/\s?#]+)*")
CHAIR = "chair"
"""Party of the chair, and seat of who presides."""
DEPUTY = "deputy"


def problems(keys: FileKeys) -> Iterator[Problem]:
    """Yield everything that is wrong."""
    yield from _language_problems(keys)
    yield from _state_problems(keys)
    yield from _article_problems(keys)
    yield from _name_problems(keys)
    yield from _time_problems(keys)
    yield from _rule_problems(keys)
    yield from _server_problems(keys)


def instant(keys: FileKeys, time: TimeOfDay) -> datetime:
    """That time on the dialogue's day, in the dialogue's zone."""
    return datetime.combine(keys.dialogue.date, time.time(), ZoneInfo(keys.dialogue.timezone))


def _language_problems(keys: FileKeys) -> Iterator[Problem]:
    languages = keys.dialogue.languages
    yield from _repeated([(f"dialogue.languages[{index}]", name) for index, name in enumerate(languages)])
    for key, words in texts(keys):
        if languages[0] not in words and not key.endswith(".article"):  # English may well have none
            what = f'the text in "{languages[0]}" is missing, the first of dialogue.languages. Write it.'
            yield Problem(key, what)


def _state_problems(keys: FileKeys) -> Iterator[Problem]:
    for index, state in enumerate(keys.delegations.states):
        if not is_state(state.code):
            meant = likely(state.code.upper(), state_codes())
            what = f'there is no State "{state.code}". Write its ISO 3166-1 code, like "BR". {meant}'.rstrip()
            yield Problem(f"delegations.states[{index}].code", what)


def _article_problems(keys: FileKeys) -> Iterator[Problem]:
    """An article that a language does not have would be spoken as if there were none."""
    groups = [(f"groups[{index}]", group.article) for index, group in enumerate(keys.groups)]
    states = [(f"delegations.states[{n}]", state.article) for n, state in enumerate(keys.delegations.states)]
    for key, words in (*groups, *states):
        for language, article in (words or {}).items():
            known = next(articles for lang, articles in ARTICLES.items() if lang == language)
            if article not in known:
                what = f'"{article}" is no article in {language}. Write {", ".join(known)}, or leave it out.'
                yield Problem(f"{key}.article.{language}", what)


def _name_problems(keys: FileKeys) -> Iterator[Problem]:
    """States are parties and seats at once, so that their codes must differ from both kinds of names."""
    groups = [(f"groups[{index}]", group) for index, group in enumerate(keys.groups)]
    states = [
        (f"delegations.states[{index}].code", s.code) for index, s in enumerate(keys.delegations.states)
    ]
    seats = [(f"{key}.seats[{n}].id", seat.id) for key, group in groups for n, seat in enumerate(group.seats)]
    yield from _repeated([("chair", CHAIR), *((f"{key}.id", group.id) for key, group in groups), *states])
    yield from _repeated([("chair.presiding", CHAIR), ("chair.deputy", DEPUTY), *seats, *states])
    yield from _repeated([(f"{key}.shape", group.shape) for key, group in groups])
    yield from _repeated([(f"themes[{index}].id", theme.id) for index, theme in enumerate(keys.themes)])
    yield from _repeated([(f"screens[{index}].id", screen.id) for index, screen in enumerate(keys.screens)])


def _repeated(named: list[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a problem for each name that another thing of its kind already has."""
    first: dict[str, str] = {}
    for key, name in named:
        if first.setdefault(name, key) != key:
            yield Problem(key, f'"{name}" is taken already, by {first[name]}. Write another.')


def _time_problems(keys: FileKeys) -> Iterator[Problem]:
    dialogue = keys.dialogue
    known = available_timezones()
    if dialogue.timezone not in known:
        meant = likely(dialogue.timezone, sorted(known)) or 'Write a name like "America/Bogota".'
        yield Problem("dialogue.timezone", f'there is no time zone "{dialogue.timezone}". {meant}')
        return
    for name in ("start", "end", "hard_stop", "inscription_from"):
        time: TimeOfDay | None = getattr(dialogue, name)
        if time is not None and not _exists(instant(keys, time)):
            what = f"clocks in {dialogue.timezone} are put forward then: there is no {time} on that day. Write another."
            yield Problem(f"dialogue.{name}", what)
    if dialogue.end <= dialogue.start:
        what = (
            f"{dialogue.end} is not after the start, {dialogue.start}. A dialogue begins and ends on one day."
        )
        yield Problem("dialogue.end", what)
    if dialogue.hard_stop is not None and dialogue.hard_stop < dialogue.end:
        what = f"{dialogue.hard_stop} is before the end, {dialogue.end}. Write when the interpreters leave."
        yield Problem("dialogue.hard_stop", what)
    if dialogue.inscription_from is not None and dialogue.inscription_from > dialogue.start:
        what = f"{dialogue.inscription_from} is after the start, {dialogue.start}. Write an earlier time."
        yield Problem("dialogue.inscription_from", what)


def _exists(local: datetime) -> bool:
    """False for a time that the zone skips (PEP 495): there and back it is another."""
    there = local.astimezone(UTC).astimezone(local.tzinfo)
    return there.replace(tzinfo=None) == local.replace(tzinfo=None)


def _rule_problems(keys: FileKeys) -> Iterator[Problem]:
    rules = msgspec.structs.asdict(keys.rules)
    if rules["warn_last"] >= rules["warn_first"]:
        yield Problem("rules.warn_last", "it is not shorter than rules.warn_first. Write a shorter one.")


def _server_problems(keys: FileKeys) -> Iterator[Problem]:
    url = keys.server.public_url
    if url and not _BASE_URL.fullmatch(url):
        what = f'"{url}" is no address. Write it like "https://dialogue.example.org", without a slash at its end.'
        yield Problem("server.public_url", what)
