"""What is wrong with a configuration, in words for the person who wrote it."""

from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake. `key` is dotted, with an index from 0 (`delegations.states[3].language`); "" = the whole file."""

    key: str
    what: str
    """What is wrong and what to write instead; begins in lower case, ends with a full stop."""

    def __str__(self) -> str:
        """One line: the key and what is wrong with it."""
        return f"{self.key}: {self.what}" if self.key else self.what


class ConfigError(Exception):
    """The file cannot be used; nothing was started. The message is for an operator, one line per mistake."""

    def __init__(self, file: Path, problems: list[Problem]) -> None:
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))
        self.file = file
        self.problems = tuple(problems)
