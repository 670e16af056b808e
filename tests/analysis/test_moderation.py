"""Second readings and moderation."""

from typing import Any

from goldenthread.analysis.facts import Purpose


def test_moderation_counts_audits_and_what_changed(cycle: Any, counted: Any) -> None:
    first = {"risk": "G", "planning": "G", "iro": "n/a", "overall": "G"}
    for audit in ("A1", "A2", "A3"):
        cycle.reading(audit, first)
    for audit in ("A1", "A2"):
        cycle.reading(audit, first, purpose=Purpose.SECOND)
    cycle.reading("A1", {"risk": "R", "overall": "I"}, purpose=Purpose.MODERATED)
    cycle.reading("A2", {"planning": "O"}, purpose=Purpose.MODERATED)
    figures = counted(cycle)
    assert figures["second_reading.audits"] == (2, 3)
    assert figures["moderation.audits"] == (2, 3)
    assert figures["moderation.changed"] == (3, 6)
    assert figures["moderation.raised"] == (1, 6)
    assert figures["moderation.lowered"] == (2, 6)
