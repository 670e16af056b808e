"""A finished file, read again by our own checker.

Apart from the check of what was composed, because a second process needs this only: it would load
the layouts for nothing, which takes 0.03 s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.checker.disclosure.kinds import advice
from goldenthread.checker.errors import Asked, check_for_errors
from goldenthread.checker.reading.read import read_content
from goldenthread.checker.results import Hit, Result, Severity, Summary
from goldenthread.documents.untrusted.opening import UnreadableFile

if TYPE_CHECKING:
    from goldenthread.engine.origins import Origins


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
    return Found(result.summary, tuple(sentences_of(name, result, Severity.ERROR)))


def sentences_of(
    name: str, result: Result, severity: Severity, origins: "Origins | None" = None
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
