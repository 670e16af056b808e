"""Documents that LibreOffice has opened and saved again: the same words in the same order."""

import subprocess
from pathlib import Path

import pytest
from tests.documents.samples.brief import sample_brief

from goldenthread.checker.reading.slides.read import read as read_slides
from goldenthread.checker.reading.word.read import read as read_word
from goldenthread.checker.source import Grid, Region, Role, Source
from goldenthread.documents.render import docx, pptx

pytestmark = [pytest.mark.office, pytest.mark.slow]

_READERS = {"docx": read_word, "pptx": read_slides}
_OPEN = {"docx": "odt", "pptx": "odp"}


def _saved_again(path: Path) -> bytes:
    """The file after LibreOffice turned it into an OpenDocument and back."""
    extension = path.suffix[1:]
    between = path.with_suffix(f".{_OPEN[extension]}")
    for source, kind, folder in (
        (path, _OPEN[extension], path.parent),
        (between, extension, path.parent / "again"),
    ):
        profile = f"-env:UserInstallation=file://{path.parent}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir"]
        subprocess.run([*command, folder, source], check=True, capture_output=True, timeout=240)
    return (path.parent / "again" / path.name).read_bytes()


def _words(found: Source) -> list[str]:
    """Words of the body, the boxes and the charts."""
    texts = [
        text
        for part in found.parts
        if part.region in {Region.BODY, Region.TEXT_BOX, Region.CHART}
        for text in (sum(part.rows, ()) if isinstance(part, Grid) else (part.text,))
    ]
    return " ".join(texts).split()


@pytest.mark.parametrize("extension", ["docx", "pptx"])
def test_read_file_saved_by_libreoffice_gives_the_same_words(
    extension: str, tmp_path: Path
) -> None:
    render = {"docx": docx.render, "pptx": pptx.render}[extension]
    path = tmp_path / f"brief.{extension}"
    path.write_bytes(render(sample_brief()))
    ours = _READERS[extension](path.read_bytes(), path.name)
    theirs = _READERS[extension](_saved_again(path), path.name)
    assert _words(theirs) == _words(ours)
    assert [p.text for p in theirs.passages if p.role is Role.HEADING] == [
        p.text for p in ours.passages if p.role is Role.HEADING
    ]
    assert theirs.language == ours.language
