"""Our own publications pass our own checker: composed, checked, scored, rendered, checked again.

What we publish has no figure, disclosure or access error (design.md §7); its effect is a score
that it prints, not a gate.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from goldenthread.checker.check import Asked, check, check_for_errors
from goldenthread.checker.disclosure.lists import AllowList
from goldenthread.checker.reading import composed
from goldenthread.checker.reading.read import read_content
from goldenthread.checker.results import EffectVerdict, Result, Severity, Summary
from goldenthread.documents.blocks import Document
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.engine.failures import refused
from goldenthread.engine.telling import Tell
from goldenthread.publications.colophon import with_colophon
from goldenthread.publications.inputs import BriefInputs


def asked_of(inputs: BriefInputs, audience: str) -> Asked:
    """How a brief is checked: who may be named in it are those whom its workbook names as helpers.

    Hits that two people accepted may stand as well.
    """
    named = [text for helper in inputs.helpers for text in (helper.name, helper.contact)]
    named.append(inputs.cycle.author)
    named.extend(hit.text for hit in inputs.accepted)
    entries = tuple(text for text in named if text)
    return Asked(audience, allow=AllowList(entries), issued_on=inputs.cycle.issue_on)


@dataclass(frozen=True, slots=True)
class Scored:
    """A composed document with its effect score at the end, and the verdicts that it counts."""

    document: Document
    effect: Counter[EffectVerdict]


def scored(documents: Mapping[str, Document], asked: Asked, tell: Tell) -> dict[str, Scored]:
    """The documents with their effect score at the end. Raises ``Failure`` (exit 4) for errors."""
    results = {layout: check(composed.read(found), asked) for layout, found in documents.items()}
    refuse(error for layout, found in results.items() for error in _errors(layout, found))
    for query in dict.fromkeys(query for found in results.values() for query in _queries(found)):
        tell(query)
    return {layout: _scored(documents[layout], found) for layout, found in results.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """What the checker found in one finished file; ``errors`` are sentences."""

    summary: Summary
    errors: tuple[str, ...]


def read_again(name: str, content: bytes, asked: Asked) -> Found:
    """Check a finished file for errors, read as a stranger's would be.

    Claims and effect are those of the composed document: a renderer cannot change them.
    """
    try:
        result = check_for_errors(read_content(content, name), asked)
    except UnreadableFile as error:
        unread = f"The file that was made cannot be read again: {error}"
        return Found(Summary(errors=1, queries=0, notes=0), (unread,))
    return Found(result.summary, tuple(_errors(name, result)))


def refuse(errors: Iterable[str]) -> None:
    """Raise ``Failure`` (exit 4) if there are errors: nothing with one is published."""
    found = tuple(errors)
    if found:
        raise refused("The checker found errors in the brief; nothing was written.", *found)


def _errors(name: str, result: Result) -> Iterator[str]:
    for figure in result.statements:
        if figure.severity is Severity.ERROR:
            yield f"{name}, {figure.where}, “{figure.text}”: {figure.message}"
    for whole in result.sets:
        if whole.severity is Severity.ERROR:
            yield f"{name}, {whole.where}: {whole.message}"
    for hit in result.disclosure:
        if hit.severity is Severity.ERROR:
            yield f"{name}, {hit.where}: “{hit.text}” is a {hit.kind}; take it out."
    for access in result.access:
        if access.severity is Severity.ERROR:
            yield f"{name}, {access.where}: {access.message}"


def _queries(result: Result) -> Iterator[str]:
    """What may point to somebody, for the author to decide."""
    for hit in result.disclosure:
        if hit.severity is Severity.QUERY:
            yield (
                f"{hit.where}: “{hit.text}” may point to somebody ({hit.kind}); take it out, or"
                " record it in Accepted hits."
            )


def _scored(document: Document, result: Result) -> Scored:
    effect = Counter(found.verdict for found in result.effect)
    ending = with_colophon(
        document,
        met=effect[EffectVerdict.PASS],
        in_part=effect[EffectVerdict.PARTLY],
        of=len(result.effect),
    )
    return Scored(ending, effect)
