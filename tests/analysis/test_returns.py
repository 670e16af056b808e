"""Return rates, with the numbers of the 2019 brief."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.figure import Figure, Slice
from goldenthread.analysis.tables import FactsError
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

BY_CUT_OFF, AFTER_CUT_OFF = date(2026, 11, 6), date(2026, 11, 7)


@pytest.fixture
def figure(framework: Framework, scale: Scale) -> Any:
    """The figure with a key, of a cycle."""

    def get(cycle: Any, key: str, of: Slice = ()) -> Figure:
        found = cycles.figures(cycle.facts, framework, scale).get(key, of)
        assert found is not None
        return found

    return get


def of(figure: Figure) -> tuple[int | None, int | None]:
    """Numerator and denominator."""
    return figure.numerator, figure.denominator


def brief_of_2019(cycle: Any) -> Any:
    """32 allocated, 2 of them exempt, 26 returned by the cut-off."""
    for number in range(32):
        exempt_on = date(2026, 9, 1) if number >= 30 else None
        cycle.allocation(f"A{number:02}", exempt_on=exempt_on)
        if number < 26:
            cycle.reading(f"A{number:02}", on=BY_CUT_OFF)
    return cycle


def test_return_rate_of_the_2019_brief_has_both_denominators(cycle: Any, figure: Any) -> None:
    brief_of_2019(cycle)
    asked, allocated = (figure(cycle, f"returns.{key}") for key in ("at_cut_off", "of_allocated"))
    assert of(asked) == (26, 30)  # "a return of 87%"
    assert of(allocated) == (26, 32)  # 81%
    # domain.md section 6.2: "return 26/30 = 70-95"
    assert (round(asked.lower, 2), round(asked.upper, 2)) == (0.70, 0.95)


def test_return_rate_returned_after_cut_off_counts_to_date_only(cycle: Any, figure: Any) -> None:
    cycle.allocation("A1").allocation("A2")
    cycle.reading("A1", on=BY_CUT_OFF).reading("A2", on=AFTER_CUT_OFF)
    assert of(figure(cycle, "returns.at_cut_off")) == (1, 2)
    assert of(figure(cycle, "returns.to_date")) == (2, 2)


def test_return_rate_before_the_cut_off_counts_what_was_known_then(cycle: Any, figure: Any) -> None:
    brief_of_2019(cycle).as_at(date(2026, 11, 5))
    assert of(figure(cycle, "returns.at_cut_off")) == (0, 30)


@pytest.mark.parametrize(("approved", "base"), [(BY_CUT_OFF, 1), (AFTER_CUT_OFF, 2)])
def test_return_rate_exemption_counts_from_the_day_it_was_approved(
    cycle: Any, figure: Any, approved: date, base: int
) -> None:
    cycle.allocation("A1").allocation("A2", exempt_on=approved).reading("A1")
    assert of(figure(cycle, "returns.at_cut_off")) == (1, base)
    assert of(figure(cycle, "returns.to_date")) == (1, 1)
    assert of(figure(cycle, "returns.exempt")) == (2 - base, 2)


def test_return_rate_exempt_audit_that_was_returned_stays_within_100_percent(
    cycle: Any, figure: Any
) -> None:
    cycle.allocation("A1").allocation("A2", exempt_on=BY_CUT_OFF).reading("A1").reading("A2")
    assert of(figure(cycle, "returns.at_cut_off")) == (1, 1)
    assert of(figure(cycle, "returns.of_allocated")) == (1, 2)
    assert figure(cycle, "audits.returned").numerator == 2


def test_return_rate_reading_that_nobody_asked_for_is_an_audit_in_no_rate(
    cycle: Any, figure: Any
) -> None:
    cycle.allocation("A1").reading("A1").reading("A2")
    assert of(figure(cycle, "returns.at_cut_off")) == (1, 1)
    assert figure(cycle, "audits.returned").numerator == 2


def test_return_rate_allocation_of_another_cycle_is_not_counted(cycle: Any, figure: Any) -> None:
    cycle.allocation("A1").allocation("B1").reading("B1", cycle="July and August 2026")
    assert of(figure(cycle, "returns.at_cut_off")) == (0, 1)


def test_return_rate_without_allocations_has_no_value(cycle: Any, figure: Any) -> None:
    rate = figure(cycle, "returns.at_cut_off")
    assert (rate.value, *of(rate), rate.lower) == (None, 0, 0, None)
    assert rate.method == "share of audits; nothing to divide by, so no value"


def test_return_rate_by_team_uses_the_team_of_the_allocation(cycle: Any, figure: Any) -> None:
    cycle.allocation("A1", "Alder").allocation("A2", "Beech").reading("A1", team="Beech")
    assert of(figure(cycle, "returns.at_cut_off", (("team", "Alder"),))) == (1, 1)
    assert of(figure(cycle, "returns.at_cut_off", (("team", "Beech"),))) == (0, 1)


def test_audits_returned_by_team_plan_type_and_month(cycle: Any, figure: Any) -> None:
    cycle.reading("A1", team="Alder", on=date(2026, 9, 30), plan_type="child_in_care")
    cycle.reading("A2", team="Alder", on=date(2026, 10, 1)).allocation("A3", "Beech")
    for of_slice, number in (
        (("team", "Alder"), 2),
        (("team", "Beech"), 0),
        (("month", "2026-10"), 1),
        (("plan_type", "child_in_care"), 1),
    ):
        assert figure(cycle, "audits.returned", (of_slice,)).numerator == number
    care = figure(cycle, "audits.returned", (("plan_type", "child_in_care"),))
    assert care.population == "audits returned, child in care"


def test_allocations_of_one_audit_twice_are_refused(cycle: Any, figure: Any) -> None:
    with pytest.raises(FactsError, match="Audit A1 is allocated twice"):
        figure(cycle.allocation("A1").allocation("A1"), "returns.at_cut_off")
