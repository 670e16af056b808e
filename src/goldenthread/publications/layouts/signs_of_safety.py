"""The three columns of a Signs of Safety map, about practice, with what people scaled.

Signs of Safety is a registered trademark of Resolutions Consultancy, used here descriptively.
"""

from goldenthread.documents.blocks import (
    Block,
    Columns,
    Document,
    Facts,
    Paragraph,
    Section,
    Tone,
)
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import present, section, side_by_side
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts import talking
from goldenthread.publications.parts.grades import chart_of_few
from goldenthread.publications.parts.messages import (
    HELP,
    WORDS,
    headline_cards,
    message_list,
    one_line_each,
)
from goldenthread.publications.parts.method import choosing, short_facts
from goldenthread.publications.parts.next_steps import (
    action_list,
    changes_section,
    open_actions,
    tell_us,
)
from goldenthread.publications.parts.opening import rate_in_words, returns_by_team
from goldenthread.publications.parts.safety import safety_section
from goldenthread.publications.parts.voices import voices_blocks
from goldenthread.publications.parts.words import text
from goldenthread.publications.selection import Selection

IN_CHART = 2

PAGES = 2
WIDTHS = (5, 5, 6)
"""What needs to happen holds reminders and actions, and needs the most room."""


def signs_of_safety(brief: Brief) -> Document:
    """What matters most, then worries, what is working well and what needs to happen; scaling."""
    chosen = brief.select()
    cards = headline_cards(brief, chosen.headlines, without=(WORDS, HELP))
    of_three = Columns(
        (
            (_worried(brief, chosen),),
            (_working(brief, chosen),),
            (_happen(brief, chosen),),
        ),
        WIDTHS,
    )
    body = (
        safety_section(brief),
        section("headlines", "What matters most", present(side_by_side(*cards))),
        _grades_and_scaling(brief, chosen),
        _last_time_and_next(brief),
        of_three,
        section("also", "Also noted", present(one_line_each(brief, chosen.also))),
        section("method", "How we know", (_known(brief),), Tone.METHOD, boxed=True),
    )
    return document(
        brief,
        layout="signs-of-safety",
        kind="Learning map",
        body=body,
        page_budget=PAGES,
        orientation="landscape",
        footer=(),
    )


def _grades_and_scaling(brief: Brief, chosen: Selection) -> Block | None:
    chart = chart_of_few(brief, (*chosen.headlines, *chosen.worries), IN_CHART)
    scaling = voices_blocks(brief)
    return Columns(
        (
            present(section("grades", "How practice was graded", present(chart))),
            present(section("scaling", "Where people put us, from 0 to 10", scaling)),
        ),
        (4, 3),
    )


def _last_time_and_next(brief: Brief) -> Block | None:
    talk = section("talk", talking.TITLE, (talking.questions_list(),))
    return Columns(
        (present(changes_section(brief, most=2)), present(talk), present(tell_us(brief, most=1))),
        (4, 3, 5),
    )


def _known(brief: Brief) -> Facts:
    returns = ("Returns", rate_in_words(brief))
    chosen = ("How children were chosen", choosing(brief))
    return short_facts(brief, returns, chosen, ("Returned by team", returns_by_team(brief)))


def _worried(brief: Brief, chosen: Selection) -> Section:
    worries = message_list(brief, chosen.worries, standards=True)
    return _column("worries", "What are we worried about?", present(worries), Tone.WORRY)


def _working(brief: Brief, chosen: Selection) -> Section:
    strengths = message_list(brief, chosen.strengths, standards=True)
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
