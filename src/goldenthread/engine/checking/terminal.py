"""The short report of ``goldenthread check`` on a terminal: worst first, each thing once."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from goldenthread.checker.results import EffectVerdict, Result, Severity
from goldenthread.engine.checking.criteria import in_words, marks, score
from goldenthread.engine.checking.lines import Group, cut, groups, listed, quoted
from goldenthread.engine.checking.words import nothing_found, read_in_words, summary_in_words

_HEADINGS = {
    Severity.ERROR: "ERRORS: wrong for what the document itself gives",
    Severity.QUERY: "QUERIES: look again; you may know better",
    Severity.NOTE: "NOTES",
}
_INDENT = "     "
_MOST_SHOWN = 6
"""Of the places of queries and notes; the written report and the JSON have them all."""
_TO_WORK_ON = (EffectVerdict.FAIL, EffectVerdict.PARTLY)
_WHERE_ALL_IS = "A report with every reason and place: add -o report.html or -o report.docx."


def report(result: Result, width: int = 80) -> str:
    """Everything that a person should look at, wrapped to ``width`` columns."""
    found = groups(result)
    head = f"{result.file}: {summary_in_words(result.summary)}"
    blocks = [[*wrap(head, width), *wrap(read_in_words(result), width)]]
    if nothing := nothing_found(result):
        blocks.append(wrap(nothing, width))
    for severity, heading in _HEADINGS.items():
        these = [group for group in found if group.severity is severity]
        if these:
            blocks.append([*wrap(heading, width), *_numbered(these, width)])
    blocks += [list(_effect(result, width)), wrap(_WHERE_ALL_IS, width)]
    return "\n\n".join("\n".join(block) for block in blocks)


def _numbered(found: Iterable[Group], width: int) -> Iterator[str]:
    for number, group in enumerate(found, 1):
        title, *text = _said(group)
        yield from _hanging(f"{number:>3}. ", title, width)
        for line in text:
            yield from _hanging(_INDENT, line, width)
        if len(group.lines) > 1:
            yield from _places(group, width)


def _said(group: Group) -> tuple[str, ...]:
    """One finding with its place and quotation; several with what they have in common."""
    first = group.lines[0]
    if len(group.lines) > 1:
        return (f"{group.subject}, {group.times:,} times. {group.why}",)
    where = f"{first.subject}, {first.where}" if first.where else first.subject
    if not first.quote:
        return (f"{where}. {first.why}",)
    return f"{where}: “{cut(first.quote)}”", first.why


def _places(group: Group, width: int) -> Iterator[str]:
    """Where each stands: all errors, and the first of what is less."""
    most = len(group.lines) if group.severity is Severity.ERROR else _MOST_SHOWN
    for line in group.lines[:most]:
        yield from _hanging(f"{_INDENT}- ", f"{line.where}: {quoted(line)}", width)
    more = [place for line in group.lines[most:] for place in line.places]
    if more:
        yield from _hanging(f"{_INDENT}- ", f"and {len(more):,} more: {listed(more)}", width)


def _effect(result: Result, width: int) -> Iterator[str]:
    """The marks to work on first with their reasons, the others by name."""
    yield from wrap(f"EFFECT: {score(result.effect)}", width)
    by_verdict = marks(result.effect)
    in_full = next((verdict for verdict in _TO_WORK_ON if verdict in by_verdict), None)
    for verdict, these in by_verdict.items():
        title = in_words(verdict)[:1].upper() + in_words(verdict)[1:]
        if verdict is in_full:
            yield f"  {title}:"
            for mark in these:
                yield from _hanging("  - ", f"{mark.name}. {mark.because}", width)
        else:
            names = "; ".join(mark.name for mark in these)
            yield from _hanging("  ", f"{title}: {names}.", width)


def _hanging(first: str, text: str, width: int) -> list[str]:
    """The text wrapped, each further line below the beginning of the first one's text."""
    return wrap(text, width, initial_indent=first, subsequent_indent=" " * len(first))
