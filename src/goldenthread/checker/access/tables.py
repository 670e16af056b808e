"""Header rows of data tables (WCAG 2.2, 1.3.1 Info and Relationships, level A; failure F91)."""

from collections.abc import Iterator

from goldenthread.checker.access.places import counted, places
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Grid, Region, Shows, Source

CHECK = "header rows"

_FACTS = 2


def check_tables(source: Source) -> Iterator[AccessFinding]:
    """Data tables whose headers the file says are none.

    A query for two columns: those may be facts with their names, which need no more than that.
    """
    if Shows.HEADER_ROWS not in source.shows:
        return
    bare = [grid for grid in source.grids if _lacks_headers(grid)]
    wide = [grid.where for grid in bare if len(grid.rows[0]) > _FACTS]
    narrow = [grid.where for grid in bare if len(grid.rows[0]) == _FACTS]
    if wide:
        mend = "Mark the first row as the header row (WCAG 1.3.1)."
        yield _without(wide, Severity.ERROR, mend)
    if narrow:
        mend = "If the first row or column says what the others are, mark it so (WCAG 1.3.1)."
        yield _without(narrow, Severity.QUERY, mend)


def _lacks_headers(grid: Grid) -> bool:
    is_table = len(grid.rows) > 1 and len(grid.rows[0]) > 1 and grid.region is not Region.CHART
    return is_table and grid.header_rows == 0 and not grid.header_columns


def _without(found: list[str], severity: Severity, mend: str) -> AccessFinding:
    at = places(found)
    number = counted(len(found), "table has no header row", "tables have no header row")
    return AccessFinding(CHECK, at, severity, f"{number} ({at}). {mend}")
