"""A section of the report: a heading, and what stands under it, wrapped to the terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from goldenthread.engine.consistency.names import printable

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Items:
    """A list, of which the first are shown, and how many more there are."""

    lines: tuple[str, ...]
    most: int = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table; ``instead`` is said where it is too wide. Numbers stand to the right."""

    rows: tuple[tuple[str, ...], ...]
    instead: str

    def widths(self) -> tuple[int, ...]:
        """Of the columns, in characters."""
        return tuple(max(map(len, column)) for column in zip(*self.rows, strict=True))


Content = str | Items | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of one question; nothing at all where there is no content."""

    heading: str
    contents: tuple[Content, ...]


def lines_of(section: Section, width: int) -> Iterator[str]:
    """The lines of a section, each at most ``width`` characters."""
    yield from wrap(section.heading, width)
    for content in section.contents:
        match content:
            case str():
                yield from _wrapped(content, width, _INDENT, _INDENT)
            case Items():
                yield from _items(content, width)
            case Grid():
                yield from _grid(content, width)


def _items(items: Items, width: int) -> Iterator[str]:
    for line in _capped(items):
        yield from _wrapped(line, width, f"{_INDENT}- ", f"{_INDENT}  ")


def _capped(items: Items) -> Iterable[str]:
    """All lines, or the first of them and how many more there are."""
    more = len(items.lines) - items.most
    if more <= 0:
        return items.lines
    return (*items.lines[: items.most], f"and {more:,} more; --json has all")


def _grid(grid: Grid, width: int) -> Iterator[str]:
    widths = grid.widths()
    if len(_INDENT) + sum(widths) + len(_INDENT) * (len(widths) - 1) > width:
        yield from _wrapped(grid.instead, width, _INDENT, _INDENT)
        return
    for first, *rest in grid.rows:
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(size) for cell, size in zip(rest, widths[1:], strict=True)]
        yield (_INDENT + _INDENT.join(cells)).rstrip()


def _wrapped(text: str, width: int, first: str, further: str) -> list[str]:
    return wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_on_hyphens=False,
    )
