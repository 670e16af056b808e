"""Answers of 0 to 10."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import Respondent, Response
from goldenthread.analysis.figure import FigureSet, Kind
from goldenthread.analysis.tables import FactsError
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

BETTER = "Have we helped to make things better?"
EXPLAINED = "How well did your social worker explain things?"


def answered(
    respondent: Respondent, question: str, *answers: int | None, audit: str = "A1"
) -> list[Response]:
    """Answers to one question."""
    return [Response(audit, respondent, question, answer) for answer in answers]


@pytest.fixture
def make(framework: Framework, scale: Scale) -> Any:
    """Figures of a cycle."""
    return lambda cycle: cycles.figures(cycle.facts, framework, scale)


def dots(figures: FigureSet, respondent: str, question: str) -> dict[int, int | None]:
    """Answer to how many gave it, without answers that nobody gave."""
    of = (("question", question),)
    found = {n: figures.figures[f"feedback.{respondent}.gave_{n}", of] for n in range(11)}
    return {n: figure.numerator for n, figure in found.items() if figure.numerator}


def test_answers_are_counted_by_respondent_and_question(cycle: Any, make: Any) -> None:
    cycle.add(responses=answered(Respondent.CHILD, BETTER, 9, 9, 4))
    cycle.add(responses=answered(Respondent.PARENT, BETTER, 10))
    cycle.add(responses=answered(Respondent.CHILD, EXPLAINED, 4))
    figures = make(cycle)
    assert dots(figures, "child", BETTER) == {9: 2, 4: 1}
    assert dots(figures, "parent", BETTER) == {10: 1}
    assert dots(figures, "child", EXPLAINED) == {4: 1}


def test_answers_asked_and_not_answered_are_in_the_base(cycle: Any, make: Any) -> None:
    figures = make(cycle.add(responses=answered(Respondent.CHILD, BETTER, 0, None, None)))
    of = (("question", BETTER),)
    share = figures.figures["feedback.child.answered", of]
    assert figures.figures["feedback.child.asked", of].numerator == 3
    assert (share.numerator, share.denominator) == (1, 3)
    assert dots(figures, "child", BETTER) == {0: 1}


@pytest.mark.parametrize(
    ("answers", "median"),
    [
        ((0, 1, 1, 2, 3, 8, 9, 9, 10, None), None),  # nine answers are too few
        ((0, 1, 1, 2, 3, 8, 9, 9, 10, 10), 5.5),
        ((0, 1, 1, 2, 3, 8, 9, 9, 10, 10, 10), 8.0),
    ],
)
def test_answers_have_a_median_from_ten(
    cycle: Any, make: Any, answers: tuple[int | None, ...], median: float | None
) -> None:
    figures = make(cycle.add(responses=answered(Respondent.CHILD, BETTER, *answers)))
    figure = figures.get("feedback.child.median", (("question", BETTER),))
    assert (figure and figure.value) == median
    assert figure is None or (figure.kind, figure.denominator) == (Kind.MEDIAN, len(answers))


def test_answers_of_audits_of_another_cycle_or_a_later_day_are_left_out(
    cycle: Any, make: Any
) -> None:
    cycle.reading("A1").reading("A2", on=date(2026, 11, 21)).reading("B1", cycle="Before")
    for audit in ("A1", "A2", "B1", "A3"):
        cycle.add(responses=answered(Respondent.CHILD, BETTER, 5, audit=audit))
    assert dots(make(cycle), "child", BETTER) == {5: 2}  # A1, and A3 which is still expected


def test_answers_outside_0_to_10_are_refused(cycle: Any, make: Any) -> None:
    with pytest.raises(FactsError, match="Audit A1: the answer 11 is not one of 0 to 10"):
        make(cycle.add(responses=answered(Respondent.CHILD, BETTER, 11)))
