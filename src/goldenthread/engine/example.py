"""``goldenthread example``: the fictional authority's cycle as a returns workbook."""

from pathlib import Path

from goldenthread.definitions import library
from goldenthread.engine.failures import check_names
from goldenthread.engine.writing import write_file

CYCLES = ("current", "previous")


def example(output: Path, *, cycle: str = "current", force: bool = False) -> Path:
    """Write the fictional authority's cycle (``current`` or ``previous``) as a workbook.

    Raises ``Failure``: 2 for another cycle, 4 for an existing file without ``force``.
    """
    check_names("cycle", (cycle,), CYCLES)
    return write_file(output, example_workbook(cycle), force=force)


def example_workbook(cycle: str = "current") -> bytes:
    """The fictional authority's returns workbook as bytes."""
    from goldenthread.definitions import example as authority
    from goldenthread.exchange.workbook.write import write_workbook

    framework = library.framework("core_16")
    return write_workbook(framework, library.scale(framework.scale), authority.rows(cycle))
