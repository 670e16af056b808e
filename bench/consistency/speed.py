"""How fast the many-facet model is: ``python -m bench.consistency.speed [SIZE ...]``.

Each row is a process of its own on one core: it draws a file, fits it once so that compiled loops
are at hand, and times whole fits after that, with intervals, children and misfit. Loading Python
and numba is a row of its own, since it is paid once however many fits follow.
"""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, replace

from bench.consistency.simulated import SIZES, World, simulate

HALO = 0.6
"""Standard deviation of the halo in the files, in logits."""
ENGINES = ("numba", "numpy")
TARGETS = {"S12": 0.3, "M": 0.2, "L": 2.0, "XL": 15.0}
"""Seconds of a fit with compiled loops."""
PLAIN = 4
"""How many times as long it may take without them."""
TIMES = {"S": 3, "S12": 5, "M": 5, "ML": 3}
"""How many fits the fastest is taken of; one where nothing is said."""
ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Speed:
    """One size with one engine. Seconds of the fastest fit, by the clock and of the processor."""

    size: str
    engine: str
    audits: int
    grades: int
    seconds: float
    processor: float
    evaluations: int
    converged: bool
    memory: int
    """Bytes that the process took at its peak, the file's drawing included."""

    @property
    def target(self) -> float | None:
        """The most seconds it may take, if there is a target."""
        target = TARGETS.get(self.size)
        return target * PLAIN if target and self.engine == "numpy" else target


def measure(size: str, engine: str) -> Speed:
    """Time a size in a process of its own."""
    environment = os.environ | ONE_CORE | {"GOLDENTHREAD_ENGINE": engine}
    command = [sys.executable, "-m", "bench.consistency.speed", "--one", size, engine]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return Speed(**json.loads(done.stdout))


def loading(engine: str) -> float:
    """Seconds of a process that loads the model, and numba where it is asked for."""
    code = f"import goldenthread.analysis.facets.fit as _; {_ENGINE.format(engine=engine)}"
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | ONE_CORE)
    return time.perf_counter() - began


_ENGINE = (
    "import os; os.environ['GOLDENTHREAD_ENGINE'] = '{engine}'; "
    "from goldenthread.analysis.facets.engine import engine; engine()"
)


def world(size: str) -> World:
    """The files of a size."""
    return replace(SIZES[size], halo=HALO)


def _one(size: str, engine: str) -> Speed:
    from goldenthread.analysis.facets.fit import fit

    fit(simulate(world("S12")).grades)
    grades = simulate(world(size)).grades
    runs = []
    for _ in range(TIMES.get(size, 1)):
        clock, processor = time.perf_counter(), time.process_time()
        found = fit(grades)
        runs.append((time.perf_counter() - clock, time.process_time() - processor))
    return Speed(
        size,
        engine,
        len(grades),
        int(grades.graded().sum()),
        min(seconds for seconds, _ in runs),
        min(processor for _, processor in runs),
        found.evaluations,
        found.converged,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    )


def row(speed: Speed) -> str:
    """A row of the table."""
    target = "" if speed.target is None else f"{speed.target:g}"
    return (
        f"| {speed.size} | {speed.engine} | {speed.audits:,} | {speed.grades:,} "
        f"| {speed.seconds:.2f} | {speed.processor:.2f} | {target} | {speed.evaluations} "
        f"| {speed.memory / 2**30:.2f} |"
    )


def main(arguments: list[str]) -> None:
    """Print the table of the sizes, or the one that a process of its own measures."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(asdict(_one(*arguments[1:]))))
        return
    for engine in ENGINES:
        print(f"Loading the model with {engine}: {loading(engine):.2f} s")
    print("| Size | Engine | Audits | Grades | s | CPU s | Target s | Evaluations | GB |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
    for size in arguments or [*TARGETS]:
        for engine in ENGINES:
            print(row(measure(size, engine)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
