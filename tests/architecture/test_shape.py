"""The shape of the code: sizes, names, and what starting a command loads."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/goldenthread"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    """All of ours; migrations are written by Django."""
    return sorted(path for path in SOURCE.rglob("*.py") if path.parent.name != "migrations")


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def test_no_file_is_longer_than_a_subject_needs() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert not {str(path) for path, lines in lengths.items() if lines > LONGEST_FILE}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{path.name}:{function.name}"
        for path in modules()
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    }
    assert not long


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not {path for path in modules() if path.stem in VAGUE_NAMES}


def public_functions(path: Path) -> Iterator[Function]:
    """Functions of the module, and methods of its public classes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name[0] != "_"]
    for node in (*tree.body, *(member for found in classes for member in found.body)):
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def test_every_public_function_and_module_says_what_it_is_for() -> None:
    silent = {
        f"{path.relative_to(SOURCE)}:{function.name}"
        for path in modules()
        for function in public_functions(path)
        if ast.get_docstring(function) is None
    }
    silent |= {
        str(path.relative_to(SOURCE))
        for path in modules()
        if ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    }
    assert not silent


def loaded_by(arguments: list[str]) -> set[str]:
    """Top-level modules that a fresh process has loaded after running the command line."""
    script = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})),"
        " file=sys.stderr))\n"
        f"sys.argv = ['goldenthread', *{arguments!r}]\n"
        "from goldenthread.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["--help"], ["brief", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    heavy = {"polars", "narwhals", "django", "openpyxl", "docx", "pptx", "typst", "yaml"}
    assert not loaded_by(arguments) & heavy


@pytest.mark.slow
def test_the_package_itself_imports_nothing() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
