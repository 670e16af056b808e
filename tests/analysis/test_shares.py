"""Shares by reported grade."""

from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import Purpose
from goldenthread.analysis.figure import FigureSet
from goldenthread.analysis.tables import FactsError
from goldenthread.definitions.frameworks import Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

KEYS = ("outstanding", "good", "requires_improvement", "inadequate")


def graded(cycle: Any, grades: str, category: str = "risk") -> Any:
    """One audit for each grade, in short form, separated by blanks."""
    for number, grade in enumerate(grades.split()):
        cycle.reading(f"A{number:02}", {category: grade})
    return cycle


def counts(figures: FigureSet, category: str, keys: tuple[str, ...] = KEYS) -> list[int | None]:
    """Numerators of a category's figures."""
    return [figures.figures[f"{category}.{key}", ()].numerator for key in keys]


@pytest.mark.parametrize(
    ("split", "percents"),
    [
        ([1, 14, 11, 0], [4, 54, 42, 0]),  # working with agencies, 2019
        ([1, 8, 12, 5], [4, 31, 46, 19]),  # management oversight, 2019
        ([1, 9, 12, 4], [4, 35, 46, 15]),  # assessments, 2019, as they should have been printed
    ],
)
def test_shares_of_the_2019_brief(
    cycle: Any, framework: Framework, scale: Scale, split: list[int], percents: list[int]
) -> None:
    grades = " ".join(grade for grade, n in zip("OGRI", split, strict=True) for _ in range(n))
    figures = cycles.figures(graded(cycle, grades).facts, framework, scale)
    assert counts(figures, "risk") == split
    shares = [figures.figures[f"risk.{key}", ()] for key in KEYS]
    assert [share.denominator for share in shares] == [26] * 4
    assert [int(100 * share.value + 0.5) for share in shares if share.value is not None] == percents


def test_share_interval_is_wilsons(cycle: Any, framework: Framework, scale: Scale) -> None:
    figures = cycles.figures(graded(cycle, "I " * 10 + "G " * 16).facts, framework, scale)
    share = figures.figures["risk.inadequate", ()]
    # stats.md section 2: Wilson 95% of 10 of 26 is 22-57%
    assert (round(share.lower or 0, 2), round(share.upper or 0, 2)) == (0.22, 0.57)
    assert share.method == "share of audits; Wilson 95%"
    assert share.version == "1, reported grade 1"
    assert share.period == "2026-09-01/2026-10-31"
    assert share.population == "audits graded for identification of and response to risk"


def test_shares_keep_three_kinds_of_no_grade_apart(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    figures = cycles.figures(graded(cycle, "G G I n/a n/a n/e -").facts, framework, scale)
    found = {
        key: (f.numerator, f.denominator)
        for key in ("inadequate", "graded", "not_evidenced", "not_graded", "not_applicable")
        for f in [figures.figures[f"risk.{key}", ()]]
    }
    assert found == {
        "inadequate": (1, 3),
        "graded": (3, 5),
        "not_evidenced": (1, 5),
        "not_graded": (1, 5),
        "not_applicable": (2, 7),
    }


def test_shares_not_evidenced_as_lowest_joins_the_denominator(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    strict = framework.model_copy(update={"not_evidenced": NotEvidenced.LOWEST})
    figures = cycles.figures(graded(cycle, "G I n/e").facts, strict, scale)
    lowest, graded_share = (figures.figures[f"risk.{k}", ()] for k in ("inadequate", "graded"))
    assert (lowest.numerator, lowest.denominator) == (2, 3)
    assert (graded_share.numerator, graded_share.denominator) == (2, 3)
    assert "not evidenced (counted as the lowest grade)" in lowest.population


def test_shares_use_moderated_grades(cycle: Any, framework: Framework, scale: Scale) -> None:
    graded(cycle, "G G").reading("A01", {"risk": "I"}, purpose=Purpose.MODERATED)
    figures = cycles.figures(cycle.facts, framework, scale)
    assert counts(figures, "risk") == [0, 1, 0, 1]


def test_shares_good_or_better_and_not_yet_good_are_complements(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    figures = cycles.figures(graded(cycle, "O G R I I").facts, framework, scale)
    assert counts(figures, "risk", ("good_or_better", "not_yet_good")) == [2, 3]


def test_shares_of_category_that_nobody_graded_have_no_value(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    figures = cycles.figures(graded(cycle, "G").facts, framework, scale)
    share = figures.figures["planning.good", ()]
    assert (share.value, share.numerator, share.denominator) == (None, 0, 0)


def test_shares_of_overall_only_where_the_framework_has_it(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    without = framework.model_copy(update={"overall": False})
    facts = graded(cycle, "G", "overall").facts
    assert counts(cycles.figures(facts, framework, scale), "overall") == [0, 1, 0, 0]
    assert cycles.figures(facts, without, scale).get("overall.good") is None


def test_shares_abbreviation_keeps_its_capitals(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    figures = cycles.figures(graded(cycle, "G").facts, framework, scale)
    assert figures.figures["iro.good", ()].population == "audits graded for IRO footprint"


def test_shares_level_named_like_another_figure_is_refused(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    levels = (*scale.levels, scale.highest.model_copy(update={"id": "graded"}))
    with pytest.raises(FactsError, match="the level ids graded mean something else"):
        cycles.figures(cycle.facts, framework, scale.model_copy(update={"levels": levels}))
