"""Where in a workbook stands what the checker found in a brief that was composed from it."""

import re

from goldenthread.publications.disclosure import written
from goldenthread.publications.inputs import BriefInputs

_WORD = re.compile(r"\w+")


class Origins:
    """The texts of an author, to find the row and column of what was printed from them."""

    def __init__(self, inputs: BriefInputs) -> None:
        self._texts = [(_words(words.text), words.origin) for words in written(inputs)]

    def of(self, printed: str) -> str:
        """The first place that holds these words: "sheet Findings, row 7, column Text"; or ""."""
        wanted = _words(printed)
        return next((origin for text, origin in self._texts if wanted and wanted in text), "")


def _words(text: str) -> str:
    """Words alone, a space at each end: layouts tidy spaces, marks and quotation marks."""
    found = _WORD.findall(text.casefold())
    return f" {' '.join(found)} " if found else ""
