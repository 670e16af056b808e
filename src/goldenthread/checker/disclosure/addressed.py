"""Stretches of a text that are addresses of the web, of mail or of files."""

import re
from bisect import bisect_right
from functools import lru_cache

_ADDRESS = re.compile(
    r"(?<!\S)\S{1,64}@\S+|(?:https?://|www\.)\S+"
    r"|(?<!\S)\S{1,200}\.(?:docx?|pdf|xls[xm]?|pptx?|jpe?g|png|msg)\b",
    re.IGNORECASE,
)


_DOT_INSIDE = re.compile(r"\.[a-zA-Z]")


class Addresses:
    """Where the addresses of a text stand: inside them capitals and spaces tell nothing."""

    def __init__(self, text: str) -> None:
        has_any = "@" in text or "://" in text or _DOT_INSIDE.search(text) is not None
        self.spans = [found.span() for found in _ADDRESS.finditer(text)] if has_any else []
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]

    def hold(self, place: int) -> bool:
        """Whether the letter at a place belongs to an address.

        >>> Addresses("see a.b@c.uk now").hold(5), Addresses("see a.b@c.uk now").hold(14)
        (True, False)
        """
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self._ends[before]


@lru_cache(maxsize=256)
def addresses_of(text: str) -> Addresses:
    """The addresses of a text; several checks ask for the same one's."""
    return Addresses(text)
