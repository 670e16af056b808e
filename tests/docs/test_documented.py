"""Everything that a user can meet is documented by hand, not only in the generated reference."""

from pathlib import Path

import docx
import pytest
import typer.main
from tests.docs.markdown import DOCS, hand_written

from goldenthread import cli
from goldenthread.definitions import library
from goldenthread.definitions.frameworks import RESERVED_CATEGORY_IDS
from goldenthread.engine.audiences import AUDIENCES
from goldenthread.engine.brief import BriefRequest, brief
from goldenthread.engine.example import example
from goldenthread.engine.failures import ExitCode
from goldenthread.engine.figures import figures
from goldenthread.engine.rendering import FORMATS
from goldenthread.exchange.workbook.sheets import SHEETS
from goldenthread.publications.layouts.registry import LAYOUTS

HOW_TO = DOCS / "how-to"


def text_of(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


WRITTEN = text_of(*hand_written())


def commands() -> dict[str, list[str]]:
    """Each command with its options."""
    group = typer.main.get_group(cli.app)
    return {
        name: [max(p.opts, key=len) for p in command.params if p.param_type_name == "option"]
        for name, command in group.commands.items()
    }


@pytest.mark.parametrize("command", commands())
def test_every_command_is_run_on_some_page(command: str) -> None:
    assert f"goldenthread {command}" in WRITTEN


def test_every_option_is_explained_on_some_page() -> None:
    options = {option for of_command in commands().values() for option in of_command}
    written = WRITTEN.replace("`-o`", "--output").replace(" -o ", " --output ")
    assert not {option for option in options if option not in written}


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_in_the_tables_of_exit_codes(code: ExitCode) -> None:
    for page in (HOW_TO / "put-it-in-a-pipeline.md", DOCS / "reference" / "commands.md"):
        assert f"\n| {code.value} | " in text_of(page)


@pytest.mark.parametrize("sheet", [sheet.name for sheet in SHEETS])
def test_every_sheet_is_explained(sheet: str) -> None:
    """In a paragraph that begins with its name, alone or among others."""
    bold = [
        line.split("**")[1]
        for line in text_of(HOW_TO / "fill-in-returns.md").splitlines()
        if line.startswith("**")
    ]
    assert sheet in {name.strip(" .") for names in bold for name in names.split(",")}
    assert f"\n## {sheet}\n" in text_of(DOCS / "reference" / "workbook.md")


def test_every_family_of_figure_keys_is_explained_and_no_other(tmp_path: Path) -> None:
    """The example has figures of every family that there is."""
    file, found = figures(example(tmp_path / "returns.xlsx"))
    categories = {category.id for category in file.framework.categories}
    families = {figure.key.partition(".")[0] for figure in found} - categories | {"{category}"}
    rows = [
        line.split("|")[1]
        for line in text_of(DOCS / "explanation" / "how-figures-are-made.md").splitlines()
        if line.startswith("| `")
    ]
    told = {word for row in rows for word in row.split("`")[1::2] if "." not in word}
    assert told == families
    assert families - {"{category}"} <= RESERVED_CATEGORY_IDS


@pytest.mark.parametrize(
    "word", [*LAYOUTS, *FORMATS, *AUDIENCES, *library.list_frameworks(), *library.list_scales()]
)
def test_every_layout_format_audience_framework_and_scale_is_named(word: str) -> None:
    assert word in WRITTEN


@pytest.mark.slow
def test_every_style_that_a_reader_is_told_of_is_in_the_word_document(tmp_path: Path) -> None:
    page = text_of(HOW_TO / "restyle-the-word-document.md")
    named = {line.split("**")[1] for line in page.splitlines() if line.startswith("| **")}
    returns = example(tmp_path / "returns.xlsx")
    written, _ = brief(BriefRequest(returns, tmp_path / "brief", formats=["docx"]))
    assert len(named) > 10
    assert named <= {style.name for style in docx.Document(str(written)).styles}
