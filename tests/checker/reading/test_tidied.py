"""Text as readers of every kind hand it on."""

import pytest

from goldenthread.checker.reading.tidied import tidied


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\n\twords ", "two words"),
        ("20\u201125\u00a0%", "20-25 %"),
        ("safe\u00adguard\u200bing\ufeff", "safeguarding"),
        ("\uf0b7 item\ufffc\x0b", "item"),
        ("", ""),
    ],
)
def test_tidied_gives_single_spaces_and_only_what_is_seen(text: str, expected: str) -> None:
    assert tidied(text) == expected
