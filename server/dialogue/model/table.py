"""The things that a dialogue counts (requests, statements, issues, points), by id, in the order in which they came."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Protocol, Self, TypeVar


class _Counted(Protocol):
    """It is numbered: "r12" is the twelfth request."""

    @property
    def id(self) -> str: ...


K = TypeVar("K", bound=str)
V = TypeVar("V", bound=_Counted)


class Table(Mapping[K, V]):
    """A mapping that never changes: `put` returns another one, which shares with it all but the way to what is new.

    So a fold that changes one statement among thousands costs a microsecond, and nobody has to know who else holds
    the state before. Keys stand in order of arrival: lists are ranked by it (R15). Kept in chunks of up to 32, these
    in blocks of up to 32 chunks.
    """

    __slots__ = ("_all", "_blocks", "_count")

    def __init__(self, blocks: tuple[tuple[tuple[V, ...], ...], ...] = (), count: int = 0) -> None:
        """Made empty; `put` makes all others."""
        self._blocks = blocks
        self._count = count
        self._all: tuple[V, ...] | None = None

    def put(self, value: V) -> Self:
        """Return a table with `value` as the one of its id, or the next one. Raises KeyError if that leaves a gap."""
        at = _number(value.id) - 1
        count = self._count
        if at == count:
            return type(self)(self._grown(at, value), count + 1)
        if not 0 <= at < count:
            raise KeyError(value.id)
        blocks = list(self._blocks)
        block = list(blocks[at >> 10])
        chunk = list(block[at >> 5 & 31])
        chunk[at & 31] = value
        block[at >> 5 & 31] = tuple(chunk)
        blocks[at >> 10] = tuple(block)
        return type(self)(tuple(blocks), count)

    def _grown(self, at: int, value: V) -> tuple[tuple[tuple[V, ...], ...], ...]:
        """The blocks with one more value at their end."""
        blocks = self._blocks
        if not at & 1023:
            return (*blocks, ((value,),))
        *others, block = blocks
        if not at & 31:
            return (*others, (*block, (value,)))
        return (*others, (*block[:-1], (*block[-1], value)))

    @property
    def next_number(self) -> int:
        """The number of the next one."""
        return self._count + 1

    def __getitem__(self, key: str) -> V:
        at = _number(key) - 1
        if 0 <= at < self._count:
            value = self._blocks[at >> 10][at >> 5 & 31][at & 31]
            if value.id == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[K]:
        return (value.id for value in self.values())  # type: ignore[misc]  # a value's id is its key

    def __reversed__(self) -> Iterator[K]:
        return reversed(tuple(self))

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return self._blocks == other._blocks if isinstance(other, Table) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as of every mapping

    def __repr__(self) -> str:
        return f"Table({dict(self)!r})"

    def values(self) -> tuple[V, ...]:  # type: ignore[override]  # quicker than a view that looks each up by its key
        """All of them, in order of arrival."""
        if self._all is None:
            self._all = tuple(chain.from_iterable(chain.from_iterable(self._blocks)))
        return self._all


def _number(key: str) -> int:
    """12 of "r12"; 0 of what is no such name, for commands may name anything."""
    try:
        return int(key[1:])
    except ValueError:
        return 0
