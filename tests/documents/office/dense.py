"""A brief with as much text as its two pages can hold: every device to save room is used."""

from tests.documents.samples.brief import (
    key_figures,
    links,
    method,
    next_steps,
    reminders,
    safety,
    strengths,
    worries,
)
from tests.documents.samples.charts import category_chart
from tests.documents.samples.words import document, items, message, section

from goldenthread.documents.blocks import Card, Columns, Document, Section, Tone


def card(number: str, tone: Tone) -> Card:
    """A message with five labelled lines."""
    return message(
        number,
        tone,
        "Children are seen alone by somebody they know, and their words are on file in "
        "{voice.good_or_better=17/26} audits",
        So_what="A child who is heard tells us sooner when something is wrong.",
        What_to_do="Write what the child said, and which decision it changed.",
        Words_to_try="“You told me mornings are hard. Here is what we changed.”",
        Standard="Decisions say how the child's view was weighed.",
        Help="<Ways to hear a child|https://procedures.larkshire.example/hearing>; Iman Haverstock",
    )


def told() -> Section:
    """What people told us."""
    questions = ("How clearly do we explain things?", "How well do we listen to you?")
    lines = items(
        *(f"“{question}” Parents and carers: [[10|scale answer]]" for question in questions)
    )
    return section("What people told us", lines)


def leaders() -> Section:
    """What leaders will do."""
    lines = items(
        "Director of practice: look every Monday at each care plan that is late.",
        "Head of locality service: set aside an hour a week to think about risk together.",
        "Service managers: agree how a child is visited when their worker is away.",
        "Audit lead: grade the same anonymised records with all auditors, and compare.",
    )
    return section("What leaders will do", lines, tone=Tone.NEXT)


def dense_brief() -> Document:
    """Three messages side by side, a chart of sixteen rows, and six columns of lists."""
    tones = (Tone.STRENGTH, Tone.WORRY, Tone.WORRY)
    cards = Columns(tuple((card(str(n), tone),) for n, tone in enumerate(tones, 1)))
    return document(
        key_figures(),
        safety(),
        section("What matters most", cards),
        section("How practice was graded", category_chart()),
        Columns(((strengths(), worries()), (reminders(), told()))),
        Columns(((next_steps(),), (leaders(),))),
        Columns(((links(),), (section("Also noted", *strengths().blocks),))),
        method(),
    )
