"""Findings: how many audits each was seen in, counted from the audits that it names."""

import re
from collections.abc import Iterable, Iterator, Sequence

from goldenthread.analysis.facts import FindingEvidence
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.population import Population
from goldenthread.analysis.tables import EvidenceRow, FactsError, where
from goldenthread.analysis.tally import Tally


def finding_key(reference: str) -> str:
    """The key of a finding's figure: its reference in small letters, joined by underscores.

    >>> finding_key("F-01b")
    'finding.f_01b.audits'
    """
    return f"finding.{re.sub('[^a-z0-9]', '_', reference.lower())}.audits"


def evidence_rows(population: Population, findings: Iterable[FindingEvidence]) -> list[EvidenceRow]:
    """The audits returned that each finding names: of its own team where it is about a team."""
    return [
        EvidenceRow(finding.finding, audit)
        for finding in findings
        for audit in sorted(set(finding.audits))
        if audit in population.returned and finding.team in ("", population.returned[audit].team)
    ]


def figures(
    maker: Maker, findings: Sequence[FindingEvidence], evidence: Tally, audits: Tally
) -> Iterator[Figure]:
    """``finding.{reference}.audits`` for each finding that names an audit.

    ``evidence`` has column ``finding``; ``audits`` has ``team``. Raises ``FactsError`` when two
    findings would have the same key.
    """
    keys: dict[str, str] = {}
    for finding in findings:
        key = finding_key(finding.finding)
        if key in keys:
            raise FactsError(
                f"Findings {keys[key]} and {finding.finding} cannot be told apart in figures;"
                " give one another reference."
            )
        keys[key] = finding.finding
        if finding.audits:
            yield _figure(maker, key, finding, evidence, audits)


def _figure(
    maker: Maker, key: str, finding: FindingEvidence, evidence: Tally, audits: Tally
) -> Figure:
    words, base = "audits returned", audits
    if finding.team:
        words, base = (
            f"audits returned, team {finding.team}",
            audits.narrow(where(team=finding.team)),
        )
    named = evidence.narrow(where(finding=finding.finding))
    share = (named.count(), base.count())
    subject = Subject("audits", words)
    return maker.share_of(key, subject, share, named.selector(), Certainty.WILSON)
