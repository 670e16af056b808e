"""Reading a map that somebody has corrected: every mistake is named with its line."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path as FilePath
from typing import TypeVar

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import normalise
from goldenthread.definitions.problems import DefinitionProblem, UnusableDefinition
from goldenthread.definitions.scales import Scale
from goldenthread.definitions.yaml_reading import Document, Path, Plain, read_yaml
from goldenthread.exchange.adopt.entries import Shape
from goldenthread.exchange.adopt.map_writing import VERSION
from goldenthread.exchange.adopt.mapping import (
    UNKNOWN,
    Blanks,
    ColumnMap,
    Decision,
    MapLine,
    Meaning,
)
from goldenthread.exchange.adopt.meaning.answers import Grades
from goldenthread.exchange.adopt.meaning.dates import DateOrder
from goldenthread.exchange.adopt.meaning.translations import Translator
from goldenthread.exchange.adopt.targets import (
    AUDIT_REF,
    CHILD_REF,
    READING_FIELDS,
    Target,
    Targets,
)

Lookup = Callable[[str], tuple[Framework, Scale]]
"""A framework and its scale by the framework's id. Raises ``LookupError``."""

_KEYS = frozenset(
    {"map", "framework", "layout", "date_order", "cycle", "blank_answers", "for_every_audit",
     "leave_out_sheets", "columns", "values"}
)  # fmt: skip
_COLUMN_KEYS = frozenset({"column", "to", "question", "after"})

E = TypeVar("E", bound=StrEnum)


def shipped(framework_id: str) -> tuple[Framework, Scale]:
    """A framework that ships with the package, with its scale. Raises ``LookupError``."""
    framework = library.framework(framework_id)
    return framework, library.scale(framework.scale)


def load_map(path: FilePath, lookup: Lookup = shipped) -> ColumnMap:
    """Read a map file.

    Raises ``UnusableDefinition`` with every problem, each with its line; ``OSError`` when the file
    cannot be opened.
    """
    return read_map(path.read_bytes(), path.name, lookup)


def read_map(content: bytes, name: str, lookup: Lookup = shipped) -> ColumnMap:
    """The map in the bytes of a file called ``name``; see :func:`load_map`."""
    reader = _Reader(read_yaml(content, name))
    column_map = reader.read(lookup)
    if reader.problems or column_map is None:
        raise UnusableDefinition(tuple(sorted(reader.problems)))
    return column_map


class _Reader:
    """One map being read; problems are collected, so that all are reported at once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[DefinitionProblem] = list(document.problems)
        self.content: dict[str, Plain] = self._table((), document.content)

    def read(self, lookup: Lookup) -> ColumnMap | None:
        """The map, which only counts when there are no problems."""
        self._only(_KEYS, self.content, ())
        if self._text("map") != VERSION:
            self._problem(("map",), self._text("map"), f'begin the file with "map: {VERSION}"')
        try:
            framework, scale = lookup(self._text("framework"))
        except LookupError as error:
            self._problem(("framework",), "", str(error).strip("'\""))
            return None
        return ColumnMap(
            framework=framework,
            scale=scale,
            shape=self._choice("layout", Shape, Shape.ROWS),
            columns=self._columns(Targets(framework)),
            date_order=self._choice("date_order", DateOrder, DateOrder.UNDECIDED),
            cycle=self._text("cycle"),
            blanks=self._choice("blank_answers", Blanks, Blanks.LEFT_OUT),
            for_every_audit=self._for_every_audit(Targets(framework)),
            values=self._values(Translator(Grades(scale))),
            left_out_sheets=self._sheets(),
        )

    def _columns(self, targets: Targets) -> tuple[MapLine, ...]:
        entries = self.content.get("columns")
        if not isinstance(entries, list) or not entries:
            self._problem(("columns",), "", "list the columns of the source under this entry")
            return ()
        lines: dict[str, MapLine] = {}
        for place, entry in enumerate(entries):
            path: Path = ("columns", place)
            line = self._column(path, self._table(path, entry), targets)
            key = normalise(line.column)
            if key in lines:
                mend = f"it stands on line {lines[key].at} already; keep one of the two"
                self._problem((*path, "column"), line.column, mend)
            lines.setdefault(key, line)
        return tuple(lines.values())

    def _column(self, path: Path, entry: Mapping[str, Plain], targets: Targets) -> MapLine:
        self._only(_COLUMN_KEYS, entry, path)
        name, to = self._of(entry, "column", path), self._of(entry, "to", path)
        if not name:
            self._problem(path, "", 'name the column of the source: column: "…"')
        decision = next((d for d in Decision if normalise(d) == normalise(to)), None)
        target = None if decision else self._target((*path, "to"), to, targets)
        return MapLine(
            column=name,
            target=target,
            decision=decision or Decision.NOT_MAPPED,
            after=self._of(entry, "after", path),
            question=self._of(entry, "question", path),
            at=self.document.line(path),
        )

    def _target(self, path: Path, written: str, targets: Targets) -> Target | None:
        target = targets.find(written)
        if target is None:
            near = targets.closest(written)
            said = f"; did you mean {' or '.join(near)}" if near else ""
            self._problem(path, written, f'write a place, "not mapped" or "leave out"{said}')
        return target

    def _for_every_audit(self, targets: Targets) -> dict[Target, str]:
        settings: dict[Target, str] = {}
        table = self._table(("for_every_audit",), self.content.get("for_every_audit"))
        for written in table:
            path: Path = ("for_every_audit", written)
            target = targets.find(written)
            if target not in READING_FIELDS or target in (AUDIT_REF, CHILD_REF):
                mend = "write a place that can be the same for all, such as Readings > Team"
                self._problem(path, written, mend)
            else:
                settings[target] = self._of(table, written, ("for_every_audit",))
        return settings

    def _values(self, translator: Translator) -> dict[Meaning, dict[str, str]]:
        values: dict[Meaning, dict[str, str]] = {}
        tables = self._table(("values",), self.content.get("values"))
        for name, entry in tables.items():
            path: Path = ("values", name)
            if name not in set(Meaning):
                known = ", ".join(meaning.value for meaning in Meaning)
                self._problem(path, name, f"write one of these instead: {known}")
                continue
            table = self._table(path, entry)
            values[Meaning(name)] = {
                text: self._meant(
                    translator, Meaning(name), (*path, text), self._of(table, text, path)
                )
                for text in table
            }
        return values

    def _meant(self, translator: Translator, meaning: Meaning, path: Path, written: str) -> str:
        """The workbook's own word for what a map writes, or ``unknown``."""
        if normalise(written) == UNKNOWN:
            return UNKNOWN
        allowed = translator.allowed(meaning)
        if allowed is None:
            return written
        word = next((w for w in allowed if normalise(w) == normalise(written)), "")
        word = word or translator.translate(meaning, written)
        if not word:
            self._problem(path, written, f"write one of these: {', '.join((*allowed, UNKNOWN))}")
        return word

    def _sheets(self) -> tuple[str, ...]:
        sheets = self.content.get("leave_out_sheets") or []
        if not isinstance(sheets, list):
            self._problem(("leave_out_sheets",), "", 'write a list, such as ["Lists"]')
            return ()
        return tuple(sheet for sheet in sheets if isinstance(sheet, str))

    def _choice(self, key: str, kind: type[E], default: E) -> E:
        written = self._text(key)
        for choice in kind:
            if normalise(choice) == normalise(written):
                return choice
        if written or key in self.content:
            known = ", ".join(f'"{choice.value}"' for choice in kind)
            self._problem((key,), written, f"write one of these: {known}")
        return default

    def _only(self, keys: frozenset[str], table: Mapping[str, Plain], path: Path) -> None:
        for key in table:
            if key not in keys:
                mend = f"take it out, or write one of these: {', '.join(sorted(keys))}"
                self._problem((*path, key), key, mend)

    def _table(self, path: Path, entry: Plain) -> dict[str, Plain]:
        if entry is not None and not isinstance(entry, dict):
            self._problem(path, "", "write entries with a colon under it")
        return entry if isinstance(entry, dict) else {}

    def _text(self, key: str) -> str:
        return self._of(self.content, key, ())

    def _of(self, table: Mapping[str, Plain], key: str, path: Path) -> str:
        value = table.get(key)
        if isinstance(value, list | dict):
            self._problem((*path, key), "", "write a single value here")
            return ""
        return value or ""

    def _problem(self, path: Path, value: object, mend: str) -> None:
        self.problems.append(self.document.problem(path, value, mend))
