"""How we know: what the method box may and may not say."""

from collections.abc import Callable
from datetime import date

import pytest

from goldenthread.analysis.figure import FigureSet
from goldenthread.definitions import library
from goldenthread.documents.blocks import Runs
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs
from goldenthread.publications.parts.method import method_facts

MakeInputs = Callable[..., BriefInputs]
MakeFigures = Callable[..., FigureSet]

LOW = {"inadequate": 14, "requires_improvement": 2, "good": 0, "outstanding": 0}
HIGH = {"inadequate": 0, "requires_improvement": 1, "good": 13, "outstanding": 0}


def rows(inputs: BriefInputs, figures: FigureSet, framework: str = "core_16") -> dict[str, str]:
    tool = library.framework(framework)
    scale = library.scale(tool.scale)
    grades = frozenset(level.label for level in scale.levels)
    composition = Composition(figures, grades=grades)
    facts = method_facts(Brief(inputs, tool, scale, composition))
    composition.finish()
    return {words(label): words(value) for label, value in facts.rows}


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def profile(name: str, counts: dict[str, int]) -> dict[str, tuple[int, int]]:
    base = sum(counts.values())
    return {f"profiles.{name}.{level}": (count, base) for level, count in counts.items()}


def test_audits_that_differ_stand_side_by_side(
    inputs_with: MakeInputs, figures_from: MakeFigures
) -> None:
    figures = figures_from(profile("most_lowest", LOW) | profile("most_good", HIGH))
    assert rows(inputs_with(), figures)["How alike we grade"] == (
        "One audit was graded in 16 categories: 2 requires improvement and 14 inadequate. "
        "Another was graded in 14 categories: 13 good and 1 requires improvement."
    )


def test_an_audit_that_leads_twice_is_not_called_another(
    inputs_with: MakeInputs, figures_from: MakeFigures
) -> None:
    figures = figures_from(
        profile("most_lowest", LOW) | profile("most_good", HIGH) | profile("most_highest", HIGH)
    )
    assert rows(inputs_with(), figures)["How alike we grade"].count("Another") == 1
    alone = figures_from(profile("most_lowest", LOW) | profile("most_good", LOW))
    assert "How alike we grade" not in rows(inputs_with(), alone)


def test_grades_that_are_numbers_do_not_run_into_their_counts(
    inputs_with: MakeInputs, figures_from: MakeFigures
) -> None:
    figures = figures_from(
        {"profiles.most_lowest.0": (3, 4), "profiles.most_lowest.10": (1, 4)}
        | {"profiles.most_good.9": (4, 4)}
    )
    assert rows(inputs_with(), figures, "core_12")["How alike we grade"] == (
        "One audit was graded in 4 categories: 1 at 10 and 3 at 0. "
        "Another was graded in 4 categories: 4 at 9."
    )


@pytest.mark.parametrize(
    ("as_at", "returned", "counted"),
    [
        (date(2026, 11, 6), "by the cut-off.", "6 November 2026"),
        (date(2026, 12, 1), "by the cut-off.", "1 December 2026"),
        (date(2026, 9, 30), "by 30 September 2026.", "30 September 2026"),
    ],
)
def test_the_day_up_to_which_was_counted_is_the_one_that_is_named(
    inputs_with: MakeInputs, figures_from: MakeFigures, as_at: date, returned: str, counted: str
) -> None:
    figures = figures_from({"returns.at_cut_off": (12, 31)})
    box = rows(inputs_with(as_at=as_at), figures)
    assert box["Returns"] == f"12 of 31 (39%) audits were returned {returned}"
    assert box["Prepared by"].endswith(f"; counted up to {counted}")
