"""Timeliness: what was done on time, by the rules of law, guidance and the authority itself.

% on time = met / (met + late + overdue). What is overdue and still open is never dropped, and what
is not yet due is never counted. Done before the trigger is on time.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from goldenthread.analysis.facts import TimelinessEvent
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject, mid_sentence
from goldenthread.analysis.population import Population, happened_by
from goldenthread.analysis.tables import FactsError, TimelinessRow, where
from goldenthread.analysis.tally import Tally
from goldenthread.definitions.calendars import Calendar, OutsideCalendar
from goldenthread.definitions.timescales import TimescaleRule, due_on


class Status(StrEnum):
    """Where a clock stood on the day of the figures."""

    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    NOT_YET_DUE = "not_yet_due"
    NOT_APPLICABLE = "not_applicable"
    """The rule was not in force on the day of the trigger."""


COUNTED = (Status.MET, Status.LATE, Status.OVERDUE)
"""What % on time is a share of."""


def status_on(day: date, due: date, done: date | None) -> Status:
    """Where a clock stands at the end of ``day``; what was done later is not yet known.

    >>> status_on(date(2026, 9, 30), due=date(2026, 9, 29), done=date(2026, 10, 2)).value
    'overdue'
    """
    if done is not None and happened_by(done, day):
        return Status.MET if done <= due else Status.LATE
    return Status.OVERDUE if due < day else Status.NOT_YET_DUE


def timeliness_rows(
    population: Population,
    events: Iterable[TimelinessEvent],
    rules: Sequence[TimescaleRule],
    calendar: Calendar,
) -> list[TimelinessRow]:
    """Every clock started by the day of the figures, of audits returned or still expected.

    Raises ``FactsError`` for an unknown rule and for a date outside the calendar.
    """
    as_at = population.window.as_at
    return [
        TimelinessRow(event.audit, event.rule, _status(event, rules, calendar, as_at).value)
        for event in events
        if population.known(event.audit) and event.trigger_on <= as_at
    ]


def figures(
    maker: Maker, clocks: Tally, rules: Sequence[TimescaleRule], calendar: Calendar
) -> Iterator[Figure]:
    """``timeliness.{rule}.on_time``, ``.late``, ``.overdue`` and ``.not_yet_due``.

    For each rule with a clock; ``clocks`` has columns ``audit``, ``rule`` and ``status``.
    """
    labels = {rule.id: mid_sentence(rule.label) for rule in rules}
    for rule in clocks.values("rule"):
        key, of_rule, label = f"timeliness.{rule}", clocks.narrow(where(rule=rule)), labels[rule]
        words = f"occasions on which “{label}” was done or due"
        subject = Subject("occasions", words, convention=calendar.in_words().rstrip("."))
        for name, status in (
            ("on_time", Status.MET),
            ("late", Status.LATE),
            ("overdue", Status.OVERDUE),
        ):
            part, whole = where(status=status), where(status=COUNTED)
            yield maker.share(f"{key}.{name}", subject, of_rule, part, whole, Certainty.CLUSTERED)
        waiting = Subject("occasions", f"occasions on which “{label}” was not yet due")
        part = where(status=Status.NOT_YET_DUE)
        yield maker.count(f"{key}.not_yet_due", waiting, of_rule, part)


def _status(
    event: TimelinessEvent, rules: Sequence[TimescaleRule], calendar: Calendar, as_at: date
) -> Status:
    rule = _rule(event, rules)
    if rule is None:
        return Status.NOT_APPLICABLE
    try:
        due = due_on(rule, event.trigger_on, calendar)
    except OutsideCalendar as error:
        raise FactsError(f"Audit {event.audit}, rule {event.rule}: {error}.") from error
    return status_on(as_at, due, event.done_on)


def _rule(event: TimelinessEvent, rules: Sequence[TimescaleRule]) -> TimescaleRule | None:
    """The rule as it was in force on the day of the trigger."""
    named = [rule for rule in rules if rule.id == event.rule]
    if not named:
        raise FactsError(
            f"Audit {event.audit}: there is no timescale rule {event.rule!r}; use one there is."
        )
    day = event.trigger_on
    for rule in named:
        if (rule.effective_from or day) <= day <= (rule.effective_to or day):
            return rule
    return None
