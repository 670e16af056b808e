"""What moderation changed."""

from typing import Any

import pytest
from tests.analysis.agreement.readings import readings

from goldenthread.analysis.agreement import Moves, moderated
from goldenthread.analysis.facts import Purpose
from goldenthread.analysis.population import population_of
from goldenthread.analysis.reported import judgement_rows
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale


def test_moderated_counts_what_was_raised_and_lowered_by_how_much() -> None:
    found = moderated(
        readings("C1 Ash 2026-09 GGRI", "C2 Elm 2026-10 GO-G"),
        readings("C1 Mod 2026-09 GROR", "C2 Mod 2026-10 IOG-"),
    )
    assert found.overall == Moves(6, 4, 2, 2, {-2: 1, -1: 1, 0: 2, 1: 1, 2: 1})
    assert found.by_month["2026-09"] == Moves(4, 3, 2, 1, {-1: 1, 0: 1, 1: 1, 2: 1})
    assert found.by_category["category 0"] == Moves(2, 1, 0, 1, {-2: 1, 0: 1})
    # Rows are the auditor's grade, columns the moderated one: I, R, G, O.
    assert found.table.counts == ((0, 1, 0, 0), (0, 0, 0, 1), (1, 1, 1, 0), (0, 0, 0, 1))


def test_moderated_compares_readings_of_the_same_case_and_month_only() -> None:
    found = moderated(
        readings("C1 Ash 2026-08 G", "C1 Ash 2026-09 R", "C2 Elm 2026-09 R"),
        readings("C1 Mod 2026-09 G", "C3 Mod 2026-09 I"),
    )
    assert found.overall == Moves(1, 1, 1, 0, {1: 1})
    assert found.by_month["2026-08"].compared == 0


def test_moderated_where_nothing_was_says_so() -> None:
    found = moderated(readings("C1 Ash 2026-09 G"), readings())
    assert found.overall == Moves(0, 0, 0, 0, {}, "no grade has been moderated")


def test_moderated_on_another_scale_raises() -> None:
    with pytest.raises(ValueError, match="different scales"):
        moderated(readings("C1 Ash - G"), readings("C1 Mod - G", levels="GO"))


def test_moderated_of_a_case_moderated_twice_in_a_month_raises() -> None:
    with pytest.raises(ValueError, match="C1 was moderated twice"):
        moderated(readings("C1 Ash - G"), readings("C1 Mod - G", "C1 Moderator - G"))


@pytest.mark.parametrize("first", "IRGO")
@pytest.mark.parametrize("after", "IRGO")
def test_moderated_raises_and_lowers_as_the_reported_grade_does(
    first: str, after: str, cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": first})
    cycle.reading("A1", {"risk": after}, purpose=Purpose.MODERATED)
    population = population_of(cycle.facts)
    rows = judgement_rows(population, cycle.facts.facts.judgements, framework, scale)
    change = next(row.change for row in rows if row.category == "risk")
    found = moderated(readings(f"A1 Ash - {first}"), readings(f"A1 Mod - {after}")).overall
    assert (found.raised, found.lowered) == (change == "raised", change == "lowered")
    assert found.changed == (change != "unchanged")
