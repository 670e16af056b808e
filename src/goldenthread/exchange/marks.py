"""Hidden, struck-through, merged and unsaved cells of an ``.xlsx`` sheet.

These are what calamine leaves out. openpyxl reads them too, but costs a quarter of a second to
import and two more for 5,000 rows; a brief has one second in all. So the few attributes are read
here with lxml, and the tests hold the result against openpyxl's.

Source of the element names: ECMA-376 Part 1, 18.3 (worksheets), 18.4 (shared strings),
18.8 (styles).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from string import digits

from lxml import etree

from goldenthread.documents.untrusted.safe_xml import elements, parsed
from goldenthread.exchange.book import Block, Marks, Place

_FALSE = frozenset({"0", "false"})


class TooLarge(Exception):
    """The sheet has more rows, or spreads over more cells, than may be read."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Which cell styles, and which shared strings, are struck through (numbers, as written)."""

    cells: frozenset[str] = frozenset()
    strings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a sheet may hold. ``cells`` is rows times columns of the filled area."""

    rows: int
    cells: int


@dataclass(slots=True)
class _Seen:
    """What is collected while one sheet is read."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: set[Place] = field(default_factory=set)
    merged: list[Block] = field(default_factory=list)
    formulas: set[Place] = field(default_factory=set)
    unsaved: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    filled_rows: int = 0
    last_row: int = 0
    last_column: int = 0


def sheet_marks(content: bytes, styles: Styles, limits: Limits, *, computed: bool) -> Marks:
    """Marks of one sheet, from the XML of its part.

    ``computed`` says whether results of formulas were saved with the workbook. Raises
    ``lxml.etree.XMLSyntaxError`` and ``ValueError`` for damaged content, ``TooLarge`` beyond
    ``limits``.
    """
    seen = _Seen()
    number = 0
    for element in elements(content, "{*}row", "{*}col", "{*}mergeCell"):
        kind = etree.QName(element).localname
        if kind == "row":
            number = _row_number(element, number)
            _see_row(seen, element, number, styles, computed)
            _check(seen, limits)
            element.clear()
            _forget_before(element)
        elif kind == "col":
            _see_columns(seen, element)
        else:
            seen.merged.append(_block(element.get("ref", "")))
    return Marks(
        hidden_rows=frozenset(seen.hidden_rows),
        hidden_columns=frozenset(seen.hidden_columns),
        struck=frozenset(seen.struck),
        merged=tuple(sorted(seen.merged)),
        formulas=frozenset(seen.formulas),
        unsaved=frozenset(seen.unsaved),
        errors=seen.errors,
        filled_rows=seen.filled_rows,
    )


def _row_number(row: etree._Element, before: int) -> int:
    """Rows and cells may leave out where they stand: then it is after the one before."""
    written = row.get("r")
    return int(written) if written else before + 1


def _forget_before(row: etree._Element) -> None:
    """Free the rows already read, so that memory does not grow with the sheet."""
    while row.getprevious() is not None:
        parent = row.getparent()
        if parent is None:
            return
        del parent[0]


def _see_row(seen: _Seen, row: etree._Element, number: int, styles: Styles, computed: bool) -> None:
    if _is_true(row.get("hidden")) or row.get("ht") == "0":
        seen.hidden_rows.add(number)
    column, filled = 0, False
    for cell in row:
        reference = cell.get("r")
        column = _column_number(reference) if reference else column + 1
        if len(cell):
            filled = True
            seen.last_column = max(seen.last_column, column)
            _see_cell(seen, cell, (number, column), styles, computed)
    if filled:
        seen.filled_rows += 1
        seen.last_row = max(seen.last_row, number)


def _see_cell(
    seen: _Seen, cell: etree._Element, place: Place, styles: Styles, computed: bool
) -> None:
    kind = cell.get("t")
    if cell.get("s") in styles.cells or _text_is_struck(cell, kind, styles):
        seen.struck.add(place)
    if kind == "e":
        seen.errors[place] = cell.findtext("{*}v") or ""
    if cell[0].tag.endswith("}f"):
        seen.formulas.add(place)
        if not computed or not (cell.findtext("{*}v") or kind == "str"):
            seen.unsaved.add(place)


def _text_is_struck(cell: etree._Element, kind: str | None, styles: Styles) -> bool:
    """Whether a part of the cell's own text is struck through."""
    if kind == "s":
        return bool(styles.strings) and cell.findtext("{*}v") in styles.strings
    return kind == "inlineStr" and _is_struck(cell)


def _see_columns(seen: _Seen, element: etree._Element) -> None:
    if _is_true(element.get("hidden")) or element.get("width") == "0":
        first, last = int(element.get("min", "1")), int(element.get("max", "1"))
        seen.hidden_columns.update(range(first, min(last, 16_384) + 1))


def _check(seen: _Seen, limits: Limits) -> None:
    if seen.filled_rows > limits.rows or seen.last_row * seen.last_column > limits.cells:
        raise TooLarge


def _is_true(value: str | None) -> bool:
    return value is not None and value not in _FALSE


def _column_number(reference: str) -> int:
    return _number_of_letters(reference.rstrip(digits))


@lru_cache(maxsize=1_024)
def _number_of_letters(letters: str) -> int:
    """A column's number from its letters, which are the same few in every row."""
    number = 0
    for mark in letters:
        if not mark.isalpha():
            break
        number = number * 26 + ord(mark.upper()) - ord("A") + 1
    return number


def _block(reference: str) -> Block:
    first, _, last = reference.partition(":")
    last = last or first
    return Block(_digits(first), _column_number(first), _digits(last), _column_number(last))


def _digits(reference: str) -> int:
    return int("".join(mark for mark in reference if mark.isdigit()))


def struck_styles(styles: bytes) -> frozenset[str]:
    """Numbers of the cell styles whose font is struck through, from the styles part."""
    root = parsed(styles)
    fonts = [_is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    used = (style.get("fontId", "0") for style in root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(
        str(number)
        for number, font in enumerate(used)
        if int(font) < len(fonts) and fonts[int(font)]
    )


def struck_strings(strings: bytes) -> frozenset[str]:
    """Numbers of the shared strings of which a part is struck through."""
    if b"strike" not in strings:
        return frozenset()
    return frozenset(str(number) for number, item in enumerate(parsed(strings)) if _is_struck(item))


def _is_struck(element: etree._Element) -> bool:
    marks: Iterator[etree._Element] = element.iterfind(".//{*}strike")
    return any(mark.get("val", "1") not in _FALSE for mark in marks)
