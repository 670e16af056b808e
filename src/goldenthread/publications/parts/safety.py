"""Keeping children safe: what happened to each child whose audit raised alarm, as counts."""

from goldenthread.analysis import phrases
from goldenthread.documents.blocks import Paragraph, ParagraphStyle, Section, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.parts.words import text

TITLE = "Keeping children safe"


def safety_section(brief: Brief) -> Section | None:
    """The first section of every brief; ``None`` where escalations were not recorded at all."""
    paragraph = safety_paragraph(brief)
    if paragraph is None:
        return None
    return Section("safety", text(TITLE), (paragraph,), Tone.SAFETY, boxed=True)


def safety_paragraph(brief: Brief) -> Paragraph | None:
    """What became of each child whose audit raised alarm."""
    runs = brief.composition.sentence(phrases.escalations(brief.figures))
    return Paragraph(runs, ParagraphStyle.LEAD) if runs else None
