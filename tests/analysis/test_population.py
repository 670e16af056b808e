"""Which audits the figures of a cycle are about."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis.facts import Purpose
from goldenthread.analysis.population import audit_rows, population_of
from goldenthread.analysis.tables import FactsError

BEFORE = "July and August 2026"


def test_population_reading_without_cycle_belongs_to_this_one(cycle: Any) -> None:
    assert list(population_of(cycle.reading("A1", cycle="").facts).returned) == ["A1"]


def test_population_reading_of_another_cycle_is_elsewhere(cycle: Any) -> None:
    population = population_of(cycle.reading("A1", cycle=BEFORE).facts)
    assert not population.returned
    assert not population.belongs("A1")


@pytest.mark.parametrize(("day", "returned"), [(14, []), (15, ["A1"]), (16, ["A1"])])
def test_population_counts_the_whole_day_of_the_figures(
    cycle: Any, day: int, returned: list[str]
) -> None:
    cycle.reading("A1", on=date(2026, 9, 15)).as_at(date(2026, 9, day))
    assert list(population_of(cycle.facts).returned) == returned


def test_population_audit_read_later_belongs_but_is_not_known(cycle: Any) -> None:
    population = population_of(cycle.reading("A1").as_at(date(2026, 9, 1)).facts)
    assert population.belongs("A1")
    assert not population.known("A1")


@pytest.mark.parametrize(
    "purpose", [Purpose.SECOND, Purpose.MODERATED, Purpose.SELF, Purpose.RE_AUDIT]
)
def test_population_audit_without_first_reading_is_not_returned(
    cycle: Any, purpose: Purpose
) -> None:
    population = population_of(cycle.reading("A1", purpose=purpose).facts)
    assert not population.returned
    assert not population.second | population.moderated


@pytest.mark.parametrize("purpose", [Purpose.FIRST, Purpose.MODERATED])
def test_population_two_readings_of_one_kind_are_refused(cycle: Any, purpose: Purpose) -> None:
    cycle.reading("A1", purpose=purpose).reading("A1", purpose=purpose, cycle=BEFORE)
    with pytest.raises(FactsError, match=f"Audit A1 has two {purpose} readings"):
        population_of(cycle.facts)


def test_audit_rows_say_what_else_was_read(cycle: Any) -> None:
    cycle.reading("A1", on=date(2026, 10, 1)).reading("A2")
    cycle.reading("A1", purpose=Purpose.SECOND).reading("A2", purpose=Purpose.MODERATED)
    rows = audit_rows(population_of(cycle.facts))
    assert [(r.audit, r.month, r.second_reading, r.moderated) for r in rows] == [
        ("A1", "2026-10", "yes", "no"),
        ("A2", "2026-09", "no", "yes"),
    ]
