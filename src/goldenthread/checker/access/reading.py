"""How hard the text is to read (WCAG 2.2, 3.1.5 Reading Level, level AAA; GOV.UK guidance)."""

from collections.abc import Iterator

from goldenthread.checker.access.places import counted, places, shortened
from goldenthread.checker.access.reading_age import LONG_SENTENCE, readability
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Source

HIGHEST_AGE = 14
"""WCAG 3.1.5 asks for the level of lower secondary education: nine years of school from five."""


def check_reading(source: Source) -> Iterator[AccessFinding]:
    """A reading age over fourteen, and sentences of more than 25 words, the longest shown."""
    counts = readability(source)
    if counts.age is not None and counts.mean_words and counts.age > HIGHEST_AGE:
        message = (
            f"The reading age is about {counts.age} (Flesch-Kincaid; {counts.mean_words:.0f} words"
            " in a sentence on average). Shorter sentences and plainer words would let everybody"
            f" read it quickly: aim at {HIGHEST_AGE} or less (WCAG 3.1.5, level AAA)."
        )
        yield AccessFinding("reading age", "whole document", Severity.NOTE, message)
    if counts.long:
        worst = max(counts.long, key=lambda sentence: sentence.words)
        at = places(sentence.where for sentence in counts.long)
        number = counted(len(counts.long), "sentence has", "sentences have")
        message = (
            f"{number} more than {LONG_SENTENCE} words ({at}). The longest has {worst.words}"
            f" ({worst.where}): {shortened(worst.text, 160)}. Split it in two (GOV.UK guidance)."
        )
        yield AccessFinding("sentence length", at, Severity.NOTE, message)
