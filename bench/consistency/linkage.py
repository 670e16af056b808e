"""How long it takes to see who can be compared with whom, and to choose a month's second readings.

Seconds in one process, imports and the making of the files apart.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median

import numpy as np
from bench.consistency.simulated import SIZES, simulate

from goldenthread.analysis.linkage import (
    NOBODY,
    Assignment,
    Month,
    Network,
    choose_second_readings,
    contrasts,
    month_across_teams,
    network,
    with_shared_cases,
)

TEAMS = 6
LINKS = 2
"""Cases of each auditor that were read twice in the year so far."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was computed, the median of its seconds, and the most that it may take."""

    name: str
    seconds: float
    target: float | None = None


def rows(runs: int = 7) -> list[Row]:
    """All rows, each the median of ``runs``."""
    england = simulate(SIZES["XL"]).grades
    year = network(simulate(SIZES["S12"]).grades)
    timed: list[tuple[str, Callable[[], object], float | None]] = [
        ("Who can be compared, 550,000 audits", partial(network, england), 1.0),
        ("Every difference between 30 auditors", partial(contrasts, year), None),
    ]
    for auditors, affordable in ((30, 5), (500, 50)):
        design = partial(choose_second_readings, _so_far(auditors), _month(auditors), affordable)
        name = f"{affordable} second readings of {auditors} audits by {auditors} auditors"
        timed.append((name, design, 0.1))
    return [Row(name, _seconds(of, runs), target) for name, of, target in timed]


def _so_far(auditors: int) -> Network:
    """A year in which auditors drawn at random shared cases: as awkward as it comes."""
    draw = np.random.default_rng(auditors)
    one = draw.integers(0, auditors, auditors * LINKS // 2)
    other = (one + draw.integers(1, auditors, len(one))) % auditors
    codes = _codes(auditors)
    pairs = [(codes[a], codes[b]) for a, b in zip(one, other, strict=True)]
    return with_shared_cases(NOBODY, pairs, codes)


def _month(auditors: int) -> Month:
    """Everybody reads one case of their own team."""
    codes = _codes(auditors)
    teams = {code: f"team {place % TEAMS}" for place, code in enumerate(codes)}
    cases = [Assignment(f"case {place:04}", code, teams[code]) for place, code in enumerate(codes)]
    return month_across_teams(cases, teams)


def _codes(auditors: int) -> list[str]:
    return [f"auditor {place:04}" for place in range(auditors)]


def _seconds(of: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        of()
        taken.append(time.perf_counter() - start)
    return median(taken)


if __name__ == "__main__":
    for row in rows():
        print(f"{row.seconds:7.3f} s  {row.name}")
