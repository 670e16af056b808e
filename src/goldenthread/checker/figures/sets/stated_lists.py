"""Lists that words say are complete: "21 were good, made up of North 9, South 8 and East 4", or
"illness (14), no quorum (9) and the venue (5): 28 in all".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from goldenthread.checker.figures.bases.sections import Section, sections_of
from goldenthread.checker.figures.model import Bound, SetMember
from goldenthread.checker.figures.sets.grade_words import labels_in
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.figures.sets.quantities import Quantity, quantities_in
from goldenthread.checker.figures.sets.runs import LONGEST_PASSAGE
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.sentences import Sentence, sentences
from goldenthread.checker.source import Part, Passage, printed_passages

_MADE_UP_OF = re.compile(
    r"\b(?:made\sup\sof|comprising|consisting\sof|consisted\sof|comprised(?:\sof)?|namely|broken\sdown\s(?:as|into)"
    r"|split\s(?:into|as|between))\b:?\s",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:in\sall|in\stotal|altogether)\b\W{0,3}$|(?:;\s|\()\d{1,5}\s[a-z]{3,20}s\W{0,3}$",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r";\s(?:and\s)?|,\s(?:and\s)?|\sand\s|\splus\s")
_OF_A_PART = re.compile(
    r"\w\sof\s(?:them|these|those)\b|\b(?:including|includes?)\b", re.IGNORECASE
)
_FEWEST = 3
_MOST = 12


def stated_lists_in(parts: Sequence[Part], bounds: Iterable[Bound] = ()) -> list[Parts]:
    """Lists with their whole before or after them, in reading order.

    Where a part has no number, or two, the list is taken only if its counts make the whole. So is
    a list without a whole that makes a base which ``bounds`` of its section have.

    >>> text = "Of 42, 21 were good, made up of North 9, South 8 and East 5."
    >>> [(one.base, [m.count for m in one.members])
    ...  for one in stated_lists_in([Passage(text, "line 1")])]
    [(21, [9, 8, 5])]
    """
    sections = sections_of(parts)
    bases: dict[Section, set[int]] = {}
    for bound in bounds:
        if bound.base is not None:
            bases.setdefault(sections[bound.mention.part], set()).add(bound.base)
    return [
        found
        for number, passage in printed_passages(parts)
        if _may_have_one(passage.text)
        for found in _in_passage(passage, number, bases.get(sections[number], set()))
    ]


def _may_have_one(text: str) -> bool:
    if len(text) > LONGEST_PASSAGE:
        return False
    if len(outline_of(text).number_places) > _FEWEST:
        return True
    return _MADE_UP_OF.search(text) is not None or _IN_ALL.search(text) is not None


def _in_passage(passage: Passage, part: int, known: Collection[int]) -> Iterator[Parts]:
    for sentence in sentences(passage.text):
        made_up = _MADE_UP_OF.search(sentence.text)
        if made_up is not None:
            before, after = sentence.text[: made_up.start()], sentence.text[made_up.end() :]
            found = _with_whole_before(before, after)
        else:
            found = _with_whole_after(sentence) or _with_whole_first(sentence)
            found = found or _of_a_known_whole(sentence, known)
        if found is not None:
            base, members = found
            yield Parts(members, base, passage.where, part, sentence.start)


Found = tuple[int, tuple[SetMember, ...]]


def _with_whole_before(before: str, after: str) -> Found | None:
    sizes = [q for q in quantities_in(before) if q.count is not None]
    listed = _listed(after)
    if listed is None or not sizes:
        return None
    members, is_plain = listed
    total = sum(member.count or 0 for member in members)
    if any(size.count == total for size in sizes):
        return total, members
    of_all = [size.count for size in sizes if not size.is_base] or [sizes[-1].count]
    whole = of_all[-1]
    return (whole, members) if is_plain and whole is not None else None


def _with_whole_after(sentence: Sentence) -> Found | None:
    """A list before "28 in all", which is taken only if its counts make that."""
    if _IN_ALL.search(sentence.text) is None:
        return None
    counts = [q for q in quantities_in(sentence.text) if q.count is not None]
    listed = _listed(sentence.text[: counts[-1].start].rstrip(" ,;:–-")) if counts else None
    if listed is None:
        return None
    whole = counts[-1].count
    for members in (listed[0], listed[0][1:]):  # "The four reasons were …" begins with no part
        if whole and len(members) >= _FEWEST and whole == sum(m.count or 0 for m in members):
            return whole, members
    return None


def _with_whole_first(sentence: Sentence) -> Found | None:
    """A plain list whose counts make the first number: "48 came: police 20, schools 15, others 13".

    No words say that it is complete: only its sum tells. Grades are left to ``splits``.
    """
    # Numbers are cheap to find, quantities are not: most sentences have too few of either.
    if len(numbers_in(sentence.text)) <= _FEWEST or _OF_A_PART.search(sentence.text):
        return None
    if any(label.parting.is_certain for label in labels_in(sentence.text)):
        return None
    quantities = quantities_in(sentence.text)
    if len(quantities) <= _FEWEST or any(q.count is None for q in quantities):
        return None
    whole, *rest = quantities
    if len(rest) > _MOST or any(q.is_base for q in rest):
        return None
    starts = [quantity.start for quantity in rest]
    is_plain = all(
        _BETWEEN_PARTS.search(sentence.text, one, other) for one, other in pairwise(starts)
    )
    if not is_plain or not whole.count or whole.count != sum(q.count or 0 for q in rest):
        return None
    return whole.count, tuple(_member(sentence.text, quantity) for quantity in rest)


def _of_a_known_whole(sentence: Sentence, known: Collection[int]) -> Found | None:
    """A plain list of bare counts that make a base: "White British 8, Black African 7, Asian 2"."""
    if not known or sum(n.value for n in numbers_in(sentence.text)) not in known:
        return None
    listed = _listed(sentence.text)
    if listed is None or not listed[1] or any(q.share for q in quantities_in(sentence.text)):
        return None
    members = listed[0]
    total = sum(member.count or 0 for member in members)
    return (total, members) if total in known else None


def _listed(text: str) -> tuple[tuple[SetMember, ...], bool] | None:
    """The counts of a list, and whether each part has one and no share; ``None`` for no list."""
    quantities = quantities_in(text)
    counts = [q for q in quantities if q.count is not None and not q.is_base]
    if not _FEWEST <= len(counts) <= _MOST:
        return None
    segments = _BETWEEN_PARTS.split(text)
    is_plain = len(segments) == len(counts) == len(quantities)
    return tuple(_member(text, quantity) for quantity in counts), is_plain


def _member(text: str, quantity: Quantity) -> SetMember:
    """A count with the words of its part."""
    before = [m.end() for m in _BETWEEN_PARTS.finditer(text, 0, quantity.start)]
    after = _BETWEEN_PARTS.search(text, quantity.end)
    start = before[-1] if before else 0
    return SetMember(
        text[start : after.start() if after else len(text)].strip(" .;,:"), quantity.count, None
    )
