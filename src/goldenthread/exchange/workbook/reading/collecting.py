"""All sheets into records, and records into what the reader returns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from goldenthread.analysis.facts import Action, Facts, FindingEvidence, Reading
from goldenthread.exchange.workbook.checking.collected import Collected
from goldenthread.exchange.workbook.columns import Choices
from goldenthread.exchange.workbook.reading import audits, learning, sources
from goldenthread.exchange.workbook.reading.placed import Placed, read_rows
from goldenthread.exchange.workbook.reading.report import Report
from goldenthread.exchange.workbook.reading.row import Context
from goldenthread.exchange.workbook.reading.table import Table
from goldenthread.exchange.workbook.reading.vocabularies import Vocabularies
from goldenthread.exchange.workbook.result import ActionRow, CycleSheet, FindingRow

T = TypeVar("T")


def collect(tables: Mapping[str, Table], cycle: CycleSheet | None, context: Context) -> Collected:
    """Every record that could be read, sheet by sheet."""
    table = tables.get
    return Collected(
        cycle=cycle,
        readings=read_rows(table("Readings"), context, audits.reading_row),
        allocations=read_rows(table("Allocations"), context, audits.allocation),
        exemptions=read_rows(table("Exemptions"), context, audits.exemption),
        reasons=read_rows(table("Reasons"), context, audits.reason),
        responses=read_rows(table("Feedback"), context, sources.response),
        observations=read_rows(table("Observations"), context, sources.observation),
        escalations=read_rows(table("Escalations"), context, sources.escalation),
        timeliness=read_rows(table("Timeliness"), context, sources.timeliness_event),
        challenges=read_rows(table("Challenges"), context, sources.challenge),
        findings=read_rows(table("Findings"), context, learning.finding),
        actions=read_rows(table("Actions"), context, learning.action),
        notices=read_rows(table("Notices"), context, learning.notice),
        asks=read_rows(table("Asks"), context, learning.ask),
        links=read_rows(table("Links"), context, learning.link),
        helpers=read_rows(table("Helpers"), context, learning.helper),
        previous=read_rows(table("Previous figures"), context, learning.previous_figure),
        accepted=read_rows(table("Accepted hits"), context, learning.accepted_hit),
    )


def kept(sheet: str, placed: list[Placed[T]], report: Report) -> tuple[T, ...]:
    """The records of the rows that were not reported."""
    return tuple(one.record for one in placed if (sheet, one.row) not in report.failed)


def facts_of(found: Collected, vocabularies: Vocabularies, report: Report) -> Facts:
    """The typed tables that figures are computed from."""
    readings = kept("Readings", found.readings, report)
    return Facts(
        readings=tuple(_in_cycle(row.reading, found.cycle) for row in readings),
        judgements=tuple(judgement for row in readings for judgement in row.judgements),
        reasons=kept("Reasons", found.reasons, report),
        allocations=kept("Allocations", found.allocations, report),
        exemptions=kept("Exemptions", found.exemptions, report),
        responses=kept("Feedback", found.responses, report),
        observations=kept("Observations", found.observations, report),
        escalations=kept("Escalations", found.escalations, report),
        timeliness=kept("Timeliness", found.timeliness, report),
        challenges=kept("Challenges", found.challenges, report),
        findings=tuple(
            _evidence(row, vocabularies) for row in kept("Findings", found.findings, report)
        ),
        actions=tuple(_action(row) for row in kept("Actions", found.actions, report)),
        previous_figures=kept("Previous figures", found.previous, report),
    )


def _in_cycle(reading: Reading, cycle: CycleSheet | None) -> Reading:
    """The cycle's name as the *Cycle* sheet spells it."""
    if cycle is None or reading.cycle.casefold() != cycle.cycle.casefold():
        return reading
    return replace(reading, cycle=cycle.cycle)


def _evidence(row: FindingRow, vocabularies: Vocabularies) -> FindingEvidence:
    return FindingEvidence(
        finding=row.finding,
        kind=row.kind,
        theme=vocabularies.of(Choices.THEMES).match(row.theme) or "",
        team="" if row.scope == learning.SERVICE else row.scope,
        audits=row.audits,
    )


def _action(row: ActionRow) -> Action:
    return Action(row.action, row.finding, row.level, row.owner, row.due_on, row.done_on)
