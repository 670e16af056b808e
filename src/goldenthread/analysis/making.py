"""Making figures: one place where counts become figures, with method, interval and selector.

A share is declared by two sets of conditions on one tally (*part* and *whole*), from which its
numerator, denominator and selector all follow: what a figure counts is what it points to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from goldenthread.analysis.figure import Figure, Kind, Selector, Slice
from goldenthread.analysis.intervals import Interval, effective_base, wilson, wilson_clustered
from goldenthread.analysis.tables import Where
from goldenthread.analysis.tally import Tally

METHODS_VERSION = "1"
"""Of the methods in this package; goes up when the same facts would give another figure."""


class Certainty(Enum):
    """How sure a share is of what it says about more than these facts; the words name it."""

    WILSON = "Wilson 95%"
    """Rows are independent: one per audit."""
    CLUSTERED = "Wilson 95% at the effective number, clustered by audit"
    """Rows of one audit are alike (``intervals.effective_base``); one row each counts in full."""
    COMPLETE = "counted in full, no interval"
    """Everything there is was counted, not a sample of it; or one audit alone."""
    WRITTEN = "from counts written down, no interval"
    """Counts without the audits that they came from: how alike those were is not known."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What figures are about: unit (plural), population in words, and slice of the service.

    ``convention`` is how something was counted where that is not plain, for the method.
    """

    unit: str
    population: str
    of: Slice = ()
    convention: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the figures of one period (ISO 8601 interval)."""

    period: str
    version: str = METHODS_VERSION

    def share(
        self,
        key: str,
        subject: Subject,
        tally: Tally,
        part: Where,
        whole: Where = (),
        certainty: Certainty = Certainty.WILSON,
    ) -> Figure:
        """Rows of ``tally`` that meet ``part``, of those that meet ``whole``.

        Whatever meets ``part`` must meet ``whole`` too. ``CLUSTERED`` needs a column ``audit``.
        """
        count, base = tally.count(part), tally.count(whole)
        clusters: Sequence[tuple[int, int]] = ()
        if certainty is Certainty.CLUSTERED:
            clusters = tally.clusters("audit", part, whole)
        return self.share_of(key, subject, (count, base), tally.selector(part), certainty, clusters)

    def share_of(
        self,
        key: str,
        subject: Subject,
        share: tuple[int, int],
        selector: Selector,
        certainty: Certainty = Certainty.COMPLETE,
        clusters: Sequence[tuple[int, int]] = (),
    ) -> Figure:
        """A share counted elsewhere: (count, base). With a base of 0 it has no value."""
        count, base = share
        interval = _interval(count, base, certainty, clusters)
        certain = certainty.value if base else "nothing to divide by, so no value"
        return Figure(
            key=key,
            kind=Kind.SHARE,
            unit=subject.unit,
            population=subject.population,
            period=self.period,
            method="; ".join(
                filter(None, (f"share of {subject.unit}", subject.convention, certain))
            ),
            version=self.version,
            selector=selector,
            value=count / base if base else None,
            numerator=count,
            denominator=base,
            lower=interval.lower if interval else None,
            upper=interval.upper if interval else None,
            slice=subject.of,
        )

    def count(self, key: str, subject: Subject, tally: Tally, part: Where = ()) -> Figure:
        """Number of rows of ``tally`` that meet ``part``."""
        return self.count_of(key, subject, tally.count(part), tally.selector(part))

    def count_of(self, key: str, subject: Subject, number: int, selector: Selector) -> Figure:
        """A number counted elsewhere."""
        return Figure(
            key=key,
            kind=Kind.COUNT,
            unit=subject.unit,
            population=subject.population,
            period=self.period,
            method=f"count of {subject.unit}",
            version=self.version,
            selector=selector,
            value=float(number),
            numerator=number,
            slice=subject.of,
        )

    def median(
        self, key: str, subject: Subject, answers: Sequence[int], selector: Selector
    ) -> Figure:
        """The middle of the answers; of an even number, halfway between the middle two."""
        return Figure(
            key=key,
            kind=Kind.MEDIAN,
            unit=subject.unit,
            population=subject.population,
            period=self.period,
            method=f"median of {subject.unit}",
            version=self.version,
            selector=selector,
            value=float(median(answers)),
            denominator=len(answers),
            slice=subject.of,
        )


def mid_sentence(label: str) -> str:
    """A label as it stands inside a sentence: first letter small, unless it is an abbreviation.

    >>> mid_sentence("Direct work"), mid_sentence("IRO challenge")
    ('direct work', 'IRO challenge')
    """
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _interval(
    count: int, base: int, certainty: Certainty, clusters: Sequence[tuple[int, int]]
) -> Interval | None:
    if base and certainty is Certainty.WILSON:
        return wilson(count, base)
    if base and certainty is Certainty.CLUSTERED:
        independent = len(clusters) == base
        effective = float(base) if independent else effective_base(clusters)
        return wilson_clustered(count, base, effective)
    return None
