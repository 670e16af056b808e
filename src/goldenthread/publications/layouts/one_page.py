"""One page: the headline, three strengths, three worries, three actions, one chart."""

from goldenthread.documents.blocks import Block, Columns, Document, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import columns, present, section
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts import talking
from goldenthread.publications.parts.grades import chart_of_few
from goldenthread.publications.parts.messages import headline_cards, message_list
from goldenthread.publications.parts.next_steps import (
    action_list,
    changes_section,
    open_actions,
    tell_us,
)
from goldenthread.publications.parts.opening import key_figures
from goldenthread.publications.parts.safety import safety_section
from goldenthread.publications.parts.voices import TITLE as VOICES
from goldenthread.publications.parts.voices import family_voices
from goldenthread.publications.selection import Budget, Selection

THREE = 3
IN_CHART = 3


def one_page(brief: Brief) -> Document:
    """One side of A4 for a noticeboard or a team meeting."""
    chosen = brief.select(Budget(headlines=1, strengths=THREE, reminders=0, worries=THREE))
    body = (
        key_figures(brief),
        safety_section(brief),
        section("headline", "What matters most", headline_cards(brief, chosen.headlines)),
        _findings(brief, chosen),
        _grades_and_actions(brief, chosen),
        section("voices", VOICES, present(family_voices(brief))),
        _answers(brief),
    )
    return document(brief, layout="one-page", kind="One-page brief", body=body, page_budget=1)


def _findings(brief: Brief, chosen: Selection) -> Block | None:
    strengths = present(message_list(brief, chosen.strengths))
    worries = present(message_list(brief, chosen.worries))
    return columns(
        present(section("strengths", "Working well", strengths, Tone.STRENGTH)),
        present(section("worries", "What are we worried about?", worries, Tone.WORRY)),
    )


def _grades_and_actions(brief: Brief, chosen: Selection) -> Block | None:
    chart = chart_of_few(brief, (*chosen.headlines, *chosen.worries), IN_CHART)
    to_do = present(action_list(brief, open_actions(brief)[:THREE]))
    return Columns(
        (
            present(section("grades", "How practice was graded", present(chart))),
            present(section("next", "Three things to do", to_do, Tone.NEXT)),
        ),
        (3, 2),
    )


def _answers(brief: Brief) -> Block | None:
    """What became of the last actions, what to talk about, and what we ask."""
    questions = section("talk", talking.TITLE, (talking.questions_list(),))
    return columns(
        present(changes_section(brief, most=2)), present(questions), present(tell_us(brief, most=1))
    )
