"""YAML as people edit it: every scalar stays text, every entry keeps its line.

Only plain lists, tables and text are read. Nothing is constructed from tags, aliases are refused
(so that no file can grow in memory), and a repeated key is a problem instead of a silent winner.
Leaving scalars as text keeps what was typed: ``NO`` is no boolean, ``1.10`` no number; the
definition types turn text into numbers and dates where they ask for them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from goldenthread.definitions.problems import DefinitionProblem, UnusableDefinition, shown

MAX_BYTES = 1_000_000
"""Far above any real framework (the largest that ships has some 30 kB)."""

MAX_DEPTH = 12
"""Deepest nesting; a framework needs four levels."""

Path = tuple[str | int, ...]
"""Where an entry stands: keys of tables and places in lists, counted from 0."""

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""What a file can hold. ``None`` is an item that was left empty; an entry of a table that was left
empty is not there, so that its default holds."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))
_HIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML does not allow."""

_EMPTY = frozenset({"", "~", "null"})


class _Mark(Protocol):
    """Where the parser stood; it and its C twin have different types."""

    line: int


@dataclass(slots=True)
class Document:
    """A file's content, with the line (from 1) on which each entry begins."""

    name: str
    content: Plain = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[DefinitionProblem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Line of an entry, or of the nearest entry around it; 0 when there is none."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def problem(self, path: Path, value: object, mend: str) -> DefinitionProblem:
        """A problem of the entry at ``path``."""
        return DefinitionProblem(self.name, self.line(path), written_path(path), shown(value), mend)


def written_path(path: Path) -> str:
    """A path as messages show it; places in lists are counted from 1.

    >>> written_path(("categories", 2, "descriptors", "good"))
    'categories[3].descriptors.good'
    """
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def read_yaml(content: bytes, name: str) -> Document:
    """Read the bytes of a YAML file called ``name``.

    Raises ``UnusableDefinition`` when the file as a whole cannot be read. Problems of single
    entries (a repeated key, a tag) are collected in ``Document.problems``.
    """
    text = _decoded(content, name)
    try:
        _refuse_bombs(text, name)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _unusable(name, *_explained(error, text)) from None
    if root is None:
        raise _unusable(name, 0, "the file is empty; start from a shipped definition")
    document = Document(name)
    document.lines[()] = _line(root.start_mark)
    document.content = _plain(document, root, ())
    return document


def _decoded(content: bytes, name: str) -> str:
    if len(content) > MAX_BYTES:
        raise _unusable(name, 0, f"the file is larger than {MAX_BYTES // 1000} kB; shorten it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mend = "the file is not UTF-8 text; save it again as plain text, encoding UTF-8"
        raise _unusable(name, 0, mend) from None
    if hidden := _HIDDEN.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        raise _unusable(name, line, "take out the invisible control character")
    return text


def _refuse_bombs(text: str, name: str) -> None:
    """Stop before anything is built: aliases multiply, and deep nesting exhausts the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            mend = (
                f"put *{event.anchor} in quotation marks if it is text; "
                "if it is an alias, write the entry out in full"
            )
            raise _unusable(name, _line(event.start_mark), mend)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _unusable(name, _line(event.start_mark), "take out the deep nesting")


def _plain(document: Document, node: yaml.Node, path: Path) -> Plain:
    if node.tag not in _PLAIN_TAGS:
        mend = f'take out the tag "{node.tag.removeprefix("tag:yaml.org,2002:")}"'
        document.problems.append(document.problem(path, "", mend))
    if isinstance(node, yaml.MappingNode):
        return dict(_entries(document, node, path))
    if isinstance(node, yaml.SequenceNode):
        return [_item(document, item, (*path, place)) for place, item in enumerate(node.value)]
    quoted = bool(getattr(node, "style", ""))
    return None if node.value in _EMPTY and not quoted else str(node.value)


def _item(document: Document, node: yaml.Node, path: Path) -> Plain:
    document.lines[path] = _line(node.start_mark)
    return _plain(document, node, path)


def _entries(document: Document, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Plain]]:
    """Entries of a table. Of a repeated key the first stands, and the others are problems."""
    seen: set[str] = set()
    for key_node, value_node in node.value:
        line = _line(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            mend = "write a single word before the colon"
            document.problems.append(
                DefinitionProblem(document.name, line, written_path(path), "", mend)
            )
            continue
        key = str(key_node.value)
        here = (*path, key)
        if key in seen:
            mend = f"it stands on line {document.line(here)} already; keep one of the two"
            document.problems.append(
                DefinitionProblem(document.name, line, written_path(here), "", mend)
            )
            continue
        seen.add(key)
        document.lines[here] = line
        value = _plain(document, value_node, here)
        if value is not None:
            yield key, value


def _explained(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Line and mend for a file that is not YAML, in words for somebody who is no programmer."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0, _LOOK
    line = min(_line(error.problem_mark), text.count("\n") + 1)
    said = f"{error.context} {error.problem}"
    return line, next((mend for sign, mend in _SIGNS if sign in said), _LOOK)


_LOOK = "check the indentation and quotation marks here and on the line above"

_SIGNS = (
    ("tab character", "indent with spaces and not with tabs"),
    ("character '\\t'", "indent with spaces and not with tabs"),
    ("for the next token", "put the text in quotation marks"),
    (
        "mapping values are not allowed",
        "put text that has a colon in it in quotation marks, or line the entry up with the others",
    ),
    ("scanning a simple key", "write a colon and a space after the name of the entry"),
    ("parsing a block mapping", "line the entry up with the others, and check quotation marks"),
    ("parsing a block collection", "line the entry up with the others"),
    ("parsing a flow", "close the bracket"),
    ("entries are not allowed", "begin the list on a line of its own"),
    ("quoted scalar", "close the quotation mark, and write no backslash"),
    ("another document", "keep one definition in a file, and take out the second ---"),
    ("alias", "put text that begins with * in quotation marks"),
    ("an anchor", "put text that begins with & in quotation marks"),
    ("a tag", "put text that begins with ! in quotation marks"),
)
"""What the two YAML parsers say, and what to do about it. The first that fits is used."""


def _line(mark: _Mark | None) -> int:
    """Line from 1, as an editor shows it; 0 when the parser gave none."""
    return mark.line + 1 if mark else 0


def _unusable(name: str, line: int, mend: str) -> UnusableDefinition:
    return UnusableDefinition((DefinitionProblem(name, line, "", "", mend),))
