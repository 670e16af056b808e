"""Pictures and what is said in their place."""

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.names import DECORATIVE
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Passage, Picture, Region


def alternative_of(properties: etree._Element | None) -> str | None:
    """The alternative text in the properties of a drawing: its description, else its title."""
    if properties is None:
        return None
    return tidied(properties.get("descr") or "") or tidied(properties.get("title") or "") or None


def is_decorative(properties: etree._Element | None) -> bool:
    """Whether the author marked a drawing as decorative."""
    if properties is None:
        return False
    marks = properties.iter(f"{DECORATIVE}decorative")
    return any(mark.get("val") in {"1", "true"} for mark in marks)


def keep_picture(
    found: Collected, picture: Picture, region: Region = Region.ALT_TEXT, page: int | None = None
) -> None:
    """Keep a picture, and its alternative text as a passage."""
    found.pictures.append(picture)
    keep_alternative(found, picture.alternative, picture.where, region, page)


def keep_alternative(
    found: Collected, text: str | None, where: str, region: Region, page: int | None = None
) -> None:
    """Keep an alternative text as a passage, if there is one."""
    if text:
        found.add(Passage(text, where, region=region, page=page))
