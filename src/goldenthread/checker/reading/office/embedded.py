"""Files inside a file: workbooks are read, others are named."""

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.labels import read_labels
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.sheets.workbook import read_workbook
from goldenthread.checker.source import Region
from goldenthread.documents.untrusted.archive import Damaged, Unfit

MOST_FILES = 20


def read_embedded(package: Package, found: Collected) -> None:
    """Keep what embedded workbooks hold, such as those behind charts; warn of all other files."""
    names = [name for name in package.names if "/embeddings/" in name]
    for number, name in enumerate(names, 1):
        file = name.rpartition("/")[2]
        if number > MOST_FILES:
            found.warn(f"It holds {len(names)} embedded files; only {MOST_FILES} were looked into.")
            return
        try:
            _read_one(package, name, file, found)
        except (Unfit, Damaged):
            found.warn(f"The embedded file {file} was not read; open it and check it by itself.")


def _read_one(package: Package, name: str, file: str, found: Collected) -> None:
    inner = Package(package.content(name), package.marks_left)
    try:
        if not inner.main().startswith("xl/"):
            raise Damaged
        read_workbook(inner, found, Region.EMBEDDED, f"embedded {file}, ")
        read_labels(inner, found, f"embedded {file}, ")
    finally:
        package.marks_left = inner.marks_left
