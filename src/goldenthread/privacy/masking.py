"""Masking known names in a text before it leaves: what is found is what the checker finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from goldenthread.checker.disclosure.known_names import known_names_in
from goldenthread.checker.disclosure.lists import known_names
from goldenthread.checker.disclosure.spellings import spellings
from goldenthread.checker.results import Severity

MASK = "[name]"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text. ``sure`` is false where the words may mean something else."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with names taken out, and where they stood."""

    text: str
    spans: tuple[Span, ...]


Mask = Callable[[str], Masked]


def mask(text: str, names: Iterable[str]) -> Masked:
    """Put ``[name]`` for every name, however it is written; also where it may be another word.

    It masks names that are known, and promises no more: somebody must still read the text.

    >>> mask("Iman H. told her worker; HAVERSTOCK, Iman agreed.", ["Iman Haverstock"]).text
    '[name]. told her worker; [name] agreed.'
    """
    return masker(names)(text)


def masker(names: Iterable[str]) -> Mask:
    """The same for many texts: the names are made ready once."""
    made = spellings(known_names("\n".join(names)))

    def masked(text: str) -> Masked:
        found = sorted(known_names_in(text, made), key=lambda each: (each.start, -each.end))
        pieces, spans, done = [], [], 0
        for each in found:
            if each.start < done:
                continue
            pieces += [text[done : each.start], MASK]
            spans.append(Span(each.start, each.end, each.severity is Severity.ERROR))
            done = each.end
        return Masked("".join([*pieces, text[done:]]), tuple(spans))

    return masked
