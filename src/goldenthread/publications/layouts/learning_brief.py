"""The Learning Brief: the shape that the service knows, two pages, safety first."""

from goldenthread.analysis.facts import ActionLevel, FindingKind
from goldenthread.documents.blocks import Block, Document, Paragraph, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import columns, present, section, side_by_side
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts.consistency import TITLE as CHILD_OR_AUDITOR
from goldenthread.publications.parts.consistency import consistency_blocks
from goldenthread.publications.parts.grades import grades_chart
from goldenthread.publications.parts.messages import (
    LAST_TIME,
    headline_cards,
    message_list,
    one_line_each,
)
from goldenthread.publications.parts.method import method_facts
from goldenthread.publications.parts.next_steps import (
    action_list,
    changes_section,
    open_actions,
    tell_us,
)
from goldenthread.publications.parts.opening import key_figures
from goldenthread.publications.parts.resources import helpers_list, links_list, notices_list
from goldenthread.publications.parts.safety import safety_section
from goldenthread.publications.parts.voices import TITLE as VOICES
from goldenthread.publications.parts.voices import voices_blocks
from goldenthread.publications.parts.words import text
from goldenthread.publications.selection import Selection

PAGES = 2


def learning_brief(brief: Brief) -> Document:
    """Safety, headlines, grades, findings, next steps, links, and how we know."""
    selection = brief.select()
    cards = headline_cards(brief, selection.headlines, without=(LAST_TIME,))
    body = (
        key_figures(brief),
        safety_section(brief),
        section("headlines", "What matters most", present(side_by_side(*cards))),
        section("grades", "How practice was graded", present(grades_chart(brief))),
        _findings(brief, selection),
        _what_next(brief),
        _learning(brief),
        section("consistency", CHILD_OR_AUDITOR, consistency_blocks(brief)),
        _how_we_know(brief),
    )
    return document(
        brief,
        layout="learning-brief",
        kind="Learning Brief",
        body=body,
        page_budget=PAGES,
        footer=(),
    )


def _findings(brief: Brief, selection: Selection) -> Block | None:
    strengths = section(
        "strengths",
        "Positive findings",
        present(message_list(brief, selection.strengths)),
        Tone.STRENGTH,
    )
    worries = section(
        "worries", "What are we worried about?", _worries(brief, selection), Tone.WORRY
    )
    reminders = section(
        "reminders",
        "Reminders",
        present(message_list(brief, selection.reminders, advice=True)),
        Tone.REMINDER,
    )
    also = section("also", "Also noted", present(one_line_each(brief, selection.also)))
    voices = section("voices", VOICES, voices_blocks(brief))
    return columns(present(strengths, worries, also), present(reminders, voices))


def _worries(brief: Brief, selection: Selection) -> tuple[Block, ...]:
    found = present(message_list(brief, selection.worries))
    if found or any(m.kind is FindingKind.WORRY for m in selection.headlines):
        return found
    return (Paragraph(text("No worry was recorded in this cycle.")),)


def _what_next(brief: Brief) -> Block | None:
    you = section(
        "next",
        "Next steps for you and your team",
        present(action_list(brief, open_actions(brief, ActionLevel.READER))),
        Tone.NEXT,
    )
    leaders = section(
        "leaders",
        "What leaders will do",
        present(action_list(brief, open_actions(brief, ActionLevel.LEADERS))),
        Tone.NEXT,
    )
    return columns(present(you, changes_section(brief)), present(leaders, tell_us(brief)))


def _learning(brief: Brief) -> Block | None:
    links = section("links", "Links to learning", present(links_list(brief)))
    helpers = section(
        "helpers", "People who can help", present(helpers_list(brief), notices_list(brief))
    )
    return columns(present(links), present(helpers))


def _how_we_know(brief: Brief) -> Block | None:
    facts = present(method_facts(brief))
    return section("method", "How we know", facts, Tone.METHOD, boxed=True)
