"""The schedule, what is due, and what went, as tables."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.records.models import RetentionRun
from goldenthread.records.presenters.words import day, moment
from goldenthread.records.queries.retention import Due
from goldenthread.records.rules.retention import Rule, Schedule


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A kind of record in the schedule."""

    label: str
    holds: str
    trigger: str
    how_long: str
    action: str
    source: str


@dataclass(frozen=True, slots=True)
class DueLine:
    """A kind of record in a dry run or a report: counts, never who."""

    label: str
    due: int
    held: int
    oldest: str
    what: str


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run in the list."""

    id: object
    when: str
    due: int
    held: int
    removed: int
    deletes: bool


def rules(schedule: Schedule) -> list[RuleLine]:
    """The schedule."""
    return [
        RuleLine(
            rule.label, rule.holds, rule.trigger, rule.how_long(), rule.action.label, rule.source
        )
        for rule in schedule.rules
    ]


def due(found: Iterable[Due], *, approved: bool) -> list[DueLine]:
    """The dry run."""
    return [
        DueLine(
            each.rule.label,
            each.due,
            each.held,
            day(each.oldest_at) or "–",
            _tonight(each.rule, approved=approved),
        )
        for each in found
    ]


def _tonight(rule: Rule, *, approved: bool) -> str:
    if rule.housekeeping or approved:
        return rule.action.label
    return "Reported only"


def run_line(run: RetentionRun) -> RunLine:
    """A run in the list."""
    lines = list(run.lines.all())
    return RunLine(
        run.id,
        moment(run.created_at),
        sum(line.due for line in lines),
        sum(line.held for line in lines),
        sum(line.removed for line in lines),
        run.deletes,
    )


def report(run: RetentionRun, schedule: Schedule) -> list[DueLine]:
    """The lines of a run; a kind that the schedule knows no more keeps its name there."""
    labels = {rule.kind: rule.label for rule in schedule.rules}
    return [
        DueLine(
            labels.get(line.kind, line.kind.replace("_", " ").capitalize()),
            line.due,
            line.held,
            day(line.oldest_at) or "–",
            str(line.removed),
        )
        for line in run.lines.all()
    ]
