"""System: the cells behind figure sets, their values where known, and how they hang together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from goldenthread.analysis.disclosure.cells import (
    SMALL,
    Cell,
    Protection,
    Scope,
    protection_of,
)
from goldenthread.analysis.disclosure.feasible import Relation
from goldenthread.analysis.disclosure.relations import Template
from goldenthread.analysis.figure import Figure, Slice

_UNLIMITED = 10**9


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a figure stands: number of its set, whether of the earlier cycle, key and slice."""

    set_number: int
    earlier: bool
    key: str
    of: Slice


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure and its cells: its count, its base, and what of the base is not in its count."""

    place: Place
    figure: Figure
    scope: Scope
    count: int | None
    base: int | None
    rest: int | None

    @property
    def told(self) -> tuple[int, ...]:
        """The cells whose values the figure prints."""
        return tuple(cell for cell in (self.count, self.base) if cell is not None)


@dataclass(frozen=True, slots=True)
class Pooled:
    """A figure over all categories, and the cells that it adds up or counts."""

    place: Place
    figure: Figure
    cells: tuple[int, ...]


@dataclass(slots=True)
class System:
    """Cells by number, in the order in which they were added."""

    cells: list[Cell] = field(default_factory=list)
    values: list[int | None] = field(default_factory=list)
    protections: list[Protection] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    pooled: list[Pooled] = field(default_factory=list)
    plain: set[int] = field(default_factory=set)
    """Cells that anybody knows without a figure: there are no teams besides those shown."""
    signed: set[int] = field(default_factory=set)
    """Cells that may be below nought: changes between editions."""
    _numbers: dict[Cell, int] = field(default_factory=dict)
    _names: dict[Scope, list[str]] = field(default_factory=dict)
    _uncertain: list[Relation] = field(default_factory=list)

    def cell(self, name: str, scope: Scope, protection: Protection | None = None) -> int:
        """The number of a cell, which is added when it is new."""
        cell = Cell(name, scope)
        if cell not in self._numbers:
            self._numbers[cell] = len(self.cells)
            self._names.setdefault(scope, []).append(name)
            self.cells.append(cell)
            self.values.append(None)
            self.protections.append(protection or protection_of(cell))
        return self._numbers[cell]

    def names(self, scope: Scope) -> tuple[str, ...]:
        """Names of the cells in a scope."""
        return tuple(self._names.get(scope, ()))

    def value(self, name: str, scope: Scope) -> int | None:
        """Value of a cell, ``None`` when there is no such cell or it is not known."""
        number = self._numbers.get(Cell(name, scope))
        return None if number is None else self.values[number]

    def lay(self, template: Template, scope: Scope) -> None:
        """Add a template's relation between the cells of one scope."""
        terms = tuple((self.cell(name, scope), weight) for name, weight in template.terms)
        high = _UNLIMITED if template.high is None else template.high
        relation = Relation(terms, template.low, high)
        (self._uncertain if template.maybe else self.relations).append(relation)

    def relate(self, terms: Iterable[tuple[int, int]]) -> None:
        """Add the relation that the terms make nought."""
        self.relations.append(Relation(tuple(terms), 0, 0))

    def complete(self) -> None:
        """Work out values from others, and drop relations that the values contradict.

        Figures written down by hand may contradict each other: what does not add up for us adds
        up for nobody.
        """
        filled = True
        while filled:
            filled = any([self._work_out(relation) for relation in self.relations])  # noqa: C419
        borne_out = [r for r in self._uncertain if not self._has_gap(r) and self._holds(r)]
        self.relations = [r for r in self.relations if self._has_gap(r) or self._holds(r)]
        self.relations += borne_out
        self._uncertain = []

    def keep_to_what_is_known(self) -> None:
        """Drop relations with cells whose values are not known."""
        self.relations = [relation for relation in self.relations if not self._has_gap(relation)]

    def small(self, cell: int) -> bool:
        """Whether a cell is known to be from one to four, and must not be told."""
        value = self.values[cell]
        if value is None or self.protections[cell] is Protection.OPEN:
            return False
        return 0 < abs(value) < SMALL

    def bounds(self, shown: Iterable[int]) -> tuple[list[int], list[int]]:
        """Lowest and highest value of each cell, for a reader who sees only ``shown``."""
        most = 2 * max((abs(v) for v in self.values if v is not None), default=0) + 2 * SMALL
        low = [-most if cell in self.signed else 0 for cell in range(len(self.cells))]
        high = [most] * len(self.cells)
        for number in (*shown, *self.plain):
            value = self.values[number]
            if value is not None:
                low[number] = high[number] = value
        return low, high

    def _work_out(self, relation: Relation) -> bool:
        """Fill the only gap of an equation; whether there was one that a whole number fills."""
        if relation.low != relation.high:
            return False
        gaps = [(cell, weight) for cell, weight in relation.terms if self.values[cell] is None]
        if len(gaps) != 1:
            return False
        ((gap, weight),) = gaps
        known = sum(w * (self.values[cell] or 0) for cell, w in relation.terms if cell != gap)
        value, left = divmod(relation.low - known, weight)
        if left or (value < 0 and gap not in self.signed):
            return False
        self.values[gap] = value
        return True

    def _has_gap(self, relation: Relation) -> bool:
        return any(self.values[cell] is None for cell, _ in relation.terms)

    def _holds(self, relation: Relation) -> bool:
        total = sum(weight * (self.values[cell] or 0) for cell, weight in relation.terms)
        return relation.low <= total <= relation.high
