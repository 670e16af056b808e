"""Markdown (CommonMark with tables and strikethrough), read as the web page that it makes."""

import re
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from goldenthread.checker.reading.decoding import decoded
from goldenthread.checker.reading.web.opening import tree_of
from goldenthread.checker.reading.web.read import collected
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import FileKind, Part, Passage, Region, Shows, Source
from goldenthread.documents.untrusted.archive import Unfit

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]{0,9}(.{1,2000})")
_NOTE = re.compile(r"^([ \t]{0,3})\[(\^[^\]\s]{1,40}\]:)", re.M)
_NOTE_SAID = re.compile(r"\[\^[^\]\s]{1,40}\]: ?")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_SHOWN = frozenset({Shows.HEADINGS, Shows.LISTS, Shows.HEADER_ROWS, Shows.PICTURES, Shows.LINKS})
_MOST_CHARACTERS = 1_500_000
_MOST_LINES = 30_000
_LONGEST_PARAGRAPH = 20_000
"""Characters: in longer ones marks are not looked for, which takes long when they are hostile."""


def read(content: bytes, name: str) -> Source:
    """The document; ``where`` is the line that a part begins on."""
    text = decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _MOST_CHARACTERS or text.count("\n") > _MOST_LINES:
        raise Unfit("is longer than any brief; give only the part that matters")
    properties = _front_matter(text)
    page, definitions = _as_page(_without_front_matter(text))
    found = collected(tree_of(page), shows_colours=False)
    for title in definitions:
        found.add(Passage(title, "definition of a link", region=Region.HIDDEN))
    stated = {key.lower(): value for key, value in properties}
    language = stated.get("lang", stated.get("language", ""))
    return Source(
        file=name,
        kind=FileKind.MARKDOWN,
        parts=(*map(_with_notes, found.parts), *(_property(*entry) for entry in properties)),
        shows=_SHOWN | ({Shows.LANGUAGE} if language else set()),
        language=language,
        title=stated.get("title", ""),
        pictures=tuple(found.pictures),
        links=tuple(found.links),
        warnings=tuple(found.warnings),
        labels=tuple(found.labels),
    )


def _as_page(text: str) -> tuple[str, list[str]]:
    """The page, whose blocks say on which line they begin; and titles in definitions of links.

    Nobody sees a definition that no link uses: some write comments so.
    """
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.core.ruler.at("inline", _read_inside)
    noted = _NOTE.sub(r"\1&#91;\2", text)  # else a note of one word defines a link
    said: dict[str, Any] = {}
    page = parser.render(noted, said)
    definitions = [*said.get("references", {}).values(), *said.get("duplicate_refs", ())]
    titles = [tidy(str(one.get("title", ""))) for one in definitions]
    return f"<body>{page}</body>", [title for title in titles if title]


def _read_inside(state: StateCore) -> None:
    """Find emphasis, links and pictures in paragraphs of a likely length, and number lines."""
    for token in state.tokens:
        if token.map is not None and token.nesting == 1:
            token.attrSet("data-line", str(token.map[0] + 1))
        if token.type == "inline" and token.children is not None:
            if len(token.content) <= _LONGEST_PARAGRAPH:
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            else:
                token.children.append(Token("text", "", 0, content=token.content))


def _with_notes(part: Part) -> Part:
    """Definitions of footnotes are footnotes; their marks are no words."""
    if not isinstance(part, Passage) or "[^" not in part.text:
        return part
    note = _NOTE_SAID.match(part.text)
    region = Region.FOOTNOTE if note is not None else part.region
    said = part.text[note.end() :] if note is not None else part.text
    return replace(part, text=tidy(_NOTE_MARK.sub("", said)), region=region)


def _front_matter(text: str) -> list[tuple[str, str]]:
    matter = _FRONT_MATTER.match(text)
    entries = (_ENTRY.fullmatch(line) for line in matter[1].split("\n")) if matter else ()
    return [(entry[1], tidy(entry[2].strip().strip("\"'"))) for entry in entries if entry]


def _without_front_matter(text: str) -> str:
    """Its lines stay, empty, so that lines keep their numbers."""
    return _FRONT_MATTER.sub(lambda matter: "\n" * matter[0].count("\n"), text, count=1)


def _property(label: str, value: str) -> Passage:
    return Passage(f"{label}: {value}", "properties of the file", region=Region.PROPERTY)
