"""An Excel workbook (XLSX) as a ``Source``."""

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.labels import read_labels
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.properties import properties_of
from goldenthread.checker.reading.sheets.workbook import read_workbook
from goldenthread.checker.source import FileKind, Region, Shows, Source


def read(content: bytes, name: str) -> Source:
    """A workbook. Raises ``Unfit`` and ``Damaged``; nothing else, whatever it is given."""
    package = Package(content)
    found = Collected()
    read_workbook(package, found, Region.BODY, "")
    properties = properties_of(package)
    for passage in properties.passages:
        found.add(passage)
    read_labels(package, found)
    return Source(
        file=name,
        kind=FileKind.XLSX,
        parts=tuple(found.parts),
        shows=frozenset({Shows.PICTURES, Shows.TITLE}),
        language=properties.language,
        title=properties.title,
        pictures=tuple(found.pictures),
        links=tuple(found.links),
        warnings=tuple(found.warnings),
        labels=tuple(found.labels),
    )
