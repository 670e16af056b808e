"""Names that a row gives are blotted out of its free text, whole and in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.exchange.adopt.rows.blotting import CHILD, WORKER, blot


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Callum was seen alone.", "[child] was seen alone."),
        ("CALLUM PRICE and callum price", "[child] and [child]"),
        ("Callum  Price's plan", "[child]'s plan"),
        ("The price of delay", "The price of delay"),
        ("Callumville is no name", "Callumville is no name"),
    ],
)
def test_childs_name_is_blotted_out(text: str, expected: str) -> None:
    assert blot(text, {CHILD: ["Callum Price"]}).text == expected


def test_initials_and_short_parts_stay_because_they_are_words_too() -> None:
    result = blot("CP plan; Jo said so", {CHILD: ["CP"], WORKER: ["Jo Li"]})
    assert result.text == "CP plan; Jo said so"
    assert result.count == 0


def test_child_and_worker_get_their_own_stand_ins_and_are_counted() -> None:
    result = blot("Ivy told Carys twice; Ivy is well", {CHILD: ["Ivy"], WORKER: ["Carys L"]})
    assert result.text == "[child] told [worker] twice; [child] is well"
    assert result.count == 3


@pytest.mark.slow
@given(st.text(max_size=80), st.text(max_size=20))
def test_text_is_unchanged_without_names_and_never_breaks_on_odd_ones(text: str, name: str) -> None:
    assert blot(text, {}).text == text
    assert isinstance(blot(text, {CHILD: [name]}).text, str)
