"""Inner loops that numba compiles: sums over nodes, reading by reading.

Each does what its plain neighbour does with whole arrays, on the same nodes and by the same
formulas, and leaves out nodes whose posterior weight is next to nothing. Importing this module
imports numba: ask ``engine`` for it.
"""

from goldenthread.analysis.facets.compiled_curves import curve_tables, with_own_grade
from goldenthread.analysis.facets.compiled_shared import shared_sums
from goldenthread.analysis.facets.compiled_singles import single_sums

__all__ = ["curve_tables", "shared_sums", "single_sums", "with_own_grade"]
