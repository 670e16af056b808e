"""Short labels in one column, and beside each what belongs to it: read across, row by row."""

from collections.abc import Iterator, Sequence
from statistics import median

from goldenthread.checker.reading.pdf.placed import Item

_MOST_WORDS = 4
_MOST_LEVEL = 0.8
_LEVEL = 1.5
"""Points by which two that stand on one line may differ."""
_ENDS = (".", "!", "?", ":", ";", ")", "”")


def are_labels(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether the left column holds labels of what stands beside them on the right."""
    if len(left) < 2 or len(right) < len(left):
        return False
    sizes = {round(item.size) for item in (*left, *right)}
    level = sum(_has_beside(item, right) for item in left)
    words = median(len(item.text.split()) for item in left)
    return len(sizes) == 1 and level >= _MOST_LEVEL * len(left) and words <= _MOST_WORDS


def labelled_rows(left: Sequence[Item], right: Sequence[Item]) -> Iterator[list[Item]]:
    """Each label with what belongs to it. A label may have several lines."""
    labels = sorted(left, key=lambda item: item.box.bottom)
    contents = sorted(right, key=lambda item: (round(item.box.bottom), item.box.left))
    row: list[Item] = []
    held: list[Item] = []
    for label in labels:
        above = [item for item in contents if item.box.bottom < label.box.bottom - _LEVEL]
        contents = contents[len(above) :]
        held += above
        if row and (not held or held[-1].text.rstrip().endswith(_ENDS)):
            yield row + held
            row, held = [], []
        elif held and not row:
            yield held
            held = []
        row.append(label)
    yield row + held + contents


def _has_beside(label: Item, others: Sequence[Item]) -> bool:
    return any(abs(other.box.bottom - label.box.bottom) < _LEVEL for other in others)
