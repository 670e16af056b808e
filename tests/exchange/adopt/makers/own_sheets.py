"""Own spreadsheets: rows, rows under headings of several lines, columns, and a sheet a month."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.exchange.adopt.makers.sheets import Rows, write
from tests.exchange.adopt.makers.truth import CATEGORIES, Truth

ABBREVIATED = {
    "Outstanding": "O", "Good": "G", "Requires improvement": "RI", "Inadequate": "Inad",
    "Not applicable": "n/a", "Not evidenced": "NE",
}  # fmt: skip
SHORT = (
    "Record and chronology", "Child's story", "Child's voice", "Identity and culture",
    "Assessment", "Risk", "Planning", "Reviews and meetings", "Visiting", "Direct work",
    "Partnership with family", "Working with agencies", "Management oversight", "Supervision",
    "IRO / CP chair", "Impact",
)  # fmt: skip
"""Headings of a council's own, in the order of the categories."""


def rows_with_totals(path: Path, audits: Sequence[Truth]) -> Path:
    """Title rows above, one heading row, one row per audit, a totals row and a key below."""
    heading = ["Audit no", "Mosaic ID", "Auditor", "Team", "Plan", "Date of audit"]
    heading += [*SHORT, "Overall"]
    rows: list[list[object]] = [
        ["Northmoor Council: practice audits, December and January"],
        [None, "Collated by the quality team"],
        [],
        list(heading),
    ]
    for audit in audits:
        rows.append([f"NM{audit.number:03d}", *_about(audit), *_short(audit)])
    rows.append(["Total", len(audits)])
    rows.append(["Key: O outstanding, G good, RI requires improvement, Inad inadequate"])
    summary: list[list[object]] = [
        ["Category", "Outstanding", "Good", "Requires improvement", "Inadequate"],
        *([label, 1, 9, 12, 4] for label in SHORT),
    ]
    return write(path, {"Audits": rows, "Summary": summary, "Lists": [["Team"], ["East"]]})


def grades_and_reasons(path: Path, audits: Sequence[Truth]) -> Path:
    """Headings on two lines: the category above, *Grade* and *Reason* below."""
    above: list[object] = ["Audit reference", "Child ID", "Audited by", "Team", "Plan type",
                           "Audit date", "Child's name"]  # fmt: skip
    below: list[object] = [None] * len(above)
    for label in CATEGORIES:
        above += [label, None]
        below += ["Grade", "Reason"]
    rows: list[list[object]] = [above, below]
    for audit in audits:
        row = [f"NM{audit.number:03d}", *_about(audit), audit.child_name]
        for label in CATEGORIES:
            row += [ABBREVIATED[audit.grades[label]], audit.reasons.get(label)]
        rows.append(row)
    return write(path, {"Data": rows})


def columns(path: Path, audits: Sequence[Truth]) -> Path:
    """One audit per column, categories down the side."""
    side = ["Audit no", "Mosaic ID", "Auditor", "Team", "Plan", "Date of audit", *SHORT, "Overall"]
    down = [[f"NM{a.number:03d}", *_about(a), *_short(a)] for a in audits]
    rows: list[list[object]] = [["Practice audits"], []]
    rows += [[label, *(one[place] for one in down)] for place, label in enumerate(side)]
    return write(path, {"Grid": rows})


def sheet_a_month(path: Path, audits: Sequence[Truth]) -> Path:
    """One sheet for each month, headings alike."""
    heading = ["Audit no", "Mosaic ID", "Auditor", "Team", "Plan", "Date of audit", *SHORT]
    sheets: dict[str, Rows] = {}
    for name, month in (("December 2025", 12), ("January 2026", 1)):
        of_month = [a for a in audits if a.completed.month == month]
        sheets[name] = [
            heading,
            *([f"NM{a.number:03d}", *_about(a), *_short(a)[:-1]] for a in of_month),
        ]
    return write(path, sheets)


def _about(audit: Truth) -> list[object]:
    day: date = audit.completed
    return [audit.child, audit.auditor, audit.team, audit.plan, day]


def _short(audit: Truth) -> list[object]:
    return [ABBREVIATED[g] for g in (*audit.grades.values(), audit.overall)]
