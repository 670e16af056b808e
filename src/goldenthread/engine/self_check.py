"""Our own publications pass our own checker: composed, checked, scored, rendered, checked again.

What we publish has no figure, disclosure or access error (design.md §7); its effect is a score
that it prints, not a gate.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.checker.disclosure.lists import AllowList
from goldenthread.checker.errors import Asked
from goldenthread.checker.reading import composed
from goldenthread.checker.results import EffectVerdict, Result, Severity
from goldenthread.documents.blocks import Document
from goldenthread.engine.failures import refused
from goldenthread.engine.origins import Origins
from goldenthread.engine.reading_again import sentences_of
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
        for sentence in sentences_of(layout, result, severity, origins)
    )
    return tuple(dict.fromkeys(found))


def refuse(errors: Iterable[str]) -> None:
    """Raise ``Failure`` (exit 4) if there are errors: nothing with one is published."""
    found = tuple(errors)
    if found:
        raise refused("The checker found errors in the brief; nothing was written.", *found)


def _scored(document: Document, result: Result) -> Scored:
    effect = Counter(found.verdict for found in result.effect)
    ending = with_colophon(
        document,
        met=effect[EffectVerdict.PASS],
        in_part=effect[EffectVerdict.PARTLY],
        of=len(result.effect),
    )
    return Scored(ending, effect)
