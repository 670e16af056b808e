"""Real lists (WCAG 2.2, 1.3.1 Info and Relationships, level A; technique H48)."""

import re
from collections.abc import Iterator
from itertools import groupby

from goldenthread.checker.access.places import counted, places, shortened
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Passage, Role, Shows, Source

CHECK = "lists"

_TYPED = re.compile(r"(?:[-–—•·●▪◦○➢✓*]|\(?\d{1,2}[.)](?!\d)|\(?[a-z]\))\s{0,3}(?=[^\W_]|[“\"‘'(])")
"""What people type before an item of a list."""

_NUMBER_TO_NUMBER = re.compile(r"[-–—]\s?\d")
_SHORTEST_LIST = 2


def check_lists(source: Source) -> Iterator[AccessFinding]:
    """Bullets and numbers that were typed, in two or more paragraphs running."""
    if Shows.LISTS not in source.shows:
        return
    lists = [run for run in _runs(source.passages) if len(run) >= _SHORTEST_LIST]
    if lists:
        at = places(run[0].where for run in lists)
        number = counted(len(lists), "list has", "lists have")
        message = (
            f"{number} typed bullets or numbers ({at}), such as {shortened(lists[0][0].text)}. Use"
            " the bullet or number button, so that a screen reader says how many items there are"
            " (WCAG 1.3.1)."
        )
        yield AccessFinding(CHECK, at, Severity.QUERY, message)


def _runs(passages: tuple[Passage, ...]) -> Iterator[list[Passage]]:
    """Paragraphs running, all of them with typed bullets in the same part of the page."""
    for (typed, _), run in groupby(passages, lambda passage: (_is_typed(passage), passage.region)):
        if typed:
            yield list(run)


def _is_typed(passage: Passage) -> bool:
    if passage.role is not Role.PARAGRAPH or _NUMBER_TO_NUMBER.match(passage.text):
        return False
    return _TYPED.match(passage.text) is not None
