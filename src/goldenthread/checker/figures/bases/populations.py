"""Numbers that a share further on may be of, although no words say that they govern.

"The IROs raised 84 challenges. 59 (70%) were settled" is of 84; "61 contacts became referrals; 4
(7%)" of 61. Only arithmetic, or the same noun, tells so: see ``binding``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.checker.figures.words.joined import joined_in
from goldenthread.checker.figures.words.marking import MARKS, NUMBER, Span
from goldenthread.checker.figures.words.outline import Outline, outline_of
from goldenthread.checker.figures.words.units import noun_in, singular, unit_after
from goldenthread.checker.figures.words.wholes import wholes_in
from goldenthread.checker.source import Grid

_LEAST = 4
_TOTAL = re.compile(r"\s*(?:grand\s|overall\s)?(?:total|all|overall)\b", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*|\d{1,7}")
_LOOK_BACK = 80
_FORMER = re.compile(
    r"\b(?:fall|rise|drop|growth|cut|up|down|rose|risen|fell|fallen|increased?|decreased?|dropped|reduction|reduced|grew|grown)\b"
    r"[^.;]{0,60}\sfrom\s$|\b(?:compared\s(?:with|to)|against|(?:up|down)\son)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a number of another time: "a reduction of 3% from 517"."""

ONE_OF_TWO_PARTS = re.compile(
    rf"{NUMBER}[^.;,(){MARKS}]{{1,60}}\s(?P<link>by|from)\s[^.;,(){MARKS}]{{1,40}}\sand\s{NUMBER}"
    r"\s(?P=link)\s",
    re.IGNORECASE,
)
"""A number with a second beside it: "48 audits were done by managers and 12 by others"."""

_IN_ALL = re.compile(r"\s(?:in\sall|in\stotal|altogether)\b", re.IGNORECASE)
_NOT_IN_ALL = re.compile(
    r"\s*(?:more|fewer|less|further|other|or\smore|each)\b|\stimes\b(?!\s(?:in|during|over|last)\b|[.;,])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Population:
    """A number of a passage. ``is_whole`` is false for the count of a share."""

    size: int
    unit: str
    start: int
    is_whole: bool


@lru_cache(maxsize=256)
def populations_in(text: str) -> tuple[tuple[Population, ...], ...]:
    """Every number of a passage that a share could be of, in order, sentence by sentence.

    >>> (only,) = populations_in("84 challenges; 59 (70%) settled")
    >>> [(p.size, p.unit, p.is_whole) for p in only]
    [(84, 'challenge', True), (59, '', False)]
    """
    outline = outline_of(text)
    return tuple(_in_sentence(outline, sentence) for sentence in outline.sentences)


@lru_cache(maxsize=256)
def populations_of(grid: Grid) -> tuple[tuple[Population, ...], ...]:
    """The numbers that a table says its figures are of: in its caption, and of its total row.

    >>> rows = (("Team", "Audits"), ("North", "14"), ("South", "12"), ("Total", "26"))
    >>> [(p.size, p.unit) for (p,) in populations_of(Grid(rows, "table 1"))]
    [(26, 'audit')]
    """
    caption = populations_in(grid.caption) if grid.caption else ()
    if len(grid.rows) < _LEAST or not _TOTAL.match(grid.rows[-1][0] if grid.rows[-1] else ""):
        return caption
    header = grid.rows[0]
    noun = noun_in(grid.caption)
    sizes = (
        (int(cell.replace(",", "")), (column < len(header) and singular(header[column])) or noun)
        for column, cell in enumerate(grid.rows[-1])
        if _WHOLE_NUMBER.fullmatch(cell.strip())
    )
    largest = max(sizes, default=(0, ""))
    return (*caption, (Population(*largest, 0, is_whole=True),)) if largest[0] else caption


def _in_sentence(outline: Outline, sentence: Span) -> tuple[Population, ...]:
    places = outline.numbers_between(*sentence)
    if not places:
        return ()
    wholes = wholes_in(outline, sentence)
    leads = frozenset(w.number for w in wholes if w.number is not None and not w.points_back)
    pairs = joined_in(outline.marks, sentence, leads)
    counts = {pair.count for pair in pairs}
    stated = leads | {pair.base for pair in pairs}
    found = []
    for place in places:
        figure = outline.numbers[place]
        unit = unit_after(outline.text, figure.end)
        alone = place not in counts and place not in stated
        if alone and (figure.value < _LEAST or _is_a_change(outline, figure.end)):
            continue
        if _FORMER.search(outline.text[max(sentence[0], place - _LOOK_BACK) : place]):
            continue
        is_whole = place not in counts or _IN_ALL.match(outline.text, unit.end) is not None
        if ONE_OF_TWO_PARTS.match(outline.marks, place, sentence[1]):
            is_whole = False
        found.append(Population(figure.value, unit.noun, place, is_whole))
    return tuple(found)


def _is_a_change(outline: Outline, end: int) -> bool:
    return _NOT_IN_ALL.match(outline.text, end) is not None
