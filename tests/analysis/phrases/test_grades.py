from collections.abc import Callable

import pytest

from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.analysis.phrases import (
    FigurePart,
    categories_with,
    grade_split,
    interval_in_words,
    plain_text,
    profile,
)
from goldenthread.analysis.phrases.grades import rounding_note
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Level, Scale

Make = Callable[..., Figure]
MakeSet = Callable[..., FigureSet]
LEVELS = ("outstanding", "good", "requires_improvement", "inadequate")


def _split(share: Make, counts: tuple[int, ...], levels: tuple[str, ...] = LEVELS) -> list[Figure]:
    base = sum(counts)
    return [share(f"risk.{level}", k, base) for level, k in zip(levels, counts, strict=True)]


def test_grade_split_names_every_level_and_what_was_not_evidenced(
    share: Make, figure_set: MakeSet, framework: Framework, scale: Scale
) -> None:
    figures = figure_set(*_split(share, (1, 9, 12, 4)), share("risk.not_evidenced", 3, 29))
    assert plain_text(grade_split(figures, "risk", framework, scale)) == (
        "1 outstanding, 9 good, 12 requires improvement and 4 inadequate of 26 graded;"
        " 3 not evidenced."
    )


def test_grade_split_writes_nought_as_none(
    share: Make, figure_set: MakeSet, framework: Framework, scale: Scale
) -> None:
    sentence = grade_split(figure_set(*_split(share, (0, 9, 7, 10))), "risk", framework, scale)
    assert plain_text(sentence) == (
        "None outstanding, 9 good, 7 requires improvement and 10 inadequate of 26 graded."
    )


def test_grade_split_says_when_not_evidenced_counts_as_lowest(
    share: Make, figure_set: MakeSet, strict_framework: Framework, scale: Scale
) -> None:
    figures = figure_set(*_split(share, (1, 9, 12, 4)), share("risk.not_evidenced", 2, 26))
    assert plain_text(grade_split(figures, "risk", strict_framework, scale)).endswith(
        "4 inadequate of 26 graded; 2 of them not evidenced, which counts as inadequate."
    )


def test_grade_split_falls_back_to_halves_where_a_level_is_suppressed(
    share: Make, suppressed: Make, figure_set: MakeSet, framework: Framework, scale: Scale
) -> None:
    figures = figure_set(
        *(suppressed(f"risk.{level}", 26) for level in LEVELS),
        share("risk.good_or_better", 9, 26),
        share("risk.not_yet_good", 17, 26),
        suppressed("risk.not_evidenced"),
    )
    assert plain_text(grade_split(figures, "risk", framework, scale)) == (
        "9 good or better and 17 not yet good of 26 graded;"
        " how many were not evidenced is not shown (c)."
    )


def test_grade_split_where_all_is_suppressed_says_so(
    suppressed: Make, figure_set: MakeSet, framework: Framework, scale: Scale
) -> None:
    figures = figure_set(*(suppressed(f"risk.{level}") for level in LEVELS))
    assert "not shown (c)" in plain_text(grade_split(figures, "risk", framework, scale))


def test_grade_split_of_an_ungraded_category_is_empty(
    share: Make, figure_set: MakeSet, framework: Framework, scale: Scale
) -> None:
    assert grade_split(figure_set(), "risk", framework, scale) == ()
    ungraded = figure_set(*_split(share, (0, 0, 0, 0)))
    assert grade_split(ungraded, "risk", framework, scale) == ()


def test_grade_split_of_a_long_scale_names_only_what_was_given(
    share: Make, figure_set: MakeSet, framework: Framework
) -> None:
    levels = tuple(Level(id=str(n), label=f"Point {n}", short=str(n)) for n in range(11))
    scale = Scale(id="ten", label="Ten", version="1", levels=levels, good_from="6")
    counts = tuple({4: 7, 9: 5}.get(n, 0) for n in range(11))
    figures = figure_set(*_split(share, counts, tuple(level.id for level in levels)))
    sentence = plain_text(grade_split(figures, "risk", framework, scale))
    assert sentence == "5 point 9 and 7 point 4 of 12 graded."


def test_grade_split_of_numbers_keeps_counts_and_grades_apart(
    share: Make, figure_set: MakeSet, framework: Framework
) -> None:
    levels = tuple(Level(id=f"met_{n}", label=str(n), short=str(n)) for n in range(3))
    scale = Scale(id="three", label="Three", version="1", levels=levels, good_from="met_2")
    figures = figure_set(*_split(share, (6, 4, 2), ("met_0", "met_1", "met_2")))
    sentence = plain_text(grade_split(figures, "risk", framework, scale))
    assert sentence == "2 at 2, 4 at 1 and 6 at 0 of 12 graded."


def test_grade_split_keeps_every_number_attached_to_its_figure(
    share: Make, figure_set: MakeSet, framework: Framework, scale: Scale
) -> None:
    pieces = grade_split(figure_set(*_split(share, (1, 9, 12, 4))), "risk", framework, scale)
    own_words = "".join(piece for piece in pieces if isinstance(piece, str))
    assert not any(character.isdigit() for character in own_words)
    assert [p.key for p in pieces if isinstance(p, FigurePart)] == [
        *(f"risk.{level}" for level in LEVELS),
        "risk.outstanding",
    ]


@pytest.mark.parametrize(("counts", "said"), [((1, 9, 12, 4), False), ((8, 9, 9, 0), True)])
def test_rounding_note_is_printed_only_when_needed(
    share: Make, figure_set: MakeSet, scale: Scale, counts: tuple[int, ...], said: bool
) -> None:
    note = rounding_note(figure_set(*_split(share, counts)), "risk", scale)
    assert note == ("Percentages may not add to 100 because of rounding." if said else "")


@pytest.mark.parametrize(
    ("count_", "base", "expected"),
    [
        (10, 26, "between 22 and 57 in every 100"),  # stats.md section 2
        (4, 26, "between 6 and 34 in every 100"),
        (0, 26, "up to 13 in every 100"),
        (26, 26, "at least 87 in every 100"),
        (0, 1000, "fewer than 1 in every 100"),
        (1000, 1000, "more than 99 in every 100"),
    ],
)
def test_interval_in_words_gives_the_range_in_every_hundred(
    share: Make, count_: int, base: int, expected: str
) -> None:
    sentence = interval_in_words(share("risk.inadequate", count_, base), "inadequate")
    assert plain_text(sentence) == (
        f"If we audited many more records like these, we would expect {expected} to be inadequate."
    )


def test_interval_in_words_of_records_chosen_on_purpose_describes_only(share: Make) -> None:
    sentence = interval_in_words(share("risk.inadequate", 10, 26), "inadequate", on_purpose=True)
    assert plain_text(sentence) == (
        "These records were chosen on purpose, and tell about themselves only."
    )


def test_interval_in_words_under_ten_says_too_few(share: Make) -> None:
    sentence = interval_in_words(share("risk.inadequate", 3, 8), "inadequate")
    assert plain_text(sentence) == "8 records are too few to say what others would show."


def test_interval_in_words_of_a_suppressed_figure_is_empty(suppressed: Make) -> None:
    assert interval_in_words(suppressed("risk.inadequate", 26), "inadequate") == ()


def test_profile_says_how_many_categories_were_graded(
    share: Make, figure_set: MakeSet, scale: Scale
) -> None:
    counts = {"inadequate": 14, "requires_improvement": 2, "good": 0, "outstanding": 0}
    figures = figure_set(
        *(share(f"profiles.most_lowest.{level}", k, 16, "grades") for level, k in counts.items())
    )
    assert plain_text(profile(figures, "most_lowest", scale)) == (
        "One audit was graded in 16 categories: 2 requires improvement and 14 inadequate."
    )
    assert plain_text(profile(figures, "most_lowest", scale, another=True)).startswith(
        "Another was"
    )


def test_profile_that_an_audience_may_not_see_is_empty(figure_set: MakeSet, scale: Scale) -> None:
    assert profile(figure_set(), "most_lowest", scale) == ()


def test_categories_with_counts_categories(share: Make, figure_set: MakeSet, scale: Scale) -> None:
    figures = figure_set(share("categories.with_outstanding", 7, 16, "categories"))
    assert plain_text(categories_with(figures, "outstanding", scale)) == (
        "7 of the 16 categories had at least one audit graded outstanding."
    )
