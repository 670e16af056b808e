"""``goldenthread template``: an empty returns workbook."""

from pathlib import Path

from goldenthread.engine.frameworks import find_framework
from goldenthread.engine.writing import check_free, write_file


def template(output: Path, *, framework: str = "core_16", force: bool = False) -> Path:
    """Write an empty returns workbook for a framework (a shipped id, or a YAML file)."""
    from goldenthread.exchange.workbook.template import template as empty_workbook

    check_free([output], force=force)
    chosen, scale = find_framework(framework)
    return write_file(output, empty_workbook(chosen, scale), force=force)
