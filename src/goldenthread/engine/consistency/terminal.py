"""The report that a principal social worker reads on a terminal."""

from goldenthread.engine.consistency.run import Consistency


def report(found: Consistency, width: int) -> str:
    """The report, wrapped to ``width`` columns."""
    return f"{found.request.file.name}"
