"""The example's workbook with a made-up year of earlier audits, every second one read twice."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from goldenthread.definitions import library
from goldenthread.definitions.example import Row, rows
from goldenthread.exchange.workbook.write import write_workbook

FRAMEWORK = library.framework("core_16")
GRADES = tuple(level.label for level in library.scale(FRAMEWORK.scale).levels)
AUDITORS = {"HA1": 0.5, "HA2": -0.6, "HA3": 0.2, "HA4": 0.0, "HA5": -0.3, "HA6": 0.2}
"""How much better than colleagues each grades."""
ENOUGH, TOO_FEW = 64, 30
"""Children of the year: half of them, and the example's four, are read twice."""


@cache
def with_history(children: int = ENOUGH) -> bytes:
    """The workbook as bytes; the same for the same number of children."""
    current = rows("current")
    readings = [*current["Readings"], *_year(children)]
    return write_workbook(
        FRAMEWORK, library.scale(FRAMEWORK.scale), {**current, "Readings": readings}
    )


def _year(children: int) -> Iterator[Row]:
    random = Random(11)  # noqa: S311 - made-up grades, nothing secret
    for number in range(children):
        place = random.gauss(0.3, 1.2)
        month = 12 * number // children
        completed = date(2025 + (8 + month) // 12, 1 + (8 + month) % 12, 1 + number % 28)
        pair = random.sample(list(AUDITORS), 2)
        for auditor, purpose in zip(pair, ("first", "second")[: 1 + number % 2], strict=False):
            yield {
                "Audit ref": f"H{number:03d}",
                "Child ref": f"CH{number:03d}",
                "Purpose": purpose,
                "Auditor code": auditor,
                "Team": ("Alder", "Beech", "Cedar")[number % 3],
                "Service": "Locality",
                "Plan type": "Child protection plan",
                "Age band": "5-9",
                "Cycle": f"{completed:%Y-%m}",
                "Completed on": completed,
                **_grades(random, place + AUDITORS[auditor] + random.gauss(0, 0.6)),
            }


def _grades(random: Random, seen: float) -> dict[str, str]:
    """What one auditor who sees a child's record so gives in each category."""
    labels = ["Overall", *(category.label for category in FRAMEWORK.categories)]
    levels = (seen + random.gauss(0, 1.0) for _ in labels)
    return {
        label: GRADES[sum(level > step for step in (-1.6, 0.1, 1.7))]
        for label, level in zip(labels, levels, strict=True)
    }
