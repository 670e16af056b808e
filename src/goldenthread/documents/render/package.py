"""Make Office files reproducible: the same document gives the same bytes on any machine.

An Office file is a zip of XML parts (ECMA-376 part 2). The libraries that write it stamp the
clock, their own names and sometimes a thumbnail into it. Here the order of parts, their times
and the document properties come from the document alone, also in workbooks inside slides.
"""

import zipfile
from collections.abc import Callable
from datetime import date
from html import escape  # xml.sax loads an HTTP client with it
from io import BytesIO
from typing import Final

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.office.opc import APP, APP_PROPERTIES, CORE, EMPTY_CORE
from goldenthread.documents.render.office.words import one_line

Edit = Callable[[str, bytes], bytes]

_EARLIEST: Final = date(1980, 1, 1)
"""A zip cannot hold an earlier date."""

_STORED: Final = (".png", ".odttf", ".xlsx")
"""Parts that deflate would hardly make smaller."""

_EMBEDDED: Final = ".xlsx"


def normalise(package: bytes, document: Document, edit: Edit | None = None) -> bytes:
    """Return an Office file whose bytes depend on ``document`` and the written parts only.

    Parts stand in sorted order, content types first; all times are the day of issue; the core
    properties (title, author, description, keywords, language, dates) are the document's; the
    application properties name this software and nothing else. Embedded workbooks are treated
    alike. ``edit`` may change a part: it is given its name and content, and returns its content.
    """
    return _rewrite(package, _core_properties(document), document.issued_on or _EARLIEST, edit)


def _rewrite(package: bytes, core: str, day: date, edit: Edit | None) -> bytes:
    """Write the parts of ``package`` anew, in order, stamped with ``day``."""
    replaced = {CORE: core.encode(), APP: APP_PROPERTIES.encode()}
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=_place):
            content = replaced.get(name) or source.read(name)
            if name.endswith(_EMBEDDED):
                content = _rewrite(content, core, day, edit)
            elif edit is not None:
                content = edit(name, content)
            target.writestr(_entry(name, day), content)
    return out.getvalue()


def _place(name: str) -> tuple[int, str]:
    """Sort content types first, then the package's relationships, then the rest by name."""
    first = ("[Content_Types].xml", "_rels/.rels")
    return (first.index(name) if name in first else len(first), name)


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    """Return a zip entry without a clock, an owner or a platform in it."""
    day = max(day, _EARLIEST)
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    stored = name.endswith(_STORED)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _core_properties(document: Document) -> str:
    """Write the core properties part (ECMA-376 part 2, section 11)."""
    values = (
        ("dc:title", document.title),
        ("dc:creator", document.author),
        ("dc:description", document.description),
        ("cp:keywords", ", ".join(document.keywords)),
        ("dc:language", document.language),
        ("cp:lastModifiedBy", document.author),
    )
    elements = "".join(
        f"<{tag}>{escape(one_line(text), quote=False)}</{tag}>"
        for tag, text in values
        if text.strip()
    )
    return EMPTY_CORE.replace("><", f">{elements}{_dates(document.issued_on)}<", 1)


def _dates(day: date | None) -> str:
    if day is None:
        return ""
    return "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
