"""Long tables of grades, read as ``goldenthread consistency`` reads them: a row for each size.

``python -m bench.consistency.reading ROWS FILE`` writes a table with about that many rows. It runs
as a process of its own, so that the memory it takes is not counted as anybody else's.
"""

import sys
from pathlib import Path

import numpy as np
import polars as pl
from bench.measuring import run
from bench.rows import Row

CATEGORIES, LEVELS = 16, 4
SECOND_READ = 0.15
"""Share of the children who are read by a second auditor."""
AUDITS_EACH = 110
"""Audits of one auditor."""
SEED = 2019

SIZES = {"900,000": (900_000, 0.5), "8.8 million": (8_800_000, 4.0)}
"""Rows, and the most seconds that reading them may take."""
LOADING = 1.0
"""Seconds that a process may take beside that, to start and to load numpy and polars."""

_LOAD = "from goldenthread.exchange.grades.read import read_grades; import polars"
_READ = (
    "from pathlib import Path; from goldenthread.exchange.grades.read import read_grades;"
    " from goldenthread.exchange.grades.result import Best;"
    " read_grades(Path({file!r}), best=Best.HIGH)"
)


def _file(rows: int) -> str:
    return f"grades-{rows}.csv"


ROWS = (
    Row("Loading what reads a large table of grades", (sys.executable, "-c", _LOAD)),
    *(
        Row(
            f"Reading {name} grades from CSV, in a process of its own",
            (sys.executable, "-c", _READ.format(file=_file(rows))),
            seconds + LOADING,
        )
        for name, (rows, seconds) in SIZES.items()
    ),
)


def table(rows: int) -> pl.DataFrame:
    """A long table with whole audits: ``case,auditor,category,grade``, drawn with a fixed seed."""
    draw = np.random.default_rng(SEED)
    audits = rows // CATEGORIES
    cases = int(audits / (1 + SECOND_READ))
    auditors = max(audits // AUDITS_EACH, 30)
    case = np.append(np.arange(cases), draw.choice(cases, audits - cases, replace=False))
    first = draw.integers(0, auditors, cases)
    other = first[case[cases:]] + draw.integers(1, auditors, audits - cases)
    auditor = np.append(first, other % auditors)
    return pl.DataFrame(
        {
            "case": pl.Series(np.repeat(case, CATEGORIES)).cast(pl.String).str.zfill(7),
            "auditor": pl.Series(np.repeat(auditor, CATEGORIES)).cast(pl.String).str.zfill(4),
            "category": np.tile(np.arange(1, CATEGORIES + 1), audits),
            "grade": draw.integers(1, LEVELS + 1, audits * CATEGORIES),
        }
    )


def prepare(folder: Path) -> None:
    """Write the tables that the commands read."""
    for rows, _ in SIZES.values():
        command = (sys.executable, "-m", "bench.consistency.reading", str(rows))
        run((*command, str(folder.resolve() / _file(rows))), Path(__file__).parents[2])


def main(rows: str, file: str) -> None:
    """Write a table."""
    table(int(rows)).write_csv(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
