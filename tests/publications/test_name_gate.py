"""A number in a name belongs to the name; every other is a typed number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from goldenthread.analysis.facts import ActionLevel
from goldenthread.publications.inputs import Ask, BriefInputs, Helper, PlannedAction, Words
from goldenthread.publications.name_gate import numbers_in_names

MakeInputs = Callable[..., BriefInputs]


def found(inputs: BriefInputs) -> list[str]:
    return [refusal.found for refusal in numbers_in_names(inputs)]


def owned_by(owner: str) -> PlannedAction:
    return PlannedAction("N1", Words("Talk."), ActionLevel.READER, owner, None, None)


@pytest.mark.parametrize(
    "owner",
    [
        "Team 2", "Duty team 2", "Head of Hub 3", "5 Rivers", "Ward 4 manager", "Tier 4 lead",
        "Leaving care (18-25)", "Key Stage 2 lead", "Locality 1/2", "Social workers", "IRO 3",
    ],
)  # fmt: skip
def test_number_that_belongs_to_a_name_passes(inputs_with: MakeInputs, owner: str) -> None:
    assert found(inputs_with(actions=(owned_by(owner),))) == []


@pytest.mark.parametrize(
    ("owner", "number"),
    [
        ("We saw this 16 times", "16"),
        ("16 audits", "16"),
        ("Lead of 39% of teams", "39%"),
        ("Lead for seven categories", "seven categories"),
        ("Managers of the 3", "3"),
        ("Team 3 of 8", "3"),
    ],
)
def test_number_that_counts_is_refused(inputs_with: MakeInputs, owner: str, number: str) -> None:
    assert found(inputs_with(actions=(owned_by(owner),)))[0] == number


def test_every_name_that_is_printed_is_looked_at(inputs_with: MakeInputs) -> None:
    text = "with 16 of them"
    inputs = inputs_with(
        actions=(owned_by(text),),
        asks=(Ask(Words("Tell us."), text, date(2026, 12, 1)),),
        helpers=(Helper(text, text, text, text),),
    )
    inputs = replace(inputs, cycle=replace(inputs.cycle, authority=text, author=text, seed=text))
    assert found(inputs) == ["16"] * 9


@pytest.mark.parametrize("contact", ["ext. 4512", "0161 496 0000", "Room 4.12", "a1@x.example"])
def test_ways_to_reach_somebody_pass(inputs_with: MakeInputs, contact: str) -> None:
    assert found(inputs_with(helpers=(Helper("A Lead", "Lead", "Risk", contact),))) == []


def test_seed_of_one_word_passes(inputs_with: MakeInputs) -> None:
    inputs = inputs_with()
    assert found(replace(inputs, cycle=replace(inputs.cycle, seed="20260824"))) == []
