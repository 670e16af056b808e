"""Fields of a paragraph: their instructions are not text, their results are."""

import re
from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.names import WORD
from goldenthread.documents.untrusted.archive import Damaged

MOST_OPEN = 50
"""Fields, one inside another; Word itself allows about twenty."""
_ADDRESS = re.compile(r'\s{0,20}HYPERLINK\s{1,20}"([^"\s]{1,2000})"')


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows_result: bool = False


class Fields:
    """The fields that are open at a place in a paragraph, one inside another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def in_instruction(self) -> bool:
        """Whether text at this place belongs to an instruction."""
        return any(not one.shows_result for one in self._open)

    @property
    def address(self) -> str:
        """Where the text at this place leads to, ``""`` for nowhere."""
        return next((found for one in self._open if (found := address_in(one.instruction))), "")

    def mark(self, element: etree._Element) -> None:
        """Go past the beginning, the middle or the end of a field (``w:fldChar``).

        Raises ``Damaged`` when fields are nested without end.
        """
        kind = element.get(f"{WORD}fldCharType")
        if kind == "begin":
            if len(self._open) >= MOST_OPEN:
                raise Damaged
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Go past a piece of an instruction (``w:instrText``)."""
        if self._open and not self._open[-1].shows_result:
            self._open[-1].instruction += text[:2000]


def address_in(instruction: str) -> str:
    """The address in an instruction, ``""`` where it is not a link to elsewhere.

    >>> address_in(' HYPERLINK "https://example.org/harm" ')
    'https://example.org/harm'
    """
    match = _ADDRESS.match(instruction)
    return match[1] if match else ""
