"""Columns that several sheets share."""

from goldenthread.exchange.workbook.columns import Column, Kind

AUDIT = Column(
    "Audit ref",
    Kind.REFERENCE,
    "The audit's own reference, as on the Allocations sheet. Never a child's name.",
    must=True,
    also=("Audit reference", "Audit ID", "Audit no", "Audit number", "Audit"),
)
CHILD = Column(
    "Child ref",
    Kind.REFERENCE,
    "A reference for the child or young person that only your service can trace. Never a name.",
    also=("Child reference", "Child ID", "Child", "Young person ref"),
)
AUDITOR = Column(
    "Auditor code",
    Kind.REFERENCE,
    "A code for the auditor, such as AU07. Never a name.",
    also=("Auditor", "Auditor ID", "Auditor ref"),
)
TEAM = Column("Team", Kind.NAME, "The child's team when the child was chosen.", width=18)
SERVICE = Column("Service", Kind.NAME, "The service that the team belongs to.", width=18)
