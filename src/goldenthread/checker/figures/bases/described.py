"""A group by the words that describe it: "84 were at primary school" and "for primary pupils 98%".

The group is named before its share, in one of three ways: after a preposition ("in post-court
cases, seven"), between "of the" and the noun ("19 of the closed families"), or as the subject
("girls felt safe in 96%"). A subject says so only where the numbers are parts of one whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from goldenthread.checker.figures.bases.nearby import agrees
from goldenthread.checker.figures.bases.populations import Population, populations_in
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import Mention
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.marking import FIGURES
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Grid, Part, Passage

_FARTHEST = 8
"""Passages that are looked back over within a section."""

_MOST = 40
"""Numbers that are looked at."""

_CLAUSE = 90
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_SAYS_ALL = re.compile(r"(?:grand\s)?total|all|n|number(?:\sof\s\w+)?", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*|\d{1,7}")
_STARTS = r"(?:^|[.;:,]\s|\b(?:and|but|while|whereas)\s)"
_WORDS = rf"(?P<group>[^.;:,{FIGURES}]{{3,60}})"
_AFTER_PREPOSITION = re.compile(
    rf"{_STARTS}(?:for|in|among|amongst|of|with)\s(?:the\s|those\s|these\s|all\s|our\s)?{_WORDS}",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"\bof\s(?:the|our|those|these)\s(?P<group>[a-z’'-]{3,20}(?:\s[a-z’'-]{3,20}){0,3})\s?[(,]",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"{_STARTS}(?:the\s)?(?P<group>[a-z’'-]{{3,20}})\s", re.IGNORECASE)
_DESCRIPTION = re.compile(rf"[^.;,{FIGURES}]{{0,60}}")
_NO_DESCRIPTION = frozenset(
    {
        *("were", "was", "are", "is", "had", "has", "have", "been", "be", "did", "do", "from"),
        *("the", "their", "our", "this", "that", "these", "those", "for", "with", "and", "by"),
        *("in", "at", "on", "of", "to", "as", "an", "or", "who", "which", "where", "when", "all"),
        *("it", "its", "they", "them", "we", "more", "other", "others", "only", "just", "not"),
        *("figure", "number", "year", "area", "time", "case", "audit", "one", "than", "both"),
        *("end", "month", "first", "last", "new", "some", "most", "each", "also", "there"),
    }
)


@dataclass(frozen=True, slots=True)
class DescribedGroup:
    """A group that words describe. ``is_part`` is true where others make a whole with it.

    ``place`` is its part, and where its number begins there.
    """

    size: int
    words: frozenset[str]
    is_part: bool
    place: tuple[int, int] = (0, 0)


def described_group(
    mention: Mention, parts: Sequence[Part], sections: Sequence[Section]
) -> DescribedGroup | None:
    """The number before a mention that the words around it describe, if it can be of that.

    >>> from goldenthread.checker.figures.words.mentions import mentions
    >>> said = "We saw 12 post-court and 9 other children. In post-court cases, 7 (58%) knew."
    >>> (mention,) = mentions(said, 0)
    >>> described_group(mention, [Passage(said, "line 1")], [()]).size
    12
    """
    part = parts[mention.part]
    text = part.text if isinstance(part, Passage) else ""
    outline = outline_of(text)
    sentence = outline.sentences[outline.sentence_of(mention.start)]
    names = list(_names(text, sentence[0], mention))
    if not names:
        return None
    groups = list(islice(_groups(mention, parts, sections), _MOST))
    for words, is_subject in names:
        fitting = groups
        if mention.count is not None:
            fitting = [group for group in groups if agrees(mention, group.size)]
        group = _named(words, fitting, only_parts=is_subject and mention.count is None)
        if group is not None and _can_be_of(mention, group.size):
            return group
    return None


def _names(text: str, start: int, mention: Mention) -> Iterator[tuple[list[str], bool]]:
    """Words that may name the group of a mention, the surest first; and if they are a subject."""
    inside = _OF_THE.search(text, mention.start, mention.end + 1)
    if inside is not None:
        yield _content(inside["group"]), False
    clause = text[max(start, mention.start - _CLAUSE) : mention.start]
    for match in reversed(list(_AFTER_PREPOSITION.finditer(clause))):
        yield _content(match["group"]), False
    subjects = list(_SUBJECT.finditer(clause))
    if subjects:
        yield _content(subjects[-1]["group"]), True


def _named(
    words: Sequence[str], groups: Sequence[DescribedGroup], *, only_parts: bool
) -> DescribedGroup | None:
    """The one group that the first telling word describes; modifiers come before their noun."""
    for word in words:
        named = [group for group in groups if word in group.words]
        if len({group.size for group in named}) == 1:
            parts = [group for group in named if group.is_part]
            return next(iter(parts if only_parts else named), None)
        if named:
            return None
    return None


def _groups(
    mention: Mention, parts: Sequence[Part], sections: Sequence[Section]
) -> Iterator[DescribedGroup]:
    for number in range(mention.part, max(-1, mention.part - _FARTHEST - 1), -1):
        part = parts[number]
        if sections[number] != sections[mention.part][: len(sections[number])]:
            continue
        if not isinstance(part, Passage):
            yield from _groups_of(part)
            continue
        end = mention.start if number == mention.part else len(part.text)
        for group in _groups_in(part.text):
            if group.place[1] < end:
                yield replace(group, place=(number, group.place[1]))


@lru_cache(maxsize=256)
def _groups_in(text: str) -> tuple[DescribedGroup, ...]:
    """The wholes of a passage with the words that describe them, as if it were the first part."""
    found: list[DescribedGroup] = []
    for sentence in populations_in(text):
        sizes = {p.size for p in sentence}
        wholes = [p for p in sentence if p.is_whole]
        for one in wholes:
            others = (other.size for other in wholes if other is not one)
            is_part = any(one.size + other in sizes for other in others)
            words = _description(text, one)
            found.append(DescribedGroup(one.size, words, is_part, (0, one.start)))
    return tuple(found)


@lru_cache(maxsize=64)
def _groups_of(grid: Grid) -> tuple[DescribedGroup, ...]:
    """The counts of a table by the words of their rows, and its totals by those of columns."""
    header, *rows = grid.rows or ((),)
    found: list[DescribedGroup | None] = []
    for row in rows:
        found += [_group_of(row[0], cell) for cell in row[1:]]
    if rows and rows[-1] and _SAYS_ALL.fullmatch(rows[-1][0].strip()):
        found += [
            _group_of(name, cell) for name, cell in zip(header[1:], rows[-1][1:], strict=False)
        ]
    return tuple(group for group in found if group is not None)


def _group_of(name: str, cell: str) -> DescribedGroup | None:
    size = _WHOLE_NUMBER.fullmatch(cell.strip())
    words = frozenset(_content(name))
    return DescribedGroup(int(cell.replace(",", "")), words, False) if size and words else None


def _description(text: str, one: Population) -> frozenset[str]:
    end = outline_of(text).numbers[one.start].end
    match = _DESCRIPTION.match(outline_of(text).marks, end)
    return frozenset(_content(text[end : match.end()] if match is not None else ""))


def _content(words: str) -> list[str]:
    plain = (word.casefold().removesuffix("s") for word in _WORD.findall(words))
    return [word for word in plain if len(word) > 2 and word not in _NO_DESCRIPTION]


def _can_be_of(mention: Mention, size: int) -> bool:
    if mention.count is not None:
        return agrees(mention, size)
    return verdict_of(mention.share, None, size) is Verdict.POSSIBLE
