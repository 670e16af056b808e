"""Sentences of a passage: no number is bound to another across their ends."""

import re
from collections.abc import Iterator

from goldenthread.checker.figures.words.marking import Span

_ABBREVIATIONS = frozenset(
    {
        *("approx", "e.g", "eg", "i.e", "ie", "etc", "cf", "vs", "no", "nos", "dr", "mr", "mrs"),
        *("ms", "st", "para", "paras", "fig", "figs", "p", "pp", "vol", "inc", "ref", "sect"),
        *("dept", "est", "max", "min", "c", "s", "ss", "reg", "regs", "art", "ch", "tel", "ext"),
    }
)
_MAY_END_A_SENTENCE_TOO = frozenset({"etc", "no", "inc", "st", "max", "min", "c", "s"})

_STOP = re.compile(r"[.!?…]+[’”\"')\]]{0,3}(?=\s)|(?<=\s)[•▪●◦](?=\s)")
_LAST_WORD = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]+)?$")
_LONGEST_WORD = 12
_LONGEST = 3000


def sentences(text: str) -> tuple[Span, ...]:
    """Start and end of every sentence. Abbreviations and decimals end none.

    What runs on for thousands of characters is no sentence, and is cut at a space.

    >>> text = "Of 26 audits, approx. 38% were good. No. 4 was late, e.g. 3 visits! 39% of cases"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Of 26 audits, approx. 38% were good.', 'No. 4 was late, e.g. 3 visits!', '39% of cases']
    """
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_a_sentence(text, stop):
            found.append((start, stop.end()))
            start = stop.end()
    found.append((start, len(text)))
    pieces = (piece for span in found for piece in _cut(text, span))
    return tuple(_trimmed(text, piece) for piece in pieces if text[slice(*piece)].strip())


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


def _ends_a_sentence(text: str, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + 3].lstrip("\xa0 ‘“\"'(")
    if after[:1].islower():
        return False
    if stop.group() != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_WORD), stop.start())
    if word is None or word.group().casefold() not in _ABBREVIATIONS:
        return True
    return word.group().casefold() in _MAY_END_A_SENTENCE_TOO and not after[:1].isdecimal()
