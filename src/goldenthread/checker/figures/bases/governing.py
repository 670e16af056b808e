"""How many there are in all: the bases that govern a section, or what follows in a passage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from goldenthread.checker.figures.bases.populations import ONE_OF_TWO_PARTS
from goldenthread.checker.figures.bases.words import (
    AND_ANOTHER,
    ANY_NOUN,
    CHECKED_NOUN,
    FINDINGS_FROM,
    IN_HEADING,
    LABELS,
    ONCE_RETURNED,
)
from goldenthread.checker.figures.model import BaseMention
from goldenthread.checker.figures.words.kinds_of_unit import CHECKED, SAMPLED, is_of
from goldenthread.checker.figures.words.marking import SHARE, TEXTS_REMEMBERED, Span
from goldenthread.checker.figures.words.outline import Outline, outline_of
from goldenthread.checker.figures.words.units import noun_in, unit_after
from goldenthread.checker.figures.words.wholes import wholes_in
from goldenthread.checker.source import Part, Passage, Role, printed_passages

_LOOK_BACK = 120

_AFTER_A_SHARE = re.compile(rf"{SHARE}[^()]{{0,100}}\(\s?$")
"""Before a base in brackets that stands with one share: "80% agreed (40 parents answered)"."""

_HAS_A_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|\w{3,5}ty)",
    re.IGNORECASE,
)


def base_mentions(parts: Sequence[Part]) -> tuple[BaseMention, ...]:
    """Bases in the printed passages of a document, in reading order.

    Those that govern stand for their section; the others ("Of the 12 in care, …") for the rest of
    their sentence and the next. ``start`` is where the number begins.

    >>> parts = [Passage("The findings are based on 26 audits.", "page 1")]
    >>> [(b.base, b.unit, b.governs) for b in base_mentions(parts)]
    [(26, 'audit', True)]
    """
    return tuple(
        base
        for number, passage in printed_passages(parts)
        for base in bases_of_passage(passage, number)
    )


def bases_of_passage(passage: Passage, part: int) -> Iterator[BaseMention]:
    """Bases in one passage, the part of this number, in reading order."""
    return (replace(base, part=part) for base in _bases_in(passage.text, passage.role))


@lru_cache(TEXTS_REMEMBERED)
def _bases_in(text: str, role: Role) -> tuple[BaseMention, ...]:
    """Bases in a text, as if it were the first part."""
    if not _HAS_A_NUMBER.search(text):
        return ()
    outline = outline_of(text)
    bases: list[BaseMention] = []
    for sentence in outline.sentences:
        if outline.numbers_between(*sentence):
            found: dict[int, BaseMention] = {}
            for base in _in_sentence(outline, sentence, role):
                found.setdefault(base.start, base)
            bases.extend(found[start] for start in sorted(found))
    return tuple(bases)


def _in_sentence(outline: Outline, sentence: Span, role: Role) -> Iterator[BaseMention]:
    wholes = wholes_in(outline, sentence)
    of_its_sentence = {whole.number for whole in wholes if whole.closes}
    for number, start, unit in _governing(outline, sentence, role):
        before = outline.marks[max(sentence[0], number - _LOOK_BACK) : number]
        of_one_share = _AFTER_A_SHARE.search(before) is not None
        if ONE_OF_TWO_PARTS.match(outline.marks, number, sentence[1]):
            continue
        if not (of_one_share or (number in of_its_sentence and outline.has_share(*sentence))):
            yield _base(outline, (number, start), unit, governs=True)
    for whole in wholes:
        if whole.number is not None and not whole.points_back:
            unit = _unit_at(outline, whole.number)
            yield _base(outline, (whole.number, whole.start), unit, governs=False)


def _base(outline: Outline, places: tuple[int, int], unit: str, *, governs: bool) -> BaseMention:
    """A base whose number, and whose words, begin at two places."""
    number = outline.numbers[places[0]]
    end = unit_after(outline.text, number.end).end
    text = outline.text[min(places) : end]
    return BaseMention(number.value, unit, 0, number.start, text, governs)


def _governing(outline: Outline, sentence: Span, role: Role) -> Iterator[tuple[int, int, str]]:
    """Where the number and the words of each governing base begin, and its unit."""
    start = sentence[0]
    marks = outline.marks[slice(*sentence)]
    if role in {Role.HEADING, Role.CAPTION}:
        for match in FINDINGS_FROM.finditer(marks):
            number = start + match.start("base")
            yield number, start + match.start(), _unit_at(outline, number)
        for match in _matches(IN_HEADING, marks):
            number = start + match.start("base")
            unit = _unit_at(outline, number) or noun_in(outline.text[start:number])
            if unit in SAMPLED or match.re is IN_HEADING[1]:
                yield number, start + match.start(), unit
    for match in _matches(ANY_NOUN, marks):
        number = start + match.start("base")
        unit = _unit_at(outline, number)
        yield number, start + match.start(), unit
        yield from _and_another(outline, number, unit)
    for match in _matches(CHECKED_NOUN, marks):
        number = start + match.start("base")
        unit = _unit_at(outline, number)
        if unit in CHECKED:
            yield number, start + match.start(), unit
    for match in _matches(LABELS, marks):
        number = start + match.start("base")
        unit = _unit_at(outline, number) or noun_in(outline.text[start:number])
        yield number, start + match.start(), unit
    yield from _returned(outline, start, marks)


def _and_another(outline: Outline, number: int, unit: str) -> Iterator[tuple[int, int, str]]:
    """A second base of another noun, with its words: "18 plans and 22 assessments"."""
    match = AND_ANOTHER.match(outline.marks, number)
    if match is None:
        return
    other = _unit_at(outline, match.start("base"))
    if other and unit and not is_of(other, unit):
        yield match.start("base"), match.start("base"), other


def _returned(outline: Outline, start: int, marks: str) -> Iterator[tuple[int, int, str]]:
    """What came back: its noun is that of what was asked for, before it in the sentence."""
    for match in ONCE_RETURNED.finditer(marks):
        unit = noun_in(outline.text[start : start + match.start()])
        if match["answered"]:
            unit = unit or "respondent"
        if unit in CHECKED or match["answered"]:
            yield start + match.start("base"), start + match.start(), unit


def _matches(patterns: Sequence[re.Pattern[str]], marks: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(marks)


def _unit_at(outline: Outline, number: int) -> str:
    return unit_after(outline.text, outline.numbers[number].end).noun
