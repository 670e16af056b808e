"""Criteria 19 to 22: talked about, sent to readers, with families' voices, and answered."""

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import EffectVerdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In your team meeting, ask: where do we see this?", PASS),
        ("# Questions to discuss\nWhere do we see this?", PASS),
        ("A ten-minute exercise is on the back.", PASS),
        ("We would like managers and their teams to consider consistency.", PARTLY),
        ("Bring one plan to supervision.", PARTLY),
        ("The team met the family.", FAIL),
        ("Plans were late.", FAIL),
    ],
)
def test_two_modes_bring_something_to_talk_about(text: str, verdict: EffectVerdict) -> None:
    assert decided(19, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Sent to: all locality teams.\nThe last brief was read by 84 people.", PASS),
        ("Circulated to all social workers. Please confirm you have read it.", PASS),
        ("Distribution: all locality teams.", PARTLY),
        ("The last brief was opened by 84 people.", PARTLY),
        ("Tell us how you and your team used this.", PARTLY),
        ("Plans were late.", CANNOT_TELL),
        ("Letters were sent to families.", CANNOT_TELL),
    ],
)
def test_sent_and_read_needs_a_list_and_a_count(text: str, verdict: EffectVerdict) -> None:
    assert decided(20, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("“How well do we listen?” 7 of 9 parents answered: 8, on average.", PASS),
        ("We asked 12 young people “What helped?” and 9 said their worker.", PASS),
        ("“How clearly do we explain?” Young people: 4 (1 of 1 asked)", PASS),
        (
            "A young person scaled 9/10 for the question “have we helped to make things better”.",
            PARTLY,
        ),
        ("One parent said they were “not kept in the loop”.", PARTLY),
        ("Feedback from 12 parents was kind.", PARTLY),
        ("Parents feel listened to. “She is lovely”, said one mother.", FAIL),
        ("Families say that we are respectful.", FAIL),
        ("Write what the child said.", FAIL),
        ("Plans were late.", FAIL),
    ],
)
def test_voices_come_with_how_many_were_asked_what(text: str, verdict: EffectVerdict) -> None:
    assert decided(21, text).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("You said minutes come late; they now come in two days. Tell us more by May.", PASS),
        ("# What you said\nyou asked for kits\nLet us know what else.", PASS),
        ("We welcome your feedback on any message.", PARTLY),
        ("You asked for help with chronologies. A template now opens.", PARTLY),
        ("Feedback from parents was kind.", FAIL),
        ("Plans were late.", FAIL),
    ],
)
def test_replies_are_asked_for_and_answered(text: str, verdict: EffectVerdict) -> None:
    assert decided(22, text).verdict is verdict
