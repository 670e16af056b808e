"""Made-up files of grades, the same on every machine: a year, a month, and odd ones."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

HEADING = "case,auditor,category,grade,team,month,condition"
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")
CATEGORIES = {"Risk": -0.7, "Story": -0.5, "Voice": 0.3, "Plan": 0.0, "Visits": 0.9}
"""How much better than others each category is graded."""
AUDITORS = {
    "Amir": 0.9, "Bea": -0.9, "Cleo": 0.2, "Dan": 0.0, "Esi": -0.2, "Finn": 0.4,
    "Gwen": 0.1, "Hari": 0.0,
}  # fmt: skip
"""How much better than colleagues each grades. Gwen and Hari read no child of the others."""
LATE = "Iris"
"""Audits twice only."""


def year(folder: Path, children: int = 132, seed: int = 4) -> Path:
    """A year in which every third child is read twice."""
    return written(folder / "year.csv", list(_year(_random(seed), children)))


def month(folder: Path) -> Path:
    """A month of fourteen children, two of them read twice."""
    return written(folder / "month.csv", list(_month(_random(1))))


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - made-up grades, nothing secret


def written(path: Path, rows: list[str], heading: str = HEADING) -> Path:
    """A file with these lines below the heading."""
    path.write_text("\n".join([heading, *rows, ""]), encoding="utf-8")
    return path


def _year(random: Random, children: int) -> Iterator[str]:
    for number in range(children):
        names = ["Gwen", "Hari"] if number % 11 == 0 else list(AUDITORS)[:6]
        pair = random.sample(names, 2)
        place = random.gauss(0.2, 1.3)
        when = f"2026-{1 + 12 * number // children:02d}"
        for auditor in pair[: 2 if number % 3 == 0 else 1]:
            yield from _audit(random, f"C{number:03d}", auditor, place, when)
    for number in (2, 4):
        yield from _audit(random, f"C9{number:02d}", LATE, 0.0, "2026-12")


def _month(random: Random) -> Iterator[str]:
    for number in range(14):
        first = list(AUDITORS)[number % 8]
        place = random.gauss(0.2, 1.3)
        yield from _audit(random, f"M{number:02d}", first, place, "2026-09")
        if number in (3, 8):
            yield from _audit(random, f"M{number:02d}", "Cleo", place, "2026-09")


def _audit(random: Random, case: str, auditor: str, place: float, when: str) -> Iterator[str]:
    seen = place + AUDITORS.get(auditor, 0.0) + random.gauss(0, 0.5)
    team = "North" if int(case[1:]) % 2 else "South"
    condition = random.choice(("with", "without"))
    for category, easier in CATEGORIES.items():
        level = seen + easier + random.gauss(0, 1.0)
        grade = GRADES[sum(level > step for step in (-1.6, 0.1, 1.7))]
        yield f"{case},{auditor},{category},{grade},{team},{when},{condition}"
