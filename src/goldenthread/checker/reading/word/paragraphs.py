"""Paragraphs of a Word document."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from goldenthread.checker.reading.office.names import WORD
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.reading.word.looks import Looks, fill, is_on
from goldenthread.checker.reading.word.story import Place, Story
from goldenthread.checker.reading.word.stretches import Content, Stretch, Walk
from goldenthread.checker.reading.word.styles import Style, level_stated
from goldenthread.checker.source import Colours, Link, Passage, Region, Role


@dataclass(frozen=True, slots=True)
class _Paragraph:
    properties: etree._Element | None
    style: Style
    looks: Looks
    content: Content


def read_paragraph(story: Story, element: etree._Element, place: Place) -> list[etree._Element]:
    """Keep the passages of a paragraph; gives back the drawings and objects that hang on it."""
    if len(element) == 0:
        return []
    paragraph = _paragraph(story, element)
    content = paragraph.content
    _go_to_page(story, paragraph, place)
    shown = [stretch for stretch in content.stretches if stretch.layer is None]
    text = tidied("".join(stretch.text for stretch in shown))
    where = place.where
    if text and not where:
        where = story.paragraph()
    if text:
        _keep_passage(story, paragraph, place, text, where)
        _keep_colours(story, paragraph, place, shown, where)
    for region in (Region.DELETED, Region.HIDDEN):
        beside = where or story.on_page("between paragraphs")
        _keep_layer(story, content, region, f"{beside}, {region.value}")
    _keep_links(story, content.stretches, where)
    if story.page is not None:
        story.page += content.breaks - content.early
    return content.objects


def _paragraph(story: Story, element: etree._Element) -> _Paragraph:
    properties = element.find(f"{WORD}pPr")
    named = None if properties is None else properties.find(f"{WORD}pStyle")
    style = story.styles.of_paragraph(None if named is None else named.get(f"{WORD}val"))
    looks = style.looks.over(story.styles.document)
    walk = Walk(looks, story.styles, story.theme, story.package.relations(story.part))
    return _Paragraph(properties, style, looks, walk.through(element, story.rendered))


def _go_to_page(story: Story, paragraph: _Paragraph, place: Place) -> None:
    if story.page is None:
        return
    story.page += paragraph.content.early
    properties = paragraph.properties
    if not story.rendered and properties is not None and not place.depth:
        story.page += is_on(properties.find(f"{WORD}pageBreakBefore"))


def _keep_passage(story: Story, paragraph: _Paragraph, place: Place, text: str, where: str) -> None:
    role, level = _role(story, paragraph)
    shown = [s.looks for s in paragraph.content.stretches if s.layer is None and s.text.strip()]
    bolds = {bool(looks.bold) for looks in shown}
    sizes = {looks.size for looks in shown}
    story.found.add(
        Passage(
            text,
            where,
            role,
            place.region,
            level,
            story.page,
            bold=bolds.pop() if len(bolds) == 1 else None,
            size=sizes.pop() if len(sizes) == 1 else None,
        )
    )


def _role(story: Story, paragraph: _Paragraph) -> tuple[Role, int]:
    stated = level_stated(paragraph.properties)
    level = paragraph.style.level if stated is None else stated
    if level:
        return Role.HEADING, level
    if _list_id(paragraph) in story.list_ids:
        return Role.LIST_ITEM, 0
    return (Role.CAPTION if paragraph.style.is_caption else Role.PARAGRAPH), 0


def _list_id(paragraph: _Paragraph) -> str | None:
    properties = paragraph.properties
    number = None if properties is None else properties.find(f"{WORD}numPr/{WORD}numId")
    return paragraph.style.list_id if number is None else number.get(f"{WORD}val")


def _keep_layer(story: Story, content: Content, region: Region, where: str) -> None:
    """Keep deleted or hidden text; what stands apart in the paragraph stays apart."""
    for layer, stretches in groupby(content.stretches, key=lambda stretch: stretch.layer):
        text = tidied("".join(stretch.text for stretch in stretches)) if layer is region else ""
        if text:
            story.found.add(Passage(text, where, region=region, page=story.page))


def _keep_links(story: Story, stretches: Iterable[Stretch], where: str) -> None:
    for (address, link), group in groupby(stretches, key=lambda one: (one.address, one.link)):
        text = tidied("".join(stretch.text for stretch in group if stretch.layer is None))
        if link and text:
            story.found.links.append(Link(text, address, where))


def _keep_colours(
    story: Story, paragraph: _Paragraph, place: Place, shown: list[Stretch], where: str
) -> None:
    """Keep text whose colour is stated, on a background that is known."""
    shading = None if paragraph.properties is None else paragraph.properties.find(f"{WORD}shd")
    own = paragraph.style.shading if shading is None else fill(shading, story.theme)
    background = own or place.background
    for (colour, marked, size, bold), group in groupby(shown, key=_colouring):
        text = tidied("".join(stretch.text for stretch in group))
        behind = marked or background
        if text and colour and behind:
            story.found.colours.append(Colours(text, where, colour, behind, size, bold))


def _colouring(stretch: Stretch) -> tuple[str | None, str | None, float | None, bool]:
    looks = stretch.looks
    return looks.colour, looks.background, looks.size, bool(looks.bold)
