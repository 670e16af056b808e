"""One brief in several file types: each must come back with the same words."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from goldenthread.checker.reading.read import read
from goldenthread.checker.source import Region, Source

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


GOLDENTHREAD = (sys.executable, "-m", "goldenthread")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the fictional authority's brief."""
    folder = tmp_path_factory.mktemp("brief")
    for command in (
        [*GOLDENTHREAD, "example", "-o", "returns.xlsx"],
        [*GOLDENTHREAD, "brief", "returns.xlsx", "-o", "brief", "--format", "pdf,html,md"],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "brief"


def sentences(source: Source) -> list[str]:
    """Passages of the text itself that have more than ten words."""
    body = (passage.text for passage in source.passages if passage.region is Region.BODY)
    return [text for text in body if len(text.split()) > 10]


def words_of(source: Source, fewest: int = 1) -> Counter[str]:
    """Words of passages that are printed and have so many words; also of tables, from 1 on."""
    texts = [p.text for p in source.passages if len(p.text.split()) >= fewest]
    if fewest == 1:
        texts += [cell for grid in source.grids for row in grid.rows for cell in row]
    return Counter(word.lower() for text in texts for word in _WORD.findall(text))


@pytest.mark.slow
@pytest.mark.parametrize("one", ["pdf", "html", "md"])
@pytest.mark.parametrize("other", ["pdf", "html", "md"])
def test_sentences_of_a_brief_are_in_its_other_file_types(
    brief: Path, one: str, other: str
) -> None:
    sentences = words_of(read(brief / f"learning-brief.{one}"), fewest=8)
    missing = sentences - words_of(read(brief / f"learning-brief.{other}"))
    assert sum(sentences.values()) > 1_000
    assert sum(missing.values()) <= 0.01 * sum(sentences.values())


@pytest.mark.slow
@pytest.mark.browser
def test_brief_that_a_browser_printed_keeps_its_sentences_whole(
    brief: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "printed.pdf"
    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--user-data-dir={tmp_path}", f"--print-to-pdf={printed}"),
            str(brief / "learning-brief.html"),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    pdf = " ".join(passage.text for passage in read(printed).passages)
    long = sentences(read(brief / "learning-brief.html"))
    assert len(long) > 40
    assert [text for text in long if text not in pdf] == []


@pytest.mark.slow
def test_each_sentence_of_the_html_brief_is_whole_in_the_pdf(brief: Path) -> None:
    pdf = " ".join(passage.text for passage in read(brief / "learning-brief.pdf").passages)
    long = sentences(read(brief / "learning-brief.html"))
    assert len(long) > 40
    assert [text for text in long if text not in pdf] == []
