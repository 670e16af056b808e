"""Running a command as a user does, as a whole process, and what that takes."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which ``getrusage`` counts memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, seconds of processor time of all its processes, and the
    memory in bytes that its largest process took at its peak."""

    seconds: float
    processor: float
    memory: int


@dataclass(slots=True)
class Measured:
    """All runs of one command."""

    runs: list[Run] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Seconds by the clock.

        >>> Measured([Run(1.0, 0.5, 1), Run(4.0, 0.5, 1), Run(2.0, 0.5, 1)]).median
        2.0
        """
        return median(run.seconds for run in self.runs)

    @property
    def fastest(self) -> float:
        """Seconds by the clock."""
        return min(run.seconds for run in self.runs)

    @property
    def slowest(self) -> float:
        """Seconds by the clock."""
        return max(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """Seconds of processor time; the median, like ``median``."""
        return median(run.processor for run in self.runs)

    @property
    def memory(self) -> int:
        """Bytes; the most that any run took."""
        return max(run.memory for run in self.runs)


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in ``folder`` and wait for it.

    Raises ``RuntimeError`` with what it said when it fails. Compiled modules may be kept, as they
    are for users, whatever the environment of the benchmark says.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with (folder / "said.txt").open("w+b") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {said.read().decode()}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT)
