"""Checks that whatever a row refers to is in the workbook."""

import difflib
import re
from collections.abc import Collection, Iterable

from goldenthread.analysis.facts import FindingKind
from goldenthread.exchange.workbook.checking.audits import repeats
from goldenthread.exchange.workbook.checking.collected import Collected
from goldenthread.exchange.workbook.reading.learning import SERVICE
from goldenthread.exchange.workbook.reading.placed import Placed, sound
from goldenthread.exchange.workbook.reading.report import Report
from goldenthread.exchange.workbook.result import FindingRow


def check_references(found: Collected, report: Report) -> None:
    """Every check of a reference to an audit, a finding or a team, and of repeated references."""
    _check_audit_refs(found, report)
    _check_repeats(found, report)
    _warn_repeated_answers(found, report)
    for placed in sound(found.findings):
        if found.readings:
            _check_evidence(found, placed, report)
        _check_scope(found, placed, report)
    _check_actions(found, report)


def _check_audit_refs(found: Collected, report: Report) -> None:
    known = found.known_audits()
    sheets: tuple[tuple[str, Iterable[tuple[int, str]]], ...] = (
        ("Reasons", ((p.row, p.record.audit) for p in sound(found.reasons))),
        ("Feedback", ((p.row, p.record.audit) for p in sound(found.responses))),
        ("Escalations", ((p.row, p.record.audit) for p in sound(found.escalations))),
        ("Timeliness", ((p.row, p.record.audit) for p in sound(found.timeliness))),
    )
    for sheet, references in sheets:
        for row, audit in references:
            if audit and audit not in known:
                report.problem(sheet, row, "Audit ref", audit, _unknown("audit", audit, known))


def _check_repeats(found: Collected, report: Report) -> None:
    for finding, row in repeats(found.findings, lambda one: one.finding.casefold()):
        _repeated("Findings", finding.row, "Finding ref", finding.record.finding, row, report)
    for action, row in repeats(found.actions, lambda one: one.action.casefold()):
        _repeated("Actions", action.row, "Action ref", action.record.action, row, report)
    for challenge, row in repeats(found.challenges, lambda one: one.challenge.casefold()):
        reference = challenge.record.challenge
        _repeated("Challenges", challenge.row, "Challenge ref", reference, row, report)
    for seen, row in repeats(found.observations, lambda one: (one.observation, one.item)):
        _repeated("Observations", seen.row, "Item", seen.record.item, row, report)
    for event, row in repeats(found.timeliness, lambda one: (one.audit, one.rule, one.trigger_on)):
        _repeated("Timeliness", event.row, "Rule", event.record.rule, row, report)
    for figure, row in repeats(found.previous, lambda one: one.key):
        _repeated("Previous figures", figure.row, "Figure", figure.record.key, row, report)
    headlines = [placed for placed in found.findings if placed.record.headline]
    for headline, row in repeats(headlines, lambda one: one.headline):
        number = headline.record.headline
        _repeated("Findings", headline.row, "Headline", number, row, report)


def _warn_repeated_answers(found: Collected, report: Report) -> None:
    """Mother and father may answer alike; the same row twice may also have been pasted twice."""
    told = [placed for placed in found.responses if placed.record.audit]
    for response, row in repeats(told, lambda one: one):
        mend = f"This row is the same as row {row}, and was read; delete it if it was pasted twice."
        report.warn("Feedback", response.row, "", response.record.audit, mend)


def _repeated(
    sheet: str, row: int, column: str, value: object, earlier: int, report: Report
) -> None:
    mend = f"This stands in row {earlier} already; delete one of the two, or change it."
    report.problem(sheet, row, column, value, mend)


def _check_evidence(found: Collected, placed: Placed[FindingRow], report: Report) -> None:
    """A finding's *n of N* is counted from its audits, so each must be one of the N."""
    finding, returned, known = placed.record, found.first_readings(), found.known_audits()
    if not finding.audits and finding.kind is not FindingKind.REMINDER:
        mend = f"Name the audits in which this {finding.kind} was found."
        report.problem("Findings", placed.row, "Audit refs", "", mend)
    for audit in finding.audits:
        if audit not in known:
            mend = _together(audit, known) or _unknown("audit", audit, known)
            report.problem("Findings", placed.row, "Audit refs", audit, mend)
        elif audit not in returned:
            mend = f"Audit {audit} has no first reading in this cycle; take it out."
            report.problem("Findings", placed.row, "Audit refs", audit, mend)


def _check_scope(found: Collected, placed: Placed[FindingRow], report: Report) -> None:
    finding = placed.record
    if finding.scope == SERVICE:
        return
    teams = {one.record.reading.team for one in found.readings} - {""}
    if finding.scope not in teams:
        mend = _unknown("team", finding.scope, teams)
        report.problem("Findings", placed.row, "Scope", finding.scope, mend)
        return
    returned = found.first_readings()
    others = [
        audit
        for audit in finding.audits
        if audit in returned and returned[audit].record.reading.team != finding.scope
    ]
    if others:
        mend = "This finding is about one team, and these audits are not that team's; "
        mend += "only the team's own audits are counted."
        report.warn("Findings", placed.row, "Audit refs", ", ".join(others), mend)


def _check_actions(found: Collected, report: Report) -> None:
    known = {placed.record.finding for placed in found.findings}
    for placed in sound(found.actions):
        finding = placed.record.finding
        if finding and finding not in known:
            mend = _unknown("finding", finding, known)
            report.problem("Actions", placed.row, "Finding ref", finding, mend)


def _together(text: str, known: Collection[str]) -> str:
    """What to do about several audits written as one reference; empty when they are not.

    >>> _together("A1 and A2", {"A1", "A2"})
    'Write the audits with commas between them: A1, A2.'
    """
    parts = [part for part in _JOINED.split(text) if part]
    if len(parts) < 2 or not all(part in known for part in parts):
        return ""
    return f"Write the audits with commas between them: {', '.join(parts)}."


_JOINED = re.compile(r"\s*(?:\band\b|[&+/])\s*|\s+", re.IGNORECASE)


def _unknown(kind: str, wanted: str, known: Collection[str]) -> str:
    """
    >>> _unknown("audit", "A1O", {"A10", "A22"})
    'There is no such audit in this workbook; did you mean A10?'
    """
    near = difflib.get_close_matches(wanted, sorted(known), n=1, cutoff=0.5)
    advice = f"did you mean {near[0]}?" if near else "correct the reference."
    return f"There is no such {kind} in this workbook; {advice}"
