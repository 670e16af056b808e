"""Seven-minute briefing: seven numbered boxes that a manager talks through with the team."""

from collections.abc import Iterable

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Columns,
    Document,
    ListItem,
    Paragraph,
    Section,
    Tone,
)
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import present
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts.messages import headline_cards, message_list
from goldenthread.publications.parts.method import method_paragraph
from goldenthread.publications.parts.next_steps import action_list, open_actions
from goldenthread.publications.parts.opening import return_rate
from goldenthread.publications.parts.resources import helpers_list, links_list
from goldenthread.publications.parts.safety import safety_paragraph
from goldenthread.publications.parts.words import text
from goldenthread.publications.selection import Budget, Selection

QUESTIONS = (
    "Where do we see this in our own work this week?",
    "What will each of us do differently, and with which child?",
    "How will we know, and when will we look again?",
)
"""What to talk about; the same every time, so that teams come to expect it."""

PER_BOX = 3
LEFT = 4


def seven_minute(brief: Brief) -> Document:
    """Two columns of numbered boxes, read down the left column first."""
    chosen = brief.select(
        Budget(headlines=1, strengths=PER_BOX, reminders=PER_BOX, worries=PER_BOX)
    )
    boxes = _numbered(
        (
            ("Keeping children safe", present(safety_paragraph(brief)), Tone.SAFETY),
            ("What we looked at", _background(brief), Tone.PLAIN),
            ("Why it matters", _why(brief, chosen), Tone.HEADLINE),
            ("What is working well", _strengths(brief, chosen), Tone.STRENGTH),
            ("What needs to improve", _worries(brief, chosen), Tone.WORRY),
            ("What to do", _to_do(brief, chosen), Tone.NEXT),
            ("Talk about it, and find out more", _talk(brief, chosen), Tone.PLAIN),
        )
    )
    body = (Columns((boxes[:LEFT], boxes[LEFT:])),)
    return document(
        brief, layout="seven-minute", kind="Seven-minute briefing", body=body, page_budget=2
    )


def _numbered(boxes: Iterable[tuple[str, tuple[Block, ...], Tone]]) -> tuple[Section, ...]:
    nothing = Paragraph(text("Nothing to report this time."))
    return tuple(
        Section(f"box-{n}", text(title), blocks or (nothing,), tone, boxed=True, number=str(n))
        for n, (title, blocks, tone) in enumerate(boxes, start=1)
    )


def _background(brief: Brief) -> tuple[Block, ...]:
    return present(return_rate(brief), method_paragraph(brief))


def _why(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    return headline_cards(brief, chosen.headlines)


def _strengths(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    return present(message_list(brief, chosen.strengths))


def _worries(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    return present(message_list(brief, chosen.worries))


def _to_do(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    reminders = message_list(brief, chosen.reminders)
    return present(reminders, action_list(brief, open_actions(brief)[:PER_BOX]))


def _talk(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    questions = BulletList(tuple(ListItem(text(question)) for question in QUESTIONS), numbered=True)
    shown = (*chosen.headlines, *chosen.worries)
    return present(questions, links_list(brief, shown), helpers_list(brief, shown))
