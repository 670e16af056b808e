"""The group that "Of these" stands for, when only the sentence before names it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.checker.figures.bases.nearby import agrees
from goldenthread.checker.figures.bases.populations import populations_in
from goldenthread.checker.figures.model import Mention
from goldenthread.checker.figures.words.governed import whole_of
from goldenthread.checker.figures.words.joined import Joined, joined_in
from goldenthread.checker.figures.words.kinds_of_unit import SAMPLED
from goldenthread.checker.figures.words.marking import Span
from goldenthread.checker.figures.words.outline import Outline, outline_of
from goldenthread.checker.figures.words.units import unit_after
from goldenthread.checker.figures.words.wholes import Whole, wholes_in

_DONE = re.compile(r"\s(\w{3,20}ed)\b")
_ITS_OWN_PEOPLE = re.compile(
    r"(?:[\w’'-]{1,20}\s){0,3}[a-z]{3,20}s\s(?:told|said|reported|felt|thought|estimated|wrote)\b",
    re.IGNORECASE,
)
"""People in whose sentence "them" are they themselves: "Managers told us that 50% of them …"."""

_THESE = re.compile(r"\bof\s(?:whom|which|these|those|them)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PointsBack:
    """That a mention points back, and the base that it points to, if that can be told."""

    base: int | None


def pointing_back(mention: Mention, text: str, passage_before: str) -> PointsBack | None:
    """What a mention in words such as "Of these" is of; ``None`` where no words point back.

    ``text`` is its passage, and ``passage_before`` the one before that, for a first sentence.
    """
    outline = outline_of(text)
    number = outline.sentence_of(mention.start)
    if _THESE.search(text, *outline.sentences[number]) is None:
        return None
    if _ITS_OWN_PEOPLE.match(text, outline.sentences[number][0], mention.start):
        return PointsBack(None)
    whole = _whole(mention, outline, outline.sentences[number])
    if whole is None or whole.number is not None:
        return None
    if _follows_a_share_alone(mention, outline, outline.sentences[number], whole):
        return PointsBack(None)
    these = _THESE.match(text, whole.start)
    noun = unit_after(text, these.end()).noun if these is not None else ""
    done = _DONE.match(text, these.end()) if these is not None else None
    before, last = (text, number - 1) if number else _last_of(passage_before)
    if _says_no_number(before, last):
        return None  # "them" are those of whom the section tells
    group = _group_done(before, last, done[1]) if done is not None else None
    if group is None:
        group = _group_agreeing(before, last, mention)
    return PointsBack(group if group is not None else _group(before, last, noun))


def _says_no_number(text: str, sentence: int) -> bool:
    """Whether a sentence stands before, and has neither a number nor a share."""
    outline = outline_of(text)
    if not text or not 0 <= sentence < len(outline.sentences):
        return False
    span = outline.sentences[sentence]
    return not outline.numbers_between(*span) and not outline.has_share(*span)


def _last_of(passage: str) -> tuple[str, int]:
    return passage, len(outline_of(passage).sentences) - 1


def _group_agreeing(text: str, sentence: int, mention: Mention) -> int | None:
    """The last number of a sentence of which a mention's count is its share."""
    numbers = populations_in(text)[sentence] if sentence >= 0 else ()
    return next((p.size for p in reversed(numbers) if agrees(mention, p.size)), None)


def _group_done(text: str, sentence: int, done: str) -> int | None:
    """The one number of a sentence to which the same was done: "We assessed 96", "those assessed".

    >>> _group_done("We assessed 96 carers, 64 (67%) well.", 0, "assessed")
    96
    """
    numbers = populations_in(text)[sentence] if sentence >= 0 else ()
    verb = re.escape(done)
    before = re.compile(rf"\b{verb}\s(?:(?:all|the|these|a\stotal\sof)\s)*$", re.IGNORECASE)
    after = re.compile(rf"[\w,]+(?:\s[\w’'-]+){{1,4}}\s{verb}\b", re.IGNORECASE)
    group = {
        p.size
        for p in numbers
        if before.search(text[max(0, p.start - 60) : p.start]) or after.match(text, p.start)
    }
    return group.pop() if len(group) == 1 else None


def _whole(mention: Mention, outline: Outline, sentence: Span) -> Whole | None:
    wholes, pairs = _read(outline.text, sentence)
    if not any(whole.points_back for whole in wholes):
        return None
    pair = next((p for p in pairs if _is_share_of(mention, outline, p)), None)
    return whole_of(outline, sentence, pair, wholes) if pair is not None else None


def pairs_of(text: str, sentence: Span) -> tuple[Joined, ...]:
    """The shares of a sentence with what is joined to them."""
    return _read(text, sentence)[1]


@lru_cache(maxsize=16)
def _read(text: str, sentence: Span) -> tuple[tuple[Whole, ...], tuple[Joined, ...]]:
    """The bases in words and the shares of a sentence, which its mentions all ask for."""
    outline = outline_of(text)
    wholes = wholes_in(outline, sentence)
    leads = frozenset(w.number for w in wholes if w.number is not None and not w.points_back)
    return wholes, joined_in(outline.marks, sentence, leads)


def _follows_a_share_alone(
    mention: Mention, outline: Outline, sentence: Span, whole: Whole
) -> bool:
    """Whether "these" stand for a share that gives no count: "41% were late, 30% of these …"."""
    _, pairs = _read(outline.text, sentence)
    before = [
        pair
        for pair in pairs
        if outline.shares[pair.share].end + 1 < whole.start
        and not _is_share_of(mention, outline, pair)
    ]
    own = next((p for p in pairs if _is_share_of(mention, outline, p)), None)
    if not before or before[-1].count is not None or own is None:
        return False
    return not outline.are_told_alike(before[-1].share, own.share)


def _is_share_of(mention: Mention, outline: Outline, pair: Joined) -> bool:
    inside = mention.start <= pair.share < mention.end
    return inside and outline.shares[pair.share].share == mention.share


def _group(text: str, sentence: int, noun: str) -> int | None:
    """The one number of a sentence that "these" can stand for.

    A lone count with a share comes first ("12 (46%) had plans. Of these, …"), then a number of
    the noun, then what reports are made of.

    >>> _group("12 auditors returned 26 audits.", 0, "")
    26
    """
    numbers = populations_in(text)[sentence] if sentence >= 0 else ()
    counts = [p for p in numbers if not p.is_whole]
    for group in (
        [p for p in numbers if noun and p.unit == noun],
        [p for p in numbers if p.is_whole] if len(counts) > 1 else counts,
        numbers if not counts else [],
        [p for p in numbers if p.unit in SAMPLED] if not counts else [],
    ):
        if len(group) == 1:
            return group[0].size
    return None
