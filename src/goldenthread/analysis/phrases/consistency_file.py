"""Sentences about a file of grades and what was done with it: what it holds, how, what next."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.analysis.phrases.consistency_amounts import count_part
from goldenthread.analysis.phrases.pieces import Pieces, joined, units

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)

TWO_A_YEAR = (
    "Give each auditor at least two second readings a year, with different colleagues; first those"
    " who share no child with anybody."
)

ALL_READ_TWICE = "Every child has been read by two auditors: no second reading is left to choose."

READ_BLIND = (
    "The second reader should not see the first grades, nor be from the child’s own team. Children"
    " whom your own rules keep from a reader, leave out."
)


@dataclass(frozen=True, slots=True)
class Held:
    """What a file of grades holds; ``months`` are ``YYYY-MM``, in order."""

    children: int
    audits: int
    auditors: int
    categories: int
    read_twice: int
    months: Sequence[str]


def what_it_holds(held: Held) -> Pieces:
    """What a file of grades holds.

    "421 audits of 360 children by 30 auditors in 16 categories, from January to December 2026. 61
    children were read by two auditors or more."
    """
    return (
        *_number("audits", held.audits),
        " of ",
        *_number("children", held.children),
        " by ",
        *_number("auditors", held.auditors),
        " in ",
        *_number("categories", held.categories),
        _when(held.months),
        ". ",
        *_read_twice(held.read_twice),
    )


def _number(unit: str, number: int) -> Pieces:
    return (count_part(unit, number), f" {units(number, unit)}")


def _read_twice(children: int) -> Pieces:
    if not children:
        return ("No child was read by two auditors.",)
    verb = " was" if children == 1 else " were"
    return (*_number("children", children), f"{verb} read by two auditors or more.")


def _when(months: Sequence[str]) -> str:
    return f", {when}" if (when := from_to(months)) else ""


def from_to(months: Sequence[str]) -> str:
    """From when to when; empty where no month is known.

    >>> from_to(["2026-01", "2026-12"]), from_to(["2025-12", "2026-01"]), from_to(["2026-01"])
    ('from January to December 2026', 'from December 2025 to January 2026', 'in January 2026')
    """
    if not months:
        return ""
    first, last = months[0], months[-1]
    if first == last:
        return f"in {month_in_words(first)}"
    start = month_in_words(first)
    same_year = first[:4] == last[:4]
    return f"from {start[:-5] if same_year else start} to {month_in_words(last)}"


def month_in_words(month: str) -> str:
    """A month as it is written.

    >>> month_in_words("2026-09")
    'September 2026'
    """
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def whom_to_read_again(since: str) -> Pieces:
    """What stands above a choice of second readings.

    "Of the children audited since September 2026 whom one auditor has read, second-read these
    first:"
    """
    whom = f"children audited since {month_in_words(since)}" if since else "children"
    return (f"Of the {whom} whom one auditor has read, second-read these first:",)


def method(*, halo: bool, teams: bool, fixed: bool) -> Pieces:
    """How consistency was computed, in a few sentences for whoever must answer for it."""
    parts = ["children"] if fixed else ["children", "auditors"]
    if halo:
        parts.append("each auditor’s view of each child")
    one = " The grades of one audit count as one judgement." if halo else ""
    allowed = " Differences between teams’ children are allowed for." if teams else ""
    return (
        "A many-facet rating-scale model (Linacre 1989), by marginal maximum likelihood, of ",
        *joined([(part,) for part in parts]),
        f", with categories and steps between grades.{one}",
        f" Of a hundred ranges like these about 95 hold the truth.{allowed}",
        " No grade is changed by any of this.",
    )
