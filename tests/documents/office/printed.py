"""What a document prints: every text in it, and the words and numbers of these."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from goldenthread.documents.blocks import Document, FigureRun
from goldenthread.documents.charts.model import DotRow, Segment

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def texts(part: object) -> Iterator[str]:
    """Every text in a document or a part of it, and the numbers that it holds as numbers."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))
    if isinstance(part, FigureRun | Segment):
        yield from (str(n) for n in (part.count, getattr(part, "base", None)) if n is not None)
    if isinstance(part, DotRow):
        yield from (str(answer) for answer in part.answers)
        yield from (str(part.answers.count(answer)) for answer in part.answers)


def words_in(text: str) -> set[str]:
    """The words of a text, without case."""
    return {word.casefold() for word in _WORD.findall(text)}


def numbers_in(text: str) -> set[str]:
    """The whole numbers in a text, digit for digit."""
    return set(_NUMBER.findall(text))


def printed_words(document: Document) -> set[str]:
    """All words of a document."""
    return set().union(*(words_in(text) for text in texts(document)))


def printed_numbers(document: Document) -> set[str]:
    """All numbers of a document; its day of issue counts."""
    issued = document.issued_on.isoformat() if document.issued_on else ""
    return numbers_in(issued).union(*(numbers_in(text) for text in texts(document)))
