"""Grades as a file writes them, understood: words of a shipped scale, or whole numbers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING
from goldenthread.definitions import library
from goldenthread.definitions.matching import Vocabulary, closest
from goldenthread.definitions.problems import shown
from goldenthread.definitions.scales import Scale
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.long_rows import LongRows
from goldenthread.exchange.grades.result import Best

WRONG = -2
"""Stands for a text that is no grade; its rows are reported."""
MOST_LEVELS = 20
MOST_TEXTS = 1_000
"""Different texts in the column: a few levels can be misspelt in many ways, but not in so many."""

_TOO_MANY = (
    f"more than {MOST_LEVELS} different grades are not read; check that it is the right column."
)

_WHOLE = re.compile(r"[+−-]?[0-9]{1,9}(?:\.0*|,00?)?")
_BROKEN = re.compile(r"[+−-]?[0-9]*[.,][0-9]+")
_NUMERIC = re.compile(r"[+−-]?[0-9][0-9.,/ ]*%?")
"""What somebody means for a number: parts of a grade, percentages, so many of so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """A scale, worst first, and which of its levels each row has (``MISSING``, ``WRONG``)."""

    labels: tuple[str, ...]
    values: tuple[int, ...]
    code: NDArray[np.int8]
    mend: Callable[[str], str]
    """What to write instead of a text that is no grade."""
    warnings: tuple[str, ...] = ()


def levels_of(rows: LongRows, best: Best | None) -> Levels:
    """The grades of a table.

    Raises ``UnreadableFile`` where there are none, where words and numbers are mixed, and where
    numbers cannot be understood: without ``best``, or with more than ``MOST_LEVELS`` levels.
    """
    column = rows.columns["grade"]
    if len(column.texts) > MOST_TEXTS:
        held = (
            f"{rows.source}, column {column.heading} holds {len(column.texts):,} different values"
        )
        raise UnreadableFile(f"{held}; {_TOO_MANY}")
    ungraded = _ungraded()
    numbers = {text: _whole(text) for text in column.texts}
    worded = [t for t, number in numbers.items() if number is None and not ungraded.match(t)]
    scale = _scale_of(worded)
    words = Vocabulary(scale.levels)
    known = next((text for text in worded if words.match(text)), None)
    counted = next((text for text, number in numbers.items() if number is not None), None)
    if known is not None and counted is not None:
        raise UnreadableFile(_mixed(rows, known, counted))
    if counted is not None:
        return _numbers(rows, numbers, best)
    if known is None:
        _refuse_no_words(rows, worded)
    return _words(rows, scale, words, best)


def _refuse_no_words(rows: LongRows, worded: Sequence[str]) -> None:
    """Refuse a column that is blank or holds other numbers; misspelt words are named one by one."""
    column = rows.columns["grade"]
    if not worded:
        why = "says of everything that it was not graded" if column.texts else "is blank"
        raise UnreadableFile(f"{rows.source} holds no grade: column {column.heading} {why}.")
    broken = next(filter(_NUMERIC.fullmatch, worded), None)
    if broken is not None:
        raise UnreadableFile(
            f"{rows.source}, column {column.heading} holds numbers that are no grades "
            f"({_first(rows, broken)}); write words of a scale, or whole numbers."
        )


def _words(rows: LongRows, scale: Scale, words: Vocabulary, best: Best | None) -> Levels:
    ungraded = _ungraded()

    def rank(text: str) -> int:
        level = words.match(text)
        if level is not None:
            return scale.rank(level)
        return MISSING if ungraded.match(text) else WRONG

    labels = tuple(level.label for level in scale.levels)
    needless = f"{rows.source} grades in words, so that --best {best} changes nothing."
    values = tuple(range(1, len(labels) + 1))
    warnings = (needless,) if best else ()
    return Levels(labels, values, _coded(rows, rank), _word_for(scale), warnings)


def _word_for(scale: Scale) -> Callable[[str], str]:
    labels = [level.label for level in reversed(scale.levels)]
    allowed = f"{', '.join(labels)}, Not applicable, Not evidenced or Not graded"

    def mend(text: str) -> str:
        near = closest(text, scale.levels, limit=1)
        meant = f"Is {near[0]} meant? " if near else ""
        return f"{meant}Write {allowed}, or leave it blank."

    return mend


def _numbers(rows: LongRows, numbers: dict[str, int | None], best: Best | None) -> Levels:
    seen = [number for number in numbers.values() if number is not None]
    least, greatest = min(seen), max(seen)
    heading = rows.columns["grade"].heading
    if greatest - least >= MOST_LEVELS:
        span = f"the grades run from {least} to {greatest}"
        raise UnreadableFile(f"{rows.source}, column {heading}: {span}; {_TOO_MANY}")
    if best is None:
        raise UnreadableFile(
            f"{rows.source} grades with the numbers {least} to {greatest}, and scales run both "
            "ways: add --best high if the highest number is the best, or --best low if the lowest "
            "is."
        )
    values = range(least, greatest + 1) if best is Best.HIGH else range(greatest, least - 1, -1)
    ungraded = _ungraded()

    def rank(text: str) -> int:
        number = numbers[text]
        if number is not None:
            return values.index(number)
        return MISSING if ungraded.match(text) else WRONG

    return Levels(tuple(map(str, values)), tuple(values), _coded(rows, rank), _number_for)


def _number_for(text: str) -> str:
    if _BROKEN.fullmatch(text):
        return "A grade is a whole number; write one, or leave it blank."
    return "The other grades are whole numbers; write one, Not applicable, or leave it blank."


def _coded(rows: LongRows, rank: Callable[[str], int]) -> NDArray[np.int8]:
    column = rows.columns["grade"]
    lookup = np.array([*map(rank, column.texts), MISSING], dtype=np.int8)
    code: NDArray[np.int8] = lookup[column.code]  # a blank cell's -1 is the last of the lookup
    return code


def _whole(text: str) -> int | None:
    if not _WHOLE.fullmatch(text):
        return None
    return int(re.split("[.,]", text)[0].replace("−", "-"))


def _scale_of(words: Sequence[str]) -> Scale:
    """The shipped scale of words that knows most of them; the four grades when none does."""

    def known(scale: Scale) -> int:
        vocabulary = Vocabulary(scale.levels)
        return sum(vocabulary.match(word) is not None for word in words)

    return max(_scales_of_words(), key=known)


@cache
def _scales_of_words() -> tuple[Scale, ...]:
    """The four grades first: it is the one meant where two scales know as many words."""
    scales = sorted(map(library.scale, library.list_scales()), key=lambda s: s.id != "ofsted_4")
    return tuple(scale for scale in scales if not scale.lowest.label.isdecimal())


@cache
def _ungraded() -> Vocabulary:
    return Vocabulary(library.ungraded())


def _mixed(rows: LongRows, word: str, number: str) -> str:
    column = rows.columns["grade"]
    return (
        f"{rows.source}, column {column.heading} holds words ({_first(rows, word)}) and numbers "
        f"({_first(rows, number)}); write all grades in words, or all as numbers."
    )


def _first(rows: LongRows, text: str) -> str:
    """Where a grade stands first, and the grade."""
    column = rows.columns["grade"]
    row = int(np.argmax(column.code == column.texts.index(text)))
    return f"{rows.place(row)}: “{shown(text)}”"
