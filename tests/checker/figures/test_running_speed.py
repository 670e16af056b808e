"""The time for hostile passages grows no faster than they do."""

import time
from itertools import repeat

import pytest

from goldenthread.checker.figures.bases.running import bound_figures
from goldenthread.checker.remembering import remembering
from goldenthread.checker.source import Passage

_SHORT = 25_000
_AT_LEAST = 0.02
"""Seconds: what is done sooner is too short to compare, and soon enough."""
_THREE_TIMES = 3.0
"""Twice the text takes twice the time where it grows evenly, four times where each letter is
compared with each other."""

_PROSE = (
    "The social worker visited on 12 May 2025 and saw the 3 children alone within 10 working days"
    " of referral. Managers signed plans in Year 9, on page 12, at £250 each. "
)


def _seconds(parts: list[Passage]) -> float:
    """Of this process's own work, which other processes do not lengthen: the best of three."""
    return min(map(_once, repeat(parts, 3)))


def _once(parts: list[Passage]) -> float:
    start = time.process_time()
    with remembering():
        bound_figures(parts)
    return time.process_time() - start


def _grows_evenly(short: list[Passage], long: list[Passage]) -> bool:
    return _seconds(long) <= _THREE_TIMES * max(_seconds(short), _AT_LEAST)


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
def test_a_line_of_one_piece_repeated_twice_as_long_takes_twice_the_time(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (_SHORT, 2 * _SHORT))
    assert _grows_evenly([Passage(short, "line 1")], [Passage(long, "line 1")])


@pytest.mark.slow
def test_twice_the_pages_of_figures_take_twice_the_time() -> None:
    texts = (f"{_PROSE * 4}Of the {number} audits, 10 (38%) were good." for number in range(200))
    parts = [Passage(text, "page 1") for text in texts]
    assert _grows_evenly(parts[:100], parts)
