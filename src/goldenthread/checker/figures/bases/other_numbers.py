"""Another number of the sentence as count or base, where those that were found cannot be meant.

"12 children had 3 or 4 moves (46%)" and "9 were aged 1 to 4 (35%)" put a number of another kind
between a count and its share.
"""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.checker.figures.bases.nearby import Nearby, agrees
from goldenthread.checker.figures.bases.sentence_before import pairs_of
from goldenthread.checker.figures.model import Bound, Nature
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict

_WRONG = (Verdict.DISAGREES, Verdict.IMPOSSIBLE)


def is_wrong(bound: Bound) -> bool:
    """Whether a share of its own count is wrong, so that other numbers may be meant."""
    mention = bound.mention
    if mention.count is None or bound.count != mention.count or mention.nature is not Nature.SHARE:
        return False
    return verdict_of(mention.share, bound.count, bound.base) in _WRONG


def with_other_numbers(bound: Bound, near: Sequence[Nearby], text: str) -> Bound:
    """A wrong bound with a free number of its sentence as count, if only that comes out right.

    ``near`` are the numbers near by, and ``text`` is the passage. Where there is no base, a number
    that can be the share of some base takes the place of one that cannot.
    """
    mention = bound.mention
    free = _free_base(bound, near, text)
    if free is not None:
        return replace(bound, base=free, stated=True)
    sizes = [size for size in (bound.base, *(n.size for n in near)) if size is not None]
    for count in _free_numbers(bound, text):
        other = replace(mention, count=count)
        size = next((n for n in sizes if n > count and agrees(other, n)), None)
        if size is not None:
            return Bound(other, size, stated=bound.stated and size == bound.base, count=count)
        if bound.base is None and verdict_of(mention.share, count, None) is Verdict.POSSIBLE:
            return Bound(other, None, stated=False, count=count)
    return bound


def with_the_count_further_off(bound: Bound, text: str) -> Bound:
    """A count alone as the base of a number before it, if that comes out right.

    "48 forms came back from 160 that were sent (30%)": the 160 are what the 48 are of.
    """
    mention, base = bound.mention, bound.count
    if base is None or bound.base is not None or mention.nature is not Nature.SHARE:
        return bound
    for count in _free_numbers(bound, text):
        if count < base and agrees(replace(mention, count=count), base):
            return Bound(replace(mention, count=count), base, stated=True, count=count)
    return bound


def _free_base(bound: Bound, near: Sequence[Nearby], text: str) -> int | None:
    """A whole of the sentence of which the count is the share, where its base stands apart.

    "10 of the 26 (38%) and, in a sample of 12, 5 (42%)": the five are of the twelve.
    """
    mention = bound.mention
    outline = outline_of(text)
    sentence = outline.sentences[outline.sentence_of(mention.start)]
    own = next(
        (p for p in pairs_of(text, sentence) if mention.start <= p.share < mention.end), None
    )
    if own is None or own.base is not None:
        return None
    wholes = (n.size for n in near if n.in_sentence and n.is_whole)
    return next((size for size in wholes if agrees(mention, size)), None)


def _free_numbers(bound: Bound, text: str) -> list[int]:
    """Numbers before a mention in its sentence that belong to no share, the nearest first."""
    outline = outline_of(text)
    sentence = outline.sentences[outline.sentence_of(bound.mention.start)]
    pairs = pairs_of(outline.text, sentence)
    taken = {place for pair in pairs for place in (pair.count, pair.base)}
    places = outline.numbers_between(sentence[0], bound.mention.start)
    return [outline.numbers[place].value for place in reversed(places) if place not in taken]
