"""Grades in which given auditors share cases, and the graphs of the published examples."""

from collections.abc import Iterable, Sequence

import numpy as np

from goldenthread.analysis.grades import MISSING, Grades
from goldenthread.analysis.linkage import Network, network

Pairs = list[tuple[int, int]]


def grades_of(audits: Iterable[tuple[int, int, str]], auditors: int) -> Grades:
    """Audits as case, auditor, and a mark for each category: ``x`` where it was graded."""
    rows = list(audits)
    width = max((len(marks) for *_, marks in rows), default=1)
    grade = np.full((len(rows), width), MISSING, dtype=np.int8)
    for row, (_, _, marks) in enumerate(rows):
        grade[row] = [1 if mark == "x" else MISSING for mark in marks.ljust(width)]
    cases = max((case for case, _, _ in rows), default=-1) + 1
    nothing = np.full(len(rows), MISSING, dtype=np.int32)
    return Grades(
        cases=tuple(f"case {case:03}" for case in range(cases)),
        auditors=codes(auditors),
        categories=tuple(f"category {category}" for category in range(width)),
        levels=("inadequate", "good"),
        values=(1, 2),
        teams=(),
        months=(),
        case=np.array([case for case, _, _ in rows], dtype=np.int32),
        auditor=np.array([auditor for _, auditor, _ in rows], dtype=np.int32),
        team=nothing,
        month=nothing,
        condition=nothing.astype(np.int8),
        grade=grade,
    )


def codes(auditors: int) -> tuple[str, ...]:
    """Codes of auditors, in code order."""
    return tuple(f"auditor {auditor:03}" for auditor in range(auditors))


def shared(pairs: Sequence[tuple[int, int]], auditors: int) -> Network:
    """The network in which each pair read one case."""
    audits = [(case, reader, "x") for case, pair in enumerate(pairs) for reader in pair]
    return network(grades_of(audits, auditors))


def chain(auditors: int) -> Pairs:
    """Each auditor with the next."""
    return [(one, one + 1) for one in range(auditors - 1)]


def circulant(auditors: int, *steps: int) -> Pairs:
    """Each auditor with those so many steps on, round a circle; one step of 1 is a ring."""
    return [(one, (one + step) % auditors) for one in range(auditors) for step in steps]


def star(auditors: int) -> Pairs:
    """The first auditor with all others."""
    return [(0, other) for other in range(1, auditors)]


def complete(auditors: int) -> Pairs:
    """Everybody with everybody."""
    return [(one, other) for other in range(auditors) for one in range(other)]
