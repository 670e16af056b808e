"""Words that are struck through: a rule passes through the middle of their letters.

Word and LibreOffice draw deletions that way when they print tracked changes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from goldenthread.checker.reading.pdf.space import Box

_LOWEST, _HIGHEST = 0.12, 0.45
"""Of the size of the type, above the baseline; an underline lies below it."""
_LONGER = 0.1
_ENDS = 4.0
"""Points. No more than both together of a rule that strikes words stands beside them: lines of
a chart and of a frame go on."""


class Strikes:
    """The rules of a page that may strike words, and how much of each has words on it."""

    def __init__(self, rules: Iterable[Box]) -> None:
        level = [rule for rule in rules if rule.width > rule.height]
        self._rules = sorted(level, key=lambda rule: rule.middle[1])
        self._heights = [rule.middle[1] for rule in self._rules]
        self._covered: dict[Box, float] = {}

    @property
    def any(self) -> bool:
        """Whether there is such a rule at all."""
        return bool(self._rules)

    def level_with(self, baseline: float, size: float) -> list[Box]:
        """The rules at the height of the middle of words in this size, wherever across."""
        first = bisect_left(self._heights, baseline - _HIGHEST * size)
        return self._rules[first : bisect_right(self._heights, baseline - _LOWEST * size)]

    def meet(self, words: Box, rules: Iterable[Box]) -> tuple[Box, ...]:
        """Those of the rules that pass through some words, which from now on count as theirs."""
        met = []
        for rule in rules:
            covered = min(rule.right, words.right) - max(rule.left, words.left)
            if covered > 0:
                self._covered[rule] = self._covered.get(rule, 0.0) + covered
                met.append(rule)
        return tuple(met)

    def strike(self, rule: Box) -> bool:
        """Whether a rule is about as long as all words that it met."""
        beside = rule.width - self._covered.get(rule, 0.0)
        return beside <= _LONGER * rule.width + _ENDS


def parted(
    start: int, end: int, middles: Iterable[float], rules: Iterable[Box]
) -> Iterator[tuple[int, int, bool]]:
    """Ranges of characters with whether they are struck; ``middles`` are their places across.

    >>> list(parted(5, 8, [10, 20, 30], [Box(0, 5, 22, 6)]))
    [(5, 7, True), (7, 8, False)]
    """
    across = [(rule.left, rule.right) for rule in rules]
    struck = [any(left <= x <= right for left, right in across) for x in middles]
    for is_struck, places in groupby(range(start, end), key=lambda place: struck[place - start]):
        found = list(places)
        yield found[0], found[-1] + 1, is_struck
