"""Teams in worries and references in texts refuse a brief, unless two people accepted it."""

from collections.abc import Callable
from datetime import date

import pytest

from goldenthread.analysis.facts import Escalation, FindingKind
from goldenthread.publications.disclosure import disclosures
from goldenthread.publications.inputs import AcceptedHit, BriefInputs, Message, Words
from goldenthread.publications.safety_gate import open_escalations

MakeMessage = Callable[..., Message]
MakeInputs = Callable[..., BriefInputs]

TEAMS = ("Alder", "Hope")


def found(inputs: BriefInputs) -> list[str]:
    return [refusal.found for refusal in disclosures(inputs)]


def test_worry_scoped_to_a_team_is_refused(a_message: MakeMessage, inputs_with: MakeInputs) -> None:
    assert found(inputs_with(messages=(a_message("W1", team="Alder"),), teams=TEAMS)) == ["Alder"]


def test_worry_naming_a_team_is_refused_where_it_stands(
    a_message: MakeMessage, inputs_with: MakeInputs
) -> None:
    worry = a_message("W1", so_what=Words("In the Alder team this led to drift.", "row 4"))
    (refusal,) = disclosures(inputs_with(messages=(worry,), teams=TEAMS))
    assert (refusal.origin, refusal.found) == ("row 4", "Alder")


def test_a_word_that_is_also_a_teams_name_is_no_hit(
    a_message: MakeMessage, inputs_with: MakeInputs
) -> None:
    worry = a_message("W1", text=Words("Children lose hope when plans drift."))
    assert not found(inputs_with(messages=(worry,), teams=TEAMS))


def test_strength_of_a_team_needs_two_people_to_have_accepted(
    a_message: MakeMessage, inputs_with: MakeInputs
) -> None:
    strength = (a_message("S1", FindingKind.STRENGTH, team="Alder"),)
    agreed = AcceptedHit("team named", "Alder", "Manager agreed", "A Lead", "B Manager")
    alone = AcceptedHit("team named", "Alder", "Manager agreed", "A Lead", "a lead")
    assert found(inputs_with(messages=strength, teams=TEAMS)) == ["Alder"]
    assert found(inputs_with(messages=strength, teams=TEAMS, accepted=(alone,))) == ["Alder"]
    assert not found(inputs_with(messages=strength, teams=TEAMS, accepted=(agreed,)))


@pytest.mark.parametrize(
    "text",
    [
        "Alder was slow.", "In Alder, plans drift.", "ALDER", "Alder’s plans drift.",
        "the Alder and Hope teams", "the Alder  team",
    ],
)  # fmt: skip
def test_worry_naming_a_team_in_any_way_is_refused(
    a_message: MakeMessage, inputs_with: MakeInputs, text: str
) -> None:
    worry = a_message("W1", text=Words(text))
    assert "Alder" in found(inputs_with(messages=(worry,), teams=TEAMS))


def test_strength_of_the_service_that_names_a_team_needs_agreement_too(
    a_message: MakeMessage, inputs_with: MakeInputs
) -> None:
    text = Words("Alder writes to children, unlike Hope.")
    strength = (a_message("S1", FindingKind.STRENGTH, text=text),)
    agreed = AcceptedHit("team named", "Alder", "Manager agreed", "A Lead", "B Manager")
    assert found(inputs_with(messages=strength, teams=TEAMS)) == ["Alder", "Hope"]
    assert found(inputs_with(messages=strength, teams=TEAMS, accepted=(agreed,))) == ["Hope"]


def test_agreement_to_a_strength_lets_no_worry_name_the_team(
    a_message: MakeMessage, inputs_with: MakeInputs
) -> None:
    agreed = AcceptedHit("team named", "Alder", "Manager agreed", "A Lead", "B Manager")
    worry = a_message("W1", text=Words("Alder was slow."))
    assert found(inputs_with(messages=(worry,), teams=TEAMS, accepted=(agreed,))) == ["Alder"]


def test_reference_of_an_audit_child_or_auditor_is_refused_in_any_text(
    a_message: MakeMessage, inputs_with: MakeInputs
) -> None:
    strength = a_message("S1", FindingKind.STRENGTH, text=Words("See lk-1042, and A07."))
    inputs = inputs_with(messages=(strength,), identifiers=frozenset({"LK-1042", "A07", "Sam"}))
    assert found(inputs) == ["A07", "lk-1042"]


def escalation(closed_on: date | None, done: str) -> Escalation:
    day = date(2026, 9, 3)
    return Escalation("A07", "Child unsafe now", day, "Service manager", day, done, True, closed_on)


def test_open_escalation_without_words_stops_the_brief() -> None:
    closed = escalation(date(2026, 9, 4), "")
    worded = escalation(None, "Strategy meeting held")
    silent = escalation(None, " ")
    assert [r.found for r in open_escalations((closed, worded, silent))] == ["audit A07"]
