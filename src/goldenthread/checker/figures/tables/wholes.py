"""Which lines of a table are parts of which total.

A total may stand on top, at the end, or after each group; what is "of which", what joins several
parts, and what stands beside the whole (England, last year) is no part of it. Where a table can be
read in several ways, each way is an option, the likeliest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.checker.figures.sets.grade_words import Parting, labels_in, parting
from goldenthread.checker.figures.tables.cells import Says
from goldenthread.checker.figures.tables.headers import Line, LineKind
from goldenthread.definitions.literals import counts_something

Parts = tuple[int, ...]
"""Numbers of lines."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A total and the lines it may be the sum of; ``total`` is ``None`` where no line is one.

    ``is_plain`` is true for a line called "Total" and no more.
    """

    total: int | None
    options: tuple[Parts, ...]
    is_plain: bool = False

    def lines(self) -> frozenset[int]:
        """All lines that may be parts, and the total."""
        parts = {line for option in self.options for line in option}
        return frozenset(parts | ({self.total} if self.total is not None else set()))


def wholes_of(lines: Sequence[Line]) -> tuple[Whole, ...]:
    """The totals among lines, each with its parts; one whole without a total if there is none.

    >>> from goldenthread.checker.figures.tables.headers import line_of
    >>> wholes_of([line_of(label) for label in ("North", "South", "of which new", "Total")])
    (Whole(total=3, options=((0, 1), (0, 1, 2)), is_plain=True),)
    """
    totals = [n for n, line in enumerate(lines) if line.kind is LineKind.TOTAL and _counts(line)]
    totals = totals or _size_columns(lines)
    subtotals = [n for n, line in enumerate(lines) if line.kind is LineKind.SUBTOTAL]
    found = [_whole(lines, n, totals, subtotals) for n in sorted((*totals, *subtotals))]
    if found:
        return tuple(whole for whole in found if whole.options)
    options = _options(lines, range(len(lines)))
    return (Whole(None, options[:2]),) if options else ()


def level_lines(lines: Sequence[Line], within: Sequence[int]) -> Parts:
    """The lines that are levels of one way of parting, each level once; none if fewer than two.

    >>> from goldenthread.checker.figures.tables.headers import line_of
    >>> level_lines([line_of(label) for label in ("Team", "Good", "RI", "Inadequate")], range(4))
    (1, 2, 3)
    """
    of_parting: dict[str, dict[str, int]] = {}
    for n in within:
        level = lines[n].level
        if level is not None and lines[n].kind is LineKind.PART:
            if level[1] in of_parting.get(level[0], {}):
                return ()
            of_parting.setdefault(level[0], {})[level[1]] = n
    best = max(of_parting.values(), key=len, default={})
    return tuple(sorted(best.values())) if len(best) > 1 else ()


def _joint_grade(lines: Sequence[Line], within: Sequence[int]) -> Parts:
    """The one line for several grades that have no lines of their own: "Good or better"."""
    own = {lines[n].level for n in within}
    joint = [
        n
        for n in within
        if lines[n].kind is LineKind.COMBINED
        for label in labels_in(lines[n].label)[:1]
        if len(label.levels) > 1
        and not any((label.parting.id, level) in own for level in label.levels)
    ]
    return tuple(joint) if len(joint) == 1 else ()


def are_all_levels(lines: Sequence[Line], parts: Sequence[int]) -> bool:
    """Whether the parts are every level of a scale, and nothing else but what is ungraded."""
    levels = _levels(lines, parts)
    return are_levels(lines, parts) and {level for _, level in levels} == _way(levels).level_ids


def are_levels(lines: Sequence[Line], parts: Sequence[int]) -> bool:
    """Whether the parts are levels of one scale, and nothing else but what is ungraded."""
    levels = _levels(lines, parts)
    graded = [n for n in parts if lines[n].kind is not LineKind.UNGRADED]
    if not graded or len(levels) != len(graded) or len(set(levels)) != len(levels):
        return False
    return len({way for way, _ in levels}) == 1 and _way(levels).is_certain


def _levels(lines: Sequence[Line], parts: Sequence[int]) -> list[tuple[str, str]]:
    return [level for n in parts if (level := lines[n].level) is not None]


def _way(levels: Sequence[tuple[str, str]]) -> Parting:
    return parting(levels[0][0])


def _counts(line: Line) -> bool:
    return line.says not in (Says.NO_FIGURE, Says.RATE)


def _size_columns(lines: Sequence[Line]) -> list[int]:
    """Lines that say of how many the grades beside them are: "n", "Audits"."""
    graded = level_lines(lines, range(len(lines)))
    if not graded:
        return []
    return [
        n
        for n, line in enumerate(lines)
        if line.kind is LineKind.PART
        and line.level is None
        and _counts(line)
        and (counts_something(f" {line.label}") or (not line.label and line.says is Says.COUNT))
    ][:1]


def _whole(
    lines: Sequence[Line], total: int, totals: Sequence[int], subtotals: Sequence[int]
) -> Whole:
    """A total with the lines before it, behind it, or all over, as totals stand in tables."""
    stops = [n for n in sorted((*totals, *subtotals)) if n != total]
    before = range(max((n for n in stops if n < total), default=-1) + 1, total)
    behind = range(total + 1, min((n for n in stops if n > total), default=len(lines)))
    everywhere = [n for n in range(len(lines)) if n != total]
    if total in subtotals:
        stretches: list[Sequence[int]] = [before, behind]
    elif subtotals or len(totals) == 1:
        stretches = [everywhere, list(subtotals)]
    else:
        stretches = [before, behind, everywhere]
    first = next(n for n, line in enumerate(lines) if line.kind is not LineKind.COMPARATOR)
    if total == first:
        stretches = [behind, *stretches]
    options = [option for stretch in stretches for option in _options(lines, stretch)]
    distinct = tuple(dict.fromkeys(option for option in options if len(option) > 1))
    return Whole(total, distinct, lines[total].plain)


def _options(lines: Sequence[Line], stretch: Sequence[int]) -> tuple[Parts, ...]:
    """Ways to take the parts of a stretch: grades only if there are grades; with all else last."""
    if stretch and all(lines[n].kind is LineKind.SUBTOTAL for n in stretch):
        return (tuple(stretch),)
    usable = [n for n in stretch if _counts(lines[n])]
    ungraded = [n for n in usable if lines[n].kind is LineKind.UNGRADED]
    graded = (*level_lines(lines, usable), *_joint_grade(lines, usable))
    parts = [n for n in usable if lines[n].kind is LineKind.PART]
    loose = [n for n in usable if lines[n].kind in (LineKind.SUBSET, LineKind.COMBINED)]
    ways = [[*parts, *ungraded], parts, [*parts, *ungraded, *loose], [*parts, *loose]]
    if len(graded) > 1:
        ways = [[*graded, *ungraded], list(graded), *ways]
    return tuple(dict.fromkeys(tuple(sorted(way)) for way in ways if len(way) > 1))
