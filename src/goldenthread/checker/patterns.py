"""Patterns that are compiled when first asked for: most documents need few of them."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class Late:
    """A regular expression that costs nothing until a text is looked through for it.

    A check has some 500 patterns, which take 0.19 s to compile: most of it for the longest ones,
    half of it for those that fit nothing in a brief of ours.

    >>> Late("[a-z]+").search("12 ab").group()
    'ab'
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place where it fits."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Where it fits at ``start``."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where it fits the whole text."""
        return self._compiled.fullmatch(text)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every place where it fits, none inside another."""
        return self._compiled.finditer(text, start, end)

    def sub(self, instead: str, text: str) -> str:
        """The text with something else wherever it fits."""
        return self._compiled.sub(instead, text)
