"""Measure everything and write ``docs/reference/benchmarks.md`` (``make bench``)."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import machine
from bench.checker import speed
from bench.measuring import Measured, run
from bench.page import page
from bench.rows import EXAMPLE, ROWS, Row, prepare

ROUNDS = 7
"""Runs of each command that count. One before them fills caches and does not."""

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "benchmarks.md"


def main() -> None:
    """Measure in rounds, so that what else the machine does falls on every row alike."""
    before = machine.load()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepare(folder)
        speed.prepare(folder)
        rows = [(row, Measured()) for row in (*ROWS, *speed.ROWS)]
        by_phase = []
        for number in range(ROUNDS + 1):
            print(f"Round {number} of {ROUNDS}", file=sys.stderr)
            for row, measured in rows:
                _measure(row, measured, folder, counts=number > 0)
            by_phase.append(_phases(folder))
    phases = {name: median(one[name] for one in by_phase[1:]) for name in by_phase[0]}
    facts = [*machine.facts(), ("Runs", f"{ROUNDS} of each"), ("Load", _load(before))]
    PAGE.write_text(page(rows, phases, facts), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def _load(before: float) -> str:
    """What else the machine did, as far as that can be told beside our own runs."""
    return (
        f"{before:.1f} processes wanted a core when the measuring began, {machine.load():.1f} when"
        " it ended; the measuring itself wants one to two"
    )


def _measure(row: Row, measured: Measured, folder: Path, *, counts: bool) -> None:
    found = run(row.command, folder)
    if counts:
        measured.runs.append(found)


def _phases(folder: Path) -> Mapping[str, float]:
    script = Path(__file__).with_name("phases.py")
    done = subprocess.run(
        [sys.executable, str(script), EXAMPLE], cwd=folder, capture_output=True, check=True
    )
    phases: dict[str, float] = json.loads(done.stdout)
    return phases


if __name__ == "__main__":
    main()
