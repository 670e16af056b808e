from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis.figure import Figure, Kind, Selector
from goldenthread.analysis.phrases import FORMS, form

Make = Callable[..., Figure]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("text", "10 of 26 (38%)"),
        ("count", "10"),
        ("base", "26"),
        ("percent", "38%"),
        ("words", "10 of the 26 audits"),
    ],
)
def test_form_of_a_share_is_written_as_agreed(share: Make, name: str, text: str) -> None:
    assert form(share("risk.inadequate", 10, 26), name).text == text


@pytest.mark.parametrize("name", ["text", "percent"])
def test_form_of_a_share_under_ten_has_no_percentage(share: Make, name: str) -> None:
    assert form(share("risk.inadequate", 3, 8), name).text == "3 of 8"


@pytest.mark.parametrize(
    ("count_", "base", "words"),
    [
        (0, 26, "none of the 26 audits"),
        (1, 26, "1 of the 26 audits"),
        (26, 26, "all 26 audits"),
        (2, 2, "both audits"),
        (1, 2, "1 of the 2 audits"),
        (1, 1, "the only audit"),
        (0, 1, "none of 1 audit"),
    ],
)
def test_form_words_reads_naturally(share: Make, count_: int, base: int, words: str) -> None:
    part = form(share("finding.w_1.audits", count_, base), "words")
    assert (part.text, part.count, part.base) == (words, count_, base)


def test_form_of_large_numbers_has_thousands_commas(share: Make) -> None:
    assert form(share("grades.good", 1_203, 8_040, "grades")).text == "1,203 of 8,040 (15.0%)"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no children"), (1, "1 child"), (3, "3 children")]
)
def test_form_of_a_count_agrees_in_number(count: Make, number: int, words: str) -> None:
    figure = count("escalations.raised", number, "children")
    assert form(figure).text == str(number)
    assert form(figure, "words").text == words


def test_form_of_a_share_of_nothing_is_not_applicable(share: Make) -> None:
    figure = share("iro.good", 0, 0)
    assert form(figure).text == "not applicable (z)"
    assert form(figure, "count").text == "z"
    assert form(figure, "base").text == "0"


def test_form_of_a_median_is_its_value(median: Make) -> None:
    figure = median("feedback.parent.median", 7.5, 12)
    assert [form(figure, name).text for name in ("text", "base")] == ["7.5", "12"]


@pytest.mark.parametrize("base", [None, 26])
@pytest.mark.parametrize("name", FORMS)
def test_form_of_a_suppressed_figure_tells_no_count(
    suppressed: Make, name: str, base: int | None
) -> None:
    part = form(suppressed("risk.outstanding", base), name)
    assert part.count is None
    assert "c" in part.text or part.text == str(base)
    assert "fewer" not in part.text


def test_form_unknown_is_refused(share: Make) -> None:
    with pytest.raises(ValueError, match="'shares'"):
        form(share("risk.good", 1, 26), "shares")


@given(st.integers(0, 400), st.integers(1, 400), st.sampled_from(("risk.good", "voice.good")))
def test_form_of_one_k_and_n_is_one_text(count_: int, base: int, key: str) -> None:
    first, second = (
        Figure(
            k, Kind.SHARE, "audits", "", "", "", "1", Selector(""), None, min(count_, base), base
        )
        for k in (key, "agencies.good")
    )
    assert form(first).text == form(second).text
    assert form(first, "percent").text in form(first).text
