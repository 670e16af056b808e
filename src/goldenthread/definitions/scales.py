"""Scales of grades: named levels from worst to best, so that a bare number is never trusted."""

from pydantic import model_validator

from goldenthread.definitions.base import Definition, Id, Line, Prose


class Level(Definition):
    """One grade of a scale, such as *good*."""

    id: Id
    label: Line
    short: Line
    descriptor: Prose = ""
    also: tuple[Line, ...] = ()
    """Other spellings that people type, for example ``RI`` or ``Req Imp``."""


class Scale(Definition):
    """Ordered levels, worst first: a level's rank is its place in ``levels``.

    ``good_from`` is the lowest level that counts as *good or better*.
    """

    id: Id
    label: Line
    version: Line
    levels: tuple[Level, ...]
    good_from: Id

    @model_validator(mode="after")
    def _check(self) -> "Scale":
        ids = [level.id for level in self.levels]
        if len(ids) < 2:
            raise ValueError("a scale needs at least two levels")
        if len(set(ids)) != len(ids):
            raise ValueError("two levels have the same id")
        if self.good_from not in ids:
            raise ValueError(f"good_from: there is no level '{self.good_from}'")
        return self

    def rank(self, level_id: str) -> int:
        """Rank of a level, 0 for the worst. Raises ``KeyError`` for an unknown level."""
        for rank, level in enumerate(self.levels):
            if level.id == level_id:
                return rank
        raise KeyError(level_id)

    def level(self, level_id: str) -> Level:
        """The level with this id. Raises ``KeyError`` when there is none."""
        return self.levels[self.rank(level_id)]

    @property
    def lowest(self) -> Level:
        """The worst level."""
        return self.levels[0]

    @property
    def highest(self) -> Level:
        """The best level."""
        return self.levels[-1]

    def is_good(self, level_id: str) -> bool:
        """Whether the level counts as *good or better*."""
        return self.rank(level_id) >= self.rank(self.good_from)
