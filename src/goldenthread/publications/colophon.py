"""The line at the end of a publication that says how it was checked."""

from dataclasses import replace

from goldenthread.documents.blocks import Document, FigureRun, Text
from goldenthread.publications.parts.words import joined

EFFECT = "check.effect"
"""Key of the only figure that is counted of the publication itself."""


def with_colophon(document: Document, *, met: int, in_part: int, of: int) -> Document:
    """The document, ending with how many marks of effective feedback it was found to meet.

    It says so of a document without errors only: one with errors is never published.
    """
    score = (
        Text("Checked before issue: no error in figures, disclosure or access. Marks of feedback"),
        Text(" that changes practice: "),
        FigureRun(EFFECT, f"{met} of {of} met, {in_part} in part"),
        Text("."),
    )
    return replace(document, footer=joined((document.footer, score)))
