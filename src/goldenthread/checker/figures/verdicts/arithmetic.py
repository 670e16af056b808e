"""What counts and bases a printed share can stand for: whole numbers and fractions, no floats.

A share as printed stands for a *band* of exact shares: "39%" for all that round to it, half up,
and "almost half" for what is a little less than half. Everything else follows from the band:
whether a count of a base agrees, which counts of a base do (the GRIM test: Brown & Heathers 2017,
Social Psychological and Personality Science 8(4), 363-369), and which bases of a count do.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, lcm

from goldenthread.analysis.rounding import rounded_percent
from goldenthread.checker.figures.model import Closeness, Share

LARGEST_BASE = 1_000_000
"""Larger bases are not tried: without an end, 0 would be 0% of every base there is."""

MOST_COUNTS = 1_000
"""No more fitting counts than these are listed, from the lowest: 39% of a million has 10,000."""

NEAR = Fraction(25, 1000)
"""A fraction in words may be 2.5 percentage points off: two thirds is said of 65% and 69%."""

ABOUT = Fraction(5, 100)
"""What "about" and "almost" allow: 5 percentage points."""

MORE_OR_LESS = Fraction(20, 100)
"""What "over" and "under" allow: they are true of all that is more or less, by however much.

Both hold for what is exactly the share too, because "at least" and "up to" do.
"""


@dataclass(frozen=True, slots=True)
class Band:
    """The exact shares that a printed share stands for, from ``low`` to (or below) ``high``.

    All are whole numbers of parts, of which ``parts`` make one: 39 per cent of 200 parts is 78. In
    a small base no whole count may lie so near: a count that is at most ``fewer`` below ``centre``
    times the base, or ``more`` above it, is therefore in the band as well.
    """

    parts: int
    centre: int
    low: int
    high: int
    fewer: int
    more: int
    has_high: bool

    def counts(self, base: int) -> range:
        """The counts of ``base`` in the band, without a gap; none of a base of nought.

        >>> band(Share("39", Fraction(39, 100), 0)).counts(41)
        range(16, 17)
        """
        if base < 1:
            return range(0)
        low = min(self.low * base, self.centre * base - self.fewer)
        high = max(self.high * base, self.centre * base + self.more)
        last = high // self.parts if self.has_high else _ceiling(high, self.parts) - 1
        return range(max(_ceiling(low, self.parts), 0), min(last, base) + 1)

    def bases(self, count: int) -> range:
        """The bases of which ``count`` is in the band, without a gap, to ``LARGEST_BASE``.

        >>> band(Share("87", Fraction(87, 100), 0)).bases(26)
        range(30, 31)
        """
        exact = count * self.parts
        fewest, most = exact - self.more, exact + self.fewer
        smallest = min(_base(exact, self.high), _base(fewest, self.centre) if fewest > 0 else 0)
        largest = max(_base(exact, self.low), _base(most, self.centre))
        first = ceil(smallest) if self.has_high else floor(smallest) + 1
        return range(max(first, count, 1), min(floor(largest), LARGEST_BASE) + 1)

    def is_below(self, other: "Band") -> bool:
        """Whether every share of this band is less than every share of the other one."""
        return self.high * other.parts <= other.low * self.parts


def _band(
    centre: Fraction,
    low: Fraction,
    high: Fraction,
    *,
    has_high: bool = True,
    fewer: Fraction = Fraction(0),
    more: Fraction = Fraction(0),
) -> Band:
    shares = (centre, low, high, fewer, more)
    parts = lcm(*(share.denominator for share in shares))
    centre_, low_, high_, fewer_, more_ = (int(share * parts) for share in shares)
    return Band(parts, centre_, low_, high_, fewer_, more_, has_high)


def _ceiling(dividend: int, divisor: int) -> int:
    return -(-dividend // divisor)


@lru_cache(1_024)
def band(share: Share) -> Band:
    """The band of a share as printed: percentages are rounded half up at their printed places."""
    value = share.value
    step = Fraction(1, 200 * 10**share.places) if share.places is not None else Fraction(0)
    half = Fraction(1, 2)
    match share.closeness:
        case Closeness.ABOUT:
            return _band(value, value - ABOUT, value + ABOUT, fewer=half, more=half)
        case Closeness.BELOW:
            return _band(value, value - ABOUT, value + step, has_high=not step, fewer=Fraction(1))
        case Closeness.UNDER:
            return _band(value, value - MORE_OR_LESS, value + step, has_high=not step)
        case Closeness.ABOVE:
            return _band(value, value - step, value + MORE_OR_LESS)
        case Closeness.AS_PRINTED:
            if step:
                return _band(value, value - step, value + step, has_high=False)
            return _band(value, value - NEAR, value + NEAR, fewer=half, more=half)


@lru_cache(1_024)
def truncation_band(share: Share) -> Band | None:
    """The band when decimals are cut off and not rounded; ``None`` for all but plain percentages.

    >>> cut = truncation_band(Share("34", Fraction(34, 100), 0))
    >>> cut is not None and list(cut.counts(26))
    [9]
    """
    if share.places is None or share.closeness is not Closeness.AS_PRINTED:
        return None
    step = Fraction(1, 100 * 10**share.places)
    return _band(share.value, share.value, share.value + step, has_high=False)


def fits_counts(share: Share, base: int) -> tuple[int, ...]:
    """The counts of ``base`` that print as the share: the lowest ``MOST_COUNTS`` of them.

    None is the verdict of the GRIM test: no whole number of 26 is 39%.

    >>> fits_counts(Share("39", Fraction(39, 100), 0), 26)
    ()
    >>> fits_counts(Share("46", Fraction(46, 100), 0), 26)
    (12,)
    """
    return tuple(band(share).counts(base)[:MOST_COUNTS])


def fits_bases(share: Share, count: int) -> tuple[tuple[int, int], ...]:
    """The bases of which ``count`` prints as the share, as closed ranges up to ``LARGEST_BASE``.

    >>> fits_bases(Share("39", Fraction(39, 100), 0), 16)
    ((41, 41),)
    >>> fits_bases(Share("0", Fraction(0), 0), 0)
    ((1, 1000000),)
    """
    bases = band(share).bases(count)
    return ((bases[0], bases[-1]),) if bases else ()


def nearest_counts(share: Share, base: int) -> tuple[int, ...]:
    """The whole count of ``base`` nearest to the share; both where it lies half-way between.

    >>> nearest_counts(Share("39", Fraction(39, 100), 0), 26)
    (10,)
    >>> nearest_counts(Share("50", Fraction(1, 2), 0), 13)
    (6, 7)
    """
    exact = min(share.value, Fraction(1)) * base
    below = floor(exact)
    gap = exact - below
    if gap == Fraction(1, 2):
        return (below, below + 1)
    return (below + (gap > Fraction(1, 2)),)


def percent(count: int, base: int, places: int = 0) -> str:
    """``count`` of ``base`` per cent with this many places, rounded half up, without a sign.

    Raises ``ValueError`` unless ``0 <= count <= base`` and ``base >= 1``.

    >>> percent(16, 26), percent(1, 8, 1), percent(7, 10, 1)
    ('62', '12.5', '70.0')
    """
    return _in_places(rounded_percent(count, base, 10**places), places)


def truncated_percent(count: int, base: int, places: int = 0) -> str:
    """As ``percent``, but what follows the last place is cut off.

    >>> truncated_percent(9, 26), truncated_percent(1, 26, 1)
    ('34', '3.8')
    """
    return _in_places(100 * 10**places * count // base, places)


def _in_places(steps: int, places: int) -> str:
    whole, part = divmod(steps, 10**places)
    return f"{whole}.{part:0{places}d}" if places else str(whole)


def _base(parts: int, share: int) -> Fraction:
    """The base of which so many parts are exactly the share; beyond all bases for one of nought."""
    return Fraction(parts, share) if share > 0 else Fraction(LARGEST_BASE + 1)
