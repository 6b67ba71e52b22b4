"""The command line: `python -m server …`."""

import json

import click

from server.wire.schema import schema as wire_schema


@click.group()
def main() -> None:
    """Palabra: a live dialogue between social actors and ministers."""


@main.command("schema")
def schema_command() -> None:
    """The protocol as JSON Schema, from which the faces' types are generated."""
    click.echo(json.dumps(wire_schema(), indent=2, sort_keys=True))


if __name__ == "__main__":
    main(prog_name="palabra")
