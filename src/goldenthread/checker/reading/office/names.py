"""Names of elements and attributes in Office Open XML (ECMA-376), with their namespaces."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WORD_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
XML = "{http://www.w3.org/XML/1998/namespace}"

STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    ),
    *(
        (
            f"http://purl.oclc.org/ooxml/{strict}".encode(),
            f"http://schemas.openxmlformats.org/{usual}".encode(),
        )
        for strict, usual in (
            ("wordprocessingml/main", "wordprocessingml/2006/main"),
            ("spreadsheetml/main", "spreadsheetml/2006/main"),
            ("presentationml/main", "presentationml/2006/main"),
            ("drawingml/main", "drawingml/2006/main"),
            ("drawingml/chart", "drawingml/2006/chart"),
            ("drawingml/diagram", "drawingml/2006/diagram"),
            ("drawingml/picture", "drawingml/2006/picture"),
            ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
            ("officeDocument/relationships", "officeDocument/2006/relationships"),
        )
    ),
)
"""Namespaces of files saved as "Strict Open XML" (ISO/IEC 29500), and those usual elsewhere."""
