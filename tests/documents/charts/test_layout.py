"""Charts are laid out so that every text can be read, whatever its length."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.charts.drawing import Bar, Box, Dot, Drawing
from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.model import (
    AnswerDots,
    BarRow,
    Chart,
    DivergingBars,
    DotRow,
    LevelKey,
    Segment,
)

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=12)
texts = st.lists(words, max_size=14).map(" ".join)
widths = st.sampled_from((120.0, 288.0, 330.0, 493.0, 760.0))


@st.composite
def bar_charts(draw: st.DrawFn) -> DivergingBars:
    """Bars with any number of levels, any texts, and numbers of which some are not shown."""
    number = draw(st.integers(1, 11))
    good_from = draw(st.integers(0, number))
    levels = tuple(LevelKey(f"l{n}", draw(texts), n, good=n >= good_from) for n in range(number))
    counts = st.lists(
        st.one_of(st.none(), st.just(0), st.integers(0, 600)), min_size=number, max_size=number
    )
    rows = tuple(draw_row(draw, levels, draw(counts)) for _ in range(draw(st.integers(0, 4))))
    return DivergingBars(draw(texts), levels, rows, draw(texts))


def draw_row(draw: st.DrawFn, levels: tuple[LevelKey, ...], counts: list[int | None]) -> BarRow:
    """A row with these numbers, whose base may be unknown."""
    segments = tuple(
        Segment(level.level, k, "key", draw(texts) if k is None else str(k))
        for level, k in zip(levels, counts, strict=True)
    )
    known = sum(k or 0 for k in counts)
    base = draw(st.one_of(st.none(), st.just(known), st.just(known + 7)))
    return BarRow(draw(texts), segments, base, draw(texts))


dot_rows = st.builds(
    DotRow, texts, texts, st.lists(st.integers(0, 10), max_size=60).map(tuple), texts
)
dot_charts = st.builds(AnswerDots, texts, st.lists(dot_rows, max_size=4).map(tuple), texts, texts)


def assert_readable(drawing: Drawing) -> None:
    """No two labels share space, and all stand within the drawing."""
    page = Box(0, 0, drawing.width, drawing.whole.height)
    boxes = [label.box for label in drawing.labels]
    for place, box in enumerate(boxes):
        assert page.contains(box)
        assert not any(box.overlaps(other) for other in boxes[place + 1 :])


@given(st.one_of(bar_charts(), dot_charts), widths)
def test_labels_whatever_their_length_never_overlap_and_stay_inside(
    chart: Chart, width: float
) -> None:
    assert_readable(lay_out(chart, width, 9.5))


@given(bar_charts(), widths)
def test_bars_whatever_their_numbers_stay_inside_and_apart(
    chart: DivergingBars, width: float
) -> None:
    drawing = lay_out(chart, width, 9.5)
    page = Box(0, 0, drawing.width, drawing.whole.height)
    assert all(page.contains(bar.box) for bar in drawing.whole.shapes if isinstance(bar, Bar))


@given(dot_charts, widths)
def test_dots_whatever_their_number_do_not_cover_one_another(
    chart: AnswerDots, width: float
) -> None:
    drawing = lay_out(chart, width, 9.5)
    dots = [shape for shape in drawing.whole.shapes if isinstance(shape, Dot)]
    assert len(dots) == sum(len(row.answers) for row in chart.rows)
    for place, dot in enumerate(dots):
        for other in dots[place + 1 :]:
            apart = (dot.x - other.x) ** 2 + (dot.y - other.y) ** 2
            assert apart >= (dot.radius + other.radius) ** 2 - 0.01


def test_bars_of_grades_are_as_long_as_their_shares(grades: DivergingBars) -> None:
    """Risk, 10/7/9/0 of 26: the inadequate segment is 10/9 of the good one."""
    risk = grades.rows[5]
    drawing = lay_out(DivergingBars("", grades.levels, (risk,), ""), 493.0, 9.5)
    inadequate, improve, good = [b.box for b in drawing.whole.shapes if isinstance(b, Bar)][-3:]
    assert inadequate.width / good.width == pytest.approx(10 / 9)
    assert improve.width / good.width == pytest.approx(7 / 9)
    assert inadequate.right == pytest.approx(improve.x)
    assert improve.right == pytest.approx(good.x)


def test_numbers_of_grades_are_all_printed_once(grades: DivergingBars) -> None:
    printed = [label.text for label in lay_out(grades, 493.0, 9.5).labels]
    expected = [s.text for row in grades.rows for s in row.segments if s.count]
    assert [text for text in printed if text.isdigit()] == expected


def test_suppressed_numbers_whose_sum_is_known_have_equal_lengths() -> None:
    """26 audits, 21 shown: the two hidden numbers share the five that are left."""
    levels = tuple(LevelKey(f"l{n}", f"Level {n}", n, good=n >= 2) for n in range(4))
    counts = (10, 11, None, None)
    segments = tuple(Segment(f"l{n}", k, "", str(k or "c")) for n, k in enumerate(counts))
    chart = DivergingBars("", levels, (BarRow("", segments, 26),), "")
    bars = [b for b in lay_out(chart, 493.0, 9.5).whole.shapes if isinstance(b, Bar)]
    hidden = [bar.box.width for bar in bars if bar.hatched]
    shown = [bar.box.width for bar in bars[4:6]]
    assert hidden[0] == pytest.approx(hidden[1])
    assert hidden[0] / shown[0] == pytest.approx(2.5 / 10)


def test_rows_with_nothing_graded_are_named_without_a_bar() -> None:
    levels = (LevelKey("met", "Met", 1, good=True),)
    row = BarRow("Voice", (Segment("met", 0, "", "0"),), 0, "n = 0")
    drawing = lay_out(DivergingBars("", levels, (row,), ""), 493.0, 9.5)
    assert [label.text for label in drawing.labels] == ["Met", "Voice", "n = 0"]


def test_answers_outside_the_scale_are_refused() -> None:
    chart = AnswerDots("", (DotRow("Parents", "Safe?", (11,)),), "no", "yes")
    with pytest.raises(ValueError, match="the answer 11 to “Safe\\?” is not from 0 to 10"):
        lay_out(chart, 493.0, 9.5)


def test_dots_of_equal_answers_are_heaped(answers: AnswerDots) -> None:
    """Children answered 9, 9, 8, 4, 10: four places, one of them with two dots."""
    chart = AnswerDots("", answers.rows[:1], "", "")
    dots = [s for s in lay_out(chart, 493.0, 9.5).whole.shapes if isinstance(s, Dot)]
    assert len({round(dot.x, 3) for dot in dots}) == 4
    places = sorted({round(dot.x, 3) for dot in dots})
    steps = [b - a for a, b in pairwise(places)]
    assert steps[0] / steps[1] == pytest.approx(4, abs=0.01)
