"""Pages of the docs as tests read them: their files, links, pictures and blocks."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]+)\)")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def pages() -> list[Path]:
    """Every Markdown file of the repository that people read."""
    return [
        *sorted(ROOT.glob("*.md")),
        *sorted(DOCS.rglob("*.md")),
        *sorted(ROOT.glob("tools/**/*.md")),
    ]


def hand_written() -> list[Path]:
    """Pages that nobody but an author writes."""
    return [page for page in pages() if "<!-- Made by" not in page.read_text("utf-8")]


def name(page: Path) -> str:
    """A page as tests name it."""
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    """Targets of the links of a page."""
    return [match["target"] for match in _LINK.finditer(prose(page))]


def pictures(page: Path) -> list[tuple[str, str]]:
    """Alternative text and target of each picture of a page."""
    found = _PICTURE.finditer(prose(page))
    return [(" ".join(match["alt"].split()), match["target"]) for match in found]


def anchors(page: Path) -> set[str]:
    """Names of the headings of a page, as links write them.

    >>> sorted(anchors(ROOT / "docs" / "adr" / "0004-return-rate.md"))
    ['4-what-the-return-rate-counts']
    """
    return {_slug(heading) for heading in _HEADING.findall(prose(page))}


def _slug(heading: str) -> str:
    return re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())
