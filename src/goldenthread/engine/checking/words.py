"""Counts of findings and of what was read, in words."""

from goldenthread.checker.results import Result, Summary, Verdict


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> counted(1, "query", "queries"), counted(3000, "query", "queries")
    ('1 query', '3,000 queries')
    """
    return f"{number:,} {one if number == 1 else many}"


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


def read_in_words(result: Result) -> str:
    """What was looked at, so that nobody takes silence for praise."""
    words = counted(result.words, "word", "words")
    tables = f" and {counted(result.tables, 'table', 'tables')}" if result.tables else ""
    return f"Read {words}{tables}: {_figures(result)}{_sums(result)}."


def _figures(result: Result) -> str:
    if not result.statements:
        return "no percentage or fraction stands there"
    shares = counted(len(result.statements), "percentage or fraction", "percentages and fractions")
    agree = sum(found.verdict is Verdict.AGREES for found in result.statements)
    agreeing = "agrees with its" if agree == 1 else "agree with their"
    return f"{shares}; {agree:,} {agreeing} count and base"


def _sums(result: Result) -> str:
    if not result.sets:
        return ""
    return f"; {counted(len(result.sets), 'sum of parts', 'sums of parts')}"


def nothing_found(result: Result) -> str:
    """What to say when nothing is to be mended; empty when something is."""
    summary = result.summary
    if summary.errors or summary.queries or summary.notes:
        return ""
    return "Nothing was found to mend. That is no proof: read it once more with your own eyes."
