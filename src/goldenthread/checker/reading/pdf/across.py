"""Paragraphs that go on over the end of a page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from goldenthread.checker.reading.pdf.paragraphs import joined_text
from goldenthread.checker.source import Part, Passage, Region, Role

_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")
_SAME_SIZE = 0.6
"""Points."""


def joined_pages(pages: Sequence[list[Part]]) -> list[Part]:
    """All parts in order; a paragraph broken by the end of a page is whole on the first page."""
    for before, page in pairwise(pages):
        last = _last_of_text(before)
        if last is None or not page:
            continue
        begun, rest = before[last], page[0]
        if isinstance(begun, Passage) and isinstance(rest, Passage) and _goes_on(begun, rest):
            before[last] = replace(begun, text=joined_text([begun.text, rest.text]))
            del page[0]
    return list(chain.from_iterable(pages))


def _last_of_text(parts: Sequence[Part]) -> int | None:
    """Its number: footnotes and footers may follow it on the page."""
    for number in range(len(parts) - 1, -1, -1):
        if parts[number].region is Region.BODY:
            return number
    return None


def _goes_on(begun: Passage, rest: Passage) -> bool:
    return (
        begun.role is not Role.HEADING
        and rest.role is Role.PARAGRAPH
        and rest.region is Region.BODY
        and not begun.text.endswith(_ENDS)
        and rest.text[:1].islower()
        and abs((begun.size or 0) - (rest.size or 0)) <= _SAME_SIZE
    )
