"""How alike do we grade? Three audits side by side, and no verdict (service only)."""

from goldenthread.analysis import phrases
from goldenthread.documents.blocks import Paragraph, Runs
from goldenthread.publications.brief import Brief
from goldenthread.publications.parts.words import joined

PROFILES = ("most_lowest", "most_good", "most_highest")


def profiles_paragraph(brief: Brief) -> Paragraph | None:
    """The grades of three audits; ``None`` for an audience that may not see them.

    Whether such a difference is the child's circumstances or who looked cannot be told from one
    reading each, and the paragraph does not say.
    """
    sentences: list[Runs] = []
    for name in PROFILES:
        pieces = phrases.profile(brief.figures, name, brief.scale, another=bool(sentences))
        runs = brief.composition.sentence(pieces)
        if runs and runs not in sentences:
            sentences.append(runs)
    return Paragraph(joined(sentences)) if len(sentences) > 1 else None
