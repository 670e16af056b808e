"""Phrases: the one place where figures become words.

Every sentence is a tuple of pieces: our own words as ``str``, and each number as a ``FigurePart``
that stays attached to its figure. A sentence about figures that are not there is empty. Words
are British English, plain, and claim no more than the figures bear: counts lead, a difference is
named only when a rule fixed beforehand fired, and where nothing can be said nothing is said.
"""

from goldenthread.analysis.phrases.change import comparison, last_time
from goldenthread.analysis.phrases.forms import FORMS, SUPPRESSION_NOTE, form
from goldenthread.analysis.phrases.grades import (
    categories_with,
    grade_split,
    graded,
    interval_in_words,
    profile,
)
from goldenthread.analysis.phrases.pieces import FigurePart, Pieces, joined, plain_text
from goldenthread.analysis.phrases.process import (
    actions,
    challenges,
    moderation,
    return_rate,
    timeliness,
)
from goldenthread.analysis.phrases.voices import answers, escalations, observations

__all__ = [
    "FORMS",
    "SUPPRESSION_NOTE",
    "FigurePart",
    "Pieces",
    "actions",
    "answers",
    "categories_with",
    "challenges",
    "comparison",
    "escalations",
    "form",
    "grade_split",
    "graded",
    "interval_in_words",
    "joined",
    "last_time",
    "moderation",
    "observations",
    "plain_text",
    "profile",
    "return_rate",
    "timeliness",
]
