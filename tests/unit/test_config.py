"""The configuration: what is shipped holds, and each mistake is named with file, key and remedy."""

import random
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from server.config import Config, ConfigError, load
from server.dialogue.model.setup import LANGUAGES, Lengths, Rules, Setup, Text

SHIPPED = Path(__file__).parents[2] / "config.toml"
BOGOTA = ZoneInfo("America/Bogota")


@pytest.fixture(scope="module")
def shipped() -> Config:
    """The configuration in the repository."""
    return load(SHIPPED)


def edited(folder: Path, old: str, new: str) -> Path:
    """The shipped file with the first `old` replaced: what one slip of its author leaves behind."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text, f"the shipped file no longer has {old!r}"
    file = folder / "edited.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def problems(folder: Path, old: str, new: str) -> list[tuple[str, str]]:
    """The mistakes found after that slip, as key and text."""
    with pytest.raises(ConfigError) as caught:
        load(edited(folder, old, new))
    return [(problem.key, problem.what) for problem in caught.value.problems]


def test_shipped_parties(shipped: Config) -> None:
    """34 States without Cuba, four groups told apart by shape, the chair; precedence is the draw named there."""
    parties = shipped.setup.parties
    states = [party.id for party in parties if party.kind == "state"]
    assert len(states) == 34
    assert "CU" not in states
    drawn = random.Random("Cartagena 2012")  # noqa: S311 - the lot that the file names, not a secret
    assert states == drawn.sample(sorted(states), 34)
    assert {p.id: p.mark for p in parties if p.kind == "group"} == {
        "youth": "triangle",
        "civil_society": "circle",
        "workers": "square",
        "indigenous": "diamond",
    }
    assert [p.id for p in parties if p.kind == "chair"] == ["chair"]


def test_shipped_seats(shipped: Config) -> None:
    """Two seats for each group, one for each State, chair and deputy; each has names in four languages."""
    seats = shipped.setup.seats
    of_groups = [s.id for s in seats if s.party in {p.id for p in shipped.setup.parties if p.kind == "group"}]
    assert of_groups == [
        f"{group}-{n}" for group in ("youth", "civil_society", "workers", "indigenous") for n in (1, 2)
    ]
    assert {s.id for s in seats if s.party == "chair"} == {"chair", "deputy"}
    assert len(seats) == 8 + 34 + 2
    for seat in seats:
        person = shipped.people[seat.person]
        assert set(person.name) == set(person.function) == set(LANGUAGES), seat.id
    assert {s.id: s.language for s in seats if s.id in {"BR", "HT", "SR", "CO"}} == {
        "BR": "pt",
        "HT": "fr",
        "SR": "en",
        "CO": "es",
    }


def test_shipped_times_are_those_of_the_concept_note(shipped: Config) -> None:
    """10:30 to 13:00 on 13 April 2012 in Bogotá; the booths leave at 13:10, States inscribe from 09:30."""
    setup = shipped.setup
    instants = (setup.inscription_ms, setup.planned_start_ms, setup.planned_end_ms, setup.hard_stop_ms)
    local = [datetime.fromtimestamp(ms / 1_000, BOGOTA) for ms in instants]
    assert [f"{t:%Y-%m-%d %H:%M}" for t in local] == [
        f"2012-04-13 {t}" for t in ("09:30", "10:30", "13:00", "13:10")
    ]


def test_shipped_lengths_and_rules_are_the_defaults(shipped: Config) -> None:
    """The values that the README gives stand in the file as in the code: leaving a key out changes nothing."""
    assert shipped.setup.lengths == Lengths()
    assert shipped.setup.rules == Rules()


@pytest.mark.parametrize("struct", [Lengths, Rules, Setup])
def test_every_length_and_rule_stands_in_the_shipped_file(struct: type[msgspec.Struct]) -> None:
    """Nobody has to read code to learn what can be chosen; each key comes with a comment above it."""
    text = SHIPPED.read_text(encoding="utf-8")
    names = (
        [field.removesuffix("_ms") for field in struct.__struct_fields__]
        if struct is not Setup
        else ["timezone"]
    )
    for name in names:
        assert re.search(rf"^(#.*|[a-z_]+ = .*)\n{name} = ", text, re.MULTILINE), name


def test_names_of_states(shipped: Config) -> None:
    """Names are the Organization's: in full, and as it writes them in each language."""
    name: dict[str, Text] = {party.id: party.name for party in shipped.setup.parties}
    assert name["BR"] == {"es": "Brasil", "en": "Brazil", "pt": "Brasil", "fr": "Brésil"}
    assert name["LC"]["en"] == "Saint Lucia"
    assert name["KN"]["es"] == "Saint Kitts y Nevis"
    assert name["VC"]["fr"] == "Saint-Vincent-et-les Grenadines"
    assert not [n for names in name.values() for n in names.values() if "&" in n or "St. " in n]


def test_the_first_event_can_hold_it(shipped: Config) -> None:
    """What is loaded is made of plain values: encoded and read back it is the same."""
    assert msgspec.json.decode(msgspec.json.encode(shipped.setup), type=Setup) == shipped.setup


def test_other_values_arrive(tmp_path: Path) -> None:
    """A choice made in the file is the choice in force: durations, factors, a name of its own."""
    lengths = load(edited(tmp_path, 'statement = "2:00"', 'statement = "1:45"')).setup.lengths
    assert lengths == Lengths(statement_ms=105_000)
    state = '{ code = "BR", language = "pt", time_factor = 1.5, consecutive = true, name.es = "Brasil (RF)" }'
    setup, people = load(edited(tmp_path, '{ code = "BR", language = "pt" }', state)).prepared
    brazil = next(people[seat.person] for seat in setup.seats if seat.id == "BR")
    assert (brazil.time_factor, brazil.consecutive, brazil.name) == (1.5, True, {"es": "Brasil (RF)"})
    setup = load(edited(tmp_path, 'hard_stop = "13:10"\n', "")).setup
    assert setup.hard_stop_ms == setup.planned_end_ms


FIRST_STATE = '{ code = "VC", language = "en" }'
MISTAKES = [
    # what the author wrote instead of what → key, words of the answer
    ("answers_batch =", "answer_batch =", "rules.answer_batch", 'Did you mean "answers_batch"?'),
    ("\n[server]", "\n[sever]", "sever", 'Did you mean "server"?'),
    ("host =", "zzz =", "server.zzz", "Known: host, port, public_url, journal."),
    ('shape = "circle"', 'shap = "circle"', "groups[1].shap", 'Did you mean "shape"?'),
    (FIRST_STATE, '{ code = "VC", lang = "en" }', "delegations.states[0].lang", 'Did you mean "language"?'),
    ("port = 8012", 'port = "8012"', "server.port", "this is text in quotes. Write a whole number."),
    ("port = 8012", "port = 80120", "server.port", "<= 65535"),
    ("rotate_groups = true", "rotate_groups = 1", "rules.rotate_groups", "Write true or false."),
    ("pace = 0.9", "pace = 0.0", "lengths.pace", "> 0"),
    ("date = 2012-04-13", 'date = "13 April"', "dialogue.date", "this is not a day. Write a day without"),
    ("date = 2012-04-13", "date = 2012-04-13T10:30:00", "dialogue.date", "Write a day without quotes"),
    (
        'statement = "2:00"',
        "statement = 120",
        "lengths.statement",
        'Write minutes:seconds in quotes, like "6:00".',
    ),
    ('statement = "2:00"', 'statement = "2:60"', "lengths.statement", '"2:60" is not a duration.'),
    ('statement = "2:00"', 'statement = "0:00"', "lengths.statement", 'The shortest is "0:01".'),
    ('start = "10:30"', 'start = "25:30"', "dialogue.start", '"25:30" is not a time.'),
    ('start = "10:30"', 'start = "13:00"', "dialogue.end", "13:00 is not after the start, 13:00."),
    ('hard_stop = "13:10"', 'hard_stop = "12:59"', "dialogue.hard_stop", "12:59 is before the end, 13:00."),
    ('"09:30"', '"10:31"', "dialogue.inscription_from", "10:31 is after the start, 10:30."),
    ("America/Bogota", "America/Bogotá", "dialogue.timezone", 'Did you mean "America/Bogota"?'),
    ("America/Bogota", "", "dialogue.timezone", 'Write a name like "America/Bogota".'),
    ("\n[server]", "\n[server]\nx.y = 1", "server.x", "there is no such key."),
    ('languages = ["es",', 'languages = ["de",', "dialogue.languages[0]", "Known: en, es, fr, pt."),
    ('languages = ["es",', 'languages = ["en",', "dialogue.languages[1]", '"en" is taken already'),
    ('title.es = "', 'title.it = "', "dialogue.title", 'there is no language "it" here.'),
    ('place.es = "Centro', 'place.es = ""#', "dialogue.place", "the text in es is"),
    ('order = "arrival"', 'order = "arrivals"', "rules.order", 'Did you mean "arrival"?'),
    ('"carry_over"\n', '"carry"\n', "rules.unheard", 'Did you mean "carry_over"?'),
    ("places_down = 3", "places_down = 0", "rules.places_down", ">= 1"),
    ("requests_per_seat = 1", "requests_per_seat = 11", "rules.requests_per_seat", "<= 10"),
    ("consecutive_factor = 2.0", "consecutive_factor = 0.5", "rules.consecutive_factor", ">= 1"),
    ('shape = "circle"', 'shape = "cirle"', "groups[1].shape", 'Did you mean "circle"?'),
    (
        'shape = "circle"',
        'shape = "square"',
        "groups[2].shape",
        '"square" is taken already, by groups[1].shape.',
    ),
    ('id = "workers"', 'id = "youth"', "groups[2].id", '"youth" is taken already, by groups[0].id.'),
    ('id = "workers"', 'id = "chair"', "groups[2].id", '"chair" is taken already, by chair.'),
    (
        '"workers-2"',
        '"youth-1"',
        "groups[2].seats[1].id",
        '"youth-1" is taken already, by groups[0].seats[0].id.',
    ),
    ('"workers-2"', '"deputy"', "groups[2].seats[1].id", '"deputy" is taken already, by chair.deputy.'),
    ('"workers-2"', '"workers 2"', "groups[2].seats[1].id", "this is no name."),
    ('id = "security"', 'id = "poverty"', "themes[2].id", '"poverty" is taken already, by themes[1].id.'),
    ('"hall-right"', '"hall-left"', "screens[1].id", '"hall-left" is taken already, by screens[0].id.'),
    ('{ code = "GY"', '{ code = "XX"', "delegations.states[1].code", 'there is no State "XX".'),
    ('{ code = "GY"', '{ code = "br"', "delegations.states[1].code", 'Did you mean "BR"?'),
    ('language = "pt" }', 'language = "pt", time_factor = 9.0 }', "delegations.states[", "<= 4"),
    ('timezone = "America/Bogota"\n', "", "dialogue.timezone", "this key is missing."),
    ('public_url = ""', 'public_url = "http://a.org/"', "server.public_url", "without a slash at its end."),
    ('public_url = ""', 'public_url = "a.org"', "server.public_url", '"a.org" is no address.'),
    ('warn_last = "0:15"', 'warn_last = "1:00"', "rules.warn_last", "not shorter than rules.warn_first"),
    ('warn_first = "1:00"', 'warn_first = "6:00"', "rules.warn_first", "slot_first_round is the longest"),
    ('shorten = "1:00"', 'shorten = "0:10"', "lengths.shorten", 'Write "0:15" or more.'),
    ('extend = "15:00"', 'extend = "120:01"', "rules.extend", 'Write "120:00" or less.'),
]


@pytest.mark.parametrize(("old", "new", "key", "words"), MISTAKES, ids=[f"{m[2]}: {m[3]}" for m in MISTAKES])
def test_a_mistake_is_named_with_its_key_and_remedy(
    tmp_path: Path, old: str, new: str, key: str, words: str
) -> None:
    """One slip, one answer: where it is and what to write instead."""
    ((found_key, found_words),) = problems(tmp_path, old, new)
    assert found_key == key or (key.endswith("[") and found_key.startswith(key))
    assert words in found_words
    assert found_words.endswith((".", "?"))


def test_a_code_that_is_there_twice(tmp_path: Path) -> None:
    """A State drawn twice is reported as party and as seat, under the key of the second."""
    found = problems(tmp_path, '{ code = "GY"', '{ code = "VC"')
    assert {key for key, _ in found} == {"delegations.states[1].code"}


def test_a_first_language_without_texts(tmp_path: Path) -> None:
    """A text that is missing in the language everything falls back to is named by its key."""
    file = edited(tmp_path, 'name.es = "Seguridad', '# = "')
    with pytest.raises(ConfigError, match=r"themes\[2\]\.name: the text in \"es\" is missing"):
        load(file)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """The author needs one run, not one for each mistake."""
    file = edited(tmp_path, 'hard_stop = "13:10"', 'hard_stop = "12:00"')
    file.write_text(file.read_text().replace('id = "security"', 'id = "poverty"'))
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert [problem.key for problem in caught.value.problems] == ["themes[2].id", "dialogue.hard_stop"]
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{file}: ") for line in lines)


def test_a_time_that_the_clocks_skip(tmp_path: Path) -> None:
    """On the day clocks are put forward, 02:30 does not exist: better said now than an hour wrong then."""
    file = edited(tmp_path, 'timezone = "America/Bogota"', 'timezone = "America/New_York"')
    text = file.read_text().replace("2012-04-13", "2012-03-11").replace('"09:30"', '"02:30"')
    file.write_text(text)
    with pytest.raises(
        ConfigError, match=r"dialogue\.inscription_from: clocks in America/New_York are put forward"
    ):
        load(file)


def test_syntax_errors_name_the_line(tmp_path: Path) -> None:
    """A forgotten quote is found by its line."""
    file = edited(tmp_path, 'id = "cartagena-2012"', 'id = "cartagena-2012')
    line = SHIPPED.read_text().splitlines().index('id = "cartagena-2012"') + 1
    with pytest.raises(ConfigError, match=rf"edited.toml: this is not TOML: .* \(at line {line}, column"):
        load(file)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """No file, a folder, another encoding: said in words, with the file's name."""
    with pytest.raises(ConfigError, match=r"nowhere.toml: there is no such file. Name one with --config"):
        load(tmp_path / "nowhere.toml")
    with pytest.raises(ConfigError, match="it cannot be read"):
        load(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes("title = 'diálogo'".encode("latin-1"))
    with pytest.raises(ConfigError, match="Save it as UTF-8"):
        load(latin)
    empty = tmp_path / "empty.toml"
    empty.touch()
    with pytest.raises(ConfigError, match="dialogue: this key is missing"):
        load(empty)


SHIPPED_TEXT = SHIPPED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "saved",
    [
        SHIPPED_TEXT.encode("utf-8-sig"),
        SHIPPED_TEXT.replace("\n", "\r\n").encode(),
        SHIPPED_TEXT.replace("\n", "\r").encode(),
        SHIPPED_TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["byte-order mark", "CRLF", "CR", "byte-order mark and CRLF"],
)
def test_a_file_is_read_as_any_editor_saves_it(tmp_path: Path, shipped: Config, saved: bytes) -> None:
    """A byte-order mark and the ends of lines say nothing about the dialogue."""
    file = tmp_path / "saved.toml"
    file.write_bytes(saved)
    assert load(file) == shipped


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (SHIPPED_TEXT.encode("utf-16"), "UTF-16, or no text at all. Save it as UTF-8."),
        (SHIPPED_TEXT.encode("utf-16-le"), "UTF-16, or no text at all. Save it as UTF-8."),
        (SHIPPED_TEXT.encode("utf-32"), "Save it as UTF-8."),
        (SHIPPED_TEXT.encode("cp1252", "replace"), "line 12: it is not UTF-8 text"),
        (b"\n \r\n\t\n", "the file is empty. Take config.toml from the repository."),
        (b"# all of it is a comment\n", "dialogue: this key is missing"),
        (SHIPPED_TEXT.replace('"10:30"', "“10:30”").encode(), "Write straight quotes"),
        (SHIPPED_TEXT.replace("port = 8012", "port =\u00a08012").encode(), "a space of another kind"),
    ],
    ids=["UTF-16", "UTF-16 without mark", "UTF-32", "Windows", "blank", "comments", "quotes", "spaces"],
)
def test_a_file_that_an_editor_spoilt_is_answered_with_the_remedy(
    tmp_path: Path, saved: bytes, words: str
) -> None:
    """Another encoding, nothing in it, a word processor's quotes and spaces: never "Invalid statement" alone."""
    file = tmp_path / "saved.toml"
    file.write_bytes(saved)
    with pytest.raises(ConfigError, match=re.escape(words)):
        load(file)


def test_what_is_allowed_but_hardly_meant_is_said(tmp_path: Path, shipped: Config) -> None:
    """A first warning at 3:00 never comes in a statement of 2:00: the author is told, not the hall (R22)."""
    assert shipped.advice == ()
    found = load(edited(tmp_path, 'warn_first = "1:00"', 'warn_first = "3:00"')).advice
    assert [problem.key for problem in found] == ["rules.warn_first"]
    assert "lengths.statement" in found[0].what
    assert "slot_first_round" not in found[0].what
    found = load(edited(tmp_path, 'shorten = "1:00"', 'shorten = "2:00"')).advice
    assert [problem.key for problem in found] == ["lengths.shorten"]


@pytest.mark.parametrize(
    ("written", "key", "told"),
    [
        ('symbol = " ASCA"', "result.symbol", "Type it anew."),
        ('series = "OEA\\u202e"', "result.series", "Type it anew."),
        ('original = "de"', "result.original", "there is no choice"),
        ('original = "fr"', "result.original", "is none of dialogue.languages. Write one of them: es, en."),
    ],
)
def test_what_stands_at_the_head_of_the_record_can_be_read(
    tmp_path: Path, written: str, key: str, told: str
) -> None:
    """Series and symbol without what nobody sees; the original is in one of the dialogue's languages."""
    name = written.partition(" ")[0]
    text = SHIPPED.read_text(encoding="utf-8").replace('["es", "en", "pt", "fr"]', '["es", "en"]')
    lines = ["" if line.startswith(f"{name} = ") else line for line in text.splitlines()]
    file = tmp_path / "edited.toml"
    file.write_text("\n".join(lines).replace("\n[result]\n", f"\n[result]\n{written}\n"), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    (problem,) = caught.value.problems
    assert problem.key == key
    assert told in problem.what
