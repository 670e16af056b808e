"""The files of ``data`` as the model takes them."""

from csv import DictReader
from pathlib import Path

import numpy as np

from goldenthread.analysis.grades import MISSING, WITH, WITHOUT, Grades

DATA = Path(__file__).parent / "data"
_CONDITIONS = {"without": WITHOUT, "with": WITH}


def grades(name: str) -> Grades:
    """A file ``case,auditor,category,grade[,condition]`` with grades from 0."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file))
    pairs = sorted({(row["case"], row["auditor"]) for row in rows})
    readings = {pair: reading for reading, pair in enumerate(pairs)}
    cases, auditors, categories = (
        tuple(sorted({row[column] for row in rows})) for column in ("case", "auditor", "category")
    )
    grade = np.full((len(pairs), len(categories)), MISSING, dtype=np.int8)
    condition = np.full(len(pairs), MISSING, dtype=np.int8)
    for row in rows:
        reading = readings[row["case"], row["auditor"]]
        grade[reading, categories.index(row["category"])] = int(row["grade"])
        condition[reading] = _CONDITIONS.get(row.get("condition", ""), MISSING)
    levels = int(grade.max()) + 1
    unknown = np.full(len(pairs), MISSING, dtype=np.int32)
    return Grades(
        cases=cases,
        auditors=auditors,
        categories=categories,
        levels=tuple(str(level) for level in range(levels)),
        values=tuple(range(levels)),
        teams=(),
        months=(),
        case=np.array([cases.index(case) for case, _ in pairs], dtype=np.int32),
        auditor=np.array([auditors.index(auditor) for _, auditor in pairs], dtype=np.int32),
        team=unknown,
        month=unknown,
        condition=condition,
        grade=grade,
    )
