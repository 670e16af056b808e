"""Tables as rows of one length, within limits."""

from collections.abc import Sequence

from goldenthread.documents.untrusted.archive import Unfit

MOST_CELLS = 300_000
"""Of one table, and of all sheets together."""


def squared(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows filled up with empty cells to one length; empty rows and columns at the end are gone.

    Raises ``Unfit`` when there are more cells than can be checked.

    >>> squared([["Grade", "Audits", ""], ["Good"], []])
    (('Grade', 'Audits'), ('Good', ''))
    """
    width = max((_filled(row) for row in rows), default=0)
    height = max((number for number, row in enumerate(rows, 1) if _filled(row)), default=0)
    within_limits(width * height)
    return tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in rows[:height])


def within_limits(cells: int) -> None:
    """Raises ``Unfit`` when a table has more cells than can be checked."""
    if cells > MOST_CELLS:
        raise Unfit("holds tables of more than 300,000 cells; take out what need not be checked")


def _filled(row: Sequence[str]) -> int:
    """Cells up to the last one with text."""
    return max((number for number, cell in enumerate(row, 1) if cell), default=0)
