"""Small worlds: how many audits stand in which state of each category, and what that prints.

A world's numbers follow from the definitions of the figure keys in plain arithmetic, without any
code of the package. An attacker who knows every world keeps those that print what was shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pytest

from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.definitions.frameworks import Category, Framework, NotEvidenced
from goldenthread.definitions.scales import Level, Scale

PERIOD = "2026-09-01/2026-10-31"
LEVELS = ("inadequate", "requires_improvement", "good", "outstanding")

Table = Mapping[str, tuple[int, ...]]
"""Category to number of audits at each level, then not evidenced, not graded, not applicable."""
Numbers = dict[tuple[str, Slice], tuple[int, int | None]]
"""Key and slice of a figure to its count and base."""


class Worlds:
    """What a world prints, which worlds there are, and which of them fit what was shown."""

    def of(
        self, table: Table, of: Slice = (), *, pooled: bool = False, lowest: bool = False
    ) -> Numbers:
        """The numbers of one part of the service.

        ``lowest``: what is not evidenced counts as the lowest grade.
        """
        found: Numbers = {("audits.returned", of): (sum(next(iter(table.values()))), None)}
        for category, (*graded, missing, empty, elsewhere) in table.items():
            levels = [graded[0] + missing * lowest, *graded[1:]]
            base, applied = sum(levels), sum(graded) + missing + empty
            shares = {
                **{level: (k, base) for level, k in zip(LEVELS, levels, strict=True)},
                "not_yet_good": (levels[0] + levels[1], base),
                "good_or_better": (levels[2] + levels[3], base),
                "graded": (sum(graded), applied),
                "not_evidenced": (missing, applied),
                "not_graded": (empty, applied),
                "not_applicable": (elsewhere, applied + elsewhere),
            }
            found.update({(f"{category}.{name}", of): share for name, share in shares.items()})
        return {**found, **(self._pooled(table) if pooled else {})}

    def _pooled(self, table: Table) -> Numbers:
        totals = [sum(column) for column in zip(*table.values(), strict=True)]
        base = sum(totals[: len(LEVELS)])
        found: Numbers = {
            ("grades.not_yet_good", ()): (totals[0] + totals[1], base),
            ("grades.good_or_better", ()): (totals[2] + totals[3], base),
        }
        for place, level in enumerate(LEVELS):
            having = sum(1 for counts in table.values() if counts[place])
            found[f"grades.{level}", ()] = (totals[place], base)
            found[f"categories.with_{level}", ()] = (having, len(table))
        return found

    def totals(self, shown: FigureSet, of: Slice = (), most: int = 7) -> Sequence[int]:
        """How many audits could have been returned: as shown, or any number up to ``most``."""
        returned = shown.figures["audits.returned", of].numerator
        return range(most + 1) if returned is None else (returned,)

    def splits(self, total: int, parts: int) -> Iterator[tuple[int, ...]]:
        """Every way to split a total into so many parts, noughts among them."""
        if parts == 1:
            yield (total,)
            return
        for first in range(total + 1):
            for rest in self.splits(total - first, parts - 1):
                yield (first, *rest)

    def figure(
        self, key: str, count: int, base: int | None, of: Slice = (), period: str = PERIOD
    ) -> Figure:
        """A figure from its count and base."""
        return Figure(
            key=key,
            kind=Kind.COUNT if base is None else Kind.SHARE,
            unit="audits",
            population="",
            period=period,
            method="",
            version="1",
            selector=Selector("judgements", (("audit", ("A-01", "A-02")),)),
            value=None if base == 0 else count / (base or 1),
            numerator=count,
            denominator=base,
            slice=of,
        )

    def figures(self, numbers: Numbers, period: str = PERIOD) -> FigureSet:
        """A set of exact figures."""
        made = {k: self.figure(k[0], *numbers[k], k[1], period) for k in numbers}
        return FigureSet("all", made)

    def fits(self, numbers: Numbers, shown: FigureSet) -> bool:
        """Whether a world with these numbers would print what is shown."""
        for place, figure in shown.figures.items():
            count, base = numbers[place]
            if figure.numerator not in (None, count):
                return False
            if figure.denominator not in (None, base):
                return False
        return True

    def told(
        self,
        exact: Sequence[Numbers],
        shown: Sequence[FigureSet],
        worlds: Iterable[Sequence[Numbers]],
    ) -> dict[str, list[int]]:
        """Small counts, rests and bases that are in no doubt, with the values they could have.

        ``exact``, ``shown`` and each world are one or more sets; worlds that do not print what is
        shown are passed over.
        """
        assert all(map(self.fits, exact, shown)), "what is shown is true"
        small = list(_small(exact))
        values: dict[int, set[int]] = {place: set() for place in range(len(small))}
        for world in worlds:
            if not values:
                break
            if all(map(self.fits, world, shown)):
                for place in list(values):
                    number, key, part = small[place]
                    values[place].add(_PARTS[part](world[number][key]))
                    if not values[place] <= {1, 2, 3, 4}:
                        del values[place]
        return {f"{small[place]}": sorted(could) for place, could in values.items()}


def _small(exact: Sequence[Numbers]) -> Iterator[tuple[int, tuple[str, Slice], str]]:
    for number, numbers in enumerate(exact):
        for key, share in numbers.items():
            if key[0].startswith("categories."):
                continue  # counts categories, not children
            yield from ((number, key, name) for name, p in _PARTS.items() if 1 <= p(share) <= 4)


def _count(share: tuple[int, int | None]) -> int:
    return share[0]


def _base(share: tuple[int, int | None]) -> int:
    return share[1] or 0


def _rest(share: tuple[int, int | None]) -> int:
    return (share[1] or share[0]) - share[0]


_PARTS = {"count": _count, "base": _base, "rest": _rest}


@pytest.fixture(scope="session")
def worlds() -> Worlds:
    """Everything about small worlds."""
    return Worlds()


@pytest.fixture(scope="session")
def scale() -> Scale:
    """The four grades."""
    levels = tuple(Level(id=level, label=level, short=level) for level in LEVELS)
    return Scale(id="four", label="Four grades", version="1", levels=levels, good_from="good")


def _framework(not_evidenced: NotEvidenced, *ids: str) -> Framework:
    return Framework(
        id="small",
        version="1",
        label="Small",
        scale="four",
        overall=False,
        not_evidenced=not_evidenced,
        categories=tuple(Category(id=i, label=i, short=i) for i in ids),
    )


@pytest.fixture(scope="session")
def one_category() -> Framework:
    """A framework of one category."""
    return _framework(NotEvidenced.APART, "risk")


@pytest.fixture(scope="session")
def one_strict_category() -> Framework:
    """The same, in which *not evidenced* counts as the lowest grade."""
    return _framework(NotEvidenced.LOWEST, "risk")


@pytest.fixture(scope="session")
def two_categories() -> Framework:
    """A framework of two categories."""
    return _framework(NotEvidenced.APART, "risk", "voice")
