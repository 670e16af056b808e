"""Sections of a document: how far a base governs."""

from collections.abc import Sequence

from goldenthread.checker.source import Part, Passage, Role

Section = tuple[int, ...]
"""The numbers of the headings that a part stands under, the widest first."""


def sections_of(parts: Sequence[Part]) -> tuple[Section, ...]:
    """The section of every part. A heading stands in the section that it opens.

    A heading of the highest level that stands alone at the top is the title, and opens none.

    >>> parts = [Passage(t, "", Role.HEADING, level=v) for t, v in (("Brief", 1), ("Risk", 2))]
    >>> sections_of([*parts, Passage("39% of audits", "")])
    ((), (1,), (1,))
    """
    title = _title(parts)
    path: list[tuple[int, int]] = []
    found: list[Section] = []
    for number, part in enumerate(parts):
        if isinstance(part, Passage) and part.role is Role.HEADING and number != title:
            level = max(part.level, 1)
            path = [heading for heading in path if heading[1] < level]
            path.append((number, level))
        found.append(tuple(heading for heading, _ in path))
    return tuple(found)


def _title(parts: Sequence[Part]) -> int | None:
    """The part that is the title: a first part that is a heading."""
    first = next((n for n, part in enumerate(parts) if not _is_empty(part)), None)
    if first is None:
        return None
    part = parts[first]
    return first if isinstance(part, Passage) and part.role is Role.HEADING else None


def _is_empty(part: Part) -> bool:
    return isinstance(part, Passage) and not part.text.strip()
