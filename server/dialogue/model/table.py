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
    newest one is apart, for mostly it is the one that changes: it is who has the floor. What is dropped leaves its
    number taken; a chunk of which all were dropped is empty.
    """

    __slots__ = ("_all", "_chunks", "_dropped", "_newest", "_rest")

    def __init__(
        self,
        chunks: tuple[tuple[V | None, ...], ...] = (),
        rest: tuple[V | None, ...] = (),
        newest: V | None = None,
        dropped: int = 0,
    ) -> None:
        """Made empty; `put` and `drop` make all others. `rest`: since the last full chunk, before the newest."""
        self._chunks = chunks
        self._rest = rest
        self._newest = newest
        self._dropped = dropped
        self._all: tuple[V, ...] | None = None

    def put(self, value: V) -> Self:
        """Return a table with `value` as the one of its id, or the next one. Raises KeyError if that leaves a gap."""
        chunks, rest, newest, dropped = self._chunks, self._rest, self._newest, self._dropped
        if newest is not None and newest.id == value.id:
            return type(self)(chunks, rest, value, dropped)
        position = _position(value.id)
        if 0 <= position < self.next_number - 1:
            return self._replaced(value.id, value)
        if position != self.next_number - 1:
            raise KeyError(value.id)
        if newest is not None:
            rest = (*rest, newest)
        if len(rest) < CHUNK:
            return type(self)(chunks, rest, value, dropped)
        return type(self)((*chunks, _packed(rest)), (), value, dropped)

    def drop(self, key: K) -> Self:
        """Return a table without the one of that id, which no other one will have. Raises KeyError if there is none."""
        if self._newest is not None and self._newest.id == key:
            return type(self)(self._chunks, (*self._rest, None), None, self._dropped + 1)
        return self._replaced(key, None)

    def _replaced(self, key: str, value: V | None) -> Self:
        """With something else, or nothing, in the place of one before the newest. Raises KeyError if there is none."""
        if key not in self:
            raise KeyError(key)
        number, place = divmod(_position(key), CHUNK)
        chunks, rest, dropped = self._chunks, self._rest, self._dropped + (value is None)
        if number < len(chunks):
            chunk = _with(chunks[number], place, value)
            chunks = _with(chunks, number, chunk if value is not None else _packed(chunk))
        else:
            rest = _with(rest, place, value)
        return type(self)(chunks, rest, self._newest, dropped)

    @property
    def next_number(self) -> int:
        """The number of the next one; all below it are taken, whether they are still here or not."""
        return len(self._chunks) * CHUNK + len(self._rest) + (self._newest is not None) + 1

    def had(self, letter: str, key: str) -> bool:
        """Whether there is one of that id ("r12", letter "r"), or was one before it was dropped."""
        position = _position(key)
        return 0 <= position < self.next_number - 1 and key == f"{letter}{position + 1}"

    def __getitem__(self, key: str) -> V:
        newest = self._newest
        if newest is not None and newest.id == key:
            return newest
        chunks = self._chunks
        number, place = divmod(_position(key), CHUNK)
        if 0 <= number <= len(chunks):
            chunk = chunks[number] if number < len(chunks) else self._rest
            found = chunk[place] if place < len(chunk) else None
            if found is not None and found.id == key:
                return found
        raise KeyError(key)

    def __iter__(self) -> Iterator[K]:
        return (value.id for value in self.values())  # type: ignore[misc]  # a value's id is its key

    def __reversed__(self) -> Iterator[K]:
        return reversed(tuple(self))

    def __len__(self) -> int:
        return self.next_number - 1 - self._dropped

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
            every = (*chain.from_iterable(self._chunks), *self._rest, *newest)
            self._all = tuple(value for value in every if value is not None)
        return self._all


T = TypeVar("T")


def _with(values: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    """The values with another one at that place."""
    changed = list(
        values
    )  # a list is changed in a third less time than the parts of a tuple are put together
    changed[at] = value
    return tuple(changed)


def _packed(chunk: tuple[T | None, ...]) -> tuple[T | None, ...]:
    """The chunk; an empty one once nothing is left in it."""
    return chunk if any(value is not None for value in chunk) else ()


def _position(key: str) -> int:
    """11 of "r12"; -1 of what is no such name, for commands may name anything."""
    try:
        return int(key[1:]) - 1
    except ValueError:
        return -1
