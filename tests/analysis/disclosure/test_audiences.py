from dataclasses import replace
from typing import Any

import pytest

from goldenthread.analysis.disclosure import (
    SUPPRESSED_BECAUSE,
    audit_set,
    for_audience,
    for_audience_set,
)
from goldenthread.analysis.facts import FindingEvidence, FindingKind
from goldenthread.analysis.figure import Figure, FigureSet, Kind, Slice
from goldenthread.analysis.intervals import wilson, wilson_clustered
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

LEVELS = ("inadequate", "requires_improvement", "good", "outstanding")
# From inadequate to outstanding (as in the 2019 brief), then not evidenced, graded, applicable.
RISK = (10, 7, 9, 0, 0, 0, 0)
MANAGEMENT = (5, 12, 8, 1, 0, 0, 0)


def _counts(shown: FigureSet, category: str = "risk") -> dict[str, int | None]:
    return {
        key.partition(".")[2]: figure.numerator
        for (key, _), figure in shown.figures.items()
        if key.startswith(f"{category}.")
    }


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_a_category_without_small_counts_is_shown_whole(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    exact = worlds.figures(worlds.of({"risk": RISK}))
    shown = for_audience(exact, audience, one_category, scale)
    assert _counts(shown) == _counts(exact)
    assert _get(shown, "risk.outstanding").numerator == 0, "a nought that is shown is a true nought"


def test_partners_see_what_is_left_when_a_small_count_and_its_partner_are_withheld(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    exact = worlds.figures(worlds.of({"risk": MANAGEMENT}))
    counts = _counts(for_audience(exact, "partners", one_category, scale))
    assert {level: counts[level] for level in LEVELS} == {
        "inadequate": 5,
        "requires_improvement": 12,
        "good": None,
        "outstanding": None,
    }
    assert (counts["good_or_better"], counts["not_yet_good"]) == (9, 17)


def test_the_public_sees_halves_of_every_category_before_any_holes(
    worlds: Any, two_categories: Framework, scale: Scale
) -> None:
    exact = worlds.figures(worlds.of({"risk": RISK, "voice": MANAGEMENT}, pooled=True))
    shown = for_audience(exact, "public", two_categories, scale)
    for category, halves in (("risk", (9, 17)), ("voice", (9, 17))):
        counts = _counts(shown, category)
        assert [counts[level] for level in LEVELS] == [None] * 4
        assert (counts["good_or_better"], counts["not_yet_good"]) == halves


def test_pooled_figures_are_shown_only_where_they_tell_nothing_new(
    worlds: Any, two_categories: Framework, scale: Scale
) -> None:
    exact = worlds.figures(worlds.of({"risk": RISK, "voice": MANAGEMENT}, pooled=True))
    shown = for_audience(exact, "partners", two_categories, scale)
    pooled = {key: f.numerator for (key, _), f in shown.figures.items() if key.startswith("grades")}
    assert pooled == {
        "grades.inadequate": 15,
        "grades.requires_improvement": 19,
        "grades.good": None,
        "grades.outstanding": None,
        "grades.good_or_better": 18,
        "grades.not_yet_good": 34,
    }
    assert _get(shown, "categories.with_outstanding").numerator is None
    assert _get(shown, "categories.with_inadequate").numerator == 2


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_a_remainder_of_one_to_four_is_withheld_too(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    exact = worlds.figures(worlds.of({"risk": (24, 0, 0, 2, 0, 0, 0)}))
    counts = _counts(for_audience(exact, audience, one_category, scale))
    assert {counts[name] for name in (*LEVELS, "good_or_better", "not_yet_good")} <= {None, 0}


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_a_base_of_one_to_four_shows_nothing(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    exact = worlds.figures(worlds.of({"risk": (0, 0, 3, 0, 0, 0, 23)}))
    shown = for_audience(exact, audience, one_category, scale)
    figures = [f for (key, _), f in shown.figures.items() if key.startswith("risk.")]
    assert {(f.numerator, f.denominator) for f in figures} <= {(None, None), (None, 26)}
    assert _get(shown, "audits.returned").numerator == 26


def test_reasons_without_a_grade_go_together_and_the_number_graded_stays(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    exact = worlds.figures(worlds.of({"risk": (8, 7, 8, 0, 3, 0, 0)}))
    shown = for_audience(exact, "public", one_category, scale)
    counts = _counts(shown)
    assert {counts[r] for r in ("not_evidenced", "not_graded", "not_applicable")} == {None}
    graded = _get(shown, "risk.graded")
    assert (graded.kind, graded.numerator, graded.denominator) == (Kind.COUNT, 23, None)
    assert _get(shown, "risk.good").denominator == 23


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_a_withheld_figure_tells_nothing_but_a_base_shown_elsewhere(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    exact = worlds.figures(worlds.of({"risk": MANAGEMENT}))
    hidden = _get(for_audience(exact, audience, one_category, scale), "risk.outstanding")
    assert hidden.suppressed_because == SUPPRESSED_BECAUSE
    assert (hidden.value, hidden.numerator, hidden.lower, hidden.upper) == (None,) * 4
    assert hidden.denominator == 26
    assert hidden.selector.where == (), "how many audits are named would tell"


def test_the_service_sees_exact_counts(worlds: Any, one_category: Framework, scale: Scale) -> None:
    exact = worlds.figures(worlds.of({"risk": MANAGEMENT}))
    shown = for_audience(exact, "service", one_category, scale)
    assert shown.figures == exact.figures
    assert shown.audience == "service"


def _get(shown: FigureSet, key: str, of: Slice = ()) -> Figure:
    return shown.figures[key, of]


def _set(*figures: Figure) -> FigureSet:
    return FigureSet("all", {(figure.key, figure.slice): figure for figure in figures})


def _keys(shown: FigureSet) -> set[str]:
    return {key for key, _ in shown.figures}


@pytest.mark.parametrize("audience", ["service", "partners", "public"])
def test_no_worry_or_profile_is_tied_to_a_team(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    alder = (("team", "Alder"),)
    findings = [
        FindingEvidence("S1", FindingKind.STRENGTH, "voice", "Alder", ()),
        FindingEvidence("W1", FindingKind.WORRY, "risk", "Alder", ()),
        FindingEvidence("R1", FindingKind.REMINDER, "plans", "Alder", ()),
        FindingEvidence("W2", FindingKind.WORRY, "plans", "", ()),
    ]
    exact = _set(
        worlds.figure("finding.s1.audits", 6, 11),
        worlds.figure("finding.w1.audits", 6, 11),
        worlds.figure("finding.r1.audits", 6, 11, alder),
        worlds.figure("finding.w2.audits", 9, 26),
        worlds.figure("profiles.most_lowest.inadequate", 6, 11, alder),
    )
    shown = for_audience(exact, audience, one_category, scale, findings)
    assert _keys(shown) == {"finding.s1.audits", "finding.w2.audits"}


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_profiles_and_single_answers_stay_in_the_service(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    asked = (("question", "Did we listen?"),)
    exact = _set(
        worlds.figure("profiles.most_lowest.inadequate", 14, 16),
        worlds.figure("feedback.parent.gave_9", 7, None, asked),
        worlds.figure("feedback.parent.answered", 12, 20, asked),
    )
    shown = for_audience(exact, audience, one_category, scale)
    assert _keys(shown) == {"feedback.parent.answered"}


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_the_return_rate_stays_and_the_exemptions_cannot_be_subtracted(
    worlds: Any, one_category: Framework, scale: Scale, audience: str
) -> None:
    exact = _set(
        worlds.figure("returns.at_cut_off", 26, 30),
        worlds.figure("returns.of_allocated", 26, 32),
        worlds.figure("returns.exempt", 2, 32),
        worlds.figure("returns.to_date", 26, 30),
    )
    shown = for_audience(exact, audience, one_category, scale)
    told = {k: (f.numerator, f.denominator) for (k, _), f in shown.figures.items()}
    assert told == {
        "returns.at_cut_off": (26, 30),
        "returns.of_allocated": (None, None),
        "returns.exempt": (None, None),
        "returns.to_date": (26, 30),
    }


def test_a_team_beside_the_service_does_not_tell_of_the_other_teams(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    # Of 26 in the service 24 are Alder's: two are everybody else's.
    exact = _set(
        worlds.figure("audits.returned", 26, None),
        worlds.figure("audits.returned", 24, None, (("team", "Alder"),)),
    )
    shown = for_audience(exact, "partners", one_category, scale)
    assert _get(shown, "audits.returned").numerator == 26
    assert _get(shown, "audits.returned", (("team", "Alder"),)).numerator is None


def test_the_earlier_cycle_is_protected_like_this_one(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    now, then = worlds.of({"risk": RISK}), worlds.of({"risk": MANAGEMENT})
    exact = FigureSet(
        "all",
        worlds.figures(now).figures,
        worlds.figures(then, "2026-07-01/2026-08-31").figures,
    )
    shown = for_audience(exact, "partners", one_category, scale)
    assert _get(shown, "risk.good").numerator == 9
    assert shown.previous["risk.good", ()].numerator is None
    assert shown.previous["risk.inadequate", ()].numerator == 5


def test_an_edition_protects_what_its_earlier_figures_said_when_they_were_issued(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    july, september = "2026-07-01/2026-08-31", "2026-09-01/2026-10-31"
    first = worlds.figures(worlds.of({"risk": MANAGEMENT}), july)
    written = {
        place: replace(figure, period="../2026-08-31")
        for place, figure in first.figures.items()
        if place[0] == "risk.good"
    }
    second = FigureSet("all", worlds.figures(worlds.of({"risk": RISK}), september).figures, written)
    issued, shown = for_audience_set([first, second], "partners", one_category, scale)
    assert _get(issued, "risk.good").numerator is None
    assert shown.previous["risk.good", ()].numerator is None, "8 would tell the 1 outstanding"


def test_intervals_that_tell_how_grades_lie_between_audits_leave_in_whole_per_cents(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    plain, pooled = wilson(15, 52), wilson_clustered(15, 52, 31.7)
    exact = _set(
        replace(worlds.figure("finding.w2.audits", 15, 52), lower=plain.lower, upper=plain.upper),
        replace(
            worlds.figure("timeliness.r11.on_time", 15, 52), lower=pooled.lower, upper=pooled.upper
        ),
    )
    shown = for_audience(exact, "public", one_category, scale)
    assert _get(shown, "finding.w2.audits").lower == plain.lower
    assert _get(shown, "timeliness.r11.on_time").lower == round(pooled.lower, 2)


def test_earlier_counts_that_cannot_all_be_true_are_protected_as_far_as_they_go(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    # Thirty expected of twenty allocated: a slip of whoever wrote down the earlier figures.
    written = _set(
        worlds.figure("returns.at_cut_off", 18, 30, period="../2026-08-31"),
        worlds.figure("returns.of_allocated", 18, 20, period="../2026-08-31"),
        worlds.figure("risk.outstanding", 2, 21, period="../2026-08-31"),
    )
    exact = FigureSet("all", worlds.figures(worlds.of({"risk": RISK})).figures, written.figures)
    shown = for_audience(exact, "public", one_category, scale)
    assert shown.previous["risk.outstanding", ()].numerator is None
    assert _get(shown, "risk.good").numerator == 9


def test_an_audience_that_there_is_not_is_refused(one_category: Framework, scale: Scale) -> None:
    with pytest.raises(ValueError, match="everybody"):
        for_audience(FigureSet("all"), "everybody", one_category, scale)


def test_audit_finds_a_count_that_a_careless_hand_left_to_be_subtracted(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    careless = dict(worlds.figures(worlds.of({"risk": MANAGEMENT})).figures)
    hidden = careless["risk.outstanding", ()]
    careless["risk.outstanding", ()] = replace(
        hidden, value=None, numerator=None, suppressed_because="c"
    )
    found = audit_set([FigureSet("public", careless)], one_category, scale)
    assert [(f.what, f.low, f.high) for f in found] == [("risk.outstanding", 1, 1)]


def test_audit_finds_a_count_that_must_be_small_though_not_which(
    worlds: Any, one_category: Framework, scale: Scale
) -> None:
    # Good and outstanding withheld, three together: each could be 0, but the half says 3.
    careless = dict(worlds.figures(worlds.of({"risk": (11, 12, 2, 1, 0, 0, 0)})).figures)
    for key in ("risk.good", "risk.outstanding", "risk.good_or_better", "risk.not_yet_good"):
        careless[key, ()] = replace(
            careless[key, ()], value=None, numerator=None, suppressed_because="c"
        )
    found = audit_set([FigureSet("public", careless)], one_category, scale)
    assert [(f.what, f.low, f.high) for f in found] == [
        ("risk.good_or_better", 3, 3),
        ("risk.not_yet_good.rest", 3, 3),
    ]
