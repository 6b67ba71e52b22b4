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
from server.config.states import is_state, state_meant
from server.config.strict import texts
from server.config.values import TimeOfDay, likely
from server.dialogue.model.text import cleaned
from server.dialogue.rooms.session import MAX_EXTENSION_MS
from server.dialogue.rooms.speakers import MIN_STATEMENT_MS

BASE_URL: Final = re.compile(r"https?://[^/\s?#]+(/[^/\s?#]+)*")
NO_STATE: Final = (
    "Who is neither a member nor an observer State of the United Nations takes part as a group, or as a guest whom "
    "the console adds."
)
MAIN_TURNS: Final = (
    "slot_first_round",
    "slot_later_rounds",
    "statement",
    "answer",
    "right_of_reply",
    "remarks",
)
TURNS: Final = (*MAIN_TURNS, "follow_up", "second_right_of_reply", "point_of_order")
"""Lengths of what has a speech clock."""
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
    yield from _warning_problems(keys)
    yield from _length_problems(keys)
    yield from _result_problems(keys)
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
            meant = state_meant(state.code)
            remedy = f'Did you mean "{meant}"?' if meant else NO_STATE
            what = f'there is no State "{state.code}". Write its ISO 3166-1 code, like "BR". {remedy}'
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


def _warning_problems(keys: FileKeys) -> Iterator[Problem]:
    """R22: the last warning comes after the first, and both within some turn."""
    rules, lengths = msgspec.structs.asdict(keys.rules), msgspec.structs.asdict(keys.lengths)
    if rules["warn_last"] >= rules["warn_first"]:
        yield Problem("rules.warn_last", "it is not shorter than rules.warn_first. Write a shorter one.")
    longest = max(TURNS, key=lambda name: lengths[name])
    if rules["warn_first"] >= lengths[longest]:
        what = f"no turn is longer (lengths.{longest} is the longest), so it would never come. Write a shorter one."
        yield Problem("rules.warn_first", what)


def advice(keys: FileKeys) -> Iterator[Problem]:
    """Yield what is allowed but hardly meant: the dialogue can be held with it."""
    rules, lengths = msgspec.structs.asdict(keys.rules), msgspec.structs.asdict(keys.lengths)
    for warning, turns in (("warn_first", MAIN_TURNS), ("warn_last", TURNS)):
        without = [f"lengths.{name}" for name in turns if rules[warning] >= lengths[name]]
        if without:
            what = (
                f"a turn that is no longer never has this warning (R22): {', '.join(without)}. Write a shorter one "
                "if it should."
            )
            yield Problem(f"rules.{warning}", what)
    if lengths["shorten"] >= lengths["statement"]:
        what = "it is no shorter than lengths.statement, so it is not offered (R35). Write a shorter one if it should."
        yield Problem("lengths.shorten", what)


def _length_problems(keys: FileKeys) -> Iterator[Problem]:
    """R2, R35: what the console offers is what the core takes."""
    shorten, extend = (
        msgspec.structs.asdict(keys.lengths)["shorten"],
        msgspec.structs.asdict(keys.rules)["extend"],
    )
    if shorten < MIN_STATEMENT_MS:
        least = _written(MIN_STATEMENT_MS)
        what = f'statements are shortened to {least} at least (R35). Write "{least}" or more.'
        yield Problem("lengths.shorten", what)
    if extend > MAX_EXTENSION_MS:
        most = _written(MAX_EXTENSION_MS)
        yield Problem("rules.extend", f'one extension is {most} at most (R2). Write "{most}" or less.')


def _written(ms: int) -> str:
    """A duration as the file has it."""
    return f"{ms // 60_000}:{ms // 1_000 % 60:02}"


def _result_problems(keys: FileKeys) -> Iterator[Problem]:
    """Series and symbol stand at the head of each page; the original is one of the dialogue's languages."""
    for name in ("series", "symbol"):
        written = getattr(keys.result, name)
        if cleaned(written) != written:
            what = "there are characters in it that nobody can see, or spaces at its ends. Type it anew."
            yield Problem(f"result.{name}", what)
    original, languages = keys.result.original, keys.dialogue.languages
    if original is not None and original not in languages:
        what = f'"{original}" is none of dialogue.languages. Write one of them: {", ".join(languages)}.'
        yield Problem("result.original", what)


def _server_problems(keys: FileKeys) -> Iterator[Problem]:
    if what := public_url_problem(keys.server.public_url):
        yield Problem("server.public_url", what)


def public_url_problem(url: str) -> str:
    """Return what is wrong with where the server says it is reached, and the remedy; "": nothing, or there is none."""
    if not url or BASE_URL.fullmatch(url):
        return ""
    return f'"{url}" is no address. Write it like "https://dialogue.example.org", without a slash at its end.'
