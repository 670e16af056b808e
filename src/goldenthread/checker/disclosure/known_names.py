"""Names that were passed in, however they are written: these must never be missed."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from goldenthread.checker.disclosure.addressed import Addresses
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import is_place, is_word
from goldenthread.checker.disclosure.spellings import HEAD, Form, Spellings
from goldenthread.checker.disclosure.words import Word, pieces
from goldenthread.checker.results import Severity

_GAP = re.compile(r"(?:%20|[\W_]){0,5}")
"""What may stand between the parts of a name."""

_SENTENCE_ENDS = re.compile(r"[.!?][\"'’”)]?\s")

_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|cllr|councillor|judge|nurse"
    r"|social worker)\.?\s+$",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"['’]?s?\s+(?:family|siblings?|children|household|twins|brothers|sisters)\b",
    re.IGNORECASE,
)
_MONTHS = frozenset({"april", "may", "june", "august"})
_BEFORE_MONTH = re.compile(r"(?:\d|\b(?:in|of|since|by|until|to|and|from|early|late|mid|last))\W*$")

_MOST_PIECES = 8


def known_names_in(text: str, made: Spellings, is_address: bool = False) -> Iterator[Finding]:
    """Every stretch of a text that is one of the names: an error where it can be nobody else.

    Listed "Iman Haverstock" is found as IMAN HAVERSTOCK, Haverstock (Iman), I. Haverstock,
    Iman J. Haverstock, iman.haverstock@ and glued to other marks; in words as common as *young*
    capitals are needed. A given name or surname alone is a query. ``is_address`` is true for the
    address of a link or a file name, where capitals tell nothing.
    """
    if not made.forms:
        return
    parts = list(pieces(text))
    addresses = Addresses(text)
    after = -1
    for place, first in enumerate(parts):
        if first.start < after or first.folded[:HEAD] not in made.heads:
            continue
        inside = is_address or addresses.hold(first.start)
        found = _match(text, parts, place, made, inside)
        if found is None or found.severity is not Severity.ERROR:
            found = _around_middle(text, parts, place, made) or found
        if found is not None:
            after = found.end
            yield found


def _match(
    text: str, parts: list[Word], place: int, made: Spellings, is_address: bool
) -> Finding | None:
    """The longest spelling that begins at a piece."""
    best: Finding | None = None
    joined = ""
    for last in range(place, min(place + _MOST_PIECES, len(parts))):
        if last > place and not _belong(text, parts[last - 1], parts[last]):
            break
        joined += parts[last].folded
        if not _begins(joined, made.ordered):
            break
        form = made.forms.get(joined)
        if form is not None:
            run = parts[place : last + 1]
            severity = _severity(text, run, form, is_address)
            if severity is not None:
                best = Finding(Kind.KNOWN_NAME, run[0].start, run[-1].end, severity)
    return best


def _begins(joined: str, ordered: tuple[str, ...]) -> bool:
    place = bisect_left(ordered, joined)
    return place < len(ordered) and ordered[place].startswith(joined)


def _belong(text: str, before: Word, after: Word) -> bool:
    """Whether two pieces may be parts of one name: no full stop between them, save an initial's."""
    gap = text[before.end : after.start]
    if _GAP.fullmatch(gap) is None:
        return False
    is_initial = len(before.text) == 1 and gap.startswith(".")
    return is_initial or _SENTENCE_ENDS.match(gap) is None


def _around_middle(text: str, parts: list[Word], place: int, made: Spellings) -> Finding | None:
    """A given name and its surname around one or two middle names that the list does not have."""
    wanted = made.surnames.get(parts[place].folded)
    if not wanted or not parts[place].text[0].isupper():
        return None
    for start in (place + 2, place + 3):
        joined = ""
        for last in range(start, min(start + 3, len(parts))):
            run = parts[place : last + 1]
            if not all(_belong(text, a, b) for a, b in pairwise(run)):
                break
            joined += parts[last].folded
            middle = parts[place + 1 : start]
            if joined in wanted and all(word.text[0].isupper() for word in (*middle, parts[last])):
                return Finding(Kind.KNOWN_NAME, run[0].start, run[-1].end, Severity.ERROR)
    return None


def _severity(text: str, run: list[Word], form: Form, is_address: bool) -> Severity | None:
    """Error where the words can be nobody else, query where they may, ``None`` where not."""
    if form is Form.FULL:
        return _of_full(run, is_address)
    if form is Form.SINGLE:
        return _of_single(text, run, is_address)
    if form in (Form.INITIALS_BEFORE, Form.INITIALS_AFTER):
        return _of_initials(text, run, form, is_address)
    return _of_part(text, run, form, is_address)


def _is_common(run: list[Word]) -> bool:
    return all(is_word(word.folded) for word in run)


def _of_full(run: list[Word], is_address: bool) -> Severity | None:
    written_small = all(word.text.islower() for word in run)
    if written_small and not is_address and _is_common(run):
        return None
    return Severity.ERROR


def _of_single(text: str, run: list[Word], is_address: bool) -> Severity | None:
    if not _is_common(run):
        return Severity.ERROR
    if is_address or not run[0].text[0].isupper():
        return Severity.QUERY if is_address else None
    return Severity.QUERY if _is_no_sign(text, run) else Severity.ERROR


def _is_no_sign(text: str, run: list[Word]) -> bool:
    """Whether the capital of a common word tells nothing: first in a sentence, or a month."""
    before = text[: run[0].start].rstrip(" \"'“‘(")
    begins = not before or before[-1] in ".!?:•–|"
    shouted = run[0].text.isupper() and len(run[0].text) > 1 and text.isupper()
    month = run[0].folded in _MONTHS and (
        _BEFORE_MONTH.search(text[: run[0].start]) is not None
        or re.match(r"\W{0,2}\d", text[run[-1].end :]) is not None
    )
    return begins or shouted or month


def _of_initials(text: str, run: list[Word], form: Form, is_address: bool) -> Severity | None:
    if len(run) == 1:
        return None if is_word(run[0].folded) else Severity.ERROR
    initials = [word for word in run if len(word.text) == 1]
    surname = [word for word in run if len(word.text) > 1]
    glued = not re.search(r"\s", text[run[0].start : run[-1].end])
    if is_address or (glued and initials):
        return Severity.ERROR
    if not initials or not all(w.text[0].isupper() for w in (*initials, *surname)):
        return None
    return Severity.ERROR if _marked(text, run, form, surname) else None


def _marked(text: str, run: list[Word], form: Form, surname: list[Word]) -> bool:
    """Whether an initial is one: "A Young person" and "Young, I think" hold none."""
    if form is Form.INITIALS_BEFORE:
        plain = run[0].text in "AI" and text[run[0].end : run[0].end + 1] != "."
        return not (plain and _is_common(surname))
    dotted = text[run[-1].end : run[-1].end + 1] == "."
    return dotted or (run[-1].text not in "AI" and not _is_common(surname))


def _of_part(text: str, run: list[Word], form: Form, is_address: bool) -> Severity | None:
    if len(run[0].text) < 3:
        return None
    if form is Form.SURNAME and run[0].text[0].isupper() and not is_address:
        titled = _TITLE.search(text[max(0, run[0].start - 20) : run[0].start])
        household = _HOUSEHOLD.match(text[run[-1].end : run[-1].end + 20])
        if titled:
            return Severity.ERROR
        if household and not _is_common(run):
            return Severity.ERROR
    plain = _is_common(run) or any(is_place(word.folded) for word in run)
    capital = run[0].text[0].isupper() or is_address
    return Severity.QUERY if capital and not plain else None
