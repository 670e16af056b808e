"""Header rows of data tables (WCAG 2.2, 1.3.1 Info and Relationships, level A; failure F91)."""

from collections.abc import Iterator

from goldenthread.checker.access.places import counted, places
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Grid, Region, Shows, Source

CHECK = "header rows"


def check_tables(source: Source) -> Iterator[AccessFinding]:
    """Data tables whose headers the file says are none."""
    if Shows.HEADER_ROWS not in source.shows:
        return
    found = [grid.where for grid in source.grids if _lacks_headers(grid)]
    if found:
        at = places(found)
        number = counted(len(found), "table has no header row", "tables have no header row")
        message = f"{number} ({at}). Mark the first row as the header row (WCAG 1.3.1)."
        yield AccessFinding(CHECK, at, Severity.ERROR, message)


def _lacks_headers(grid: Grid) -> bool:
    is_table = len(grid.rows) > 1 and len(grid.rows[0]) > 1 and grid.region is not Region.CHART
    return is_table and grid.header_rows == 0 and not grid.header_columns
