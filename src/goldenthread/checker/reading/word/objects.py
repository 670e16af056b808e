"""What hangs on a paragraph: text boxes, shapes, pictures, charts, diagrams and other objects."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.alternatives import (
    alternative_of,
    is_decorative,
    keep_alternative,
    keep_picture,
)
from goldenthread.checker.reading.office.charts import chart_in, keep_chart
from goldenthread.checker.reading.office.colours import (
    fill_of,
    has_other_fill,
    hexadecimal,
    highlight,
)
from goldenthread.checker.reading.office.diagrams import diagram_texts
from goldenthread.checker.reading.office.names import (
    CHART,
    DIAGRAM,
    OFFICE,
    PICTURE,
    RELATED,
    VML,
    WORD_DRAWING,
    WORD_SHAPE,
)
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.reading.word.story import Place, Story
from goldenthread.checker.reading.word.wrappers import BOX, drawn
from goldenthread.checker.source import Passage, Picture, Region


@dataclass(frozen=True, slots=True)
class Box:
    """The content of a text box (``w:txbxContent``) and its place."""

    content: etree._Element
    place: Place


def read_object(story: Story, element: etree._Element, place: Place) -> Iterator[Box]:
    """Keep what a drawing or object shows; gives back its text boxes, to be read next."""
    elements = list(drawn(element))
    _keep_charts(story, elements, place)
    _keep_diagrams(story, elements, place)
    _keep_pictures(story, elements, place)
    _keep_word_art(story, elements, place)
    for found in elements:
        if found.tag == BOX:
            yield Box(found, _place_of_box(story, found, place))


def _properties(elements: list[etree._Element]) -> etree._Element | None:
    """Those of the drawing as a whole (``wp:docPr``)."""
    return next((one for one in elements if one.tag == f"{WORD_DRAWING}docPr"), None)


def _region(place: Place, region: Region) -> Region:
    """In the body as given; headers, footers and notes keep their own."""
    return region if place.region is Region.BODY else place.region


def _keep_charts(story: Story, elements: list[etree._Element], place: Place) -> None:
    properties = _properties(elements)
    for element in elements:
        if element.tag != f"{CHART}chart":
            continue
        where = story.numbered("chart", place)
        picture = Picture(
            where, alternative_of(properties), is_decorative(properties), is_chart=True
        )
        keep_picture(story.found, picture, page=story.page)
        relation = story.package.relations(story.part).get(element.get(f"{RELATED}id", ""))
        if relation is not None:
            chart = chart_in(story.package, relation.target)
            keep_chart(story.found, chart, where, page=story.page)


def _keep_diagrams(story: Story, elements: list[etree._Element], place: Place) -> None:
    properties = _properties(elements)
    for element in elements:
        if element.tag == f"{DIAGRAM}relIds":
            where = story.numbered("diagram", place)
            keep_picture(story.found, Picture(where, alternative_of(properties)), page=story.page)
            data = element.get(f"{RELATED}dm", "")
            for text in diagram_texts(story.package, story.part, data):
                region = _region(place, Region.TEXT_BOX)
                story.found.add(Passage(text, where, region=region, page=story.page))


def _keep_pictures(story: Story, elements: list[etree._Element], place: Place) -> None:
    """One picture for a drawing, whatever it is made of; for a shape only if it is described."""
    properties = _properties(elements)
    tags = {element.tag for element in elements}
    if tags & {f"{CHART}chart", f"{DIAGRAM}relIds"}:
        return
    alternative = alternative_of(properties) or _inner_alternative(elements)
    if tags & {f"{PICTURE}pic", f"{VML}imagedata"} or _is_unread_chart(elements):
        if properties is not None and properties.get("hidden") in {"1", "true"}:
            keep_alternative(story.found, alternative, "hidden picture", Region.HIDDEN, story.page)
            return
        where = story.numbered("picture", place)
        chart = _is_unread_chart(elements)
        picture = Picture(where, alternative, is_decorative(properties), is_chart=chart)
        keep_picture(story.found, picture, page=story.page)
    elif alternative and not is_decorative(properties):
        where = story.numbered("shape", place)
        if BOX in tags:
            keep_alternative(story.found, alternative, where, Region.ALT_TEXT, story.page)
        else:
            keep_picture(story.found, Picture(where, alternative), page=story.page)


def _is_unread_chart(elements: list[etree._Element]) -> bool:
    """Whether it is a chart of a newer kind (waterfall, map), of which only pictures are known."""
    return any("/chartex" in (element.get("uri") or "") for element in elements)


def _inner_alternative(elements: list[etree._Element]) -> str | None:
    """Descriptions of the pictures in a group, or of a picture in the older markup (VML)."""
    texts = [alternative_of(element) for element in elements if element.tag == f"{PICTURE}cNvPr"]
    older = [
        tidied(element.get("alt") or "") for element in elements if str(element.tag).startswith(VML)
    ]
    titles = [
        tidied(element.get(f"{OFFICE}title") or "")
        for element in elements
        if element.tag == f"{VML}imagedata"
    ]
    return "; ".join(text for text in (*texts, *(older if any(older) else titles)) if text) or None


def _keep_word_art(story: Story, elements: list[etree._Element], place: Place) -> None:
    """Words drawn as a shape, such as a watermark."""
    for element in elements:
        text = tidied(element.get("string") or "") if element.tag == f"{VML}textpath" else ""
        if text:
            where = story.numbered("text box", place)
            region = _region(place, Region.TEXT_BOX)
            story.found.add(Passage(text, where, region=region, page=story.page))


def _place_of_box(story: Story, content: etree._Element, place: Place) -> Place:
    where = story.numbered("text box", place)
    return place.inside(where, _background(story, content), _region(place, Region.TEXT_BOX))


def _background(story: Story, content: etree._Element) -> str | None:
    """The fill of the shape around a text box, ``None`` where it is not plain and stated."""
    holder = content.getparent()
    shape = None if holder is None else holder.getparent()
    if shape is None:
        return None
    if shape.tag == f"{WORD_SHAPE}wsp":
        properties = shape.find(f"{WORD_SHAPE}spPr")
        return None if has_other_fill(properties) else fill_of(properties, story.theme)
    colour = (shape.get("fillcolor") or "").split(" ")[0]
    if shape.get("filled") in {"f", "false"} or not str(shape.tag).startswith(VML):
        return None
    return hexadecimal(colour.lstrip("#")) or highlight(colour)
