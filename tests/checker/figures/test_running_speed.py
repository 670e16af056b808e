"""Long and hostile passages are read in time."""

import time

import pytest

from goldenthread.checker.figures.bases.running import bound_figures
from goldenthread.checker.source import Passage

_MEGABYTE = 1_000_000

_PROSE = (
    "The social worker visited on 12 May 2025 and saw the 3 children alone within 10 working days"
    " of referral. Managers signed plans in Year 9, on page 12, at £250 each. "
)


def _seconds(parts: list[Passage]) -> float:
    start = time.perf_counter()
    bound_figures(parts)
    return time.perf_counter() - start


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *("9", "a", "9 ", "a ", "(", "(9 ", "9(", "9,", "9.", "%", "9%", "9% ", "1 of ", "of the "),
        *("“", "“I ", "a.", "a-", "a@", "www.", "/", "9/", "n=", "one ", "one hundred and "),
        *("9 audits ", "9 and ", "9% and ", "compared with ", "\ue001", "of these ", ". ", "; "),
        *("between 9", "by ", "\u00a0", "9 – ", "A1 ", "s1(a)", "target "),
    ],
)
def test_a_line_of_one_piece_repeated_is_read_in_time(piece: str) -> None:
    text = piece * (_MEGABYTE // 20 // len(piece))
    assert _seconds([Passage(text, "line 1")]) < 5


@pytest.mark.slow
def test_a_hundred_pages_of_figures_are_read_in_time() -> None:
    texts = (f"{_PROSE * 4}Of the {number} audits, 10 (38%) were good." for number in range(300))
    assert _seconds([Passage(text, "page 1") for text in texts]) < 5
