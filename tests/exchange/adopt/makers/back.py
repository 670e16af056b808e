"""The way back: adopted rows, written as a workbook, read again as returns."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.exchange.adopt.makers.truth import FRAMEWORK, SCALE, Truth

from goldenthread.analysis.facts import Answered, Judgement
from goldenthread.exchange.adopt.applying import Adopted
from goldenthread.exchange.adopt.rows.workbook_rows import REMINDER
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.result import Returns
from goldenthread.exchange.workbook.write import write_workbook

CYCLE: Mapping[str, object] = {
    "Authority": "Northmoor Council",
    "Cycle": "Winter 2025",
    "Period from": date(2025, 12, 1),
    "Period to": date(2026, 2, 28),
    "Issue date": date(2026, 3, 9),
    "Due date": date(2026, 2, 27),
    "Cut-off date": date(2026, 2, 28),
    "Author": "The quality team",
}
"""What nobody but the audit lead knows: written in by hand after adopting."""

_ANSWERED = {
    Answered.NOT_APPLICABLE: "Not applicable",
    Answered.NOT_EVIDENCED: "Not evidenced",
    Answered.NOT_GRADED: "Not graded",
}


def read_back(adopted: Adopted, folder: Path, *, completed: bool = True) -> Returns:
    """Write the rows and read them; ``completed`` does first what the report asks for."""
    rows = _completed(adopted) if completed else adopted.rows
    path = folder / "returns.xlsx"
    path.write_bytes(write_workbook(FRAMEWORK, SCALE, rows))
    return read_returns(path)


def _completed(adopted: Adopted) -> dict[str, Sequence[Mapping[str, object]]]:
    rows: dict[str, Sequence[Mapping[str, object]]] = dict(adopted.rows)
    rows["Cycle"] = [
        {**row, "Value": row["Value"] or CYCLE.get(str(row["Item"]))} for row in rows["Cycle"]
    ]
    rows["Allocations"] = [r for r in rows["Allocations"] if r.get("Auditor code") != REMINDER]
    rows["Escalations"] = [
        {**row, "Reason": "Child unsafe now", "Raised": date(2025, 12, 12), "To": "Head of service"}
        for row in rows.get("Escalations", ())
    ]
    return rows


def grades_read(returns: Returns) -> dict[tuple[str, str], str]:
    """Grade by audit ref and category id, in the labels of the scale."""
    return {(j.audit, j.category): _label(j) for j in returns.facts.judgements}


def _label(judgement: Judgement) -> str:
    if judgement.level is not None:
        return SCALE.level(judgement.level).label
    return _ANSWERED[judgement.answered]


def grades_true(
    audits: Sequence[Truth], ref: str = "NM{:03d}", *, overall: bool = True
) -> dict[tuple[str, str], str]:
    """What the grades were, by the same keys."""
    ids = {category.label: category.id for category in FRAMEWORK.categories}
    true = {
        (ref.format(audit.number), ids[label]): grade
        for audit in audits
        for label, grade in audit.grades.items()
    }
    if overall:
        true |= {(ref.format(audit.number), "overall"): audit.overall for audit in audits}
    return true
