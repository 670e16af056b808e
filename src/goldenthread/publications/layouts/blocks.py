"""Putting parts under headings, and leaving out what is empty."""

from collections.abc import Iterable

from goldenthread.documents.blocks import Block, Columns, Section, Tone
from goldenthread.publications.parts.words import text


def section(
    id_: str,
    title: str,
    blocks: Iterable[Block | None],
    tone: Tone = Tone.PLAIN,
    *,
    boxed: bool = False,
    number: str = "",
) -> Section | None:
    """A section of the blocks that are there; ``None`` when none is."""
    present = tuple(block for block in blocks if block is not None)
    if not present:
        return None
    return Section(id_, text(title), present, tone, boxed, number)


def present(*blocks: Block | None) -> tuple[Block, ...]:
    """The blocks that are there."""
    return tuple(block for block in blocks if block is not None)


def columns(*contents: tuple[Block, ...]) -> Columns | None:
    """Columns of the contents that are there; ``None`` when none is."""
    filled = tuple(content for content in contents if content)
    if not filled:
        return None
    return Columns(filled)


def side_by_side(*blocks: Block) -> Columns | None:
    """Each block in a column of its own."""
    return columns(*((block,) for block in blocks))
