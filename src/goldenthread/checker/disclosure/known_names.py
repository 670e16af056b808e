"""Names that were passed in, however they are written: these must never be missed."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from goldenthread.checker.disclosure.addressed import Addresses, addresses_of
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import listed
from goldenthread.checker.disclosure.spellings import HEAD, Form, Spellings
from goldenthread.checker.disclosure.weighing import Match, severity_of
from goldenthread.checker.disclosure.words import Word, letters, pieces, pieces_beginning
from goldenthread.checker.results import Severity

_GAP = re.compile(r"(?:%20|[\W_]){0,5}")
"""What may stand between the parts of a name."""

_SENTENCE_ENDS = re.compile(r"[.!?][\"'’”)]?\s")
_SHORTENED = frozenset({"st", "ste"})
"""Written with a full stop inside a surname: St. John."""

_PLURALS = ("s", "es")
_LONGEST = 400
"""Letters and gaps from the beginning of a name to its end, each letter by itself."""

_FEWEST_LETTERS = 7
"""Of a whole name that is glued into other letters."""

_MOST_LETTERS = 50
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
    found = list(_one_by_one(text, made, addresses, is_address))
    for start, end in ((0, len(text)),) if is_address else addresses.spans:
        for piece in pieces(text[start:end]):
            found.extend(_glued(piece, start, made))
    if " | " in text:
        found.extend(_over_cells(text, made))
    return tuple(found)


def _one_by_one(
    text: str, made: Spellings, addresses: Addresses, is_address: bool
) -> Iterator[Finding]:
    after = -1
    for first in pieces_beginning(text, made.heads, HEAD):
        if first.start < after:
            continue
        parts = _parts_from(text, first)
        found = _match(text, parts, made, is_address or addresses.hold(first.start))
        if found is None or found.severity is not Severity.ERROR:
            found = _around_middle(text, parts, made) or found
        if found is not None:
            after = found.end
            yield found


def _parts_from(text: str, first: Word) -> list[Word]:
    """The pieces that may belong to a name that begins with ``first``."""
    end = first.end + _LONGEST
    while end < len(text) and text[end].isalnum() and end < first.end + 2 * _LONGEST:
        end += 1
    found = [first]
    for word in pieces(text[first.end : end]):
        after = Word(word.text, word.folded, word.start + first.end, word.end + first.end)
        if not _belong(text, found[-1], after):
            break
        found.append(after)
    return found


def _match(text: str, parts: list[Word], made: Spellings, is_address: bool) -> Finding | None:
    """The longest spelling that begins at the first piece."""
    best: Finding | None = None
    joined = ""
    for number, part in enumerate(parts, 1):
        joined += part.folded
        form, is_plural = _form(joined, len(part.text), made)
        if form is not None:
            match = Match(text, tuple(parts[:number]), form, is_plural, is_address)
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


def _around_middle(text: str, parts: list[Word], made: Spellings) -> Finding | None:
    """A given name and its surname around names or particles that the list does not have."""
    wanted = made.surnames.get(parts[0].folded)
    if not wanted or not parts[0].text[0].isupper():
        return None
    for start in (2, 3):
        joined = ""
        middle = parts[1:start]
        for part in parts[start : start + 3]:
            joined += part.folded
            is_name = part.text[0].isupper() and all(map(_may_be_middle, middle))
            if is_name and joined in wanted:
                return Finding(Kind.KNOWN_NAME, parts[0].start, part.end, Severity.ERROR)
    return None


def _may_be_middle(word: Word) -> bool:
    return word.text[0].isupper() or word.text in listed("particles")


def _glued(piece: Word, offset: int, made: Spellings) -> Iterator[Finding]:
    """A whole name inside the letters of an address: *reviewimanhaverstockfinal.docx*."""
    text = piece.folded
    if len(text) != len(piece.text):
        return
    for start in range(len(text) - _FEWEST_LETTERS + 1):
        if text[start : start + HEAD] not in made.heads:
            continue
        for end in range(min(len(text), start + _MOST_LETTERS), start + _FEWEST_LETTERS - 1, -1):
            if made.forms.get(text[start:end]) is Form.FULL:
                first = offset + piece.start + start
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
