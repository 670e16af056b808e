"""Files of strangers: damaged, nested or huge. Each gives a source or one sentence, soon."""

import io
import random
import resource
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checker.reading.pdf_files import one_page, stream, text, written

from goldenthread.checker.reading.read import read_content
from goldenthread.documents.untrusted.archive import packed
from goldenthread.documents.untrusted.opening import UnreadableFile

SECONDS = 5
MOST_BYTES = 500_000_000
ROUNDS = 15

_CHILD = """
import resource, sys
from pathlib import Path
from goldenthread.checker.reading.read import read
from goldenthread.documents.untrusted.archive import packed
from goldenthread.documents.untrusted.opening import UnreadableFile
resource.setrlimit(resource.RLIMIT_AS, (900_000_000, 900_000_000))
try:
    read(Path(sys.argv[1]))
except UnreadableFile as error:
    print(error)
# The peak of this program alone: ru_maxrss would count what pytest held when it forked.
status = open("/proc/self/status").read().split()
print(status[status.index("VmHWM:") + 1])
"""
"""More addresses are allowed than memory is: libraries are mapped into them."""


def read_or_refuse(content: bytes, name: str) -> None:
    """Nothing but ``UnreadableFile`` may rise, and its message is one sentence."""
    try:
        read_content(content, name)
    except UnreadableFile as error:
        assert str(error).endswith(".")  # noqa: PT017 (either outcome is right)


def damaged(content: bytes, choose: random.Random) -> bytes:
    """The content cut short, with a part lost or repeated, or with bytes changed."""
    place, other = choose.randrange(len(content)), choose.randrange(len(content))
    kind = choose.randrange(4)
    if kind == 0:
        return content[:place]
    if kind == 1:
        return content[:place] + content[place + choose.randint(1, 2000) :]
    if kind == 2:
        return content[:place] + content[other : other + 2000] + content[place:]
    changed = bytearray(content)
    for _ in range(choose.randint(1, 40)):
        changed[choose.randrange(len(changed))] = choose.randrange(256)
    return bytes(changed)


PAGE = (
    b"<!DOCTYPE html><html lang=en><title>T</title><h1>Visits</h1><table><tr><th>a<th>b<tr><td>5"
    b"<td colspan=2>8</table><p style='color:#777'>Eight <del>9</del> of 26<sup>1</sup>.<img>"
)
MARKDOWN = (
    b"---\ntitle: T\n---\n# Visits\n\n|a|b|\n|-|-|\n|5|8|\n\n- x[^1] ~~y~~ ![z](u)\n\n[^1]: n\n"
)
WORDS = "Children’s views\n\n• Eight (31%)\tof 26\n[image: ]TITLE\n".encode()


def tagged_page() -> bytes:
    """A page with tags, a form drawn by reference and a comment."""
    return one_page(
        b"/P<</MCID 0>>BDC " + text(72, 700, "Eight of 26.") + b"EMC /X Do",
        b"<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[8 0 R]]>>>>",
        b"<</Type/StructElem/S/P/P 7 0 R/K[0]/Pg 3 0 R/Alt(words)>>",
        stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        b"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(Ask)>>",
        catalogue=b"/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R/Lang(en-GB)",
        page=b"/StructParents 0/Annots[10 0 R]",
        resources=b"/XObject<</X 9 0 R>>",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", PAGE), ("a.md", MARKDOWN), ("a.txt", WORDS), ("a.pdf", tagged_page())],
)
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_damaged_file_is_read_or_refused(name: str, content: bytes, seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(10):
        read_or_refuse(damaged(content, choose), name)


def word_document() -> bytes:
    document = docx.Document()
    document.add_heading("Visits", 1)
    document.add_paragraph("Eight of 26 audits.", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Grades"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def presentation() -> bytes:
    slides = pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = "Visits"
    slide.notes_slide.notes_text_frame.text = "Say it slowly."
    shape = slide.shapes.add_table(2, 2, 0, 0, 900_000, 900_000)
    shape.table.cell(0, 0).text = "8 of 26"
    buffer = io.BytesIO()
    slides.save(buffer)
    return buffer.getvalue()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Grade", "Audits"])
    sheet.append(["Good", 8])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_damaged_part(package: bytes, choose: random.Random) -> bytes:
    """The Office file with one of its parts damaged, in a zip file that holds together."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = choose.choice([name for name in sorted(parts) if parts[name]])
    parts[name] = damaged(parts[name], choose)
    return packed(parts)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "made"), [("a.docx", word_document), ("a.pptx", presentation), ("a.xlsx", workbook)]
)
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_office_file_with_a_damaged_part_is_read_or_refused(
    name: str, made: Callable[[], bytes], seed: int
) -> None:
    choose = random.Random(seed)  # noqa: S311 (no secret)
    package = made()
    for _ in range(5):
        read_or_refuse(with_damaged_part(package, choose), name)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400), name=st.sampled_from(["a.md", "a.html", "a.txt", "a.pdf"]))
def test_random_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    read_or_refuse(content, name)


MARKS = ["<p>", "<table>", "<td>", "</td>", "<li>", "<!--", "|", "> ", "- ", "[", "](", "*", "\n"]


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.sampled_from([*MARKS, "5 of 26", "\t", "&amp;", "\f"]), max_size=200))
@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_random_structure_is_read_or_refused(pieces: list[str], name: str) -> None:
    read_or_refuse("".join(pieces).encode(), name)


def forms_that_multiply() -> bytes:
    """Nine drawings, each of which draws the next ten times."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>"
    forms = [stream(b" /A Do" * 10, entries % (8 + number)) for number in range(9)]
    return one_page(b"/A Do", *forms, resources=b"/XObject<</A 7 0 R>>")


def stream_that_swells() -> bytes:
    packed = zlib.compress(b"BT (a) Tj ET " * 10_000_000, 9)
    page = one_page(b"", stream(packed, b"/Filter/FlateDecode"))
    return page.replace(b"/Contents 4 0 R", b"/Contents 7 0 R")


def pages_in_a_circle() -> bytes:
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 5>>",
            b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 100>>",
        ]
    )


def objects_in_a_circle() -> bytes:
    circle = stream(b"2 0 2 0", b"/Type/ObjStm/N 1/First 4/Extends 2 0 R")
    return written([b"<</Type/Catalog/Pages 2 0 R>>", circle])


def tags_in_a_circle() -> bytes:
    return tagged_page().replace(b"/K[0]", b"/K[0 8 0 R 7 0 R]")


def bookmarks_in_a_circle() -> bytes:
    return one_page(
        text(72, 700, "Eight."),
        b"<</First 8 0 R/Last 8 0 R>>",
        b"<</Title(a)/Parent 7 0 R/Next 8 0 R/First 8 0 R>>",
        catalogue=b"/Outlines 7 0 R",
    )


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 600_000_000)
    return buffer.getvalue()


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{entities}]><w>&a9;</w>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


NASTY: dict[str, Callable[[], bytes]] = {
    "forms.pdf": forms_that_multiply,
    "stream.pdf": stream_that_swells,
    "pages.pdf": pages_in_a_circle,
    "objects.pdf": objects_in_a_circle,
    "tags.pdf": tags_in_a_circle,
    "bookmarks.pdf": bookmarks_in_a_circle,
    "marks.pdf": lambda: one_page(b"/P BMC " * 100_000 + b"EMC " * 100_000),
    "nested.pdf": lambda: one_page(b"", catalogue=b"/X " + b"[" * 50_000 + b"]" * 50_000),
    "letters.pdf": lambda: one_page(text(72, 700, "a") * 60_000),
    "paths.pdf": lambda: one_page(b"1 1 m 9 9 l S " * 200_000),
    "zip.docx": zip_bomb,
    "laughs.docx": billion_laughs,
    "nested.html": lambda: b"<html>" + b"<div>" * 10_000,
    "tables.html": lambda: b"<html>" + b"<table><tr><td>5 of 26" * 10_000,
    "spans.html": lambda: (
        b"<html><table>" + (b"<tr>" + b"<td rowspan=999 colspan=999>5" * 300) * 300
    ),
    "line.html": lambda: b"<html><p>" + b"8 of 26 (31%) " * 350_000,
    "quotes.md": lambda: b">" * 10_000 + b" x",
    "lists.md": lambda: b"".join(b" " * (2 * n) + b"- x\n" for n in range(1_000)),
    "brackets.md": lambda: b"[" * 500_000,
    "stars.md": lambda: b"*a " * 400_000,
    "links.md": lambda: b'[a](b "c") ' * 100_000,
    "line.txt": lambda: b"8 of 26 (31%) " * 350_000,
    "spaces.txt": lambda: b" " * 5_000_000 + b"x",
    "tabs.txt": lambda: b"\t" * 5_000_000 + b"x",
    "images.txt": lambda: b"[image: " * 600_000,
    "lines.txt": lambda: b"a\n" * 2_000_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", NASTY)
def test_hostile_file_costs_little_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(NASTY[name]())
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(path)],
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,  # starting a process on a busy machine counts too
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stdout.split()[-1]) * 1024 < MOST_BYTES
