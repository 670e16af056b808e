"""Criteria 10, 13 and 14: who does what by when, what became of it, and help."""

import pytest
from tests.checker.effect.decided import FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import EffectVerdict
from goldenthread.checker.source import Grid, Link

WHOLE = "Team managers: write the reason beside every decision, by 4 December 2026."
PLAN = Grid(
    (("Action", "Owner", "By when"), ("Read late plans", "Head of service", "4 December")),
    "table 1",
)
UNFINISHED = Grid((("Action", "Owner", "By when"), ("Read late plans", "", "")), "table 1")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (WHOLE, PASS),
        ("Every social worker will rehearse one safety plan within two weeks.", PASS),
        ("# Next steps\nIROs should reply to each challenge by Friday.", PASS),
        ("Asha Bell will read all late plans by the end of May.", PASS),
        (f"# Next steps\n{WHOLE}\nPlans must be clear.\nNotes need to be full.", PARTLY),
        ("Team managers must look at plans. Social workers should write more.", PARTLY),
        ("We will review this in due course.", FAIL),
        ("You must see every child alone.", FAIL),
        ("Children accommodated must have a care plan within 10 days.", FAIL),
        ("Please remember to follow up actions regularly.", FAIL),
        ("Team managers met on 4 December 2026 and were pleased.", FAIL),
        ("Children were seen.", FAIL),
    ],
)
def test_actions_say_who_does_what_by_when(text: str, verdict: EffectVerdict) -> None:
    assert decided(10, text).verdict is verdict


@pytest.mark.parametrize(("plan", "verdict"), [(PLAN, PASS), (UNFINISHED, FAIL)])
def test_actions_in_a_table_count_when_its_cells_are_filled(
    plan: Grid, verdict: EffectVerdict
) -> None:
    assert decided(10, "Children were seen.", grids=(plan,)).verdict is verdict


def test_actions_quote_the_vague_one() -> None:
    because = decided(10, "Plans must be clear.\nWe have to look at this in due course.").because
    assert "in due course" in because
    assert "Say who does what by when" in because


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"# What changed since last time\nA template now opens.\n{WHOLE}", PASS),
        (f"All of last month's actions are done.\n{WHOLE}", PASS),
        (WHOLE, PARTLY),
        ("You said minutes came late. They now come in two days.", PARTLY),
        ("Actions will be followed up in the quarterly report.", FAIL),
        ("This is an increase from previous months.", FAIL),
        ("Children were seen.", FAIL),
    ],
)
def test_action_plan_reports_on_the_last_actions(text: str, verdict: EffectVerdict) -> None:
    assert decided(13, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "links", "verdict"),
    [
        ("Contact the practice educator for help with plans.", 2, PASS),
        ("# People who can help\nAsha, plans\nBen, risk\nCai, voice", 0, PASS),
        ("The neglect toolkit and training are there for you.", 3, PASS),
        ("Our champions are available to support you.", 0, PARTLY),
        ("Plans were late.", 1, PARTLY),
        ("Plans were late.", 0, FAIL),
        ("We support children to stay at home.", 0, FAIL),
    ],
)
def test_help_is_a_tool_or_a_person_for_each_worry(
    text: str, links: int, verdict: EffectVerdict
) -> None:
    some = tuple(Link(f"Tool {n}", "https://a.example", "line 1") for n in range(links))
    assert decided(14, text, links=some).verdict is verdict


def test_help_counts_addresses_that_are_printed_in_plain_text() -> None:
    text = "\n".join(f"Toolkit {n} - https://a.example/{n}" for n in range(3))
    assert decided(14, text).verdict is PASS
