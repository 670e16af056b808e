"""Timescale rules as data, and the day on which each is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.definitions import library
from goldenthread.definitions.calendars import OutsideCalendar
from goldenthread.definitions.timescales import Basis, TimescaleRule, Unit, due_on

ENGLAND = library.calendar("england")
RULES = {rule.id: rule for rule in library.timescale_rules()}
RULE = st.sampled_from(sorted(RULES))
DAYS = st.dates(min_value=date(2010, 1, 1), max_value=date(2038, 12, 31))

# From the regulations and guidance as summarised in the handbook: count, unit, basis.
KNOWN = {
    "r01_referral_decision": (1, Unit.WORKING_DAYS, Basis.GUIDANCE),
    "r02_assessment": (45, Unit.WORKING_DAYS, Basis.GUIDANCE),
    "r04_icpc": (15, Unit.WORKING_DAYS, Basis.GUIDANCE),
    "r05_first_core_group": (10, Unit.WORKING_DAYS, Basis.GUIDANCE),
    "r07_first_review_conference": (3, Unit.MONTHS, Basis.GUIDANCE),
    "r08_review_conference": (6, Unit.MONTHS, Basis.GUIDANCE),
    "r09_cp_visit": (10, Unit.WORKING_DAYS, Basis.LOCAL),
    "r11_care_plan": (10, Unit.WORKING_DAYS, Basis.STATUTORY),
    "r12_placement_plan": (5, Unit.WORKING_DAYS, Basis.STATUTORY),
    "r13_initial_health_assessment": (20, Unit.WORKING_DAYS, Basis.STATUTORY),
    "r15_pep": (10, Unit.WORKING_DAYS, Basis.GUIDANCE),
    "r16_first_review": (20, Unit.WORKING_DAYS, Basis.STATUTORY),
    "r16a_second_review": (3, Unit.MONTHS, Basis.STATUTORY),
    "r18_first_visit": (1, Unit.WEEKS, Basis.STATUTORY),
    "r18_visit_first_year": (6, Unit.WEEKS, Basis.STATUTORY),
    "r18_visit_to_18": (3, Unit.MONTHS, Basis.STATUTORY),
    "r23_iro_dispute": (20, Unit.WORKING_DAYS, Basis.GUIDANCE),
    "r24_return_interview": (3, Unit.CALENDAR_DAYS, Basis.GUIDANCE),
    "r26_pathway_plan_review": (6, Unit.MONTHS, Basis.STATUTORY),
    "r31_care_proceedings": (26, Unit.WEEKS, Basis.STATUTORY),
    "r34_complaint_stage_1": (10, Unit.WORKING_DAYS, Basis.STATUTORY),
}


@pytest.mark.parametrize("rule_id", KNOWN)
def test_rule_as_shipped_says_what_its_source_says(rule_id: str) -> None:
    rule = RULES[rule_id]
    assert (rule.count, rule.unit, rule.basis) == KNOWN[rule_id]


def test_local_rules_as_shipped_say_that_they_are_set_locally() -> None:
    local = [rule for rule in RULES.values() if rule.basis is Basis.LOCAL]
    assert len(local) >= 15
    assert all(rule.note.startswith("Set locally") for rule in local)
    assert all(rule.source.startswith("Local") for rule in local)


@pytest.mark.parametrize(
    ("rule_id", "trigger", "due"),
    [
        ("r11_care_plan", date(2018, 12, 14), date(2019, 1, 2)),
        ("r18_first_visit", date(2026, 4, 3), date(2026, 4, 10)),  # a week, bank holidays or not
        ("r18_visit_first_year", date(2026, 1, 1), date(2026, 2, 12)),  # six weeks are 42 days
        ("r07_first_review_conference", date(2025, 11, 30), date(2026, 2, 28)),
        ("r24_return_interview", date(2026, 5, 1), date(2026, 5, 4)),
        ("r04_icpc", date(2025, 4, 10), date(2025, 5, 6)),  # over Easter and the May bank holiday
    ],
)
def test_due_date_counted_by_hand_is_the_same(rule_id: str, trigger: date, due: date) -> None:
    assert due_on(RULES[rule_id], trigger, ENGLAND) == due


@pytest.mark.parametrize("rule_id", ["r11_care_plan", "r18_first_visit", "r24_return_interview"])
def test_due_date_where_the_trigger_is_day_one_is_one_day_earlier(rule_id: str) -> None:
    day_one = ENGLAND.model_copy(update={"trigger_is_day": 1})
    trigger = date(2026, 6, 10)  # a Wednesday with no bank holiday near
    earlier = due_on(RULES[rule_id], trigger, day_one)
    assert (due_on(RULES[rule_id], trigger, ENGLAND) - earlier).days == 1


def test_months_where_the_trigger_is_day_one_end_on_the_day_before() -> None:
    day_one = ENGLAND.model_copy(update={"trigger_is_day": 1})
    rule = RULES["r07_first_review_conference"]
    assert due_on(rule, date(2026, 3, 1), day_one) == date(2026, 5, 31)


@given(RULE, DAYS)
def test_due_date_of_any_rule_is_after_its_trigger(rule_id: str, trigger: date) -> None:
    assert due_on(RULES[rule_id], trigger, ENGLAND) > trigger


@given(RULE, DAYS, DAYS)
def test_due_date_of_a_later_trigger_is_never_earlier(rule_id: str, one: date, two: date) -> None:
    first, second = sorted((one, two))
    rule = RULES[rule_id]
    assert due_on(rule, first, ENGLAND) <= due_on(rule, second, ENGLAND)


@given(RULE, st.dates(max_value=date(2009, 12, 31)) | st.dates(min_value=date(2041, 1, 1)))
def test_due_date_of_a_trigger_outside_the_calendar_is_refused(rule_id: str, day: date) -> None:
    with pytest.raises(OutsideCalendar):
        due_on(RULES[rule_id], day, ENGLAND)


@pytest.mark.parametrize("unit", list(Unit))
def test_due_date_beyond_the_calendar_is_refused_in_every_unit(unit: Unit) -> None:
    rule = TimescaleRule(
        id="long",
        label="Long",
        trigger="Start",
        stop="End",
        count=1000,
        unit=unit,
        basis=Basis.LOCAL,
        source="Local",
    )
    with pytest.raises(OutsideCalendar, match="2040"):
        due_on(rule, date(2040, 12, 31) - timedelta(days=10), ENGLAND)
