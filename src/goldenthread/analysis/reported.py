"""The reported grade: what stands for a category once first and moderated readings are known.

The rule, version 1: *the moderated grade where there is one, otherwise the first*. A category
left blank in a moderated reading is unchanged. Second, self and calibration readings never change
what is reported. Nothing is overwritten: the rule is applied anew whenever figures are made.
"""

from collections.abc import Iterable, Mapping

from goldenthread.analysis.facts import Answered, Judgement, Purpose
from goldenthread.analysis.population import Population, month_of
from goldenthread.analysis.tables import FactsError, JudgementRow
from goldenthread.definitions.frameworks import Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

REPORTED_RULE_VERSION = "1"

OVERALL = "overall"
"""Stands where a category's id would, for the overall grade."""

Given = tuple[Answered, str | None]
"""What a reading says of a category: how it was answered, and the level if it was graded."""

NOT_GRADED: Given = (Answered.NOT_GRADED, None)

_ByCategory = dict[tuple[str, str], Given]
"""(audit, category) to what one reading says of it."""


def reported_grade(first: Given, moderated: Given | None) -> Given:
    """What is reported of one category.

    ``moderated`` is ``None`` without a moderated reading; *not graded* there is a blank.

    >>> reported_grade((Answered.GRADED, "good"), (Answered.GRADED, "inadequate"))[1]
    'inadequate'
    >>> reported_grade((Answered.GRADED, "good"), (Answered.NOT_GRADED, None))[1]
    'good'
    """
    if moderated is None or moderated[0] is Answered.NOT_GRADED:
        return first
    return moderated


def judged_categories(framework: Framework) -> tuple[str, ...]:
    """Ids of what an audit grades: the framework's categories, then ``overall`` if it has one."""
    ids = tuple(category.id for category in framework.categories)
    return (*ids, OVERALL) if framework.overall else ids


def counts_as(given: Given, framework: Framework, scale: Scale) -> str:
    """The level that stands in the denominator; empty for what stays outside it.

    *Not evidenced* counts as the scale's lowest level where the framework says so.
    """
    answered, level = given
    if answered is Answered.NOT_EVIDENCED and framework.not_evidenced is NotEvidenced.LOWEST:
        return scale.lowest.id
    return level or ""


def judgement_rows(
    population: Population, judgements: Iterable[Judgement], framework: Framework, scale: Scale
) -> list[JudgementRow]:
    """What is reported of each category in each audit returned: one row for each pair.

    A category without a judgement is *not graded*. Raises ``FactsError`` for a judgement of a
    category or level that there is not, for a grade without a level or a level without a grade,
    and for a category judged twice in one reading.
    """
    first, moderated = _given(population, judgements, framework, scale)
    ranks = {level.id: rank for rank, level in enumerate(scale.levels)}
    categories = judged_categories(framework)
    rows = []
    for audit, reading in population.returned.items():
        context = (audit, reading.team, reading.plan_type, month_of(reading))
        for category in categories:
            before = first.get((audit, category), NOT_GRADED)
            after = reported_grade(before, moderated.get((audit, category)))
            level = counts_as(after, framework, scale)
            change = ""
            if audit in population.moderated:
                change = _change(before, after, counts_as(before, framework, scale), level, ranks)
            rows.append(JudgementRow(*context, category, after[0].value, level, change))
    return rows


def _change(
    before: Given, after: Given, level_before: str, level_after: str, ranks: Mapping[str, int]
) -> str:
    """What moderation did; empty where neither reading gave a grade."""
    if Answered.GRADED not in (before[0], after[0]):
        return ""
    if before == after:
        return "unchanged"
    if not level_before or not level_after or level_before == level_after:
        return "other"
    return "raised" if ranks[level_after] > ranks[level_before] else "lowered"


def _given(
    population: Population, judgements: Iterable[Judgement], framework: Framework, scale: Scale
) -> tuple[_ByCategory, _ByCategory]:
    """What first and moderated readings say, of the audits that count."""
    categories = {*judged_categories(framework), OVERALL}
    levels = {level.id for level in scale.levels}
    first: _ByCategory = {}
    moderated: _ByCategory = {}
    wanted = {
        Purpose.FIRST: (first, population.returned.keys()),
        Purpose.MODERATED: (moderated, population.moderated),
    }
    for judgement in judgements:
        given, audits = wanted.get(judgement.purpose, (first, ()))
        if judgement.audit not in audits:
            continue
        _check(judgement, categories, levels, framework, scale)
        key = (judgement.audit, judgement.category)
        if key in given:
            raise FactsError(f"{_place(judgement)} is judged twice; keep one judgement.")
        given[key] = (judgement.answered, judgement.level)
    return first, moderated


def _check(
    judgement: Judgement,
    categories: set[str],
    levels: set[str],
    framework: Framework,
    scale: Scale,
) -> None:
    if judgement.category not in categories:
        raise FactsError(
            f"{_place(judgement)}: framework {framework.id} has no such category; use one it has."
        )
    if (judgement.answered is Answered.GRADED) != (judgement.level is not None):
        raise FactsError(f"{_place(judgement)}: a grade needs a level, and only a grade has one.")
    if judgement.level is not None and judgement.level not in levels:
        raise FactsError(
            f"{_place(judgement)}: scale {scale.id} has no level {judgement.level!r};"
            " use one it has."
        )


def _place(judgement: Judgement) -> str:
    return f"Audit {judgement.audit}, {judgement.purpose} reading, category {judgement.category}"
