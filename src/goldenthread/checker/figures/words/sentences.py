"""Stretches across whose ends no number is bound to another: sentences, and items run together."""

import re
from collections.abc import Iterator
from functools import lru_cache

from goldenthread.checker import sentences as reading
from goldenthread.checker.figures.words.marking import TEXTS_REMEMBERED, Span

_BULLET = re.compile(r"(?<=\s)[•▪●◦](?=\s)")
_LONGEST = 3000


@lru_cache(TEXTS_REMEMBERED)
def sentences(text: str) -> tuple[Span, ...]:
    """Start and end of every sentence, and of every item of a list that stands in a line.

    What runs on for thousands of characters is no sentence, and is cut at a space.

    >>> text = "Of 26 audits, approx. 38% were good. No. 4 was late, e.g. 3 visits! 39% of cases"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Of 26 audits, approx. 38% were good.', 'No. 4 was late, e.g. 3 visits!', '39% of cases']
    """
    pieces = (
        piece
        for sentence in reading.sentences(text)
        for item in _items(text, sentence.start, sentence.end)
        for piece in _cut(text, item)
    )
    return tuple(_trimmed(text, piece) for piece in pieces if text[slice(*piece)].strip())


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    for bullet in _BULLET.finditer(text, start, end):
        yield start, bullet.end()
        start = bullet.end()
    yield start, end


def _cut(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    inner = text[start:end]
    return end - len(inner.lstrip()), start + len(inner.rstrip())
