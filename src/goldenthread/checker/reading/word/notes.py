"""What stands beside the body: headers, footers, notes, comments, and who wrote changes."""

from collections.abc import Iterable, Iterator

from lxml import etree

from goldenthread.checker.reading.office.names import RELATED, WORD
from goldenthread.checker.reading.office.properties import property_passage
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.reading.word.blocks import read_blocks
from goldenthread.checker.reading.word.story import Place, Story
from goldenthread.checker.source import Grid, Part, Passage, Region

_AUTHORS = tuple(f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))


def read_edges(story: Story, root: etree._Element, region: Region) -> None:
    """Read headers or footers, those of the same words once."""
    kind = region.value
    seen: set[tuple[str, ...]] = set()
    for part in _edges(story, root, kind):
        start = len(story.found.parts)
        edge = story.of_part(part)
        read_blocks(edge, story.package.xml(part), Place(region, kind))
        words = tuple(_words(story.found.parts[start:]))
        if words in seen:
            del story.found.parts[start:]
        seen.add(words)


def read_notes(story: Story, root: etree._Element, kind: str) -> None:
    """Read footnotes or endnotes, in the order in which the text refers to them."""
    for part in story.package.related(story.part, f"{kind}s"):
        notes = {
            note.get(f"{WORD}id"): note
            for note in story.package.xml(part).iterchildren(f"{WORD}{kind}")
            if note.get(f"{WORD}type", "normal") == "normal"
        }
        named = [mark.get(f"{WORD}id") for mark in root.iter(f"{WORD}{kind}Reference")]
        order = [*dict.fromkeys(one for one in named if one in notes)]
        order += [one for one in notes if one not in set(order)]
        for number, one in enumerate(order, 1):
            place = Place(Region.FOOTNOTE, f"{kind} {number}")
            read_blocks(story.of_part(part), notes[one], place)


def read_comments(story: Story) -> None:
    """Read comments; their authors' names stand among the properties."""
    for part in story.package.related(story.part, "comments"):
        comments = list(story.package.xml(part).iterchildren(f"{WORD}comment"))
        for number, comment in enumerate(comments, 1):
            author = tidied(comment.get(f"{WORD}author") or "")
            where = f"comment {number} (by {author})" if author else f"comment {number}"
            read_blocks(story.of_part(part), comment, Place(Region.COMMENT, where))
        _keep_authors(story, "Author of a comment", comments)


def read_authors(story: Story, root: etree._Element) -> None:
    """Keep the names of those who made tracked changes."""
    _keep_authors(story, "Author of a change", root.iter(*_AUTHORS))


def read_variables(story: Story) -> None:
    """Keep variables that the settings hold and no page shows."""
    settings = story.package.related_xml(story.part, "settings")
    if settings is not None:
        for variable in settings.iter(f"{WORD}docVar"):
            text = tidied(variable.get(f"{WORD}val") or "")
            if text:
                where = "a variable of the document"
                story.found.add(Passage(text, where, region=Region.HIDDEN))


def _edges(story: Story, root: etree._Element, kind: str) -> Iterator[str]:
    """Names of the parts of headers or footers, in order of use."""
    relations = story.package.relations(story.part)
    ids = [mark.get(f"{RELATED}id", "") for mark in root.iter(f"{WORD}{kind}Reference")]
    targets = [relations[one].target for one in ids if one in relations]
    return (target for target in dict.fromkeys(targets) if story.package.has(target))


def _words(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Grid):
            yield from (cell for row in part.rows for cell in row)
        else:
            yield part.text


def _keep_authors(story: Story, label: str, elements: Iterable[etree._Element]) -> None:
    names = dict.fromkeys(tidied(one.get(f"{WORD}author") or "") for one in elements)
    for name in names:
        if name:
            story.found.add(property_passage(label, name))
