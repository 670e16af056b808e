"""Shapes of a slide, in their order: the title first."""

from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from goldenthread.checker.reading.office.colours import fill_of, has_other_fill
from goldenthread.checker.reading.office.names import SLIDE
from goldenthread.checker.reading.slides.frames import read_frame
from goldenthread.checker.reading.slides.levels import Levels, Placeholder, placeholder_of
from goldenthread.checker.reading.slides.pictures import properties_of_shape, read_picture
from goldenthread.checker.reading.slides.slide import Slide
from goldenthread.checker.reading.slides.text import Paragraph, paragraphs_of
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Colours, Link, Passage, Region, Role

_SHAPE = f"{SLIDE}sp"
_EDGES = frozenset({"ftr", "dt", "hdr"})
_UNREAD = frozenset({"sldNum", "sldImg"})


@dataclass(frozen=True, slots=True)
class _Text:
    """A text body, what it stands in for, and what fills the shape behind it."""

    paragraphs: list[Paragraph]
    placeholder: Placeholder | None
    background: str | None


def read_shapes(slide: Slide, shapes: list[etree._Element]) -> None:
    """Keep all that these shapes of a slide hold."""
    titles = [shape for shape in shapes if _is_title(shape)]
    for shape in (*titles, *(shape for shape in shapes if not _is_title(shape))):
        if shape.tag == _SHAPE:
            _read_shape(slide, shape)
        elif shape.tag == f"{SLIDE}pic":
            read_picture(slide, shape)
        elif shape.tag == f"{SLIDE}graphicFrame":
            read_frame(slide, shape)


def _is_title(shape: etree._Element) -> bool:
    placeholder = placeholder_of(shape)
    return placeholder is not None and placeholder.is_title


def _read_shape(slide: Slide, shape: etree._Element) -> None:
    read_picture(slide, shape)
    placeholder = placeholder_of(shape)
    body = shape.find(f"{SLIDE}txBody")
    if body is None or (placeholder is not None and placeholder.kind in _UNREAD):
        return
    levels = Levels(shape, slide.template)
    relations = slide.package.relations(slide.part)
    found = list(paragraphs_of(body, levels, slide.template.theme, relations))
    text = _Text(found, placeholder, _background(slide, shape))
    properties = properties_of_shape(shape)
    is_hidden = properties is not None and properties.get("hidden") in {"1", "true"}
    for paragraph in text.paragraphs:
        _keep(slide, paragraph, text, Region.HIDDEN if is_hidden else None)


def _background(slide: Slide, shape: etree._Element) -> str | None:
    properties = shape.find(f"{SLIDE}spPr")
    if has_other_fill(properties) or shape.find(f"{SLIDE}style") is not None:
        return None if has_other_fill(properties) else fill_of(properties, slide.template.theme)
    return fill_of(properties, slide.template.theme) or slide.background


def _keep(slide: Slide, paragraph: Paragraph, text: _Text, region: Region | None) -> None:
    role, level = _role(paragraph, text.placeholder)
    if text.placeholder is not None and text.placeholder.kind in _EDGES:
        region = region or slide.within(Region.FOOTER)
        if paragraph.text in slide.footers:
            return
        slide.footers.add(paragraph.text)
    slide.found.add(
        Passage(
            paragraph.text,
            slide.where,
            role,
            region or slide.region,
            level,
            slide.number,
            paragraph.bold,
            paragraph.size,
        )
    )
    _keep_runs(slide, paragraph, text)


def _role(paragraph: Paragraph, placeholder: Placeholder | None) -> tuple[Role, int]:
    if placeholder is not None and placeholder.is_title:
        return Role.HEADING, 1
    if placeholder is not None and placeholder.kind == "subTitle":
        return Role.HEADING, 2
    return (Role.LIST_ITEM if paragraph.is_item else Role.PARAGRAPH), 0


def _keep_runs(slide: Slide, paragraph: Paragraph, text: _Text) -> None:
    """Keep links, languages and stated colours."""
    for address, runs in groupby(paragraph.runs, key=lambda run: run.address):
        words = tidied("".join(run.text for run in runs))
        if address and words:
            slide.found.links.append(Link(words, address, slide.where))
    for run in paragraph.runs:
        if run.language:
            slide.languages[run.language] += len(run.text)
        if run.colour and text.background and run.text.strip():
            slide.found.colours.append(
                Colours(
                    tidied(run.text),
                    slide.where,
                    run.colour,
                    text.background,
                    run.size,
                    run.bold,
                )
            )
