"""Lines that a program broke to a width, told from lines that are paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.checker.reading.wording import list_item

_WIDEST = 120
"""Lines that programs break are 65 to 80 long, seldom up to this."""
_NARROWEST = 40
_FEW = 0.1
_MOST = 0.6

_SENTENCE_ENDS = (".", "!", "?", ":", ";", ".”", '."', "?”")


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether most lines end where the next word did not fit.

    >>> is_wrapped(["Of the 26 audits that were returned, eight (31%) were graded as",
    ...             "good for decision making."])
    True
    >>> is_wrapped(["Plans are clear.", "Visits are regular."])
    False
    """
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths or sum(length > _WIDEST for length in lengths) > _FEW * len(lengths):
        return False
    width = lengths[min(len(lengths) * 9 // 10, len(lengths) - 1)]
    followed = [pair for pair in pairwise(lines) if _may_go_on(*pair)]
    full = sum(not _would_fit(line, after, width) for line, after in followed)
    return width >= _NARROWEST and bool(followed) and full > _MOST * len(followed)


def joined_lines(block: Sequence[str]) -> Iterator[range]:
    """Numbers of the lines that make one paragraph or list item, within one block of lines."""
    width = max(map(len, block))
    start = 0
    for number in range(1, len(block)):
        before, line = block[number - 1].rstrip(), block[number]
        ended = before.endswith(_SENTENCE_ENDS) and _would_fit(before, line, width)
        if ended or list_item(line) is not None:
            yield range(start, number)
            start = number
    yield range(start, len(block))


def _may_go_on(line: str, after: str) -> bool:
    return bool(line.strip() and after.strip()) and list_item(after) is None


def _would_fit(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) <= width
