"""Percentages rounded so that they add up to 100, as 34, 33 and 33 for thirds.

Where each share is rounded to one of the two steps beside it, and rounding to the nearest would
not have made 100, the set was adjusted (the method of largest remainders: Balinski and Young 1982,
Fair Representation). That is worth a note and is no error.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.checker.figures.model import SetMember
from goldenthread.checker.figures.sets.arithmetic import agrees, sum_of_counts
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.figures.verdicts.arithmetic import percent


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A share that fits its set only: the number of its part, its count, and as it is printed."""

    part: int
    count: int | None
    printed: str


def adjusted_shares(sets: Iterable[Parts]) -> frozenset[Adjusted]:
    """The shares of all sets that were rounded away from the nearest to make 100.

    >>> from goldenthread.checker.figures.model import Share
    >>> thirds = [SetMember("", 1, Share(p, Fraction(int(p), 100), 0)) for p in ("34", "33", "33")]
    >>> [one.printed for one in adjusted_shares([Parts(tuple(thirds), 3, "line 1", 0, 0)])]
    ['34']
    """
    return frozenset(
        Adjusted(parts.part, member.count, member.share.printed)
        for parts in sets
        for total in (sum_of_counts(parts.members),)
        if total and _is_adjusted(parts.members, total)
        for member in parts.members
        if member.share is not None and not agrees(member, total)
    )


def _is_adjusted(members: tuple[SetMember, ...], total: int) -> bool:
    shares = [member.share for member in members if member.share is not None]
    if len(shares) != len(members) or sum(share.value for share in shares) != 1:
        return False
    nearest = sum(_nearest(member, total) for member in members)
    return nearest != 1 and all(_is_beside(member, total) for member in members)


def _nearest(member: SetMember, total: int) -> Fraction:
    places = member.share.places or 0 if member.share else 0
    return Fraction(percent(member.count or 0, total, places)) / 100


def _is_beside(member: SetMember, total: int) -> bool:
    """Whether the share is one of the two steps between which the exact one lies."""
    if member.share is None or member.share.places is None or member.count is None:
        return False
    step = Fraction(1, 100 * 10**member.share.places)
    return abs(member.share.value - Fraction(member.count, total)) < step
