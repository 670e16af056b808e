"""A paragraph as stretches of text that look alike, with what hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.checker.reading.office.choices import ALTERNATIVES, chosen
from goldenthread.checker.reading.office.colours import Theme
from goldenthread.checker.reading.office.names import RELATED, WORD
from goldenthread.checker.reading.office.package import Relation
from goldenthread.checker.reading.office.text import text_in
from goldenthread.checker.reading.word.fields import Fields, address_in
from goldenthread.checker.reading.word.looks import Looks, looks_of
from goldenthread.checker.reading.word.styles import Styles
from goldenthread.checker.source import Region

_SPACES = frozenset(f"{WORD}{name}" for name in ("tab", "br", "cr", "ptab"))
_OBJECTS = frozenset(f"{WORD}{name}" for name in ("drawing", "pict", "object"))
_DELETED = frozenset(f"{WORD}{name}" for name in ("del", "moveFrom"))
_SKIPPED = frozenset(
    f"{WORD}{name}"
    for name in ("pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "rPr")
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one run. ``layer`` is ``None`` for what is printed; ``link`` numbers the links."""

    text: str
    looks: Looks
    layer: Region | None
    address: str
    link: int


@dataclass(slots=True)
class Content:
    """What a paragraph holds. ``breaks`` are page breaks, ``early`` those before any text."""

    stretches: list[Stretch] = field(default_factory=list)
    objects: list[etree._Element] = field(default_factory=list)
    breaks: int = 0
    early: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    layer: Region | None = None
    address: str = ""
    link: int = 0


class Walk:
    """Goes through one paragraph, without recursion however deep it is nested."""

    def __init__(
        self, looks: Looks, styles: Styles, theme: Theme, relations: dict[str, Relation]
    ) -> None:
        self._looks = looks
        self._styles = styles
        self._theme = theme
        self._relations = relations
        self._fields = Fields()
        self._links = 0
        self._has_text = False
        self.content = Content()

    def through(self, paragraph: etree._Element, rendered: bool) -> Content:
        """The content of a paragraph; ``rendered``: count page breaks as the program laid out."""
        waiting: list[tuple[Iterator[etree._Element], _State]] = [
            (paragraph.iterchildren("{*}*"), _State())
        ]
        while waiting:
            children, state = waiting[-1]
            element = next(children, None)
            if element is None:
                waiting.pop()
            elif element.tag == f"{WORD}r":
                self._run(element, state, rendered)
            elif not self._is_skipped(element):
                inner = chosen(element) if element.tag == ALTERNATIVES else element
                if inner is not None:
                    waiting.append((inner.iterchildren("{*}*"), self._inside(element, state)))
        return self.content

    def _is_skipped(self, element: etree._Element) -> bool:
        """Properties, and equations, in whose place stands a space."""
        if element.tag in _SKIPPED:
            return True
        if "/math}" in str(element.tag):
            self.content.stretches.append(Stretch(" ", self._looks, None, "", 0))
            return True
        return False

    def _inside(self, element: etree._Element, state: _State) -> _State:
        """What holds for the runs inside an element."""
        if element.tag in _DELETED:
            return _State(Region.DELETED, state.address, state.link)
        address = ""
        if element.tag == f"{WORD}hyperlink":
            relation = self._relations.get(element.get(f"{RELATED}id", ""))
            address = relation.target if relation is not None and relation.external else ""
        elif element.tag == f"{WORD}fldSimple":
            address = address_in(element.get(f"{WORD}instr", ""))
        if not address:
            return state
        self._links += 1
        return _State(state.layer, address, self._links)

    def _run(self, run: etree._Element, state: _State, rendered: bool) -> None:
        properties = run.find(f"{WORD}rPr")
        looks = self._looks_of_run(properties)
        layer = state.layer or (Region.HIDDEN if looks.hidden else None)
        pieces: list[str] = []
        for element in run.iterchildren("{*}*"):
            if element.tag == f"{WORD}fldChar":
                self._keep(pieces, looks, layer, state)
                pieces = []
                if element.get(f"{WORD}fldCharType") == "begin":
                    self._links += 1
                self._fields.mark(element)
            elif _is_own_mark(element):
                break
            else:
                self._count_break(element, rendered)
                pieces.append(self._piece(element))
        self._keep(pieces, looks, layer, state)

    def _looks_of_run(self, properties: etree._Element | None) -> Looks:
        if properties is None:
            return self._looks
        style = properties.find(f"{WORD}rStyle")
        under = self._looks
        if style is not None:
            under = self._styles.of(style.get(f"{WORD}val")).looks.over(under)
        return looks_of(properties, self._theme).over(under)

    def _piece(self, element: etree._Element) -> str:
        """The text of one element in a run; objects are put aside."""
        tag = element.tag
        if tag in (f"{WORD}t", f"{WORD}delText"):
            return "" if self._fields.in_instruction else (element.text or "")
        if tag in _SPACES:
            return " "
        if tag == f"{WORD}noBreakHyphen":
            return "-"
        if tag == f"{WORD}instrText":
            self._fields.instruct(element.text or "")
        elif tag == f"{WORD}sym":
            return _symbol(element)
        elif tag == f"{WORD}ruby":
            base = element.find(f"{WORD}rubyBase")
            return "" if base is None else text_in(base, f"{WORD}t")
        elif tag in _OBJECTS:
            self.content.objects.append(element)
        elif tag == ALTERNATIVES:
            branch = chosen(element)
            inner = [] if branch is None else branch.iterchildren("{*}*")
            return "".join(map(self._piece, inner))
        return ""

    def _count_break(self, element: etree._Element, rendered: bool) -> None:
        hard = element.tag == f"{WORD}br" and element.get(f"{WORD}type") == "page"
        if (element.tag == f"{WORD}lastRenderedPageBreak") if rendered else hard:
            self.content.breaks += 1
            if not self._has_text:
                self.content.early += 1

    def _keep(self, pieces: list[str], looks: Looks, layer: Region | None, state: _State) -> None:
        text = "".join(pieces)
        if not text:
            return
        if looks.raised:
            text = text.translate(_RAISED)
        self._has_text = self._has_text or not text.isspace()
        address = state.address or self._fields.address
        link = (state.link or self._links) if address else 0
        self.content.stretches.append(Stretch(text, looks, layer, address, link))


def _is_own_mark(element: etree._Element) -> bool:
    """Whether the author typed a mark of their own for a note, which now follows."""
    return element.tag in (f"{WORD}footnoteReference", f"{WORD}endnoteReference") and (
        element.get(f"{WORD}customMarkFollows") in {"1", "true", "on"}
    )


def _symbol(element: etree._Element) -> str:
    """A sign of a symbol font; those in the private area have no meaning outside their font."""
    value = element.get(f"{WORD}char", "")
    try:
        code = int(value, 16) if len(value) <= 6 else 0
    except ValueError:
        return " "
    is_private = 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF
    return " " if is_private or not 0x20 <= code <= 0x10FFFF else chr(code)
