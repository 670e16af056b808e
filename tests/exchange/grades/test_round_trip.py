"""Grades written as a long table and read again are the same grades."""

import csv
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis.grades import MISSING, Grades
from goldenthread.exchange.grades.delimited import read_text
from goldenthread.exchange.grades.long import grades_of
from goldenthread.exchange.grades.result import Best

CODES = st.text(st.sampled_from("ABCäß19 -_.,;\"'"), min_size=1, max_size=5).map(
    lambda text: " ".join(text.split())
)
MONTHS = st.sampled_from(["2025-12", "2026-01", "2026-02"])


def names(most: int) -> st.SearchStrategy[list[str]]:
    """Names that differ in more than capitals."""
    return st.lists(CODES.filter(bool), min_size=1, max_size=most, unique_by=str.casefold)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[dict[str, str]], Best, int]:
    """Rows with at most one grade in a cell; the best end; the number of levels."""
    cases, auditors, categories = draw(names(4)), draw(names(3)), draw(names(3))
    teams = draw(names(2))
    levels = draw(st.integers(1, 5))
    audits = draw(
        st.lists(
            st.tuples(st.sampled_from(cases), st.sampled_from(auditors), MONTHS | st.just("")),
            min_size=1, max_size=8, unique=True,
        )
    )  # fmt: skip
    rows = []
    for case, auditor, month in audits:
        team, condition = (
            draw(st.sampled_from([*teams, ""])),
            draw(st.sampled_from(["with", "without", ""])),
        )
        for category in categories:
            grade = draw(st.integers(1, levels).map(str) | st.just(""))
            rows.append(
                {
                    "case": case, "auditor": auditor, "category": category, "grade": grade,
                    "team": team, "month": month, "condition": condition,
                }
            )  # fmt: skip
    return draw(st.permutations(rows)), draw(st.sampled_from(Best)), levels


def as_text(rows: list[dict[str, str]], separator: str) -> bytes:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def rows_of(grades: Grades) -> list[dict[str, str]]:
    """The long table of these grades, blank where nothing was graded."""
    return [
        {
            "case": grades.cases[grades.case[audit]],
            "auditor": grades.auditors[grades.auditor[audit]],
            "category": category,
            "grade": _named(grades.levels, grades.grade[audit, place]),
            "team": _named(grades.teams, grades.team[audit]),
            "month": _named(grades.months, grades.month[audit]),
            "condition": _named(("without", "with"), grades.condition[audit]),
        }
        for audit in range(len(grades))
        for place, category in enumerate(grades.categories)
    ]


def _named(names: tuple[str, ...], code: np.integer) -> str:
    return "" if code == MISSING else names[code]


def in_order(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    return sorted(tuple(row.values()) for row in rows)


@pytest.mark.slow
@given(tables(), st.sampled_from(",;\t|"))
def test_round_trip_of_grades_through_text_changes_nothing(
    table: tuple[list[dict[str, str]], Best, int], separator: str
) -> None:
    rows, best, _ = table
    if len(rows) < 2 or not any(row["grade"] for row in rows):
        return
    grades = grades_of(read_text("t.csv", as_text(rows, separator)), best, None, None).grades
    assert in_order(rows_of(grades)) == in_order(rows)
    again = grades_of(
        read_text("t.csv", as_text(rows_of(grades), separator)), best, None, None
    ).grades
    for field in ("cases", "auditors", "categories", "levels", "values", "teams", "months"):
        assert getattr(again, field) == getattr(grades, field)
        assert list(getattr(grades, field)) == sorted(getattr(grades, field)) or field in {
            "levels", "values",
        }  # fmt: skip
    for field in ("case", "auditor", "team", "month", "condition", "grade"):
        assert np.array_equal(getattr(again, field), getattr(grades, field))
        assert getattr(again, field).dtype == getattr(grades, field).dtype
