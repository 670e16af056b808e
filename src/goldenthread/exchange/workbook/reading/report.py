"""Problems and warnings, collected while a workbook is read and told all at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from goldenthread.definitions.problems import shown
from goldenthread.exchange.problems import Problem


@dataclass(slots=True)
class Report:
    """What was found. A row with a problem, or one that failed, does not count as read."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    failed: set[tuple[str, int]] = field(default_factory=set)
    """Sheets and rows that are reported, as numbers that the spreadsheet shows."""

    def problem(self, sheet: str, row: int | None, column: str, value: object, mend: str) -> None:
        """Something that cannot be read as meant."""
        self.problems.append(Problem(sheet, row, column, _text(value), mend))
        if row is not None:
            self.failed.add((sheet, row))

    def warn(self, sheet: str, row: int | None, column: str, value: object, mend: str) -> None:
        """Something that was understood and should be looked at; ``mend`` says what was done."""
        self.warnings.append(Problem(sheet, row, column, _text(value), mend))

    def fail(self, sheet: str, row: int) -> None:
        """Count a row as reported because of a problem that stands against its whole sheet."""
        self.failed.add((sheet, row))


def gathered(found: Iterable[Problem]) -> Iterator[Problem]:
    """Warnings, with those that say the same of many rows of a column gathered into one.

    >>> many = [Problem("Readings", row, "Risk", "Good", "It was kept.") for row in range(2, 9)]
    >>> [(one.row, one.value) for one in gathered(many)]
    [(None, 'rows 2-8')]
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for one in found:
        alike.setdefault((one.sheet, one.column, one.mend), []).append(one)
    for (sheet, column, mend), group in alike.items():
        rows = sorted({one.row for one in group if one.row is not None})
        if len(rows) > _SAID_ONE_BY_ONE:
            yield Problem(sheet, None, column, f"rows {ranges(rows)}", mend)
        else:
            yield from group


_SAID_ONE_BY_ONE = 4


def ranges(numbers: list[int]) -> str:
    """Numbers as people write them.

    >>> ranges([5, 7, 8, 9, 12])
    '5, 7-9, 12'
    """
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}-{p[-1]}" for p in parts)


def in_order(found: Iterable[Problem], sheets: Iterable[str]) -> tuple[Problem, ...]:
    """Problems without repeats, by sheet as the workbook has them, then row, then column."""
    places = {name: place for place, name in enumerate(sheets)}
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda p: (
                places.get(p.sheet, len(places)), p.sheet, p.row or 0, p.column, p.value, p.mend,
            ),
        )
    )  # fmt: skip


def _text(value: object) -> str:
    """A value as the spreadsheet shows it, on one line."""
    if isinstance(value, float) and value.is_integer():
        return shown(str(int(value)))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return shown(value if isinstance(value, str) else str(value))
