"""Other programs on the same files, each in an environment of its own; none is a dependency.

``GOLDENTHREAD_PEERS`` names the folder that holds the environments. Those that are not in it are
made there with pip; without the variable they are made in the user's cache.
"""

import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from bench.consistency.simulated import Simulated
from numpy.typing import NDArray

from goldenthread.analysis.grades import Grades

Floats = NDArray[np.float64]

FOLDER = "GOLDENTHREAD_PEERS"
LIMIT = 240.0
"""Seconds after which a peer is stopped."""
_SCRIPT = Path(__file__).with_name("peer.py")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that others would use for the same question."""

    name: str
    """As ``peer.py`` knows it; before the hyphen, its environment."""
    requirement: str
    what: str
    """What its time covers, in words of the docs."""


PEERS = (
    Peer("mirt", "mirt==1.2.0", "estimates, standard errors, fit and children"),
    Peer("raschpy", "raschpy==1.4.0", "estimates alone"),
    Peer("raschpy-errors", "raschpy==1.4.0", "estimates and standard errors"),
    Peer("statsmodels", "statsmodels==0.15.0", "estimates; the model has no children"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a peer said about a file; without severities, ``why_not`` says why."""

    seconds: float | None = None
    """Its imports and the reading of the file apart."""
    severity: Floats | None = None
    """By position in ``grades.auditors``; NaN for an auditor it left out."""
    version: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How near to the truth, auditors centred on their mean."""

    correlation: float
    rmse: float
    slope: float
    """Of estimates on the truth: above 1 where nothing is pooled."""


def run(peer: Peer, grades: Grades, limit: float = LIMIT) -> Outcome:
    """Run a peer on a file, on one core, for at most ``limit`` seconds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "grades.npz"
        write(grades, path)
        command = [str(interpreter(peer)), str(_SCRIPT), peer.name, str(path)]
        environment = os.environ | dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=limit, env=environment, cwd=folder
            )
        except subprocess.TimeoutExpired:
            return Outcome(why_not=f"stopped after {limit:.0f} s")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["killed"])[-1]
        return Outcome(why_not=f"failed: {last}")
    found = json.loads(done.stdout.splitlines()[-1])
    return Outcome(found["seconds"], np.array(found["severity"]), found["version"])


def write(grades: Grades, path: Path) -> None:
    """Write a file for ``peer.py``, readings sorted by child."""
    order = np.argsort(grades.case, kind="stable")
    np.savez(
        path,
        case=grades.case[order],
        auditor=grades.auditor[order],
        grade=grades.grade[order],
    )


def accuracy(simulated: Simulated, severity: Floats) -> Accuracy:
    """How near estimated severities are to those that the file was made with."""
    known = np.isfinite(severity)
    found = severity[known] - severity[known].mean()
    truth = simulated.severity[known] - simulated.severity[known].mean()
    return Accuracy(
        float(np.corrcoef(found, truth)[0, 1]),
        float(np.sqrt(np.mean((found - truth) ** 2))),
        float(found @ truth / (truth @ truth)),
    )


def interpreter(peer: Peer) -> Path:
    """The Python of a peer's environment, which is made if it is not there."""
    home = os.environ.get(FOLDER)
    folder = Path(home) if home else Path.home() / ".cache" / "goldenthread" / "peers"
    environment = folder / peer.name.partition("-")[0]
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(environment, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", peer.requirement], check=True)
    return python
