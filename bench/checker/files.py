"""The long documents as files: text, Word and PDF."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import typst
from bench.checker.documents import Block, Document, Prose, Table, document

from goldenthread.checker.source import Role

_STYLES = {Role.HEADING: "Heading 1", Role.LIST_ITEM: "List Bullet", Role.PARAGRAPH: "Normal"}

_PAGE = """#set page(paper: "a4", margin: 2.2cm, numbering: "1 of 1", header: [Report 2022-23])
#set text(size: 10.5pt, lang: "en", region: "GB")
#set par(justify: true)
"""


SEED = 7


def write_all(pages: int, folder: Path) -> None:
    """A document of so many pages as ``PAGES.txt``, ``PAGES.docx`` and ``PAGES.pdf``.

    And one with as few figures as a real report: ``PAGES-usual.txt`` and so on.
    """
    dense, usual = document(pages, SEED), document(pages, SEED, plain_chapters=5)
    for suffix, write in WRITERS.items():
        write(dense, folder / f"{pages}.{suffix}")
        write(usual, folder / f"{pages}-usual.{suffix}")


def write_text(document: Document, file: Path) -> None:
    """One line a paragraph; table cells between tabs."""
    file.write_text("\n\n".join(_lines(block) for block in document.blocks), encoding="utf-8")


def _lines(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join([block.caption, *("\t".join(row) for row in block.rows)])
    return f"- {block.text}" if block.role is Role.LIST_ITEM else block.text


def write_docx(document: Document, file: Path) -> None:
    """With Word's own headings, lists and tables."""
    made = docx.Document()
    for block in document.blocks:
        if isinstance(block, Prose):
            made.add_paragraph(block.text, style=_STYLES[block.role])
            continue
        made.add_paragraph(block.caption, style="Caption")
        table = made.add_table(rows=0, cols=len(block.rows[0]))
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    made.save(str(file))


def write_pdf(document: Document, file: Path) -> None:
    """With a running header and page numbers."""
    source = _PAGE + "\n".join(_typst(block) for block in document.blocks)
    file.write_bytes(typst.compile(source.encode(), format="pdf"))


def _typst(block: Block) -> str:
    if isinstance(block, Table):
        cells = ", ".join(_string(cell) for row in block.rows for cell in row)
        table = f"table(columns: {len(block.rows[0])}, {cells})"
        return f"#figure({table}, caption: {_string(block.caption)}, numbering: none)"
    if block.role is Role.HEADING:
        return f"#heading({_string(block.text)})"
    if block.role is Role.LIST_ITEM:
        return f"#list({_string(block.text)})"
    return f"#par({_string(block.text)})"


def _string(text: str) -> str:
    """A string as Typst reads it: JSON's, as long as letters stay as they are."""
    return json.dumps(text, ensure_ascii=False)


WRITERS: Mapping[str, Callable[[Document, Path], None]] = {
    "txt": write_text,
    "docx": write_docx,
    "pdf": write_pdf,
}
