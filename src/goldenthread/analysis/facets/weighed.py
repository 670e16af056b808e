"""Posterior weights at the estimates, which misfit and children's estimates both need."""

from dataclasses import dataclass

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.moments import Spread, Steps
from goldenthread.analysis.facets.sample import Sample
from goldenthread.analysis.facets.shared import Part, SharedGrid, parts, shared_grid
from goldenthread.analysis.facets.singles import SinglesGrid, singles_grid


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """The grids, ``None`` where no readings are of the kind, and the shared cases on theirs."""

    single: SinglesGrid | None
    shared: SharedGrid | None
    parts: tuple[Part, ...]


def weighed(sample: Sample, places: Floats, steps: Steps, spread: Spread) -> Weighed:
    """All readings of ``sample`` at the given parameters."""
    at = places, steps, spread
    single = singles_grid(sample.single, *at) if len(sample.single) else None
    shared = shared_grid(sample.shared, *at) if len(sample.shared) else None
    return Weighed(single, shared, tuple(parts(sample.shared, shared)) if shared else ())
