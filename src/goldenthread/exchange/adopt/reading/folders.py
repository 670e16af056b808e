"""Folders of one-audit workbooks: every file is read, or named with the reason why not."""

import os
from collections.abc import Iterator
from pathlib import Path

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.adopt.entries import LeftOut, Place, Shape, Source
from goldenthread.exchange.adopt.reading.gathering import (
    Gathered,
    audit_table,
    gather_forms,
    grids_of,
    is_of_audits,
)
from goldenthread.exchange.adopt.reading.grids import Grid
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.opening import open_book, refuse_unsaved

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})
"""Endings of files in a folder that are tried; the others are named as left out."""

_TEMPORARY = ("~$", ".~lock.")


def read_folder(path: Path, recogniser: Recogniser) -> Source:
    """Read a folder of forms. A file that is none is named with the reason; the rest goes on.

    Raises ``UnreadableFile`` when no file holds an audit.
    """
    gathered = Gathered()
    for file in _files(path):
        name = file.relative_to(path).as_posix()
        if why := _not_tried(file):
            gathered.left_out.append(LeftOut(Place(name, ""), why))
            continue
        try:
            own = _read_one(file, name, gathered, recogniser)
        except UnreadableFile as error:
            why = str(error).removeprefix(f"{file.name} ").rstrip(".")
            gathered.left_out.append(LeftOut(Place(name, ""), f"it {why}", doubtful=True))
            continue
        gathered.entries.extend(own.entries)
        gathered.left_out.extend(own.left_out)
        gathered.hidden.extend(own.hidden)
    if not gathered.entries:
        raise UnreadableFile(
            f"No file in {path.name} is a one-audit workbook with a grid of categories and grades; "
            "check that this is the right folder."
        )
    return gathered.source(path.name, Shape.FORM_CELLS, recogniser)


def _read_one(file: Path, name: str, gathered: Gathered, recogniser: Recogniser) -> Gathered:
    """What one file holds; its columns are added to those of the folder.

    Raises ``UnreadableFile`` when it holds no form.
    """
    book = open_book(file)
    refuse_unsaved(file, book.sheets)
    own = Gathered(columns=gathered.columns)
    grids = grids_of(name, book, (), own)
    if gather_forms(own, grids, recogniser) is None:
        raise UnreadableFile(_why_no_form(grids, recogniser))
    return own


def _why_no_form(grids: list[Grid], recogniser: Recogniser) -> str:
    tables = [table for one in grids if (table := audit_table(one, recogniser))]
    count = sum(len(table.entries) for table in tables if is_of_audits(table, recogniser))
    if count:
        return f"looks like a list of {count} audits: adopt it by itself"
    return "has no grid of categories and grades"


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in the order of their paths; links to folders are not followed."""
    found = (
        Path(directory, name)
        for directory, _, names in os.walk(folder, onerror=_refuse, followlinks=False)
        for name in names
    )
    return iter(sorted(found, key=lambda file: file.relative_to(folder).as_posix().casefold()))


def _refuse(error: OSError) -> None:
    """A folder that may not be read would otherwise be passed over without a word."""
    raise UnreadableFile(
        f"The folder {error.filename} may not be read; ask for access, or copy it elsewhere."
    ) from error


def _not_tried(file: Path) -> str:
    """Why a file of a folder is not even opened; empty when it is."""
    if file.name.startswith(_TEMPORARY):
        return "it is the temporary file of an open workbook"
    if file.name.startswith("."):
        return "it is a hidden file"
    if file.suffix.casefold() not in WORKBOOKS or not file.is_file():
        return "it is no Excel workbook"
    return ""
