"""What every coefficient is computed from: sums over units, which add up over cases.

Because they add up, a bootstrap replicate is a weighted sum of the cases' parts, and 2,000 of
them are one matrix product. A table of expected grade against grade gives the same sums, so that
each coefficient is written once for data, replicates and a model's draws.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from goldenthread.analysis.agreement.ratings import Floats, Ints, Ratings


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """Sums over units. Every array may have any number of leading dimensions."""

    coincidences: Floats
    """Krippendorff's: each ordered pair of ratings of a unit counts 1 / (its ratings - 1). Shape
    (..., levels, levels)."""
    pairs: Floats
    """Each ordered pair of a unit counts the same and each unit 1. Shape (..., levels, levels)."""
    shares: Floats
    """Shares of a unit's ratings that each level has. Shape (..., levels)."""
    units: Floats
    """Units with any rating. Shape (...)."""
    by_rater: Floats
    """How often each rater gave each level. Shape (..., raters, levels)."""
    pairable: Floats
    """Ratings that can be paired; infinite for expected tables. Shape (...)."""

    @property
    def paired(self) -> Floats:
        """Units with two ratings or more, shape (...)."""
        paired: Floats = self.pairs.sum(axis=(-2, -1))
        return paired


def of_tables(tables: Floats) -> Sums:
    """Sums of symmetric tables of expected grade against grade, shape (..., levels, levels)."""
    expected = tables / tables.sum(axis=(-2, -1), keepdims=True)
    shares = expected.sum(axis=-1)
    units = np.ones(tables.shape[:-2])
    both = np.stack([shares, shares], axis=-2)
    return Sums(expected, expected, shares, units, both, np.full_like(units, np.inf))


def parts(ratings: Ratings, group: Ints) -> Floats:
    """Sums of each group of units, one below another: shape (groups, numbers).

    ``group`` holds the group of each unit, from 0. ``of_parts`` reads a row, or any sum of rows.
    """
    groups = int(group.max(initial=-1)) + 1
    counts, kind, _ = ratings.kinds
    of_kind = np.bincount(group * len(counts) + kind, minlength=groups * len(counts))
    columns = of_kind.reshape(groups, len(counts)) @ np.column_stack(list(_columns(counts)))
    cell = (group[ratings.unit] * ratings.raters + ratings.rater) * ratings.levels + ratings.level
    numbers = ratings.raters * ratings.levels
    by_rater = np.bincount(cell, minlength=groups * numbers)
    return np.column_stack([columns, by_rater.reshape(groups, numbers)])


def _columns(counts: Floats) -> Iterator[Floats]:
    """One number of each kind of unit at a time, in the order in which ``of_parts`` reads them."""
    times = counts.sum(axis=1)
    others = np.maximum(times - 1, 1)
    for divisor in (others, others * times):
        for level, given in enumerate(counts.T):
            for other, against in enumerate(counts.T):
                yield given * (against - (level == other)) / divisor
    yield from (counts / times[:, np.newaxis]).T
    yield np.ones(len(counts))


def of_parts(total: Floats, levels: int) -> Sums:
    """Sums from rows of ``parts`` or sums of such rows, shape (..., numbers)."""
    ends = np.cumsum([levels**2, levels**2, levels, 1])
    coincidences, pairs, shares, units, by_rater = np.split(total, ends, axis=-1)
    square = (*total.shape[:-1], levels, levels)
    return Sums(
        coincidences=coincidences.reshape(square),
        pairs=pairs.reshape(square),
        shares=shares,
        units=units[..., 0],
        by_rater=by_rater.reshape(*total.shape[:-1], -1, levels),
        pairable=coincidences.sum(axis=-1),
    )


def of_ratings(ratings: Ratings) -> Sums:
    """Sums of all units."""
    together = np.zeros(ratings.units, dtype=np.intp)
    return of_parts(parts(ratings, together).sum(axis=0), ratings.levels)
