"""The block model: what a document says, independent of any file type.

Text is a sequence of runs. A number is either a ``FigureRun`` (computed) or a ``Literal`` (of a
stated kind, such as a date); ``Text`` holds none. Renderers add no words and no numbers of
their own, except page numbers, list numbers and what assistive technology needs.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from goldenthread.documents.charts.model import Chart


class Emphasis(StrEnum):
    """How a run stands out."""

    NONE = "none"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Text:
    """Words without numbers."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True)
class FigureRun:
    """A figure as printed. ``key``, ``slice`` and ``form`` say which; ``text`` is final.

    ``count`` and ``base`` are k and N where the text prints them (for workbooks), else ``None``.
    """

    key: str
    text: str
    form: str = "text"
    slice: tuple[tuple[str, str], ...] = ()
    emphasis: Emphasis = Emphasis.NONE
    count: int | None = None
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """A number that is no figure, with its kind: ``date``, ``age``, ``law``, ``telephone``, …"""

    text: str
    kind: str
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address. ``text`` says where, never "click here"."""

    text: str
    address: str


Run = Text | FigureRun | Literal | Link
Runs = tuple[Run, ...]


class Tone(StrEnum):
    """What a section is for; renderers give each its accent, never by colour alone."""

    PLAIN = "plain"
    SAFETY = "safety"
    HEADLINE = "headline"
    STRENGTH = "strength"
    WORRY = "worry"
    REMINDER = "reminder"
    NEXT = "next"
    METHOD = "method"


class ParagraphStyle(StrEnum):
    """Size and weight of a paragraph."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; ``more`` are lines below it that belong to it."""

    runs: Runs
    more: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A real list, numbered where order matters."""

    items: tuple[ListItem, ...]
    numbered: bool = False
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A message: a bold statement, then labelled lines ("So what", "What to do", "Try saying")."""

    title: Runs
    lines: tuple[tuple[str, Runs], ...] = ()
    tone: Tone = Tone.PLAIN
    number: str = ""
    """A list number shown in front, or empty."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large number and the words below it."""

    figure: FigureRun
    label: Runs


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A strip of at most four large numbers."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A data table: every column has a header, and every row starts with a row header."""

    caption: Runs
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numeric: tuple[bool, ...] = ()
    """Which columns hold numbers (aligned right). Empty: none."""
    note: Runs = ()


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart, its text alternative, and the table that holds the same figures.

    Every file type prints the table beside or under the chart, or says where it is.
    """

    chart: Chart
    alternative: Runs
    table: Table


@dataclass(frozen=True, slots=True)
class Facts:
    """A short list of label and value, such as the method box."""

    rows: tuple[tuple[Runs, Runs], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. ``boxed`` sections are set apart as a panel."""

    id: str
    title: Runs
    blocks: "tuple[Block, ...]"
    tone: Tone = Tone.PLAIN
    boxed: bool = False
    number: str = ""
    """A list number shown with the title (the boxes of a seven-minute briefing), or empty."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Sections side by side on paper and wide screens; one after another elsewhere."""

    columns: "tuple[tuple[Block, ...], ...]"
    weights: tuple[int, ...] = ()
    """Relative widths; empty means equal."""


Block = Paragraph | BulletList | Card | KeyFigures | Table | ChartBlock | Facts | Section | Columns


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page."""

    authority: str
    kind: str
    """What the document is: "Learning Brief"."""
    focus: Runs
    period: Runs
    issued: Runs


@dataclass(frozen=True, slots=True)
class Document:
    """A whole publication in one layout, ready for any renderer.

    ``orientation`` and ``page_budget`` are for paged file types: text shrinks to its smallest
    permitted size before the budget is exceeded, and never below it.
    """

    layout: str
    title: str
    description: str
    author: str
    issued_on: date | None
    """The day that files bear; ``None`` for a report on demand, which bears none."""

    masthead: Masthead
    body: tuple[Block, ...]
    footer: Runs = ()
    language: str = "en-GB"
    orientation: str = "portrait"
    page_budget: int | None = None
    keywords: tuple[str, ...] = field(default=())
