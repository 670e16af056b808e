"""Sheets about the audits: readings, allocations, exemptions, reasons."""

from dataclasses import replace

from goldenthread.exchange.workbook.columns import Choices, Column, Group, Kind, Sheet
from goldenthread.exchange.workbook.declared.shared import AUDIT, AUDITOR, CHILD, SERVICE, TEAM

READINGS = Sheet(
    "Readings",
    Group.AUDITS,
    (
        AUDIT,
        replace(CHILD, must=True),
        Column(
            "Purpose",
            Kind.CHOICE,
            "Why the record was read. A second or moderated reading carries the audit ref of the "
            "first reading; in a moderated row leave blank what did not change.",
            must=True,
            also=("Type of reading", "Reading purpose"),
            choices=Choices.PURPOSES,
            width=12,
        ),
        replace(AUDITOR, must=True),
        TEAM,
        SERVICE,
        Column(
            "Plan type",
            Kind.CHOICE,
            "The plan that the child or young person had when chosen.",
            also=("Type of plan", "Child's plan", "Legal status"),
            choices=Choices.PLAN_TYPES,
            width=26,
        ),
        Column(
            "Age band",
            Kind.NAME,
            "Years, such as 5-9. The cell is text, so that Excel does not make a date of it.",
            also=("Age", "Age group"),
            choices=Choices.AGE_BANDS,
            width=10,
        ),
        Column(
            "Cycle",
            Kind.NAME,
            "Leave blank for this cycle. A reading of another cycle is kept as history.",
            also=("Audit cycle",),
        ),
        Column(
            "Completed on",
            Kind.DATE,
            "The day on which this reading was completed.",
            must=True,
            also=("Completed", "Date completed", "Completion date", "Date of audit", "Audit date"),
        ),
        Column(
            "Look-back (months)",
            Kind.WHOLE,
            "How many months of the record were read.",
            also=("Look-back", "Look back", "Look-back months", "Months looked back"),
            width=11,
        ),
    ),
    also=("Reading", "Returns", "Audits", "Audit returns"),
    must=True,
)

OVERALL = Column(
    "Overall",
    Kind.GRADE,
    "The overall grade: a judgement, not an average. Choose from the list.",
    also=("Overall grade", "Overall judgement", "Overall judgment"),
    choices=Choices.GRADES,
    category="overall",
    width=20,
)

ALLOCATIONS = Sheet(
    "Allocations",
    Group.AUDITS,
    (
        AUDIT,
        CHILD,
        AUDITOR,
        TEAM,
        SERVICE,
        Column(
            "Due on",
            Kind.DATE,
            "The day by which this audit was asked for, where it differs from the cycle's.",
            also=("Due", "Due date"),
        ),
    ),
    also=("Allocation", "Allocated"),
    must=True,
)

EXEMPTIONS = Sheet(
    "Exemptions",
    Group.AUDITS,
    (
        AUDIT,
        Column("Reason", Kind.PROSE, "Why it need not be returned.", must=True, width=44),
        Column(
            "Approved by",
            Kind.NAME,
            "The role of whoever approved it.",
            must=True,
            also=("Approver",),
            width=26,
        ),
        Column(
            "Approved on",
            Kind.DATE,
            "The day of approval. It counts for the return rate if that is by the cut-off.",
            must=True,
            also=("Approved", "Date approved", "Approval date"),
        ),
    ),
    also=("Exemption", "Exempt", "Exempted"),
)

REASONS = Sheet(
    "Reasons",
    Group.AUDITS,
    (
        AUDIT,
        Column(
            "Category",
            Kind.CHOICE,
            "The category whose grade this explains.",
            must=True,
            choices=Choices.CATEGORIES,
            width=28,
        ),
        Column(
            "Reason",
            Kind.PROSE,
            "Why the grade was given. It never leaves the service by itself.",
            must=True,
            also=("Rationale", "Why"),
            width=60,
        ),
        Column(
            "Piece of work",
            Kind.NAME,
            "Where on file to see it, such as core group minutes.",
            also=("Evidence", "Where on file"),
            width=28,
        ),
        Column("Date", Kind.DATE, "The date of that piece of work.", also=("Date of work",)),
    ),
    also=("Reason", "Rationale"),
)
