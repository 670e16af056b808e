"""The report of a check as a document, for HTML and Word."""

from collections.abc import Iterator

from goldenthread.checker.results import Result, Severity, Statement
from goldenthread.documents.blocks import (
    Block,
    Card,
    Document,
    FigureRun,
    KeyFigure,
    KeyFigures,
    Masthead,
    Paragraph,
    Runs,
    Section,
    Table,
    Text,
    Tone,
)
from goldenthread.engine.checking.criteria import effect_lines
from goldenthread.engine.checking.lines import Line, lines
from goldenthread.engine.checking.words import summary_in_words

KIND = "Check of a brief"

_HOW = (
    "An error is wrong for what the document itself gives. A query is for somebody who knows: look"
    " again. A note is small. The check never says which number was meant."
)


def document(result: Result) -> Document:
    """Findings worst first, then every figure that was read, then the marks of effect."""
    return Document(
        layout="check-report",
        title=f"{KIND}: {result.file}",
        description=f"What a check found in {result.file}",
        author="",
        issued_on=None,
        masthead=Masthead(
            authority="Golden Thread",
            kind=KIND,
            focus=_text(result.file),
            period=_text(summary_in_words(result.summary)),
            issued=(),
        ),
        body=tuple(_body(result)),
    )


def _body(result: Result) -> Iterator[Block]:
    yield _totals(result)
    yield Paragraph(_text(_HOW))
    found = lines(result)
    errors = [line for line in found if line.severity is Severity.ERROR]
    if errors:
        cards = tuple(_card(line) for line in errors)
        yield Section("errors", _text("Errors"), cards, Tone.WORRY)
    for severity, title in ((Severity.QUERY, "Queries"), (Severity.NOTE, "Notes")):
        these = [line for line in found if line.severity is severity]
        if these:
            yield Section(title.lower(), _text(title), (_table(title, these),))
    if result.statements:
        yield Section("figures", _text("Every figure that was read"), (_figures(result),))
    yield Section("effect", _text("Will it change practice?"), (_effect(result),))


def _totals(result: Result) -> KeyFigures:
    summary = result.summary
    totals = (
        ("errors", summary.errors),
        ("queries", summary.queries),
        ("notes", summary.notes),
    )
    return KeyFigures(
        tuple(
            KeyFigure(FigureRun(f"check.{name}", str(count), "count", count=count), _text(name))
            for name, count in totals
        )
    )


def _card(line: Line) -> Card:
    details = (("Where", f"{line.kind}, {line.where}"), ("Why, and what to do", line.why))
    return Card(
        _text(f"“{line.text}”"),
        tuple((label, _text(words)) for label, words in details),
        Tone.WORRY,
    )


def _table(title: str, found: list[Line]) -> Table:
    header = ("What it says", "About", "Where", "Why, and what to do")
    rows = ((f"“{line.text}”", line.kind, line.where, line.why) for line in found)
    return Table(_text(title), _row(header), tuple(_row(row) for row in rows))


def _figures(result: Result) -> Table:
    header = ("As printed", "Where", "Count", "Base", "Worked out", "Verdict")
    rows = tuple(_row(_figure(found)) for found in result.statements)
    return Table(_text("Percentages and fractions, in reading order"), _row(header), rows)


def _figure(found: Statement) -> tuple[str, ...]:
    base = "" if found.base is None else str(found.base)
    inferred = base and not found.base_stated
    return (
        f"“{found.text}”",
        found.where,
        "" if found.count is None else str(found.count),
        f"{base} (from elsewhere)" if inferred else base,
        f"{found.computed}%" if found.computed else "",
        found.verdict.value.replace("_", " "),
    )


def _effect(result: Result) -> Table:
    rows = tuple(
        _row((name, verdict, because)) for verdict, name, because in effect_lines(result.effect)
    )
    caption = "Twenty-four marks of feedback that changes practice, worst first"
    return Table(_text(caption), _row(("Mark", "Verdict", "Because")), rows)


def _row(cells: tuple[str, ...]) -> tuple[Runs, ...]:
    return tuple(_text(cell) for cell in cells)


def _text(words: str) -> Runs:
    return (Text(words),)
