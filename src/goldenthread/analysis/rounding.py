"""Percentages: computed from a count and its base, in integers, in one place.

Rules (one for the whole product): round half up; whole per cents below a base of 1,000, one
decimal from there; nothing rounds to 0% or 100% that is not; bases under ten have no percentage.
A percentage is never stored, never typed and never made to fit: a split whose printed parts do
not add to 100 says so in words.
"""

from collections.abc import Sequence

SMALLEST_BASE_FOR_PERCENTAGES = 10
"""Under ten, a percentage says more than the counts can bear."""

SMALLEST_BASE_FOR_DECIMALS = 1000
"""One audit of a thousand is a tenth of a percentage point."""

ROUNDING_NOTE = "Percentages may not add to 100 because of rounding."


def rounded_percent(count: int, base: int, parts: int = 1) -> int:
    """``count`` of ``base`` in per cents (``parts=10``: in tenths of one), rounded half up.

    Integers throughout, so that a half is exactly a half. Raises ``ValueError`` unless
    ``0 <= count <= base`` and ``base >= 1``.

    >>> rounded_percent(16, 26), rounded_percent(1, 8), rounded_percent(1, 1000, parts=10)
    (62, 13, 1)
    """
    if base < 1 or not 0 <= count <= base:
        raise ValueError(f"a share needs 0 <= count <= base and base >= 1, not {count} of {base}")
    return (2 * 100 * parts * count + base) // (2 * base)


def parts_of_a_percent(base: int) -> int:
    """In what parts of a per cent a share of this base is printed: 1 (whole) or 10 (tenths)."""
    return 10 if base >= SMALLEST_BASE_FOR_DECIMALS else 1


def has_percentage(base: int) -> bool:
    """Whether a share of this base is printed with a percentage."""
    return base >= SMALLEST_BASE_FOR_PERCENTAGES


def percent_text(count: int, base: int) -> str:
    """The percentage as printed, for any base of one or more (see ``has_percentage`` for when).

    >>> percent_text(10, 26), percent_text(1, 300), percent_text(299, 300), percent_text(0, 26)
    ('38%', 'under 1%', 'over 99%', '0%')
    >>> percent_text(421, 1203)
    '35.0%'
    """
    parts = parts_of_a_percent(base)
    rounded = rounded_percent(count, base, parts)
    if count in (0, base):
        return "100%" if count else "0%"
    if rounded == 0:
        return f"under {_in_percents(1, parts)}%"
    if rounded == 100 * parts:
        return f"over {_in_percents(100 * parts - 1, parts)}%"
    return f"{_in_percents(rounded, parts)}%"


def split_adds_to_100(counts: Sequence[int]) -> bool:
    """Whether the printed percentages of a split (its parts make the base) add to exactly 100.

    ``True`` where no percentage is printed: an empty split, or a base under ten.

    >>> split_adds_to_100([1, 9, 12, 4]), split_adds_to_100([8, 9, 9])
    (True, False)
    """
    base = sum(counts)
    if not has_percentage(base):
        return True
    parts = parts_of_a_percent(base)
    return sum(rounded_percent(k, base, parts) for k in counts) == 100 * parts


def _in_percents(rounded: int, parts: int) -> str:
    whole, part = divmod(rounded, parts)
    return str(whole) if parts == 1 else f"{whole}.{part}"
