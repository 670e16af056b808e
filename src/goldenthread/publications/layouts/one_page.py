"""One page: the headline, three strengths, three worries, three actions, one chart."""

from goldenthread.documents.blocks import ChartBlock, Columns, Document, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import present, section
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts.grades import graded_categories, grades_chart, weakest_first
from goldenthread.publications.parts.messages import headline_cards, message_list
from goldenthread.publications.parts.next_steps import action_list, open_actions
from goldenthread.publications.parts.opening import key_figures
from goldenthread.publications.parts.safety import safety_section
from goldenthread.publications.selection import Budget, Selection

THREE = 3
IN_CHART = 4


def one_page(brief: Brief) -> Document:
    """One side of A4 for a noticeboard or a team meeting."""
    chosen = brief.select(Budget(headlines=1, strengths=THREE, reminders=0, worries=THREE))
    strengths = section(
        "strengths", "Working well", present(message_list(brief, chosen.strengths)), Tone.STRENGTH
    )
    worries = section(
        "worries",
        "What are we worried about?",
        present(message_list(brief, chosen.worries)),
        Tone.WORRY,
    )
    actions = section(
        "next",
        "Three things to do",
        present(action_list(brief, open_actions(brief)[:THREE])),
        Tone.NEXT,
    )
    chart = section("grades", "How practice was graded", present(_chart(brief, chosen)))
    body = (
        key_figures(brief),
        safety_section(brief),
        section("headline", "What matters most", headline_cards(brief, chosen.headlines)),
        Columns((present(strengths), present(worries))),
        Columns((present(chart), present(actions)), (3, 2)),
    )
    return document(brief, layout="one-page", kind="One-page brief", body=body, page_budget=1)


def _chart(brief: Brief, chosen: Selection) -> ChartBlock | None:
    """The categories that the page speaks of, then the weakest others."""
    graded = weakest_first(brief, [category.id for category in graded_categories(brief)])
    spoken_of = [m.category for m in (*chosen.headlines, *chosen.worries) if m.category in graded]
    return grades_chart(brief, only=list(dict.fromkeys([*spoken_of, *graded]))[:IN_CHART])
