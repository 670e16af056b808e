"""Words for the categories of a framework, in running text and in the headers of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import spellings

OVERALL = "overall"
"""First word of the keys of the overall grade, which is no category."""

_USUAL: dict[str, tuple[str, ...]] = {
    "voice": ("voice", "children's voices", "wishes and feelings", "voices of children"),
    "risk": ("risks", "identifying and responding to risk"),
    "management": ("decision making", "managers' oversight", "management footprint"),
    "agencies": ("agencies", "collaboration with agencies", "multi agency working"),
    "family": ("fathers", "involvement of families", "working with families"),
    "record": ("chronologies", "case records"),
    "planning": ("care plans", "care planning", "pathway plans"),
    "story": ("case summaries",),
    "visiting": ("visiting",),
    "iro": ("iro", "chairs"),
    "identity": ("identity",),
    OVERALL: ("overall", "overall grade", "overall grades"),
}
"""What people call the categories that ship, beside the spellings that the framework lists."""


_EVERYDAY = frozenset(
    {"plan", "plans", "reviews", "visits", "summary", "outcomes", "records", "intervention"}
    | {"interventions", "fathers", "agencies", "chairs", "risks", "voice", "chronologies"}
)
"""Words that name a category only beside others: "because plans were late" names none."""


@dataclass(frozen=True, slots=True)
class CategoryWord:
    """Words for a category in a text. ``is_everyday`` is true where they may as well be none."""

    id: str
    start: int
    end: int
    is_everyday: bool


class CategoryVocabulary:
    """The words for the categories of one framework, made ready to be looked for."""

    def __init__(self, framework: Framework) -> None:
        self._ids = _ids_by_words(framework)
        self._found: dict[str, tuple[CategoryWord, ...]] = {}
        longest_first = sorted(self._ids, key=lambda word: (-len(word), word))
        self._pattern = re.compile(
            rf"(?<![\w’'-])(?:{'|'.join(_flexible(word) for word in longest_first)})(?![\w-])",
            re.IGNORECASE,
        )

    def named_in(self, text: str) -> tuple[CategoryWord, ...]:
        """The categories that the text names, in order; the longest words win.

        >>> from goldenthread.definitions import library
        >>> core = CategoryVocabulary(library.framework("core_16"))
        >>> [w.id for w in core.named_in("Identification and response to risk; the child’s voice")]
        ['risk', 'voice']
        """
        if text not in self._found:
            self._found[text] = tuple(self._words(text))
        return self._found[text]

    def _words(self, text: str) -> Iterator[CategoryWord]:
        for match in self._pattern.finditer(text):
            plain = _plain(match.group())
            yield CategoryWord(self._ids[plain], match.start(), match.end(), plain in _EVERYDAY)


def _ids_by_words(framework: Framework) -> dict[str, str]:
    """Each spelling, in plain letters, with the id it means; what means several is left out."""
    meant: dict[str, set[str]] = {}
    for category in framework.categories:
        usual = _USUAL.get(category.id, ())
        for spelling in (*spellings(category)[1:], *usual):
            meant.setdefault(_plain(re.sub(r"\s\(.*\)", "", spelling)), set()).add(category.id)
    for spelling in _USUAL[OVERALL] if framework.overall else ():
        meant.setdefault(spelling, set()).add(OVERALL)
    return {words: min(ids) for words, ids in meant.items() if len(ids) == 1}


def _plain(words: str) -> str:
    """Small letters, without apostrophes, and with spaces for hyphens."""
    return re.sub(r"[\s-]+", " ", re.sub(r"[’'‘]", "", words)).casefold()


def _flexible(plain: str) -> str:
    """A plain spelling with any apostrophe before a last "s", and hyphens for spaces."""
    flexible = (re.sub(r"s$", "[’'‘]?s", re.escape(word)) for word in plain.split())
    return r"[\s-]".join(f"{word}[’'‘]?" if word.endswith("s") else word for word in flexible)
