"""What the headers of a table say: of what kind its rows and columns are, and of how many."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from goldenthread.checker.figures.sets.grade_words import labels_in, level_of
from goldenthread.checker.figures.sets.quantities import quantities_in
from goldenthread.checker.figures.tables.cells import Says
from goldenthread.definitions.literals import counts_something


class LineKind(StrEnum):
    """What a row or column is to the whole."""

    PART = "part"
    UNGRADED = "ungraded"
    """Not applicable, not known: sometimes in the total, sometimes not."""
    TOTAL = "total"
    SUBTOTAL = "sub-total"
    SUBSET = "of which"
    COMBINED = "combined"
    """Several parts together: "good or better"."""
    COMPARATOR = "comparator"
    """England, last year, a target, a running total: beside the whole, and no part of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column of a table.

    ``label`` is its header without the words that only say count or percentage. ``size`` is a
    number of all that stands in the header: "n=26". ``level`` is the grade it is about. ``plain``
    is true for a total that is called nothing else.
    """

    label: str
    says: Says
    kind: LineKind
    size: int | None = None
    level: tuple[str, str] | None = None
    plain: bool = False


_WITHIN = re.compile(
    r"\b(?:within|in|under|over|after|before|than|every|aged|by)\s(?:the\s)?\d{1,4}"
    r"(?:\s(?:working|calendar))?\s(?:days?|weeks?|months?|hours?|years?|minutes?)\b",
    re.IGNORECASE,
)
"""A limit of time in a header: what is counted has met or missed it."""

_NEVER_COUNTED = (
    r"£|\b(?:averages?|mean|median|scores?|scored|scaled|scaling|targets?|costs?|spend|budget"
    r"|percentage\spoints?|pp|ppt|ratio|caseloads?|(?:rates?\s)?per\s(?:\d|child|worker|head)\S*)\b"
)
_NO_FIGURE_ROW = re.compile(_NEVER_COUNTED, re.IGNORECASE)
_NO_FIGURE = re.compile(
    rf"{_NEVER_COUNTED}"
    r"|\byears?\b(?!\s(?:\d|to|end))|\bages?\b(?!\s\d)|(?<!\d\s)\b(?:years|days|weeks|hours|minutes)\b"
    r"|\b(?:dates?|ids?|refs?|references?|mode|goals?|benchmarks?|points(?!\sof)|changes?(?!\sof)|differences?"
    r"|variance|increase|decrease|growth|rank(?:ing)?|duration|pages?|version|thresholds?|trend"
    r"|direction(?!\sof)|interval|confidence|weighting|index)\b",
    re.IGNORECASE,
)
"""Headers of numbers that are neither counts nor shares. Rows are bands as often ("5 to 9 years",
"Direction of the plan"), and are believed in the plainest case only."""

_LIMIT = re.compile(r"\d{1,3}(?:\.\d{1,3})?\s?%")
"""A percentage in a header is a limit ("Below 90%"), and says nothing of the numbers."""

_DAYS = re.compile(r"(?:%\sof\s)?(?:sick(?:ness)?\s)?(?:days|hours)(?:\slost)?", re.IGNORECASE)
"""Days and hours that are counted and added, unlike "Days to complete"."""

_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"%|\bper\s?cent(?:age)?s?\b|\bpercent(?:age)?s?\b|\b(?:proportion|share)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"(?:^|[\s(])(?:n|no\.?|nos\.?|num|numbers?|counts?|#|freq(?:uency)?)(?=$|[\s,)/(&.:])",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"[(\[,:;–-]?\s?(?:(?:n|base|total)\s?[=:]\s?(?P<n>\d[\d,]{0,9})"
    r"|\(\s?(?P<of>\d[\d,]{0,9})(?P<unit>\s[a-z]{3,20}(?:\s[a-z]{3,20})?)\s?\))\s?[)\]]?",
    re.IGNORECASE,
)
"""A number of all in a header: "n=26", "(n = 1,204)", "(26 audits)"."""

_SEVERAL = re.compile(r"\s(?:[a-z]+\s){0,2}(?:[a-z]{2,20}s|children|people)\b")
"""What follows a number of things in a caption: "44 audits", "12 looked after children"."""

_MEASURE_WORDS = re.compile(
    r"%(?:\sage)?|\bper\s?cent(?:age)?s?\b|\bpercent(?:age)?s?\b|\bproportions?\b|\bshare\b|\bnumbers?\b"
    r"|\bcounts?\b|\bno\.|\bnos?\b\.?(?=\s|$|\))|\bn\b(?!\s?/)|#|\bfreq(?:uency)?\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\bof\s(?:the\s)?(?:overall\s|grand\s)?(?:totals?|all|whole|sample|cohort|audits|cases|days|hours"
    r"|children|records|responses)\b",
    re.IGNORECASE,
)
_EDGES = " \t-–—:;,.()[]/&*†‡§¹²³•|"

_PLAIN_TOTAL = re.compile(
    r"(?:grand\s|overall\s)?totals?|all|sum|altogether|(?:the\s)?year\s(?:so\sfar|to\sdate)|whole\syear|full\syear"
    r"|(?:all|total)\s(?:teams|areas|localities|services|agencies|grades|categories|quarters|months"
    r"|districts|wards|regions|schools|answers|responses|ages|groups|offices)",
    re.IGNORECASE,
)
"""What stands for the sum of the rows or columns beside it, and cannot count anything twice."""

_TOTAL = re.compile(
    r"(?:grand\s|overall\s)?totals?\b.{0,60}|all\s[a-z]{3,20}(?:\s[a-z]{3,20})?", re.IGNORECASE
)
_SUBTOTAL = re.compile(r"sub[\s-]?totals?\b.{0,60}|.{1,60}\bsub[\s-]?totals?", re.IGNORECASE)
_NAMED_TOTAL = re.compile(r".{1,60}\btotals?", re.IGNORECASE)
_SUBSET = re.compile(
    r"\W{0,3}(?:of\s(?:which|whom|these|those|this)|including|includes|incl\b|from\sthese)\b.{0,80}",
    re.IGNORECASE,
)
_COMBINED = re.compile(
    r".{0,60}\b(?:or|and)\s(?:better|above|worse|below|higher|lower|more|over)\b.{0,20}"
    r"|.{0,60}\bcombined\b.{0,20}|(?:good|met)\s?\+|at\sleast\s.{1,60}",
    re.IGNORECASE,
)
_UNGRADED = re.compile(
    r"not\s(?:applicable|graded|evidenced|known|recorded|stated|answered|available|assessed|yet\s.{1,20})"
    r"|n\s?/?\s?a|ungraded|unknown|missing|blanks?|no\s(?:data|answer|response|grade|judgement)"
    r"|don[’']t\sknow|prefer\snot\sto\ssay",
    re.IGNORECASE,
)
_COMPARATOR = re.compile(
    r"(?:england|national|statistical\sneighbours?|sn|benchmark|targets?|averages?|means?|medians?"
    r"|previous|last\s(?:year|quarter|month|cycle)|rates?|cumulative|running)\b.{0,40}"
    r"|(?:changes?|differences?|variance|trend)(?:\s(?:from|since|on|in|against)\b.{0,40})?",
    re.IGNORECASE,
)
_LONGEST = 120


@lru_cache(maxsize=4096)
def line_of(header: str, *, is_row: bool = False) -> Line:
    """Read the header of a column or, where ``is_row``, the label of a row.

    >>> line_of("Good (n=26)").size, line_of("Sub-total").kind.value, line_of("% good").says.value
    (26, 'sub-total', 'percent')
    >>> line_of("Rate per 10,000").says.value, line_of("Good or better").kind.value
    ('no figure', 'combined')
    """
    header = header[:_LONGEST]
    size = _size(header)
    says = says_of(header, is_row=is_row)
    words = _bare(header)
    kind, plain = _kind(words)
    label = words.removeprefix("of ").removeprefix("graded ").strip(_EDGES)
    return Line(label, says, kind, size, level_of(label) if label else None, plain)


def says_of(header: str, *, is_row: bool = False) -> Says:
    """What the numbers under a header are.

    >>> [says_of(h).value for h in ("No.", "n (%)", "% (n)", "Seen in 10 working days", "Year")]
    ['count', 'count (percent)', 'percent (count)', 'nothing', 'no figure']
    """
    header = _LIMIT.sub(" ", header)
    timeless = _WITHIN.sub(" ", header)
    percent, count = _PERCENT.search(header), _COUNT.search(header)
    no_figure = _NO_FIGURE_ROW if is_row else _NO_FIGURE
    if _DAYS.fullmatch(header.strip()):
        return Says.PERCENT if percent else Says.NOTHING
    if no_figure.search(timeless):
        return Says.NO_FIGURE
    if percent and count:
        first = percent.start() < count.start()
        return Says.PERCENT_THEN_COUNT if first else Says.COUNT_THEN_PERCENT
    if percent:
        return Says.PERCENT
    if _RATE.search(timeless):
        return Says.RATE
    return Says.COUNT if count else Says.NOTHING


def size_in(caption: str) -> int | None:
    """The number of all that a caption states, if it states one.

    >>> [size_in(words) for words in ("Grades (n=26)", "Grades of 44 audits", "Table 4, May 2023")]
    [26, 44, None]
    """
    caption = caption[: 4 * _LONGEST]
    sizes = {_size_of(match) for match in _SIZE.finditer(caption)} - {None}
    sizes = sizes or {
        quantity.count
        for quantity in quantities_in(caption)
        if quantity.count is not None and _SEVERAL.match(caption, quantity.end)
    }
    return sizes.pop() if len(sizes) == 1 else None


def _size(header: str) -> int | None:
    match = _SIZE.search(header)
    return _size_of(match) if match else None


def _size_of(match: re.Match[str]) -> int | None:
    if match["n"]:
        return int(match["n"].replace(",", ""))
    return int(match["of"].replace(",", "")) if counts_something(match["unit"]) else None


def _bare(header: str) -> str:
    """The header without measures and sizes."""
    sized = _SIZE.sub(lambda match: " " if _size_of(match) is not None else match.group(), header)
    without = _MEASURE_WORDS.sub(" ", _OF_ALL.sub(" ", sized) if _PERCENT.search(header) else sized)
    return " ".join(without.split()).strip(_EDGES)


def _kind(label: str) -> tuple[LineKind, bool]:
    """What a line is by its label, and whether it is a total and nothing else."""
    if _PLAIN_TOTAL.fullmatch(label):
        return LineKind.TOTAL, True
    for pattern, kind in _KINDS:
        if pattern.fullmatch(label):
            return kind, False
    grades = labels_in(label)
    if len(grades) == 1 and len(grades[0].levels) > 1:
        return LineKind.COMBINED, False
    return LineKind.PART, False


_KINDS = (
    (_SUBTOTAL, LineKind.SUBTOTAL),
    (_SUBSET, LineKind.SUBSET),
    (_COMBINED, LineKind.COMBINED),
    (_TOTAL, LineKind.TOTAL),
    (_NAMED_TOTAL, LineKind.SUBTOTAL),
    (_UNGRADED, LineKind.UNGRADED),
    (_COMPARATOR, LineKind.COMPARATOR),
)
