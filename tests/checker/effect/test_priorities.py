"""Criteria 9, 11 and 12: few priorities, for those who can act, for the sake of children."""

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import EffectVerdict

REASON = "So what: a child may live with harm."


def messages(number: int, below: str = REASON) -> str:
    each = "\n".join(f"## Message {n}\n{below}" for n in range(number))
    return f"# What matters most\n{each}\n# Other things\nPlans must be on time."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (messages(3), PASS),
        (messages(1), PASS),
        (messages(3, "Write it down."), PARTLY),
        (messages(4), PARTLY),
        (messages(5), PARTLY),
        (messages(6), FAIL),
        ("# Key messages\n* See children alone, because they tell us more.\n* Plan.", PASS),
        ("Our first priority is risk. Plans must be clear.", PARTLY),
        ("Plans must be clear. Notes need to be full.", PARTLY),
        ("# Reminders\n" + "Plans must be on time.\n" * 4, FAIL),
        (f"# Brief\n## Why it matters\n### Danger was missed.\n{REASON}\n## Next\nPlan it.", PASS),
        ("# Why it matters\nPlans must be clear. Notes need to be full.\nAsk why.", PARTLY),
        ("Children were seen.", CANNOT_TELL),
    ],
)
def test_priorities_are_three_at_most_and_have_reasons(text: str, verdict: EffectVerdict) -> None:
    assert decided(9, text).verdict is verdict


def test_priorities_on_slides_are_those_that_say_so_under_their_titles() -> None:
    slides = "\n".join(f"# Message {n}\nWhat matters most · {n}\n{REASON}" for n in (1, 2, 3))
    assert decided(9, slides).verdict is PASS


def test_priorities_that_are_too_many_are_counted() -> None:
    because = decided(9, "# Reminders\n" + "Plans must be on time.\n" * 16).because
    assert "16 things are asked, none before the others." in because


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Write what the child said.\n# What leaders will do\nLook at each late plan.", PASS),
        ("Plans must be clear.\nHead of service: set aside an hour a week.", PASS),
        ("Please see children alone. The director will hire two more workers.", PASS),
        ("# What leaders will do\nLooks at late plans every week.", PARTLY),
        ("Plans must be clear. We will look at caseloads.", PARTLY),
        ("Social workers must write clearer plans. Notes need to be full.", FAIL),
        ("Children were seen.", CANNOT_TELL),
    ],
)
def test_what_readers_cannot_change_goes_to_leaders(text: str, verdict: EffectVerdict) -> None:
    assert decided(11, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Practice standard 3 asks it. A child who is heard tells us sooner.", PASS),
        ("# Our priorities this year\nis our goals page\nChildren waited too long.", PASS),
        ("Children waited three months, not knowing what came next.", PARTLY),
        ("This serves our improvement plan.", PARTLY),
        ("Plans were late.", FAIL),
        ("Child protection plans were late.", FAIL),
    ],
)
def test_goals_and_children_are_both_named(text: str, verdict: EffectVerdict) -> None:
    assert decided(12, text).verdict is verdict
