"""Sentences for the audit lead, whole, as they are read."""

import pytest
from tests.analysis.linkage.graphs import chain, codes, grades_of, shared

from goldenthread.analysis.linkage import Choice, Design, Rule, Standing, network
from goldenthread.analysis.phrases.linkage import (
    comparable_auditors,
    second_reading,
    second_readings,
)
from goldenthread.analysis.phrases.pieces import FigurePart, plain_text

NAMES = {"jb": "Jo Bell", "sr": "Sam Roe"}
PRECISE = Choice("C12", "sr", "jb", Rule.PRECISION, (), (), 0.6, 0.5, 1.0)


def _choice(rule: Rule, readings: tuple[tuple[str, int], ...], joins: bool = False) -> Choice:
    groups = (("jb",), ("sr", "x")) if joins else ()
    return Choice("C12", "sr", "jb", rule, groups, readings, 0.85, 0.6, 1.0)


def _standing(components: int, mean: float | None, *below: str) -> Standing:
    return Standing(components, below, mean, mean)


@pytest.mark.parametrize(
    ("choices", "before", "after", "sentence"),
    [
        (
            [_choice(Rule.JOINS, (("sr", 1), ("jb", 2)), joins=True)] * 2,
            _standing(3, 1.7),
            _standing(1, 1.1),
            (
                "Second-reading these 2 children joins all 3 groups of auditors who could not be"
                " compared with each other, and gives Sam Roe a first shared child this year, and"
                " Jo Bell a second shared child this year. The typical uncertainty about a"
                " difference between two auditors falls from 1.7 to 1.1 grades."
            ),
        ),
        (
            [_choice(Rule.JOINS, (("sr", 1), ("jb", 1)), joins=True)],
            _standing(8, 0.8),
            _standing(7, 0.75, "jb", "sr"),
            (
                "Second-reading this 1 child leaves 7 groups of auditors who cannot be compared"
                " with each other, where there were 8, and gives Jo Bell and Sam Roe each a first"
                " shared child this year. The typical uncertainty about a difference between two"
                " auditors falls from 0.80 to 0.75 of a grade. Jo Bell and Sam Roe still have"
                " fewer than two shared children this year."
            ),
        ),
        (
            [_choice(Rule.TWO_A_YEAR, (("sr", 1),)), _choice(Rule.TWO_A_YEAR, (("sr", 2),))],
            _standing(1, None),
            _standing(1, None, "jb"),
            (
                "Second-reading these 2 children gives Sam Roe a second shared child this year."
                " Jo Bell still has fewer than two shared children this year."
            ),
        ),
        (
            [PRECISE],
            _standing(1, 0.7),
            _standing(1, 0.6),
            (
                "With this 1 child read again, the typical uncertainty about a difference between"
                " two auditors falls from 0.7 to 0.6 of a grade."
            ),
        ),
        (
            [PRECISE],
            _standing(1, 0.701),
            _standing(1, 0.70),
            (
                "With this 1 child read again, the typical uncertainty about a difference between"
                " two auditors stays at about 0.7 of a grade."
            ),
        ),
        (
            [PRECISE],
            _standing(1, 0.004),
            _standing(1, 0.003),
            "Second-reading this 1 child makes differences between auditors better known.",
        ),
    ],
)
def test_second_readings_say_what_they_buy_together(
    choices: list[Choice], before: Standing, after: Standing, sentence: str
) -> None:
    design = Design(tuple(choices), before, after, None)
    assert plain_text(second_readings(design, 1.0, NAMES)) == sentence


def test_second_readings_count_auditors_who_are_too_many_to_name() -> None:
    readings = tuple((code, 1) for code in "abcd")
    design = Design(
        (_choice(Rule.TWO_A_YEAR, readings),),
        _standing(1, 0.7),
        _standing(1, 0.6, *"abcd"),
        "nobody is left who may be the second reader of another child",
    )
    assert plain_text(second_readings(design)) == (
        "Second-reading this 1 child gives 4 auditors each a first shared child this year. 4"
        " auditors still have fewer than two shared children this year. No more are suggested:"
        " nobody is left who may be the second reader of another child."
    )


def test_second_readings_of_nothing_say_why() -> None:
    design = Design((), _standing(1, 0.7), _standing(1, 0.7), "no child is allocated this month")
    assert plain_text(second_readings(design, 1.0)) == (
        "No second reading is suggested: no child is allocated this month."
    )


def test_second_readings_that_change_nothing_told_are_counted() -> None:
    design = Design((PRECISE,), _standing(1, None), _standing(1, None), None)
    assert plain_text(second_readings(design)) == (
        "Second-reading this 1 child makes differences between auditors better known."
    )


@pytest.mark.parametrize(
    ("choice", "grades_per_logit", "sentence"),
    [
        (
            _choice(Rule.JOINS, (("sr", 2), ("jb", 1)), joins=True),
            1.2,
            (
                "Jo Bell reads C12 after Sam Roe: it joins 2 groups of auditors who could not be"
                " compared, is the first shared child this year for Jo Bell, and is the second"
                " shared child this year for Sam Roe; the uncertainty about how the two differ"
                " falls from 1.0 to 0.7 grades."
            ),
        ),
        (
            _choice(Rule.TWO_A_YEAR, (("sr", 2), ("jb", 2))),
            None,
            (
                "Jo Bell reads C12 after Sam Roe: it is the second shared child this year for Sam"
                " Roe and Jo Bell."
            ),
        ),
        (
            PRECISE,
            1.0,
            (
                "Jo Bell reads C12 after Sam Roe: it tells most about differences between"
                " auditors; the uncertainty about how the two differ falls from 0.6 to 0.5 of a"
                " grade."
            ),
        ),
    ],
)
def test_second_reading_says_why_it_was_chosen(
    choice: Choice, grades_per_logit: float | None, sentence: str
) -> None:
    assert plain_text(second_reading(choice, grades_per_logit, NAMES)) == sentence


def test_sentences_keep_their_numbers_as_figures() -> None:
    design = Design((PRECISE,), _standing(2, 0.7), _standing(1, 0.6), None)
    numbers = [
        (piece.key, piece.text)
        for piece in second_readings(design, 1.0)
        if isinstance(piece, FigurePart)
    ]
    assert numbers == [
        ("linkage.chosen", "1"),
        ("linkage.groups_before", "both"),
        ("linkage.mean_sd_before", "0.7"),
        ("linkage.mean_sd", "0.6"),
    ]


@pytest.mark.parametrize(
    ("pairs", "auditors", "sentence"),
    [
        (
            chain(12),
            12,
            (
                "All 12 auditors can be compared with each other, through children whom two of"
                " them read."
            ),
        ),
        (
            [(0, 1), (1, 2), (4, 5)],
            6,
            (
                "5 auditors fall into 2 groups. Only within a group can they be compared, through"
                " children whom two of them read."
            ),
        ),
        ([], 3, ""),
    ],
)
def test_comparable_auditors_say_who_can_be_compared(
    pairs: list[tuple[int, int]], auditors: int, sentence: str
) -> None:
    assert plain_text(comparable_auditors(shared(pairs, auditors))) == sentence


def test_comparable_auditors_name_those_who_share_no_child() -> None:
    audits = [(0, 0, "x"), (0, 1, "x"), (1, 2, "x"), (2, 3, "x")]
    linked = network(grades_of(audits, 4))
    assert plain_text(comparable_auditors(linked, {codes(4)[2]: "Jo Bell"})) == (
        "2 of the 4 auditors can be compared with each other, through children whom two of them"
        " read. Jo Bell and auditor 003 have read no child that anybody else did."
    )
    apart = network(grades_of(audits[1:], 4))
    assert plain_text(comparable_auditors(apart)) == (
        "No two auditors have read the same child, so nobody can be compared."
    )
