"""The half of the work on a long document that a second process does."""

from goldenthread.checker.access.check import access
from goldenthread.checker.claims.check import told_by_sentences
from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.small_numbers import INSIDE
from goldenthread.checker.effect.check import effect_of_words
from goldenthread.checker.errors import Asked
from goldenthread.checker.figures.bases.running import Said, said_in
from goldenthread.checker.sharing import OfWords, rest_from
from goldenthread.checker.source import Source, printed_passages


def said_in_rest(source: Source) -> Said:
    """The figures and bases of the passages from ``rest_from`` on."""
    first = rest_from(source.parts)
    return said_in(passage for passage in printed_passages(source.parts) if passage[0] >= first)


def of_words(source: Source, asked: Asked) -> OfWords:
    """What all words tell; small numbers need the figures, so that hits for others are left out."""
    inside = asked.audience == INSIDE
    return OfWords(
        hits=disclosure(source, asked.known, asked.allow) if inside else None,
        access=access(source),
        claims=told_by_sentences(source),
        effect=effect_of_words(source, asked.issued_on),
    )
