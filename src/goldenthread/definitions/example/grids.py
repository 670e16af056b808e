"""Tables of the example that are kept short, written out as rows of the returns workbook."""

from collections.abc import Iterable, Mapping

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Category, Framework
from goldenthread.definitions.timescales import TimescaleRule

Texts = dict[str, str]

_UNGRADED = {"-": "not_applicable", "e": "not_evidenced"}
"""One letter to the reason why there is no grade; an empty cell is not graded, or unchanged."""

_LOOK_BACK = "6"
"""Months of the record that Larkshire's auditors grade."""


def readings(grid: list[Texts], allocations: list[Texts], framework: Framework) -> list[Texts]:
    """Rows of *Readings*: the grid's letters become labels, the child's context is added.

    Letters are the first of a level's id: I, R, G, O.
    """
    children = {row["Audit ref"]: row for row in allocations}
    plans = {plan.id: plan.label for plan in library.plan_types()}
    labels = _labels(framework)
    return [_reading(row, children[row["audit"]], plans, labels, framework) for row in grid]


def _reading(
    row: Texts,
    child: Texts,
    plans: Mapping[str, str],
    labels: Mapping[str, str],
    framework: Framework,
) -> Texts:
    context = {
        "Audit ref": row["audit"],
        "Child ref": child["Child ref"],
        "Purpose": row["purpose"],
        "Auditor code": row["auditor"],
        "Team": child["Team"],
        "Service": child["Service"],
        "Plan type": plans[row["plan_type"]],
        "Age band": row["age_band"],
        "Completed on": row["completed_on"],
        "Look-back (months)": _LOOK_BACK,
        "Overall": labels[row["overall"]],
    }
    return context | {c.label: labels[row[c.id]] for c in framework.categories}


def _labels(framework: Framework) -> dict[str, str]:
    levels = library.scale(framework.scale).levels
    reasons = {reason.id: reason.label for reason in library.ungraded()}
    return (
        {"": ""}
        | {level.id[0].upper(): level.label for level in levels}
        | {letter: reasons[id_] for letter, id_ in _UNGRADED.items()}
    )


def observations(grid: list[Texts]) -> list[Texts]:
    """Rows of *Observations*: one for each item of each observed visit."""
    context = ("observation", "date", "team")
    return [
        {
            "Observation ref": row["observation"],
            "Item": item,
            "Seen": seen,
            "Date": row["date"],
            "Team": row["team"],
        }
        for row in grid
        for item, seen in row.items()
        if item not in context
    ]


def labelled(
    table: list[Texts], heading: str, definitions: Iterable[Category | TimescaleRule]
) -> list[Texts]:
    """The table with ids in one column written as the labels that people know."""
    labels = {definition.id: definition.label for definition in definitions}
    return [{**row, heading: labels[row[heading]]} for row in table]
