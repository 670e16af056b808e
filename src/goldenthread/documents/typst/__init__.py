"""Typst templates, and the one way to run them: data goes in as JSON, never as source text."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import typst

from goldenthread.documents import fonts
from goldenthread.documents.text import printable


def compiler(template: str, data: object, system_fonts: bool = False) -> typst.Compiler:
    """A compiler for a template of this package, with the data that it will read.

    The same data give the same bytes: no clock is read, and only the fonts that ship are used
    unless ``system_fonts`` asks for the machine's as well.
    """
    root = Path(str(files(__name__)))
    return typst.Compiler(
        input=root / template,
        root=root,
        font_paths=[fonts.folder()],
        ignore_system_fonts=not system_fonts,
        sys_inputs={"data": json.dumps(each_text(data, printable), ensure_ascii=False)},
    )


def each_text(data: object, change: Callable[[str], str]) -> object:
    """The same data with every text changed, names of entries left out.

    >>> each_text({"a": ["b", 1]}, str.upper)
    {'a': ['B', 1]}
    """
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {name: each_text(value, change) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [each_text(value, change) for value in data]
    return data
