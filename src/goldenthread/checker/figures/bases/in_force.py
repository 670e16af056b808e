"""The base in force: that of which the shares just before came out right.

Once a section has said "43 (70%), 52 (85%) and 39 (64%)" of its 61 children, "34% had none" is of
the 61 as well, although no words say so.
"""

from collections.abc import Sequence

from goldenthread.checker.figures.bases.nearby import agrees
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import Bound, Mention, Nature
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.kinds_of_unit import AUDITS, are_alike
from goldenthread.checker.results import Verdict

_FARTHEST = 8
"""Passages that are looked back over within a section."""

_MOST = 24
"""Shares that are looked back over."""

_SURE = 2
"""So many shares that agree make a base sure enough to call another share wrong."""


def base_in_force(
    mention: Mention, before: Sequence[Bound], sections: Sequence[Section]
) -> int | None:
    """The base of every share just before that has a count and agrees; ``None`` if they differ.

    ``before`` are the shares before it in the document. A share that cannot be of a base is taken
    for another's, unless several others agree with it.
    """
    agreeing: list[Bound] = []
    for bound in before[-_MOST:]:
        part = bound.mention.part
        if sections[part] == sections[mention.part] and mention.part - part <= _FARTHEST:
            agreeing += [bound] if _agrees(bound) else []
    bases = {bound.base for bound in agreeing}
    if len(bases) > 1:
        # "3 of the 6 contacts from schools (50%)" is told of the six alone.
        agreeing = _last_of_one_base([bound for bound in agreeing if not bound.stated])
        bases = {bound.base for bound in agreeing}
    if len(bases) != 1 or not _is_alike(mention, agreeing):
        return None
    base = bases.pop()
    possible = verdict_of(mention.share, None, base) is not Verdict.IMPOSSIBLE
    return base if possible or len(agreeing) >= _SURE else None


def _last_of_one_base(agreeing: list[Bound]) -> list[Bound]:
    """The shares since the base last changed, if they are several; else all."""
    last = [bound for bound in agreeing if bound.base == agreeing[-1].base]
    changed = agreeing[-len(last) :] != last
    return agreeing if changed or len(last) <= _SURE else last


def _agrees(bound: Bound) -> bool:
    mention = bound.mention
    return mention.nature is Nature.SHARE and bound.base is not None and agrees(mention, bound.base)


def _is_alike(mention: Mention, agreeing: Sequence[Bound]) -> bool:
    """Whether a noun, if there is one, is that of another share of the base, or of any record."""
    units = {bound.mention.unit for bound in agreeing}
    if mention.unit in AUDITS and units == {""}:
        return True
    return not mention.unit or any(are_alike(mention.unit, unit) for unit in units)
