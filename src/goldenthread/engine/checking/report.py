"""The report of a check as a document, for HTML and Word."""

from collections.abc import Iterator

from goldenthread.checker.results import EffectVerdict, Result, Severity, Statement
from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    Document,
    Emphasis,
    Facts,
    FigureRun,
    KeyFigure,
    KeyFigures,
    ListItem,
    Masthead,
    Paragraph,
    Runs,
    Section,
    Table,
    Text,
    Tone,
)
from goldenthread.engine.checking.criteria import Mark, in_words, marks, score
from goldenthread.engine.checking.lines import Group, cut, groups, places
from goldenthread.engine.checking.words import nothing_found, read_in_words, summary_in_words

KIND = "Check of a brief"

HOW = (
    "An error is wrong for what the document itself gives. A query is for somebody who knows: look"
    " again. A note is small. The check never says which number was meant."
)
_MOST_FIGURES = 500


def document(result: Result) -> Document:
    """Findings worst first, then the marks of effect, then every figure that was read."""
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
    yield Paragraph(_text(read_in_words(result)))
    nothing = nothing_found(result)
    yield Paragraph(_text(nothing or HOW))
    found = groups(result)
    errors = tuple(_card(group) for group in found if group.severity is Severity.ERROR)
    if errors:
        yield Section("errors", _text("Errors"), errors, Tone.WORRY)
    for severity, title in ((Severity.QUERY, "Queries"), (Severity.NOTE, "Notes")):
        items = tuple(_item(group) for group in found if group.severity is severity)
        if items:
            listed = BulletList(items, numbered=True)
            yield Section(title.lower(), _text(title), (listed,))
    yield from _effect(result)
    if result.statements:
        yield Section("figures", _text("Every figure that was read"), (_figures(result),))


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


def _card(group: Group) -> Card:
    """One error by its words; several of a kind, and what has no words, by their subject."""
    first = group.lines[0]
    if group.times == 1 and first.quote:
        title, where = f"“{cut(first.quote)}”", ", ".join((group.subject, *first.places))
    else:
        title, where = f"{group.subject}{_times(group)}", "; ".join(places(group.lines))
    details = (("Where", where), ("Why, and what to do", group.why))
    return Card(
        _text(title),
        tuple((label, _text(words)) for label, words in details if words),
        Tone.WORRY,
    )


def _times(group: Group) -> str:
    return f", {group.times:,} times" if group.times > 1 else ""


def _item(group: Group) -> ListItem:
    """Why and what to do, and below it every place with its words."""
    subject = Text(f"{group.subject}{_times(group)}. ", Emphasis.STRONG)
    return ListItem((subject, Text(group.why)), tuple(map(_text, places(group.lines))))


def _effect(result: Result) -> Iterator[Section]:
    """What is not met and partly met with reasons; one section each, as long as they are."""
    by_verdict = marks(result.effect)
    for verdict, these in by_verdict.items():
        first = verdict is next(iter(by_verdict))
        title = "Will it change practice?" if first else _titled(verdict, these)
        blocks: list[Block] = [Facts(tuple(_fact(mark) for mark in these))]
        if first:
            blocks.insert(
                0, Paragraph(_text(f"{score(result.effect)}. {_titled(verdict, these)}:"))
            )
        yield Section(f"effect-{verdict.value}", _text(title), tuple(blocks))


def _titled(verdict: EffectVerdict, these: tuple[Mark, ...]) -> str:
    return f"{in_words(verdict).capitalize()} ({len(these)})"


def _fact(mark: Mark) -> tuple[Runs, Runs]:
    return _text(f"{mark.number} {mark.name}"), _text(mark.because)


def _figures(result: Result) -> Table:
    header = ("As printed", "Where", "Count", "Base", "Worked out", "Verdict")
    shown = result.statements[:_MOST_FIGURES]
    caption = "Percentages and fractions, in reading order"
    if len(shown) < len(result.statements):
        caption += f": the first {len(shown)} of {len(result.statements):,}; --json has them all"
    return Table(_text(caption), _row(header), tuple(_row(_figure(found)) for found in shown))


def _figure(found: Statement) -> tuple[str, ...]:
    base = "" if found.base is None else str(found.base)
    inferred = base and not found.base_stated
    return (
        f"“{cut(found.text)}”",
        found.where,
        "" if found.count is None else str(found.count),
        f"{base} (from elsewhere)" if inferred else base,
        f"{found.computed}%" if found.computed else "",
        found.verdict.value.replace("_", " "),
    )


def _row(cells: tuple[str, ...]) -> tuple[Runs, ...]:
    return tuple(_text(cell) for cell in cells)


def _text(words: str) -> Runs:
    return (Text(words),)
