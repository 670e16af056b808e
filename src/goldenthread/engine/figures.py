"""``goldenthread figures``: every figure of a cycle, for one audience."""

from datetime import date
from pathlib import Path

from goldenthread.analysis.figure import FigureSet
from goldenthread.engine import returns
from goldenthread.engine.audiences import check_audience
from goldenthread.engine.failures import unreadable
from goldenthread.engine.returns import ReturnsFile
from goldenthread.engine.telling import Tell, silent


def figures(
    path: Path,
    *,
    audience: str = "service",
    as_at: date | None = None,
    previous: Path | None = None,
    tell: Tell = silent,
) -> tuple[ReturnsFile, FigureSet]:
    """Read a returns workbook and compute what ``audience`` may see, as at a day.

    ``previous`` is the earlier cycle's workbook, and wins over the sheet *Previous figures*.
    Raises ``Failure``: 2 for an unknown audience and a cycle that is not an earlier one, 3 for a
    file that cannot be understood.
    """
    check_audience(audience)
    file = returns.read(path, tell)
    returns.check_as_at(as_at, file.cycle)
    before = returns.read(previous, _of(previous, tell)) if previous else None
    if before:
        returns.check_previous(before.cycle, file.cycle)
        if not _same_tool(before, file):
            tell(
                f"{before.path.name} was audited with {before.framework.label}, and"
                f" {file.path.name} with {file.framework.label}: grades are not compared."
            )
    return file, compute(file, audience=audience, as_at=as_at, previous=before, tell=tell)


def compute(
    file: ReturnsFile,
    *,
    audience: str,
    as_at: date | None = None,
    previous: ReturnsFile | None = None,
    tell: Tell = silent,
) -> FigureSet:
    """The figures of a workbook that was read, for one audience."""
    from goldenthread.analysis import cycle, disclosure
    from goldenthread.analysis.tables import FactsError

    try:
        before = _before(previous, file) if previous else None
        now = file.facts(as_at)
        everything = cycle.figures(now, file.framework, file.scale, previous=before)
    except FactsError as error:
        raise unreadable(str(error)) from error
    if previous is None:
        _tell_unknown(file, everything, tell)
    findings = now.facts.findings
    return disclosure.for_audience(everything, audience, file.framework, file.scale, findings)


def _before(previous: ReturnsFile, file: ReturnsFile) -> FigureSet:
    """The earlier cycle's figures; those of grades only if it was audited with the same tool."""
    from goldenthread.analysis import cycle

    found = cycle.figures(previous.facts(), previous.framework, previous.scale)
    if _same_tool(previous, file):
        return found
    kept = {at: f for at, f in found.figures.items() if at[0].split(".")[0] in _WITHOUT_GRADES}
    return FigureSet(found.audience, kept)


def _of(path: Path, tell: Tell) -> Tell:
    """Tell which workbook a warning is about: two of them often have one name."""
    return lambda sentence: tell(f"{path}: {sentence}")


def _tell_unknown(file: ReturnsFile, figures: FigureSet, tell: Tell) -> None:
    """Say which rows of *Previous figures* stand beside nothing: their keys may be misspelt."""
    known = {key for key, _ in figures.figures}
    for row in file.returns.facts.previous_figures:
        if row.key not in known:
            tell(f"Previous figures: “{row.key}” is no figure of this cycle, and is not compared.")


def _same_tool(one: ReturnsFile, other: ReturnsFile) -> bool:
    return (one.framework.id, one.scale.id) == (other.framework.id, other.scale.id)


_WITHOUT_GRADES = frozenset(
    {"audits", "returns", "feedback", "observations", "timeliness", "escalations", "challenges"}
)
"""Beginnings of keys that mean the same whatever an audit asks for and however it grades."""
