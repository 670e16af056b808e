"""Runs of grades, each with its own number: what a split is made of before it is weighed.

A run goes on through one sentence, through sentences that carry on from it, and through the items
of a list. It ends where a grade comes again, where another child's audit begins, and where the
text turns to another time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.sets.graded_pairs import Pair, pairs_in
from goldenthread.checker.figures.sets.quantities import quantities_in
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Part, Passage, Role

Span = tuple[int, int, int]
"""The number of a part, and where in it a stretch starts and ends."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pairs that belong together, in one span or in several.

    ``lead`` is a base that the words before them state; ``leaves_out`` is true where the sentence
    says that something was not graded. ``opens`` is true where
    nothing but a bullet or "the remaining" stands before the first pair, so that it may carry on
    from the sentence before; ``closes`` where nothing of weight follows.
    """

    pairs: tuple[Pair, ...]
    texts: tuple[str, ...]
    passage: Passage
    spans: tuple[Span, ...]
    lead: int | None
    opens: bool
    closes: bool
    is_profile: bool
    leaves_out: bool

    @property
    def levels(self) -> frozenset[str]:
        """All grades of the run."""
        return frozenset(level for pair in self.pairs for level in pair.label.levels)


_TURNS = re.compile(
    r"\b(?:compared|versus|against|previous(?:ly)?|last\s(?:year|quarter|month|time|audit)"
    r"|up\sfrom|down\sfrom|whereas)\b|;\s\w+:",
    re.IGNORECASE,
)
"""Words between two grades after which something else is counted."""

_NOT_GRADED = re.compile(
    r"\b(?:(?:not|never)\s(?:yet\s)?(?:be\s|been\s)?(?:graded|given|applicable|evidenced|known|recorded"
    r"|answered|stated)|ungraded|n/a|no\sgrade|unknown|prefer(?:red)?\snot)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\banother\b", re.IGNORECASE)
"""After one child's audit, the words for the next one."""

_CARRIES_ON = re.compile(
    r"[\W_]{0,6}(?:(?:and|a|further|the|remaining|other|finally|only|just|also|there|was|were"
    r"|audits?|cases?|graded)[\s:,–-]{1,3}){0,5}[‘'“\"(]?",
    re.IGNORECASE,
)
_WEIGHTLESS_END = re.compile(
    r"[’'”\"]{0,2}(?:s\b)?[\s.,;:)]{0,4}(?:\s?(?:grades?|overall|audits?|in\sall)\b)?[\s.,;:)]{0,4}"
    r"(?:•[\s•]{0,3})?"
)
_LEAD_IN = re.compile(r":\s?$")
_LONGEST_LEAD_IN = 200
_LISTED = re.compile(r"\s?[•·▪◦‣*–-]\s")
LONGEST_PASSAGE = 50_000
"""Nobody writes a longer paragraph: what is longer was not read as one, and is passed over."""

_SHORT = 90
"""An item of a split is no longer; what is longer is a paragraph."""


def runs_in(parts: Sequence[Part]) -> list[Run]:
    """The runs of all printed passages, in reading order; a run may be of a single grade.

    >>> text = "9 were good and 12 RI. None were inadequate. For risk, 3 were good."
    >>> [len(run.pairs) for run in runs_in([Passage(text, "line 1")])]
    [3, 1]
    """
    found: list[Run] = []
    for run in _runs_of_parts(parts):
        if found and _carries_on(found[-1], run):
            run = _together(found.pop(), run)
        found.append(run)
    return found


def _runs_of_parts(parts: Sequence[Part]) -> Iterator[Run]:
    lead: int | None = None
    for number, part in enumerate(parts):
        if not isinstance(part, Passage) or not part.region.is_printed:
            lead = None
            continue
        runs = list(_runs_of_passage(part, number))
        if runs and lead is not None and runs[0].lead is None and runs[0].opens:
            runs[0] = replace(runs[0], lead=lead)
        yield from runs
        lead = _lead_in(part) if not runs else lead if _is_item(part) else None


def _lead_in(passage: Passage) -> int | None:
    """The one number of all in words that introduce a list: "Of the 26 audits:", "(n=26)"."""
    if len(passage.text) > _LONGEST_LEAD_IN:
        return None
    introduces = _LEAD_IN.search(passage.text) is not None
    is_heading = passage.role in (Role.HEADING, Role.CAPTION)
    found = quantities_in(passage.text) if introduces or is_heading else ()
    counts = {q.count for q in found if q.count is not None and (introduces or q.is_base)}
    return counts.pop() if len(counts) == 1 else None


def _runs_of_passage(passage: Passage, part: int) -> Iterator[Run]:
    if len(passage.text) > LONGEST_PASSAGE:
        return
    for sentence in sentences(passage.text):
        pairs = pairs_in(sentence.text)
        if pairs:
            yield from _runs(sentence.text, sentence.start, pairs, passage, part)


def _runs(
    text: str, offset: int, pairs: Sequence[Pair], passage: Passage, part: int
) -> Iterator[Run]:
    """Cut the pairs of a sentence where a split ends."""
    first = 0
    is_profile = False
    for n in range(1, len(pairs) + 1):
        if n < len(pairs) and not _is_cut(text, pairs[first:n], pairs[n]):
            continue
        begin = pairs[first - 1].end if first else 0
        end = pairs[n].start if n < len(pairs) else len(text)
        run = _run(text, offset, tuple(pairs[first:n]), (begin, end), passage, part)
        goes_on = is_profile and _ANOTHER.search(text, begin, pairs[first].start) is not None
        is_profile = run.is_profile or goes_on
        yield replace(run, is_profile=is_profile)
        first = n


def _is_cut(text: str, before: Sequence[Pair], pair: Pair) -> bool:
    last = before[-1]
    between = text[last.end : max(pair.start, last.end)]
    seen = {level for one in before for level in one.label.levels}
    return (
        pair.begins_profile
        or pair.label.parting != last.label.parting
        or bool(seen & pair.label.levels)
        or _TURNS.search(between) is not None
        or (before[0].begins_profile and _ANOTHER.search(between) is not None)
    )


def _run(
    text: str,
    offset: int,
    pairs: tuple[Pair, ...],
    within: tuple[int, int],
    passage: Passage,
    part: int,
) -> Run:
    begin, end = within
    start, stop = pairs[0].start, pairs[-1].end
    stated = {pair.base for pair in pairs if pair.base is not None}
    return Run(
        pairs=pairs,
        texts=tuple(_stretch(text, pair) for pair in pairs),
        passage=passage,
        spans=((part, offset + start, offset + stop),),
        lead=stated.pop() if len(stated) == 1 else _base_before(text[begin:start]),
        opens=begin == 0 and _CARRIES_ON.fullmatch(text, 0, start) is not None,
        closes=end == len(text) and _WEIGHTLESS_END.fullmatch(text, stop) is not None,
        is_profile=pairs[0].begins_profile,
        leaves_out=_NOT_GRADED.search(text) is not None,
    )


def _stretch(text: str, pair: Pair) -> str:
    closing = re.compile(r"[’'”\")]{0,2}").match(text, pair.end)
    return text[pair.start : closing.end() if closing else pair.end].strip()


def _base_before(text: str) -> int | None:
    """The one number of all before the first pair: "Of the 26 audits, …"."""
    bases = {q.count for q in quantities_in(text) if q.is_base}
    return bases.pop() if len(bases) == 1 else None


def _carries_on(before: Run, run: Run) -> bool:
    if not run.opens or run.is_profile or before.levels & run.levels:
        return False
    if before.pairs[0].label.parting != run.pairs[0].label.parting or not run.closes:
        return False
    (last, _, end), (part, start, _) = before.spans[-1], run.spans[0]
    if last == part:
        return start - end < _SHORT
    return part == last + 1 and _is_item(run.passage) and _is_item(before.passage)


def _is_item(passage: Passage) -> bool:
    listed = passage.role is Role.LIST_ITEM or _LISTED.match(passage.text) is not None
    return len(passage.text) <= _SHORT and (listed or passage.role is Role.PARAGRAPH)


def _together(before: Run, run: Run) -> Run:
    return replace(
        before,
        pairs=before.pairs + run.pairs,
        texts=before.texts + run.texts,
        spans=before.spans + run.spans,
        leaves_out=before.leaves_out or run.leaves_out,
        lead=before.lead if before.lead is not None else run.lead,
        passage=run.passage,
    )
