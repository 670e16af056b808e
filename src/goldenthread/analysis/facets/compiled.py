"""Inner loops that numba compiles: sums over nodes, reading by reading.

Each does what its plain neighbour does with whole arrays, on the same nodes and by the same
formulas, and leaves out nodes whose posterior weight is next to nothing. Importing this module
imports numba: ask ``engine`` for it.
"""

from goldenthread.analysis.facets.compiled_curves import complete_sums, curve_tables
from goldenthread.analysis.facets.compiled_score import shared_weights
from goldenthread.analysis.facets.compiled_shared import shared_sums
from goldenthread.analysis.facets.compiled_singles import single_sums, single_weights

__all__ = [
    "complete_sums",
    "curve_tables",
    "shared_sums",
    "shared_weights",
    "single_sums",
    "single_weights",
]
