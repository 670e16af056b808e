"""The Learning Brief: the shape that the service knows, two pages, safety first."""

from goldenthread.analysis.facts import ActionLevel
from goldenthread.documents.blocks import Block, Columns, Document, Paragraph, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import present, section
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts.grades import grades_chart
from goldenthread.publications.parts.messages import headline_cards, message_list, one_line_each
from goldenthread.publications.parts.method import method_facts
from goldenthread.publications.parts.next_steps import (
    action_list,
    ask_list,
    changes_section,
    next_brief,
    open_actions,
)
from goldenthread.publications.parts.opening import key_figures, return_rate
from goldenthread.publications.parts.practice import practice_list
from goldenthread.publications.parts.resources import helpers_list, links_list, notices_list
from goldenthread.publications.parts.safety import safety_section
from goldenthread.publications.parts.voices import voices_blocks
from goldenthread.publications.parts.words import text
from goldenthread.publications.selection import Selection

PAGES = 2


def learning_brief(brief: Brief) -> Document:
    """Safety, headlines, grades, findings, next steps, the ask, links and method."""
    selection = brief.select()
    body = (
        *present(return_rate(brief), key_figures(brief)),
        safety_section(brief),
        section("headlines", "What matters most", headline_cards(brief, selection.headlines)),
        section("grades", "How practice was graded", present(grades_chart(brief))),
        _findings(brief, selection),
        section("worries", "What are we worried about?", _worries(brief, selection), Tone.WORRY),
        section(
            "voices", "What children, families and professionals told us", voices_blocks(brief)
        ),
        _what_next(brief),
        _learning(brief),
        section("also", "Also noted", present(one_line_each(brief, selection.also))),
        section("method", "How we know", present(method_facts(brief)), Tone.METHOD, boxed=True),
    )
    return document(
        brief, layout="learning-brief", kind="Learning Brief", body=body, page_budget=PAGES
    )


def _findings(brief: Brief, selection: Selection) -> Block | None:
    strengths = section(
        "strengths",
        "Positive findings",
        present(message_list(brief, selection.strengths)),
        Tone.STRENGTH,
    )
    reminders = section(
        "reminders",
        "Reminders",
        present(message_list(brief, selection.reminders, advice=True)),
        Tone.REMINDER,
    )
    return _side_by_side(strengths, reminders)


def _worries(brief: Brief, selection: Selection) -> tuple[Block, ...]:
    found = present(message_list(brief, selection.worries))
    if found or any(m.kind == "worry" for m in selection.headlines):
        return found
    return (Paragraph(text("No worry was recorded in this cycle.")),)


def _what_next(brief: Brief) -> Block | None:
    readers = section(
        "next",
        "Next steps for you and your team",
        present(action_list(brief, open_actions(brief, ActionLevel.READER)), ask_list(brief)),
        Tone.NEXT,
    )
    leaders = section(
        "leaders",
        "What leaders will do",
        present(
            action_list(brief, open_actions(brief, ActionLevel.LEADERS)),
            changes_section(brief),
            next_brief(brief),
        ),
        Tone.NEXT,
    )
    return _side_by_side(readers, leaders)


def _learning(brief: Brief) -> Block | None:
    links = section(
        "links", "Links to learning", present(links_list(brief), notices_list(brief)), Tone.PLAIN
    )
    helpers = section(
        "helpers", "People who can help", present(helpers_list(brief), practice_list(brief))
    )
    return _side_by_side(links, helpers)


def _side_by_side(left: Block | None, right: Block | None) -> Block | None:
    if left is not None and right is not None:
        return Columns(((left,), (right,)))
    return left or right
