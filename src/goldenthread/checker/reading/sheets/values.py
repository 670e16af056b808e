"""Values of cells, as they are printed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from goldenthread.checker.reading.office.names import SHEET
from goldenthread.checker.reading.office.numbers import BUILT_IN, printed
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.tidied import tidied
from goldenthread.documents.untrusted.archive import Damaged

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_PHONETIC = f"{SHEET}rPh"


@dataclass(slots=True)
class Strings:
    """Texts that cells share, and which of them some cell shows."""

    texts: list[str]
    shown: set[int]

    def text(self, number: str) -> str:
        """A text by its number. Raises ``Damaged`` where there is none."""
        if not number.isascii() or not number.isdigit() or int(number[:9]) >= len(self.texts):
            raise Damaged
        self.shown.add(int(number))
        return self.texts[int(number)]

    @property
    def unshown(self) -> list[str]:
        """Texts that no cell shows, though they travel with the file."""
        return [text for number, text in enumerate(self.texts) if text and number not in self.shown]


def shared_strings(package: Package, main: str) -> Strings:
    """The texts that cells of a workbook share."""
    texts = [
        rich_text(element)
        for part in package.related(main, "sharedStrings")
        for element in package.xml(part).iter(f"{SHEET}si")
    ]
    return Strings(texts, set())


def rich_text(element: etree._Element) -> str:
    """The text of a string with looks of its own, without how it is spoken."""
    return tidied(
        "".join(
            text.text or ""
            for text in element.iter(f"{SHEET}t")
            if (above := text.getparent()) is None or above.tag != _PHONETIC
        )
    )


def number_formats(package: Package, main: str) -> list[str]:
    """Number formats by the number of the cell's style."""
    root = package.related_xml(main, "styles")
    if root is None:
        return []
    own = {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in root.iter(f"{SHEET}numFmt")
    }
    usual = {str(number): code for number, code in BUILT_IN.items()}
    ids = [element.get("numFmtId", "0") for element in root.iterfind(f"{SHEET}cellXfs/{SHEET}xf")]
    return [own.get(one) or usual.get(one, "General") for one in ids]


def position(reference: str) -> tuple[int, int] | None:
    """Row and column of a cell, both from 1.

    >>> position("B4"), position("4B")
    ((4, 2), None)
    """
    match = _REFERENCE.fullmatch(reference)
    return (int(match[2]), column_of(match[1])) if match else None


@lru_cache(1_024)
def column_of(letters: str) -> int:
    """The number of a column, from 1; one to three letters.

    >>> column_of("A"), column_of("XFD")
    (1, 16384)
    """
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def value_of(cell: etree._Element, strings: Strings, formats: list[str]) -> str:
    """What a cell shows."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return rich_text(cell)
    value = cell.findtext(f"{SHEET}v") or ""
    if not value:
        return ""
    if kind == "s":
        return strings.text(value)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind != "n":
        return tidied(value)
    style = cell.get("s", "0")
    is_known = style.isascii() and style.isdigit() and int(style[:9]) < len(formats)
    return tidied(printed(value, formats[int(style)] if is_known else "General"))
