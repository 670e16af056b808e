"""Counts of findings in words."""

from goldenthread.checker.results import Summary


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(1, "query", "queries"), counted(3, "query", "queries")
    ('1 query', '3 queries')
    """
    return f"{number} {one if number == 1 else many}"


def summary_in_words(summary: Summary) -> str:
    """How much was found.

    >>> summary_in_words(Summary(errors=3, queries=1, notes=0))
    '3 errors, 1 query, 0 notes'
    """
    return ", ".join(
        (
            counted(summary.errors, "error", "errors"),
            counted(summary.queries, "query", "queries"),
            counted(summary.notes, "note", "notes"),
        )
    )
