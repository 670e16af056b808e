"""Forms: how one figure is written.

========== ============================== ====================== =====================
form       share                          under ten              count
========== ============================== ====================== =====================
text       10 of 26 (38%)                 3 of 8                 3
count      10                             3                      3
base       26                             8                      3
percent    38%                            3 of 8                 3
words      10 of the 26 audits            3 of the 8 audits      3 audits
========== ============================== ====================== =====================

Symbols are those of the Department for Education's statistics: *c*, not shown to protect people;
*z*, not applicable (nothing to count). A nought that is shown is a true nought.
"""

from dataclasses import replace
from typing import TypeGuard

from goldenthread.analysis.figure import Figure, Kind
from goldenthread.analysis.phrases.pieces import FigurePart, units
from goldenthread.analysis.rounding import has_percentage, percent_text

FORMS = ("text", "count", "base", "percent", "words")

NOT_SHOWN = "not shown (c)"
NOT_APPLICABLE = "not applicable (z)"
SUPPRESSION_NOTE = "A number marked c is not shown, so that nobody can be recognised."


def form(figure: Figure, name: str = "text") -> FigurePart:
    """The figure in one of ``FORMS``. Raises ``ValueError`` for another form.

    >>> from goldenthread.analysis.figure import Selector
    >>> figure = Figure("risk.inadequate", Kind.SHARE, "audits", "", "", "", "1", Selector(""),
    ...                 10 / 26, 10, 26)
    >>> [form(figure, name).text for name in FORMS]
    ['10 of 26 (38%)', '10', '26', '38%', '10 of the 26 audits']
    """
    if name not in FORMS:
        raise ValueError(f"a figure has no form {name!r}; give one of {', '.join(FORMS)}")
    if figure.suppressed_because is not None:
        return _suppressed(figure, name)
    if figure.kind is Kind.MEDIAN:
        return _median(figure, name)
    if figure.kind is Kind.COUNT:
        return _count(figure, name)
    return _share(figure, name)


def previous_form(figure: Figure, name: str = "text") -> FigurePart:
    """The earlier cycle's figure, marked so that nobody takes it for this cycle's."""
    return replace(form(figure, name), form=f"{name}@previous")


def is_some(figure: Figure | None) -> TypeGuard[Figure]:
    """Whether there is such a figure, it may be shown, and it counts at least one."""
    return figure is not None and figure.suppressed_because is None and bool(figure.numerator)


def _share(figure: Figure, name: str) -> FigurePart:
    count, base = figure.numerator or 0, figure.denominator or 0
    match name:
        case "base":
            return _part(figure, name, f"{base:,}", None, base)
        case _ if base == 0:
            return _part(figure, name, "z" if name == "count" else NOT_APPLICABLE, None, 0)
        case "count":
            return _part(figure, name, f"{count:,}", count, None)
        case "words":
            return _part(figure, name, share_in_words(count, base, figure.unit), count, base)
        case "percent" if has_percentage(base):
            return _part(figure, name, percent_text(count, base), None, None)
        case _:
            return _part(figure, name, share_text(count, base), count, base)


def share_text(count: int, base: int) -> str:
    """Counts first, and a percentage from a base of ten.

    >>> share_text(10, 26), share_text(3, 8)
    ('10 of 26 (38%)', '3 of 8')
    """
    counts = f"{count:,} of {base:,}"
    return f"{counts} ({percent_text(count, base)})" if has_percentage(base) else counts


def share_in_words(count: int, base: int, unit: str) -> str:
    """A share as it reads in a sentence.

    >>> [share_in_words(k, 26, "audits") for k in (0, 1, 26)]
    ['none of the 26 audits', '1 of the 26 audits', 'all 26 audits']
    >>> share_in_words(2, 2, "audits"), share_in_words(1, 1, "audits")
    ('both audits', 'the only audit')
    """
    if base == 1:
        return f"the only {units(1, unit)}" if count else f"none of 1 {units(1, unit)}"
    if count == base:
        return f"both {unit}" if base == 2 else f"all {base:,} {unit}"
    return f"{f'{count:,}' if count else 'none'} of the {base:,} {unit}"


def _count(figure: Figure, name: str) -> FigurePart:
    number = figure.numerator or 0
    text = f"{number:,}"
    if name == "words":
        text = f"{text if number else 'no'} {units(number, figure.unit)}"
    return _part(figure, name, text, number, None)


def _median(figure: Figure, name: str) -> FigurePart:
    base = figure.denominator or 0
    if name in ("count", "base"):
        return _part(figure, name, f"{base:,}", None, base)
    return _part(figure, name, f"{figure.value:g}", None, None)


def _suppressed(figure: Figure, name: str) -> FigurePart:
    base = figure.denominator
    if name == "base" and base is not None:
        return _part(figure, name, f"{base:,}", None, base)
    if name == "words" and base is not None:
        text = f"a number {NOT_SHOWN} of the {base:,} {figure.unit}"
        return _part(figure, name, text, None, base)
    if name == "words":
        return _part(figure, name, f"a number of {figure.unit} {NOT_SHOWN}", None, None)
    return _part(figure, name, NOT_SHOWN if name == "text" else "c", None, None)


def _part(figure: Figure, name: str, text: str, count: int | None, base: int | None) -> FigurePart:
    return FigurePart(figure.key, figure.slice, name, text, count, base)
