"""Who and which: auditor codes, child references and audit references of every entry."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.log import NOT_SHOWN, Log
from goldenthread.exchange.adopt.meaning.answers import chosen, looks_like_a_person
from goldenthread.exchange.adopt.people import Mention, PeopleKey, code_person, mention_kind
from goldenthread.exchange.adopt.reading.grids import text_of
from goldenthread.exchange.adopt.rows.child_refs import Refusal, mostly_six_digit_births, refused
from goldenthread.exchange.adopt.rows.taking import Taken
from goldenthread.exchange.adopt.targets import (
    AUDIT_REF,
    AUDITOR,
    AUDITOR_NAME,
    CHILD_REF,
    MODERATOR,
    Target,
)

_MEND_CHILD = "give the number that the case system has for this child"


@dataclass(frozen=True, slots=True)
class Identity:
    """One entry's references. Each is empty where it is not known or was refused."""

    audit: str
    child: str
    auditor: str
    moderator: str


@dataclass(frozen=True, slots=True)
class Identities:
    """The identity of each entry, in order, and the key with whoever was new."""

    each: tuple[Identity, ...]
    people: PeopleKey


def identify(all_taken: Sequence[Taken], people: PeopleKey, log: Log) -> Identities:
    """References for every entry. Refused and missing ones are problems; no name is repeated."""
    births = mostly_six_digit_births([text for t in all_taken if (text := _text(t, CHILD_REF))])
    audits = _audit_refs(all_taken, log)
    each: list[Identity] = []
    for taken, audit in zip(all_taken, audits, strict=True):
        auditor, people = _code(taken, AUDITOR, people, log)
        moderator, people = _code(taken, MODERATOR, people, log)
        each.append(Identity(audit, _child(taken, births, log), auditor, moderator))
    return Identities(tuple(each), people)


def _text(taken: Taken, target: Target) -> str:
    return text_of(taken.cells[target].value) if taken.has(target) else ""


def _child(taken: Taken, births: bool, log: Log) -> str:
    if not taken.has(CHILD_REF):
        return ""
    value = taken.cells[CHILD_REF].value
    why = refused(value if not isinstance(value, float | int) else text_of(value))
    if why is None and births:
        why = Refusal.BIRTH
    if why is None:
        return text_of(value)
    log.problem(taken.entry, taken.column(CHILD_REF), NOT_SHOWN, f"{why}: {_MEND_CHILD}")
    return ""


def _code(taken: Taken, target: Target, people: PeopleKey, log: Log) -> tuple[str, PeopleKey]:
    """The code of an entry's auditor or moderator, and the key with them in it."""
    mentions = dict(_mentions(taken, target))
    if any(len(chosen(mention)) > 1 for mention in mentions.values()):
        mend = "it names several people: keep the one who is the auditor"
        log.problem(taken.entry, taken.column(target), NOT_SHOWN, mend)
        return "", people
    coded = code_person(people, mentions)
    if coded.problem:
        log.problem(taken.entry, taken.column(target), NOT_SHOWN, coded.problem)
    if coded.note:
        log.note(f"{coded.note}: if they are one person, join them in the key file.")
    return coded.code, coded.key


def _mentions(taken: Taken, target: Target) -> Iterator[tuple[Mention, str]]:
    """What the entry says of a person: the name of its own column first, so that it yields."""
    if target == AUDITOR and (name := _text(taken, AUDITOR_NAME)):
        yield Mention.NAME, name
    if text := _text(taken, target):
        yield mention_kind(text), text


def _audit_refs(all_taken: Sequence[Taken], log: Log) -> list[str]:
    """References from the source, or made here when the source has none."""
    if not any(taken.has(AUDIT_REF) for taken in all_taken):
        return _made(all_taken, log)
    return [_audit_ref(taken, log) for taken in all_taken]


def _audit_ref(taken: Taken, log: Log) -> str:
    text = _text(taken, AUDIT_REF)
    if not text:
        log.problem(taken.entry, taken.column(AUDIT_REF), "", "give this audit a reference")
        return ""
    names = {normalise(name) for known in taken.names.values() for name in known}
    if normalise(text) in names or looks_like_a_person(text):
        mend = "it looks like a name: give this audit a reference of its own"
        log.problem(taken.entry, taken.column(AUDIT_REF), NOT_SHOWN, mend)
        return ""
    return text


def _made(all_taken: Sequence[Taken], log: Log) -> list[str]:
    """References by place: the number of the row, or of the file in its folder."""
    numbers = [taken.entry.place.row for taken in all_taken]
    alone = all(numbers) and max(Counter(numbers).values(), default=1) == 1
    refs = [f"R{row if alone else place:03d}" for place, row in enumerate(numbers, start=1)]
    if refs:
        what = "row numbers" if alone else "the order of the audits"
        log.note(
            f"The source has no audit references, so they were made from {what} (R…). They change "
            "when the source is sorted or something is put in between: give audits references of "
            "their own before findings refer to them."
        )
    return refs
