"""Damaged presentations and workbooks: only the two refusals ever rise."""

import random
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from pptx import Presentation
from tests.checker.reading.word.documents import document, paragraph

from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.sheets.read import read as read_sheets
from goldenthread.checker.reading.slides.read import read as read_slides
from goldenthread.documents.untrusted.archive import Damaged, Unfit, packed


def _slides() -> bytes:
    deck, buffer = Presentation(), BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Of 26 audits, 8 (31%) were good"
    slide.notes_slide.notes_text_frame.text = "Notes"
    deck.save(buffer)
    return buffer.getvalue()


def _book() -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Grade", "Audits", 3.5])
    sheet.write_comment(0, 0, "Comment")
    sheet.set_column(2, 2, None, None, {"hidden": True})
    book.close()
    return buffer.getvalue()


def _damaged(content: bytes, seed: int) -> bytes:
    """The file with a value, or a stretch of one part, spoilt."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in sorted(archive.namelist())}
    name = chance.choice([one for one in parts if one.endswith((".xml", ".rels"))])
    part = parts[name]
    at = chance.randrange(len(part))
    quoted = part.find(b'="', at) + 2
    end = part.find(b'"', quoted)
    if quoted > 1 and end > 0 and chance.random() < 0.8:
        value = chance.choice([b"", b"-1", b"x", b"9" * 20, "²".encode(), "١".encode()])
        parts[name] = part[:quoted] + value + part[end:]
    else:
        parts[name] = part[:at] + part[at + chance.randint(1, 50) :]
    return packed(parts)


@pytest.mark.parametrize("kind", ["slides", "sheets"])
@pytest.mark.slow
def test_read_damaged_parts_only_refuses(kind: str) -> None:
    whole, read = {"slides": (_slides(), read_slides), "sheets": (_book(), read_sheets)}[kind]
    outcomes = set()
    for seed in range(80):
        try:
            outcomes.add(read(_damaged(whole, seed), "file").file)
        except (Unfit, Damaged) as error:
            outcomes.add(type(error).__name__)
    assert outcomes <= {"file", "Unfit", "Damaged"}
    assert len(outcomes) > 1


def test_xml_of_more_marks_than_are_left_is_refused() -> None:
    package = Package(document(paragraph("a")), marks_left=20)
    with pytest.raises(Unfit, match="divide it"):
        package.xml("word/document.xml")


def test_relations_and_names_do_not_mind_capitals_or_leading_strokes() -> None:
    content = packed(
        {
            "_rels/.rels": (
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="a" Type="t/officeDocument" Target="/Word/My%20doc.xml"/>'
                b"</Relationships>"
            ),
            "word/my doc.xml": b"<a/>",
        }
    )
    package = Package(content)
    assert package.main() == "Word/My doc.xml"
    assert package.xml(package.main()).tag == "a"
