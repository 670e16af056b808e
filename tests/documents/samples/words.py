"""Builders of blocks from a short notation (see :func:`runs`), for the samples."""

import re
from datetime import date

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    Document,
    Facts,
    FigureRun,
    Link,
    ListItem,
    Literal,
    Masthead,
    Paragraph,
    ParagraphStyle,
    Run,
    Runs,
    Section,
    Text,
    Tone,
)

NOTATION = re.compile(
    r"\{(?P<key>[\w.]+)=(?P<k>\d+)(?:/(?P<n>\d+))?\}"
    r"|\[\[(?P<literal>[^|]+)\|(?P<kind>[^\]]+)\]\]"
    r"|<(?P<link>[^|]+)\|(?P<address>[^>]+)>"
)


def runs(text: str) -> Runs:
    """Runs from ``words {key=k/N} [[literal|kind]] <link text|address>``."""
    found: list[Run] = []
    end = 0
    for match in NOTATION.finditer(text):
        if match.start() > end:
            found.append(Text(text[end : match.start()]))
        found.append(special(match.groupdict()))
        end = match.end()
    if end < len(text):
        found.append(Text(text[end:]))
    return tuple(found)


def special(part: dict[str, str | None]) -> Run:
    """The figure, literal or link of one match of the notation."""
    if part["link"]:
        return Link(part["link"], str(part["address"]))
    if part["literal"]:
        return Literal(part["literal"], str(part["kind"]))
    k = int(str(part["k"]))
    if part["n"] is None:
        return FigureRun(str(part["key"]), str(k), "count", count=k)
    return share(str(part["key"]), k, int(part["n"]))


def share(key: str, k: int, base: int) -> FigureRun:
    """A share as printed: counts first, and a percentage from a base of ten."""
    percent = f" ({(200 * k + base) // (2 * base)}%)" if base >= 10 else ""
    return FigureRun(key, f"{k} of {base}{percent}", count=k, base=base)


def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    """A paragraph in the notation."""
    return Paragraph(runs(text), style)


def items(*lines: str) -> BulletList:
    """A list of plain items in the notation."""
    return BulletList(tuple(ListItem(runs(line)) for line in lines))


def facts(**rows: str) -> Facts:
    """Labels and values in the notation."""
    return Facts(tuple((runs(label.replace("_", " ")), runs(row)) for label, row in rows.items()))


def message(number: str, tone: Tone, title: str, **lines: str) -> Card:
    """A headline message."""
    labelled = tuple((label.replace("_", " "), runs(line)) for label, line in lines.items())
    return Card(runs(title), labelled, tone, number)


def section(title: str, *blocks: Block, tone: Tone = Tone.PLAIN, **more: object) -> Section:
    """A section whose id comes from its title."""
    name = re.sub(r"\W+", "-", title.lower()).strip("-")
    return Section(name, runs(title), blocks, tone, **more)  # type: ignore[arg-type]


def document(*body: Block, **changes: object) -> Document:
    """A document of the sample authority with this body."""
    settings: dict[str, object] = {
        "layout": "learning-brief",
        "title": "Learning Brief: locality teams, September and October",
        "description": "What practice audits found, and what to do about it.",
        "author": "Quality Assurance, Larkshire Council",
        "issued_on": date(2026, 11, 20),
        "masthead": Masthead(
            authority="Larkshire Council",
            kind="Learning Brief",
            focus=runs("Locality teams"),
            period=runs("Audits of [[September and October 2026|date]]"),
            issued=runs("Issued [[20 November 2026|date]]"),
        ),
        "body": body,
        "footer": runs("Questions and replies: <qa@larkshire.example|mailto:qa@larkshire.example>"),
        "page_budget": 2,
        "keywords": ("practice audit", "learning"),
    }
    return Document(**(settings | changes))  # type: ignore[arg-type]
