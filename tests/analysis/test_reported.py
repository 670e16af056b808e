"""The reported grade, and the table of what is reported."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis.facts import Answered, Judgement, Purpose
from goldenthread.analysis.population import population_of
from goldenthread.analysis.reported import judgement_rows, reported_grade
from goldenthread.analysis.tables import FactsError, JudgementRow
from goldenthread.definitions.frameworks import Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

GOOD = (Answered.GRADED, "good")
INADEQUATE = (Answered.GRADED, "inadequate")
BLANK = (Answered.NOT_GRADED, None)


def reported(cycle: Any, framework: Framework, scale: Scale) -> dict[str, JudgementRow]:
    """What is reported of audit A1, by category."""
    population = population_of(cycle.facts)
    rows = judgement_rows(population, cycle.facts.facts.judgements, framework, scale)
    return {row.category: row for row in rows if row.audit == "A1"}


def test_reported_grade_without_moderation_is_the_first() -> None:
    assert reported_grade(GOOD, None) == GOOD


def test_reported_grade_with_moderation_is_the_moderated() -> None:
    assert reported_grade(GOOD, INADEQUATE) == INADEQUATE


def test_reported_grade_blank_in_moderation_is_unchanged() -> None:
    assert reported_grade(GOOD, BLANK) == GOOD


def test_reported_grade_moderated_to_not_applicable_stands() -> None:
    assert reported_grade(GOOD, (Answered.NOT_APPLICABLE, None))[0] is Answered.NOT_APPLICABLE


def test_judgement_rows_second_reading_changes_nothing(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "G"}).reading("A1", {"risk": "I"}, purpose=Purpose.SECOND)
    assert reported(cycle, framework, scale)["risk"].level == "good"


def test_judgement_rows_category_without_judgement_is_not_graded(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    row = reported(cycle.reading("A1", {"risk": "G"}), framework, scale)["planning"]
    assert (row.answered, row.level) == ("not_graded", "")


@pytest.mark.parametrize(
    ("first", "moderated", "change"),
    [
        ("G", None, "unchanged"),
        ("G", "G", "unchanged"),
        ("G", "O", "raised"),
        ("G", "I", "lowered"),
        ("G", "n/e", "other"),
        ("n/e", "R", "other"),
        ("n/a", None, ""),
        ("n/a", "n/e", ""),
    ],
)
def test_judgement_rows_of_moderated_audit_say_what_changed(
    cycle: Any,
    framework: Framework,
    scale: Scale,
    first: str,
    moderated: str | None,
    change: str,
) -> None:
    cycle.reading("A1", {"risk": first})
    cycle.reading("A1", {"risk": moderated} if moderated else {}, purpose=Purpose.MODERATED)
    assert reported(cycle, framework, scale)["risk"].change == change


def test_judgement_rows_audit_not_moderated_has_no_change(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    assert reported(cycle.reading("A1", {"risk": "G"}), framework, scale)["risk"].change == ""


def test_judgement_rows_moderated_after_the_day_is_not_known_yet(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "G"})
    cycle.reading("A1", {"risk": "I"}, purpose=Purpose.MODERATED, on=date(2026, 11, 5))
    before, after = (
        reported(cycle.as_at(date(2026, 11, day)), framework, scale)["risk"].level for day in (4, 5)
    )
    assert (before, after) == ("good", "inadequate")


def test_judgement_rows_not_evidenced_counts_as_lowest_where_the_framework_says_so(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    strict = framework.model_copy(update={"not_evidenced": NotEvidenced.LOWEST})
    cycle.reading("A1", {"risk": "n/e"})
    apart, lowest = (reported(cycle, tool, scale)["risk"] for tool in (framework, strict))
    assert (apart.level, lowest.level) == ("", "inadequate")
    assert apart.answered == lowest.answered == "not_evidenced"


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        (("fun", Answered.GRADED, "good"), "framework three has no such category"),
        (("risk", Answered.GRADED, "great"), "scale four has no level 'great'"),
        (("risk", Answered.GRADED, None), "a grade needs a level"),
        (("risk", Answered.NOT_EVIDENCED, "good"), "only a grade has one"),
    ],
)
def test_judgement_rows_impossible_judgement_is_refused(
    cycle: Any,
    framework: Framework,
    scale: Scale,
    judgement: tuple[str, Answered, str | None],
    message: str,
) -> None:
    cycle.reading("A1").add(judgements=[Judgement("A1", Purpose.FIRST, "X", *judgement)])
    with pytest.raises(FactsError, match=rf"^Audit A1, first reading, category .*{message}"):
        reported(cycle, framework, scale)


def test_judgement_rows_category_judged_twice_is_refused(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    twice = [Judgement("A1", Purpose.FIRST, "X", "risk", *GOOD)] * 2
    with pytest.raises(FactsError, match="is judged twice"):
        reported(cycle.reading("A1").add(judgements=twice), framework, scale)
