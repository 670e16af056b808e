"""The figures of a cycle: from facts, through the rules, to one set with everything in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from goldenthread.analysis import (
    actions,
    answers,
    challenges,
    counts,
    escalations,
    findings,
    moderation,
    observations,
    pooled,
    profiles,
    reported,
    returns,
    shares,
    timeliness,
)
from goldenthread.analysis import previous as earlier
from goldenthread.analysis.facts import CycleFacts, CycleWindow, Facts
from goldenthread.analysis.figure import Figure, FigureSet, Slice
from goldenthread.analysis.making import METHODS_VERSION, Maker
from goldenthread.analysis.population import audit_rows, population_of
from goldenthread.analysis.tables import where
from goldenthread.analysis.tally import Tally
from goldenthread.definitions import library
from goldenthread.definitions.calendars import Calendar
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.plan_types import PlanType
from goldenthread.definitions.scales import Scale
from goldenthread.definitions.timescales import TimescaleRule

EVERYTHING = "all"
"""Audience of figures before disclosure control: nobody receives this set as it is."""

CALENDAR = "england"


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """What facts are measured by: the tool with its scale, the timescales, the kinds of child."""

    framework: Framework
    scale: Scale
    rules: Sequence[TimescaleRule]
    calendar: Calendar
    plan_types: Sequence[PlanType]


def figures(
    cycle_facts: CycleFacts,
    framework: Framework,
    scale: Scale,
    *,
    rules: Sequence[TimescaleRule] | None = None,
    calendar: Calendar | None = None,
    plan_types: Sequence[PlanType] | None = None,
    previous: CycleFacts | FigureSet | None = None,
) -> FigureSet:
    """Every figure of a cycle, before suppression, with the earlier cycle's beside them.

    The same facts give the same set, whatever the order of their rows. ``previous`` is the
    earlier cycle's facts (measured by the same yardsticks) or its figures; without either the
    counts written down in ``cycle_facts`` are used. Rules, calendar and plan types are by default
    those that ship with the package. Raises ``FactsError`` for facts that contradict each other.
    """
    yardsticks = Yardsticks(
        framework,
        scale,
        library.timescale_rules() if rules is None else rules,
        calendar or library.calendar(CALENDAR),
        library.plan_types() if plan_types is None else plan_types,
    )
    now = _figures(cycle_facts, yardsticks)
    if isinstance(previous, FigureSet):
        before: Mapping[tuple[str, Slice], Figure] = previous.figures
    elif previous is not None:
        before = _figures(previous, yardsticks)
    else:
        written = cycle_facts.facts.previous_figures
        before = earlier.figures_written(written, now, cycle_facts.window)
    return FigureSet(EVERYTHING, now, before)


def tables(cycle_facts: CycleFacts, yardsticks: Yardsticks) -> dict[str, Sequence[tuple[Any, ...]]]:
    """The rows behind the figures, by table: what a figure's ``Selector`` selects from."""
    facts, people = cycle_facts.facts, population_of(cycle_facts)
    framework, scale = yardsticks.framework, yardsticks.scale
    rules, calendar = yardsticks.rules, yardsticks.calendar
    return {
        "audits": audit_rows(people),
        "allocations": returns.allocation_rows(people, facts.allocations, facts.exemptions),
        "judgements": reported.judgement_rows(people, facts.judgements, framework, scale),
        "responses": answers.response_rows(people, facts.responses),
        "observations": observations.observation_rows(people, facts.observations),
        "timeliness": timeliness.timeliness_rows(people, facts.timeliness, rules, calendar),
        "escalations": escalations.escalation_rows(people, facts),
        "challenges": challenges.challenge_rows(people, facts.challenges),
        "actions": actions.action_rows(people, facts.actions),
        "evidence": findings.evidence_rows(people, facts.findings),
    }


def _figures(cycle_facts: CycleFacts, yardsticks: Yardsticks) -> dict[tuple[str, Slice], Figure]:
    rows = {
        name: counts.load(name, of_table)
        for name, of_table in tables(cycle_facts, yardsticks).items()
    }
    maker = Maker(_period(cycle_facts.window))
    made = chain(
        _of_grades(maker, rows, yardsticks),
        _of_the_rest(maker, rows, cycle_facts.facts, yardsticks),
    )
    found: dict[tuple[str, Slice], Figure] = {}
    for figure in made:
        if (figure.key, figure.slice) in found:
            raise ValueError(f"two figures have the key {figure.key} {figure.slice}")
        found[figure.key, figure.slice] = figure
    return dict(sorted(found.items()))


def _of_grades(
    maker: Maker, rows: Mapping[str, counts.Rows], yardsticks: Yardsticks
) -> Iterator[Figure]:
    """Figures that depend on the rule of the reported grade, and say so in their version."""
    framework, scale = yardsticks.framework, yardsticks.scale
    version = f"{METHODS_VERSION}, reported grade {reported.REPORTED_RULE_VERSION}"
    maker = replace(maker, version=version)
    judgements, categories = rows["judgements"], [c.id for c in framework.categories]
    in_a_category = where(category=categories)
    by_category = counts.count_by(judgements, ("category", "answered", "level"))
    by_audit = counts.count_by(judgements, ("audit", "level"), in_a_category)
    yield from shares.figures(maker, by_category, framework, scale)
    yield from pooled.figures(maker, by_audit, framework, scale)
    yield from pooled.category_figures(maker, by_category.narrow(in_a_category), framework, scale)
    yield from profiles.figures(maker, by_audit, framework, scale)
    audits = counts.count_by(rows["audits"], ("second_reading", "moderated"))
    changes = counts.count_by(judgements, ("audit", "change"))
    yield from moderation.figures(maker, audits, changes)


def _of_the_rest(
    maker: Maker, rows: Mapping[str, counts.Rows], facts: Facts, yardsticks: Yardsticks
) -> Iterator[Figure]:
    def tally(table: str, *columns: str) -> Tally:
        return counts.count_by(rows[table], columns)

    audits = tally("audits", "team", "plan_type", "month")
    plan_types = {plan_type.id: plan_type.label for plan_type in yardsticks.plan_types}
    allocations = tally("allocations", "team", "at_cut_off", "to_date")
    clocks = tally("timeliness", "audit", "rule", "status")
    yield from returns.figures(maker, audits, allocations, plan_types)
    yield from answers.figures(maker, tally("responses", "respondent", "question", "answer"))
    yield from observations.figures(maker, tally("observations", "observation", "item", "observed"))
    yield from timeliness.figures(maker, clocks, yardsticks.rules, yardsticks.calendar)
    yield from escalations.figures(
        maker, tally("escalations", "acknowledged", "child_safe", "closed")
    )
    yield from challenges.figures(maker, tally("challenges", "answered", "status", "resolved"))
    yield from actions.figures(maker, tally("actions", "status"))
    yield from findings.figures(maker, facts.findings, tally("evidence", "finding"), audits)


def _period(window: CycleWindow) -> str:
    """The cycle's period as an ISO 8601 interval."""
    return f"{window.period_from.isoformat()}/{window.period_to.isoformat()}"
