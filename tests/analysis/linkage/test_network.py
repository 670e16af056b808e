import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.linkage.graphs import codes, grades_of, shared

from goldenthread.analysis.linkage import NOBODY, network, with_shared_cases

AUDITS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 5), st.text("x-", min_size=3, max_size=3)),
    max_size=20,
)


def test_network_of_two_groups_names_them_by_their_least_auditor() -> None:
    linked = shared([(3, 1), (4, 0), (1, 3)], 6)
    assert linked.components == ((0, 4), (1, 3), (2,), (5,))
    assert linked.component.tolist() == [0, 1, 2, 1, 0, 3]
    assert linked.pairs.tolist() == [[0, 4], [1, 3]]
    assert linked.shared.tolist() == [1, 2]
    assert linked.links.tolist() == [1, 2, 0, 2, 1, 0]
    assert linked.audits.tolist() == [1, 2, 0, 2, 1, 0]


def test_network_of_audits_without_a_category_in_common_has_no_edge() -> None:
    linked = network(grades_of([(0, 0, "x-"), (0, 1, "-x"), (1, 0, "xx"), (1, 2, "-x")], 3))
    assert linked.pairs.tolist() == [[0, 2]]
    assert linked.components == ((0, 2), (1,))
    assert linked.links.tolist() == [1, 0, 1]


def test_network_links_through_a_third_reader_who_overlaps_both() -> None:
    linked = network(grades_of([(0, 0, "x-"), (0, 1, "-x"), (0, 2, "xx")], 3))
    assert linked.pairs.tolist() == [[0, 2], [1, 2]]
    assert linked.components == ((0, 1, 2),)


def test_network_of_the_same_auditor_twice_on_a_case_has_no_link_to_oneself() -> None:
    linked = network(
        grades_of([(0, 0, "x"), (0, 0, "x"), (0, 1, "x"), (1, 1, "x"), (1, 1, "x")], 2)
    )
    assert linked.pairs.tolist() == [[0, 1]]
    assert linked.shared.tolist() == [1]
    assert linked.links.tolist() == [1, 1]
    assert linked.audits.tolist() == [2, 3]


def test_network_of_a_case_read_by_many_is_worth_less_to_each_pair() -> None:
    """Differences of m readings of one case, 2/m of a case read by two to each pair."""
    linked = network(grades_of([(0, reader, "x") for reader in range(4)], 4))
    assert linked.shared.tolist() == [1] * 6
    assert linked.worth == pytest.approx([0.5] * 6)
    assert linked.links.tolist() == [1] * 4


def test_network_counts_no_audit_in_which_nothing_was_graded() -> None:
    linked = network(grades_of([(0, 0, "-"), (0, 1, "x")], 2))
    assert linked.audits.tolist() == [0, 1]
    assert linked.components == ((0,), (1,))


@pytest.mark.parametrize("auditors", [0, 3])
def test_network_without_audits_has_only_auditors_who_stand_alone(auditors: int) -> None:
    linked = network(grades_of([], auditors))
    assert linked.components == tuple((auditor,) for auditor in range(auditors))
    assert linked.pairs.shape == (0, 2)
    assert linked.links.tolist() == [0] * auditors


@pytest.mark.slow
@given(AUDITS)
def test_network_equals_the_one_found_audit_by_audit(audits: list[tuple[int, int, str]]) -> None:
    linked = network(grades_of(audits, 6))
    cases: dict[tuple[int, int], set[int]] = {}
    for case, one, marks in audits:
        for same, other, others in audits:
            if same == case and one < other and ("x", "x") in zip(marks, others, strict=True):
                cases.setdefault((one, other), set()).add(case)
    assert [tuple(pair) for pair in linked.pairs.tolist()] == sorted(cases)
    assert linked.shared.tolist() == [len(cases[pair]) for pair in sorted(cases)]
    links = [
        len(set().union(*(of for pair, of in cases.items() if auditor in pair)))
        for auditor in range(6)
    ]
    assert linked.links.tolist() == links
    together = {tuple(pair) for pair in linked.pairs.tolist()}
    for one, other in together:
        assert linked.component[one] == linked.component[other]
    assert [part[0] for part in linked.components] == sorted(part[0] for part in linked.components)


def test_with_shared_cases_equals_the_network_that_had_them_from_the_start() -> None:
    """Auditors who are new are put in their place by code, and audits stay as they were."""
    before = shared([(0, 2), (2, 3)], 4)
    known = codes(4)
    after = with_shared_cases(
        before, [(known[0], known[2]), (known[3], "auditor 001a")], ["auditor 001a"]
    )
    assert after.auditors == (*known[:2], "auditor 001a", *known[2:])
    same = shared([(0, 3), (3, 4), (0, 3), (4, 2)], 5)
    assert np.array_equal(after.pairs, same.pairs)
    assert np.array_equal(after.shared, same.shared)
    assert np.array_equal(after.worth, same.worth)
    assert np.array_equal(after.links, same.links)
    assert after.components == same.components
    assert after.audits.tolist() == [1, 0, 0, 2, 1]


def test_network_of_nobody_is_where_a_service_begins() -> None:
    assert NOBODY.auditors == ()
    assert NOBODY.components == ()
    after = with_shared_cases(NOBODY, [], codes(2))
    assert after.components == ((0,), (1,))


def test_with_shared_cases_read_by_three_equals_such_a_network() -> None:
    after = with_shared_cases(shared([], 3), [codes(3)])
    same = network(grades_of([(0, reader, "x") for reader in range(3)], 3))
    assert np.array_equal(after.worth, same.worth)
    assert np.array_equal(after.links, same.links)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("auditors", "doubles", "published"),
    [
        (30, 29, 0.00),
        (30, 45, 0.16),
        (30, 60, 0.60),
        (30, 66, 0.70),
        (30, 90, 0.95),
        (10, 15, 0.67),
        (10, 20, 0.87),
        (10, 30, 0.99),
        (60, 120, 0.35),
        (60, 240, 0.98),
    ],
)
def test_network_of_random_pairs_is_connected_as_often_as_published(
    auditors: int, doubles: int, published: float
) -> None:
    """stats.md §6; within four standard errors of 300 trials and of the published figure's own."""
    chance = np.random.default_rng(20260101 + auditors * 1000 + doubles)
    trials = 300
    one = chance.integers(0, auditors, (trials, doubles))
    other = (one + chance.integers(1, auditors, (trials, doubles))) % auditors
    connected = sum(
        len(shared(list(zip(a.tolist(), b.tolist(), strict=True)), auditors).components) == 1
        for a, b in zip(one, other, strict=True)
    )
    error = (published * (1 - published) / trials) ** 0.5
    assert connected / trials == pytest.approx(published, abs=4 * 1.4 * error + 0.015)
