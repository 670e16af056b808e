"""A PowerPoint presentation (PPTX) as a ``Source``."""

from collections import Counter

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.embedded import read_embedded
from goldenthread.checker.reading.office.labels import read_labels
from goldenthread.checker.reading.office.names import DRAWING, RELATED, SLIDE
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.properties import properties_of, stored_data
from goldenthread.checker.reading.slides.comments import read_authors, read_comments
from goldenthread.checker.reading.slides.levels import placeholder_of
from goldenthread.checker.reading.slides.shapes import read_shapes
from goldenthread.checker.reading.slides.slide import Slide
from goldenthread.checker.reading.slides.templates import Template, Templates, background_of
from goldenthread.checker.reading.slides.tree import shapes_of
from goldenthread.checker.source import FileKind, Region, Shows, Source

_SHOWN = frozenset(set(Shows) - {Shows.TAGS})


def read(content: bytes, name: str) -> Source:
    """A presentation. Raises ``Unfit`` and ``Damaged``; nothing else, whatever it is given."""
    package = Package(content)
    main = package.main()
    root = package.xml(main)
    found = Collected()
    parts = _slides(package, main, root)
    templates = Templates(package, root.find(f"{SLIDE}defaultTextStyle"))
    languages = _read_slides(package, parts, templates, found)
    properties = properties_of(package)
    for passage in (*properties.passages, *stored_data(package)):
        found.add(passage)
    read_authors(package, main, found)
    read_embedded(package, found)
    read_labels(package, found)
    return Source(
        file=name,
        kind=FileKind.PPTX,
        parts=tuple(found.parts),
        shows=_SHOWN,
        pages=len(parts),
        language=_language(languages, root) or properties.language,
        title=properties.title,
        pictures=tuple(found.pictures),
        links=tuple(found.links),
        colours=tuple(found.colours),
        warnings=tuple(found.warnings),
        labels=tuple(found.labels),
    )


def _slides(package: Package, main: str, root: etree._Element) -> list[str]:
    """Names of the slides' parts, in the order in which they are shown."""
    relations = package.relations(main)
    ids = [element.get(f"{RELATED}id", "") for element in root.iter(f"{SLIDE}sldId")]
    targets = [relations[one].target for one in ids if one in relations]
    return [target for target in targets if package.has(target)]


def _read_slides(
    package: Package, parts: list[str], templates: Templates, found: Collected
) -> Counter[str]:
    """Keep what slides hold; gives back how much text is in each language."""
    languages: Counter[str] = Counter()
    footers: set[str] = set()
    for number, part in enumerate(parts, 1):
        root = package.xml(part)
        slide = _slide(package, part, root, templates.of(part), found, number)
        slide.languages, slide.footers = languages, footers
        read_shapes(slide, shapes_of(root))
        _read_notes(slide)
        read_comments(package, part, found, slide.where)
    for template in templates.used:
        _read_fixed(package, template, found)
    return languages


def _slide(
    package: Package,
    part: str,
    root: etree._Element,
    template: Template,
    found: Collected,
    number: int,
) -> Slide:
    is_hidden = root.get("show") in {"0", "false"}
    return Slide(
        package=package,
        part=part,
        found=found,
        where=f"slide {number}" + (" (hidden)" if is_hidden else ""),
        template=template,
        number=number,
        region=Region.HIDDEN if is_hidden else Region.BODY,
        background=background_of(root, template),
    )


def _read_notes(slide: Slide) -> None:
    for part in slide.package.related(slide.part, "notesSlide"):
        notes = Slide(
            package=slide.package,
            part=part,
            found=slide.found,
            where=f"{slide.where}, speaker notes",
            number=slide.number,
            region=slide.within(Region.NOTES),
        )
        read_shapes(notes, shapes_of(slide.package.xml(part)))


def _read_fixed(package: Package, template: Template, found: Collected) -> None:
    """Keep the words that a layout prints on all its slides."""
    shapes = shapes_of(template.layout)
    fixed = [one for one in shapes if one.tag == f"{SLIDE}sp" and placeholder_of(one) is None]
    layout = Slide(package, template.name, found, "slide layout", region=Region.HEADER)
    read_shapes(layout, fixed)


def _language(languages: Counter[str], root: etree._Element) -> str:
    """The language of most of the text, else the usual one of the presentation."""
    if languages:
        return min(languages, key=lambda one: (-languages[one], one))
    usual = root.find(f"{SLIDE}defaultTextStyle//{DRAWING}defRPr[@lang]")
    return "" if usual is None else usual.get("lang", "")
