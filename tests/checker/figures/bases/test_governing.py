"""Words that say how many there are in all."""

import pytest

from goldenthread.checker.figures.bases.governing import base_mentions
from goldenthread.checker.source import Grid, Part, Passage, Region, Role


def governing(text: str, role: Role = Role.PARAGRAPH) -> list[tuple[int, str]]:
    found = base_mentions([Passage(text, "page 1", role)])
    return [(base.base, base.unit) for base in found if base.governs]


@pytest.mark.parametrize(
    ("text", "base", "unit"),
    [
        ("The Findings are based on 26 Audits.", 26, "audit"),
        ("Our findings this month are based upon a sample of 26 case files.", 26, "file"),
        ("Based on 26 audits, practice is good.", 26, "audit"),
        ("26 audits were completed this month.", 26, "audit"),
        ("26 audits have been returned.", 26, "audit"),
        ("In October, 26 audits were undertaken.", 26, "audit"),
        ("A total of 42 audits were completed in the quarter.", 42, "audit"),
        ("Twenty-six audits were carried out.", 26, "audit"),
        ("This report covers 120 children.", 120, "child"),
        ("The audit looked at 34 young people.", 34, "young person"),
        ("The audit covered 98 children in need.", 98, "child"),
        ("Auditors looked at 18 records in April.", 18, "record"),
        ("We read 54 supervision records.", 54, "record"),
        ("We looked at 40 pathway plans.", 40, "plan"),
        ("The sample held 14 audits.", 14, "audit"),
        ("A random sample of 43 children was drawn.", 43, "child"),
        ("Sample: 26", 26, ""),
        ("Sample size: 26 audits", 26, "audit"),
        ("N = 26", 26, ""),
        ("Number of audits: 26", 26, "audit"),
        ("Number of audits completed = 26", 26, "audit"),
        ("Audits completed: 26", 26, "audit"),
        ("The themes from the 26 audits follow.", 26, "audit"),
        ("Across all 26 audits the plan was clear.", 26, "audit"),
        ("26 audits (87%) were returned.", 26, "audit"),
        ("30 audits were asked for, of which 26 (87%) were returned.", 26, "audit"),
        ("48 parents responded to the survey.", 48, "parent"),
        ("Of the 26 audits completed, 10 (38%) were good.", 26, "audit"),
    ],
)
def test_words_that_give_a_base_are_found(text: str, base: int, unit: str) -> None:
    assert governing(text) == [(base, unit)]


@pytest.mark.parametrize(
    ("text", "base", "unit"),
    [
        ("Audits completed (26)", 26, "audit"),
        ("Findings from 26 audits", 26, "audit"),
        ("Neglect: findings from 12 multi-agency audits", 12, "audit"),
        ("Feedback from parents (12)", 12, "parent"),
        ("Quick poll after the brief (n=38)", 38, ""),
        ("Decision making: 26 audits", 26, "audit"),
    ],
)
def test_a_heading_gives_a_base(text: str, base: int, unit: str) -> None:
    assert governing(text, Role.HEADING) == [(base, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "10 (38%) were good.",
        "Decisions were based on a 10 minute visit.",
        "12 visits were completed late.",
        "12 assessments were completed within 45 days.",
        "A further 4 audits were completed.",
        "7 audit categories had Outstanding grades.",
        "Each audit took 3 hours.",
        "10 of the 26 audits were completed by managers.",
        "Recommendations (5)",
        "The brief covers 2019.",
        "Call 01632 960123 about the audits.",
        "",
    ],
)
def test_other_numbers_govern_nothing(text: str) -> None:
    assert governing(text) == []


def test_a_base_of_one_sentence_does_not_govern() -> None:
    (base,) = base_mentions([Passage("Of the 12 in care, 10 (83%) were seen.", "page 1")])
    assert (base.base, base.governs, base.text) == (12, False, "Of the 12")


def test_what_is_not_printed_and_tables_give_no_base() -> None:
    parts: list[Part] = [
        Passage("The findings are based on 26 audits.", "comment 1", region=Region.COMMENT),
        Grid((("26 audits were completed",),), "table 1"),
    ]
    assert base_mentions(parts) == ()
