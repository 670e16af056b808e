"""Typst templates, and the one way to run them: data goes in as JSON, never as source text."""

import json
from importlib.resources import files
from pathlib import Path

import typst

from goldenthread.documents import fonts


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
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
