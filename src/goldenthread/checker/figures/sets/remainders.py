"""Lists that say they are complete: "Of the 26, 10 were seen at home, 11 at school and the
remaining 5 elsewhere".

Only the words "the remaining" make such a list a set, because other lists may count a child twice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from goldenthread.checker.figures.model import SetMember
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.figures.sets.quantities import Quantity, quantities_in
from goldenthread.checker.figures.sets.runs import LONGEST_PASSAGE
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Part, Passage, printed_passages

_REST = re.compile(
    r"\b(?:the\s(?:remaining|other)|(?:the\s)?(?:remainder|rest)(?:\s?,)?\s?\(?)\s?$", re.IGNORECASE
)
_SUBSET = re.compile(
    r"\b(?:of\s(?:which|whom|these|those|them)|including|among\s(?:them|these))\b[^.;,\d]{0,20}$",
    re.IGNORECASE,
)
"""What stands before a number that is a part of a part."""

_BEFORE = 60
_MOST_PARTS = 8


def remainders_in(parts: Sequence[Part]) -> list[Parts]:
    """Lists of a stated number that end in "the remaining", in reading order.

    >>> text = "Of the 26 audits, 10 came from North, 11 from South and the remaining 6 from East."
    >>> [(found.base, [member.count for member in found.members])
    ...  for found in remainders_in([Passage(text, "line 1")])]
    [(26, [10, 11, 6])]
    """
    return [
        found
        for number, passage in printed_passages(parts)
        if _may_have_one(passage.text)
        for found in _in_passage(passage, number)
    ]


def _may_have_one(text: str) -> bool:
    if len(text) > LONGEST_PASSAGE:
        return False
    lowered = text.casefold()
    return any(word in lowered for word in ("remaining", "the other", "remainder", "the rest"))


def _in_passage(passage: Passage, part: int) -> Iterator[Parts]:
    for sentence in sentences(passage.text):
        if not _may_have_one(sentence.text):
            continue
        quantities = quantities_in(sentence.text)
        members = _members(sentence.text, quantities)
        bases = {q.count for q in quantities if q.is_base}
        if len(bases) == 1 and 1 < len(members) <= _MOST_PARTS:
            base = bases.pop()
            shown = _chosen(members, base)
            yield Parts(shown, base, passage.where, part, sentence.start + quantities[0].start)


def _members(text: str, quantities: Sequence[Quantity]) -> list[SetMember]:
    """The counts of a sentence up to the one after "the remaining"; none if there is no such."""
    found: list[SetMember] = []
    for n, quantity in enumerate(quantities):
        before = text[max(0, quantity.start - _BEFORE) : quantity.start]
        if quantity.is_base or quantity.count is None or _SUBSET.search(before):
            continue
        end = quantities[n + 1].start if n + 1 < len(quantities) else len(text)
        words = text[quantity.start : end].strip(" ,;.(")
        found.append(SetMember(words, quantity.count, None))
        if _REST.search(before):
            return found
    return []


def _chosen(members: Sequence[SetMember], base: int | None) -> tuple[SetMember, ...]:
    """All parts, or those that with the rest make the base: others may be parts of parts."""
    rest = members[-1]
    for size in range(len(members) - 1, 0, -1):
        for some in combinations(members[:-1], size):
            if sum(member.count or 0 for member in (*some, rest)) == base:
                return (*some, rest)
    return tuple(members)
