"""Sentences about agreement: whether auditors who read the same child gave the same grades."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.analysis.phrases.consistency_amounts import (
    count_part,
    percent_of,
    percents_between,
    share_part,
    text_part,
)
from goldenthread.analysis.phrases.consistency_file import from_to
from goldenthread.analysis.phrases.pieces import Pieces, was

if TYPE_CHECKING:  # agreement loads numpy, which a brief has no use for
    from goldenthread.analysis.agreement import Agreement, Coefficient, Table

ENOUGH_CHILDREN = 20
"""Second-read children from which it is said whether auditors agree."""

NOBODY_TWICE = (
    "No child’s record was graded by two auditors, so nothing can be said of whether auditors"
    " agree."
)

TOO_FEW_TWICE = "Too few children have been read twice to say whether auditors agree."

_COEFFICIENTS = (
    ("alpha_ordinal", "Krippendorff’s alpha (ordinal)"),
    ("ac2_quadratic", "Gwet’s AC2 (quadratic)"),
    ("kappa_quadratic", "weighted kappa (quadratic)"),
)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of grades that two auditors gave the same child in the same category.

    ``chance_same`` and ``chance_within_one`` are out of ``chance``: what would come of dealing
    out the same grades at random.
    """

    total: int
    same: int
    within_one: int
    chance: int
    chance_same: int
    chance_within_one: int


def pairs_of(table: "Table") -> Pairs:
    """Count the pairs of a table of grade against grade, which holds each both ways round."""
    counts = table.counts
    size = range(len(counts))
    given = [sum(row) for row in counts]
    total = sum(given)
    near = [(i, j) for i in size for j in size if abs(i - j) <= 1]
    return Pairs(
        total=total // 2,
        same=sum(counts[i][i] for i in size) // 2,
        within_one=sum(counts[i][j] for i, j in near) // 2,
        chance=total * total,
        chance_same=sum(number * number for number in given),
        chance_within_one=sum(given[i] * given[j] for i, j in near),
    )


def enough_read_twice(agreement: "Agreement") -> bool:
    """Whether enough children were read by two auditors to say whether auditors agree."""
    return agreement.children >= ENOUGH_CHILDREN


def agreed(agreement: "Agreement") -> Pieces:
    """Whether auditors agree, counts first; from 20 children, with what chance would give.

    "Two auditors or more graded 61 children’s records. Of their 883 pairs of grades, 322 (36%)
    were the same (range: 33% to 41%) and 740 (84%) within one grade (range: 81% to 87%). Had the
    same grades been dealt out by chance, 28% would have been the same and 75% within one."
    """
    if not agreement.units:
        return (NOBODY_TWICE,)
    pairs = pairs_of(agreement.table)
    if not enough_read_twice(agreement):
        return _too_few(agreement.children, pairs)
    return (*_how_many(agreement.children), ".", *_same(agreement, pairs), *_by_chance(pairs))


def agreed_in_short(agreement: "Agreement", months: Sequence[str] = ()) -> Pieces:
    """Whether auditors agree in one sentence, without ranges and chance; from 20 children.

    "From January to December 2026, 61 children’s records were graded by different auditors: 322 of
    883 pairs of grades (36%) were the same, and 740 of 883 (84%) within one grade." ``months`` are
    those of the audits, ``YYYY-MM`` and in order.
    """
    pairs = pairs_of(agreement.table)
    when = from_to(months)
    return (
        f"{when[:1].upper()}{when[1:]}, " if when else "",
        count_part("children_read_twice", agreement.children),
        " children’s records were graded by different auditors: ",
        share_part("pairs_same", pairs.same, pairs.total, " pairs of grades"),
        " were the same, and ",
        share_part("pairs_within_one", pairs.within_one, pairs.total),
        " within one grade.",
    )


def _how_many(children: int) -> Pieces:
    whose = " child’s record" if children == 1 else " children’s records"
    return ("Two auditors or more graded ", count_part("children_read_twice", children), whose)


def _too_few(children: int, pairs: Pairs) -> Pieces:
    return (
        *_how_many(children),
        "; that is too few to say whether auditors agree (it takes ",
        count_part("children_needed", ENOUGH_CHILDREN),
        "). ",
        *_how_many_same(pairs),
        "; but the grades of one child go together, and are one judgement rather than many.",
    )


def _how_many_same(pairs: Pairs) -> Pieces:
    """Counts without percentages: "Of their 59 pairs of grades, 47 were the same"."""
    total, same = count_part("pairs", pairs.total), count_part("pairs_same", pairs.same)
    if pairs.total == 1:
        return (f"Their one pair of grades was{'' if pairs.same else ' not'} the same",)
    if pairs.same == pairs.total:
        return ("All ", total, " of their pairs of grades were the same")
    number: Pieces = (same, f" {was(pairs.same)}") if pairs.same else ("none was",)
    return ("Of their ", total, " pairs of grades, ", *number, " the same")


def _same(agreement: "Agreement", pairs: Pairs) -> Pieces:
    return (
        " Of their ",
        count_part("pairs", pairs.total),
        " pairs of grades, ",
        *_part("pairs_same", pairs.same, pairs.total),
        " were the same",
        *_range("exact", agreement.exact),
        " and ",
        *_part("pairs_within_one", pairs.within_one, pairs.total),
        " within one grade",
        *_range("within_one", agreement.within_one),
        ".",
    )


def _part(key: str, count: int, base: int) -> Pieces:
    share = text_part(f"{key}.percent", percent_of(count, base))
    return (count_part(key, count), " (", share, ")")


def _range(key: str, found: "Coefficient") -> Pieces:
    if found.lower is None or found.upper is None or found.lower == found.upper:
        return ()
    return (" (range: ", *percents_between(key, found.lower, found.upper), ")")


def _by_chance(pairs: Pairs) -> Pieces:
    same = percent_of(pairs.chance_same, pairs.chance)
    near = percent_of(pairs.chance_within_one, pairs.chance)
    return (
        " Had the same grades been dealt out by chance, ",
        text_part("chance_same", same),
        " would have been the same and ",
        text_part("chance_within_one", near),
        " within one.",
    )


def by_distance(table: "Table") -> Pieces:
    """Pairs of grades by how far apart they are, where the table itself is too wide.

    "322 the same, 418 one apart and 143 further apart."
    """
    pairs = pairs_of(table)
    return (
        count_part("pairs_same", pairs.same),
        " the same, ",
        count_part("pairs_one_apart", pairs.within_one - pairs.same),
        " one apart and ",
        count_part("pairs_further_apart", pairs.total - pairs.within_one),
        " further apart.",
    )


def coefficients(agreement: "Agreement") -> Pieces:
    """The coefficients, for the method note; empty where children read twice are too few.

    "Krippendorff’s alpha (ordinal) 0.30 (0.21 to 0.41), …: 1 is perfect agreement, 0 what chance
    alone would give. No value of them is a pass mark."
    """
    if not enough_read_twice(agreement):
        return ()
    known = [
        f"{name} {_two_decimals(found)}"
        for key, name in _COEFFICIENTS
        if (found := getattr(agreement, key)).value is not None
    ]
    if not known:
        return ()
    listed = ", ".join(known)
    meaning = "1 is perfect agreement, 0 what chance alone would give. No value is a pass mark."
    return (text_part("coefficients", listed), f": {meaning}")


def _two_decimals(found: "Coefficient") -> str:
    value = f"{found.value:.2f}"
    if found.lower is None or found.upper is None:
        return value
    return f"{value} ({found.lower:.2f} to {found.upper:.2f})"
