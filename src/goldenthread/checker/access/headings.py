"""Headings: real ones, in order (WCAG 2.2, 1.3.1 Info and Relationships, level A)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from goldenthread.checker.access.places import counted, places, shortened
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import FileKind, Grid, Passage, Region, Role, Shows, Source

CHECK = "headings"

_LONG_DOCUMENT = 400
"""Words from which a document needs headings to be found one's way in."""

_HEADING_WORDS = 10
_LARGER = 1.15
_PAGE = frozenset({Region.BODY, Region.TEXT_BOX})


def check_headings(source: Source) -> Iterator[AccessFinding]:
    """No headings, what only looks like them, and levels that are skipped."""
    if Shows.HEADINGS not in source.shows:
        return
    passages = [passage for passage in source.passages if passage.region in _PAGE]
    headings = [passage for passage in passages if passage.role is Role.HEADING]
    captions = _captions(source)
    alike = [passage for passage in _look_alikes(passages) if passage not in captions]
    if alike:
        yield _only_look(alike)
    elif not headings and sum(len(p.text.split()) for p in passages) >= _LONG_DOCUMENT:
        message = (
            "The document is long and has no headings to find one's way by. Give each section a"
            " heading with a heading style (WCAG 1.3.1)."
        )
        yield AccessFinding(CHECK, "whole document", Severity.QUERY, message)
    if source.kind is not FileKind.PPTX:  # there each slide begins anew
        yield from _skipped(headings)


def _skipped(headings: list[Passage]) -> Iterator[AccessFinding]:
    found = [after for before, after in pairwise(headings) if after.level > before.level + 1]
    if found:
        at = places(passage.where for passage in found)
        number = counted(len(found), "heading skips a level", "headings skip a level")
        message = (
            f"{number} ({at}), such as {shortened(found[0].text)}. Use each level below the one"
            " before it, without gaps (WCAG 1.3.1, technique G141)."
        )
        yield AccessFinding(CHECK, at, Severity.NOTE, message)


def _captions(source: Source) -> set[Passage]:
    """Lines right above tables: what such a line stands for is the table."""
    return {
        above
        for above, below in pairwise(source.parts)
        if isinstance(above, Passage) and isinstance(below, Grid)
    }


def _look_alikes(passages: list[Passage]) -> list[Passage]:
    """Short lines that stand out by size or weight, above passages that do not.

    A line right below a heading is its subtitle, or a label.
    """
    usual = _usual_size(passages)
    before = [None, *passages]
    return [
        passage
        for above, (passage, after) in zip(before, pairwise(passages), strict=False)
        if (above is None or above.role is not Role.HEADING)
        and _could_head(passage)
        and _stands_out(passage, after, usual)
    ]


def _could_head(passage: Passage) -> bool:
    words = passage.text.split()
    is_short = 0 < len(words) <= _HEADING_WORDS and passage.text[-1] not in ".,;:”"
    in_words = sum(mark.isalpha() for mark in passage.text) * 2 > len(passage.text)
    return passage.role is Role.PARAGRAPH and is_short and in_words


def _stands_out(passage: Passage, after: Passage, usual: float | None) -> bool:
    runs_on = after.role is not Role.HEADING and len(after.text.split()) > len(passage.text.split())
    if not runs_on:
        return False
    if usual and passage.size and after.size:
        return passage.size >= usual * _LARGER and after.size < passage.size
    return passage.bold is True and after.bold is False


def _usual_size(passages: list[Passage]) -> float | None:
    """The size in which most of the text stands."""
    sizes: Counter[float] = Counter()
    for passage in passages:
        if passage.size:
            sizes[passage.size] += len(passage.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _only_look(found: list[Passage]) -> AccessFinding:
    at = places(passage.where for passage in found)
    number = counted(len(found), "line looks like a heading", "lines look like headings")
    are = "is" if len(found) == 1 else "are"
    message = (
        f"{number} but {are} not marked as one ({at}), such as {shortened(found[0].text)}."
        " Give each a heading style, so that a screen reader can jump to it (WCAG 1.3.1)."
    )
    return AccessFinding(CHECK, at, Severity.QUERY, message)
