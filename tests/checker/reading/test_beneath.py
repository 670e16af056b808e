"""Words that travel inside files where nobody looks reach the search for names."""

import io
from collections.abc import Iterator

import docx
import openpyxl
import pikepdf
import pytest
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from openpyxl.worksheet.datavalidation import DataValidation

from goldenthread.checker.reading.read import read_content
from goldenthread.checker.source import Grid, Passage, Source

_NAME = "Iman Haverstock"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _all_texts(source: Source) -> Iterator[str]:
    for part in source.parts:
        if isinstance(part, Passage):
            yield part.text
        elif isinstance(part, Grid):
            yield from (cell for row in part.rows for cell in row)
    yield from (label.text for label in source.labels)
    yield from (link.address for link in source.links)


def _holds(content: bytes, name: str, words: str = _NAME) -> bool:
    return any(words in text for text in _all_texts(read_content(content, name)))


@pytest.mark.parametrize(
    "markup",
    [
        f'<p title="{_NAME}">x</p>',
        f'<a href="#" aria-label="{_NAME}">x</a>',
        f'<input placeholder="{_NAME}">',
        f'<p data-child="{_NAME}">x</p>',
        f'<abbr title="{_NAME}">IH</abbr>',
        f'<meta property="og:title" content="{_NAME}">',
        f'<script type="application/ld+json">{{"author": "{_NAME}"}}</script>',
        f"<style>p:before {{content: '{_NAME}'}}</style>",
        f"<template><p>{_NAME}</p></template>",
        f"<iframe srcdoc='{_NAME}'></iframe>",
        f'<table summary="{_NAME}"><tr><th>a</th><td>1</td></tr></table>',
        f'<option value="{_NAME}">x</option>',
    ],
)
def test_words_of_a_web_page_that_are_not_on_it_are_kept(markup: str) -> None:
    assert _holds(f"<html><body><p>Brief</p>{markup}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    "text",
    [
        f'[x](https://x.example "{_NAME}")',
        f'![x](a.png "{_NAME}")',
        f'[x]: https://x.example "{_NAME}"',
        f"[//]: # ({_NAME})",
        f'<div data-child="{_NAME}">x</div>',
    ],
)
def test_words_of_markdown_that_are_not_on_the_page_are_kept(text: str) -> None:
    assert _holds(f"Brief\n\n{text}\n".encode(), "a.md")


@pytest.mark.parametrize(
    "markup",
    [
        (
            f'<w:sdt {_WORD}><w:sdtPr><w:alias w:val="{_NAME}"/></w:sdtPr><w:sdtContent>'
            "<w:p/></w:sdtContent></w:sdt>"
        ),
        f'<w:p {_WORD}><w:bookmarkStart w:id="1" w:name="{_NAME}"/><w:bookmarkEnd w:id="1"/></w:p>',
        (
            f'<w:tbl {_WORD}><w:tblPr><w:tblDescription w:val="{_NAME}"/></w:tblPr><w:tr><w:tc>'
            "<w:p/></w:tc></w:tr></w:tbl>"
        ),
    ],
)
def test_names_of_parts_of_a_word_document_are_kept(markup: str) -> None:
    document = docx.Document()
    document.add_paragraph("Brief")
    document.element.body.insert(0, parse_xml(markup))
    assert _holds(_saved(document), "a.docx")


def test_name_of_a_style_is_kept() -> None:
    document = docx.Document()
    document.add_paragraph("Brief")
    document.styles.add_style(_NAME, 1)
    assert _holds(_saved(document), "a.docx")


def test_names_and_prompts_of_a_workbook_are_kept() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "Brief"
    sheet["A2"] = '="Zoe Tatlock"'
    workbook.create_sheet("Ana Lopez")
    rule = DataValidation(type="list", formula1='"a,b"', prompt=_NAME)
    sheet.add_data_validation(rule)
    rule.add("B1")
    content = _saved(workbook)
    for words in (_NAME, "Zoe Tatlock", "Ana Lopez"):
        assert _holds(content, "a.xlsx", words)


def test_what_a_pdf_holds_beside_its_pages_is_kept() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx,
        Rect=[0, 0, 9, 9], T="Ana Lopez", TU="Zoe Tatlock", V="x",
    )  # fmt: skip
    fields = pikepdf.Array([pdf.make_indirect(field)])
    pdf.pages[0].obj.Annots = fields
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=fields)
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = "Alan Marsh"
    pdf.attachments["Rui Costa.txt"] = _NAME.encode()
    content = _saved(pdf)
    for words in (_NAME, "Ana Lopez", "Zoe Tatlock", "Alan Marsh", "Rui Costa"):
        assert _holds(content, "a.pdf", words)


def _saved(file: DocxDocument | openpyxl.Workbook | pikepdf.Pdf) -> bytes:
    kept = io.BytesIO()
    file.save(kept)
    return kept.getvalue()
