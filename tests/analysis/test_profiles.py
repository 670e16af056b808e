"""Audit profiles."""

from typing import Any

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.figure import FigureSet
from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale


def grades(text: str) -> dict[str, str]:
    """Grades in the order of core_16's categories: "14I 2R" is fourteen inadequate, then two."""
    short = [part[-1] if part[-1] != "x" else "n/a" for part in text.split()]
    times = [int(part[:-1]) for part in text.split()]
    values = [grade for grade, n in zip(short, times, strict=True) for _ in range(n)]
    categories = [category.id for category in library.framework("core_16").categories]
    return dict(zip(categories, values, strict=True))


def profile(figures: FigureSet, name: str) -> dict[str, tuple[int | None, int | None]]:
    """What is said of one profile, without levels that it has none of."""
    prefix = f"profiles.{name}."
    return {
        figure.key.removeprefix(prefix): (figure.numerator, figure.denominator)
        for figure in figures
        if figure.key.startswith(prefix) and figure.numerator
    }


def test_profiles_of_the_2019_brief_say_how_many_were_graded(cycle: Any) -> None:
    cycle.reading("A1", grades("14I 2R"))
    cycle.reading("A2", grades("13G 1R 2x"))
    cycle.reading("A3", grades("4O 7G 2R 3x"))
    figures = cycles.figures(cycle.facts, library.framework("core_16"), library.scale("ofsted_4"))
    assert profile(figures, "most_lowest") == {
        "inadequate": (14, 16),
        "requires_improvement": (2, 16),
        "graded": (16, 16),
    }
    assert profile(figures, "most_good") == {
        "good": (13, 14),
        "requires_improvement": (1, 14),
        "graded": (14, 16),
    }
    assert profile(figures, "most_highest") == {
        "outstanding": (4, 13),
        "good": (7, 13),
        "requires_improvement": (2, 13),
        "graded": (13, 16),
    }


def test_profiles_of_equally_many_the_one_with_fewest_graded_is_shown(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "I", "planning": "G"}).reading("A2", {"risk": "I"})
    figures = cycles.figures(cycle.facts, framework, scale)
    assert profile(figures, "most_lowest") == {"inadequate": (1, 1), "graded": (1, 3)}


def test_profiles_of_exact_ties_the_first_reference_is_shown(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A2", {"risk": "I", "planning": "G"})
    cycle.reading("A1", {"risk": "I", "planning": "R"})
    figures = cycles.figures(cycle.facts, framework, scale)
    assert "requires_improvement" in profile(figures, "most_lowest")


def test_profiles_are_absent_where_no_audit_has_such_a_grade(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    figures = cycles.figures(cycle.reading("A1", {"risk": "G"}).facts, framework, scale)
    assert profile(figures, "most_lowest") == profile(figures, "most_highest") == {}
    assert profile(figures, "most_good") == {"good": (1, 1), "graded": (1, 3)}


def test_profiles_give_no_interval(cycle: Any, framework: Framework, scale: Scale) -> None:
    figures = cycles.figures(cycle.reading("A1", {"risk": "G"}).facts, framework, scale)
    share = figures.figures["profiles.most_good.good", ()]
    assert (share.lower, share.upper) == (None, None)
