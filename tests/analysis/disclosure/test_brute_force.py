"""Suppression cannot be undone: every world that could be is tried, one by one.

The attacker here shares no code with the package: it goes through all tables of counts, keeps
those that would print exactly what is shown, and looks whether they leave any small count in no
doubt.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.analysis.disclosure import audit_set, for_audience, for_audience_set
from goldenthread.analysis.figure import FigureSet, Slice
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

pytestmark = pytest.mark.slow

AUDIENCES = st.sampled_from(("partners", "public"))
MONTHS = ("2026-09-01/2026-09-30", "2026-10-01/2026-10-31", "2026-09-01/2026-10-31")

Counts = tuple[int, ...]


@st.composite
def tables(draw: st.DrawFn, parts: int, most: int) -> Counts:
    """Counts that are often small, with a total within reach of an attacker who tries all."""
    counts: list[int] = []
    for _ in range(parts):
        counts.append(draw(st.integers(0, min(8, most - sum(counts)))))
    return tuple(draw(st.permutations(counts)))


def added(*tables: Counts) -> Counts:
    return tuple(sum(column) for column in zip(*tables, strict=True))


@settings(max_examples=60)
@given(counts=tables(6, 12), audience=AUDIENCES)
def test_one_category_shown_outside_leaves_every_small_count_in_doubt(
    worlds: Any, one_category: Framework, scale: Scale, counts: Counts, audience: str
) -> None:
    exact = worlds.of({"risk": counts})
    shown = for_audience(worlds.figures(exact), audience, one_category, scale)
    every = (
        [worlds.of({"risk": split})]
        for total in range(sum(counts) + 6)
        for split in worlds.splits(total, 6)
    )
    assert worlds.told([exact], [shown], every) == {}
    assert audit_set([shown], one_category, scale) == ()


@settings(max_examples=60)
@given(graded=st.tuples(tables(4, 10), tables(4, 10)), audience=AUDIENCES)
def test_pooled_figures_do_not_tell_what_a_category_hides(
    worlds: Any,
    two_categories: Framework,
    scale: Scale,
    graded: tuple[Counts, Counts],
    audience: str,
) -> None:
    returned = max(map(sum, graded))

    def world(risk: Counts, voice: Counts) -> Any:
        return worlds.of({"risk": risk, "voice": voice}, pooled=True)

    exact = world(*((*levels, 0, returned - sum(levels)) for levels in graded))
    shown = for_audience(worlds.figures(exact), audience, two_categories, scale)
    every = (
        [world(risk, voice)]
        for total in ([returned] if returned >= 5 else range(7))
        for risk, voice in product(
            _fitting(worlds, "risk", total, shown), _fitting(worlds, "voice", total, shown)
        )
    )
    assert worlds.told([exact], [shown], every) == {}
    assert audit_set([shown], two_categories, scale) == ()


def _fitting(worlds: Any, category: str, total: int, shown: FigureSet) -> Iterator[Counts]:
    """Tables of one category that fit what is shown of it alone."""
    own = {k: f for k, f in shown.figures.items() if k[0].startswith(f"{category}.")}
    for split in worlds.splits(total, 6):
        if worlds.fits(worlds.of({category: split}), FigureSet("", own)):
            yield split


@settings(max_examples=60)
@given(teams=st.tuples(tables(3, 9), tables(3, 9)), audience=AUDIENCES)
def test_teams_do_not_tell_what_the_service_hides(
    worlds: Any, one_category: Framework, scale: Scale, teams: tuple[Counts, Counts], audience: str
) -> None:
    def world(alder: Counts, birch: Counts) -> Any:
        found = worlds.of({"risk": (0, *added(alder, birch), 0, 0)})
        for team, counts in (("Alder", alder), ("Birch", birch)):
            found |= worlds.of({"risk": (0, *counts, 0, 0)}, (("team", team),))
        return found

    exact = world(*teams)
    shown = for_audience(worlds.figures(exact), audience, one_category, scale)
    alder, birch = (
        _of_part(worlds, shown, (("team", team),), most=sum(counts) + 6)
        for team, counts in zip(("Alder", "Birch"), teams, strict=True)
    )
    every = ([world(one, two)] for one, two in product(alder, birch))
    assert worlds.told([exact], [shown], every) == {}


def _of_part(worlds: Any, shown: FigureSet, of: Slice, most: int) -> list[Counts]:
    """Tables of one part of the service that fit what is shown of it alone."""
    own = FigureSet("", {k: f for k, f in shown.figures.items() if k[1] == of})
    return [
        split
        for total in range(most)
        for split in worlds.splits(total, 3)
        if worlds.fits(worlds.of({"risk": (0, *split, 0, 0)}, of), own)
    ]


@settings(max_examples=60)
@given(
    months=st.tuples(tables(3, 9), tables(3, 9)), audience=AUDIENCES, quarter_first=st.booleans()
)
def test_months_and_the_period_they_make_do_not_tell_together(
    worlds: Any,
    one_category: Framework,
    scale: Scale,
    months: tuple[Counts, Counts],
    audience: str,
    quarter_first: bool,
) -> None:
    order = [2, 0, 1] if quarter_first else [0, 1, 2]

    def world(one: Counts, two: Counts) -> list[Any]:
        tables = [one, two, added(one, two)]
        return [worlds.of({"risk": (0, *tables[place], 0, 0)}) for place in order]

    exact = world(*months)
    periods = [MONTHS[place] for place in order]
    sets = [worlds.figures(numbers, period) for numbers, period in zip(exact, periods, strict=True)]
    shown = for_audience_set(sets, audience, one_category, scale)
    one, two = (
        _of_part(worlds, shown[order.index(place)], (), most=sum(months[place]) + 6)
        for place in (0, 1)
    )
    every = (world(first, second) for first, second in product(one, two))
    assert worlds.told(exact, shown, every) == {}
    assert audit_set(shown, one_category, scale) == ()
