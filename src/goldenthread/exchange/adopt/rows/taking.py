"""Taking from one entry what the map says: cells by where they go, and names to blot out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.exchange.adopt.entries import Entry
from goldenthread.exchange.adopt.log import NOT_SHOWN, Log
from goldenthread.exchange.adopt.mapping import UNKNOWN, ColumnMap, MapLine, Meaning
from goldenthread.exchange.adopt.meaning.answers import Grades, chosen
from goldenthread.exchange.adopt.meaning.dates import DateOrder, date_of
from goldenthread.exchange.adopt.meaning.translations import Translator, written
from goldenthread.exchange.adopt.people import Mention, mention_kind
from goldenthread.exchange.adopt.reading.grids import Cell, text_of
from goldenthread.exchange.adopt.rows.blotting import CHILD, WORKER, blot
from goldenthread.exchange.adopt.targets import (
    AUDITOR,
    AUDITOR_NAME,
    CHILD_BIRTH,
    CHILD_NAME,
    CHILD_REF,
    MODERATOR,
    WORKER_NAME,
    Target,
)

_AUDITOR_STAND_IN = "[auditor]"
DOUBT = " ?"
"""Follows a value that was not understood. The workbook's reader might understand the bare value,
and then nobody would decide; with this mark it never does."""

LONGEST_TEXT = 32_767
"""Characters that Excel allows in a cell."""

_NEVER_CARRIED = frozenset({CHILD_NAME, CHILD_BIRTH, WORKER_NAME})
"""Read only to be blotted out of free text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cell and the column it stands in."""

    column: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Taken:
    """One entry, sorted by where its cells go. ``names`` are blotted out of its free text."""

    entry: Entry
    cells: Mapping[Target, Found]
    names: Mapping[str, tuple[str, ...]]

    def has(self, target: Target) -> bool:
        """Whether something stands where this target is filled from."""
        return target in self.cells

    def column(self, target: Target) -> str:
        """The column that fills a target; the target's own name when none does."""
        return self.cells[target].column if target in self.cells else target.column


def take(entry: Entry, column_map: ColumnMap, log: Log) -> Taken:
    """Sort an entry's cells. Two columns that fill one place must say the same."""
    cells: dict[Target, Found] = {}
    for line, value in _mapped(entry, column_map):
        target = line.target
        if target is None or target.sheet == "Feedback" or target in _NEVER_CARRIED:
            continue
        before = cells.setdefault(target, Found(line.column, value))
        if text_of(before.value) != text_of(value):
            private = target in (CHILD_REF, AUDITOR, MODERATOR)
            shown = NOT_SHOWN if private else f"{text_of(before.value)} / {text_of(value)}"
            mend = f'"{before.column}" says something else; map one of the two to {target}'
            log.problem(entry, line.column, shown, mend)
    for target, text in column_map.for_every_audit.items():
        cells.setdefault(target, Found(str(target), text))
    return Taken(entry, cells, _names(entry, column_map))


def _mapped(entry: Entry, column_map: ColumnMap) -> Iterator[tuple[MapLine, Cell]]:
    for line in column_map.columns:
        if line.target is not None and line.column in entry.values:
            yield line, entry.values[line.column]


def _names(entry: Entry, column_map: ColumnMap) -> dict[str, tuple[str, ...]]:
    """Names that an entry gives, by what stands in for them."""
    stand_ins = {CHILD_NAME: CHILD, WORKER_NAME: WORKER, AUDITOR_NAME: _AUDITOR_STAND_IN,
                 AUDITOR: _AUDITOR_STAND_IN, MODERATOR: _AUDITOR_STAND_IN}  # fmt: skip
    names: dict[str, tuple[str, ...]] = {}
    for line, value in _mapped(entry, column_map):
        text = text_of(value)
        stand_in = stand_ins.get(line.target) if line.target else None
        if stand_in and mention_kind(text) is Mention.NAME:
            names[stand_in] = (*names.get(stand_in, ()), text)
    return names


class Reader:
    """Reads cells of entries by what they should hold. What cannot be read is kept as it stands.

    Such a value is a problem here and, with ``DOUBT`` after it, for the reader of the workbook: it
    can never pass for a blank or for something that nobody meant.
    """

    def __init__(self, column_map: ColumnMap, log: Log) -> None:
        self.map, self.log = column_map, log
        self._translator = Translator(Grades(column_map.scale))
        self._words: dict[tuple[Meaning, str], str] = {}

    def text(self, taken: Taken, target: Target) -> str:
        """Plain text on one line."""
        return text_of(taken.cells[target].value) if taken.has(target) else ""

    def prose(self, taken: Taken, target: Target) -> str:
        """Free text with line breaks, the entry's own names blotted out."""
        if not taken.has(target):
            return ""
        value = taken.cells[target].value
        return self.blotted(taken, value if isinstance(value, str) else text_of(value))

    def blotted(self, taken: Taken, text: str) -> str:
        """Text without the names that the entry gives."""
        result = blot(text, taken.names)
        self.log.blotted += result.count
        if len(result.text) <= LONGEST_TEXT:
            return result.text
        self.log.note("Texts that a cell cannot hold were cut; they end with …")
        return f"{result.text[: LONGEST_TEXT - 1]}…"

    def one(self, taken: Taken, target: Target) -> str:
        """A single choice; several are a problem."""
        if not taken.has(target):
            return ""
        parts = chosen(taken.cells[target].value)
        if len(parts) > 1:
            self._problem(taken, target, "; ".join(parts), "keep one of these choices")
            return f"{'; '.join(parts)}{DOUBT}"
        return "; ".join(parts)

    def word(self, taken: Taken, target: Target, meaning: Meaning) -> str:
        """A value in the workbook's own words, by the map or by exact spelling."""
        text = self.one(taken, target)
        if not text or text.endswith(DOUBT):
            return text
        if (meaning, text) not in self._words:
            self._words[meaning, text] = self._translated(meaning, text)
        if (word := self._words[meaning, text]) != UNKNOWN:
            return word
        value = written(taken.cells[target].value)
        mend = f'say what it means under "{meaning.value}" in the map, or correct the cell'
        self._problem(taken, target, value, mend)
        return f"{value}{DOUBT}"

    def _translated(self, meaning: Meaning, text: str) -> str:
        by_map = self.map.translation(meaning, text)
        return by_map or self._translator.translate(meaning, text) or UNKNOWN

    def day(self, taken: Taken, target: Target) -> object:
        """A date; text that is none is kept as it stands."""
        if not taken.has(target):
            return None
        value = taken.cells[target].value
        day = date_of(value, self.map.date_order)
        if day is not None:
            return day
        self._problem(taken, target, text_of(value), self._mend_date(value))
        return f"{text_of(value)}{DOUBT}"

    def _mend_date(self, value: Cell) -> str:
        if date_of(value, DateOrder.DAY_FIRST) is not None:
            return 'it can be read both ways: write "day first" or "month first" in the map'
        return "write a date, such as 3 March 2026"

    def _problem(self, taken: Taken, target: Target, value: str, mend: str) -> None:
        shown = blot(value, taken.names).text
        self.log.problem(taken.entry, taken.column(target), shown, mend)
