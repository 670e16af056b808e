"""Sentences about moderation: how many of the auditors' grades it changed, and how far."""

from typing import TYPE_CHECKING

from goldenthread.analysis.phrases.consistency_amounts import count_part
from goldenthread.analysis.phrases.pieces import Pieces, joined, units

if TYPE_CHECKING:  # agreement loads numpy
    from goldenthread.analysis.agreement import Moderated

NONE_TO_COMPARE = (
    "Audits were moderated, but none has a grade both from its auditor and after moderation."
)

OF_WHICH = (
    "Every grade of those audits is counted, overall grades too; where moderation says nothing, the"
    " auditor’s grade stands. Of audits that were not moderated this says nothing."
)

TABLE = "Auditors’ own grades down the side, the grades after moderation across:"

TOO_WIDE = "The table of grades is too wide to be shown here; --json has it."

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def changed_by_moderation(moderated: "Moderated") -> Pieces:
    """How many grades moderation changed, which way, and by how many steps.

    "Moderation changed 3 of 63 grades in 4 audits: 2 lower and 1 higher, each by one grade."
    """
    moves = moderated.overall
    if not moves.compared:
        return (NONE_TO_COMPARE,)
    where: Pieces = (
        count_part("moderation.compared", moves.compared),
        f" {units(moves.compared, 'grades')} in ",
        count_part("moderation.audits", moderated.audits),
        f" {units(moderated.audits, 'audits')}",
    )
    if not moves.changed:
        return ("Moderation changed none of ", *where, ".")
    changed = count_part("moderation.changed", moves.changed)
    return ("Moderation changed ", changed, " of ", *where, ": ", *_ways(moderated), ".")


def _ways(moderated: "Moderated") -> Pieces:
    """ "2 lower and 1 higher, each by one grade"."""
    moves = moderated.overall
    ways = [
        (count_part(f"moderation.{name}", count), f" {way}")
        for name, way, count in (
            ("lowered", "lower", moves.lowered),
            ("raised", "higher", moves.raised),
        )
        if count
    ]
    return (*joined(ways), *_by_how_much(moderated))


def _by_how_much(moderated: "Moderated") -> Pieces:
    """ ", each by one grade", or "; 2 by one grade and 1 by two grades"."""
    sizes: dict[int, int] = {}
    for steps, grades in moderated.overall.steps.items():
        if steps:
            sizes[abs(steps)] = sizes.get(abs(steps), 0) + grades
    if len(sizes) == 1:
        (size,) = sizes
        each = "each " if moderated.overall.changed > 1 else ""
        return (f", {each}by ", _grades(size))
    parts = [
        (count_part(f"moderation.by_{size}", grades), " by ", _grades(size))
        for size, grades in sorted(sizes.items())
    ]
    return ("; ", *joined(parts))


def _grades(size: int) -> str:
    number = _NUMBERS[size] if size < len(_NUMBERS) else f"{size}"
    return f"{number} {units(size, 'grades')}"
