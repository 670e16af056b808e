"""Sheets that the brief's author writes: findings, actions, and what else readers are told."""

from goldenthread.exchange.workbook.columns import Choices, Column, Group, Kind, Sheet

FINDINGS = Sheet(
    "Findings",
    Group.LEARNING,
    (
        Column(
            "Finding ref",
            Kind.REFERENCE,
            "The finding's own reference, such as F1.",
            must=True,
            also=("Finding reference", "Finding ID", "Finding"),
            width=11,
        ),
        Column(
            "Kind",
            Kind.CHOICE,
            "Strength, worry or reminder.",
            must=True,
            also=("Type",),
            choices=Choices.FINDING_KINDS,
            width=11,
        ),
        Column(
            "Scope",
            Kind.NAME,
            "Service, or the name of one team. Blank means the whole service.",
            also=("Team",),
        ),
        Column("Theme", Kind.CHOICE, "What it is about.", choices=Choices.THEMES, width=22),
        Column(
            "Category",
            Kind.CHOICE,
            "The category that it comes from, if it comes from one.",
            choices=Choices.CATEGORIES,
            width=22,
        ),
        Column(
            "Audit refs",
            Kind.REFERENCES,
            "The audits in which it was found, separated by commas. Needed for a strength and for "
            "a worry: its n of N is counted from them.",
            also=("Audits", "Audit references", "Evidence"),
            width=28,
        ),
        Column(
            "Headline",
            Kind.CHOICE,
            "1, 2 or 3 for the three headline messages; otherwise blank.",
            choices=Choices.HEADLINES,
            width=10,
        ),
        Column(
            "Text",
            Kind.PROSE,
            "The finding in a sentence. Write a figure as a token such as {risk.inadequate}, "
            "never as a number.",
            must=True,
            also=("Message", "Finding text"),
            width=50,
        ),
        Column("So what", Kind.PROSE, "Why it matters to children and young people.", width=36),
        Column("What to do", Kind.PROSE, "What readers can do.", width=36),
        Column(
            "Words to try",
            Kind.PROSE,
            "A phrase that a worker could use tomorrow.",
            also=("Phrase to use",),
            width=30,
        ),
        Column("Standard", Kind.PROSE, "The standard that it is held against.", width=24),
        Column("Source", Kind.PROSE, "Where that standard is written.", width=24),
    ),
    also=("Finding",),
)

ACTIONS = Sheet(
    "Actions",
    Group.LEARNING,
    (
        Column(
            "Action ref",
            Kind.REFERENCE,
            "The action's own reference, such as A1.",
            must=True,
            also=("Action reference", "Action ID"),
            width=11,
        ),
        Column(
            "Finding ref",
            Kind.REFERENCE,
            "The finding that it answers.",
            also=("Finding reference", "Finding"),
            width=11,
        ),
        Column("What", Kind.PROSE, "What will be done.", must=True, also=("Action",), width=50),
        Column(
            "Level",
            Kind.CHOICE,
            "Reader: whoever reads the brief can do it. Leaders: it needs them. Blank means "
            "reader.",
            also=("Who can do it",),
            choices=Choices.ACTION_LEVELS,
            width=10,
        ),
        Column("Owner", Kind.NAME, "The role that will do it.", must=True, width=22),
        Column("Due", Kind.DATE, "By when.", also=("Due on", "Due date", "By when")),
        Column("Done", Kind.DATE, "The day it was done.", also=("Done on", "Completed")),
        Column("Outcome", Kind.PROSE, "What changed because of it.", width=40),
    ),
    also=("Action", "Next steps"),
)

NOTICES = Sheet(
    "Notices",
    Group.LEARNING,
    (
        Column("Title", Kind.PROSE, "The notice in a few words.", must=True, width=36),
        Column("Text", Kind.PROSE, "A sentence or two.", width=60),
        Column("Address", Kind.NAME, "A web address.", also=("Link", "URL"), width=40),
    ),
    also=("Notice",),
)

ASKS = Sheet(
    "Asks",
    Group.LEARNING,
    (
        Column("Ask", Kind.PROSE, "What is asked of readers.", must=True, width=60),
        Column("To", Kind.NAME, "Whom it is asked of.", width=28),
        Column("By", Kind.DATE, "By when.", also=("By when", "Due")),
    ),
    also=("Ask",),
)

LINKS = Sheet(
    "Links",
    Group.LEARNING,
    (
        Column("Title", Kind.PROSE, "What the link leads to.", must=True, width=44),
        Column("Address", Kind.NAME, "A web address.", must=True, also=("Link", "URL"), width=50),
        Column("Topic", Kind.NAME, "Links of one topic stand together.", width=24),
        Column(
            "New",
            Kind.CHOICE,
            "Yes if it was not in the last brief.",
            also=("Is it new",),
            choices=Choices.YES_NO,
            width=8,
        ),
    ),
    also=("Link",),
)

HELPERS = Sheet(
    "Helpers",
    Group.LEARNING,
    (
        Column("Name", Kind.NAME, "Somebody who has agreed to be asked.", must=True, width=28),
        Column("Role", Kind.NAME, "Their role.", width=30),
        Column("Topic", Kind.NAME, "What they can help with.", width=30),
        Column("Contact", Kind.NAME, "How to reach them.", width=36),
    ),
    also=("Helper",),
)
