"""A document as it was read: its parts in reading order, and what its looks tell.

Readers make it, checks read it. It holds text and facts, never verdicts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class FileKind(StrEnum):
    """Kinds of file that can be checked."""

    DOCX = "docx"
    PDF = "pdf"
    PPTX = "pptx"
    XLSX = "xlsx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


class Region(StrEnum):
    """Where in a file a part stands."""

    BODY = "body"
    TEXT_BOX = "text box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    NOTES = "speaker notes"
    CHART = "chart"
    ALT_TEXT = "alternative text"
    COMMENT = "comment"
    PROPERTY = "property"
    EMBEDDED = "embedded file"
    DELETED = "deleted text"
    HIDDEN = "hidden text"

    @property
    def is_printed(self) -> bool:
        """Whether a reader of the page or screen sees it, or hears it instead of a picture."""
        return self not in _BENEATH


_BENEATH = frozenset(
    {Region.COMMENT, Region.PROPERTY, Region.EMBEDDED, Region.DELETED, Region.HIDDEN}
)
"""What only travels inside the file: looked through for disclosure, never for figures."""


class Role(StrEnum):
    """What a passage is, as far as the file says so."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading or list item.

    ``text`` has single spaces and no line breaks; soft hyphens and zero-width marks are gone.
    ``where`` is for people: "page 2", "slide 3, speaker notes", "text box 4", "line 17".
    ``level`` is 1 to 6 for headings and 0 otherwise. ``bold`` and ``size`` (points) are those of
    the whole passage, ``None`` where the file cannot tell or they vary.
    """

    text: str
    where: str
    role: Role = Role.PARAGRAPH
    region: Region = Region.BODY
    level: int = 0
    page: int | None = None
    bold: bool | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A data table, or the data of a chart; tables that only lay out prose become passages.

    ``rows`` are as printed and all of one length: cells that span several columns or rows are
    repeated. ``header_rows`` and ``header_columns`` are what the file marks as headers: ``None``
    where it cannot say.
    """

    rows: tuple[tuple[str, ...], ...]
    where: str
    region: Region = Region.BODY
    caption: str = ""
    header_rows: int | None = None
    header_columns: int | None = None
    page: int | None = None


Part = Passage | Grid


def printed_passages(parts: Iterable[Part]) -> Iterator[tuple[int, Passage]]:
    """The passages that readers see, each with the number of the part that it is."""
    for number, part in enumerate(parts):
        if isinstance(part, Passage) and part.region.is_printed:
            yield number, part


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, drawing or chart. ``alternative`` is ``None`` where there is none.

    ``decorative`` is true where the file says that the picture carries no meaning.
    """

    where: str
    alternative: str | None
    decorative: bool = False
    is_chart: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    text: str
    address: str
    where: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a file calls one of its own parts: a bookmark, a style, a sheet, an attribute.

    Looked through for known names only: most are words of programs, not of people.
    """

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Text in one colour on one background, both as ``#rrggbb``, as the file states them."""

    text: str
    where: str
    foreground: str
    background: str
    size: float | None = None
    bold: bool = False


class Shows(StrEnum):
    """What files of this kind, and this file, can show. What is not here, nobody can tell."""

    HEADINGS = "headings"
    LISTS = "lists"
    HEADER_ROWS = "header rows"
    PICTURES = "pictures"
    PAGES = "pages"
    LANGUAGE = "language"
    TITLE = "title"
    COLOURS = "colours"
    LINKS = "links"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Source:
    """A whole document.

    ``file`` is its name without folders. ``pages`` counts pages or slides. ``language`` is a BCP
    47 tag, such as ``en-GB``, ``title`` the title in its properties: ``""`` where there is none.
    ``tagged`` is for PDF. ``warnings`` are sentences about what could not be read in it.
    """

    file: str
    kind: FileKind
    parts: tuple[Part, ...]
    shows: frozenset[Shows] = frozenset()
    pages: int | None = None
    language: str = ""
    title: str = ""
    tagged: bool | None = None
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    colours: tuple[Colours, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    labels: tuple[Label, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that are printed, in reading order."""
        return tuple(passage for _, passage in printed_passages(self.parts))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The data tables and charts that are printed, in reading order."""
        return tuple(p for p in self.parts if isinstance(p, Grid) and p.region.is_printed)
