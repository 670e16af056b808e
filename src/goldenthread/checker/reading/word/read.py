"""A Word document (DOCX) as a ``Source``."""

from collections import Counter

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.colours import Theme, hexadecimal, theme_of
from goldenthread.checker.reading.office.embedded import read_embedded
from goldenthread.checker.reading.office.labels import read_labels
from goldenthread.checker.reading.office.names import WORD, WORD_DRAWING
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.properties import (
    Properties,
    properties_of,
    stored_data,
)
from goldenthread.checker.reading.word import notes
from goldenthread.checker.reading.word.blocks import read_blocks
from goldenthread.checker.reading.word.numbering import list_ids
from goldenthread.checker.reading.word.pages import Pages, pages_of
from goldenthread.checker.reading.word.story import Place, Story
from goldenthread.checker.reading.word.styles import Styles
from goldenthread.checker.source import FileKind, Region, Shows, Source
from goldenthread.documents.untrusted.archive import Damaged

_SHOWN = frozenset(set(Shows) - {Shows.PAGES, Shows.TAGS})
"""What Office files can show, whatever is in them."""


def read(content: bytes, name: str) -> Source:
    """A Word document. Raises ``Unfit`` and ``Damaged``; nothing else, whatever it is given."""
    package = Package(content)
    main = package.main()
    root = package.xml(main)
    body = root.find(f"{WORD}body")
    if body is None:
        raise Damaged
    properties = properties_of(package)
    pages = pages_of(body, properties)
    story = _story(package, main, pages)
    _read_all(story, root, body, properties)
    return Source(
        file=name,
        kind=FileKind.DOCX,
        parts=tuple(story.found.parts),
        shows=_SHOWN | ({Shows.PAGES} if pages.known else set()),
        pages=pages.count,
        language=_language(body, _usual_language(package, main)) or properties.language,
        title=properties.title,
        pictures=tuple(story.found.pictures),
        links=tuple(story.found.links),
        colours=tuple(story.found.colours),
        warnings=tuple(story.found.warnings),
        labels=tuple(story.found.labels),
    )


def _story(package: Package, main: str, pages: Pages) -> Story:
    theme: Theme = theme_of(package, main)
    return Story(
        package=package,
        part=main,
        found=Collected(),
        styles=Styles(package.related_xml(main, "styles"), theme),
        theme=theme,
        list_ids=list_ids(package.related_xml(main, "numbering")),
        page=1 if pages.known else None,
        rendered=pages.rendered,
    )


def _read_all(
    story: Story, root: etree._Element, body: etree._Element, properties: Properties
) -> None:
    notes.read_edges(story, body, Region.HEADER)
    read_blocks(story, body, Place(background=_page_colour(story, root)))
    notes.read_notes(story, body, "footnote")
    notes.read_notes(story, body, "endnote")
    notes.read_edges(story, body, Region.FOOTER)
    notes.read_comments(story)
    for passage in properties.passages:
        story.found.add(passage)
    notes.read_authors(story, body)
    notes.read_variables(story)
    for passage in stored_data(story.package):
        story.found.add(passage)
    read_embedded(story.package, story.found)
    read_labels(story.package, story.found)


def _page_colour(story: Story, root: etree._Element) -> str | None:
    """The colour of the page; ``None`` where drawings may lie behind the text."""
    edges = [
        story.package.xml(part)
        for kind in ("header", "footer")
        for part in story.package.related(story.part, kind)
    ]
    for tree in (root, *edges):
        for anchor in tree.iter(f"{WORD_DRAWING}anchor"):
            if anchor.get("behindDoc") in {"1", "true"}:
                return None
    background = root.find(f"{WORD}background")
    stated = None if background is None else hexadecimal(background.get(f"{WORD}color"))
    return stated or "#ffffff"


def _language(body: etree._Element, usual: str) -> str:
    """The language of most of the text; ``usual`` is that of runs that name none."""
    counts: Counter[str] = Counter()
    for run in body.iter(f"{WORD}r"):
        lang = run.find(f"{WORD}rPr/{WORD}lang")
        stated = None if lang is None else lang.get(f"{WORD}val")
        counts[stated or usual] += len(run.findtext(f"{WORD}t") or "")
    return min(counts, key=lambda one: (-counts[one], one), default=usual)


def _usual_language(package: Package, main: str) -> str:
    """The language of the usual style, else of the whole document."""
    styles = package.related_xml(main, "styles")
    if styles is None:
        return ""
    usual = (
        f"{WORD}style[@{WORD}type='paragraph'][@{WORD}default='1']/{WORD}rPr/{WORD}lang",
        f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}lang",
    )
    found = (styles.find(path) for path in usual)
    stated = (lang.get(f"{WORD}val") for lang in found if lang is not None)
    return next((language for language in stated if language), "")
