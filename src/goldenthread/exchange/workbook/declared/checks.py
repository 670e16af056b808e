"""Sheets that figures are compared with and disclosure is checked against."""

from goldenthread.exchange.workbook.columns import Column, Group, Kind, Sheet

PREVIOUS_FIGURES = Sheet(
    "Previous figures",
    Group.CHECKS,
    (
        Column(
            "Figure",
            Kind.REFERENCE,
            "The key of a figure of the last cycle, such as risk.inadequate.",
            must=True,
            also=("Figure key", "Key"),
            width=34,
        ),
        Column("Count", Kind.WHOLE, "How many.", must=True, also=("n", "Number"), width=10),
        Column("Base", Kind.WHOLE, "Out of how many.", must=True, also=("of", "Total"), width=10),
    ),
    also=("Previous figure", "Previous"),
)

ACCEPTED_HITS = Sheet(
    "Accepted hits",
    Group.CHECKS,
    (
        Column("Kind", Kind.NAME, "The kind of hit, as it was printed.", must=True, width=18),
        Column("Text", Kind.PROSE, "The text that was found.", must=True, width=36),
        Column("Reason", Kind.PROSE, "Why it may be published.", must=True, width=44),
        Column("Accepted by", Kind.NAME, "Who accepted it.", must=True, width=24),
        Column(
            "Second person",
            Kind.NAME,
            "Somebody else, who agreed.",
            must=True,
            also=("Agreed by", "Second"),
            width=24,
        ),
    ),
    also=("Accepted hit",),
)
