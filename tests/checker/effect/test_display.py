"""Criteria 16, 17 and 18: fair in tone, message beside chart, and short."""

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import EffectVerdict
from goldenthread.checker.source import Grid, Picture, Region, Shows

PICTURES = frozenset({Shows.PICTURES})


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("# What went well\nVisits.\n# What worries us\nPlans are late.", PASS),
        ("Strong plans were seen, but chronologies were missing.", PASS),
        ("Aimee is our champion. Plans need to be clear. Visits are a strength.", PASS),
        ("# What went well\nVisits were lively.", PARTLY),
        ("Plans are late and weak.", PARTLY),
        ("Good practice was seen. Social worker Jane Marlow failed to visit.", FAIL),
        ("Good practice was seen. Mr Marlow did not write the plan.", FAIL),
        ("We read 26 audits.", FAIL),
    ],
)
def test_fair_tone_has_both_sides_and_blames_nobody(text: str, verdict: EffectVerdict) -> None:
    assert decided(16, text).verdict is verdict


def test_fair_tone_passes_with_a_remark_on_stern_words() -> None:
    text = "Good practice was seen. Auditing is a mandatory process. Plans are late."
    found = decided(16, text)
    assert found.verdict is PASS
    assert "“Auditing is a mandatory process.” (line 1)" in found.because
    assert "stern" in found.because


@pytest.mark.parametrize(
    ("alternative", "verdict"),
    [
        ("Grades in each category, inadequate on the left", PASS),
        ("Visits on time by month; higher is better", PASS),
        ("Inadequate: 7, Good: 8, Outstanding: 0. Better grades on the right", PASS),
        ("Grades in each category", PARTLY),
    ],
)
def test_chart_says_which_direction_is_good(alternative: str, verdict: EffectVerdict) -> None:
    chart = Picture("page 1", alternative, is_chart=True)
    assert decided(17, "Plans.", pictures=(chart,), shows=PICTURES).verdict is verdict


def test_chart_is_known_by_the_data_in_its_words() -> None:
    picture = Picture("page 1", "Overall: Inadequate 7, Requires improvement 11, Good 8.")
    assert decided(17, "Plans.", pictures=(picture,), shows=PICTURES).verdict is PARTLY


def test_chart_with_its_data_counts_as_a_chart() -> None:
    data = Grid((("May", "12"), ("June", "14")), "chart 1", Region.CHART)
    assert decided(17, "Longer is better.", grids=(data,)).verdict is PASS


def test_chart_cannot_be_told_where_files_show_none_or_pictures_have_no_words() -> None:
    assert decided(17, "Plans.").verdict is CANNOT_TELL
    wordless = (Picture("page 1", None),)
    assert decided(17, "Plans.", pictures=wordless, shows=PICTURES).verdict is CANNOT_TELL


def test_chart_that_is_not_there_fails() -> None:
    logo = (Picture("page 1", "Logo of Larkshire"), Picture("page 1", None, decorative=True))
    assert decided(17, "Plans.", pictures=logo, shows=PICTURES).verdict is FAIL


def words(number: int) -> str:
    return "We saw the child at home. " * (number // 6)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (words(600), PASS),
        (words(606), PARTLY),
        (words(1206), FAIL),
        ("# What matters most\n" + words(1194), PASS),
        ("# What matters most\n" + words(1206), PARTLY),
        ("# Background\n" + words(480) + "\n# Summary\n" + words(900), FAIL),
        ("The inconsistent integration of identified vulnerabilities persists. " * 6, PARTLY),
    ],
)
def test_short_is_one_page_first_in_plain_words(text: str, verdict: EffectVerdict) -> None:
    assert decided(18, text).verdict is verdict


def test_short_says_how_many_words_and_pages() -> None:
    assert "It has 1,206 words on 4 pages" in decided(18, words(1206), pages=4).because
