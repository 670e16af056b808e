"""Our own publications pass our own checker: composed, checked, scored, rendered, checked again.

What we publish has no figure, disclosure or access error (design.md §7); its effect is a score
that it prints, not a gate.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from goldenthread.checker.disclosure.kinds import advice
from goldenthread.checker.disclosure.lists import AllowList
from goldenthread.checker.errors import Asked, check_for_errors
from goldenthread.checker.reading import composed
from goldenthread.checker.reading.read import read_content
from goldenthread.checker.results import EffectVerdict, Hit, Result, Severity, Summary
from goldenthread.documents.blocks import Document
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.engine.failures import refused
from goldenthread.engine.origins import Origins
from goldenthread.engine.telling import Tell
from goldenthread.publications.colophon import with_colophon
from goldenthread.publications.inputs import BriefInputs

_BETWEEN_PEOPLE = re.compile(r"[,;&/]| and ")


def asked_of(inputs: BriefInputs, audience: str) -> Asked:
    """How a brief is checked: its helpers and authors may be named in it.

    Hits that two people accepted may stand as well.
    """
    named = [text for helper in inputs.helpers for text in (helper.name, helper.contact)]
    named.extend(map(str.strip, _BETWEEN_PEOPLE.split(inputs.cycle.author)))
    named.extend(hit.text for hit in inputs.accepted)
    entries = tuple(text for text in named if text)
    return Asked(audience, allow=AllowList(entries), issued_on=inputs.cycle.issue_on)


@dataclass(frozen=True, slots=True)
class Scored:
    """A composed document with its effect score at the end, and the verdicts that it counts."""

    document: Document
    effect: Counter[EffectVerdict]


def scored(
    documents: Mapping[str, Document], asked: Asked, tell: Tell, origins: Origins
) -> dict[str, Scored]:
    """The documents with their effect score at the end. Raises ``Failure`` (exit 4) for errors.

    What is for the author to decide is told, each once, with the place in the workbook.
    """
    from goldenthread.checker.check import check  # the process that only renders never needs it

    results = {layout: check(composed.read(found), asked) for layout, found in documents.items()}
    refuse(_sentences(results, Severity.ERROR, origins))
    for query in _sentences(results, Severity.QUERY, origins):
        tell(query)
    return {layout: _scored(documents[layout], found) for layout, found in results.items()}


def _sentences(
    results: Mapping[str, Result], severity: Severity, origins: Origins
) -> tuple[str, ...]:
    """What was found in all layouts, each once."""
    found = (
        sentence
        for layout, result in results.items()
        for sentence in _found(layout, result, severity, origins)
    )
    return tuple(dict.fromkeys(found))


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
    return Found(result.summary, tuple(_found(name, result, Severity.ERROR)))


def refuse(errors: Iterable[str]) -> None:
    """Raise ``Failure`` (exit 4) if there are errors: nothing with one is published."""
    found = tuple(errors)
    if found:
        raise refused("The checker found errors in the brief; nothing was written.", *found)


def _found(
    name: str, result: Result, severity: Severity, origins: Origins | None = None
) -> Iterator[str]:
    """Figures, disclosure and access of one weight, as sentences that begin with the place."""

    def place(text: str, where: str) -> str:
        return (origins.of(text) if origins else "") or ", ".join(filter(None, (name, where)))

    for figure in result.statements:
        if figure.severity is severity:
            mend = _mend_of_figure(severity)
            yield f"{place(figure.text, figure.where)}: “{figure.text}”. {figure.message}{mend}"
    for whole in result.sets:
        if whole.severity is severity:
            text, mend = "; ".join(item.text for item in whole.items), _mend_of_figure(severity)
            yield f"{place(text, whole.where)}: “{text}”. {whole.message}{mend}"
    for hit in result.disclosure:
        if hit.severity is severity:
            yield f"{place(hit.text, hit.where)}: {_of_hit(hit)}"
    for access in result.access:
        if access.severity is severity:
            yield f"{place('', access.where)}: {access.message}"


def _mend_of_figure(severity: Severity) -> str:
    """How an author can go on whose sentence the checker misreads."""
    if severity is not Severity.ERROR:
        return ""
    return " If all its numbers are figures of the returns, it is misread: word it differently."


def _of_hit(hit: Hit) -> str:
    """What was found, what to do, and how it may stand all the same."""
    kept = (
        f"To keep it, two people record it in Accepted hits (kind “{hit.kind}”, text “{hit.text}”)."
    )
    return f"“{hit.text}”, {hit.kind}. {advice(hit.kind)} {kept}"


def _scored(document: Document, result: Result) -> Scored:
    effect = Counter(found.verdict for found in result.effect)
    ending = with_colophon(
        document,
        met=effect[EffectVerdict.PASS],
        in_part=effect[EffectVerdict.PARTLY],
        of=len(result.effect),
    )
    return Scored(ending, effect)
