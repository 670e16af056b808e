from collections.abc import Callable

import pytest

from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.analysis.phrases import FigurePart, comparison, plain_text

Make = Callable[..., Figure]
MakeSet = Callable[..., FigureSet]
KEY = "risk.inadequate"


@pytest.mark.parametrize(
    ("now", "earlier", "sentence"),
    [
        (
            (4, 26),
            (2, 21),
            "4 of 26 (15%) cannot be told apart from last time’s 2 of 21 (10%).",
        ),
        (
            (16, 26),
            (2, 21),
            (
                "16 of 26 (62%) is higher than last time’s 2 of 21 (10%),"
                " more than chance alone usually gives."
            ),
        ),
        (
            (2, 26),
            (14, 21),
            (
                "2 of 26 (8%) is lower than last time’s 14 of 21 (67%),"
                " more than chance alone usually gives."
            ),
        ),
        (
            (3, 8),
            (2, 21),
            "This time 3 of 8; last time 2 of 21 (10%). That is too little to compare.",
        ),
    ],
)
def test_comparison_says_only_what_the_numbers_bear(
    share: Make,
    figure_set: MakeSet,
    now: tuple[int, int],
    earlier: tuple[int, int],
    sentence: str,
) -> None:
    figures = figure_set(share(KEY, *now), previous=(share(KEY, *earlier),))
    assert plain_text(comparison(figures, KEY)) == sentence


def test_comparison_marks_the_earlier_figure(share: Make, figure_set: MakeSet) -> None:
    figures = figure_set(share(KEY, 4, 26), previous=(share(KEY, 2, 21),))
    parts = [p for p in comparison(figures, KEY) if isinstance(p, FigurePart)]
    assert [(p.form, p.count, p.base) for p in parts] == [
        ("text", 4, 26),
        ("text@previous", 2, 21),
    ]


def test_comparison_without_an_earlier_figure_is_empty(share: Make, figure_set: MakeSet) -> None:
    assert comparison(figure_set(share(KEY, 4, 26)), KEY) == ()


def test_comparison_with_a_suppressed_figure_is_empty(
    share: Make, suppressed: Make, figure_set: MakeSet
) -> None:
    figures = figure_set(share(KEY, 4, 26), previous=(suppressed(KEY, 21),))
    assert comparison(figures, KEY) == ()
