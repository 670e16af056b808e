"""A Microsoft Forms export: six columns of Forms' own, then one for each question."""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from tests.exchange.adopt.makers.sheets import write
from tests.exchange.adopt.makers.truth import NOT_APPLICABLE, Truth

QUESTIONS = {
    "Case record and chronology": "Case record and chronology",
    "Case summary / child's story": "How well does the summary tell the child’s story?",
    "Child's voice and lived experience": "Child's voice and lived experience",
    "Identity, diversity and culture": "Identity, diversity and culture",
    "Assessment": "What is the quality of assessment?",
    "Identification of and response to risk": (
        "How well is risk identified and\nresponded\u00a0to?"
    ),
    "Planning (CIN/CP/care/pathway plan)": "7. Planning",
    "Reviewing and core groups/CIN meetings": "Reviewing and core groups/CIN meetings",
    "Visiting and relationship": "Grade for visiting and relationship",
    "Direct work and intervention": "Direct work and intervention",
    "Partnership with family, incl. fathers": "Partnership with family",
    "Working with other agencies": "Working with other agencies\u00a0",
    "Management oversight and decision making": "Management oversight",
    "Supervision": "Supervision",
    "IRO / CP chair footprint and challenge": "IRO / CP chair footprint and challenge",
    "Impact and outcomes for the child": "Impact and outcomes for the child",
}
"""Category to the question that the council's form asks."""

SPELLED = {
    "Requires improvement": "Requires improvement to be good",
    NOT_APPLICABLE: "N/A",
}

OWN = ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time")
BEFORE = (
    "Child's Mosaic number\u00a0",
    "Child's initials",
    "Which team?",
    "Type of plan",
    "Social worker's name",
    "Team manager's name",
    "Date the worker was spoken to",
    "What did the worker say about the work?",
    "Which tools were used with the child?",
    "Is there a chronology on file?",
    "Look-back period (months)",
)
AFTER = (
    "Overall grade",
    "Reason for the overall grade",
    "What difference has been made for this child?",
    "On a scale of 0 to 10, how safe does the child or young person feel?",
    "What would the child like to be different?",
    "On a scale of 0 to 10, how helpful has the parent found us?",
    "What else did they say?",
    "Were there immediate safeguarding concerns?",
    "What worked well?",
    "What are we worried about?",
    "What needs to happen?",
)


def headings() -> list[str]:
    """About sixty headings, the repeated ones numbered as Forms numbers them."""
    row = [*OWN, *BEFORE]
    for number, question in enumerate(QUESTIONS.values(), start=1):
        row += [question, "Reason for grade" + (str(number) if number > 1 else "")]
    return [*row, *AFTER]


def forms_export(path: Path, audits: Sequence[Truth], **settings: bool) -> Path:
    """The export of one form's answers, a row each."""
    return write(path, {"Sheet1": [headings(), *(_row(audit, **settings) for audit in audits)]})


def _row(audit: Truth, *, anonymous: bool = False) -> list[object]:
    done = datetime.combine(audit.completed, time(15, 42, 7))
    who = ("anonymous", None) if anonymous else (audit.email, audit.auditor)
    cells: list[object] = [audit.number, datetime.combine(audit.completed, time(15, 2)), done]
    cells += [*who, None, int(audit.child), "".join(n[0] for n in audit.child_name.split())]
    cells += [f"{audit.team};", f"{audit.plan};", audit.worker, "Stanley Brook"]
    cells += [f"{audit.completed:%d/%m/%Y}", "It was good to be asked."]
    cells += ["Three houses;Words and pictures;", "Yes", 12]
    for label in QUESTIONS:
        grade = audit.grades[label]
        cells += [SPELLED.get(grade, grade), audit.reasons.get(label)]
    cells += [SPELLED.get(audit.overall, audit.overall), "Taken together.", "A safer home."]
    cells += [audit.child_answer, "More time", audit.parent_answer, None]
    cells += ["Yes" if audit.unsafe else "No", "Visits", "Drift", "A plan"]
    return cells
