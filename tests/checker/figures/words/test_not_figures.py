"""What stands in reports as a number and is no figure."""

import pytest

from goldenthread.checker.figures.words.mentions import mentions
from goldenthread.checker.figures.words.outline import outline_of


@pytest.mark.parametrize(
    "text",
    [
        "in 2015-16",
        "between 2018 and 2019",
        "In 2022 we audited plans",
        "DECEMBER 18 & JANUARY 19 audit findings",
        "JANUARY 19 audit findings",
        "on 18 December",
        "on 3/9/26",
        "at 9.30am",
        "from 9-5 each day",
        "open 24/7",
        "19- to 21-year-olds",
        "children aged 4 to 16",
        "young people over 18 in care",
        "the under-fives",
        "a 3 month delay",
        "within 10 working days",
        "page 12",
        "pages 14-17",
        "pp. 4–6",
        "No. 4 was late",
        "paragraph 3.4",
        "see section 47",
        "Figure 2 shows",
        "Table 3 shows",
        "version 2.3",
        "Key Stage 2",
        "a £250 grant",
        "£61,400 a year",
        "ring 01632 960123",
        "62 per 10,000 children",
        "per 1,000",
        "see audit_26_final.docx",
        "www.example.org/26%20audits",
        "example.gov.uk/reports/26",
        "write to team26@example.org",
        "One parent gave the worker 10/10",
        "scaled 9/10 by a young person",
        "9/10 was the score she gave",
        "Involvement was scaled at 1 and",
        "a young person scored the worker 4/10 for listening",
        "on a scale of 1 to 10",
        "4 percentage points",
        "50/50 between parents",
        "the 2nd review",
        "on 31 December (11.6% of all)",
        "a worker until they are 25",
        "Annex A, list 6",
        "Working Together 2023 p.154",
        "Ages 16-17: 24/7",
        "children who should have one (82%)",
    ],
)
def test_a_number_that_is_no_figure_is_left_out(text: str) -> None:
    numbers = [n.text for n in outline_of(text).numbers.values() if n.text != "One"]
    assert numbers == []


@pytest.mark.parametrize(
    "text",
    [
        "Timeliness rose by 12% over the year.",
        "There was a 12% increase.",
        "an increase of 13.9%",
        "Contacts are up 4% on the year.",
        "Referrals fell by a third.",
        "reduced by half",
        "14% more than in the year before",
        "The target is 95%.",
        "The target for 2024/25 stays at 95%.",
        "Our target from April 2025 will be 95%.",
        "0.2% of all local children is our ceiling.",
        "The aim is at least 85% by Easter.",
        "Unless attendance is above 90% we write to the parents.",
        "The work goes on; under 75% the money is stopped.",
        "Please keep the score above 70%.",
        "Legal costs went from £3,200 to £2,400 (25%).",
        "We spent £1.2m (14%) more.",
        "a target of 95%",
        "target below 20%",
        "against a 95% target",
        "the target (95%)",
        "The bar is set at 90%.",
        "We aim for 100% by 2026.",
        "no more than 18% of referrals",
        "between 20% and 25% of children",
        "20-25% of children",
        "20–25 per cent of children",
        "20 to 25% of children",
        "the top 10% of areas",
        "the 10% most deprived areas",
        "a 10% sample of records",
        "the 95% confidence interval",
        "We are 100% committed.",
        "100% of our effort",
        "20% of the budget",
        "About two-thirds of the difference between two audits reflects the children.",
        "71% of the variation is between teams",
        "within 5% of it",
        "VAT is charged at 20%",
        "The percentages do not add to 100% because of rounding.",
        "https://example.org/toolkit%20v2/35%25.pdf",
        "“I am 100% sure that my worker listens”",
        "He was late by 4%.",
        "It changed everything for us: 110%!",
    ],
)
def test_a_percentage_that_is_no_figure_is_no_mention(text: str) -> None:
    assert mentions(text, 0) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10 of 26 audits (38%)", [10, 26]),
        ("4/10 (40%)", [4, 10]),
        ("Outcome 4 (15%)", [4]),
        ("In March 12 audits were graded", [12]),
        ("2000 children were seen", [2000]),
        ("rated 12 audits as good", [12]),
        ("14 ‘inadequate’ and 2 ‘requires improvement’", [14, 2]),
        ("sections of 26 plans", [26]),
    ],
)
def test_a_number_that_may_be_a_figure_stays(text: str, values: list[int]) -> None:
    assert [number.value for number in outline_of(text).numbers.values()] == values
