"""The *Cycle* sheet: one row for each thing that a brief must know about its cycle."""

from goldenthread.exchange.workbook.columns import Choices, Column, Group, Kind, Sheet

CYCLE_ITEMS: tuple[Column, ...] = (
    Column(
        "Authority",
        Kind.NAME,
        "The local authority's name, as the brief should print it.",
        must=True,
        also=("Local authority", "Council"),
    ),
    Column(
        "Cycle",
        Kind.NAME,
        "The name of this cycle, such as January 2026. Readings that name another cycle are kept "
        "as history.",
        must=True,
        also=("Audit cycle", "Cycle name"),
    ),
    Column("Focus", Kind.PROSE, "What this cycle looks at, such as locality teams."),
    Column(
        "Period from",
        Kind.DATE,
        "First day of the period audited.",
        must=True,
        also=("Period start", "From"),
    ),
    Column(
        "Period to",
        Kind.DATE,
        "Last day of the period audited.",
        must=True,
        also=("Period end", "To"),
    ),
    Column(
        "Issue date",
        Kind.DATE,
        "The day on which the brief is issued.",
        must=True,
        also=("Issued", "Date issued", "Issued on"),
    ),
    Column(
        "Due date",
        Kind.DATE,
        "The day by which the audits were asked for.",
        must=True,
        also=("Due", "Date due", "Due on"),
    ),
    Column(
        "Cut-off date",
        Kind.DATE,
        "The last day that counts for the return rate. The brief is as at this day.",
        must=True,
        also=("Cut-off", "Cut off", "Cutoff date"),
    ),
    Column(
        "Next brief date",
        Kind.DATE,
        "The day on which the next brief is promised, if it is known.",
        also=("Next brief", "Date of next brief"),
    ),
    Column(
        "Framework",
        Kind.NAME,
        "The audit tool: choose one from the list, or write the name of a YAML file that stands "
        "beside this workbook.",
        must=True,
        also=("Audit tool", "Framework id"),
        choices=Choices.FRAMEWORKS,
    ),
    Column("Author", Kind.NAME, "Who stands behind the brief: a name and a role.", must=True),
    Column(
        "Method of choosing",
        Kind.PROSE,
        "How the children and young people were chosen: at random, by team, by theme. It is "
        "printed in the brief.",
        also=("Sampling method", "Method", "How chosen"),
    ),
    Column(
        "Seed",
        Kind.REFERENCE,
        "The seed, where a program drew them at random.",
        also=("Random seed",),
    ),
)
"""The items, each a row: its value is written and read as a cell of such a column would be."""

CYCLE = Sheet(
    "Cycle",
    Group.CYCLE,
    (
        Column("Item", Kind.NAME, "What is asked for.", must=True, width=22),
        Column("Value", Kind.NAME, "Your answer.", also=("Answer", "Your answer"), width=48),
        Column(
            "What to write",
            Kind.NAME,
            "Help with this item.",
            also=("Help", "Guidance", "Notes"),
            width=64,
        ),
    ),
    must=True,
)
