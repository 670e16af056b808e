"""The workbook in another program: as LibreOffice shows it, and as LibreOffice saves it."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from goldenthread.definitions import library
from goldenthread.definitions.example import loading as example
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.sheets import SHEETS
from goldenthread.exchange.workbook.template import template
from goldenthread.exchange.workbook.write import write_workbook

pytestmark = [pytest.mark.slow, pytest.mark.office]

FRAMEWORK = library.framework("core_16")
SCALE = library.scale(FRAMEWORK.scale)
A4_LANDSCAPE = (842, 595)
"""Points."""


def converted(path: Path, to: str, folder: Path) -> Path:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", to, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{to}"


def test_example_saved_by_libreoffice_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(write_workbook(FRAMEWORK, SCALE, example.rows()))
    (tmp_path / "saved").mkdir()
    before, after = read_returns(path), read_returns(converted(path, "xlsx", tmp_path / "saved"))
    assert after.problems == before.problems == ()
    assert after.warnings == before.warnings == ()
    assert after.facts == before.facts
    assert after.findings == before.findings


def test_template_prints_one_page_for_each_sheet_but_readings(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(template(FRAMEWORK, SCALE))
    with pypdfium2.PdfDocument(converted(path, "pdf", tmp_path)) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        sizes = {tuple(round(side) for side in page.get_size()) for page in pdf}
    assert sizes == {A4_LANDSCAPE}
    for sheet in SHEETS:
        its_pages = [text for text in pages if text.split("\n")[0].strip() == sheet.name]
        assert len(its_pages) == 1 or sheet.name in {"Readings", "Findings"}
        for text in its_pages:
            assert sheet.columns[0].heading in text
