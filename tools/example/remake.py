"""Fill in the grades of the fictional authority: ``python tools/example/remake.py [--check]``.

Who audited whom, when and under which plan stands in ``readings.csv`` and is kept. The grades are
found again from the totals in ``current.yaml`` and ``previous.yaml`` beside this file. Needs scipy
(made with 1.17.1), which Golden Thread itself does not need.
"""

import argparse
import csv
import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from grade_matrix import NOT_GRADED, OVERALL, Profile, Targets, make
from second_reading import Grades, first, moderated, second

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework

HERE = Path(__file__).parent
NOT_APPLICABLE = "-"
EXAMPLE = HERE.parents[1] / "src" / "goldenthread" / "definitions" / "example"


def main() -> int:
    """Rewrite both grids, or with ``--check`` say whether they would change (exit code 1)."""
    parser = argparse.ArgumentParser(description="Make the grades of the fictional authority.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if it would")
    check = parser.parse_args().check
    changed = False
    for cycle in ("previous", "current"):
        file = EXAMPLE / cycle / "readings.csv"
        before = file.read_text(encoding="utf-8")
        after = fill(before, yaml.safe_load((HERE / f"{cycle}.yaml").read_text(encoding="utf-8")))
        changed = changed or before != after
        if not check:
            file.write_text(after, encoding="utf-8", newline="\n")
    return 1 if check and changed else 0


def fill(grid: str, content: dict[str, Any]) -> str:
    """The grid with its grade columns filled: same rows, same order."""
    framework = library.framework("core_16")
    rows = list(csv.DictReader(io.StringIO(grid)))
    moderation: dict[str, Grades] = content.pop("moderation", {})
    profiles = {a: Profile(**profile) for a, profile in content.pop("profiles", {}).items()}
    targets = Targets(**content, profiles=profiles)
    applies = {
        row["audit"]: _applicable(framework, row["plan_type"])
        for row in rows
        if row["purpose"] == "first"
    }
    matrix = make(applies, targets)
    random = np.random.default_rng(targets.seed + 1)
    for row in rows:
        reported, before = matrix[row["audit"]], moderation.get(row["audit"], {})
        row.update(_grades(row["purpose"], framework, reported, before, random))
    return _as_csv(rows)


def _applicable(framework: Framework, plan_type: str) -> tuple[str, ...]:
    return tuple(
        category.id
        for category in framework.categories
        if category.applies_to is None or plan_type in category.applies_to
    )


def _grades(
    purpose: str,
    framework: Framework,
    reported: Grades,
    before: Grades,
    random: np.random.Generator,
) -> dict[str, str]:
    """The grade columns of one row; in a moderated row, blank is unchanged."""
    columns = (OVERALL, *(category.id for category in framework.categories))
    if purpose == "moderated":
        return {column: moderated(reported, before).get(column, "") for column in columns}
    read = first(reported, before) if purpose == "first" else second(reported, before, random)
    cells = {column: read.get(column, NOT_APPLICABLE) for column in columns}
    return {column: "" if cell == NOT_GRADED else cell for column, cell in cells.items()}


def _as_csv(rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(main())
