"""Sheets about what else was heard, seen and timed."""

from dataclasses import replace

from goldenthread.exchange.workbook.columns import Choices, Column, Group, Kind, Sheet
from goldenthread.exchange.workbook.declared.shared import AUDIT, TEAM

FEEDBACK = Sheet(
    "Feedback",
    Group.SOURCES,
    (
        replace(AUDIT, must=False),
        Column(
            "Respondent",
            Kind.CHOICE,
            "Who was asked. Answers of different people are never added together.",
            must=True,
            also=("Who", "Given by"),
            choices=Choices.RESPONDENTS,
        ),
        Column(
            "Question as asked",
            Kind.PROSE,
            "The question in the very words used. One row for each question.",
            must=True,
            also=("Question", "Question asked"),
            width=50,
        ),
        Column(
            "Answer",
            Kind.ANSWER,
            "A whole number from 0 to 10. Blank means asked, and not answered.",
            also=("Answer (0-10)", "Scaling answer", "Score"),
            width=10,
        ),
        Column(
            "Comment",
            Kind.PROSE,
            "What they added. It never leaves the service by itself.",
            also=("Comments",),
            width=50,
        ),
    ),
)

OBSERVATIONS = Sheet(
    "Observations",
    Group.SOURCES,
    (
        Column(
            "Observation ref",
            Kind.REFERENCE,
            "The same reference on every row of one observed visit, meeting or supervision.",
            must=True,
            also=("Observation reference", "Observation", "Observation ID"),
            width=16,
        ),
        Column("Item", Kind.PROSE, "What was looked for.", must=True, width=50),
        Column(
            "Seen",
            Kind.CHOICE,
            "Whether it was seen: yes, partly or no.",
            must=True,
            also=("Observed", "Was it seen"),
            choices=Choices.SEEN,
            width=10,
        ),
        Column("Date", Kind.DATE, "The day of the observation.", also=("Observed on",)),
        replace(TEAM, help="The team observed."),
    ),
    also=("Observation",),
)

ESCALATIONS = Sheet(
    "Escalations",
    Group.SOURCES,
    (
        AUDIT,
        Column(
            "Reason",
            Kind.NAME,
            "Why it was raised. Choose from the list or write your own.",
            must=True,
            choices=Choices.ESCALATION_REASONS,
            width=30,
        ),
        Column(
            "Raised",
            Kind.DATE,
            "The day on which it was raised.",
            must=True,
            also=("Raised on", "Date raised"),
        ),
        Column(
            "To",
            Kind.NAME,
            "The role that it was raised to.",
            must=True,
            also=("Raised to", "Escalated to"),
            width=22,
        ),
        Column(
            "Acknowledged",
            Kind.DATE,
            "The day on which they acknowledged it.",
            also=("Acknowledged on", "Date acknowledged"),
        ),
        Column(
            "What was done",
            Kind.PROSE,
            "What was done for the child. It never leaves the service by itself.",
            also=("Done", "Action taken", "Response"),
            width=40,
        ),
        Column(
            "Child safe",
            Kind.CHOICE,
            "Whether the child is known to be safe now: yes, no, or blank if it is not known.",
            also=("Is the child safe", "Safe"),
            choices=Choices.YES_NO,
            width=10,
        ),
        Column("Closed", Kind.DATE, "The day it was closed.", also=("Closed on", "Date closed")),
    ),
    also=("Escalation",),
)

TIMELINESS = Sheet(
    "Timeliness",
    Group.SOURCES,
    (
        AUDIT,
        Column(
            "Rule",
            Kind.CHOICE,
            "The timescale that was checked.",
            must=True,
            also=("Timescale", "Timescale rule"),
            choices=Choices.RULES,
            width=44,
        ),
        Column(
            "Trigger",
            Kind.DATE,
            "The day that started the clock.",
            must=True,
            also=("Trigger date", "Started", "Started on", "Start"),
        ),
        Column(
            "Done",
            Kind.DATE,
            "The day on which it was done. Blank means not done yet.",
            also=("Done on", "Date done", "Completed", "Completed on"),
        ),
    ),
    also=("Timescales",),
)

CHALLENGES = Sheet(
    "Challenges",
    Group.SOURCES,
    (
        Column(
            "Challenge ref",
            Kind.REFERENCE,
            "The reference of an IRO's or conference chair's challenge.",
            must=True,
            also=("Challenge reference", "Challenge ID", "Challenge"),
        ),
        Column(
            "Raised",
            Kind.DATE,
            "The day on which it was raised.",
            must=True,
            also=("Raised on", "Date raised"),
        ),
        Column("Subject", Kind.PROSE, "What it was about.", must=True, width=44),
        Column(
            "Response due",
            Kind.DATE,
            "The day by which an answer is due.",
            also=("Response due on", "Due", "Due on", "Due date"),
        ),
        Column("Answered", Kind.DATE, "The day of the answer.", also=("Answered on",)),
        Column("Resolved", Kind.DATE, "The day it was resolved.", also=("Resolved on", "Closed")),
    ),
    also=("Challenge", "IRO challenges"),
)
