"""Sections of the report that name people: auditors beside colleagues, who can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import AuditorEstimate
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.analysis.phrases.consistency_auditors import (
    FOR_WHOM,
    UNCERTAIN,
    apart_from_others,
    beside_colleagues,
    not_said,
    not_told_apart,
    one_reason,
    range_beside_colleagues,
    ranges_that_miss,
    second_opinion,
)
from goldenthread.analysis.phrases.linkage import comparable_auditors
from goldenthread.analysis.phrases.pieces import plain_text
from goldenthread.engine.consistency.gate import why_withheld
from goldenthread.engine.consistency.in_grades import InGrades
from goldenthread.engine.consistency.names import auditor_names
from goldenthread.engine.consistency.run import Consistency
from goldenthread.engine.consistency.section import Content, Items, Section

_MOST_GROUPS = 6
_MOST_AUDITORS = 40


def who_can_be_compared(found: Consistency) -> Section:
    """Who shares children with whom, and which groups stand apart from the others."""
    names = auditor_names(found.grades)
    who = plain_text(comparable_auditors(found.network, names))
    contents: list[Content] = [who] if who else []
    apart = [
        plain_text(apart_from_others([names[found.network.auditors[each]] for each in group]))
        for group in _smaller_groups(found)
    ]
    if apart:
        contents.append(Items(tuple(apart), _MOST_GROUPS))
    return Section("WHO CAN BE COMPARED WITH WHOM?", tuple(contents))


def _smaller_groups(found: Consistency) -> Sequence[tuple[int, ...]]:
    """Groups of two and more, without the largest."""
    groups = [group for group in found.network.components if len(group) > 1]
    largest = max(groups, key=len, default=())
    return [group for group in groups if group is not largest]


@dataclass(frozen=True, slots=True)
class _Auditor:
    """An auditor with what the model says, if anything, and why that may not be said yet."""

    name: str
    audits: int
    shared: int
    apart: Estimated | None
    reason: str | None

    def sentence(self) -> str:
        """What may be said of the auditor; empty where nothing is known."""
        if self.apart is None:
            return ""
        return plain_text(beside_colleagues(self.name, self.apart, self.audits, self.shared))

    def range_only(self) -> str:
        """The range alone; empty where nothing is known."""
        if self.apart is None:
            return ""
        return plain_text(range_beside_colleagues(self.name, self.apart, self.audits, self.shared))


def auditors(found: Consistency, grades: InGrades | None) -> Section:
    """How auditors grade beside colleagues, by code; of the others, why it is not said.

    ``grades`` is ``None`` where there is no model to be believed.
    """
    known = {each.auditor: each for each in found.fit.auditors} if found.fit else {}
    everybody = [
        _auditor(found, place, name, known.get(place), grades)
        for place, name in enumerate(auditor_names(found.grades).values())
    ]
    told = [each for each in everybody if each.reason is None]
    others = [each for each in everybody if each.reason is not None]
    contents = [*_told(found, told), *_not_said(others, some=bool(told))]
    if found.request.all_estimates:
        contents += _uncertain(others)
    return Section("HOW DOES EACH AUDITOR GRADE BESIDE COLLEAGUES?", tuple(contents))


def _auditor(
    found: Consistency,
    place: int,
    name: str,
    estimate: AuditorEstimate | None,
    grades: InGrades | None,
) -> _Auditor:
    audits, shared = int(found.network.audits[place]), int(found.network.links[place])
    reason = why_withheld(found, place, estimate)
    if grades is None or estimate is None:
        return _Auditor(name, audits, shared, None, reason)
    others = _colleagues(found, place)
    apart = grades.beside_others(estimate.severity, others) if len(others) else None
    return _Auditor(name, audits, shared, apart, reason)


def _colleagues(found: Consistency, place: int) -> Floats:
    """Severities of the other auditors in the model that this one can be compared with."""
    if found.fit is None:
        return np.zeros(0)
    contrasts, component = found.fit.contrasts, found.network.component
    linked = component[contrasts.auditors] == component[place]
    others: Floats = contrasts.severity[linked & (contrasts.auditors != place)]
    return others


def _told(found: Consistency, told: Sequence[_Auditor]) -> list[Content]:
    """Those who can be told apart from colleagues, then the ranges of those who cannot."""
    if not told or found.fit is None:
        return []
    apart = [each for each in told if each.apart and each.apart.told_apart]
    alike = [each for each in told if each not in apart]
    said: list[Content] = [FOR_WHOM]
    if apart:
        said.append(Items(tuple(each.sentence() for each in apart), _MOST_AUDITORS))
    if alike:
        said.append(plain_text(not_told_apart(len(alike))))
        said.append(Items(tuple(each.range_only() for each in alike), _MOST_AUDITORS))
    within = found.fit.within
    warning = plain_text(second_opinion(within.p_value if within else None))
    missing = plain_text(ranges_that_miss(len(told)))
    return [*said, *(text for text in (missing, warning) if text)]


def _not_said(others: Sequence[_Auditor], *, some: bool) -> list[Content]:
    """Why nothing is said, each reason once."""
    if not others:
        return []
    by_reason: dict[str, list[str]] = {}
    for each in others:
        by_reason.setdefault(each.reason or "", []).append(each.name)
    lines = [plain_text(one_reason(names, reason)) for reason, names in by_reason.items()]
    return [plain_text(not_said(len(others), others=some)), Items(tuple(lines))]


def _uncertain(others: Sequence[_Auditor]) -> list[Content]:
    sentences = tuple(each.sentence() for each in others if each.apart)
    return [UNCERTAIN, Items(sentences, _MOST_AUDITORS)] if sentences else []
