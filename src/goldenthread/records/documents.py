"""The export as a document: the same sections in each file type, and as JSON for machines."""

import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from django.conf import settings

from goldenthread.documents.blocks import (
    Block,
    Document,
    Literal,
    Masthead,
    Paragraph,
    Runs,
    Table,
    Text,
)
from goldenthread.documents.blocks import Section as Part
from goldenthread.documents.render import docx, html, markdown
from goldenthread.records.holdings import Section
from goldenthread.records.presenters.words import day

TITLE = "What is held about you"
_INTRODUCTION = (
    "This is a copy of what the practice audit service holds about you "
    "(Article 15 of the UK GDPR). "
    "Your own record is kept in another system; you can ask for that as well. "
    "Where something was taken out, it is about somebody else."
)
_NOTHING = "Nothing is held of this kind."


class Form(StrEnum):
    """A file type of the export."""

    HTML = "html"
    DOCX = "docx"
    MARKDOWN = "md"
    JSON = "json"

    @property
    def label(self) -> str:
        """The file type on screen."""
        return _LABELS[self]

    @property
    def content_type(self) -> str:
        """Its media type."""
        return _TYPES[self]


_LABELS = {
    Form.HTML: "Web page (HTML)",
    Form.DOCX: "Word (DOCX)",
    Form.MARKDOWN: "Plain text (Markdown)",
    Form.JSON: "For machines (JSON)",
}
_TYPES = {
    Form.HTML: "text/html; charset=utf-8",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.JSON: "application/json",
}


_RENDERERS: dict[Form, Callable[[Document], bytes]] = {
    Form.HTML: html.render,
    Form.DOCX: docx.render,
    Form.MARKDOWN: markdown.render,
}


def rendered(sections: tuple[Section, ...], made_on: date, form: Form) -> bytes:
    """The export in one file type."""
    if form is Form.JSON:
        return json.dumps(as_data(sections, made_on), indent=2, ensure_ascii=False).encode()
    document = as_document(sections, made_on)
    return _RENDERERS[form](document)


def as_data(sections: tuple[Section, ...], made_on: date) -> dict[str, Any]:
    """The export for machines."""
    return {
        "schema_version": 1,
        "made_on": made_on.isoformat(),
        "authority": settings.AUTHORITY_NAME,
        "sections": [section.as_data() for section in sections],
    }


def as_document(sections: tuple[Section, ...], made_on: date) -> Document:
    """The export for people."""
    head = Masthead(
        authority=settings.AUTHORITY_NAME,
        kind="Copy of your data",
        focus=(Text(TITLE),),
        period=(),
        issued=(Literal(day(made_on), "date"),),
    )
    introduction = Paragraph((Text(_INTRODUCTION),))
    return Document(
        layout="subject-access",
        title=TITLE,
        description="A copy of the data held about one child.",
        author=settings.AUTHORITY_NAME,
        issued_on=made_on,
        masthead=head,
        body=(introduction, *(_part(section) for section in sections)),
    )


def _part(section: Section) -> Part:
    name = section.title.lower().replace(" ", "-")
    block: Block = _table(section) if section.rows else _said(_NOTHING)
    return Part(name, (Text(section.title),), (block,))


def _said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _table(section: Section) -> Table:
    return Table(
        caption=(Text(section.about or section.title),),
        header=tuple((Text(column),) for column in section.columns),
        rows=tuple(tuple(_cell(cell) for cell in row) for row in section.rows),
    )


def _cell(text: str) -> Runs:
    return (Literal(text, "quotation"),)
