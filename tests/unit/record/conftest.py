"""Records to look into."""

import pytest

from tests.support.records import CASES, Case, case_of


@pytest.fixture(scope="session", params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    """Each dialogue's."""
    return case_of(str(request.param))
