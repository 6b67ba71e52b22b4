"""What the tests of undo begin with; modules with another beginning have their own."""

from __future__ import annotations

import pytest

from tests.support.back import three_wait
from tests.support.play import Play


@pytest.fixture
def play() -> Play:
    """In the exchange; Brazil, Mexico and Chile wait."""
    return three_wait()
