"""Escalations: children thought unsafe, and whether each was acted on.

The unit is the child. Where several things were escalated about one child, the child counts as
acknowledged, safe or closed only when that is true of all of them: the cautious reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from goldenthread.analysis.facts import Escalation, Facts, Purpose
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.population import Population, happened_by
from goldenthread.analysis.tables import NO, YES, EscalationRow, where, yes_no
from goldenthread.analysis.tally import Tally

SAME_DAY, LATER, NOT_KNOWN = "same_day", "later", "not_known"


def escalation_rows(population: Population, facts: Facts) -> list[EscalationRow]:
    """Children of this cycle's audits about whom something was raised by the day of the figures.

    What was found of a child's safety has no date of its own: it counts, unless the escalation
    was acknowledged only after the day of the figures.
    """
    as_at = population.window.as_at
    child_of = _children(facts)
    raised: dict[str, list[Escalation]] = {}
    for escalation in facts.escalations:
        if population.belongs(escalation.audit) and escalation.raised_on <= as_at:
            child = child_of.get(escalation.audit, escalation.audit)
            raised.setdefault(child, []).append(escalation)
    return [_row(of_child, as_at) for of_child in raised.values()]


def figures(maker: Maker, children: Tally) -> Iterator[Figure]:
    """``escalations.raised``, ``.acknowledged_same_day``, ``.acknowledged``, ``.child_safe``,
    ``.closed`` and ``.open``.

    ``children`` has columns ``acknowledged``, ``child_safe`` and ``closed``.
    """
    subject = Subject("children", "children and young people about whom a concern was escalated")
    yield maker.count("escalations.raised", subject, children)
    for name, part in {
        "acknowledged_same_day": where(acknowledged=SAME_DAY),
        "acknowledged": where(acknowledged=(SAME_DAY, LATER)),
        "child_safe": where(child_safe=YES),
        "closed": where(closed=YES),
    }.items():
        yield maker.share(
            f"escalations.{name}", subject, children, part, certainty=Certainty.COMPLETE
        )
    yield maker.count("escalations.open", subject, children, where(closed=NO))


def _row(escalations: Sequence[Escalation], as_at: date) -> EscalationRow:
    return EscalationRow(
        acknowledged=_acknowledged(escalations, as_at),
        child_safe=_child_safe(escalations, as_at),
        closed=yes_no(all(happened_by(each.closed_on, as_at) for each in escalations)),
    )


def _acknowledged(escalations: Sequence[Escalation], as_at: date) -> str:
    if not all(happened_by(each.acknowledged_on, as_at) for each in escalations):
        return NO
    same_day = all(each.acknowledged_on == each.raised_on for each in escalations)
    return SAME_DAY if same_day else LATER


def _child_safe(escalations: Sequence[Escalation], as_at: date) -> str:
    found = {
        None if (each.acknowledged_on or as_at) > as_at else each.child_safe for each in escalations
    }
    if False in found:
        return NO
    return NOT_KNOWN if None in found else YES


def _children(facts: Facts) -> Mapping[str, str]:
    """Audit to child."""
    children = {allocation.audit: allocation.child for allocation in facts.allocations}
    for reading in facts.readings:
        if reading.purpose is Purpose.FIRST:
            children[reading.audit] = reading.child
    return {audit: child for audit, child in children.items() if child}
