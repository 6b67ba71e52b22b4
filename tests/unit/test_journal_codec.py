"""Entries as bytes, and the chain of their hashes."""

import enum
from collections.abc import Callable
from typing import Any, Final

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect
from msgspec.structs import replace

from server.dialogue.entry import Entry
from server.dialogue.model.ids import PartyId, SeatId
from server.dialogue.model.state import Links
from server.dialogue.registry import COMMANDS, EVENTS, AnyCommand
from server.dialogue.rooms.requests import Ask
from server.dialogue.rooms.session import Created, Extended
from server.dialogue.rooms.speakers import CloseList, OpenList
from server.journal.codec import (
    FORMAT,
    Row,
    Undecodable,
    check_follows,
    decode,
    digest,
    encode,
    fingerprint,
    stored_form,
    verified,
)
from server.journal.port import Broken

INT64: Final = 2**63
SLOW: Final = [HealthCheck.too_slow]  # on a busy machine, building a whole configuration is

GOLDEN: Final = Entry(
    seq=2,
    id="e2",
    at_ms=1_790_000_000_002,
    actor="console:chair",
    command_id="c2",
    fingerprint="0f" * 16,
    events=(Extended(planned_end_ms=1_790_000_900_000),),
    prev="ab" * 32,
)
GOLDEN_BYTES: Final = (
    b'{"format":4,"entry":{"seq":2,"id":"e2","at_ms":1790000000002,"actor":"console:chair","command_id":"c2",'
    b'"fingerprint":"' + b"0f" * 16 + b'",'
    b'"events":[{"type":"extended","planned_end_ms":1790000900000}],"prev":"' + b"ab" * 32 + b'"}}'
)
OLDER: Final = {
    1: (
        b'{"format":1,"entry":{"seq":2,"id":"e2","at_ms":1790000000002,"actor":"console:chair","command_id":"c2",'
        b'"events":[{"type":"extended","planned_end_ms":1790000900000}],"prev":"' + b"ab" * 32 + b'"}}',
        "acee30241914c1083369ae0491fb8a5f9f3271269a64af222ad470d43b535aff",
        replace(GOLDEN, fingerprint=""),
    ),
    2: (
        b'{"format":2,"entry":{"seq":2,"id":"e2","at_ms":1790000000002,"actor":"console:chair","command_id":"c2",'
        b'"fingerprint":"' + b"0f" * 16 + b'",'
        b'"events":[{"type":"extended","planned_end_ms":1790000900000}],"prev":"' + b"ab" * 32 + b'"}}',
        "e255fd960f89344e64c40132df71d90208cc758448868041803d1875d3407337",
        GOLDEN,
    ),
    3: (
        b'{"format":3,"entry":{"seq":2,"id":"e2","at_ms":1790000000002,"actor":"console:chair","command_id":"c2",'
        b'"fingerprint":"' + b"0f" * 16 + b'",'
        b'"events":[{"type":"extended","planned_end_ms":1790000900000}],"prev":"' + b"ab" * 32 + b'"}}',
        "18a162d51acac44bdda1426ec8b916b6a840b6736e4abc58429bb98e9fc85761",
        GOLDEN,
    ),
}
"""An entry in each older format: its bytes, their hash, and what it says today."""


def _struct(kind: inspect.StructType) -> st.SearchStrategy[Any]:
    required = {field.name: values(field.type) for field in kind.fields if field.required}
    optional = {field.name: values(field.type) for field in kind.fields if not field.required}
    given_fields = st.fixed_dictionaries(required, optional=optional)
    return given_fields.map(lambda fields: kind.cls(**fields))


BUILDERS: dict[type[inspect.Type], Callable[[Any], st.SearchStrategy[Any]]] = {
    inspect.NoneType: lambda _: st.none(),
    inspect.BoolType: lambda _: st.booleans(),
    inspect.IntType: lambda kind: st.integers(
        -INT64 if kind.ge is None else kind.ge, INT64 - 1 if kind.le is None else kind.le
    ),
    inspect.FloatType: lambda kind: st.floats(kind.ge, kind.le, allow_nan=False, allow_infinity=False),
    inspect.StrType: lambda kind: st.text(min_size=kind.min_length or 0, max_size=kind.max_length or 12),
    inspect.LiteralType: lambda kind: st.sampled_from(kind.values),
    inspect.EnumType: lambda kind: st.sampled_from(list[enum.Enum](kind.cls)),
    inspect.UnionType: lambda kind: st.one_of([values(one) for one in kind.types]),
    inspect.VarTupleType: lambda kind: st.lists(values(kind.item_type), max_size=3).map(tuple),
    inspect.TupleType: lambda kind: st.tuples(*map(values, kind.item_types)),
    inspect.FrozenSetType: lambda kind: st.frozensets(values(kind.item_type), max_size=3),
    inspect.DictType: lambda kind: st.dictionaries(
        values(kind.key_type), values(kind.value_type), max_size=3
    ),
    inspect.StructType: _struct,
}


def values(kind: inspect.Type) -> st.SearchStrategy[Any]:
    """Any value of a type that msgspec describes; a kind of type not met before has to be added above."""
    return BUILDERS[type(kind)](kind)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
@settings(max_examples=20, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_event_comes_back_as_it_was(event: type[msgspec.Struct], data: st.DataObject) -> None:
    """Whatever an event holds, decoding gives the entry that was encoded, and the same bytes again."""
    one = values(inspect.type_info(event))
    entry = replace(GOLDEN, events=tuple(data.draw(st.lists(one, min_size=1, max_size=3))))
    assert decode(encode(entry)) == entry
    assert encode(decode(encode(entry))) == encode(entry)


@settings(suppress_health_check=SLOW)
@given(values(inspect.type_info(Entry)))
def test_every_entry_comes_back_as_it_was(entry: Entry) -> None:
    """The same for entries with any mixture of events, or none."""
    assert decode(encode(entry)) == entry


def test_the_bytes_of_the_present_format_stay_as_they_are() -> None:
    """Journals in that format exist: neither the bytes nor their hash may change."""
    assert encode(GOLDEN) == GOLDEN_BYTES
    assert decode(GOLDEN_BYTES) == GOLDEN
    assert digest(GOLDEN_BYTES) == "28cc84b8a4b79bbca8dd9752e606285094558d7ec266004ec6f1ff97946e65ec"


@pytest.mark.parametrize("number", range(1, FORMAT))
def test_an_older_format_is_read(number: int) -> None:
    """Its bytes and their hash stay as they are; what they do not say, the next format says for them."""
    body, hashed, entry = OLDER[number]
    assert decode(body) == entry
    assert digest(body) == hashed
    assert encode(entry) != body


@pytest.mark.parametrize("entry", [b"[]", b'{"seq":"2"}', b"{}"])
def test_an_older_format_with_another_content_is_refused(entry: bytes) -> None:
    """It is not understood half."""
    with pytest.raises(Undecodable, match="its content cannot be read"):
        decode(b'{"format":1,"entry":%s}' % entry)


def test_older_bytes_that_look_like_an_entry_of_today_are_still_upcast() -> None:
    """A step may change what a field means and not its form: the number of the format decides."""
    older = GOLDEN_BYTES.replace(b'"format":4', b'"format":1')
    assert decode(older) == replace(GOLDEN, fingerprint="")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
@settings(max_examples=20, suppress_health_check=SLOW)
@given(data=st.data())
def test_a_command_has_one_fingerprint(command: type[msgspec.Struct], data: st.DataObject) -> None:
    """Sent over the wire, with its defaults written out or left out, it is the same; with another content it is not."""
    one, other = (data.draw(values(inspect.type_info(command))) for _ in range(2))
    sent = msgspec.json.decode(msgspec.json.encode(written_out(one)), type=AnyCommand)
    assert sent == one
    assert fingerprint(sent) == fingerprint(one)
    assert (fingerprint(one) == fingerprint(other)) == (impersonal(one) == impersonal(other))


def impersonal(command: msgspec.Struct) -> dict[str, Any]:
    """What of a command does not say who somebody is."""
    personal = getattr(type(command), "personal", frozenset[str]())
    return {name: getattr(command, name) for name in command.__struct_fields__ if name not in personal}


def written_out(value: Any) -> Any:
    """A command as a client may send it that leaves out nothing."""
    if isinstance(value, msgspec.Struct):
        tag = value.__struct_config__.tag
        kind = {} if tag is None else {value.__struct_config__.tag_field: tag}
        return kind | {name: written_out(getattr(value, name)) for name in value.__struct_fields__}
    return [written_out(item) for item in value] if isinstance(value, tuple) else value


def test_fingerprints_stay_as_they_are() -> None:
    """Journals hold them: a command sent again after an update of the server is still the same command."""
    ask = Ask(SeatId("BR"), links=Links(asks=(PartyId("youth"),)))
    assert fingerprint(ask) == "2fc900178a972c914ce3bc94e8632faf"
    assert fingerprint(CloseList()) == "cfa4dc56764650d14b052edf40f17661"
    assert fingerprint(OpenList()) == "7a0c97183fb336cc301aba3ec49650f6"


def test_a_new_field_with_a_default_changes_no_fingerprint() -> None:
    """A later version may add to a command; what was sent before is still known again."""
    older = msgspec.defstruct("Older", [("seat", str)], tag="ask", frozen=True)
    newer = msgspec.defstruct("Newer", [("seat", str), ("more", dict[str, int], {})], tag="ask", frozen=True)
    assert fingerprint(newer("BR")) == fingerprint(older("BR"))
    assert fingerprint(newer("BR", {"a": 1})) != fingerprint(older("BR"))


def turned_round(value: Any) -> Any:
    """The same JSON value, the keys of its objects in the opposite order."""
    if isinstance(value, dict):
        return {key: turned_round(value[key]) for key in reversed(value)}
    if isinstance(value, list | tuple):
        return [turned_round(item) for item in value]
    return value


@settings(suppress_health_check=SLOW)
@given(values(inspect.type_info(Created)))
def test_equal_entries_have_equal_bytes(event: Created) -> None:
    """A text by language gives the same bytes in whichever order its languages were put in."""
    entry = replace(GOLDEN, events=(event,))
    same = msgspec.convert(turned_round(msgspec.to_builtins(entry)), Entry)
    assert same == entry
    assert encode(same) == encode(entry)


def test_a_newer_format_is_named() -> None:
    """An entry of format 5, or 0, is not guessed at, whether or not it looks like one of ours."""
    for number in (5, 0, -1):
        written = b'"format":%d' % number
        for body in (GOLDEN_BYTES.replace(b'"format":4', written), b'{%s,"rows":[]}' % written):
            with pytest.raises(Undecodable, match=f"format {number}, and this version reads formats 1 to 4"):
                decode(body)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"\xff\xfe", b'{"format":4}', GOLDEN_BYTES[:-1], b'{"entry":{}}']
)
def test_what_is_no_entry_is_refused(body: bytes) -> None:
    """Bytes cut short, or of something else, are an error of ours and not of some library."""
    with pytest.raises(Undecodable):
        decode(body)


def chain(length: int) -> list[Row]:
    """The rows of a whole journal."""
    rows: list[Row] = []
    prev = ""
    for seq in range(1, length + 1):
        body = encode(replace(GOLDEN, seq=seq, id=f"e{seq}", prev=prev))
        prev = digest(body)
        rows.append((seq, body, prev))
    return rows


def changed(row: Row, *, with_hash: bool, **fields: Any) -> Row:
    """A row whose entry says something else, with or without the hash that goes with it."""
    seq, body, old_hash = row
    assert isinstance(body, bytes)
    new_body = encode(replace(decode(body), **fields))
    return seq, new_body, digest(new_body) if with_hash else old_hash


def broken(rows: list[Row]) -> tuple[int, str]:
    """Where a check finds the chain broken, and why."""
    with pytest.raises(Broken) as caught:
        list(verified(rows, 0, ""))
    return caught.value.seq, caught.value.reason


def test_a_whole_chain_is_found_whole() -> None:
    """From the beginning and from the middle."""
    rows = chain(5)
    assert [saved.entry.seq for saved in verified(rows, 0, "")] == [1, 2, 3, 4, 5]
    assert [saved.hash for saved in verified(rows[3:], 3, rows[2][2])] == [rows[3][2], rows[4][2]]


def test_a_break_is_found_where_it_is() -> None:
    """An entry altered, altered with its hash, taken out, swapped, or of a newer format: each is placed."""
    rows = chain(5)

    def with_third(row: Row) -> list[Row]:
        return [*rows[:2], row, *rows[3:]]

    altered = (3, "its content does not match its hash")
    assert broken(with_third(changed(rows[2], with_hash=False, actor="x"))) == altered
    assert broken(with_third((3, "text", rows[2][2]))) == altered
    renamed = (4, "it does not follow the entry before it")
    assert broken(with_third(changed(rows[2], with_hash=True, actor="x"))) == renamed
    renumbered = (3, "it says of itself that it is entry 9")
    assert broken(with_third(changed(rows[2], with_hash=True, seq=9))) == renumbered
    gone = (3, "it is missing, the next one found is 4")
    assert broken([*rows[:2], *rows[3:]]) == gone
    assert broken([*rows[:2], rows[3], rows[2], rows[4]]) == gone
    newer = GOLDEN_BYTES.replace(b'"format":4', b'"format":5')
    assert broken(with_third((3, newer, digest(newer))))[0] == 3


def test_a_chain_that_does_not_follow_its_start_is_broken() -> None:
    """The hash of the entry before the first one read counts as well."""
    with pytest.raises(Broken, match="does not follow"):
        list(verified(chain(3)[1:], 1, "another"))


def test_only_the_next_entry_may_follow() -> None:
    """Neither a gap nor another `prev` than the expected hash; and no bytes whose hash is another."""
    saved = stored_form(GOLDEN)
    check_follows(1, "ab" * 32, saved)
    for seq, prev in ((0, "ab" * 32), (2, "ab" * 32), (1, "cd" * 32)):
        with pytest.raises(ValueError, match="entry 2"):
            check_follows(seq, prev, saved)
    with pytest.raises(ValueError, match="entry 2 has another hash"):
        check_follows(1, "ab" * 32, replace(saved, body=saved.body + b" "))
