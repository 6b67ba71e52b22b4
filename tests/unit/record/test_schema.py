"""The published schema of the record's JSON: it is the one in the repository, and all JSON is as it says."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from server.record import model
from server.record.data import schema, schema_text
from tests.support.records import Case

PUBLISHED = Path(model.__file__).with_name("record.schema.json")


def test_the_published_schema_is_the_models() -> None:
    """Whoever changes the model publishes another schema: make generate."""
    assert PUBLISHED.read_bytes() == schema_text()


def test_the_json_is_as_the_schema_says(case: Case) -> None:
    """By a validator that knows nothing of the model, dates and times included."""
    text = case.file("json", "es")
    validator = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(text))
    assert msgspec.json.decode(text, type=model.Record) == case.record


@pytest.mark.parametrize("spoilt", ["statements", "format", "provisional"])
def test_the_schema_notices_what_is_lacking(case: Case, spoilt: str) -> None:
    """And what should not be there."""
    validator = jsonschema.Draft202012Validator(schema())
    record = json.loads(case.file("json", "es"))
    assert not validator.is_valid(record | {"more": 1})
    del record[spoilt]
    assert not validator.is_valid(record)
