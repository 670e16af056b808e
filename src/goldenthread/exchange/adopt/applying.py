"""Applying a map: entries become the rows of the returns workbook, and nothing is lost unsaid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.exchange.adopt.drift import Drift, drift
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.log import Log, place_of
from goldenthread.exchange.adopt.mapping import ColumnMap, Decision, Status
from goldenthread.exchange.adopt.people import PeopleKey
from goldenthread.exchange.adopt.report import Counts, Report
from goldenthread.exchange.adopt.rows.identities import identify
from goldenthread.exchange.adopt.rows.readings import Audit, Row, audit_of, with_first_refs
from goldenthread.exchange.adopt.rows.taking import Reader, take
from goldenthread.exchange.adopt.rows.workbook_rows import WorkbookRows
from goldenthread.exchange.adopt.targets import (
    AUDIT_REF,
    AUDITOR,
    CHILD_REF,
    COMPLETED_ON,
    Targets,
)
from goldenthread.exchange.problems import Problem


@dataclass(frozen=True, slots=True)
class Adopted:
    """What an adoption gives: rows by sheet for the writer, who is who, and what to say.

    ``problems`` are values that could not be taken as they stand, and files that could not be
    understood. Values that a cell may hold stay in the rows as they are, so that the reader of the
    workbook meets them too.
    """

    rows: Mapping[str, tuple[Row, ...]]
    people: PeopleKey
    report: Report
    problems: tuple[Problem, ...]


def apply(source: Source, column_map: ColumnMap, people: PeopleKey) -> Adopted:
    """Turn a source into the rows of the returns workbook, as the map says.

    Every entry becomes a reading, or an allocation that did not come back, or is named in the
    report. ``people`` is the key so far; the key in the result holds newcomers too.
    """
    changes = drift(source, column_map)
    log = Log()
    log.problems.extend((*_unread(source), *changes.problems(source)))
    reader = Reader(changes.reliable, log)
    grades = tuple(column.heading for column in Targets(column_map.framework).grades)
    audits, key = _audits(source, people, reader, grades)
    rows = WorkbookRows(audits, source, reader, grades)
    report = _report(source, changes, log, rows, audits)
    return Adopted(rows.by_sheet(), key, report, tuple(log.problems))


def _audits(
    source: Source, people: PeopleKey, reader: Reader, grades: Sequence[str]
) -> tuple[tuple[Audit, ...], PeopleKey]:
    taken = [take(entry, reader.map, reader.log) for entry in source.entries]
    identities = identify(taken, people, reader.log)
    audits = [
        audit_of(one, identity, reader, grades)
        for one, identity in zip(taken, identities.each, strict=True)
    ]
    _report_twins(audits, reader.log)
    _note_children_read_twice(audits, reader.log)
    return with_first_refs(audits, reader.log), identities.people


def _unread(source: Source) -> Iterator[Problem]:
    """Files that may hold an audit and could not be understood."""
    for one in source.left_out:
        if one.doubtful:
            yield Problem(place_of(one.place), None, "", "", one.why)


def _report_twins(audits: Iterable[Audit], log: Log) -> None:
    """First readings with a reference that another one has."""
    seen: dict[str, Audit] = {}
    for audit in audits:
        ref = audit.identity.audit
        if not (ref and audit.is_first):
            continue
        if ref in seen:
            mend = f"{seen[ref].taken.entry.place} has this reference too: give each its own"
            log.problem(audit.taken.entry, audit.taken.column(AUDIT_REF), ref, mend)
        seen.setdefault(ref, audit)


def _note_children_read_twice(audits: Iterable[Audit], log: Log) -> None:
    """Children with several first readings in one cycle: a form may have been sent in twice."""
    refs: dict[tuple[str, str], list[str]] = {}
    for audit in audits:
        if audit.is_first and audit.identity.child:
            child = (audit.identity.child, audit.cycle)
            refs.setdefault(child, []).append(audit.identity.audit)
    for (ref, _), several in refs.items():
        if len(several) > 1:
            log.note(
                f"Child {ref} has {len(several)} first readings ({', '.join(several)}): if a "
                "form was sent in twice, take one out of the source."
            )


def _report(
    source: Source, changes: Drift, log: Log, rows: WorkbookRows, audits: Sequence[Audit]
) -> Report:
    return Report(
        source=source.name,
        shape=source.shape,
        counts=_counts(rows, audits),
        loud=tuple(_loud(source, changes, rows, audits)),
        to_fill_in=(*_unfilled(changes.reliable), *log.to_fill_in),
        notes=(*source.notes, *log.notes, *_about_texts(rows, log)),
        left_out=(*source.left_out, *rows.left_out),
        not_mapped=tuple(
            line.column
            for line in changes.reliable.columns
            if line.target is None and line.decision is Decision.NOT_MAPPED
        ),
        drift=changes,
    )


def _counts(rows: WorkbookRows, audits: Sequence[Audit]) -> Counts:
    return Counts(
        entries=len(audits),
        readings=len(rows.of("Readings")),
        not_returned=sum(audit.status is Status.NOT_RETURNED for audit in audits),
        exempt=sum(audit.status is Status.EXEMPT for audit in audits),
    )


def _loud(
    source: Source, changes: Drift, rows: WorkbookRows, audits: Sequence[Audit]
) -> Iterator[str]:
    """What must not be missed, most urgent first."""
    if escalations := len(rows.of("Escalations")):
        yield f"ESCALATIONS: {escalations} read. Make sure today that somebody has acted on each."
    if unread := [one for one in source.left_out if one.doubtful]:
        yield f"FILES: {len(unread)} could not be understood and may be audits; see Left out."
    if source.shape is not changes.reliable.shape:
        yield (
            f"LAYOUT: the map was written for another one ({changes.reliable.shape.value}); this "
            f"reads as: {source.shape.value}. Check that it is the right file."
        )
    if rows.undecided:
        yield (
            f"CYCLES: the source has audits of {', '.join(rows.undecided)}. Write in the map, "
            'after "cycle", which of them this workbook is for; until then no allocations are '
            "made, and no brief can be."
        )
    else:
        yield _about_allocations(audits)
    if any(row.get("Auditor code") for row in rows.of("Readings")):
        yield (
            "THE KEY FILE beside the map names the people behind the auditor codes. Keep it inside "
            "the service, and never send it with the workbook or a brief."
        )


def _about_allocations(audits: Sequence[Audit]) -> str:
    came_back = sum(audit.status is Status.RETURNED and audit.is_first for audit in audits)
    others = sum(audit.status is not Status.RETURNED for audit in audits)
    known = f" and from {others} that the source names as not returned or exempt" if others else ""
    readings = "1 first reading" if came_back == 1 else f"{came_back} first readings"
    return (
        f"ALLOCATIONS were made from the {readings} that came back{known}. Where "
        "other audits were allocated, the return rate would read too high. Add a row to the sheet "
        "Allocations for each of them, then delete the reminder row there: until then, no brief "
        "can be made."
    )


def _unfilled(column_map: ColumnMap) -> tuple[str, ...]:
    """Columns of *Readings* that must be filled and that nothing fills."""
    filled = column_map.targets()
    needed = (CHILD_REF, AUDITOR, COMPLETED_ON)
    return tuple(
        f"{target}: no column is mapped to it." for target in needed if target not in filled
    )


def _about_texts(rows: WorkbookRows, log: Log) -> Iterator[str]:
    if log.blotted:
        times = "once" if log.blotted == 1 else f"{log.blotted} times"
        yield f"Names that the source gives in columns were blotted out of texts {times}."
    if any(rows.of(sheet) for sheet in ("Reasons", "Feedback", "Escalations")):
        yield (
            "Reasons and comments are free text and may still name children: read them before "
            "anything is quoted."
        )
