"""A document as the criteria of effect look at it: sentences, sections, and what checks found."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from goldenthread.checker.results import AccessFinding, Hit, SetFound, Statement
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Grid, Passage, Region, Role, Source

_HEADING_WORDS = 8
_LINES = 8_192
"""So many lines are remembered in lower case, as a long document has: most criteria look at all."""
_LOWEST = 7
LONGEST = 5000
"""Characters of a paragraph that are looked at: nobody writes longer ones."""

_ENOUGH_HEADINGS = 3
_ENDS_A_SENTENCE = (".", ",", ";", ":", "!", "”", '"')


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, a passage or a row of a table, with the heading that it stands under.

    ``lower`` is for matching: lower case, with straight apostrophes, of the same length.
    """

    text: str
    where: str
    section: str = ""

    @property
    def lower(self) -> str:
        """The text as patterns expect it."""
        return _lower(self.text)


@lru_cache(_LINES)
def _lower(text: str) -> str:
    return text.lower().replace("’", "'").replace("\u2011", "-")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with everything below it, lower headings too.

    ``headings`` are the titles of the headings one level down, ``lines`` its paragraphs and rows.
    """

    title: str
    where: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A printed line; ``level`` is 0 for what is no heading. ``spoken`` has sentences in it."""

    line: Line
    level: int
    spoken: bool


@dataclass(frozen=True)
class Brief:
    """A source with what the other checks found in it; parts are worked out once.

    ``hits`` and ``access`` are ``None`` where those checks were not made.
    """

    source: Source
    statements: tuple[Statement, ...] = ()
    sets: tuple[SetFound, ...] = ()
    issued_on: date | None = None
    hits: tuple[Hit, ...] | None = None
    access: tuple[AccessFinding, ...] | None = None

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """Every printed passage and row of a table; headings only where they are sentences."""
        return tuple(entry.line for entry in self._entries if entry.spoken)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences of the paragraphs."""
        return tuple(
            Line(sentence.text, paragraph.where, paragraph.section)
            for paragraph in self.paragraphs
            for sentence in sentences(paragraph.text)
        )

    @cached_property
    def _lowered(self) -> tuple[tuple[Line, str], ...]:
        """Each sentence as patterns expect it: made once, because many look through all of them."""
        return tuple((line, line.lower) for line in self.lines)

    @cached_property
    def headings(self) -> tuple[Line, ...]:
        """What heads a section: marked as such, or short and in bold or in capitals."""
        return tuple(entry.line for entry in self._entries if entry.level)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every heading with what stands below it, to the next of its level or above."""
        heads = [(at, entry) for at, entry in enumerate(self._entries) if entry.level]
        found = []
        for number, (at, head) in enumerate(heads):
            above = (n for n, entry in heads[number + 1 :] if entry.level <= head.level)
            end = next(above, len(self._entries))
            found.append(_section(head.line, self._entries[at + 1 : end]))
        return tuple(found)

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(_entries(self.source))

    def first(self, *patterns: re.Pattern[str]) -> Line | None:
        """The first sentence in which each of the patterns is found."""
        return next(self.matching(*patterns), None)

    def all(self, *patterns: re.Pattern[str]) -> tuple[Line, ...]:
        """The sentences in each of which all of the patterns are found."""
        return tuple(self.matching(*patterns))

    def matching(self, *patterns: re.Pattern[str]) -> Iterator[Line]:
        """The sentences in each of which all of the patterns are found, one at a time."""
        first, *others = patterns
        for line, lower in self._lowered:
            if first.search(lower) and all(pattern.search(lower) for pattern in others):
                yield line

    def titled(self, pattern: re.Pattern[str]) -> tuple[Section, ...]:
        """The sections whose titles hold the pattern."""
        return tuple(part for part in self.sections if pattern.search(_lower(part.title)))

    def heading(self, pattern: re.Pattern[str]) -> Line | None:
        """The first heading that holds the pattern."""
        return next((line for line in self.headings if pattern.search(line.lower)), None)

    def label(self, pattern: re.Pattern[str]) -> tuple[Line, int] | None:
        """The first heading or short line that holds the pattern, and the words before it."""
        words = 0
        for entry in self._entries:
            length = len(entry.line.text.split())
            is_short = entry.level > 0 or length <= _HEADING_WORDS
            if is_short and pattern.search(entry.line.lower):
                return entry.line, words
            words += length
        return None


def _entries(source: Source) -> Iterator[_Entry]:
    """Each printed line in reading order, under the heading before it."""
    section = ""
    heads = _heads(source)
    for part in source.parts:
        if not part.region.is_printed:
            continue
        if isinstance(part, Grid):
            yield from (_Entry(line, 0, spoken=True) for line in _rows(part, section))
        elif heads(part):
            spoken = len(part.text.split()) > _HEADING_WORDS
            yield _Entry(_line(part, section), _level(part), spoken)
            section = part.text[:LONGEST]
        else:
            yield _Entry(_line(part, section), 0, spoken=True)


def _line(passage: Passage, section: str) -> Line:
    return Line(passage.text[:LONGEST], passage.where, section)


def _heads(source: Source) -> Callable[[Passage], bool]:
    """What tells headings: their role, and their looks too where few are marked."""
    marked = sum(passage.role is Role.HEADING for passage in source.passages)
    return is_marked if marked >= _ENOUGH_HEADINGS else is_heading


def is_marked(passage: Passage) -> bool:
    """Whether the file says that a passage is a heading."""
    return passage.role is Role.HEADING


def _level(heading: Passage) -> int:
    """Levels of headings; what only looks like one is below them all."""
    return heading.level or _LOWEST


def _rows(grid: Grid, section: str) -> Iterator[Line]:
    """Rows of a table as text; cells that span several columns are said once."""
    for row in grid.rows:
        text = ": ".join(cell for cell in dict.fromkeys(row) if cell)
        if text:
            yield Line(text[:LONGEST], grid.where, section)


def is_heading(passage: Passage) -> bool:
    """Whether a passage heads what follows, by its role or by its looks."""
    if is_marked(passage):
        return True
    short = 0 < len(passage.text.split()) <= _HEADING_WORDS
    if not short or passage.role is not Role.PARAGRAPH or passage.region is Region.ALT_TEXT:
        return False
    in_words = 2 * sum(mark.isalpha() for mark in passage.text) > len(passage.text)
    stands_out = passage.bold is True or passage.text.isupper()
    return stands_out and in_words and not passage.text.endswith(_ENDS_A_SENTENCE)


def _section(head: Line, below: tuple[_Entry, ...]) -> Section:
    next_level = min((entry.level for entry in below if entry.level), default=0)
    return Section(
        title=head.text,
        where=head.where,
        headings=tuple(e.line.text for e in below if e.level and e.level == next_level),
        lines=tuple(entry.line for entry in below if not entry.level),
    )
