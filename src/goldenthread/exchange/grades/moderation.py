"""Auditors' own grades, and those that the same audits are reported with after moderation.

A moderated reading says only what moderation changed: where it is blank, the auditor's grade
stands. An audit and its moderation share their reference, in whatever month each was done; the
reference stands for the case, so that an audit is compared with itself. *Overall* is a grade like
any other here, as it is in a brief.
"""

from collections.abc import Iterable, Iterator, Mapping

from goldenthread.analysis.facts import Judgement, Purpose, Reading
from goldenthread.analysis.reported import Given, reported_grade
from goldenthread.exchange.grades.judged import Judged, grades_of_judged
from goldenthread.exchange.grades.result import ModeratedGrades
from goldenthread.exchange.workbook.result import Returns


def moderated_grades(
    file: str, returns: Returns, readings: Iterable[Reading]
) -> ModeratedGrades | None:
    """Grades of those first readings among ``readings`` that were moderated, before and after.

    ``None`` where none of them was.
    """
    moderated = {one.audit for one in returns.facts.readings if one.purpose is Purpose.MODERATED}
    first = {
        reading.audit: reading
        for reading in readings
        if reading.purpose is Purpose.FIRST and reading.audit in moderated
    }
    pairs = list(_pairs(first, returns.facts.judgements))
    if not pairs or returns.scale is None:
        return None
    before, after = zip(*pairs, strict=True)
    return ModeratedGrades(
        first=grades_of_judged(file, before, returns.scale),
        reported=grades_of_judged(file, after, returns.scale),
    )


def _pairs(
    first: Mapping[str, Reading], judgements: Iterable[Judgement]
) -> Iterator[tuple[Judged, Judged]]:
    """What the auditor gave and what is reported, by audit and category."""
    before, after = _given(judgements, Purpose.FIRST), _given(judgements, Purpose.MODERATED)
    for (audit, category), given in before.items():
        if audit in first:
            reported = reported_grade(given, after.get((audit, category)))
            yield (
                Judged(audit, first[audit], category, given[1]),
                Judged(audit, first[audit], category, reported[1]),
            )


def _given(judgements: Iterable[Judgement], purpose: Purpose) -> dict[tuple[str, str], Given]:
    return {
        (one.audit, one.category): (one.answered, one.level)
        for one in judgements
        if one.purpose is purpose
    }
