"""Tables that do not say of how many: of a number that the text before them says.

"We read 60 records, 20 of each team" may stand over a table of which each row is of the 20, and the
last of the 60. Only arithmetic tells: a row is of the number of which all its shares are, and else
of the one of which most of the table is.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from goldenthread.checker.figures.model import Bound
from goldenthread.checker.figures.tables.grids import GridFigures
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.results import Verdict

_ENOUGH = 3
"""Fewer shares may come out right by chance."""

_FEWEST_IN_A_ROW = 2


def lacks_a_base(figures: GridFigures) -> bool:
    """Whether several shares have a count and no base."""
    return sum(_is_open(bound) for bound, _ in figures.shares) >= _ENOUGH


def under_what_is_said(figures: GridFigures, sizes: Sequence[int]) -> GridFigures:
    """The figures with a base for shares that have a count and none, if ``sizes`` has it."""
    open_ones = [bound for bound, _ in figures.shares if _is_open(bound)]
    if not sizes:
        return figures
    right = Counter(size for size in sizes for bound in open_ones if _agrees(bound, size))
    best = max(sizes, key=lambda size: right[size])
    is_sure = right[best] >= _ENOUGH and 3 * right[best] >= 2 * len(open_ones)
    of_most = best if is_sure else None
    rows: dict[int, list[Bound]] = {}
    for bound in open_ones:
        rows.setdefault(bound.mention.start, []).append(bound)
    of_row = {row: _of_all(bounds, sizes) or of_most for row, bounds in rows.items()}
    shares = (
        (_under(bound, of_row[bound.mention.start]) if _is_open(bound) else bound, where)
        for bound, where in figures.shares
    )
    return replace(figures, shares=tuple(shares))


def _is_open(bound: Bound) -> bool:
    return bound.base is None and bound.count is not None


def _of_all(bounds: Sequence[Bound], sizes: Sequence[int]) -> int | None:
    """The number of which every share of a row is."""
    if len(bounds) < _FEWEST_IN_A_ROW:
        return None
    return next((size for size in sizes if all(_agrees(b, size) for b in bounds)), None)


def _agrees(bound: Bound, size: int) -> bool:
    return verdict_of(bound.mention.share, bound.count, size) is Verdict.AGREES


def _under(bound: Bound, base: int | None) -> Bound:
    if base is None or (bound.count or 0) > base:
        return bound
    return replace(bound, base=base, stated=False)
