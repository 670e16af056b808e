"""A program for agreement on one file, run by its own Python: ``agreement_peer.py NAME FILE``.

The file is what ``bench.consistency.agreement`` writes: ``rows`` (units by raters, -1 missing)
and ``case`` of each unit. Each replicate draws cases and computes one coefficient, as people do
for whom the program has no interval clustered by case. One line of JSON goes to the standard
output. Nothing of ours is imported here.
"""

import json
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


def krippendorff(rows: Rows) -> float:
    """Krippendorff's ordinal alpha from counts, the library's quicker way in."""
    library: Any = import_module("krippendorff")
    counts = (rows[:, :, np.newaxis] == np.arange(4)).sum(axis=1)
    return float(library.alpha(value_counts=counts, level_of_measurement="ordinal"))


def irr_cac(rows: Rows) -> float:
    """Gwet's AC2 with quadratic weights; its standard error is in its time."""
    raw: Any = import_module("irrCAC.raw")
    pandas: Any = import_module("pandas")
    frame = pandas.DataFrame(rows.astype(float)).replace(-1.0, np.nan)
    found = raw.CAC(frame, weights="quadratic", categories=[0.0, 1.0, 2.0, 3.0], digits=12).gwet()
    return float(found["est"]["coefficient_value"])


PEERS: Mapping[str, tuple[Callable[[Rows], float], int]] = {
    "krippendorff": (krippendorff, 2_000),
    "irrCAC": (irr_cac, 50),
}
"""What is computed, and how many replicates are timed."""


def main(name: str, path: Path) -> None:
    """Run the program and print what it found. Its modules are loaded before the clock starts."""
    warnings.simplefilter("ignore")
    compute, replicates = PEERS[name]
    arrays = np.load(path)
    rows, case = arrays["rows"].astype(np.int64), arrays["case"]
    value = compute(rows)
    of_case = [np.flatnonzero(case == one) for one in np.unique(case)]
    generator = np.random.default_rng(1)
    start = time.perf_counter()
    for _ in range(replicates):
        drawn = generator.integers(0, len(of_case), len(of_case))
        compute(rows[np.concatenate([of_case[one] for one in drawn])])
    seconds = time.perf_counter() - start
    found = {"version": version(name), "seconds": seconds, "replicates": replicates, "value": value}
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
