"""Where the parts of an ``.xlsx`` file stand: workbook, sheets, shared strings, styles.

Source: ECMA-376 Part 2 (relationships) and Part 1, 18.2 (workbook).
"""

import posixpath
from dataclasses import dataclass

from lxml import etree

from goldenthread.documents.untrusted.archive import Archive, Damaged
from goldenthread.documents.untrusted.safe_xml import parsed

_ROOT_RELATIONS = "_rels/.rels"
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: its name, whether it is hidden, and its part."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """The parts that values are read from; styles and strings are ``""`` where there are none."""

    workbook: str
    relations: str
    sheets: tuple[SheetPart, ...]
    styles: str
    strings: str
    computed: bool
    """False when the workbook asks Excel to work out every formula on opening."""

    def needed(self) -> tuple[str, ...]:
        """Names of all parts that a reader of values needs; none other is ever unpacked."""
        found = (self.workbook, self.relations, self.styles, self.strings)
        sheets = (sheet.part for sheet in self.sheets)
        return tuple(part for part in (_TYPES, _ROOT_RELATIONS, *found, *sheets) if part)


def workbook_parts(archive: Archive) -> WorkbookParts:
    """Find the parts. Raises ``Damaged`` when the workbook does not hold together."""
    try:
        return _found(archive)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise Damaged from error


def _found(archive: Archive) -> WorkbookParts:
    workbook = _workbook_part(archive)
    folder, name = posixpath.split(workbook)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    targets = _targets(archive.read(relations), folder)
    root = parsed(archive.read(workbook))
    kinds = {kind: part for kind, part in targets.values() if part in archive.names}
    calculation = root.find("{*}calcPr")
    return WorkbookParts(
        workbook,
        relations,
        _sheet_parts(root, targets),
        kinds.get("styles", ""),
        kinds.get("sharedStrings", ""),
        computed=calculation is None or calculation.get("fullCalcOnLoad", "0") in {"0", "false"},
    )


def _workbook_part(archive: Archive) -> str:
    for kind, part in _targets(archive.read(_ROOT_RELATIONS), "").values():
        if kind == "officeDocument":
            return part
    raise Damaged


def _targets(relations: bytes, folder: str) -> dict[str, tuple[str, str]]:
    """Relation id to its kind and part. Whatever lies outside the file is left out."""
    return {
        relation.get("Id", ""): (
            posixpath.basename(relation.get("Type", "")),
            _resolved(relation.get("Target", ""), folder),
        )
        for relation in parsed(relations)
        if relation.get("TargetMode") != "External"
    }


def _resolved(target: str, folder: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _sheet_parts(
    workbook: etree._Element, targets: dict[str, tuple[str, str]]
) -> tuple[SheetPart, ...]:
    """The worksheets, in order; sheets that hold only a chart are left out."""
    sheets = []
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        kind, part = targets[_relation_id(sheet)]
        if kind == "worksheet":
            hidden = sheet.get("state", "visible") != "visible"
            sheets.append(SheetPart(sheet.get("name", ""), hidden, part))
    return tuple(sheets)


def _relation_id(sheet: etree._Element) -> str:
    """The ``r:id`` of a sheet, in whichever namespace the file writes it."""
    for name, value in sheet.attrib.items():
        if etree.QName(name).localname == "id" and etree.QName(name).namespace:
            return str(value)
    raise KeyError("id")
