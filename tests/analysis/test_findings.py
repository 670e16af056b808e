"""Findings and the audits that they name."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis.facts import FindingEvidence, FindingKind
from goldenthread.analysis.tables import FactsError

AFTER = date(2026, 11, 21)


def finding(reference: str, *audits: str, team: str = "") -> FindingEvidence:
    """A worry with the audits that it came from."""
    return FindingEvidence(reference, FindingKind.WORRY, "risk", team, audits)


def test_finding_counts_the_audits_returned_that_it_names(cycle: Any, counted: Any) -> None:
    cycle.reading("A1").reading("A2").reading("A3", on=AFTER)
    cycle.add(findings=[finding("F-01", "A1", "A1", "A3", "A9")])
    assert counted(cycle)["finding.f_01.audits"] == (1, 2)


def test_finding_about_a_team_is_of_that_teams_audits(cycle: Any, counted: Any) -> None:
    cycle.reading("A1", team="Alder").reading("A2", team="Alder").reading("B1", team="Beech")
    cycle.add(findings=[finding("F1", "A1", "B1", team="Alder")])
    assert counted(cycle)["finding.f1.audits"] == (1, 2)


def test_finding_that_names_no_audit_has_no_figure(cycle: Any, counted: Any) -> None:
    assert "finding.f1.audits" not in counted(cycle.add(findings=[finding("F1")]))


def test_findings_that_would_share_a_key_are_refused(cycle: Any, counted: Any) -> None:
    with pytest.raises(FactsError, match="Findings F 1 and f-1 cannot be told apart"):
        counted(cycle.add(findings=[finding("F 1", "A1"), finding("f-1", "A1")]))
