"""The short report of ``goldenthread check`` on a terminal: worst first."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from goldenthread.checker.results import EffectVerdict, Result, Severity, Verdict
from goldenthread.engine.checking.criteria import effect_lines
from goldenthread.engine.checking.lines import Line, lines
from goldenthread.engine.checking.words import counted, summary_in_words

_HEADINGS = {
    Severity.ERROR: "ERRORS: wrong for what the document itself gives",
    Severity.QUERY: "QUERIES: look again; you may know better",
    Severity.NOTE: "NOTES",
}
_INDENT = 5


def report(result: Result, width: int = 80) -> str:
    """Everything that a person should look at, wrapped to ``width`` columns."""
    found = lines(result)
    blocks = [[f"{result.file}: {summary_in_words(result.summary)}", *_read(result, width)]]
    for severity, heading in _HEADINGS.items():
        these = [line for line in found if line.severity is severity]
        if these:
            blocks.append([heading, *_numbered(these, width)])
    blocks.append(list(_effect(result, width)))
    return "\n\n".join("\n".join(block) for block in blocks)


def _read(result: Result, width: int) -> Iterator[str]:
    """What was looked at, so that nobody takes silence for praise."""
    agree = sum(found.verdict is Verdict.AGREES for found in result.statements)
    shares = counted(len(result.statements), "percentage or fraction", "percentages and fractions")
    sums = counted(len(result.sets), "set of parts", "sets of parts")
    text = f"Read {shares} ({agree} agree with their count and base) and {sums}."
    yield from wrap(text, width)


def _numbered(found: Iterable[Line], width: int) -> Iterator[str]:
    for number, line in enumerate(found, 1):
        yield from _hanging(f"{number:>3}. ", f"{line.kind}, {line.where}: “{line.text}”", width)
        yield from _hanging(" " * _INDENT, line.why, width)


def _effect(result: Result, width: int) -> Iterator[str]:
    passed = sum(found.verdict is EffectVerdict.PASS for found in result.effect)
    yield f"EFFECT: {passed} of {len(result.effect)} marks of feedback that changes practice"
    for verdict, name, because in effect_lines(result.effect):
        yield from _hanging(f"  {verdict:<12}", f"{name}. {because}", width)


def _hanging(first: str, text: str, width: int) -> list[str]:
    """The text wrapped, each further line below the beginning of the first one's text."""
    return wrap(text, width, initial_indent=first, subsequent_indent=" " * len(first))
