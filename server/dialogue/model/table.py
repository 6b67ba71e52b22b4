"""The things that a dialogue counts (requests, statements, issues, points), by id, in the order in which they came."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final, Protocol, Self, TypeVar

CHUNK: Final = 128


class _Counted(Protocol):
    """It is numbered: "r12" is the twelfth request."""

    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=str)
V = TypeVar("V", bound=_Counted)


class Table(Mapping[K, V]):
    """A mapping that never changes: `put` returns another one, which shares all but one chunk with it.

    So a fold that changes one statement among thousands costs a microsecond, and nobody has to know who else holds
    the state before. Keys stand in order of arrival: lists are ranked by it (R15).
    """

    __slots__ = ("_chunks", "_count")

    def __init__(self, chunks: tuple[tuple[V, ...], ...] = (), count: int = 0) -> None:
        """Made empty; `put` makes all others."""
        self._chunks = chunks
        self._count = count

    def put(self, value: V) -> Self:
        """Return a table with `value` as the one of its id, or the next one. Raises KeyError if that leaves a gap."""
        block, place = divmod(_number(value.id) - 1, CHUNK)
        at = block * CHUNK + place
        if not 0 <= at <= self._count:
            raise KeyError(value.id)
        chunks = list(self._chunks)
        if at < self._count:
            chunk = list(chunks[block])
            chunk[place] = value
            chunks[block] = tuple(chunk)
        elif place:
            chunks[block] = (*chunks[block], value)
        else:
            chunks.append((value,))
        return type(self)(tuple(chunks), max(self._count, at + 1))

    @property
    def next_number(self) -> int:
        """The number of the next one."""
        return self._count + 1

    def __getitem__(self, key: str) -> V:
        number = _number(key)
        if 0 < number <= self._count:
            value = self._chunks[(number - 1) // CHUNK][(number - 1) % CHUNK]
            if value.id == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[K]:
        return (value.id for value in chain.from_iterable(self._chunks))  # type: ignore[misc]  # a value's id is its key

    def __reversed__(self) -> Iterator[K]:
        return reversed(tuple(self))

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return self._chunks == other._chunks if isinstance(other, Table) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as of every mapping

    def __repr__(self) -> str:
        return f"Table({dict(self)!r})"

    def values(self) -> tuple[V, ...]:  # type: ignore[override]  # quicker than a view that looks each up by its key
        """All of them, in order of arrival."""
        return tuple(chain.from_iterable(self._chunks))


def _number(key: str) -> int:
    """12 of "r12"; 0 of what is no such name, for commands may name anything."""
    digits = key[1:10]
    return int(digits) if len(key) <= len(digits) + 1 and digits.isascii() and digits.isdecimal() else 0
