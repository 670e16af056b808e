"""What to talk about in the team meeting."""

from goldenthread.documents.blocks import BulletList, ListItem
from goldenthread.publications.parts.words import text

TITLE = "For your team meeting"

QUESTIONS = (
    "Where do we see this in our own work this week?",
    "What will each of us do differently, and with which child?",
    "How will we know, and when will we look again?",
)
"""What to talk about; the same every time, so that teams come to expect it."""


def questions_list() -> BulletList:
    """The questions, in their order."""
    return BulletList(tuple(ListItem(text(question)) for question in QUESTIONS), numbered=True)
