"""Literals and typed numbers, on wording of real briefs and reports (design.md §1, P1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.definitions.literals import Found, stretches


def found(text: str, what: Found) -> list[str]:
    return [stretch.text for stretch in stretches(text) if stretch.found is what]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Issued 20 November 2026.", "date"),
        ("from 1st to 30th September", "date"),
        ("in September 2026", "date"),
        ("on 3/9/26", "date"),
        ("Working Together 2023", "date"),
        ("the year 2018-19", "date"),
        ("at 14:30", "time"),
        ("by 9.30am", "time"),
        ("help is there 24/7", "time"),
        ("within 10 working days", "duration"),
        ("a 3 month delay", "duration"),
        ("every six weeks", "duration"),
        ("between 4 and 6 weeks", "duration"),
        ("6-weekly visits", "duration"),
        ("a seven-minute briefing", "duration"),
        ("aged 16 to 17", "age"),
        ("17-year-olds", "age"),
        ("under-fives", "age"),
        ("before the 16th birthday", "age"),
        ("the 0 to 25 service", "age"),
        ("a section 47 enquiry", "law"),
        ("an s47", "law"),
        ("the Act’s s 17", "law"),
        ("regulation 28(2)", "law"),
        ("in Key Stage 2", "identifier"),
        ("children in Year 9", "identifier"),
        ("practice tip PT12", "identifier"),
        ("ring 0300 123 4567", "telephone"),
        ("Call 999 at once", "telephone"),
        ("Childline (0800 1111)", "telephone"),
        ("Samaritans on 116 123", "telephone"),
        ("or NHS 111", "telephone"),
        ("LK4 2AB", "address"),
        ("at 12 Mill Lane", "address"),
        ("a £250 grant", "money"),
        ("a target of 90%", "target"),
        ("gave 9/10", "scale answer"),
        ("on a scale of 0 to 10", "scale answer"),
        ("scaled 4 out of 10 for explaining", "scale answer"),
        ("write to audit@larkshire.example today", "link"),
        ("see https://learning.larkshire.example/2026/10 for more", "link"),
        ("“I have had 4 social workers”", "quotation"),
        ("1. Ask the child", "list number"),
        ("the 2nd review", "list number"),
        ("in every 100 such records", "rate base"),
        ("the Graded Care Profile 2", "identifier"),
        ("a worker until they are 25", "age"),
        ("young people up to 25", "age"),
        ("Annex A, list 6", "identifier"),
        ("see p.154", "identifier"),
        ("Ages 16-17", "age"),
        ("form 1234", "identifier"),
    ],
)
def test_a_number_of_a_known_kind_is_a_literal(text: str, kind: str) -> None:
    literals = [stretch for stretch in stretches(text) if stretch.found is Found.LITERAL]
    assert [literal.kind for literal in literals] == [kind]
    assert not found(text, Found.TYPED_NUMBER)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("16 Cases, 39%, were graded Inadequate", ["16", "39%"]),
        ("31%, (8 cases) were graded ‘good’", ["31%", "8"]),
        ("7 audit categories had Outstanding grades", ["7"]),
        ("Four Outstanding grades were awarded", ["Four Outstanding grades"]),
        ("sixteen records were weak", ["sixteen records"]),
        ("last time’s 5 were inadequate", ["5"]),
        ("the panel's 19 plans", ["19"]),
        ("twenty-six audits came back", ["twenty-six audits"]),
        ("one in five records", ["one in five"]),
        ("nine out of ten visits", ["nine out of ten"]),
        ("in 4 out of 10 audits", ["4", "10"]),
        ("two thirds of plans", ["two thirds of"]),
        ("half of the records", ["half of"]),
        ("4/26 (15%)", ["4", "26", "15%"]),
        ("20-25%", ["20", "25%"]),
        ("2,400 children", ["2,400"]),
        ("2026 audits were read", ["2026"]),
        ("½ of them", ["½"]),
        ("schools3 and 16cases", ["3", "16"]),
        ("seven per cent", ["seven per cent"]),
        ("one of our audits", ["one of our audits"]),
        ("In May 12 audits came back", ["12"]),
        ("ten of twenty-six", ["ten of twenty-six"]),
        ("Three had no plan", ["Three had"]),
        ("there were seven", ["there were seven"]),
        ("three quarters had one", ["quarters had"]),
        ("half the audits", ["half the audits"]),
        ("up to 25 audits", ["25"]),
        ("they are 12 children", ["12"]),
        ("half were good", ["half were"]),
        ("zero audits came back", ["zero audits"]),
        ("two siblings were seen", ["two siblings"]),
        ("three older brothers", ["three older brothers"]),
        ("a ratio of 26:32", ["26", "32"]),
    ],
)
def test_a_number_of_no_kind_is_a_typed_number(text: str, numbers: list[str]) -> None:
    assert found(text, Found.TYPED_NUMBER) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "One parent felt listened to.",
        "Use the Three Houses with younger children.",
        "First ask, then listen.",
        "Both parents were seen.",
        "A child-centred plan.",
        "The first was late, and the third was worse.",
        "Brothers and sisters were seen.",
        "Half an hour, after half term.",
    ],
)
def test_words_without_counts_are_left_alone(text: str) -> None:
    assert [stretch.found for stretch in stretches(text)] == [Found.TEXT]


@given(st.text())
def test_stretches_joined_are_the_text(text: str) -> None:
    assert "".join(stretch.text for stretch in stretches(text)) == text


@given(st.text())
def test_no_digit_is_ever_left_in_plain_text(text: str) -> None:
    plain = "".join(found(text, Found.TEXT))
    assert not any(character in "0123456789" for character in plain)
