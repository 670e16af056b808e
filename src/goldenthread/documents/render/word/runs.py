"""Runs of text in Word paragraphs, in character styles."""

from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn

from goldenthread.documents.blocks import Emphasis, Link, Run, Runs
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.render.office.words import one_line
from goldenthread.documents.render.word.markup import add_text, child

_ID: Final = qn("r:id")
_EMPHASIS: Final = {Emphasis.STRONG: "Strong", Emphasis.QUIET: "Quiet"}


def write_runs(paragraph: Any, runs: Runs, part: Part, style: str | None = None) -> None:
    """Add runs to a paragraph's element, plain ones in a character style.

    Links are real: their addresses are relationships of the ``part`` that the paragraph is in.
    """
    for run in runs:
        text = one_line(run.text)
        if text:
            _write_run(paragraph, run, text, part, style)


def _write_run(paragraph: Any, run: Run, text: str, part: Part, style: str | None) -> None:
    if not isinstance(run, Link):
        add_text(paragraph, text, _EMPHASIS.get(run.emphasis, style))
        return
    target = link_target(run.address)
    if target is None:
        add_text(paragraph, text, style)
        return
    link = child(paragraph, "w:hyperlink")
    relation = part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(_ID, relation)
    add_text(link, text, "Hyperlink")
