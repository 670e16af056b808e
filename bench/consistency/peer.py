"""One peer on one file, run by the peer's own Python: ``peer.py NAME FILE``.

The file is what ``bench.consistency.peers`` writes. One line of JSON goes to the standard output:
version, seconds without the imports, and severities in the order of the auditors. Nothing of ours
is imported here, so that the environment needs the peer alone.
"""

import json
import resource
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MEMORY = 12 * 2**30
"""Bytes. A peer that wants more fails instead of taking the machine with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Long:
    """Grades one by one, missing ones left out."""

    case: NDArray[np.int64]
    auditor: NDArray[np.int64]
    category: NDArray[np.int64]
    grade: NDArray[np.int64]


def _long(path: Path) -> Long:
    arrays = np.load(path)
    reading, category = np.nonzero(arrays["grade"] >= 0)
    return Long(
        arrays["case"][reading].astype(np.int64),
        arrays["auditor"][reading].astype(np.int64),
        category,
        arrays["grade"][reading, category].astype(np.int64),
    )


def mirt(long: Long) -> Floats:
    """``fit_mfrm``: MML, fixed auditors; standard errors, fit and children are in its time."""
    models, estimation = import_module("mirt.models"), import_module("mirt.estimation")
    column = np.arange(len(long.case)) - np.searchsorted(long.case, long.case)
    shape = (long.case.max() + 1, column.max() + 1)
    responses, items, auditors = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    responses -= 1
    for wide, values in (
        (responses, long.grade),
        (items, long.category),
        (auditors, long.auditor),
    ):
        wide[long.case, column] = values
    facet = models.Facet("auditor", int(long.auditor.max()) + 1)
    model = models.PolytomousMFRM(int(long.category.max()) + 1, int(long.grade.max()) + 1, [facet])
    found = estimation.fit_mfrm(model, responses, {"auditor": auditors}, item_indices=items)
    severity: Floats = found.facet_parameters["auditor"]
    return severity


def raschpy(long: Long) -> Floats:
    """``MFRM.calibrate``: regularised composite likelihood of pairs; estimates alone."""
    return _raschpy(long, errors=False)


def raschpy_errors(long: Long) -> Floats:
    """The same and its standard errors."""
    return _raschpy(long, errors=True)


def _raschpy(long: Long, *, errors: bool) -> Floats:
    pandas = import_module("pandas")
    frame = pandas.DataFrame(
        {"a": long.auditor, "p": long.case, "category": long.category, "grade": long.grade}
    )
    wide = frame.set_index(["a", "p", "category"])["grade"].unstack("category")
    model = import_module("raschpy").MFRM(wide.astype(float), max_score=int(long.grade.max()))
    model.calibrate(model="global")
    if errors:
        model.std_errors(model="global")
    severity = np.full(long.auditor.max() + 1, np.nan)
    severity[model.facet_effects_global.index.to_numpy()] = model.facet_effects_global
    return severity


def statsmodels(long: Long) -> Floats:
    """``OrderedModel``: cumulative logits with dummies of auditors, and no children at all."""
    columns = [one[:, None] == np.arange(1, one.max() + 1) for one in (long.auditor, long.category)]
    ordinal: Any = import_module("statsmodels.miscmodels.ordinal_model")
    model = ordinal.OrderedModel(long.grade, np.hstack(columns).astype(float), distr="logit")
    found = model.fit(method="bfgs", disp=False, maxiter=500)
    severity: Floats = -np.concatenate([[0.0], found.params[: long.auditor.max()]])
    centred: Floats = severity - severity.mean()
    return centred


PEERS: Mapping[str, Callable[[Long], Floats]] = {
    "mirt": mirt,
    "raschpy": raschpy,
    "raschpy-errors": raschpy_errors,
    "statsmodels": statsmodels,
}


def main(name: str, path: Path) -> None:
    """Run the peer and print what it found. Its modules are loaded before the clock starts."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    package = name.partition("-")[0]
    import_module(package)
    if package == "statsmodels":
        import_module("statsmodels.miscmodels.ordinal_model")
    long = _long(path)
    start = time.perf_counter()
    severity = PEERS[name](long)
    seconds = time.perf_counter() - start
    found = {"version": version(package), "seconds": seconds, "severity": severity.tolist()}
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
