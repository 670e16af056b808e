"""Word documents written by hand, part by part."""

from goldenthread.checker.reading.word.read import read
from goldenthread.checker.source import Grid, Passage, Region, Source
from goldenthread.documents.untrusted.archive import packed

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }.items()
)


def part(root: str, inside: str) -> bytes:
    """A part whose root element has this name, such as ``w:styles``."""
    return f"<{root} {_NAMES}>{inside}</{root}>".encode()


def relations(kinds: dict[str, tuple[str, str]]) -> bytes:
    """Relations by id: kind and target; a target with a colon is an address elsewhere."""
    lines = "".join(
        f'<Relationship Id="{one}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for one, (kind, target) in kinds.items()
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{lines}</Relationships>'.encode()


def document(
    body: str,
    parts: dict[str, bytes] | None = None,
    related: dict[str, tuple[str, str]] | None = None,
    whole: dict[str, tuple[str, str]] | None = None,
) -> bytes:
    """A Word document with this body; ``parts`` by name, ``related`` to the body by id."""
    return packed(
        {
            "_rels/.rels": relations(
                {"rId1": ("officeDocument", "word/document.xml"), **(whole or {})}
            ),
            "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(related or {}),
            **(parts or {}),
        }
    )


def source(
    body: str,
    parts: dict[str, bytes] | None = None,
    related: dict[str, tuple[str, str]] | None = None,
    whole: dict[str, tuple[str, str]] | None = None,
) -> Source:
    """What is read from such a document."""
    return read(document(body, parts, related, whole), "brief.docx")


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph; text that is not marked up becomes a run."""
    held = inside if inside.startswith("<") else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{held}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """A cell; text that is not marked up becomes a paragraph."""
    held = inside if inside.startswith("<") else paragraph(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def table(*rows: list[str], properties: str = "", header: int = 0) -> str:
    """A table of cells; text that is not a cell becomes one."""
    lines = "".join(
        f"<w:tr><w:trPr>{'<w:tblHeader/>' if number < header else ''}</w:trPr>"
        + "".join(one if one.startswith("<w:tc>") else cell(one) for one in row)
        + "</w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{lines}</w:tbl>"


def drawing(inside: str, properties: str = "") -> str:
    """A run with a drawing; ``properties`` are attributes of ``wp:docPr``."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" {properties}/><a:graphic>'
        f'<a:graphicData uri="u">{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def new_box(inside: str, fill: str = "") -> str:
    """A text box in DrawingML."""
    return (
        f"<wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{inside}"
        "</w:txbxContent></wps:txbx></wps:wsp>"
    )


def old_box(inside: str, shape: str = "") -> str:
    """A run with a text box in VML."""
    return (
        f"<w:r><w:pict><v:shape {shape}><v:textbox><w:txbxContent>{inside}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )


def texts(found: Source, region: Region | None = None) -> list[str]:
    """Texts of passages, of one region if it is given."""
    return [
        one.text
        for one in found.parts
        if isinstance(one, Passage) and (region is None or one.region is region)
    ]


def grids(found: Source) -> list[Grid]:
    """Grids of every region."""
    return [one for one in found.parts if isinstance(one, Grid)]
