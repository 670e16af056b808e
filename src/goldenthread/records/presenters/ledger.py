"""Rows of the ledger as sentences, for pages and for downloads."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from string import Formatter
from typing import Any, get_args, get_origin
from uuid import UUID

from goldenthread.core.clock import LONDON
from goldenthread.core.events import KINDS, concrete
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.people.ids import UserId
from goldenthread.records.presenters.words import day, moment
from goldenthread.records.queries.naming import (
    BY,
    Name,
    Names,
    gaps,
    id_type,
    ids_in,
    namers,
    person_of,
)

SERVICE = "The service"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
COLUMNS = ("When", "What was done", "Who", "Kind", "About (number)", "Request")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A row of the page: when, and a sentence in pieces of which some lead somewhere."""

    when: str
    pieces: tuple[Name, ...]
    subject: UUID

    @property
    def sentence(self) -> str:
        """The sentence as plain text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """Who opened what."""

    when: str
    who: Name
    page: str


def line(entry: LedgerEntry, names: Names) -> EntryLine:
    """A row, with names as this reader sees them."""
    return EntryLine(moment(entry.at), tuple(_capital(_pieces(entry, names))), entry.subject)


def reading(entry: ReadEntry, names: Names) -> ReadingLine:
    """A row of the read log."""
    return ReadingLine(moment(entry.at), _who(entry.reader, names), page_in_words(entry.page))


def page_in_words(url_name: str) -> str:
    """The page of an address by its name, which says what it does.

    >>> page_in_words("show_child_records")
    'Show child records'
    """
    return url_name.replace("_", " ").capitalize()


def _pieces(entry: LedgerEntry, names: Names) -> Iterator[Name]:
    event = KINDS.get(entry.kind)
    if event is None:
        yield _who(entry.actor, names)
        yield Name(" did something that this version has no words for")
        return
    for text, gap, _, _ in Formatter().parse(event.sentence):
        if text:
            yield Name(text)
        if gap == BY:
            yield _who(entry.actor, names)
        elif gap:
            yield from _said(gaps(entry.kind)[gap], entry.data.get(gap), names)


def _capital(pieces: Iterable[Name]) -> Iterator[Name]:
    """A sentence begins with a capital."""
    for number, piece in enumerate(pieces):
        text = piece.text if number else piece.text[:1].upper() + piece.text[1:]
        yield Name(text, piece.address, piece.hidden)


def _who(actor: str, names: Names) -> Name:
    person = person_of(actor)
    if person is None:
        return Name(SERVICE)
    return names.get(UserId, {}).get(person, Name(namers()[UserId].word))


def _said(hint: Any, value: Any, names: Names) -> Iterator[Name]:
    """A field in words; several with commas."""
    kind = id_type(hint)
    if value is None:
        yield Name("nobody" if kind is UserId else "nothing")
        return
    if kind is None:
        yield Name(_plain(hint, value))
        return
    for number, which in enumerate(ids_in(value)):
        if number:
            yield Name(", ")
        yield names.get(kind, {}).get(which, Name(namers()[kind].word))


def _plain(hint: Any, value: Any) -> str:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return ", ".join(_plain(inner, each) for each in value) or "nothing"
    kind = concrete(hint)
    if kind is bool:
        return "yes" if value else "no"
    if issubclass(kind, StrEnum):
        return _label(kind, value)
    if issubclass(kind, datetime):
        return moment(datetime.fromisoformat(value))
    if issubclass(kind, date):
        return day(date.fromisoformat(value))
    return str(value)


def _label(kind: type[StrEnum], value: str) -> str:
    """A choice on screen; one that exists no more, as it was stored."""
    if value not in {each.value for each in kind}:
        return value.replace("_", " ")
    member = kind(value)
    return str(getattr(member, "label", value.replace("_", " ")))


def csv_head() -> str:
    """The columns' names."""
    kept = io.StringIO()
    csv.writer(kept).writerow(COLUMNS)
    return kept.getvalue()


def as_csv(entries: Iterable[LedgerEntry], names: Names) -> str:
    """Rows for a spreadsheet, no cell a formula."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    for entry in entries:
        writer.writerow([harmless(cell) for cell in _cells(entry, names)])
    return kept.getvalue()


def _cells(entry: LedgerEntry, names: Names) -> tuple[str, ...]:
    return (
        entry.at.astimezone(LONDON).isoformat(timespec="seconds"),
        line(entry, names).sentence,
        _who(entry.actor, names).text,
        entry.kind,
        str(entry.subject),
        entry.request,
    )


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("Ada added a team")
    ("'=1+1", 'Ada added a team')
    """
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
