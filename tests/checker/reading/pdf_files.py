"""PDF files for tests: written by hand, object by object, or set by typst from known text."""

from collections.abc import Sequence

import typst

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
BOLD = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"


def written(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue (ISO 32000-1 §7.5)."""
    content, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(places) + 1, table, len(places) + 1, len(content))
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def one_page(
    drawn: bytes,
    *more: bytes,
    catalogue: bytes = b"",
    page: bytes = b"",
    resources: bytes = b"",
) -> bytes:
    """A page with this content. ``F`` and ``B`` are its fonts; ``more`` are objects from 7 on."""
    entries = b"<</Font<</F 5 0 R/B 6 0 R>>%s>>" % resources
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources%s%s>>"
            % (entries, page),
            stream(drawn),
            FONT,
            BOLD,
            *more,
        ]
    )


def text(x: float, y: float, words: str, size: float = 11, font: str = "F") -> bytes:
    """Words at a place, from the lower left corner of the page, in points."""
    shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({shown}) Tj ET\n".encode("cp1252")


def lines(x: float, y: float, words: Sequence[str], size: float = 11) -> bytes:
    """Lines below each other."""
    step = 1.25 * size
    return b"".join(text(x, y - number * step, line, size) for number, line in enumerate(words))


def set_by_typst(source: str) -> bytes:
    """A tagged PDF of this text."""
    return typst.compile(source.encode())
