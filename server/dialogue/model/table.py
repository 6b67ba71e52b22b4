"""The things that a dialogue counts (requests, statements, issues, points), by id, in the order in which they came."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final, Protocol, Self, TypeVar


class _Counted(Protocol):
    """It is numbered: "r12" is the twelfth request."""

    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=str)
V = TypeVar("V", bound=_Counted)

CHUNK: Final = 32


class Table(Mapping[K, V]):
    """A mapping that never changes: `put` returns another one, which shares with it all but the way to what is new.

    So a fold that changes one statement among thousands costs less than a microsecond, and nobody has to know who else
    holds the state before. Keys stand in order of arrival: lists are ranked by it (R15). Kept in chunks of 32; the
    newest one is apart, for mostly it is the one that changes: it is who has the floor.
    """

    __slots__ = ("_all", "_chunks", "_newest", "_rest")

    def __init__(
        self, chunks: tuple[tuple[V, ...], ...] = (), rest: tuple[V, ...] = (), newest: V | None = None
    ) -> None:
        """Made empty; `put` makes all others. `rest`: what has come since the last full chunk, before the newest."""
        self._chunks = chunks
        self._rest = rest
        self._newest = newest
        self._all: tuple[V, ...] | None = None

    def put(self, value: V) -> Self:
        """Return a table with `value` as the one of its id, or the next one. Raises KeyError if that leaves a gap."""
        chunks, rest, newest = self._chunks, self._rest, self._newest
        if newest is not None and newest.id == value.id:
            return type(self)(chunks, rest, value)
        number, place = divmod(_position(value.id), CHUNK)
        if 0 <= number < len(chunks):
            return type(self)(_with(chunks, number, _with(chunks[number], place, value)), rest, newest)
        if number == len(chunks) and place < len(rest):
            return type(self)(chunks, _with(rest, place, value), newest)
        if number * CHUNK + place != len(self):
            raise KeyError(value.id)
        if newest is not None:
            rest = (*rest, newest)
        return (
            type(self)(chunks, rest, value) if len(rest) < CHUNK else type(self)((*chunks, rest), (), value)
        )

    @property
    def next_number(self) -> int:
        """The number of the next one."""
        return len(self) + 1

    def __getitem__(self, key: str) -> V:
        newest = self._newest
        if newest is not None and newest.id == key:
            return newest
        chunks = self._chunks
        number, place = divmod(_position(key), CHUNK)
        if 0 <= number <= len(chunks):
            chunk = chunks[number] if number < len(chunks) else self._rest
            if place < len(chunk) and chunk[place].id == key:
                return chunk[place]
        raise KeyError(key)

    def __iter__(self) -> Iterator[K]:
        return (value.id for value in self.values())  # type: ignore[misc]  # a value's id is its key

    def __reversed__(self) -> Iterator[K]:
        return reversed(tuple(self))

    def __len__(self) -> int:
        return len(self._chunks) * CHUNK + len(self._rest) + (self._newest is not None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return (self._newest, self._rest, self._chunks) == (other._newest, other._rest, other._chunks)

    __hash__ = None  # type: ignore[assignment]  # as of every mapping

    def __repr__(self) -> str:
        return f"Table({dict(self)!r})"

    def values(self) -> tuple[V, ...]:  # type: ignore[override]  # quicker than a view that looks each up by its key
        """All of them, in order of arrival."""
        if self._all is None:
            newest = () if self._newest is None else (self._newest,)
            self._all = (*chain.from_iterable(self._chunks), *self._rest, *newest)
        return self._all


T = TypeVar("T")


def _with(values: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    """The values with another one at that place."""
    changed = list(
        values
    )  # a list is changed in a third less time than the parts of a tuple are put together
    changed[at] = value
    return tuple(changed)


def _position(key: str) -> int:
    """11 of "r12"; -1 of what is no such name, for commands may name anything."""
    try:
        return int(key[1:]) - 1
    except ValueError:
        return -1
