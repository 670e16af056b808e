"""Open Packaging: the parts that every Office file has (ECMA-376 part 2)."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPES: Final = "application/vnd.openxmlformats-package"
_OFFICE_TYPES: Final = "application/vnd.openxmlformats-officedocument"
THEME_TYPE: Final = f"{_OFFICE_TYPES}.theme+xml"
CORE, APP = "docProps/core.xml", "docProps/app.xml"
EMPTY_CORE: Final = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
)
APP_PROPERTIES: Final = (
    f'{HEAD}<Properties xmlns="{RELATIONSHIPS.replace("relationships", "extended-properties")}">'
    "<Application>Golden Thread</Application></Properties>"
)


def relationships(targets: Sequence[tuple[str, str]]) -> str:
    """Return a relationships part: each target with its kind, numbered from ``rId1``."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def package_relationships(main: str) -> str:
    """Return the relationships of a package: its main part and its properties."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    rows = (
        (f"{RELATIONSHIPS}/officeDocument", main),
        (core, CORE),
        (f"{RELATIONSHIPS}/extended-properties", APP),
    )
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def content_types(parts: Mapping[str, str], defaults: Mapping[str, str] | None = None) -> str:
    """Return the content types part: of parts by name, and of others by extension."""
    usual = {"rels": f"{_PACKAGE_TYPES}.relationships+xml", "xml": "application/xml"}
    properties = {
        CORE: f"{_PACKAGE_TYPES}.core-properties+xml",
        APP: f"{_OFFICE_TYPES}.extended-properties+xml",
    }
    rows = [
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in {**usual, **(defaults or {})}.items()
    ]
    rows += [
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in {**parts, **properties}.items()
    ]
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return parts as a package with empty properties."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in {**parts, CORE: EMPTY_CORE, APP: APP_PROPERTIES}.items():
            package.writestr(name, content)
    return out.getvalue()
