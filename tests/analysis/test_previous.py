"""The earlier cycle's figures."""

from dataclasses import replace
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import PreviousFigure
from goldenthread.analysis.figure import Kind
from goldenthread.analysis.tables import FactsError
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale


def test_previous_written_counts_become_figures(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.add(previous_figures=[PreviousFigure("returns.at_cut_off", 21, 28)])
    before = cycles.figures(cycle.facts, framework, scale).get_previous("returns.at_cut_off")
    assert before is not None
    assert (before.value, before.numerator, before.denominator) == (0.75, 21, 28)
    assert (before.unit, before.period) == ("audits", "../2026-08-31")
    assert before.population == "audits allocated and not exempt by the cut-off, earlier cycle"
    assert before.lower is not None


def test_previous_pooled_grades_have_no_interval_without_their_audits(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.add(previous_figures=[PreviousFigure("grades.inadequate", 30, 300)])
    before = cycles.figures(cycle.facts, framework, scale).get_previous("grades.inadequate")
    assert before is not None
    assert (before.lower, before.method) == (
        None,
        "share of grades; from counts written down, no interval",
    )


def test_previous_count_stays_a_count(cycle: Any, framework: Framework, scale: Scale) -> None:
    cycle.add(previous_figures=[PreviousFigure("escalations.raised", 2, 0)])
    before = cycles.figures(cycle.facts, framework, scale).get_previous("escalations.raised")
    assert before is not None
    assert (before.kind, before.numerator, before.denominator) == (Kind.COUNT, 2, None)


def test_previous_key_that_this_cycle_has_not_is_kept_as_audits(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.add(previous_figures=[PreviousFigure("chronology.good", 4, 9)])
    before = cycles.figures(cycle.facts, framework, scale).get_previous("chronology.good")
    assert before is not None
    assert (before.unit, before.population) == ("audits", "the earlier cycle, as written down")


def test_previous_facts_win_over_written_counts(
    cycle: Any, new_cycle: Any, framework: Framework, scale: Scale
) -> None:
    window = replace(cycle.window, cycle="July and August 2026")
    earlier = new_cycle(window).reading("B1", {"risk": "I"}, cycle="July and August 2026")
    cycle.reading("A1", {"risk": "G"})
    cycle.add(previous_figures=[PreviousFigure("risk.inadequate", 5, 9)])
    figures = cycles.figures(cycle.facts, framework, scale, previous=earlier.facts)
    assert figures.previous["risk.inadequate", ()].denominator == 1
    assert figures.figures["risk.inadequate", ()].numerator == 0


def test_previous_figures_of_another_framework_can_be_given(
    cycle: Any, new_cycle: Any, framework: Framework, scale: Scale
) -> None:
    other = framework.model_copy(update={"categories": framework.categories[:1]})
    earlier = cycles.figures(new_cycle().reading("B1", {"risk": "I"}).facts, other, scale)
    figures = cycles.figures(cycle.facts, framework, scale, previous=earlier)
    assert figures.previous == earlier.figures


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("risk.inadequate", 9, 5)], "Previous figure risk.inadequate: 9 of 5 is no share"),
        ([("risk.inadequate", 1, 5)] * 2, "Previous figure risk.inadequate is given twice"),
    ],
)
def test_previous_impossible_counts_are_refused(
    cycle: Any,
    framework: Framework,
    scale: Scale,
    rows: list[tuple[str, int, int]],
    message: str,
) -> None:
    cycle.add(previous_figures=[PreviousFigure(*row) for row in rows])
    with pytest.raises(FactsError, match=message):
        cycles.figures(cycle.facts, framework, scale)
