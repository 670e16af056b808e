"""Agreement between auditors: what is compared, and what is said of too little."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.agreement.readings import readings, simulated

from goldenthread.analysis.agreement import Agreement, Coefficient, agreement
from goldenthread.analysis.agreement.measures import ALL_THE_SAME, BELOW_NOUGHT, ONE_LEVEL

NAMES = tuple(field.name for field in fields(Agreement) if field.type is Coefficient)


def coefficients_of(found: Agreement) -> dict[str, Coefficient]:
    return {name: getattr(found, name) for name in NAMES}


def test_agreement_of_two_readings_counts_pairs_and_units() -> None:
    found = agreement(readings("C1 Ash 2026-09 GGR", "C1 Birch 2026-09 GRO", "C2 Ash 2026-09 III"))
    assert (found.children, found.units) == (1, 3)
    assert found.exact.value == pytest.approx(1 / 3)
    assert found.within_one.value == pytest.approx(2 / 3)
    # In words I R G O: one G-G counted twice, one G-R and one R-O both ways round.
    assert found.table.counts == ((0, 0, 0, 0), (0, 0, 1, 1), (0, 1, 2, 0), (0, 1, 0, 0))


def test_agreement_with_grades_of_one_auditor_alone_changes_only_what_chance_would_make() -> None:
    alone = agreement(readings("C1 Ash 2026-09 GG-", "C1 Birch 2026-09 GRO", "C2 Elm 2026-09 III"))
    both = agreement(readings("C1 Ash 2026-09 GG", "C1 Birch 2026-09 GR"))
    assert (alone.children, alone.units) == (1, 2)
    assert (alone.exact, alone.within_one) == (both.exact, both.within_one)
    assert alone.alpha_ordinal == both.alpha_ordinal
    assert alone.ac1.value != both.ac1.value


def test_agreement_on_gwets_example_is_what_his_program_prints() -> None:
    # Gwet (2014), the data cac.raw4raters; irrCAC 1.0: AC1 0.77544, standard error 0.14295
    units = ["11-1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "-555"]
    lines = [
        f"C{unit:02} Auditor{auditor} 2026-09 {grade}"
        for unit, row in enumerate([*units, "--11", "--3-"])
        for auditor, grade in enumerate(row)
        if grade != "-"
    ]
    found = agreement(readings(*lines, levels="12345"))
    assert found.units == 11
    assert found.ac1.value == pytest.approx(0.77544, abs=5e-6)
    assert found.ac1.se == pytest.approx(0.14295, abs=5e-6)


def test_agreement_of_one_auditor_twice_takes_the_later_month() -> None:
    found = agreement(
        readings(
            "C1 Ash 2026-08 II", "C1 Ash 2026-09 GG", "C1 Birch 2026-01 GG", "C2 Elm 2026-01 R-"
        )
    )
    assert (found.units, found.exact.value) == (2, 1.0)


def test_agreement_of_three_auditors_averages_pairs_within_a_unit() -> None:
    found = agreement(readings("C1 Ash - GI", "C1 Birch - GI", "C1 Elm - R-"))
    assert found.exact.value == pytest.approx((1 / 3 + 1) / 2)


def test_agreement_below_20_children_gives_values_and_says_why_that_is_too_little() -> None:
    found = agreement(simulated(np.random.default_rng(4), cases=4))
    for coefficient in coefficients_of(found).values():
        assert coefficient.value is not None
        assert coefficient.se is not None
        assert (coefficient.lower, coefficient.upper) == (None, None)
        assert coefficient.why_not == (
            "only 4 children were read by two people; 20 are needed before this says whether"
            " auditors agree"
        )


def test_agreement_below_20_children_takes_limits_from_the_model() -> None:
    # A hundred draws: exact agreement from .30 to .795 in steps of .005.
    shares = 0.3 + 0.005 * np.arange(100)
    tables = np.zeros((100, 4, 4))
    tables[:, [0, 1, 2, 3], [0, 1, 2, 3]] = shares[:, np.newaxis] / 4
    tables[:, [0, 1, 2, 3], [1, 0, 3, 2]] = (1 - shares[:, np.newaxis]) / 4
    found = agreement(simulated(np.random.default_rng(4), cases=4), tables)
    exact = 0.3 + 0.005 * 0.025 * 99
    assert found.exact.lower == pytest.approx(exact)
    assert found.exact.upper == pytest.approx(0.3 + 0.005 * 0.975 * 99)
    # Four equal shares: chance agrees on 1/4, and alpha of endless pairs is (exact - 1/4) / (3/4).
    assert found.alpha_nominal.lower == pytest.approx((exact - 0.25) / 0.75)
    assert found.exact.why_not is not None


def test_agreement_from_20_children_resamples_them() -> None:
    grades = simulated(np.random.default_rng(20), cases=20)
    found, again = agreement(grades), agreement(grades)
    assert found == again
    for coefficient in coefficients_of(found).values():
        assert coefficient.why_not is None
        assert coefficient.lower is not None
        assert coefficient.upper is not None
        assert coefficient.value is not None
        assert coefficient.lower < coefficient.value < coefficient.upper


def test_agreement_with_tables_of_another_scale_raises() -> None:
    with pytest.raises(ValueError, match="4 by 4"):
        agreement(readings("C1 Ash - G"), np.ones((10, 3, 3)))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((), "no audit gave a grade"),
        (("C1 Ash - --", "C1 Elm - --"), "no audit gave a grade"),
        (("C1 Ash - GR",), "no child was read and graded by two people"),
        (("C1 Ash 2026-08 GR", "C1 Ash 2026-09 GR"), "no child was read and graded by two people"),
        (("C1 Ash - G-", "C1 Elm - -R"), "no child was read and graded by two people"),
    ],
)
def test_agreement_without_anything_to_compare_says_so(lines: tuple[str, ...], reason: str) -> None:
    for coefficient in coefficients_of(agreement(readings(*lines))).values():
        assert coefficient == Coefficient(None, why_not=reason)


def test_agreement_of_one_grade_only_cannot_tell_it_from_chance() -> None:
    found = agreement(readings("C1 Ash - GG", "C1 Elm - GG"))
    assert (found.exact.value, found.ac1.value, found.ac1.se) == (1.0, 1.0, 0.0)
    for name in ("alpha_nominal", "alpha_ordinal", "alpha_interval", "alpha_ratio"):
        assert getattr(found, name) == Coefficient(None, why_not=ALL_THE_SAME)
    assert found.kappa_quadratic == Coefficient(None, why_not=ALL_THE_SAME)


def test_agreement_on_a_scale_of_one_grade_says_so() -> None:
    found = agreement(readings("C1 Ash - G", "C1 Elm - G", levels="G"))
    assert found.exact.value == 1.0
    assert found.ac1 == found.ac2_quadratic == Coefficient(None, why_not=ONE_LEVEL)


def test_agreement_of_one_unit_has_values_without_standard_errors() -> None:
    found = agreement(readings("C1 Ash - G", "C1 Elm - R"))
    assert found.exact.value == 0.0
    assert all(one.se is None for one in coefficients_of(found).values())


def test_agreement_of_numbers_below_nought_has_no_ratio_alpha() -> None:
    lines = ("C1 Ash - GR", "C1 Elm - GO")
    found = agreement(readings(*lines, values=(-1, 0, 1, 2)))
    assert found.alpha_ratio == Coefficient(None, why_not=BELOW_NOUGHT)
    assert agreement(readings(*lines, values=(0, 1, 2, 3))).alpha_ratio.value is not None


def test_agreement_whose_grades_hardly_vary_has_no_limits_for_what_that_leaves_undefined() -> None:
    same = [f"C{case} {auditor} - GG" for case in range(24) for auditor in ("Ash", "Elm")]
    found = agreement(readings(*same, "C99 Ash - GR", "C99 Elm - RR"))
    # A replicate lacks C99 with probability (24/25)^25 = 36%.
    assert found.alpha_nominal.value is not None
    assert (found.alpha_nominal.lower, found.alpha_nominal.upper) == (None, None)
    assert "no range can be given" in (found.alpha_nominal.why_not or "")
    assert found.exact.lower is not None


LINES = st.lists(
    st.builds(
        "C{} {} 2026-0{} {}".format,
        st.integers(1, 3),
        st.sampled_from(["Ash", "Elm", "Oak"]),
        st.integers(1, 2),
        st.text("IRGO-", min_size=2, max_size=2),
    ),
    max_size=12,
    unique_by=lambda line: line.rsplit(" ", 1)[0],
)


@pytest.mark.slow
@given(LINES, st.sampled_from([(1, 2, 3, 4), (0, 1, 2, 3), (-2, 0, 1, 5)]))
def test_agreement_is_a_number_or_says_why_not(lines: list[str], values: tuple[int, ...]) -> None:
    found = agreement(readings(*lines, values=values))
    for coefficient in coefficients_of(found).values():
        assert coefficient.why_not
        for number in (coefficient.value, coefficient.se):
            assert number is None or np.isfinite(number)
        assert coefficient.value is not None or coefficient.se is None


@pytest.mark.slow
@given(LINES, st.randoms())
def test_agreement_does_not_depend_on_order_or_names(lines: list[str], random: object) -> None:
    names = {"Ash": "Oak", "Elm": "Ash", "Oak": "Elm", "C1": "C3", "C3": "C1"}
    renamed = [
        " ".join(names.get(word, word) for word in line.split()[:3]) + " " + line.split()[3][::-1]
        for line in reversed(lines)
    ]
    before, after = agreement(readings(*lines)), agreement(readings(*renamed))
    assert before.table == after.table
    for name, coefficient in coefficients_of(before).items():
        other = coefficients_of(after)[name]
        assert coefficient.value == pytest.approx(other.value, abs=1e-12)
        assert coefficient.se == pytest.approx(other.se, abs=1e-7)


@pytest.mark.slow
@given(st.lists(st.text("IRGO", min_size=3, max_size=3), min_size=1, max_size=5), st.integers(2, 4))
def test_agreement_of_readers_who_all_agree_is_1(graded: list[str], readers: int) -> None:
    lines = [
        f"C{case} A{reader} - {letters}"
        for case, letters in enumerate(graded)
        for reader in range(readers)
    ]
    for coefficient in coefficients_of(agreement(readings(*lines))).values():
        assert coefficient.value is None or coefficient.value == pytest.approx(1.0)
        assert coefficient.value is not None or coefficient.why_not == ALL_THE_SAME


@pytest.mark.slow
@settings(deadline=None, max_examples=30)
@given(st.integers(20, 40), st.integers(1, 3), st.integers(0, 2**32 - 1))
def test_agreement_of_enough_children_has_ordered_limits(cases: int, width: int, seed: int) -> None:
    grades = simulated(np.random.default_rng(seed), cases, categories=width)
    for coefficient in coefficients_of(agreement(grades)).values():
        if coefficient.lower is not None and coefficient.upper is not None:
            assert coefficient.lower <= coefficient.upper <= 1
