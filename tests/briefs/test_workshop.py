"""An errand is done in a confined process, answers in sentences, and leaves nothing behind."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from goldenthread.briefs import workshop
from goldenthread.briefs.errands import BriefErrand, CheckErrand, TemplateErrand
from goldenthread.core.errors import Busy


class Sent:
    """A file as a page receives it."""

    def __init__(self, content: bytes, name: str = "brief.docx") -> None:
        self.content, self.name = content, name

    def chunks(self) -> Iterator[bytes]:
        yield self.content


@pytest.fixture(autouse=True)
def work(settings: Settings, tmp_path: Path) -> Path:
    settings.WORK_ROOT = tmp_path / "work"
    return tmp_path / "work"


def left_in(work: Path) -> list[str]:
    return [path.name for path in work.iterdir() if path.name.startswith("errand-")]


@pytest.mark.slow
def test_a_brief_is_checked_and_nothing_is_left(work: Path) -> None:
    text = b"26 audits were returned. 39% of the 26 audits were inadequate for risk.\n"
    done = workshop.do(CheckErrand(file="brief.txt"), {"brief.txt": Sent(text)})
    page = done.answer.page
    assert page is not None
    assert page.summary.startswith("1 error")
    assert "the nearest is 10 (38%)" in page.findings[0].found[0].why
    assert zipfile.ZipFile(io.BytesIO(done.files["report.docx"])).testzip() is None
    assert left_in(work) == []


@pytest.mark.slow
def test_a_brief_is_made_of_the_example() -> None:
    template = workshop.do(TemplateErrand(example=True, output="returns.xlsx"))
    errand = BriefErrand(workbook="returns.xlsx", layouts=("one-page",), formats=("html", "md"))
    done = workshop.do(errand, {"returns.xlsx": Sent(template.files["returns.xlsx"])})
    assert done.answer.wrong == ()
    assert sorted(done.files) == ["manifest.json", "one-page.html", "one-page.md"]


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"PK\x03\x04 no workbook"])
def test_a_file_that_is_no_workbook_is_told(content: bytes) -> None:
    errand = BriefErrand(workbook="returns.xlsx", layouts=("one-page",), formats=("md",))
    done = workshop.do(errand, {"returns.xlsx": Sent(content)})
    assert done.files == {}
    assert "returns.xlsx" in done.answer.wrong[0]


@pytest.mark.slow
def test_a_file_that_takes_too_much_memory_is_told_and_the_service_goes_on(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 300_000_000)
    done = workshop.do(CheckErrand(file="b.docx"), {"b.docx": Sent(bomb.getvalue())})
    assert done.answer.wrong
    assert left_in(work) == []


def test_a_process_that_runs_out_of_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "SECONDS", 0.001)
    done = workshop.do(CheckErrand(file="b.txt"), {"b.txt": Sent(b"words")})
    assert "takes longer" in done.answer.wrong[0]


def test_when_every_place_is_taken_people_are_asked_to_come_back(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop, "_PATIENCE", 0.0)
    work.mkdir()
    held = [workshop._free_place(work) for _ in range(2)]
    with pytest.raises(Busy, match="Try again in a minute"):
        workshop.do(TemplateErrand(output="returns.xlsx"))
    for place in held:
        assert place is not None
        place.close()
    free = workshop._free_place(work)
    assert free is not None
    free.close()


def test_what_a_killed_process_left_is_swept_away(work: Path) -> None:
    old, new = work / "errand-old", work / "errand-new"
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "upload.docx").write_bytes(b"words")
    os.utime(old, (0, 0))
    workshop._sweep(work)
    assert left_in(work) == ["errand-new"]


@pytest.mark.slow
def test_the_confined_process_knows_no_secret_and_no_web_framework() -> None:
    script = (
        "import sys, os, goldenthread.briefs.confined;"
        "print([m for m in sys.modules if m.split('.')[0] == 'django'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
    assert not [name for name in workshop._KEPT if name.startswith("GOLDENTHREAD")]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\Brief.docx", "Brief.docx"),
        ("", "brief"),
        (None, "brief"),
        ("…", "brief"),
        ("a" * 300 + ".docx", "a" * 80 + ".docx"),
        ("Bríef – Medi 2026.docx", "Bríef  Medi 2026.docx"),
        ("📊.docx", "brief.docx"),
        ("\u202excod.txt", "xcod.txt"),
        ("漢" * 300 + ".docx", "漢" * 50 + ".docx"),
    ],
)
def test_a_name_is_safe_for_files_and_pages(name: str | None, safe: str) -> None:
    assert workshop.safe_name(name, "brief") == safe


@pytest.mark.parametrize("name", ["names.txt", "NAMES.TXT", "returns.xlsx", "Returns.xlsx"])
def test_a_brief_named_as_another_file_of_the_errand_is_the_brief_still(name: str) -> None:
    brief, returns = Sent(b"the brief", name), Sent(b"the returns")
    errand, uploads = workshop.check_errand(
        brief=brief, audience="service", names="Mary Example", returns=returns
    )
    assert uploads[errand.file] is brief
    assert uploads[str(errand.returns)] is returns
    assert b"".join(uploads[str(errand.names)].chunks()) == b"Mary Example"
    assert len({each.casefold() for each in uploads}) == 3


def test_a_workbook_named_as_the_last_cycles_is_the_workbook_still() -> None:
    workbook, previous = Sent(b"now", "last cycle returns.xlsx"), Sent(b"then", "returns.xlsx")
    errand, uploads = workshop.brief_errand(
        workbook=workbook, previous=previous, layouts=[], formats=[], audience="service"
    )
    assert uploads[errand.workbook] is workbook
    assert uploads[str(errand.previous)] is previous


def test_the_longest_names_fit_into_a_file_system(tmp_path: Path) -> None:
    long = Sent(b"", "𠀋" * 250 + ".xlsx")
    _errand, uploads = workshop.brief_errand(
        workbook=long, previous=long, layouts=[], formats=[], audience="service"
    )
    for name in uploads:
        (tmp_path / name).touch()
    assert len(uploads) == 2
