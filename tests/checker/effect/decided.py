"""A criterion decided for a small text."""

from datetime import date

from goldenthread.checker.effect.check import effect
from goldenthread.checker.results import (
    AccessFinding,
    Effect,
    EffectVerdict,
    Hit,
    SetFound,
    Statement,
)
from goldenthread.checker.source import (
    FileKind,
    Grid,
    Link,
    Part,
    Passage,
    Picture,
    Role,
    Shows,
    Source,
)

PASS, PARTLY, FAIL, CANNOT_TELL = (
    EffectVerdict.PASS,
    EffectVerdict.PARTLY,
    EffectVerdict.FAIL,
    EffectVerdict.CANNOT_TELL,
)


def parts_of(text: str) -> tuple[Part, ...]:
    """Lines as paragraphs; those that begin with # are headings, and with * items of a list."""
    parts: list[Part] = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        words, where = line.strip().lstrip("#* "), f"line {number}"
        if line.strip().startswith("#"):
            level = len(line.strip()) - len(line.strip().lstrip("#"))
            parts.append(Passage(words, where, Role.HEADING, level=level))
        elif words:
            item = line.strip().startswith("*")
            parts.append(Passage(words, where, Role.LIST_ITEM if item else Role.PARAGRAPH))
    return tuple(parts)


def decided(
    criterion: int,
    text: str,
    *,
    grids: tuple[Grid, ...] = (),
    pictures: tuple[Picture, ...] = (),
    links: tuple[Link, ...] = (),
    shows: frozenset[Shows] = frozenset(),
    statements: tuple[Statement, ...] = (),
    sets: tuple[SetFound, ...] = (),
    issued_on: date | None = None,
    hits: tuple[Hit, ...] | None = None,
    access: tuple[AccessFinding, ...] | None = None,
    pages: int | None = None,
) -> Effect:
    """The effect of one criterion on a text with these tables, pictures and findings."""
    source = Source(
        "brief.docx",
        FileKind.DOCX,
        (*parts_of(text), *grids),
        shows=shows,
        pages=pages,
        pictures=pictures,
        links=links,
    )
    found = effect(source, statements, sets, issued_on=issued_on, hits=hits, access=access)
    return found[criterion - 1]
