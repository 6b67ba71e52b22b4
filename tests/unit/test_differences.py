"""What of a file no longer counts: each key of it, changed by its author, is named as the author wrote it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from server.config import differences, load, told
from server.dialogue.model.register import Prepared
from server.dialogue.model.setup import Lengths, Rules

SHIPPED = Path(__file__).parents[2] / "config.toml"
TEXT = SHIPPED.read_text("utf-8")


def changed(folder: Path, *slips: tuple[str, str]) -> tuple[str, ...]:
    """What differs after these edits of a file that the dialogue had begun with."""
    text = TEXT
    for old, new in slips:
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / "edited.toml"
    file.write_text(text, "utf-8")
    return differences(load(file).prepared, load(SHIPPED).prepared)


EDITS = [
    ('statement = "2:00"', 'statement = "1:30"', "lengths.statement"),
    ("pace = 0.9", "pace = 0.8", "lengths.pace"),
    ("devices = 3", "devices = 4", "rules.devices"),
    ('order = "arrival"', 'order = "balanced"', "rules.order"),
    ('title.en = "Strengthening', 'title.en = "More: Strengthening', "dialogue.title"),
    ('end = "13:00"', 'end = "12:30"', "dialogue.end"),
    ('hard_stop = "13:10"\n', "", "dialogue.hard_stop"),
    ("date = 2012-04-13", "date = 2012-04-14", "dialogue.date"),
    ('id = "cartagena-2012"', 'id = "cartagena"', "dialogue.id"),
    ('languages = ["es", "en", "pt", "fr"]', 'languages = ["es", "pt", "en", "fr"]', "dialogue.languages"),
    ('name.en = "Physical integration', 'name.en = "Integration', "themes[0].name"),
    ('name.fr = "Présidence"', 'name.fr = "La présidence"', "chair.name"),
    ('name.en = "Deputy chair"', 'name.en = "Vice-chair"', "chair.deputy.name"),
    ('name.en = "Youth, representative 2"', 'name.en = "Ana"', "groups[0].seats[1].name"),
    ('article.fr = "la"', 'article.fr = "les"', "groups[0].article"),
    ('function.es = "III Foro', 'function.es = "Foro', "groups[0].function"),
    (
        '{ code = "BR", language = "pt" }',
        '{ code = "BR", language = "es" }',
        "delegations.states[32].language",
    ),
    ('{ code = "VC",', '{ code = "VC", time_factor = 1.5,', "delegations.states[0].time_factor"),
    ('{ code = "VC",', '{ code = "VC", function.es = "Ministro",', "delegations.states[0].function"),
    ('{ code = "VC",', '{ code = "VC", name.es = "San Vicente",', "delegations.states[0].name"),
    ('function.en = "Head of delegation"', 'function.en = "Head"', "delegations.function"),
    ('{ code = "VC", language = "en" },\n', "", "delegations.states"),
    ('{ code = "VC",', '{ code = "CU", language = "es" },\n{ code = "VC",', "delegations.states[0]"),
    ('id = "lobby"\n', 'id = "hallway"\n', "screens[2]"),
    ('name = { es = "Vestíbulo"', 'name = { es = "Hall"', "screens[2].name"),
]


@pytest.mark.parametrize(("old", "new", "key"), EDITS, ids=[edit[2] for edit in EDITS])
def test_an_edited_key_is_named(tmp_path: Path, old: str, new: str, key: str) -> None:
    """One edit, and its key is among those named; but for what follows from it, no other is."""
    found = changed(tmp_path, (old, new))
    assert key in found
    follows = {".article", "screens"}
    assert [other for other in found if other != key and not other.endswith(tuple(follows))] == []


def test_every_length_and_rule_is_compared() -> None:
    """None can be added that is not named."""
    shipped, people = load(SHIPPED).prepared
    for table, fields in (("lengths", Lengths), ("rules", Rules)):
        for name in fields.__struct_fields__:
            other = replace(shipped, **{table: replace(getattr(shipped, table), **{name: 7})})
            assert differences(Prepared(other, people), Prepared(shipped, people)) == (
                f"{table}.{name.removesuffix('_ms')}",
            )


def test_the_server_table_and_the_same_file_differ_in_nothing(tmp_path: Path) -> None:
    """Operations come from the file for good."""
    assert changed(tmp_path) == ()
    assert changed(tmp_path, ("port = 8012", "port = 8013")) == ()


def test_the_order_of_states_is_one_difference(tmp_path: Path) -> None:
    """Two that changed places are not 34 differences."""
    first, second = '{ code = "VC", language = "en" }', '{ code = "GY", language = "en" }'
    assert changed(tmp_path, (first, "?"), (second, first), ("?", second)) == ("delegations.states",)


def test_it_is_said_in_one_sentence() -> None:
    """With their number where they are too many to read."""
    assert told(("a",)) == "a differs from what the dialogue began with, and no longer does anything"
    assert told(("a", "b")) == "a, b differ from what the dialogue began with, and no longer do anything"
    assert "and 3 more differ" in told(tuple("abcdefghijklmno"))
