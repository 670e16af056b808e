"""A folder of one-audit workbooks: one form, filled in by thirty people in their own ways."""

from collections.abc import Sequence
from pathlib import Path

from tests.exchange.adopt.makers.sheets import write
from tests.exchange.adopt.makers.truth import CATEGORIES, GRADES, Truth

Form = list[list[object]]


def folder_of_forms(folder: Path, audits: Sequence[Truth]) -> Path:
    """A workbook for each audit, in four variations, with what else lies in such folders."""
    folder.mkdir(exist_ok=True)
    for audit in audits:
        make = _VARIATIONS[audit.number % len(_VARIATIONS)]
        write(folder / f"Audit {audit.number:02d}.xlsx", {"Audit form": make(audit)})
    (folder / "~$Audit 99.xlsx").write_bytes(b"lock")
    (folder / ".hidden.xlsx").write_bytes(b"PK")
    (folder / "Guidance.docx").write_bytes(b"PK")
    (folder / "Broken.xlsx").write_bytes(b"PK\x03\x04 not really")
    write(folder / "Rota.xlsx", {"Rota": [["Week", "Who"], [1, "East"]]})
    return folder


def _to_the_right(audit: Truth) -> Form:
    rows: Form = [["Practice audit form"], []]
    rows += [["Audit ref:", f"NM{audit.number:03d}"], ["Child's ID:", int(audit.child)]]
    rows += [["Auditor:", audit.auditor, None, "Date of audit:", audit.completed]]
    rows += [["Team:", audit.team, None, "Plan type:", audit.plan], []]
    rows += [["Category", "Grade", "Reason"]]
    rows += [[label, audit.grades[label], audit.reasons.get(label)] for label in CATEGORIES]
    return [*rows, ["Overall grade", audit.overall, "Taken together"]]


def _below(audit: Truth) -> Form:
    rows: Form = [["Northmoor audit tool v3"]]
    rows += [["Audit ref", "Child ID", "Auditor", "Team", "Plan type", "Date of audit"]]
    about = [f"NM{audit.number:03d}", int(audit.child), audit.auditor, audit.team, audit.plan]
    rows += [[*about, audit.completed], []]
    rows += [[None, "Area of practice", "Judgement", "Rationale"]]
    rows += [
        [number, f"{label}\nThink about what daily life is like.", grade, audit.reasons.get(label)]
        for number, (label, grade) in enumerate(audit.grades.items(), start=1)
    ]
    return [*rows, [17, "Overall", audit.overall]]


def _ticked(audit: Truth) -> Form:
    choices = (*reversed(GRADES), "Not applicable", "Not evidenced")
    rows: Form = [["Audit", None], ["Audit ref", f"NM{audit.number:03d}"]]
    rows += [["Child ID", int(audit.child)], ["Name of auditor", audit.auditor]]
    rows += [["Team", audit.team], ["Plan type", audit.plan], ["Audit date", audit.completed], []]
    rows += [["Category", *choices, "Comments"]]
    for label in (*CATEGORIES, "Overall"):
        grade = audit.grades.get(label, audit.overall)
        marks = ["x" if choice == grade else None for choice in choices]
        rows.append([label, *marks, audit.reasons.get(label)])
    return rows


def _inline(audit: Truth) -> Form:
    rows: Form = [[f"Audit ref: NM{audit.number:03d}"], [f"Child ID: {audit.child}"]]
    rows += [[f"Auditor: {audit.auditor}"], [f"Team: {audit.team}"], [f"Plan type: {audit.plan}"]]
    rows += [[f"Date of audit: {audit.completed:%d %B %Y}"], [None, "Grade", "Why"]]
    rows += [[label, audit.grades[label], audit.reasons.get(label)] for label in CATEGORIES]
    return [*rows, ["Overall", audit.overall, None]]


_VARIATIONS = (_to_the_right, _below, _ticked, _inline)
