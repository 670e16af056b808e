"""Shares in running text, each with the count and base that its sentence gives it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest

from goldenthread.checker.figures.model import Mention, Nature
from goldenthread.checker.figures.words.governed import (
    Governed,
    governed,
    is_led_by,
    span_of,
)
from goldenthread.checker.figures.words.joined import Joined, joined_in
from goldenthread.checker.figures.words.marking import FIGURES, MARKS, Span
from goldenthread.checker.figures.words.outline import Outline, outline_of
from goldenthread.checker.figures.words.shares import shares_in
from goldenthread.checker.figures.words.units import Unit, unit_after, unit_of_share
from goldenthread.checker.figures.words.wholes import Whole, wholes_in

_RESTATED = re.compile(r"^(?:,\s|,?\s\(|\s[–-]\s|,?\sor\s)(?:(?:about|around|some|just)\s)?$")
_GOES_ON = re.compile(r"[^.;:()\d]{0,80}(?:[,;]|\b(?:and|but|or))\s[^.;:()\d]{0,50}", re.IGNORECASE)
_NEAR = Fraction(1, 20)
_CLOSING = re.compile(rf"[^(\[{MARKS}]{{0,40}}?[)\]]")
_FARTHEST = 80


def mentions(text: str, part: int) -> tuple[Mention, ...]:
    """Every share of a passage, with the count and base that stand in the same sentence.

    >>> [(m.text, m.count, m.base) for m in mentions("16 Cases, 39%, were late; 4/26 (15%)", 0)]
    [('16 Cases, 39%', 16, None), ('4/26 (15%)', 4, 26)]
    >>> [(m.text, m.count, m.base) for m in mentions("Of the 78, 69 (82%) were seen.", 0)]
    [('Of the 78, 69 (82%)', 69, 78)]
    """
    if not shares_in(text):
        return ()
    outline = outline_of(text)
    return tuple(
        mention
        for sentence in outline.sentences
        for mention in _with_nouns(text, list(_in_sentence(outline, sentence, part)))
    )


def _with_nouns(text: str, found: list[Mention]) -> list[Mention]:
    """Shares without a noun that go on from one with it: "72% of visits and 55% by nurses"."""
    for place in range(1, len(found)):
        before, mention = found[place - 1], found[place]
        if _is_said_again(before, mention, text):
            found[place - 1], found[place] = _as_one(before, mention)
            continue
        alone = (before.count, before.base, mention.count, mention.base) == (None,) * 4
        between = text[before.end : mention.start]
        alone = alone and " of " not in mention.text  # it says what it is of itself
        if alone and before.unit and not mention.unit and _GOES_ON.fullmatch(between):
            found[place] = replace(mention, unit=before.unit)
    return found


def _is_said_again(before: Mention, mention: Mention, text: str) -> bool:
    """Whether a share in words is followed by its percentage: "half of the records (45%)"."""
    between = text[before.end : mention.start]
    return (
        before.share.places is None
        and mention.share.places is not None
        and _RESTATED.search(between) is not None
        and abs(before.share.value - mention.share.value) <= _NEAR
    )


def _as_one(before: Mention, mention: Mention) -> tuple[Mention, Mention]:
    """Two ways to say a share, with the count, base and noun that one of them gives."""
    count = before.count if mention.count is None else mention.count
    base = before.base if mention.base is None else mention.base
    unit = mention.unit or before.unit
    return (
        replace(before, count=count, base=base, unit=unit, nature=mention.nature),
        replace(mention, count=count, base=base, unit=unit),
    )


def _in_sentence(outline: Outline, sentence: Span, part: int) -> Iterator[Mention]:
    if not outline.has_share(*sentence):
        return
    wholes = wholes_in(outline, sentence)
    leads = frozenset(w.number for w in wholes if w.number is not None and not w.points_back)
    pairs = joined_in(outline.marks, sentence, leads)
    earlier: Joined | None = None
    pairs = _of_the_last_base(outline, pairs)
    for pair, following in zip_longest(pairs, pairs[1:]):
        of_both = _restated(outline, pair, following)
        found = governed(outline, sentence, of_both, wholes, earlier)
        if _is_of_a_share(outline, pair, pairs, wholes):
            found = replace(found, pair=pair, nature=Nature.ELSEWHERE)
        if _is_a_part(outline, pair, found.pair):
            yield _mention(outline, pair, found, part)
        earlier = found.pair if found.pair.base is not None else earlier


def _is_of_a_share(
    outline: Outline, pair: Joined, pairs: tuple[Joined, ...], wholes: tuple[Whole, ...]
) -> bool:
    """Whether a share is of another that gives no count: "30 came; 67% stayed, of whom 40% …"."""
    before = [whole for whole in wholes if whole.start < pair.share]
    if pair.base is not None or not before or not before[-1].points_back:
        return False
    whole = before[-1]
    told = [one for one in pairs if outline.shares[one.share].end + 1 < whole.start]
    if not told or told[-1].count is not None or told[-1].base is not None:
        return False
    return whole.number is not None and whole.number < told[-1].share


def _of_the_last_base(outline: Outline, pairs: tuple[Joined, ...]) -> tuple[Joined, ...]:
    """Shares that are told alike, under the base of the last: "by 40%, by 33% and by 27% of the 9".

    They are told alike where the same word stands before each.
    """
    found = list(pairs)
    for place in range(len(found) - 1, 0, -1):
        share, before = found[place], found[place - 1]
        if share.base is None or share.count is not None or before != Joined(before.share):
            continue
        if outline.are_told_alike(before.share, share.share):
            found[place - 1] = replace(before, base=share.base)
    return tuple(found)


def _is_a_part(outline: Outline, written: Joined, found: Joined) -> bool:
    """Whether a share is said of a whole: above a hundred per cent only with a count or a base."""
    if outline.shares[written.share].share.value <= 1 or found.count is not None:
        return True
    return found.base is not None and is_led_by(outline, written, found.base)


def _restated(outline: Outline, pair: Joined, following: Joined | None) -> Joined:
    """A share with the count and base of the next, if that says it again: "a third, 13 (34%)"."""
    if following is None or pair.count is not None or pair.base is not None:
        return pair
    share, again = outline.shares[pair.share], outline.shares[following.share]
    between = outline.marks[share.end : span_of(outline, following)[0]]
    if _RESTATED.search(between) and abs(share.share.value - again.share.value) <= _NEAR:
        return replace(pair, count=following.count, base=following.base)
    return pair


def _mention(outline: Outline, written: Joined, found: Governed, part: int) -> Mention:
    """The mention of a pair as ``written`` together, under what governs it."""
    start, end = _stretch(outline, written, found.apart)
    return Mention(
        share=outline.shares[written.share].share,
        count=_value(outline, found.pair.count),
        base=_value(outline, found.pair.base),
        text=outline.text[start:end],
        part=part,
        start=start,
        end=end,
        unit=_unit(outline, found.pair),
        nature=found.nature,
    )


def _value(outline: Outline, place: int | None) -> int | None:
    return None if place is None else outline.numbers[place].value


def _unit(outline: Outline, pair: Joined) -> str:
    """What is counted: the noun of the count, of the share, or of the base."""
    nouns = [_unit_at(outline, pair.count).noun] if pair.count is not None else []
    nouns.append(unit_of_share(outline.text, outline.shares[pair.share].end).noun)
    if pair.base is not None:
        nouns.append(_unit_at(outline, pair.base).noun)
    return next((noun for noun in nouns if noun), "")


def _unit_at(outline: Outline, number: int) -> Unit:
    return unit_after(outline.text, outline.numbers[number].end)


def _stretch(outline: Outline, pair: Joined, apart: int | None) -> Span:
    """The shortest stretch that holds a pair, its nouns and its brackets."""
    start, end = span_of(outline, pair)
    if apart is not None and _is_next_to(outline, apart, start):
        start = apart
    numbers = [n for n in (pair.count, pair.base) if n is not None]
    last = max(numbers, default=None)
    if last is None:
        end = unit_of_share(outline.text, outline.shares[pair.share].end).end
    elif last > pair.share and (unit := _unit_at(outline, last)).noun:
        end = unit.end
    inside = outline.text[start:end]
    if inside.count("(") + inside.count("[") > inside.count(")") + inside.count("]"):
        closing = _CLOSING.match(outline.marks, end)
        end = closing.end() if closing is not None else end
    return start, end


def _is_next_to(outline: Outline, apart: int, start: int) -> bool:
    """Whether only one figure, the base, begins between two places that are not far apart."""
    between = outline.marks[apart:start]
    return len(between) <= _FARTHEST and len(re.findall(f"[{FIGURES}]+", between)) == 1
