"""Paragraphs of text on slides."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.choices import ALTERNATIVES
from goldenthread.checker.reading.office.colours import Theme, fill_of
from goldenthread.checker.reading.office.names import DRAWING, RELATED
from goldenthread.checker.reading.office.package import Relation
from goldenthread.checker.reading.slides.levels import Levels
from goldenthread.checker.reading.tidied import tidied

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RUNS = frozenset({f"{DRAWING}r", f"{DRAWING}fld"})


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks alike; ``colour`` only where it is stated here."""

    text: str
    bold: bool
    size: float | None
    colour: str | None
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and whether it has a bullet or number."""

    runs: tuple[Run, ...]
    is_item: bool

    @property
    def text(self) -> str:
        """Its text as readers hand it on."""
        return tidied("".join(run.text for run in self.runs))

    @property
    def bold(self) -> bool | None:
        """Whether all of it is bold, ``None`` where that varies."""
        found = {run.bold for run in self.runs if run.text.strip()}
        return found.pop() if len(found) == 1 else None

    @property
    def size(self) -> float | None:
        """Its size in points, ``None`` where that varies or is not stated."""
        found = {run.size for run in self.runs if run.text.strip()}
        return found.pop() if len(found) == 1 else None


def paragraphs_of(
    body: etree._Element, levels: Levels, theme: Theme, relations: dict[str, Relation]
) -> Iterator[Paragraph]:
    """Paragraphs with text in a text body (``p:txBody`` or ``a:txBody``)."""
    for element in body.iterchildren(f"{DRAWING}p"):
        properties = element.find(f"{DRAWING}pPr")
        runs = tuple(_runs(element, properties, levels, theme, relations))
        paragraph = Paragraph(runs, levels.has_bullet(properties))
        if paragraph.text:
            yield paragraph


def _runs(
    element: etree._Element,
    paragraph: etree._Element | None,
    levels: Levels,
    theme: Theme,
    relations: dict[str, Relation],
) -> Iterator[Run]:
    for child in element.iterchildren("{*}*"):
        if child.tag in (f"{DRAWING}br", ALTERNATIVES):
            yield Run(" ", False, None, None, "", "")
        elif child.tag in _RUNS and child.get("type") != "slidenum":
            look = child.find(f"{DRAWING}rPr")
            text = child.findtext(f"{DRAWING}t") or ""
            yield Run(
                text=text.translate(_RAISED) if _is_raised(look) else text,
                bold=levels.bold(paragraph, look),
                size=levels.size(paragraph, look),
                colour=fill_of(look, theme),
                address=_address(look, relations),
                language="" if look is None else look.get("lang", ""),
            )


def _is_raised(look: etree._Element | None) -> bool:
    baseline = "" if look is None else look.get("baseline", "")
    return baseline.isascii() and baseline.isdigit() and int(baseline[:7]) > 0


def _address(look: etree._Element | None, relations: dict[str, Relation]) -> str:
    link = None if look is None else look.find(f"{DRAWING}hlinkClick")
    relation = None if link is None else relations.get(link.get(f"{RELATED}id", ""))
    return relation.target if relation is not None and relation.external else ""
