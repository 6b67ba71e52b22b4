"""`python -m tests.mutation`: changes the core in one place after the other, and names the changes no test notices."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

import click

from tests.mutation.jury import Jury, Reach, Verdict
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.verdicts import Verdicts, equivalents, unknown


class Run:
    """Tries the mutants it is given, or remembers; says what is known of each."""

    def __init__(self, chosen: list[Mutant], verdicts: Verdicts) -> None:
        self._chosen = chosen
        self._verdicts = verdicts
        self._reach: Reach | None = None
        self._shown_s = 0.0
        self.tried = 0
        self.known: dict[str, Verdict] = {}

    def choose(self, reach: Reach) -> Iterator[tuple[Mutant, str]]:
        """Yield those of which nothing is known that still holds."""
        self._reach = reach
        open_ = []
        for mutant in self._chosen:
            verdict = self._verdicts.of(mutant, reach)
            if verdict is None:
                open_.append(mutant)
            else:
                self.known[mutant.key] = verdict
        click.echo(f"{len(self.known)} known from before, {len(open_)} to try", err=True)
        for mutant in open_:
            yield mutant, self._verdicts.killer(mutant)

    def judged(self, mutant: Mutant, verdict: Verdict) -> None:
        """Keep the verdict, and say now and then how far it is."""
        assert self._reach is not None
        self._verdicts.add(mutant, verdict, self._reach)
        self.known[mutant.key] = verdict
        self.tried += 1
        if time.monotonic() > self._shown_s + 10:
            self._shown_s = time.monotonic()
            survived = sum(v.outcome == "survived" for v in self.known.values())
            click.echo(f"{len(self.known)} of {len(self._chosen)}, {survived} survived", err=True)

    def report(self, listed: dict[tuple[str, str, str], str]) -> float:
        """Print survivors, equivalents, and the score of each file and of all; return the latter, in percent."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for mutant in self._chosen:
            if mutant.key not in self.known:
                continue
            outcome = self.known[mutant.key].outcome
            if outcome == "survived":
                why = listed.get((mutant.where, *mutant.change))
                outcome = "equivalent" if why else outcome
                click.echo(f"{outcome}  {mutant}" + (f"  ({why})" if why else ""))
            counts[mutant.file][outcome] += 1
        for file, count in sorted(counts.items()):
            click.echo(f"{_score(count):6.1f} %  {file}: {_told(count)}")
        total = sum(counts.values(), Counter[str]())
        click.echo(f"{_score(total):6.1f} %  {_told(total)}; {self.tried} tried now")
        return _score(total)


def _score(count: Counter[str]) -> float:
    """Percent of the mutants that are none of the equivalent ones."""
    noticed = count["killed"] + count["timeout"]
    return 100 * noticed / max(1, noticed + count["survived"])


def _told(count: Counter[str]) -> str:
    parts = (
        f"{count[what]} {what}" for what in ("killed", "timeout", "survived", "equivalent") if count[what]
    )
    return f"{sum(count.values())} mutants, {', '.join(parts)}"


def _part(text: str, everything: list[Mutant]) -> list[Mutant]:
    which, parts = (int(number) for number in text.split("/"))
    return everything[which - 1 :: parts]


@click.command()
@click.option("--only", default="", help="Modules whose path contains this: rooms/floor.")
@click.option(
    "--part", default="1/1", show_default=True, help="Every n-th mutant: 2/5 is the second of five parts."
)
@click.option("--sample", type=int, help="That many, drawn from the seed.")
@click.option("--seed", default=1, show_default=True)
@click.option("--bound", default=90.0, show_default=True, help="Percent; below it the exit code is 1.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="Mutants at the same time.")
@click.option("--fresh", is_flag=True, help="Try again what is known from before.")
def main(
    only: str, part: str, sample: int | None, seed: int, bound: float, jobs: int, *, fresh: bool
) -> None:
    """Mutation score of server/dialogue: of the small changes made to it, how many its tests notice.

    May be stopped at any time; the next run goes on from there. No file of the core is written to.
    """
    everything = mutants(only)
    chosen = _part(part, everything)
    if sample is not None and sample < len(chosen):
        chosen = random.Random(seed).sample(chosen, sample)  # noqa: S311 - to be repeated, not to be secret
        click.echo(f"{sample} of {len(everything)} mutants, drawn with seed {seed}")
    run = Run(chosen, Verdicts(fresh=fresh))
    jury = Jury(run.choose, run.judged, jobs)
    jury.hear()
    if jury.trouble:
        click.echo(jury.trouble)
        sys.exit(2)
    listed = equivalents()
    score = run.report(listed)
    gone = [] if only else unknown(listed, everything)
    for where, before, after in gone:
        click.echo(f"in equivalent.toml, but no mutant any more:  {where}: {before} → {after}")
    if len(run.known) < len(chosen):
        click.echo(f"stopped: {len(chosen) - len(run.known)} mutants are still to be tried")
        sys.exit(130)
    sys.exit(0 if score >= bound and not gone else 1)


if __name__ == "__main__":
    main()
