"""A realistic learning brief of Larkshire, which does not exist. The people are invented."""

from tests.documents.samples.charts import category_chart
from tests.documents.samples.words import (
    document,
    facts,
    items,
    message,
    paragraph,
    runs,
    section,
    share,
)

from goldenthread.documents.blocks import (
    BulletList,
    Columns,
    Document,
    KeyFigure,
    KeyFigures,
    ListItem,
    ParagraphStyle,
    Section,
    Tone,
)


def safety() -> Section:
    """The panel that comes first."""
    text = (
        "Auditors raised an alarm about {escalations.raised=3} children. A manager acted on the "
        "same day for {escalations.acknowledged_same_day=3/3} and confirmed that the child is "
        "safe for {escalations.child_safe=3/3}. Nothing is left open."
    )
    return section("Keeping children safe", paragraph(text), tone=Tone.SAFETY, boxed=True)


def key_figures() -> KeyFigures:
    """Four large numbers."""
    shown = (
        (share("returns.at_cut_off", 26, 30), "audits returned by the cut-off"),
        (share("overall.good_or_better", 8, 26), "good or better overall"),
        (share("overall.inadequate", 7, 26), "inadequate overall"),
        (share("categories.with_outstanding", 7, 16), "categories with outstanding work"),
    )
    return KeyFigures(tuple(KeyFigure(figure, runs(label)) for figure, label in shown))


def messages() -> Section:
    """Three headline messages."""
    return section(
        "Three messages",
        message(
            "1",
            Tone.STRENGTH,
            "We work well with other agencies: good or outstanding in "
            "{agencies.good_or_better=15/26} audits",
            So_what="Children get one plan instead of several.",
            What_to_do="Invite the school and the health visitor early; share minutes.",
        ),
        message(
            "2",
            Tone.WORRY,
            "Response to risk was inadequate in {risk.inadequate=10/26} audits",
            So_what="Children may stay longer in harm that we already know about.",
            What_to_do="Write what would have to happen next, and hold the strategy discussion "
            "the same day ([[section 47|law]]).",
            Try_saying="“I wonder what a day is like for you when Dad has been drinking.”",
        ),
        message(
            "3",
            Tone.WORRY,
            "Management oversight was good or outstanding in "
            "{management.good_or_better=9/26} audits",
            So_what="Drift is not seen until a review asks about it.",
            What_to_do="Write the reason for each decision and who will check it by when.",
        ),
        tone=Tone.HEADLINE,
    )


def strengths() -> Section:
    """Positive findings."""
    lines = items(
        "The footprint of reviewing officers is clear: {challenges.answered=6/8} challenges were "
        "answered.",
        "Children are known and valued; the language in records is respectful.",
        "One audit had {profiles.most_highest.outstanding=4/13} categories graded outstanding, "
        "with a strong footprint of the manager.",
        "A parent gave the social worker [[10 out of 10|scale answer]]: “she listened, and gave "
        "me time to say what I wanted”.",
        "Visits are prepared for; observations show warm and purposeful work.",
    )
    return section("Positive findings", lines, tone=Tone.STRENGTH)


def reminders() -> Section:
    """Reminders."""
    lines = items(
        "Assessments consider history and what it means today. Use an impact chronology.",
        "A child who comes into care has a care plan within [[10 working days|duration]].",
        "Plans say what, how and by when, in words that the family uses.",
        "Share minutes of core groups and reviews promptly with parents and agencies.",
        "A case note is part of the child's own story: write it for them.",
    )
    return section("Reminders", lines, tone=Tone.REMINDER)


def worries() -> Section:
    """Worries."""
    lines = items(
        "Decision making is inconsistent: {management.requires_improvement=12/26} audits require "
        "improvement and {management.inadequate=5/26} are inadequate.",
        "Assessments leave out fathers and wider family; {assessment.not_yet_good=16/26} are not "
        "yet good, and the analysis of risk leans to optimism.",
        "Visits do not always happen as often as the plan says.",
        "A parent scaled involvement at [[1|scale answer]] and said: “different social workers "
        "have different views”.",
    )
    return section("What are we worried about?", lines, tone=Tone.WORRY)


def next_steps() -> Section:
    """Next steps."""
    steps = (
        ListItem(
            runs("Team managers take the second message to the next team meeting."),
            (runs("By [[11 December 2026|date]], all team managers"),),
        ),
        ListItem(
            runs("Record every audit action in supervision, with a date."),
            (runs("By [[31 December 2026|date]], practitioners and supervisors"),),
        ),
        ListItem(runs("Tell us what you changed: answer the four questions in the reply form.")),
    )
    return section("Next steps", BulletList(steps, numbered=True), tone=Tone.NEXT)


def links() -> Section:
    """Links and helpers."""
    procedures = "https://procedures.larkshire.example"
    tools = items(
        f"<Harm matrix with questions|{procedures}/harm-matrix>",
        f"<Assessment toolkit|{procedures}/assessment-toolkit>",
        f"New: <Chairing a strategy discussion|{procedures}/strategy>",
    )
    helper = (
        "Childhood trauma: Morwenna Pask, consultant social worker, [[01632 960 114|telephone]]"
    )
    return section("Links to learning, and who can help", tools, paragraph(helper), tone=Tone.NEXT)


def method() -> Section:
    """The method box."""
    rows = facts(
        Audits="{returns.at_cut_off=26/30} were returned by the cut-off, [[6 November 2026|date]]",
        Choosing="Stratified random, seed [[20260901|identifier]]; one child of each sibling group",
        Second_reading="{second_reading.audits=4/26} audits; {moderation.changed=3/58} grades "
        "changed",
    )
    small = paragraph("Grades are the reported grades.", ParagraphStyle.SMALL)
    return section("How we know", rows, small, tone=Tone.METHOD, boxed=True)


def sample_brief() -> Document:
    """A learning brief as it is really sent."""
    lead = (
        "Thank you: {returns.at_cut_off=26/30} audits came back in time. This brief says what "
        "they found, and asks three things."
    )
    return document(
        paragraph(lead, ParagraphStyle.LEAD),
        safety(),
        key_figures(),
        messages(),
        section("How practice was graded", category_chart()),
        Columns(((strengths(),), (reminders(),))),
        worries(),
        Columns(((next_steps(),), (links(),))),
        method(),
    )
