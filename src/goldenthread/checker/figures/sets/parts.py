"""Parts of a whole, as they were found and before they are judged."""

from dataclasses import dataclass

from goldenthread.checker.figures.model import SetMember
from goldenthread.checker.figures.sets.arithmetic import judge_set
from goldenthread.checker.results import SetFound


@dataclass(frozen=True, slots=True)
class Parts:
    """Members in their order, and what they should make.

    ``base_stated`` is whether the base stands in the same sentence or table. ``part`` and
    ``start`` are the place of the first member: for a table its row.
    """

    members: tuple[SetMember, ...]
    base: int | None
    where: str
    part: int
    start: int
    base_stated: bool = True
    may_overlap: bool = False
    is_complete: bool = True
    """Whether all parts are there; else a part that was not named may be missing."""


def found(parts: Parts) -> SetFound:
    """The set with its verdict."""
    judged = judge_set(
        parts.members,
        parts.base,
        base_stated=parts.base_stated,
        may_overlap=parts.may_overlap,
        is_complete=parts.is_complete,
    )
    return SetFound(
        items=judged.items,
        where=parts.where,
        base=parts.base,
        sum_counts=judged.sum_counts,
        sum_percents=judged.sum_percents,
        verdict=judged.verdict,
        severity=judged.severity,
        message=judged.message,
    )
