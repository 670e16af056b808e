"""The example authority, made larger: the same rows again, drawn with a fixed seed.

``python -m bench.larger AUDITS FILE`` writes a returns workbook with that many audits. It runs as a
process of its own, so that the memory it takes is not counted as anybody else's.
"""

import random
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from goldenthread.definitions import library
from goldenthread.definitions.example import Row, rows
from goldenthread.exchange.workbook.write import write_workbook

SEED = 2019
OF_ONE_AUDIT = ("Readings", "Allocations", "Reasons", "Timeliness")
"""Sheets whose rows are drawn again for every further audit; the others stay as they are."""


def larger_cycle(audits: int) -> Mapping[str, list[Row]]:
    """The example's current cycle with ``audits`` audits: first its own, then audits like them.

    Every further audit repeats a first reading of the example, drawn at random, under references
    of its own. Shares and correlations within an audit so stay near the example's.
    """
    sheets = {name: list(table) for name, table in rows("current").items()}
    readings = [row for row in sheets["Readings"] if row["Purpose"] == "first"]
    if audits < len(readings):
        raise ValueError(f"the example has {len(readings)} audits already")
    again = {name: _by_audit(sheets[name]) for name in OF_ONE_AUDIT}
    again["Readings"] = _by_audit(readings)
    draw = random.Random(SEED)  # noqa: S311 (no secret: it repeats the same draw)
    for number in range(audits - len(readings)):
        audit = str(draw.choice(readings)["Audit ref"])
        for name, of_audit in again.items():
            sheets[name].extend(_renamed(row, number) for row in of_audit.get(audit, ()))
    return sheets


def _by_audit(table: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table:
        found.setdefault(str(row["Audit ref"]), []).append(row)
    return found


def _renamed(row: Row, number: int) -> Row:
    references = {"Audit ref": f"B{number:05}", "Child ref": f"D{number:05}"}
    return {heading: references.get(heading, cell) for heading, cell in row.items()}


def main(audits: str, file: str) -> None:
    """Write the workbook."""
    framework = library.framework("core_16")
    content = write_workbook(framework, library.scale(framework.scale), larger_cycle(int(audits)))
    Path(file).write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
