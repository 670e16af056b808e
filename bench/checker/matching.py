"""Which of the things found are the ones labelled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bench.checker.labels import Label, Labelled, SetLabel

from goldenthread.checker.results import SetFound, Statement

_ARTICLE = re.compile(r"^an? (?=[a-z])")


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found of one document. ``pairs`` has ``None`` for a label that was missed."""

    labelled: Labelled
    pairs: tuple[tuple[Label, Statement | None], ...]
    extra: tuple[Statement, ...]
    sets: tuple[tuple[SetLabel, SetFound | None], ...]
    extra_sets: tuple[SetFound, ...]


def compare(
    labelled: Labelled, statements: Sequence[Statement], sets: Sequence[SetFound]
) -> Compared:
    """Pair labels with what was found: in the same part and printed alike, the likest first."""
    left = list(statements)
    found: dict[int, Statement] = {}
    for alike in (_same, _printed_alike):
        for number, label in enumerate(labelled.statements):
            if number in found:
                continue
            match = next((one for one in left if alike(label, one)), None)
            if match is not None:
                found[number] = match
                left.remove(match)
    pairs = tuple((label, found.get(n)) for n, label in enumerate(labelled.statements))
    set_pairs, extra_sets = _pair_sets(labelled.sets, sets)
    return Compared(labelled, pairs, tuple(left), set_pairs, extra_sets)


def is_right(label: Label, found: Statement) -> bool:
    """Whether count, base and verdict are all as labelled."""
    return (label.count, label.base, label.verdict) == (found.count, found.base, found.verdict)


def printed(percent: str) -> str:
    """A share as it is compared: small letters, no hyphens, no article.

    >>> printed("A third"), printed("two-thirds"), printed("70.0")
    ('third', 'two thirds', '70.0')
    """
    return _ARTICLE.sub("", percent.lower().replace("-", " "))


def _printed_alike(label: Label, found: Statement) -> bool:
    return label.part == found.part and printed(label.percent) == printed(found.percent)


def _same(label: Label, found: Statement) -> bool:
    return _printed_alike(label, found) and is_right(label, found)


def _pair_sets(
    labels: Sequence[SetLabel], sets: Sequence[SetFound]
) -> tuple[tuple[tuple[SetLabel, SetFound | None], ...], tuple[SetFound, ...]]:
    left = list(sets)
    pairs = []
    for label in labels:
        match = next((one for one in left if _has_parts(one, label)), None)
        if match is not None:
            left.remove(match)
        pairs.append((label, match))
    return tuple(pairs), tuple(left)


def _has_parts(found: SetFound, label: SetLabel) -> bool:
    """Whether the parts are the labelled ones, by their percentages where these are labelled."""
    if label.parts[0].endswith("%"):
        return tuple(f"{item.percent}%" for item in found.items) == label.parts
    return tuple(str(item.count) for item in found.items) == label.parts
