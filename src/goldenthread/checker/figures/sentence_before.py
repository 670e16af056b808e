"""Bases that the sentence before gives: "26 were returned. Of these, 10 (38%) were good"."""

from dataclasses import dataclass

from goldenthread.checker.figures.joined import joined_in
from goldenthread.checker.figures.kinds_of_unit import SAMPLED
from goldenthread.checker.figures.marking import Span
from goldenthread.checker.figures.model import Mention
from goldenthread.checker.figures.outline import Outline, outline_of
from goldenthread.checker.figures.units import unit_after
from goldenthread.checker.figures.wholes_in_words import wholes_in

_SENTENCES_GOVERNED = 2


@dataclass(frozen=True, slots=True)
class Before:
    """The base that sentences before a mention give it, if any.

    ``only`` is true where the words point back ("Of these"), so that no other base can be meant.
    """

    base: int | None = None
    only: bool = False


def given_before(mention: Mention, text: str, passage_before: str) -> Before:
    """What the sentences before a mention say that it is of.

    ``text`` is its passage, and ``passage_before`` the one before that, for a first sentence.
    """
    outline = outline_of(text)
    number = outline.sentence_of(mention.start)
    sentence = outline.sentences[number]
    if _points_back(mention, outline, sentence):
        if number:
            return Before(_group(outline, outline.sentences[number - 1]), only=True)
        before = outline_of(passage_before)
        last = before.sentences[-1] if before.sentences else (0, 0)
        return Before(_group(before, last), only=True)
    for earlier in range(number - 1, max(number - 1 - _SENTENCES_GOVERNED, -1), -1):
        base = _lead(mention, outline, outline.sentences[earlier])
        if base is not None:
            return Before(base)
    return Before()


def _points_back(mention: Mention, outline: Outline, sentence: Span) -> bool:
    before = [
        whole
        for whole in wholes_in(outline, sentence)
        if whole.start < mention.start or (whole.points_back and whole.start <= mention.end + 1)
    ]
    return bool(before) and before[-1].number is None


def _lead(mention: Mention, outline: Outline, sentence: Span) -> int | None:
    """The base of "Of the 12 in care, …" in an earlier sentence, unless it cannot be this one's."""
    leads = [w for w in wholes_in(outline, sentence) if not w.points_back and w.number is not None]
    if not leads or mention.count is None:
        return None
    number = outline.numbers[leads[-1].number or 0]
    noun = unit_after(outline.text, number.end).noun
    fits = mention.unit in {"", noun} and mention.count <= number.value
    return number.value if fits else None


def _group(outline: Outline, sentence: Span) -> int | None:
    """The number that "these" stands for: the one count of the sentence, or its first of people.

    >>> outline = outline_of("12 auditors returned 26 audits")
    >>> _group(outline, outline.sentences[0])
    26
    """
    start, end = sentence
    wholes = wholes_in(outline, sentence)
    leads = frozenset(w.number for w in wholes if w.number is not None and not w.points_back)
    joined = joined_in(outline.marks, sentence, leads)
    counts = [pair.count for pair in joined if pair.count is not None]
    if counts:
        return outline.numbers[counts[0]].value if len(counts) == 1 else None
    numbers = [number for place, number in outline.numbers.items() if start <= place < end]
    sampled = [n for n in numbers if unit_after(outline.text, n.end).noun in SAMPLED]
    if len(numbers) == 1:
        return numbers[0].value
    return sampled[0].value if len(sampled) == 1 else None
