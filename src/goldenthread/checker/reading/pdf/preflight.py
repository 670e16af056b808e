"""Looks into a PDF for what would fill the memory, before PDFium opens it.

PDFium ends the whole process when it cannot have the memory that it wants.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.documents.untrusted.archive import Unfit

_BEGIN = b"stream"
_END = b"endstream"
_OBJECT = re.compile(rb"(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj\b")
_LONGEST_HEAD = 4_000
_FORM = re.compile(rb"/Subtype\s{0,4}/Form\b")
_IMAGE = re.compile(rb"/Subtype\s{0,4}/Image\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_REFERENCE = re.compile(rb"\s(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b")
_DRAWN = re.compile(rb"\sDo\b")
_MARKED = re.compile(rb"\b(?:B(?:MC|DC)|EMC)\b")

_MOST_INFLATED = 60_000_000
"""Bytes of one stream that is no picture; the drawing of a full page has 100,000."""
_MOST_OF_ALL = 400_000_000
_MOST_DRAWN = 100_000
"""Parts of a drawing that are drawn by drawing others again and again."""
_DEEPEST_MARKS = 1_000
_TOO_MUCH = "holds far more than a document can; print it to a new PDF and give that"


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A part that is drawn by reference (form XObject, ISO 32000-1 §8.10)."""

    times: int
    others: tuple[int, ...]


def refuse_bombs(content: bytes) -> None:
    """Raises ``Unfit`` for streams that unpack to far too much, or draw each other endlessly."""
    left = _MOST_OF_ALL
    drawings: dict[int, _Drawing] = {}
    for number, head, packed in _streams(content):
        if _IMAGE.search(head):
            continue
        data = _inflated(head, packed)
        left -= len(data)
        if len(data) > _MOST_INFLATED or left < 0 or _marks_deeply(data):
            raise Unfit(_TOO_MUCH)
        if _FORM.search(head):
            others = tuple(int(found[1]) for found in _REFERENCE.finditer(head))
            drawings[number] = _Drawing(len(_DRAWN.findall(data)), others)
    if _most_drawn(drawings) > _MOST_DRAWN:
        raise Unfit(_TOO_MUCH)


def _streams(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, dictionary and packed data of each stream in the file."""
    end = 0
    while (begin := content.find(_BEGIN, end)) >= 0:
        before = content[max(begin - _LONGEST_HEAD, end) : begin]
        heads = list(_OBJECT.finditer(before))
        data = begin + len(_BEGIN)
        end = content.find(_END, data)
        end = end + len(_END) if end >= 0 else len(content)
        if heads:
            yield int(heads[-1][1]), before[heads[-1].end() :], content[data:end].lstrip(b"\r\n")


def _inflated(head: bytes, packed: bytes) -> bytes:
    if not _FLATE.search(head):
        return packed
    try:
        return zlib.decompressobj().decompress(packed, _MOST_INFLATED + 1)
    except zlib.error:
        return b""


def _marks_deeply(data: bytes) -> bool:
    """Marked content within marked content: each object in it carries the marks of all."""
    depth = 0
    for mark in _MARKED.finditer(data):
        depth += -1 if mark[0] == b"EMC" else 1
        if depth > _DEEPEST_MARKS:
            return True
    return False


def _most_drawn(drawings: dict[int, _Drawing]) -> int:
    """How many parts the busiest drawing makes at most, counted through all that it draws."""
    totals = dict.fromkeys(drawings, 1)
    for _ in range(min(len(drawings), 30)):
        before = dict(totals)
        for number, drawing in drawings.items():
            most = max((before[other] for other in drawing.others if other in before), default=0)
            totals[number] = min(1 + drawing.times * most, _MOST_DRAWN + 1)
        if totals == before:
            break
    return max(totals.values(), default=0)
