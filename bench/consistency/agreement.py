"""How long intervals of agreement take on a year of second readings, beside other programs."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
from bench.consistency.peers import LIMIT, Peer, interpreter
from bench.consistency.simulated import SIZES, simulate

from goldenthread.analysis.agreement import agreement
from goldenthread.analysis.agreement.ratings import Ratings, all_readings
from goldenthread.analysis.agreement.resampling import REPLICATES
from goldenthread.analysis.grades import MISSING, Grades

TARGET = 1.0
"""Seconds for 2,000 replicates of every coefficient on a year of second readings."""
COEFFICIENTS = 9
"""Whose intervals ``agreement`` gives."""

PEERS = (
    (Peer("krippendorff", "krippendorff==0.9.0", "ordinal alpha"), "alpha_ordinal"),
    (Peer("irrCAC", "irrCAC==0.4.4", "AC2 and its standard error"), "ac2_quadratic"),
)
"""Each with the coefficient of ours that it computes."""

_SCRIPT = Path(__file__).with_name("agreement_peer.py")


@dataclass(frozen=True, slots=True)
class Row:
    """What a program took; without seconds, ``why_not`` says why."""

    name: str
    what: str
    replicates: int = 0
    coefficients: int = 1
    seconds: float | None = None
    difference: float | None = None
    """Of its value from ours."""
    why_not: str = ""

    @property
    def milliseconds(self) -> float | None:
        """Of one coefficient in one replicate."""
        if self.seconds is None:
            return None
        return 1_000 * self.seconds / (self.replicates * self.coefficients)


def rows(runs: int = 7) -> list[Row]:
    """Ours, the median of ``runs``, and every other program on the same readings."""
    grades = simulate(SIZES["S12"]).grades
    found = agreement(grades)
    what = f"{found.children} children read twice: every coefficient, standard error and interval"
    seconds = median(_seconds(grades) for _ in range(runs))
    ours = Row("Golden Thread", what, REPLICATES, COEFFICIENTS, seconds, 0.0)
    return [ours, *_peers(all_readings(grades), grades)]


def _seconds(grades: Grades) -> float:
    start = time.perf_counter()
    agreement(grades)
    return time.perf_counter() - start


def _peers(ratings: Ratings, grades: Grades) -> Iterator[Row]:
    found = agreement(grades)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "readings.npz"
        table = np.full((ratings.units, ratings.raters), MISSING, dtype=np.int8)
        table[ratings.unit, ratings.rater] = ratings.level
        np.savez(path, rows=table, case=ratings.case)
        for peer, name in PEERS:
            yield _peer(peer, path, getattr(found, name).value)


def _peer(peer: Peer, path: Path, ours: float) -> Row:
    command = [str(interpreter(peer)), str(_SCRIPT), peer.name, str(path)]
    environment = os.environ | dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=LIMIT, env=environment
        )
    except subprocess.TimeoutExpired:
        return Row(peer.name, peer.what, why_not=f"stopped after {LIMIT:.0f} s")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["killed"])[-1]
        return Row(peer.name, peer.what, why_not=f"failed: {last}")
    said = json.loads(done.stdout.splitlines()[-1])
    return Row(
        name=f"{peer.name} {said['version']}",
        what=peer.what,
        replicates=said["replicates"],
        seconds=said["seconds"],
        difference=abs(said["value"] - ours),
    )
