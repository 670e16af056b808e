"""Return rates: what came back, of what was asked for."""

from collections.abc import Sequence
from dataclasses import replace

from goldenthread.checker.figures.bases.nearby import Nearby, agrees
from goldenthread.checker.figures.model import Bound, Mention
from goldenthread.checker.figures.words.kinds_of_unit import PEOPLE, SAMPLED


def return_rate(mention: Mention, governing: int | None, near: Sequence[Nearby]) -> Bound:
    """A return rate with its own count and base, or else with those that come out right.

    What came back is the base that governs the findings, or a number of the sentence; what was
    asked for stands near by: "42 were asked and 36 did so, a return of 86%". Where nothing comes
    out right, what governs is the count, or else the last number of the sentence.

    >>> from fractions import Fraction
    >>> from goldenthread.checker.figures.model import Share
    >>> mention = Mention(Share("86", Fraction(86, 100), 0), None, None, "86%", 0, 0, 3)
    >>> near = [Nearby(36, "", 0, True, True), Nearby(42, "manager", 0, True, True)]
    >>> bound = return_rate(mention, None, near)
    >>> bound.count, bound.base
    (36, 42)
    """
    if mention.base is not None:
        return Bound(mention, mention.base, stated=True, count=mention.count)
    for back in _counts(mention, governing, near):
        counted = replace(mention, count=back)
        asked = next((n for n in near if n.size > back and agrees(counted, n.size)), None)
        if asked is not None:
            return Bound(mention, asked.size, asked.in_sentence, count=back)
    counts = (mention.count, governing, _last(near))
    count = next((count for count in counts if count is not None), None)
    return Bound(mention, None, stated=False, count=count)


def _counts(mention: Mention, governing: int | None, near: Sequence[Nearby]) -> list[int]:
    if mention.count is not None:
        return [mention.count]
    first = [] if governing is None else [governing]
    return first + [n.size for n in near if n.in_sentence]


def _last(near: Sequence[Nearby]) -> int | None:
    """The last number of the sentence, or the only one near by, of people or what they answer."""
    sampled = [n for n in near if n.unit in SAMPLED | PEOPLE and n.is_whole]
    in_sentence = [n.size for n in sampled if n.in_sentence]
    if in_sentence:
        return in_sentence[0]
    return sampled[0].size if len({n.size for n in sampled}) == 1 else None
