"""Known names are taken out however they are written, and where they may be another word."""

import pytest

from goldenthread.privacy.masking import mask

NAMES = ["Iman Haverstock", "Hope Siân O'Neill"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Iman was seen alone.", "[name] was seen alone."),
        ("IMAN HAVERSTOCK and I. Haverstock", "[name] and [name]"),
        ("Hope O’Neill’s plan", "[name]’s plan"),
        ("Nothing here.", "Nothing here."),
        ("", ""),
    ],
)
def test_names_are_taken_out(text: str, masked: str) -> None:
    assert mask(text, NAMES).text == masked


def test_what_may_be_another_word_is_taken_out_and_marked_unsure() -> None:
    found = mask("Iman Haverstock came; we Hope so.", NAMES)
    assert [span.sure for span in found.spans] == [True, False]
    assert found.text == "[name] came; we [name] so."
