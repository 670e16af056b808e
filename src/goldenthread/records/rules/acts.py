"""Who may do what with records."""

from goldenthread.people.rules.acts import declare
from goldenthread.people.rules.kinds import Role

_RECORDS = "Records"
_LEADS = (Role.AUDIT_LEAD, Role.ADMINISTRATOR)
_TWO = "Nobody approves what they asked for themselves."

SEE_LEDGER = declare(_RECORDS, "see and download the record of what was done", *_LEADS)
SEE_READINGS = declare(_RECORDS, "see who opened what about a child", Role.AUDIT_LEAD)
KEEP_SCHEDULE = declare(
    _RECORDS,
    "see what is due to go, approve the retention schedule, or run it",
    Role.ADMINISTRATOR,
)
HOLD = declare(
    _RECORDS,
    "see, place or release a legal hold",
    *_LEADS,
    note="A hold on a child needs somebody who may open the child.",
)
SUBJECT_ACCESS = declare(
    _RECORDS,
    "export what is held about a child",
    Role.AUDIT_LEAD,
    note="Administrators open no child.",
)
ASK_ERASURE = declare(_RECORDS, "ask for the erasure of a child", Role.AUDIT_LEAD)
APPROVE_ERASURE = declare(
    _RECORDS, "approve or withdraw the erasure of a child", *_LEADS, note=_TWO
)
SEE_RECORDS = frozenset(_LEADS)
"""Roles that have any of these pages."""
