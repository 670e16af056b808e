"""Grades for tests, written as a reader would: an audit a line, a letter a category."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, Grades

LETTERS = "IRGO"
"""Inadequate, requires improvement, good, outstanding; anything else is no grade."""


def readings(*lines: str, levels: str = LETTERS, values: Sequence[int] | None = None) -> Grades:
    """Grades from lines such as ``"C1 Ash 2026-09 GGR-"``: case, auditor, month, grades."""
    words = [line.split() for line in lines]
    columns = list(zip(*words, strict=True)) or [()] * 4
    cases, case = _coded(columns[0])
    auditors, auditor = _coded(columns[1])
    months, month = _coded(columns[2])
    grade = [[levels.find(letter) for letter in letters] for letters in columns[3]]
    categories = max(map(len, grade), default=0)
    return Grades(
        cases=cases,
        auditors=auditors,
        categories=tuple(f"category {number}" for number in range(categories)),
        levels=tuple(levels),
        values=tuple(values or range(1, len(levels) + 1)),
        teams=(),
        months=months,
        case=case,
        auditor=auditor,
        team=np.full(len(words), MISSING, dtype=np.int32),
        month=month,
        condition=np.full(len(words), MISSING, dtype=np.int8),
        grade=np.array(grade, dtype=np.int8).reshape(len(words), categories),
    )


def simulated(
    generator: Generator, cases: int, categories: int = 16, auditors: int = 30, readers: int = 2
) -> Grades:
    """Cases that differ, read by auditors who differ, each reading with a bent of its own."""
    case = np.repeat(np.arange(cases), readers)
    first = generator.integers(0, auditors, cases)
    auditor = (first[case] + np.tile(np.arange(readers), cases)) % auditors
    place = generator.normal(0, 1.2, cases)[case] - generator.normal(0, 0.6, auditors)[auditor]
    place = place + generator.normal(0, 0.6, len(case))
    heard = place[:, np.newaxis] + generator.logistic(0, 1, (len(case), categories))
    grade = np.digitize(heard, [-1.5, 0.0, 1.5]).astype(np.int8)
    grade[generator.random(grade.shape) < 0.05] = MISSING
    unknown = np.full(len(case), MISSING, dtype=np.int32)
    return Grades(
        cases=tuple(f"C{number:05}" for number in range(cases)),
        auditors=tuple(f"A{number:02}" for number in range(auditors)),
        categories=tuple(f"category {number}" for number in range(categories)),
        levels=tuple(LETTERS),
        values=(1, 2, 3, 4),
        teams=(),
        months=(),
        case=case.astype(np.int32),
        auditor=auditor.astype(np.int32),
        team=unknown,
        month=unknown,
        condition=unknown.astype(np.int8),
        grade=grade,
    )


def _coded(words: Sequence[str]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    codes = tuple(sorted(set(words)))
    return codes, np.array([codes.index(word) for word in words], dtype=np.int32)
