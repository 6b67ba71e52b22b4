"""`python -m tests.chaos`: breaks a cluster at random from a seed. The last line says whether all held."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path

import click
import uvloop

from tests.chaos.broken_node import BREAKAGES, program
from tests.chaos.run import Result, run
from tests.chaos.total import total


@click.command()
@click.option(
    "--seed", "--seeds", "seeds", default="1", show_default=True, help="One seed, or a range: 1-30."
)
@click.option(
    "--minutes", type=click.FloatRange(0.05, 600), default=0.7, show_default=True, help="For each seed."
)
@click.option("--out", type=Path, help="Append each seed's line, and the total, to this file.")
@click.option(
    "--broken", type=click.Choice(BREAKAGES), help="Nodes without one of the guarantees: it must fail."
)
@click.option("--timeline", is_flag=True, help="Show each second of each run.")
@click.option("--keep", is_flag=True, help="Keep logs and journal of runs in which something did not hold.")
def main(
    seeds: str, minutes: float, out: Path | None, broken: str | None, *, timeline: bool, keep: bool
) -> None:
    """Three nodes, Redis with replica and Sentinel, tens of clients; kills, stops, cuts; then the check.

    The last line says whether it held, and what did not. Exit code 0: all held; 1: something of the product did
    not; 2: the rig itself had trouble (its Redis, its clients), which says nothing of the product.
    """
    results = []
    for seed in _range(seeds):
        result = _one(seed, minutes, broken, keep=keep)
        for line in (*(result.timeline if timeline else ()), *result.complaints()):
            click.echo(f"seed {seed}: {line}", err=True)
        _say(result.line(), out)
        results.append(result)
    if len(results) > 1:
        _say(total(results), out)
    sys.exit(
        1 if any(result.failed for result in results) else 2 if any(result.rig for result in results) else 0
    )


def _one(seed: int, minutes: float, broken: str | None, *, keep: bool) -> Result:
    folder = Path(tempfile.mkdtemp(prefix=f"palabra-chaos-{seed}-"))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        result = runner.run(run(folder, seed, minutes * 60, program(broken)))
    if keep and not result.ok:
        click.echo(f"seed {seed}: kept in {folder}", err=True)
    else:
        shutil.rmtree(folder)
    return result


def _range(seeds: str) -> range:
    first, _, last = seeds.partition("-")
    return range(int(first), int(last or first) + 1)


def _say(line: dict[str, object], out: Path | None) -> None:
    text = json.dumps(line)
    click.echo(text)
    if out is not None:
        with out.open("a") as file:
            file.write(f"{text}\n")


if __name__ == "__main__":
    main()
