"""From the rows of a workbook to what ``publications`` composes from."""

from datetime import date

from goldenthread.engine.returns import ReturnsFile
from goldenthread.engine.second_readings import second_readings
from goldenthread.exchange.workbook.result import (
    ActionRow,
    CycleSheet,
    FindingRow,
    Returns,
    Written,
)
from goldenthread.publications import inputs
from goldenthread.publications.inputs import Words

SERVICE = "service"


def brief_inputs(file: ReturnsFile, as_at: date | None = None) -> inputs.BriefInputs:
    """Everything an author gave, with the place of every text kept.

    ``as_at`` is the day of the figures, by default the cycle's cut-off.
    """
    returns = file.returns
    return inputs.BriefInputs(
        cycle=_cycle(file.cycle),
        as_at=as_at or file.cycle.cut_off_on,
        messages=tuple(_message(row) for row in returns.findings),
        actions=tuple(_action(row) for row in returns.actions),
        notices=tuple(
            inputs.Notice(_words(row.title), _words(row.text), row.address)
            for row in returns.notices
        ),
        asks=tuple(inputs.Ask(_words(row.text), row.to, row.by) for row in returns.asks),
        links=tuple(
            inputs.ResourceLink(_words(row.title), row.address, row.topic, row.new)
            for row in returns.links
        ),
        helpers=tuple(
            inputs.Helper(row.name, row.role, row.topic, row.contact) for row in returns.helpers
        ),
        accepted=tuple(
            inputs.AcceptedHit(row.kind, row.text, row.reason, row.accepted_by, row.second_person)
            for row in returns.accepted
        ),
        escalations=returns.facts.escalations,
        teams=_teams(returns),
        second_readings=second_readings(file, as_at),
        identifiers=_identifiers(returns),
    )


def _words(written: Written) -> Words:
    return Words(written.text, written.origin)


def _cycle(sheet: CycleSheet) -> inputs.CycleDetails:
    return inputs.CycleDetails(
        authority=sheet.authority,
        cycle=sheet.cycle,
        focus=_words(sheet.focus),
        period_from=sheet.period_from,
        period_to=sheet.period_to,
        issue_on=sheet.issue_on,
        due_on=sheet.due_on,
        cut_off_on=sheet.cut_off_on,
        next_brief_on=sheet.next_brief_on,
        author=sheet.author,
        method=_words(sheet.method),
        seed=sheet.seed,
    )


def _message(row: FindingRow) -> inputs.Message:
    return inputs.Message(
        finding=row.finding,
        kind=row.kind,
        headline=row.headline,
        theme=row.theme,
        team="" if row.scope == SERVICE else row.scope,
        category=row.category,
        text=_words(row.text),
        so_what=_words(row.so_what),
        what_to_do=_words(row.what_to_do),
        words_to_try=_words(row.words_to_try),
        standard=_words(row.standard),
        source=_words(row.source),
        audits=len(row.audits),
    )


def _action(row: ActionRow) -> inputs.PlannedAction:
    return inputs.PlannedAction(
        action=row.action,
        what=_words(row.what),
        level=row.level,
        owner=row.owner,
        due_on=row.due_on,
        done_on=row.done_on,
        finding=row.finding,
        outcome=_words(row.outcome),
    )


def _teams(returns: Returns) -> tuple[str, ...]:
    facts = returns.facts
    read = {row.team for row in facts.readings}
    asked = {row.team for row in facts.allocations}
    return tuple(sorted((read | asked) - {""}))


def _identifiers(returns: Returns) -> frozenset[str]:
    facts = returns.facts
    read = {ref for row in facts.readings for ref in (row.audit, row.child, row.auditor)}
    asked = {ref for row in facts.allocations for ref in (row.audit, row.child, row.auditor)}
    return frozenset((read | asked) - {""})
