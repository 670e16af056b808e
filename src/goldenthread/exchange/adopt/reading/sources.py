"""Reading what a council has: a workbook of any shape, or a folder of one-audit workbooks."""

import os
from collections.abc import Iterable
from pathlib import Path

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.reading.folders import read_folder
from goldenthread.exchange.adopt.reading.gathering import (
    Gathered,
    gather_forms,
    gather_tables,
    grids_of,
)
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.book import Book
from goldenthread.exchange.opening import open_book, refuse_unsaved


def read_source(path: Path, recogniser: Recogniser, leave_out: Iterable[str] = ()) -> Source:
    """Read a file or folder into entries of one audit each.

    ``leave_out`` names sheets of a workbook that are not to be read. Raises ``UnreadableFile``
    when the file, or every file of the folder, cannot be read or holds no audits.
    """
    if os.path.isdir(path):  # noqa: PTH112  (a path that may not be looked at is for open_book)
        return read_folder(path, recogniser)
    book = open_book(path)
    refuse_unsaved(path, book.sheets)
    return source_of(path.name, book, recogniser, leave_out)


def source_of(
    name: str, book: Book, recogniser: Recogniser, leave_out: Iterable[str] = ()
) -> Source:
    """The audits in the sheets of an opened workbook; see :func:`read_source`."""
    gathered = Gathered()
    grids = grids_of(name, book, leave_out, gathered)
    shape = gather_tables(gathered, grids, recogniser) or gather_forms(gathered, grids, recogniser)
    if shape is None:
        raise UnreadableFile(
            f"No sheet of {name} looks like audits: no row or column of headings and no grid of "
            "grades was recognised; write the headings of the returns workbook above the columns "
            "and try again."
        )
    return gathered.source(name, shape, recogniser)
