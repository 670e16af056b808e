"""A share under the base that its sentence gives: "Of the 26, 10 (38%) … and 12 (46%) …"."""

import re
from dataclasses import dataclass, replace

from goldenthread.checker.figures.model import Nature
from goldenthread.checker.figures.words.joined import Joined
from goldenthread.checker.figures.words.kinds_of_unit import SAMPLED, are_alike, is_of
from goldenthread.checker.figures.words.marking import NUMBER, Span
from goldenthread.checker.figures.words.natures import nature_of
from goldenthread.checker.figures.words.outline import Outline
from goldenthread.checker.figures.words.units import unit_after, unit_of_share
from goldenthread.checker.figures.words.wholes import Whole, group_before

_ALL = re.compile(r"\ball\s(?:of\s)?(?:the\s|our\s)?$", re.IGNORECASE)
_LED_BY = re.compile(
    rf"{NUMBER}(?:\s[\w’'-]+){{0,5}},?(?:\s(?:and|but|of\s(?:which|whom|these|those)))?\s"
    rf"(?:only\s|just\s|about\s|over\s|almost\s|nearly\s)?",
    re.IGNORECASE,
)
_HAS_A_VERB = re.compile(
    r"\s(?:were|was|had|have|has|are|is|did|do|held|met|knew|\w{2,20}ed)\b", re.IGNORECASE
)
_ALL_BUT = re.compile(
    r"\ball\s(?:[a-z]{2,20}\s){0,2}(?:but|except|bar|apart\sfrom)\s(?:the\s)?$", re.IGNORECASE
)
_EVERY_ONE = re.compile(
    rf"\b(?:every(?:\ssingle)?\sone|each(?:\sone)?|all|both)\sof\s(?:the|these|those|our)\s"
    rf"(?P<whole>{NUMBER})(?:\s[\w’'-]+){{0,4}}\s?[(\[]$",
    re.IGNORECASE,
)
_IS_A_MEASURE = re.compile(r"\b(?:was|is|averaged|at|to)\s(?:\w+\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Governed:
    """A pair and its nature; ``apart`` is where a base begins that stands apart from the share."""

    pair: Joined
    nature: Nature
    apart: int | None = None


def governed(
    outline: Outline,
    sentence: Span,
    pair: Joined,
    wholes: tuple[Whole, ...],
    earlier: Joined | None,
) -> Governed:
    """A pair with the base of its sentence: of the words before it, or of an ``earlier`` pair.

    A count is never of a smaller base. "Of these", with no number before it in the sentence, gives
    no base here: another sentence names the group.
    """
    if _is_left_out(outline, pair):
        pair = replace(pair, count=None)
    found = Governed(
        pair,
        nature_of(outline.marks, sentence, span_of(outline, pair), _span_of_share(outline, pair)),
    )
    if pair.base is not None or found.nature is not Nature.SHARE:
        return found
    whole_number = _all(outline, sentence, pair)
    if whole_number is not None:
        return replace(found, pair=replace(pair, count=whole_number, base=whole_number))
    whole = whole_of(outline, sentence, pair, wholes)
    if whole is not None:
        if whole.number is None or _is_of_another_noun(outline, pair, whole.number):
            return found
        return _under(outline, found, whole.number, min(whole.start, whole.number))
    if earlier is not None and earlier.base is not None and _is_of(outline, pair, earlier.base):
        return _under(outline, found, earlier.base, None)
    return found


def _is_of_another_noun(outline: Outline, pair: Joined, base: int) -> bool:
    """Whether a share names what it is of, and that is no base: "in the 3 teams 63% of plans"."""
    if pair.count is not None:
        return False
    own = unit_of_share(outline.text, outline.shares[pair.share].end).noun
    whole = unit_after(outline.text, outline.numbers[base].end).noun
    return bool(own and whole) and not are_alike(own, whole)


def _is_left_out(outline: Outline, pair: Joined) -> bool:
    """Whether the count is of what the share is not of: "all but 2 of the 26 audits (92%)"."""
    if pair.count is None:
        return False
    return _ALL_BUT.search(outline.marks, max(0, pair.count - 50), pair.count) is not None


def _all(outline: Outline, sentence: Span, pair: Joined) -> int | None:
    """Where the number is that words say to be count and base at once: "all 47 (100%)"."""
    if outline.shares[pair.share].share.value != 1:
        return None
    if pair.count is None:
        every = _EVERY_ONE.search(outline.marks[max(sentence[0], pair.share - 80) : pair.share])
        return (
            None
            if every is None
            else pair.share - (len(every[0]) - every.start("whole") + every.start())
        )
    is_all = _ALL.search(outline.marks, max(0, pair.count - 16), pair.count)
    return pair.count if is_all else None


def span_of(outline: Outline, pair: Joined) -> Span:
    """The stretch from the first figure of a pair to its last."""
    share = outline.shares[pair.share]
    numbers = [outline.numbers[n] for n in (pair.count, pair.base) if n is not None]
    return (
        min(share.start, *(n.start for n in numbers)) if numbers else share.start,
        max(share.end, *(n.end for n in numbers)) if numbers else share.end,
    )


def whole_of(
    outline: Outline, sentence: Span, pair: Joined, wholes: tuple[Whole, ...]
) -> Whole | None:
    """The base in words that a pair is of: around it, before it, or at the sentence's end.

    Words within a pair or just after it ("12 (38%) of them") point back beyond its own count.
    """
    start, end = span_of(outline, pair)
    for whole in wholes:
        if whole.points_back and start < whole.start <= end + 2:
            return replace(
                whole, number=group_before(outline, sentence[0], start, _least(outline, pair))
            )
    before_it = [whole for whole in wholes if whole.start < start and not whole.closes]
    if before_it:
        return _large_enough(outline, sentence, pair, before_it[-1])
    return next((whole for whole in wholes if whole.closes and whole.start >= end), None)


def _large_enough(outline: Outline, sentence: Span, pair: Joined, whole: Whole) -> Whole:
    """A whole that words point back to, if it holds the count, or else the last that does."""
    least = _least(outline, pair)
    if (
        not whole.points_back
        or whole.number is None
        or outline.numbers[whole.number].value >= least
    ):
        return whole
    larger = group_before(outline, sentence[0], whole.start, least)
    return whole if larger is None else replace(whole, number=larger)


def _least(outline: Outline, pair: Joined) -> int:
    """The smallest group that a pair can be of: it holds its count, and is more than one."""
    return 2 if pair.count is None else max(2, outline.numbers[pair.count].value)


def _is_of(outline: Outline, pair: Joined, base: int) -> bool:
    """Whether a pair, by its noun, can be of the base of an earlier one."""
    place = outline.numbers[pair.count].end if pair.count is not None else None
    noun = unit_of_share(outline.text, outline.shares[pair.share].end).noun
    if place is not None:
        noun = unit_after(outline.text, place).noun or noun
    elif _IS_A_MEASURE.search(outline.marks, max(0, pair.share - 20), pair.share):
        return False
    return noun in {"", unit_after(outline.text, outline.numbers[base].end).noun}


def _under(outline: Outline, found: Governed, base: int, apart: int | None) -> Governed:
    count = found.pair.count
    is_over = outline.shares[found.pair.share].share.value > 1
    too_many = count is not None and outline.numbers[count].value > outline.numbers[base].value
    if too_many and not is_over and not is_led_by(outline, found.pair, base):
        return found
    return replace(found, pair=replace(found.pair, base=base), apart=apart)


def is_led_by(outline: Outline, pair: Joined, base: int) -> bool:
    """Whether a pair stands just after its base, and is of nothing else: "Of the 26, 31 (84%)".

    Only then is a count above its base, or a share above the whole, surely a slip.
    """
    start, end = span_of(outline, pair)
    if base == pair.base:
        return unit_after(outline.text, outline.numbers[base].end).noun in {"", *SAMPLED}
    if _LED_BY.fullmatch(outline.marks, base, start) is None:
        return False
    whole = unit_after(outline.text, outline.numbers[base].end).noun
    if pair.count is None:
        return whole in {"", *SAMPLED} and _HAS_A_VERB.match(outline.marks, end) is not None
    own = unit_after(outline.text, outline.numbers[pair.count].end).noun
    after = unit_after(outline.text, end + 1).noun if outline.marks[end : end + 1] == ")" else ""
    return all(is_of(noun, whole) for noun in (own, after))


def _span_of_share(outline: Outline, pair: Joined) -> Span:
    share = outline.shares[pair.share]
    return share.start, share.end
