"""What the pages print of an answer."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from goldenthread.briefs.choices import FORMATS, LAYOUTS

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html",
    "md": "text/markdown",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}
_LONGEST_ADDRESS = 2_000_000
"""Characters: browsers of the Chromium family take no longer address of a download."""
_KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the page itself carries, as nothing is kept here to fetch later."""

    name: str
    text: str
    size: str
    href: str


def download(name: str, text: str, content: bytes) -> Download | None:
    """The file within the page's own address; ``None`` where it is too large for browsers."""
    ending = name.rpartition(".")[2]
    href = f"data:{_TYPES[ending]};base64,{b64encode(content).decode()}"
    if len(href) > _LONGEST_ADDRESS:
        return None
    return Download(name, text, _size(len(content)), href)


def _size(count: int) -> str:
    """A number of bytes as people say it.

    >>> _size(215_756), _size(12), _size(1_240_000)
    ('216 KB', '1 KB', '1.2 MB')
    """
    if count < 1_000_000:
        return f"{max(1, round(count / _KILOBYTE))} KB"
    return f"{count / 1_000_000:.1f} MB"


@dataclass(frozen=True, slots=True)
class LayoutMade:
    """One layout of the brief, in each file type that was asked for."""

    title: str
    downloads: tuple[Download, ...]


def layouts_made(files: Mapping[str, bytes]) -> tuple[LayoutMade, ...]:
    """What was made, by layout, in the order of the form."""
    return tuple(
        LayoutMade(title, made)
        for layout, title in LAYOUTS
        if (made := tuple(_downloads(files, layout, title)))
    )


def _downloads(files: Mapping[str, bytes], layout: str, title: str) -> list[Download]:
    named = ((f"{layout}.{ending}", f"{title}, {words}") for ending, words in FORMATS)
    made = (download(name, text, files[name]) for name, text in named if name in files)
    return [each for each in made if each is not None]


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Every file in one archive, the same bytes for the same files."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_STORED) as into:
        for name, content in sorted(files.items()):
            into.writestr(ZipInfo(name), content)
    return archive.getvalue()
