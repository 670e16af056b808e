"""Which count and which percentage belong to which grade in a sentence.

Either the number comes first ("8 (31%) were graded ‘good’") or the grade ("Good: 8 (31%)"); a
sentence is read in the way that binds more of it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.sets.grade_words import Label, labels_in
from goldenthread.checker.figures.sets.quantities import Quantity, quantities_in


@dataclass(frozen=True, slots=True)
class Pair:
    """A grade with its count, its percentage, or both.

    ``base`` stands with it ("10 of the 26"). ``begins_profile`` is true where the words before it
    speak of one child's audit, whose grades are counted: "1 case had 4 …".
    """

    label: Label
    count: int | None
    share: Share | None
    base: int | None
    start: int
    end: int
    begins_profile: bool = False


_NONE = re.compile(
    r"\b(?:none|no|nil)(?:\s(?:were|was|are|is|audits?|cases|grades|graded|judged|rated|found|as"
    r"|to|be|of|them)){0,4}\s?[‘'“\"]?$",
    re.IGNORECASE,
)
"""What stands before a grade that nobody was given."""

_PROFILE = re.compile(
    r"\b(?:1|one|another|a\s(?:second|third|further))"
    r"(?:\schild[’']s)?(?:\s(?:case|child|auditor|manager|moderator|audit|record|file|family|(?:young\s)?person))?"
    r"(?:\s(?:which|that|who|it))?\s(?:was|had|has|held|received|got|showed|contained|gave)\b[^.;:\d]{0,30}$",
    re.IGNORECASE,
)
"""One child's audit as the subject: what is counted next are its grades."""

_TO_A_GRADE = re.compile(r"[^;:•]{0,70}")
_FROM_A_GRADE = re.compile(
    r"[’'”\"]{0,2}\s?[:=–—(,-]{0,2}\s?(?:\(?\s?n\s?=\s?)?(?:[a-z]+\s){0,4}\(?", re.IGNORECASE
)
_INCLUDED = re.compile(
    r"\b(?:including|included|of\s(?:whom|which|these|those|them)),?\s(?:\w+\s)?$", re.IGNORECASE
)
_OF_THEM = re.compile(r"\w{1,12}\sof\s(?:whom|which|these|those|them)\b", re.IGNORECASE)
_NEAR = 30
_BRACKET = re.compile(r"[’'”\"]{0,2}(?:\s[a-z]{1,15}){0,2}\s?\(\s?")
_WITHIN_A_GROUP = 45
_BEFORE = 120


def pairs_in(text: str) -> list[Pair]:
    """Grades of a sentence with their numbers, in order.

    >>> [(p.count, p.share and p.share.printed, *p.label.levels) for p in pairs_in(
    ...     "31%, (8 cases) were graded ‘good’, and none were inadequate")]
    [(8, '31', 'good'), (0, None, 'inadequate')]
    >>> [(p.count, *p.label.levels) for p in pairs_in("Good: 8 (31%), RI: 12 (46%)")]
    [(8, 'good'), (12, 'requires_improvement')]
    """
    labels = labels_in(text)
    if not labels:
        return []
    quantities = quantities_in(text)
    numbers_first = list(_numbers_first(text, quantities, labels))
    grades_first = list(_grades_first(text, quantities, labels))
    pairs = grades_first if len(grades_first) > len(numbers_first) else numbers_first
    if _is_unclear(quantities, labels, pairs):
        return []
    return [pair for pair in pairs if not _is_part_of_a_part(text, pair)]


def _is_unclear(
    quantities: Sequence[Quantity], labels: Sequence[Label], pairs: Sequence[Pair]
) -> bool:
    """Whether a grade after the first number has none of its own, so that others may have it."""
    paired = {pair.label.start for pair in pairs}
    first = quantities[0].start if quantities else 0
    return any(label.start not in paired and label.start > first for label in labels)


def _is_part_of_a_part(text: str, pair: Pair) -> bool:
    """Whether the words say that the number is of the number before it: "including 1 …"."""
    if pair.base is not None:
        return False  # "48 audits, of which 3 were outstanding, 20 good …" is of the whole
    before = text[max(0, pair.start - _NEAR) : pair.start]
    return _INCLUDED.search(before) is not None or _OF_THEM.match(text, pair.start) is not None


def _numbers_first(
    text: str, quantities: Sequence[Quantity], labels: Sequence[Label]
) -> Iterator[Pair]:
    end = 0
    for label in labels:
        group = _between(quantities, end, label.start)
        before = text[max(end, label.start - _BEFORE) : label.start]
        since, end = end, label.end
        if _NONE.search(before):
            yield Pair(label, 0, None, None, label.start - len(before.lstrip()), label.end)
        elif group and _TO_A_GRADE.fullmatch(text, group[-1].end, label.start):
            pair = _pair(text, group, label, since)
            if pair is not None:
                pair = _with_share_behind(text, pair, quantities)
                end = pair.end
                yield pair


def _with_share_behind(text: str, pair: Pair, quantities: Sequence[Quantity]) -> Pair:
    """The pair with the percentage in brackets behind its grade: "7 good (44%)"."""
    bracket = _BRACKET.match(text, pair.end)
    if pair.share is not None or bracket is None:
        return pair
    first = bisect_left(quantities, bracket.end(), key=_start)
    behind = quantities[first : first + 1]
    if not behind or behind[0].start != bracket.end() or behind[0].share is None:
        return pair
    return replace(pair, share=behind[0].share, end=behind[0].end)


def _grades_first(
    text: str, quantities: Sequence[Quantity], labels: Sequence[Label]
) -> Iterator[Pair]:
    for number, label in enumerate(labels):
        end = labels[number + 1].start if number + 1 < len(labels) else len(text)
        group = _close_together(_between(quantities, label.end, end))
        if group and _FROM_A_GRADE.fullmatch(text, label.end, group[0].start):
            pair = _pair(text, group, label, since=label.end)
            if pair is not None:
                yield replace(pair, begins_profile=False)


def _close_together(group: Sequence[Quantity]) -> list[Quantity]:
    """The first count and share, as far as no other follows them."""
    kept: list[Quantity] = []
    for quantity in group:
        far = kept and quantity.start - kept[-1].end > _WITHIN_A_GROUP
        if far or (not quantity.is_base and _has_its_kind(kept, quantity)):
            break
        kept.append(quantity)
    return kept


def _has_its_kind(kept: Sequence[Quantity], quantity: Quantity) -> bool:
    return any((one.share is None) == (quantity.share is None) for one in kept if not one.is_base)


def _pair(text: str, group: Sequence[Quantity], label: Label, since: int) -> Pair | None:
    """One count and one share at most, or the number cannot be told from others."""
    group, begins_profile = _without_subject(text, group, since)
    group, base = _without_base(text, group, since)
    counts = [q.count for q in group if q.count is not None]
    shares = [q.share for q in group if q.share is not None]
    if len(counts) > 1 or len(shares) > 1 or not group:
        return None
    return Pair(
        label=label,
        count=counts[0] if counts else None,
        share=shares[0] if shares else None,
        base=base,
        start=min(group[0].start, label.start),
        end=max(group[-1].end, label.end),
        begins_profile=begins_profile,
    )


def _without_subject(
    text: str, group: Sequence[Quantity], since: int
) -> tuple[Sequence[Quantity], bool]:
    """Without the "1" of "1 case had 4 …"."""
    last = group[-1]
    if last.count is None or not _PROFILE.search(
        text[max(since, last.start - _BEFORE) : last.start]
    ):
        return group, False
    return [last], True


def _without_base(
    text: str, group: Sequence[Quantity], since: int
) -> tuple[list[Quantity], int | None]:
    """Without "of the 26"; at the beginning of a list also without "26 audits: "."""
    bases = [q.count for q in group if q.is_base]
    rest = [q for q in group if not q.is_base]
    counts = [q for q in rest if q.count is not None]
    if len(counts) == 2 and since == 0:
        first, second = counts
        if _LEADS.search(text[first.end : second.start]):
            return [q for q in rest if q.start > first.end], first.count
    if since == 0 and len(counts) > 2:
        whole, first = counts[-2:]
        if _GRADES_LISTED.fullmatch(text, whole.end, first.start):
            return [q for q in rest if q.start > whole.end], whole.count
    return rest, bases[-1] if bases else None


_LEADS = re.compile(
    r":\s?$|\b(?:audits?|cases|children|records|files|plans|assessments|responses|visits|people)\b"
    r"[^.;]{0,60}(?::|,?\s(?:of\s(?:which|whom|these|those)|with)\s)[^.;]{0,20}$",
    re.IGNORECASE,
)
"""What stands between a number of all and the first of its parts: "26 audits were graded: 8"."""


_GRADES_LISTED = re.compile(
    r"\s(?:grades|gradings|judgements|ratings|scores|audits|records|files|cases):\s?", re.IGNORECASE
)
"""After the last of several numbers: "the 16 audits gave 73 grades: 5 outstanding"."""


def _between(quantities: Sequence[Quantity], start: int, end: int) -> Sequence[Quantity]:
    """Those within a stretch, which is found by halving: sentences may be very long."""
    first = bisect_left(quantities, start, key=_start)
    last = bisect_left(quantities, end, key=_start)
    found = quantities[first:last]
    return found[:-1] if found and found[-1].end > end else found


def _start(quantity: Quantity) -> int:
    return quantity.start
