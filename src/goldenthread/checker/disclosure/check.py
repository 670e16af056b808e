"""All checks for disclosure over a whole document."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice

from goldenthread.checker.disclosure.addresses import addresses_in
from goldenthread.checker.disclosure.allowing import allowing_entry
from goldenthread.checker.disclosure.contacts import (
    ALLOWED_KINDS,
    AUTHOR,
    LISTED,
    contact_rule,
    is_author,
)
from goldenthread.checker.disclosure.dates_of_birth import dates_of_birth_in
from goldenthread.checker.disclosure.emails import emails_in
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.identifiers import identifiers_in
from goldenthread.checker.disclosure.initials import initials_in
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.known_names import known_names_in
from goldenthread.checker.disclosure.lists import AllowList, KnownNames
from goldenthread.checker.disclosure.seams import names_over_seams
from goldenthread.checker.disclosure.small_numbers import (
    INSIDE,
    SmallNumber,
    small_numbers,
)
from goldenthread.checker.disclosure.spellings import Spellings, spellings
from goldenthread.checker.disclosure.stories import stories_in
from goldenthread.checker.disclosure.stretches import Stretch, stretches
from goldenthread.checker.disclosure.teams import WORRY, teams_in
from goldenthread.checker.disclosure.telephones import telephones_in
from goldenthread.checker.disclosure.unknown_names import unknown_names_in
from goldenthread.checker.disclosure.words import letters
from goldenthread.checker.results import Hit, SetFound, Severity, Statement
from goldenthread.checker.source import Source

NO_NAMES = KnownNames()
NOTHING_ALLOWED = AllowList()
_TEXTS = 4096
"""So many texts are kept with what they hold: a brief says the same in each of its formats."""

_MOST = 5_000
_ENDS_OF_CLAUSES = ".;!?:"
_WEIGHT = {Severity.ERROR: 0, Severity.QUERY: 1, Severity.NOTE: 2, Severity.OK: 3}


def disclosure(
    source: Source,
    known: KnownNames = NO_NAMES,
    allow: AllowList = NOTHING_ALLOWED,
    audience: str = INSIDE,
    statements: tuple[Statement, ...] = (),
    sets: tuple[SetFound, ...] = (),
) -> tuple[Hit, ...]:
    """Everything by which somebody could be recognised, in reading order.

    ``audience`` is ``service``, ``partners`` or ``public``; small numbers count for the latter
    two, for which ``statements`` and ``sets`` are what the figure checks made of the same source.
    What a rule or the allow-list lets stand has severity ``ok`` and says what allows it.
    """
    texts = tuple(stretches(source))
    names = spellings(known)
    found = [(text, finding) for text in texts for finding in _found(text, names, audience)]
    found = [(text, _by_rule(text, finding, allow)) for text, finding in found]
    contacts = _contacts(found)
    order = {id(text): place for place, text in enumerate(texts)}
    hits = [
        (order[id(text)], finding.start, _hit(text, _by_contact(text, finding, contacts), allow))
        for text, finding in found
    ]
    for text, name in names_over_seams(texts, names):
        broken = Finding(Kind.KNOWN_NAME, 0, len(name), Severity.ERROR)
        hit = _hit(Stretch(name, text.where), broken, allow)
        hits.append((order[id(text)], len(text.text), hit))
    if audience != INSIDE:
        numbers = small_numbers(source, texts, statements, sets)
        hits.extend(_small(numbers, texts, allow))
    hits.sort(key=lambda placed: placed[:2])
    return tuple(dict.fromkeys(hit for *_, hit in hits))


def _small(
    numbers: list[SmallNumber], texts: tuple[Stretch, ...], allow: AllowList
) -> Iterator[tuple[int, int, Hit]]:
    """Small numbers as errors, each with the place of its text among all, and in that text.

    Those of a row stand behind what else is found in it.
    """
    first: dict[tuple[int | None, int | None], int] = {}
    for place, text in enumerate(texts):
        first.setdefault((text.part, text.row), place)
        first.setdefault((text.part, None), place)
    for number in numbers:
        key = (number.part, number.row)
        place = first.get(key, first.get((number.part, None), 0))
        start = number.start if number.row is None else len(texts[place].text)
        finding = Finding(Kind.SMALL_NUMBER, 0, len(number.text), Severity.ERROR)
        yield place, start, _hit(Stretch(number.text, number.where), finding, allow)


def _found(stretch: Stretch, known: Spellings, audience: str) -> list[Finding]:
    """What all checks find in one text; of two that overlap the weightier, then the longer."""
    found = list(known_names_in(stretch.text, known, stretch.is_address))
    if stretch.is_label:
        return [finding for finding in found if finding.severity is Severity.ERROR]
    found.extend(_in_address(stretch.text))
    if not stretch.is_address:
        found.extend(_in_prose(stretch.text, stretch.is_heading))
    found.sort(key=lambda one: (_WEIGHT[one.severity], one.start - one.end, one.start))
    kept = _apart(found)
    kept.extend(_stories(stretch.text))
    kept.extend(teams_in(stretch, inside=audience == INSIDE))
    return sorted(kept, key=lambda one: (one.start, one.end))


def _apart(found: list[Finding]) -> list[Finding]:
    """Those that overlap none before them in the list, in reading order."""
    kept: list[Finding] = []
    for finding in found:
        place = bisect_left(kept, finding.start, key=lambda one: one.start)
        if not any(finding.overlaps(other) for other in kept[max(0, place - 1) : place + 1]):
            kept.insert(place, finding)
    return kept


@lru_cache(maxsize=_TEXTS)
def _in_address(text: str) -> tuple[Finding, ...]:
    """What may stand in any text, also in the address of a link."""
    return tuple(chain(_first(identifiers_in(text)), _first(emails_in(text))))


@lru_cache(maxsize=_TEXTS)
def _in_prose(text: str, is_heading: bool) -> tuple[Finding, ...]:
    return tuple(
        chain(
            _first(dates_of_birth_in(text)),
            _first(addresses_in(text)),
            _first(telephones_in(text)),
            _first(initials_in(text)),
            unknown_names_in(text, is_heading),
        )
    )


def _first(found: Iterator[Finding]) -> Iterator[Finding]:
    """As many as one text may hold; a file that was made to keep us busy has more."""
    return islice(found, _MOST)


@lru_cache(maxsize=_TEXTS)
def _stories(text: str) -> tuple[Finding, ...]:
    return tuple(stories_in(text))


def _by_rule(stretch: Stretch, finding: Finding, allow: AllowList) -> Finding:
    """The finding, allowed if it stands where contacts or authors do."""
    if finding.severity is Severity.OK or finding.is_family or finding.kind not in ALLOWED_KINDS:
        return finding
    rule = contact_rule(stretch, finding.start, allow.sections)
    if rule is None and finding.kind is Kind.NAME and is_author(stretch, finding.start):
        rule = AUTHOR
    return finding if rule is None else replace(finding, severity=Severity.OK, allowed_by=rule)


def _contacts(found: list[tuple[Stretch, Finding]]) -> frozenset[str]:
    """Letters of the names that stand where contacts do."""
    return frozenset(
        letters(text.text[finding.start : finding.end])
        for text, finding in found
        if finding.kind is Kind.NAME and finding.allowed_by is not None
    )


def _by_contact(stretch: Stretch, finding: Finding, contacts: frozenset[str]) -> Finding:
    """A contact may be named elsewhere too, but not beside a worry."""
    if finding.kind is not Kind.NAME or finding.allowed_by is not None or finding.is_family:
        return finding
    if letters(stretch.text[finding.start : finding.end]) not in contacts:
        return finding
    if WORRY.search(_clause(stretch.text, finding)):
        return finding
    return replace(finding, severity=Severity.OK, allowed_by=LISTED)


def _clause(text: str, finding: Finding) -> str:
    """The words around a finding up to the next full stop or semicolon."""
    before = max(text.rfind(mark, 0, finding.start) for mark in _ENDS_OF_CLAUSES)
    ends = [text.find(mark, finding.end) for mark in _ENDS_OF_CLAUSES]
    return text[before + 1 : min((end for end in ends if end >= 0), default=len(text))]


def _hit(stretch: Stretch, finding: Finding, allow: AllowList) -> Hit:
    text = stretch.text[finding.start : finding.end]
    severity, allowed_by = finding.severity, finding.allowed_by
    if allowed_by is None:
        entry = allowing_entry(stretch.text, finding, allow)
        if entry is not None:
            severity, allowed_by = Severity.OK, f"allow-list: {entry}"
    return Hit(finding.kind, text, stretch.where, severity, allowed_by)
