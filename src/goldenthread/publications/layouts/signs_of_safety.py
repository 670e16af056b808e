"""The three columns of a Signs of Safety map, about practice, with what people scaled.

Signs of Safety is a registered trademark of Resolutions Consultancy, used here descriptively.
"""

from goldenthread.documents.blocks import Block, Columns, Document, Paragraph, Section, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import present, section
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts.messages import message_list
from goldenthread.publications.parts.next_steps import (
    action_list,
    changes_section,
    open_actions,
)
from goldenthread.publications.parts.opening import return_rate
from goldenthread.publications.parts.safety import safety_section
from goldenthread.publications.parts.voices import voices_blocks
from goldenthread.publications.parts.words import text
from goldenthread.publications.selection import Budget, Selection

ALL = 99
"""No headlines apart: every message stands in its column."""


WIDTHS = (5, 5, 6)
"""What needs to happen holds reminders and actions, and needs the most room."""


def signs_of_safety(brief: Brief) -> Document:
    """Worries, what is working well and what needs to happen, side by side, then scaling."""
    chosen = brief.select(Budget(headlines=0, strengths=ALL, reminders=ALL, worries=ALL))
    columns = Columns(
        (
            (_worried(brief, chosen),),
            (_working(brief, chosen),),
            (_happen(brief, chosen),),
        ),
        WIDTHS,
    )
    body = (
        return_rate(brief),
        safety_section(brief),
        columns,
        section("scaling", "Where people put us, from 0 to 10", voices_blocks(brief)),
        changes_section(brief),
    )
    return document(
        brief,
        layout="signs-of-safety",
        kind="Learning map",
        body=body,
        page_budget=2,
        orientation="landscape",
    )


def _worried(brief: Brief, chosen: Selection) -> Section:
    worries = message_list(brief, chosen.worries)
    return _column("worries", "What are we worried about?", present(worries), Tone.WORRY)


def _working(brief: Brief, chosen: Selection) -> Section:
    strengths = message_list(brief, chosen.strengths)
    return _column("strengths", "What is working well?", present(strengths), Tone.STRENGTH)


def _happen(brief: Brief, chosen: Selection) -> Section:
    blocks = present(
        message_list(brief, chosen.reminders),
        action_list(brief, open_actions(brief)),
    )
    return _column("next", "What needs to happen?", blocks, Tone.NEXT)


def _column(id_: str, title: str, blocks: tuple[Block, ...], tone: Tone) -> Section:
    empty = (Paragraph(text("Nothing was recorded here.")),)
    return Section(id_, text(title), blocks or empty, tone, boxed=True)
