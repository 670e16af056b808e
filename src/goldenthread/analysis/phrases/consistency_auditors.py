"""Sentences about single auditors, for the auditor and the audit lead; nobody is ranked.

Amounts are in grades: below 0 for an auditor who grades lower than colleagues.
"""

from collections.abc import Sequence

from goldenthread.analysis.phrases.consistency_amounts import (
    Estimated,
    count_part,
    grades_in_words,
    quarters,
    range_in_words,
    text_part,
)
from goldenthread.analysis.phrases.pieces import Pieces, joined, units

FOR_WHOM = (
    "This is for the auditor and the audit lead, and not for performance or discipline. It says"
    " nothing of who is right."
)

UNCERTAIN = (
    "What follows is too uncertain to be used. It is printed because --all-estimates asked for it:"
    " say none of it of anybody, and decide nothing by it."
)

FEW_ENOUGH_TO_NAME = 3
"""Up to this many auditors of a group are named; more are counted."""
MANY_ENOUGH_TO_COUNT = 12
"""So of auditors of whom nothing is said."""


def beside_colleagues(auditor: str, apart: Estimated, audits: int, shared: int) -> Pieces:
    """How an auditor grades beside colleagues, with the range always.

    "Jo Bell graded about half a grade lower than colleagues would on the same children (range: a
    quarter lower to a whole grade lower; 18 audits, 5 shared children)."
    """
    known = _range_and_basis(apart, audits, shared)
    if not apart.told_apart:
        return (f"{auditor} cannot be told apart from colleagues (range: ", *known, ").")
    about = "about " if quarters(apart.value) else ""
    amount = text_part("difference", grades_in_words(apart.value))
    way = "lower" if apart.value < 0 else "higher"
    than = f" {way} than colleagues would on the same children (range: "
    return (f"{auditor} graded {about}", amount, than, *known, ").")


def not_told_apart(auditors: int) -> Pieces:
    """What stands above auditors who grade as colleagues do, as far as is known.

    "19 auditors cannot be told apart from colleagues; their ranges:"
    """
    their = "the range" if auditors == 1 else "their ranges"
    who = f" {units(auditors, 'auditors')} cannot be told apart from colleagues; {their}:"
    return (count_part("auditors_not_told_apart", auditors), who)


def range_beside_colleagues(auditor: str, apart: Estimated, audits: int, shared: int) -> Pieces:
    """The range alone, for a list of those who cannot be told apart from colleagues.

    "Jo Bell: a quarter lower to half a grade higher (11 audits, 3 shared children)".
    """
    return (f"{auditor}: ", *_range_and_basis(apart, audits, shared, between=" ("), ")")


def _range_and_basis(apart: Estimated, audits: int, shared: int, between: str = "; ") -> Pieces:
    return (
        text_part("difference.range", range_in_words(apart.lower, apart.upper)),
        between,
        count_part("audits", audits),
        f" {units(audits, 'audits')}, ",
        count_part("shared", shared),
        f" shared {units(shared, 'children')}",
    )


def not_said(auditors: int, *, others: bool) -> Pieces:
    """What stands above the auditors of whom nothing is said.

    "Of 4 other auditors nothing is said yet:"
    """
    who = f"{'other ' if others else ''}{units(auditors, 'auditors')}"
    return ("Of ", count_part("auditors_not_said", auditors), f" {who} nothing is said yet:")


def one_reason(auditors: Sequence[str], reason: str) -> Pieces:
    """Auditors of whom nothing is said for one and the same reason.

    "Jo and Ali: not enough audits yet (have 3, need 6)".
    """
    return (*_named(auditors, MANY_ENOUGH_TO_COUNT), f": {reason}")


def ranges_that_miss(told: int) -> Pieces:
    """How many of so many 95% ranges miss by chance; empty below twenty.

    "Of 26 such ranges, about 1 misses by chance alone."
    """
    missing = (told + 10) // 20
    if told < 20:
        return ()
    verb = " misses" if missing == 1 else " miss"
    return (
        "Of ",
        count_part("ranges", told),
        " such ranges, about ",
        count_part("ranges_missing", missing),
        f"{verb} by chance alone.",
    )


def apart_from_others(group: Sequence[str]) -> Pieces:
    """A group of auditors whom no shared child connects with the others.

    "Jo and Ali have read no child that the others have read: they cannot be compared with them."
    """
    who = _named(group, FEW_ENOUGH_TO_NAME)
    have, they = ("has", "this one") if len(group) == 1 else ("have", "they")
    rest_of = f" {have} read no child that the others have read: {they} cannot be compared with"
    return (*who, f"{rest_of} them.")


def _named(names: Sequence[str], most: int) -> Pieces:
    """The first of the names, and how many others there are."""
    if len(names) <= most:
        return joined([(name,) for name in names])
    rest = len(names) - most
    others = (count_part("auditors_unnamed", rest), f" {units(rest, 'others')}")
    return joined([*((name,) for name in names[:most]), others])


_LOOK_TWICE = (
    "Look twice: what the shared children alone say of auditors differs from what all children say"
    " by more than chance alone usually gives. Who is given which children may be behind it;"
    " believe the shared children."
)
_RARE = 0.05


def second_opinion(p_value: float | None) -> Pieces:
    """A warning where shared children alone say something else; empty where they do not."""
    return () if p_value is None or p_value >= _RARE else (_LOOK_TWICE,)
