"""Figure: the only way in which a number leaves ``analysis``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Slice = tuple[tuple[str, str], ...]
"""Part of the service as sorted pairs, such as ``(("team", "Alder"),)``; ``()`` is all of it."""


class Kind(StrEnum):
    """What a figure is, and so how it may be written."""

    SHARE = "share"
    """k of N: ``value`` is k/N, printed as "10 of 26 (38%)"."""
    COUNT = "count"
    """A plain count: ``value`` equals ``numerator``; no denominator."""
    MEDIAN = "median"
    """Middle of 0-10 answers, with ``denominator`` answers; printed only from ten answers."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which facts a figure counts: a table and conditions ``(column, values)``, all of which hold.

    In the web application it becomes the query that shows the rows behind the number.
    """

    table: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed number with all that is needed to print, explain and trace it.

    ``lower`` and ``upper`` are the 95% interval in the unit of ``value`` (a proportion for a
    share), or ``None``. When ``suppressed_because`` is set, ``value``, ``numerator``, ``lower``
    and ``upper`` are ``None`` (and ``denominator`` too, where it would tell).
    """

    key: str
    kind: Kind
    unit: str
    """What is counted, plural: ``audits``, ``grades``, ``answers``."""
    population: str
    """Of what, in words: "audits graded for identification of and response to risk"."""
    period: str
    """ISO 8601 interval, for example ``2026-09-01/2026-10-31``."""
    method: str
    version: str
    selector: Selector
    value: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    lower: float | None = None
    upper: float | None = None
    slice: Slice = ()
    suppressed_because: str | None = None


@dataclass(frozen=True, slots=True)
class FigureSet:
    """The figures that one audience receives, with the earlier cycle's beside them."""

    audience: str
    figures: Mapping[tuple[str, Slice], Figure] = field(default_factory=dict)
    previous: Mapping[tuple[str, Slice], Figure] = field(default_factory=dict)

    def get(self, key: str, of: Slice = ()) -> Figure | None:
        """The figure with this key and slice, or ``None``."""
        return self.figures.get((key, of))

    def get_previous(self, key: str, of: Slice = ()) -> Figure | None:
        """The earlier cycle's figure with this key and slice, or ``None``."""
        return self.previous.get((key, of))

    def __iter__(self) -> Iterator[Figure]:
        """All figures of this cycle, ordered by key and slice."""
        return iter(self.figures[k] for k in sorted(self.figures))
