"""The site is whole, and fetches nothing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.markdown import ROOT

FETCHED = re.compile(
    r"<(?:script|img|iframe|source)[^>]+src=[\"']?https?:|<link[^>]+href=[\"']?https?:"
    r"|@import|url\(\s*[\"']?https?:",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    done = subprocess.run(
        [*build, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
def test_the_site_builds_without_a_warning(site: Path) -> None:
    """Every page is in the contents, and every link leads to a page and a heading."""
    assert (site / "index.html").is_file()
    assert (site / "reference" / "figures.html").is_file()
    assert not (site / "generate.py").exists()


@pytest.mark.slow
def test_pages_and_styles_of_the_site_fetch_nothing(site: Path) -> None:
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(files) > 25
    found = {
        path.name: FETCHED.findall(path.read_text(encoding="utf-8"))
        for path in files
        if FETCHED.search(path.read_text(encoding="utf-8"))
    }
    assert not found
