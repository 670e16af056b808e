"""The words at the end of a publication that say how it was checked."""

from dataclasses import replace

from goldenthread.documents.blocks import Block, Document, Facts, FigureRun, Runs, Section, Text
from goldenthread.publications.parts.method import PREPARED
from goldenthread.publications.parts.words import joined, text

EFFECT = "check.effect"
"""Key of the only figure that is counted of the publication itself."""

_LABEL = "Checked"


def with_colophon(document: Document, *, met: int, in_part: int, of: int) -> Document:
    """The document, ending with how many marks of effective feedback it was found to meet.

    It stands among the facts of the last section, such as the method box, or else in the footer. It
    is said of a document without errors only: one with errors is never published.
    """
    score = FigureRun(EFFECT, f"{met} of {of} met, {in_part} in part")
    words: Runs = (Text("no error. Marks of feedback that changes practice: "), score)
    *body, last = document.body
    facts = _facts_of(last)
    if facts is None:
        line = (Text(f"{_LABEL}: "), *words, Text("."))
        return replace(document, footer=joined((document.footer, line)))
    return replace(document, body=(*body, _ending_with(last, _said_in(facts, words))))


def _said_in(facts: Facts, words: Runs) -> Facts:
    """The facts with ``words``, in the row that says who prepared it: a line is a line."""
    *rows, (label, runs) = facts.rows
    if label != text(PREPARED):
        return Facts((*facts.rows, (text(_LABEL), words)))
    return Facts((*rows, (label, (*runs, Text(f". {_LABEL}: "), *words))))


def _facts_of(block: Block) -> Facts | None:
    if isinstance(block, Section) and block.blocks and isinstance(block.blocks[-1], Facts):
        return block.blocks[-1]
    return None


def _ending_with(block: Block, facts: Facts) -> Block:
    return (
        replace(block, blocks=(*block.blocks[:-1], facts)) if isinstance(block, Section) else block
    )
