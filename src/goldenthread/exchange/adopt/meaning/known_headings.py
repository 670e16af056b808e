"""Headings that mean a column of the returns workbook: the declared ones, and those seen in use."""

import re
from collections.abc import Iterator
from functools import cache

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.meaning.categories import Sureness
from goldenthread.exchange.adopt.meaning.headings import unnumbered
from goldenthread.exchange.adopt.targets import (
    AGE_BAND,
    AUDIT_REF,
    AUDITOR,
    AUDITOR_NAME,
    CHILD_BIRTH,
    CHILD_NAME,
    CHILD_REF,
    COMPLETED_ON,
    CYCLE,
    DUE_ON,
    LOOK_BACK,
    MODERATED_ON,
    MODERATOR,
    PLAN_TYPE,
    PURPOSE,
    SERVICE,
    TEAM,
    WORKER_NAME,
    Target,
)
from goldenthread.exchange.workbook.declared.audits import EXEMPTIONS, READINGS
from goldenthread.exchange.workbook.declared.sources import ESCALATIONS

FORMS_OWN = ("ID", "Start time", "Completion time", "Email", "Name", "Language",
             "Last modified time")  # fmt: skip
"""Columns that Forms puts before the questions."""

FORMS_MEANT = {"ID": AUDIT_REF, "Completion time": COMPLETED_ON, "Email": AUDITOR,
               "Name": AUDITOR_NAME}  # fmt: skip
"""What Forms' own columns mean here; the others are of no use."""

_IN_USE: dict[Target, tuple[str, ...]] = {
    AUDIT_REF: ("Audit ref no", "Audit reference number", "Ref", "Ref no", "Reference", "Audit #",
                "Unique audit number"),
    CHILD_REF: ("Child's ID", "Child ID number", "Child's reference", "Child's reference number",
                "Young person's ID", "YP ID", "Young person ID", "Child/young person ID",
                "Mosaic ID", "Mosaic number", "Mosaic no", "Mosaic ref", "Child's Mosaic ID",
                "Child's Mosaic number", "LCS ID", "LCS number", "LCS no", "Child's LCS number",
                "Liquidlogic ID", "Liquidlogic number", "Eclipse ID", "Eclipse number",
                "CareDirector ID", "Azeus ID", "ICS number", "ICS ID", "Person ID",
                "Person number", "Client ID", "Client number", "Case ID", "Case number", "Case no",
                "Case ref", "Case reference", "System ID", "SSID", "Child unique ID",
                "Child's unique identifier", "Child identifier", "Record number"),
    PURPOSE: ("Purpose of reading", "Reading", "First or second reading", "Reader"),
    AUDITOR: ("Email", "E-mail", "Email address", "Auditor email", "Auditor's email",
              "Auditor email address", "Name of auditor", "Auditor name", "Auditor's name",
              "Audited by", "Audit completed by", "Auditor(s)", "Auditor staff number"),
    AUDITOR_NAME: ("Auditor full name",),
    TEAM: ("Team name", "Child's team", "Allocated team", "Which team", "Social work team",
           "Locality", "Locality team", "Team/locality", "Team of the child"),
    SERVICE: ("Service area", "Service name", "Child's service"),
    PLAN_TYPE: ("Plan", "Child's plan type", "Plan type of child", "Type of case", "Case type",
                "Child's status", "Status of child", "Child's legal status", "Type of involvement",
                "Level of intervention"),
    AGE_BAND: ("Child's age", "Age of child", "Child age", "Age of child/young person",
               "Age range", "Child's age group", "Age at audit"),
    CYCLE: ("Audit month", "Month of audit", "Month", "Audit round", "Round"),
    COMPLETED_ON: ("Date audit completed", "Audit completed on", "Audit completed",
                   "Completed date",
                   "Date of completion", "Audit completion date", "Date of the audit",
                   "Date audited"),
    LOOK_BACK: ("Look-back period (months)", "Lookback", "Look back period", "Look-back period",
                "Months of record read"),
    DUE_ON: ("Due on", "Audit due", "Audit due date", "Due date", "Date due", "Deadline",
             "Return by"),
    MODERATOR: ("Moderator", "Moderated by", "Moderator name", "Name of moderator",
                "Moderator email"),
    MODERATED_ON: ("Date moderated", "Moderated on", "Moderation date", "Date of moderation"),
}  # fmt: skip

_CHILD_NAME = re.compile(
    r"\b(child|young person|yp|client|service user|baby|sibling)('?s)? "
    r"(\w+ )?(name|names|initials)\b|\bname of (the )?(child|young person|yp)\b"
    r"|^((child|young person)('?s)? )?(first name|forename|surname|last name|initials)$"
)
_BIRTH = re.compile(r"\b(date of birth|dob|d o b|birth date|birthday)\b")
_WORKER = re.compile(
    r"\b(social worker|allocated worker|worker|practitioner|key ?worker|personal adviser"
    r"|team manager|manager|supervisor|iro|reviewing officer|conference chair|psw)\b"
)
_PERSON_NAME = re.compile(r"\bname\b")

LONGEST_LABEL = 60
"""Characters: a longer heading that speaks of a worker is a question about practice."""


def known_heading(heading: str) -> tuple[Target, Sureness] | None:
    """What a heading means by itself, if it is one of the known ones.

    >>> known_heading("Mosaic\\xa0ID")
    (Target(sheet='Readings', column='Child ref', part=''), <Sureness.KNOWN: ...>)
    """
    return _table().get(normalise(unnumbered(heading).rstrip(" ?:*")))


def names_somebody(heading: str) -> Target | None:
    """The kind of person whom a column names, by its heading.

    ``People > Worker name`` is only likely: whether the column holds names is for its values to
    show.

    >>> str(names_somebody("Child's name")), str(names_somebody("Allocated social worker"))
    ('People > Child name', 'People > Worker name')
    """
    text = re.sub(r"[^\w' ]", " ", heading.replace("’", "'")).casefold()
    text = " ".join(text.split())
    if _CHILD_NAME.search(text):
        return CHILD_NAME
    if _BIRTH.search(text):
        return CHILD_BIRTH
    if len(text) <= LONGEST_LABEL and (_WORKER.search(text) or _PERSON_NAME.search(text)):
        return WORKER_NAME
    return None


@cache
def _table() -> dict[str, tuple[Target, Sureness]]:
    """Normalised heading to target. What stands first wins: exact, declared, then in use."""
    table: dict[str, tuple[Target, Sureness]] = {}
    for heading, target, sureness in _entries():
        table.setdefault(normalise(heading), (target, sureness))
    return table


def _entries() -> Iterator[tuple[str, Target, Sureness]]:
    for column in READINGS.columns:
        yield column.heading, Target(READINGS.name, column.heading), Sureness.EXACT
    for column in READINGS.columns:
        for spelling in column.also:
            yield spelling, Target(READINGS.name, column.heading), Sureness.KNOWN
    for target, spellings in _IN_USE.items():
        for spelling in spellings:
            yield spelling, target, Sureness.KNOWN
    for sheet in (ESCALATIONS, EXEMPTIONS):
        for column in sheet.columns[1:]:
            for heading in (
                f"{sheet.also[0]} {column.heading}",
                f"{column.heading} ({sheet.name})",
            ):
                yield heading, Target(sheet.name, column.heading), Sureness.KNOWN
