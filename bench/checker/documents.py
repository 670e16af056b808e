"""Long documents of plausible prose, in which every figure is right.

Whatever the checker calls wrong or queries in them is a false alarm. Years, ages, dates, money and
law stand throughout. The same seed makes the same document.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from bench.checker.slots import SLOTS, whole_percent

from goldenthread.checker.source import Role

WORDS_ON_A_PAGE = 535
SHARE_OF_PLAIN = 0.65
"""Of the sentences, those that hold no figure."""

SHARE_OF_TABLES = 0.4
"""Of the chapters, those that end with a table of grades."""

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")

_CHOICE = re.compile(r"\[([^][{}]*(?:\{\w+\}[^][{}]*)*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, paragraph or list item."""

    text: str
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a caption; the first row is the header, the last one the total."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


Block = Prose | Table


@dataclass(slots=True)
class Writer:
    """Writes one document. ``percentages`` are those printed so far, in reading order."""

    draw: random.Random
    blocks: list[Block] = field(default_factory=list)
    percentages: list[str] = field(default_factory=list)
    base: int = 0
    left: dict[str, list[str]] = field(default_factory=dict)
    """What this chapter has not said yet: nothing is said twice, with two figures."""

    def begin(self, topic: Mapping[str, Any]) -> None:
        """Begin a chapter."""
        grammar = _grammar()
        self.base = self.draw.randint(21, 96)
        self.left = {
            "what": [*topic["what"], *grammar["any_topic"]],
            "plain": list(grammar["plain"]),
        }
        for kind in self.left.values():
            self.draw.shuffle(kind)

    def say(self, template: str, **more: str) -> str:
        """A template with its choices made and its slots filled in."""
        text = template
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda m: self.draw.choice(m[1].split("|")), text)
        return _SLOT.sub(lambda m: more.get(m[1]) or self._fill(m[1]), text)

    def _fill(self, slot: str) -> str:
        if slot == "base":
            return str(self.base)
        if slot in _FIGURES:
            return _FIGURES[slot](self)
        return SLOTS[slot](self.draw)

    def count(self) -> tuple[int, str]:
        """A count of the base, and its percentage."""
        count = self.draw.randint(1, self.base - 1)
        percent = whole_percent(count, self.base)
        self.percentages.append(percent)
        return count, percent


def _share(writer: Writer) -> str:
    count, percent = writer.count()
    base = writer.base
    return writer.draw.choice(
        (
            f"{count} of the {base} audits ({percent}%)",
            f"{count} of {base} ({percent}%)",
            f"{count} out of {base} audits ({percent}%)",
            f"{percent}% ({count} of {base})",
            f"{percent} per cent ({count} of {base}) of audits",
        )
    )


def _part(writer: Writer) -> str:
    count, percent = writer.count()
    if count == 1:
        return f"1 audit ({percent}%)"
    return writer.draw.choice(
        (f"{count} audits ({percent}%)", f"{count} ({percent}%)", f"{count} records, or {percent}%")
    )


_FIGURES: Mapping[str, Callable[[Writer], str]] = {
    "share": _share,
    "part": _part,
    "percent": lambda writer: f"{writer.count()[1]}%",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A document with the percentages that are printed in it."""

    blocks: tuple[Block, ...]
    percentages: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words there are, cells included."""
        return sum(len(text.split()) for block in self.blocks for text in texts(block))


def texts(block: Block) -> Sequence[str]:
    """Every text of a block."""
    if isinstance(block, Prose):
        return (block.text,)
    return (block.caption, *(cell for row in block.rows for cell in row))


def document(pages: int, seed: int, plain_chapters: int = 0) -> Document:
    """A document of about so many pages, which print some 25 percentages each.

    So many chapters without figures follow each chapter; with five, a page prints about as many
    percentages as one of a real report.
    """
    writer = Writer(random.Random(seed))  # noqa: S311 (no secret: it makes the same text again)
    writer.blocks.append(Prose("Practice audit: annual report", Role.HEADING))
    words, number = 0, 0
    while words < pages * WORDS_ON_A_PAGE:
        number += 1
        done = len(writer.blocks)
        _chapter(writer, number)
        for _ in range(plain_chapters):
            _plain_chapter(writer)
        words += sum(len(t.split()) for block in writer.blocks[done:] for t in texts(block))
    return Document(tuple(writer.blocks), tuple(writer.percentages))


def _chapter(writer: Writer, number: int) -> None:
    grammar = _grammar()
    topic = writer.draw.choice(grammar["topics"])
    writer.begin(topic)
    heading = writer.say(topic["heading"])
    writer.blocks.append(Prose(f"{number} {heading}", Role.HEADING))
    opening = writer.say(writer.draw.choice(grammar["openings"]))
    writer.blocks.append(Prose(f"{opening} {_sentences(writer, 3)}"))
    _split(writer, heading)
    for _ in range(writer.draw.randint(4, 6)):
        writer.draw.choice((_paragraph, _paragraph, _list))(writer)
    if writer.draw.random() < SHARE_OF_TABLES:
        _table(writer)


def _plain_chapter(writer: Writer) -> None:
    """A chapter that tells what was seen, and counts nothing."""
    topic = writer.draw.choice(_grammar()["topics"])
    writer.begin(topic)
    writer.blocks.append(Prose(writer.say(topic["heading"]), Role.HEADING))
    plain = writer.left["plain"]
    while plain:
        said = [writer.say(plain.pop()) for _ in range(min(len(plain), 4))]
        writer.blocks.append(Prose(" ".join(said)))


def _sentences(writer: Writer, number: int) -> str:
    return " ".join(_sentence(writer) for _ in range(number))


def _sentence(writer: Writer) -> str:
    plain = writer.left["plain"]
    if plain and (not writer.left["what"] or writer.draw.random() < SHARE_OF_PLAIN):
        return writer.say(plain.pop())
    return _figure(writer) if writer.left["what"] else "Nothing else was asked."


def _figure(writer: Writer) -> str:
    what = writer.say(writer.left["what"].pop())
    template = writer.draw.choice(_grammar()["figures"])
    return writer.say(template, what=what, What=what[0].upper() + what[1:])


def _paragraph(writer: Writer) -> None:
    writer.blocks.append(Prose(_sentences(writer, writer.draw.randint(3, 7))))


def _list(writer: Writer) -> None:
    writer.blocks.append(Prose(writer.say("[What we saw|Among other things]:")))
    for _ in range(writer.draw.randint(2, 4)):
        writer.blocks.append(Prose(_sentence(writer), Role.LIST_ITEM))


def _grades(writer: Writer) -> list[int]:
    cuts = sorted(writer.draw.sample(range(1, writer.base), 3))
    return [b - a for a, b in zip([0, *cuts], [*cuts, writer.base], strict=True)]


def _split(writer: Writer, heading: str) -> None:
    counts = _grades(writer)
    told = []
    for grade, count in zip(GRADES, counts, strict=True):
        percent = whole_percent(count, writer.base)
        writer.percentages.append(percent)
        told.append(f"{count} ({percent}%) {'was' if count == 1 else 'were'} {grade.lower()}")
    writer.blocks.append(
        Prose(f"Grades for {heading.lower()}: {', '.join(told[:-1])} and {told[-1]}.")
    )


def _table(writer: Writer) -> None:
    rows = [("Grade", "Audits", "%")]
    for grade, count in zip(GRADES, _grades(writer), strict=True):
        percent = whole_percent(count, writer.base)
        writer.percentages.append(percent)
        rows.append((grade, str(count), f"{percent}%"))
    rows.append(("Total", str(writer.base), "100%"))
    writer.percentages.append("100")
    caption = writer.say(writer.draw.choice(_grammar()["tables"]))
    writer.blocks.append(Table(caption, tuple(rows)))


@cache
def _grammar() -> Mapping[str, Any]:
    text = Path(__file__).with_name("prose.yaml").read_text(encoding="utf-8")
    grammar: Mapping[str, Any] = yaml.safe_load(text)
    return grammar
