"""What the file says of itself: language, title, tags."""

import re
from collections.abc import Iterator

from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import FileKind, Shows, Source

_WHOLE = "whole document"
_ENGLISH = re.compile(r"en(?:[-_]|\Z)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:document|presentation|book|untitled|slide)\s?\d*|powerpoint presentation"
    r"|microsoft word - .{0,200}|.{1,200}\.(?:docx?|pdf|pptx?|html?|odt)",
    re.IGNORECASE,
)
_HOW_TO_TITLE = {
    FileKind.DOCX: "File, Info, Title",
    FileKind.PPTX: "File, Info, Title",
    FileKind.PDF: "the properties of the document that it was made from",
    FileKind.HTML: "the title element of its head",
}


def check_language(source: Source) -> Iterator[AccessFinding]:
    """No language (WCAG 3.1.1, level A), or another than English."""
    if Shows.LANGUAGE not in source.shows:
        return
    if not source.language.strip():
        message = (
            "The document does not say its language, so a screen reader may read it with the wrong"
            " voice. Set the language to English (United Kingdom) (WCAG 3.1.1)."
        )
        yield AccessFinding("language", _WHOLE, Severity.ERROR, message)
    elif not _ENGLISH.match(source.language):
        message = (
            f"The document says that its language is “{source.language}”. If it is in English, set"
            " the language to English (United Kingdom) (WCAG 3.1.1)."
        )
        yield AccessFinding("language", _WHOLE, Severity.NOTE, message)


def check_title(source: Source) -> Iterator[AccessFinding]:
    """No title (WCAG 2.4.2, level A; PDF/UA-1), or one that says nothing.

    An error in PDF and HTML, whose title is what a reader is shown; elsewhere the name of the
    file may do, so it is a query.
    """
    if Shows.TITLE not in source.shows:
        return
    title = source.title.strip()
    how = _HOW_TO_TITLE.get(source.kind, "its properties")
    if not title:
        severe = source.kind in {FileKind.PDF, FileKind.HTML}
        message = f"The document has no title. Write one in {how} (WCAG 2.4.2)."
        yield AccessFinding("title", _WHOLE, Severity.ERROR if severe else Severity.QUERY, message)
    elif _NO_TITLE.fullmatch(title):
        message = (
            f"The title in the properties is “{title}”, which does not say what the document is"
            f" about. Write one in {how} (WCAG 2.4.2)."
        )
        yield AccessFinding("title", _WHOLE, Severity.QUERY, message)


def check_tags(source: Source) -> Iterator[AccessFinding]:
    """A PDF without tags: nothing says what is a heading, a list or a table (WCAG 1.3.1)."""
    if Shows.TAGS in source.shows and source.tagged is False:
        message = (
            "The PDF has no tags, so a screen reader cannot tell headings, lists and tables. Save"
            " it again from the original with “Document structure tags for accessibility” on"
            " (WCAG 1.3.1)."
        )
        yield AccessFinding("tags", _WHOLE, Severity.ERROR, message)
