"""Seven-minute briefing: seven numbered boxes that a manager talks through with the team."""

from collections.abc import Iterable

from goldenthread.documents.blocks import Block, ChartBlock, Document, Paragraph, Section, Tone
from goldenthread.publications.brief import Brief
from goldenthread.publications.layouts.blocks import columns, present, section, side_by_side
from goldenthread.publications.layouts.frame import document
from goldenthread.publications.parts.grades import chart_of_few
from goldenthread.publications.parts.messages import headline_cards, message_list
from goldenthread.publications.parts.method import method_paragraph, short_facts
from goldenthread.publications.parts.next_steps import (
    action_list,
    changes_section,
    open_actions,
    tell_us,
)
from goldenthread.publications.parts.opening import return_rate, returns_by_team
from goldenthread.publications.parts.resources import helpers_list, links_list
from goldenthread.publications.parts.safety import safety_paragraph
from goldenthread.publications.parts.talking import questions_list
from goldenthread.publications.parts.voices import TITLE as VOICES
from goldenthread.publications.parts.voices import family_voices
from goldenthread.publications.parts.words import text
from goldenthread.publications.selection import Budget, Selection

PER_BOX = 3
IN_CHART = 3


def seven_minute(brief: Brief) -> Document:
    """Numbered boxes, the message above the chart, then families and what changed."""
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
            (
                "Talk about it in your team meeting, and find out more",
                _talk(brief, chosen),
                Tone.PLAIN,
            ),
        )
    )
    known = (short_facts(brief, ("Returned by team", returns_by_team(brief))),)
    safety, looked_at, why, well, improve, to_do, talk = boxes
    body = (
        side_by_side(safety, looked_at),
        why,
        section("grades", "How practice was graded", present(_chart(brief, chosen))),
        side_by_side(well, improve),
        side_by_side(to_do, talk),
        columns(
            present(section("voices", VOICES, present(family_voices(brief)))),
            present(changes_section(brief)),
        ),
        section("method", "How we know", known, Tone.METHOD, boxed=True),
    )
    return document(
        brief,
        layout="seven-minute",
        kind="Seven-minute briefing",
        body=body,
        page_budget=2,
        footer=(),
    )


def _numbered(boxes: Iterable[tuple[str, tuple[Block, ...], Tone]]) -> tuple[Section, ...]:
    nothing = Paragraph(text("Nothing to report this time."))
    return tuple(
        Section(f"box-{n}", text(title), blocks or (nothing,), tone, boxed=True, number=str(n))
        for n, (title, blocks, tone) in enumerate(boxes, start=1)
    )


def _background(brief: Brief) -> tuple[Block, ...]:
    return present(return_rate(brief), method_paragraph(brief))


def _chart(brief: Brief, chosen: Selection) -> ChartBlock | None:
    return chart_of_few(brief, (*chosen.headlines, *chosen.worries), IN_CHART)


def _why(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    return headline_cards(brief, chosen.headlines)


def _strengths(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    return present(message_list(brief, chosen.strengths))


def _worries(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    return present(message_list(brief, chosen.worries))


def _to_do(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    reminders = message_list(brief, chosen.reminders)
    actions = action_list(brief, open_actions(brief)[:PER_BOX])
    return present(reminders, actions)


def _talk(brief: Brief, chosen: Selection) -> tuple[Block, ...]:
    shown = (*chosen.headlines, *chosen.worries)
    links, helpers = links_list(brief, shown), helpers_list(brief, shown)
    return present(questions_list(), links, helpers, tell_us(brief))
