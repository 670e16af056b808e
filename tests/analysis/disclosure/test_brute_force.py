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


@settings(max_examples=40)
@given(counts=tables(7, 13), audience=AUDIENCES)
def test_one_category_shown_outside_leaves_every_small_count_in_doubt(
    worlds: Any, one_category: Framework, scale: Scale, counts: Counts, audience: str
) -> None:
    exact = worlds.of({"risk": counts})
    shown = for_audience(worlds.figures(exact), audience, one_category, scale)
    every = (
        [worlds.of({"risk": split})]
        for total in worlds.totals(shown)
        for split in worlds.splits(total, 7)
    )
    assert worlds.told([exact], [shown], every) == {}
    assert audit_set([shown], one_category, scale) == ()


@settings(max_examples=40)
@given(counts=tables(7, 13), audience=AUDIENCES)
def test_not_evidenced_counted_as_lowest_leaves_every_small_count_in_doubt(
    worlds: Any, one_strict_category: Framework, scale: Scale, counts: Counts, audience: str
) -> None:
    exact = worlds.of({"risk": counts}, lowest=True)
    shown = for_audience(worlds.figures(exact), audience, one_strict_category, scale)
    every = (
        [worlds.of({"risk": split}, lowest=True)]
        for total in worlds.totals(shown)
        for split in worlds.splits(total, 7)
    )
    assert worlds.told([exact], [shown], every) == {}


@settings(max_examples=40)
@given(graded=st.tuples(tables(4, 9), tables(4, 9)), audience=AUDIENCES)
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

    exact = world(*((*levels, 0, 0, returned - sum(levels)) for levels in graded))
    shown = for_audience(worlds.figures(exact), audience, two_categories, scale)
    every = (
        [world(risk, voice)]
        for total in worlds.totals(shown)
        for risk, voice in product(
            list(_fitting(worlds, "risk", total, shown)),
            list(_fitting(worlds, "voice", total, shown)),
        )
    )
    assert worlds.told([exact], [shown], every) == {}
    assert audit_set([shown], two_categories, scale) == ()


def _fitting(worlds: Any, category: str, total: int, shown: FigureSet) -> Iterator[Counts]:
    """Tables of one category that fit what is shown of it alone."""
    own = {k: f for k, f in shown.figures.items() if k[0].startswith(f"{category}.")}
    for split in worlds.splits(total, 7):
        if worlds.fits(worlds.of({category: split}), FigureSet("", own)):
            yield split


@settings(max_examples=40)
@given(teams=st.tuples(tables(3, 9), tables(3, 9)), audience=AUDIENCES)
def test_teams_do_not_tell_what_the_service_hides(
    worlds: Any, one_category: Framework, scale: Scale, teams: tuple[Counts, Counts], audience: str
) -> None:
    def world(alder: Counts, birch: Counts) -> Any:
        found = worlds.of(_table(added(alder, birch)))
        for team, counts in (("Alder", alder), ("Birch", birch)):
            found |= worlds.of(_table(counts), (("team", team),))
        return found

    exact = world(*teams)
    shown = for_audience(worlds.figures(exact), audience, one_category, scale)
    alder, birch = (_of_part(worlds, shown, (("team", team),)) for team in ("Alder", "Birch"))
    every = ([world(one, two)] for one, two in product(alder, birch))
    assert worlds.told([exact], [shown], every) == {}


@settings(max_examples=40)
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
        return [worlds.of(_table(tables[place])) for place in order]

    exact = world(*months)
    periods = [MONTHS[place] for place in order]
    sets = [worlds.figures(numbers, period) for numbers, period in zip(exact, periods, strict=True)]
    shown = for_audience_set(sets, audience, one_category, scale)
    one, two = (_of_part(worlds, shown[order.index(place)], ()) for place in (0, 1))
    every = (world(first, second) for first, second in product(one, two))
    assert worlds.told(exact, shown, every) == {}
    assert audit_set(shown, one_category, scale) == ()


@settings(max_examples=40)
@given(first=tables(3, 12), late=tables(3, 4), audience=AUDIENCES)
def test_a_later_edition_does_not_tell_how_the_audits_in_between_were_graded(
    worlds: Any, one_category: Framework, scale: Scale, first: Counts, late: Counts, audience: str
) -> None:
    exact = [worlds.of(_table(first)), worlds.of(_table(added(first, late)))]
    sets = [worlds.figures(numbers) for numbers in exact]
    shown = for_audience_set(sets, audience, one_category, scale)
    assert shown[0] == for_audience(sets[0], audience, one_category, scale), "issued is issued"

    def every() -> Iterator[list[Any]]:
        for before, after in product(*(_of_part(worlds, part, ()) for part in shown)):
            if all(a >= b for a, b in zip(after, before, strict=True)):
                yield [worlds.of(_table(before)), worlds.of(_table(after))]

    assert worlds.told(exact, shown, every()) == {}
    for place, (count, _) in exact[1].items():
        if place[0] != "audits.returned" and 1 <= count - exact[0][place][0] <= 4:
            changes = (after[place][0] - before[place][0] for before, after in every())
            assert place[0].endswith("graded") or any(not 1 <= c <= 4 for c in changes), place


def _table(levels: Counts) -> dict[str, Counts]:
    """All audits graded, at the upper three levels."""
    return {"risk": (0, *levels, 0, 0, 0)}


def _of_part(worlds: Any, shown: FigureSet, of: Slice) -> list[Counts]:
    """Tables of one part of the service that fit what is shown of it alone."""
    own = FigureSet("", {k: f for k, f in shown.figures.items() if k[1] == of})
    return [
        split
        for total in worlds.totals(shown, of, most=18)
        for split in worlds.splits(total, 3)
        if worlds.fits(worlds.of(_table(split), of), own)
    ]
