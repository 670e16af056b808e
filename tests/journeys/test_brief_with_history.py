"""A brief from a workbook with a year of second readings: paragraph and chart in every file."""

import json
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.engine.history import ENOUGH, TOO_FEW, with_history
from tests.journeys.test_outputs import NUMBER, TEXT_OF, flat

from goldenthread.documents.blocks import Text
from goldenthread.documents.render.pdf import page_count
from goldenthread.documents.text import runs_of
from goldenthread.engine import figures as figures_command
from goldenthread.engine.brief import BriefRequest, brief
from goldenthread.engine.inputs import brief_inputs
from goldenthread.engine.rendering import FORMATS
from goldenthread.publications.layouts.registry import compose

pytestmark = pytest.mark.slow

TITLE = "Is it the child’s circumstances, or who looked?"
CHART = "How much of the difference between audits is the children"
ROWS = re.compile(r"\| (One auditor|Two auditors|Three auditors) \| (\d+) \| (\d+) \| (.+?) \|")

Made = Mapping[str, bytes]


def made(folder: Path, children: int, audience: str = "service", **asked: object) -> Made:
    """Every file of a brief by its name."""
    book = folder / "returns.xlsx"
    book.write_bytes(with_history(children))
    request = BriefRequest(book, folder / "out", audience=audience, **asked)  # type: ignore[arg-type]
    return {path.name: path.read_bytes() for path in brief(request)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("enough"), ENOUGH)


@pytest.fixture(scope="module")
def rows(files: Made) -> list[tuple[str, ...]]:
    """Label, who looked, the children, range: of the table in Markdown."""
    return ROWS.findall(files["learning-brief.md"].decode())


def test_markdown_has_the_paragraph_and_three_rows_that_add_up(
    files: Made, rows: list[tuple[str, ...]]
) -> None:
    text = files["learning-brief.md"].decode()
    said = text[text.index(TITLE) : text.index("How we know")]
    assert "From September 2025 to November 2026, 36 children’s records were graded by" in said
    assert "of the difference between two single audits reflects the children;" in said
    assert len(rows) == 3
    assert all(int(row[1]) + int(row[2]) == 100 for row in rows)
    children = [int(row[2]) for row in rows]
    assert children == sorted(children)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_file_type_has_the_numbers_of_the_chart(
    files: Made, rows: list[tuple[str, ...]], format_: str
) -> None:
    text = flat(TEXT_OF[format_](files[f"learning-brief.{format_}"]))
    for label, _, children, between in rows:
        assert flat(label) in text
        assert children in text
        assert flat(between) in text
    if format_ != "xlsx":
        assert flat(CHART) in text


@pytest.mark.parametrize("format_", FORMATS)
def test_every_number_of_the_files_is_in_the_markdown_or_the_manifest(
    files: Made, format_: str
) -> None:
    """Markdown has been held against figures and literals elsewhere; the others add none."""
    known = set(NUMBER.findall(files["learning-brief.md"].decode()))
    for file in json.loads(files["manifest.json"])["files"]:
        for figure in file["figures"]:
            known |= {n for text in figure.values() for n in NUMBER.findall(text)}
    known |= {str(n) for n in range(12)}  # of pages and list items, and on the 0-10 axis
    assert set(NUMBER.findall(TEXT_OF[format_](files[f"learning-brief.{format_}"]))) <= known


def test_paragraph_and_chart_hold_figures_and_literals_alone(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(with_history())
    file, figures = figures_command.figures(path)
    document = compose(
        ["learning-brief"], brief_inputs(file), figures, file.framework, file.scale
    ).documents["learning-brief"]
    section = next(block for block in document.body if getattr(block, "id", "") == "consistency")
    typed = [run.text for run in runs_of(section) if isinstance(run, Text)]
    assert not [text for text in typed if NUMBER.search(text)]


def test_sheet_of_the_workbook_has_its_note_above_the_table_and_a_chart(files: Made) -> None:
    sheet = openpyxl.load_workbook(BytesIO(files["learning-brief.xlsx"]))["Parts in every 100"]
    assert sheet["A2"].value.startswith("The range is that of the children’s part.")
    assert [cell.value for cell in sheet[3]][:4] == [
        "Read by", "Who looked, and when", "The children", "Range",
    ]  # fmt: skip
    assert sheet.max_row == 6


def test_manifest_names_each_number_and_has_nothing_to_ask(
    files: Made, rows: list[tuple[str, ...]]
) -> None:
    for file in json.loads(files["manifest.json"])["files"]:
        figures = {each["key"]: each["text"] for each in file["figures"]}
        assert figures["consistency.children_read_twice"] == "36"
        assert figures["consistency.two_auditors.children"] == rows[1][2]
        assert figures["consistency.two_auditors.who_looked"] == rows[1][1]
        assert (file["checker"]["errors"], file["checker"]["queries"]) == (0, 0)


def test_same_workbook_gives_the_same_files(files: Made, tmp_path: Path) -> None:
    assert made(tmp_path, ENOUGH) == files


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_other_audiences_have_neither_paragraph_nor_chart(tmp_path: Path, audience: str) -> None:
    text = made(tmp_path, ENOUGH, audience, formats=("md",))["learning-brief.md"].decode()
    assert TITLE not in text
    assert "different auditors" not in text


def test_nineteen_children_have_a_sentence_and_no_chart(tmp_path: Path) -> None:
    """Of the thirty every second one, and the example's four."""
    found = made(tmp_path, TOO_FEW, formats=("md", "pdf"))
    text = found["learning-brief.md"].decode()
    assert "Too few children have been read twice to say whether auditors agree." in text
    assert TITLE not in text
    assert page_count(found["learning-brief.pdf"]) == 2


@pytest.mark.parametrize("layout", ["one-page", "seven-minute", "signs-of-safety"])
def test_short_layouts_are_as_they_were(tmp_path: Path, layout: str) -> None:
    text = made(tmp_path, ENOUGH, layouts=(layout,), formats=("md",))[f"{layout}.md"].decode()
    assert TITLE not in text
