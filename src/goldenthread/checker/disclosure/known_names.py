"""Names that were passed in, however they are written: these must never be missed."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise, product

from goldenthread.checker.disclosure.addressed import Addresses, addresses_of
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import listed
from goldenthread.checker.disclosure.spellings import HEAD, Form, Spellings
from goldenthread.checker.disclosure.weighing import Match, severity_of
from goldenthread.checker.disclosure.words import Word, fold, letters, pieces, pieces_beginning
from goldenthread.checker.results import Severity

_GAP = re.compile(r"(?:%20|[\W_]){0,5}")
"""What may stand between the parts of a name."""

_SENTENCE_ENDS = re.compile(r"[.!?][\"'’”)]?\s")
_SHORTENED = frozenset({"st", "ste"})
"""Written with a full stop inside a surname: St. John."""

_PLURALS = ("s", "es")
_MOST_FOUND = 5_000
"""No paragraph names so many; a file that was made to keep us busy may."""

_FEWEST_LETTERS = 7
"""Of a whole name that is glued into other letters."""

_LONG = re.compile(r"[^\W\d_]{7,}")
"""Letters that may hold one."""

_MOST_LETTERS = 50
_MOST_AROUND = 5
"""Pieces after a given name: two of middle names, three of a surname."""

_MOST_CELLS = 12


@lru_cache(maxsize=4096)
def known_names_in(text: str, made: Spellings, is_address: bool = False) -> tuple[Finding, ...]:
    """Every stretch of a text that is one of the names: an error where it can be nobody else.

    Listed "Iman Haverstock" is found as IMAN HAVERSTOCK, Haverstock (Iman), I. Haverstock,
    Iman J. Haverstock, Iman H., I m a n, the Haverstocks, iman.haverstock@ and glued to other
    marks; in words as common as *young* capitals are needed. A given name or surname alone is a
    query. ``is_address`` is true for the address of a link or a file name, where capitals tell
    nothing.
    """
    if not made.forms:
        return ()
    addresses = addresses_of(text)
    found = list(islice(_one_by_one(text, made, addresses, is_address), _MOST_FOUND))
    for start, end in ((0, len(text)),) if is_address else addresses.spans:
        for piece in _LONG.finditer(text, start, end):
            found.extend(_glued(piece[0], piece.start(), made))
    if " | " in text:
        found.extend(_over_cells(text, made))
    return tuple(found)


def _one_by_one(
    text: str, made: Spellings, addresses: Addresses, is_address: bool
) -> Iterator[Finding]:
    if next(pieces_beginning(text, made.heads, HEAD), None) is None:
        return
    after = -1
    parts = list(pieces(text))
    for place, first in enumerate(parts):
        if first.start < after or not _may_begin(parts, place, made):
            continue
        inside = is_address or addresses.hold(first.start)
        found = _match(text, parts, place, made, inside)
        if found is None or found.severity is not Severity.ERROR:
            found = _around_middle(text, parts, place, made) or found
        if found is not None:
            after = found.end
            yield found


def _may_begin(parts: list[Word], place: int, made: Spellings) -> bool:
    """Whether a piece, and with the next one too, is the beginning of any spelling."""
    first = parts[place].folded
    if first[:HEAD] not in made.heads:
        return False
    if len(first) >= HEAD or place + 1 == len(parts):
        return True
    if (first + parts[place + 1].folded)[:HEAD] in made.heads:
        return True
    return _form(first, len(first), made)[0] is not None


def _match(
    text: str, parts: list[Word], place: int, made: Spellings, is_address: bool
) -> Finding | None:
    """The longest spelling that begins at a piece."""
    best: Finding | None = None
    joined = ""
    for last in range(place, len(parts)):
        if last > place and not _belong(text, parts[last - 1], parts[last]):
            break
        joined += parts[last].folded
        form, is_plural = _form(joined, len(parts[last].text), made)
        if form is not None:
            match = Match(text, tuple(parts[place : last + 1]), form, is_plural, is_address)
            severity = severity_of(match)
            if severity is not None:
                best = Finding(Kind.KNOWN_NAME, match.start, match.end, severity)
        if not _begins(joined, made.ordered):
            break
    return best


def _form(joined: str, last: int, made: Spellings) -> tuple[Form | None, bool]:
    """The form that the letters are, or that they are the plural of: *the Haverstocks*.

    ``last`` letters are of the last piece: the s after an apostrophe makes no plural.
    """
    form = made.forms.get(joined)
    if form is not None:
        return form, False
    for ending in _PLURALS:
        form = made.forms.get(joined.removesuffix(ending))
        is_plural = joined.endswith(ending) and last > len(ending)
        if is_plural and form in (Form.SURNAME, Form.SINGLE, Form.FULL):
            return form, True
    return None, False


def _begins(joined: str, ordered: tuple[str, ...]) -> bool:
    place = bisect_left(ordered, joined)
    return place < len(ordered) and ordered[place].startswith(joined)


def _belong(text: str, before: Word, after: Word) -> bool:
    """Whether two pieces may be parts of one name: no full stop between them, save an initial's."""
    gap = text[before.end : after.start]
    if _GAP.fullmatch(gap) is None:
        return False
    is_short = len(before.text) == 1 or before.folded in _SHORTENED
    return (is_short and gap.startswith(".")) or _SENTENCE_ENDS.match(gap) is None


def _around_middle(text: str, parts: list[Word], place: int, made: Spellings) -> Finding | None:
    """A given name and its surname around names or particles that the list does not have."""
    first = parts[place]
    wanted = made.surnames.get(first.folded)
    if not wanted or not first.text[0].isupper():
        return None
    run = parts[place : place + 1 + _MOST_AROUND]
    apart = [number for number, (a, b) in enumerate(pairwise(run), 1) if not _belong(text, a, b)]
    run = run[: min(apart, default=len(run))]
    for start in (2, 3):
        if not all(map(_may_be_middle, run[1:start])):
            break
        joined = ""
        for part in run[start : start + 3]:
            joined += part.folded
            if part.text[0].isupper() and joined in wanted:
                return Finding(Kind.KNOWN_NAME, first.start, part.end, Severity.ERROR)
    return None


def _may_be_middle(word: Word) -> bool:
    return word.text[0].isupper() or word.text in listed("particles")


def _glued(piece: str, offset: int, made: Spellings) -> Iterator[Finding]:
    """A whole name inside the letters of an address: *reviewimanhaverstockfinal.docx*."""
    text = fold(piece)
    if len(text) != len(piece):
        return
    for start in range(len(text) - _FEWEST_LETTERS + 1):
        if text[start : start + HEAD] not in made.heads:
            continue
        for end in range(min(len(text), start + _MOST_LETTERS), start + _FEWEST_LETTERS - 1, -1):
            if made.forms.get(text[start:end]) is Form.FULL:
                first = offset + start
                yield Finding(Kind.KNOWN_NAME, first, first + end - start, Severity.ERROR)
                return


def _over_cells(text: str, made: Spellings) -> Iterator[Finding]:
    """A given name and its surname in two cells of a row, whatever stands between them."""
    cells = [found for found in re.finditer(r"[^|]+", text) if any(map(str.isalpha, found[0]))]
    named = [(cell, letters(cell[0]), letters(cell[0].split()[0])) for cell in cells[:_MOST_CELLS]]
    for (cell, whole, first), (other, surname, _) in product(named, named):
        wanted = made.surnames.get(whole) or made.surnames.get(first)
        if cell is not other and wanted and surname in wanted:
            for part in (cell, other):
                start = part.start() + len(part[0]) - len(part[0].lstrip())
                yield Finding(Kind.KNOWN_NAME, start, start + len(part[0].strip()), Severity.ERROR)
