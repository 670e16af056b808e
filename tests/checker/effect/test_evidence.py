"""Criteria 4, 5 and 15: figures that can be recomputed, standards with sources, and method."""

from dataclasses import replace

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import (
    EffectVerdict,
    SetFound,
    SetItem,
    SetVerdict,
    Severity,
    Statement,
    Verdict,
)

RIGHT = Statement(
    text="10 of 26 (38%)",
    where="line 1",
    count=10,
    base=26,
    base_stated=True,
    percent="38",
    computed="38",
    verdict=Verdict.AGREES,
    severity=Severity.OK,
    fits_counts=(10,),
    fits_bases=((26, 26),),
    message="",
    part=0,
    start=0,
)
WRONG = replace(
    RIGHT,
    text="16 cases, 39%",
    where="line 9",
    count=16,
    percent="39",
    verdict=Verdict.DISAGREES,
    severity=Severity.ERROR,
    message="16 of 26 is 62%.",
)
BARE = replace(RIGHT, text="39%", count=None, base=None, severity=Severity.QUERY)
UNGRADED = "Three audits were not applicable."


def test_right_figures_with_what_was_not_graded_pass() -> None:
    assert decided(4, UNGRADED, statements=(RIGHT,)).verdict is PASS


def test_how_many_were_graded_beside_a_category_tells_what_was_not() -> None:
    assert decided(4, "Risk: 24 graded", statements=(RIGHT,)).verdict is PASS
    assert decided(4, "Risk: 10 graded inadequate.", statements=(RIGHT,)).verdict is PARTLY


def test_right_figures_without_what_was_not_graded_are_partly_enough() -> None:
    assert decided(4, "All were read.", statements=(RIGHT,)).verdict is PARTLY


@pytest.mark.parametrize(("bare", "verdict"), [(1, PASS), (2, PARTLY)])
def test_right_figures_may_lack_the_base_in_a_tenth(bare: int, verdict: EffectVerdict) -> None:
    statements = (BARE,) * bare + (RIGHT,) * (10 - bare)
    assert decided(4, UNGRADED, statements=statements).verdict is verdict


def test_wrong_figure_fails_with_the_figure_and_why() -> None:
    found = decided(4, UNGRADED, statements=(RIGHT, WRONG))
    assert found.verdict is FAIL
    assert "“16 cases, 39%” (line 9). 1 figure cannot be right. 16 of 26 is 62%." in found.because


def test_parts_that_do_not_add_up_fail() -> None:
    parts = SetFound(
        items=(SetItem("8 good", 8, None), SetItem("12 not", 12, None)),
        where="line 3",
        base=26,
        sum_counts=20,
        sum_percents=None,
        verdict=SetVerdict.DOES_NOT_ADD,
        severity=Severity.ERROR,
        message="8 and 12 are 20, not 26.",
    )
    found = decided(4, UNGRADED, statements=(RIGHT,), sets=(parts,))
    assert found.verdict is FAIL
    assert "8 and 12 are 20, not 26." in found.because


def test_figures_that_are_not_there_cannot_be_judged() -> None:
    assert decided(4, "We were busy.").verdict is CANNOT_TELL


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            (
                "Decisions say why (Practice standard 3).\nVisits are in time (section 47).\n"
                "Supervision is monthly (Supervision policy, section 4)."
            ),
            PASS,
        ),
        ("# What matters most\n## Plans are late\nStandard 6: ten working days.", PASS),
        ("Decisions say why (Practice standard 3). Plans are late.", PARTLY),
        ("Children accommodated must have a care plan within 10 days.", PARTLY),
        ("Standards within this team are high.", FAIL),
        ("# Links to learning\nSupervision policy\nPractice standards", FAIL),
        ("Supervision policy - https://larkshire.example/policy", FAIL),
    ],
)
def test_standards_count_where_they_are_named_beside_findings(
    text: str, verdict: EffectVerdict
) -> None:
    assert decided(5, text).verdict is verdict


AUTHOR = "Prepared by Niamh Sandhu-Price, audit lead."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{AUTHOR}\nDrawn at random. 4 of 26 were read by a second person.", PASS),
        (f"{AUTHOR}\nAudited by team managers; grades were moderated.", PASS),
        (f"{AUTHOR}\nChildren were chosen from every team.", PARTLY),
        ("Niamh & Tomasz.", PARTLY),
        ("Children were drawn at random.", PARTLY),
        ("Highlights from the audit process follow.", FAIL),
        ("Another theme is drift and delay.", FAIL),
        ("Niamh & Tomasz were seen at school today.", FAIL),
    ],
)
def test_method_needs_an_author_and_how_it_was_done(text: str, verdict: EffectVerdict) -> None:
    assert decided(15, text).verdict is verdict


def test_method_says_which_lines_are_missing() -> None:
    because = decided(15, f"{AUTHOR} Audited by team managers.").because
    assert "how the children were chosen and how alike auditors grade" in because
