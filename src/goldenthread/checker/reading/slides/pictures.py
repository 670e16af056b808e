"""Pictures on slides, and shapes that are described."""

from lxml import etree

from goldenthread.checker.reading.office.alternatives import (
    alternative_of,
    is_decorative,
    keep_alternative,
    keep_picture,
)
from goldenthread.checker.reading.office.names import SLIDE
from goldenthread.checker.reading.office.text import drawn_paragraphs
from goldenthread.checker.reading.slides.slide import Slide
from goldenthread.checker.source import Picture, Region


def properties_of_shape(shape: etree._Element) -> etree._Element | None:
    """Its name, description and marks (``p:cNvPr``)."""
    return shape.find(f"{SLIDE}*/{SLIDE}cNvPr")


def read_picture(slide: Slide, shape: etree._Element) -> None:
    """Keep a picture; of other shapes only those that are described."""
    properties = properties_of_shape(shape)
    alternative = alternative_of(properties)
    is_hidden = properties is not None and properties.get("hidden") in {"1", "true"}
    region = Region.HIDDEN if is_hidden else slide.within(Region.ALT_TEXT)
    is_picture = shape.tag == f"{SLIDE}pic"
    if not is_picture and alternative is None:
        return
    where = slide.numbered("picture" if is_picture else "shape")
    has_text = not is_picture and next(drawn_paragraphs(shape), None) is not None
    if has_text or not region.is_printed:
        keep_alternative(slide.found, alternative, where, region, slide.number)
        return
    picture = Picture(where, alternative, is_decorative(properties))
    keep_picture(slide.found, picture, region, slide.number)
