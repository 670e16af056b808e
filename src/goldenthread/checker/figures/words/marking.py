"""A text in which numbers and shares are marks, so that patterns see how words join them.

"Of the 78, 69 (82%)" becomes "Of the NN, NN (SSS)": every stretch keeps its length and place, and
a pattern for *count, bracket, share* needs not know how numbers are written.
"""

from collections.abc import Iterable

NUMBER_MARK = "\ue001"
SHARE_MARK = "\ue002"
NO_FIGURE_MARK = "\ue003"
TAKEN_MARK = "\ue004"
"""A figure that is already joined to others."""

NUMBER = f"(?<!{NUMBER_MARK}){NUMBER_MARK}++"
"""Pattern of a whole number in a marked text: never of a part of one."""
SHARE = f"(?<!{SHARE_MARK}){SHARE_MARK}++"
"""Pattern of a whole share in a marked text."""
MARKS = f"{NUMBER_MARK}{SHARE_MARK}{NO_FIGURE_MARK}{TAKEN_MARK}"
"""All marks, for use in a class of characters."""
FIGURES = f"{NUMBER_MARK}{SHARE_MARK}"
"""The marks of numbers and shares, for use in a class of characters."""

_STRANGE = str.maketrans(dict.fromkeys(MARKS, " "))

Span = tuple[int, int]

TEXTS_REMEMBERED = 4_096
"""Passages whose figures are kept: several checks ask for them, and files repeat each other."""


def marked(
    text: str,
    numbers: Iterable[Span] = (),
    shares: Iterable[Span] = (),
    no_figures: Iterable[Span] = (),
) -> str:
    """A text of the same length with its numbers, shares and what is no figure as marks.

    Where they overlap, what is no figure wins over a share, and a share over a number.

    >>> marked("9 of 26 (35%)", [(0, 1), (5, 7)], [(9, 12)]).count("\\ue001")
    3
    """
    marks = list(text.translate(_STRANGE))
    for spans, mark in (
        (numbers, NUMBER_MARK),
        (shares, SHARE_MARK),
        (no_figures, NO_FIGURE_MARK),
    ):
        for start, end in spans:
            marks[start:end] = mark * (end - start)
    return "".join(marks)
