"""One spelling for each reference, team and service, however its capitals and spaces vary."""

from collections import Counter
from collections.abc import Iterable

from goldenthread.exchange.workbook.reading.cells import Unclear, name_of
from goldenthread.exchange.workbook.reading.table import Table

KEPT_TOGETHER = ("Audit ref", "Child ref", "Auditor code", "Team", "Service", "Finding ref")
"""Headings whose values name the same things on every sheet."""


class Names:
    """Spellings of one thing: audits, teams. Equal but for capitals and spaces is the same."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: dict[str, Counter[str]] = {}
        for text in texts:
            counts.setdefault(text.casefold(), Counter())[text] += 1
        self._spellings = {
            key: min(found, key=lambda text: (-found[text], text)) for key, found in counts.items()
        }
        self.varying = tuple(
            tuple(sorted(found)) for _, found in sorted(counts.items()) if len(found) > 1
        )
        """Groups of texts that are read as one."""

    def spelled(self, text: str) -> str:
        """The commonest spelling of what ``text`` names; ``text`` itself when it is new."""
        return self._spellings.get(text.casefold(), text)


def names_in(tables: Iterable[Table]) -> dict[str, Names]:
    """The names that stand under each of the headings of ``KEPT_TOGETHER``."""
    found: dict[str, list[str]] = {heading: [] for heading in KEPT_TOGETHER}
    for table in tables:
        for heading in table.present & found.keys():
            for row in table.rows:
                try:
                    text = name_of(row.cells[heading])
                except Unclear:
                    continue
                found[heading].extend([text] if text else [])
    return {heading: Names(texts) for heading, texts in found.items()}
