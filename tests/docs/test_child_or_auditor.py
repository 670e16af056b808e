"""Numbers on the page about child and auditor: from the model written out, and from the example."""

import re
from collections import Counter
from math import exp, sqrt
from pathlib import Path

import pytest
from scipy.optimize import brentq
from tests.docs.markdown import DOCS
from tests.engine.consistency import years

from goldenthread.definitions import library
from goldenthread.definitions.example import rows
from goldenthread.engine.consistency.answers import children_parts
from goldenthread.engine.consistency.run import ConsistencyRequest, consistency
from goldenthread.engine.example import example

PAGE = (DOCS / "explanation" / "child-or-auditor.md").read_text(encoding="utf-8")
YEAR = DOCS / "how-to" / "files" / "year.csv"
STEPS = (-2.0, 0.1, 1.9)
CHILD = 1.2
"""Standard deviation of children that the page supposes, in logits."""


def place(*counts: int) -> float:
    """Where an audit with so many of each grade, worst first, stands (Andrich 1978)."""
    mean = sum(grade * count for grade, count in enumerate(counts)) / sum(counts)

    def above(at: float) -> float:
        chances = [exp(grade * at - sum(STEPS[:grade])) for grade in range(4)]
        return sum(grade * each for grade, each in enumerate(chances)) / sum(chances) - mean

    return float(brentq(above, -20, 20))


@pytest.mark.parametrize("auditor", [0.6, 1.0])
def test_supposed_shares_and_distances_are_as_on_the_page(auditor: float) -> None:
    other = auditor**2 + 0.6**2
    share = f"{100 * CHILD**2 / (CHILD**2 + other):.0f}%"
    apart = sqrt(2 * other)
    poor, good, better = place(14, 2), place(0, 1, 13), place(0, 2, 7, 4)
    assert re.search(rf"\({share}\) \| {(good - poor) / apart:.1f} \|", PAGE)
    assert f"{good - poor:.1f} logits" in PAGE
    assert (better - good) / apart < 0.5


@pytest.mark.slow
def test_the_example_holds_the_audits_that_the_page_tells_of(tmp_path: Path) -> None:
    grades = consistency(ConsistencyRequest(example(tmp_path / "returns.xlsx"))).grades
    profiles = {
        (grades.cases[case], tuple(Counter(row)[level] for level in range(4)))
        for case, row in zip(grades.case.tolist(), grades.grade.tolist(), strict=True)
    }
    assert {("C8452", (14, 2, 0, 0)), ("C8452", (13, 3, 0, 0))} <= profiles
    assert [counts for case, counts in profiles if case == "C5686"] == [(0, 1, 13, 0)]


def test_moderation_changed_nothing_of_the_one_child_and_there_was_none_of_the_other() -> None:
    readings = rows("current")["Readings"]
    labels = {"Overall", *(c.label for c in library.framework("core_16").categories)}
    of_child = [r for r in readings if r["Child ref"] == "C8452" and r["Purpose"] == "moderated"]
    assert [{label: row[label] for label in labels} for row in of_child] == [
        dict.fromkeys(labels, None)
    ]
    assert [r["Purpose"] for r in readings if r["Child ref"] == "C5686"] == ["first"]


def test_the_year_that_readers_can_download_is_the_one_of_the_tests(tmp_path: Path) -> None:
    assert years.year(tmp_path).read_text(encoding="utf-8") == YEAR.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_picture_is_described_with_the_numbers_of_the_year() -> None:
    found = consistency(ConsistencyRequest(YEAR))
    assert found.fit is not None
    assert f"{found.agreement.children} of {len(found.grades.cases)} children" in PAGE
    for part in children_parts(found.fit):
        value, lower, upper = (f"{100 * x:.0f}" for x in (part.value, part.lower, part.upper))
        assert re.search(rf"\b{value}\D+?from\s{lower}\sto\s{upper}", PAGE)
