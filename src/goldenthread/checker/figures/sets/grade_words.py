"""Words that part a whole: the grades of a scale, and pairs such as on time and late."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from goldenthread.checker.figures.words.marking import TEXTS_REMEMBERED
from goldenthread.definitions import library
from goldenthread.definitions.matching import normalise, spellings


@dataclass(frozen=True, slots=True)
class Parting:
    """A way to part a whole: its levels, each with the words for it.

    ``is_certain`` is true for the grades of a scale, which never overlap and leave nothing out
    but what was not graded; ``is_disjoint`` is false where something may be both in time.
    """

    id: str
    levels: tuple[tuple[str, tuple[str, ...]], ...]
    is_certain: bool = True
    is_disjoint: bool = True

    @property
    def level_ids(self) -> frozenset[str]:
        """All levels."""
        return frozenset(level for level, _ in self.levels)


@dataclass(frozen=True, slots=True)
class Label:
    """A word for one level, or for several ("good or outstanding"), found in a text."""

    parting: Parting
    levels: frozenset[str]
    start: int
    end: int


_PAIRS = (
    Parting(
        "sex",
        (("female", ("girls", "female", "females")), ("male", ("boys", "male", "males"))),
        is_certain=False,
    ),
    Parting(
        "timeliness",
        (
            ("on_time", ("on time", "in time", "within timescale", "in timescale")),
            ("late", ("late", "out of timescale", "not on time", "overdue", "outside timescale")),
        ),
        is_certain=False,
        is_disjoint=False,
    ),
    Parting(
        "agreement",
        (
            ("strongly_agree", ("strongly agreed",)),
            ("agree", ("agreed",)),
            ("neither", ("neither agreed nor disagreed",)),
            ("disagree", ("disagreed",)),
            ("strongly_disagree", ("strongly disagreed",)),
        ),
        is_certain=False,
    ),
)
"""Words that part a whole in two or three, apart from scales."""

_IN_TEXT = {"requires_improvement": ("required improvement", "needed improvement")}
"""What sentences say of a grade, and no spreadsheet does."""

_SHORTEST = 3
"""Spellings of one or two letters are trusted in a header, but not in running text."""

_NOT_IN_TEXT = frozenset({"yes", "no", "partly", "partial", "partially"})
"""Answers that are ordinary words as well: labels only where they stand before a colon."""


@cache
def partings() -> tuple[Parting, ...]:
    """The grades of the shipped scales with words for grades, and other ways to part a whole."""
    scales = (library.scale(scale_id) for scale_id in ("ofsted_4", "met_3"))
    graded = (
        Parting(
            scale.id,
            tuple(
                (level.id, spellings(level) + _IN_TEXT.get(level.id, ())) for level in scale.levels
            ),
        )
        for scale in scales
    )
    return (*graded, *_PAIRS)


@lru_cache(TEXTS_REMEMBERED)
def level_of(label: str) -> tuple[str, str] | None:
    """The way of parting and the level that a whole header or label means, or ``None``.

    >>> level_of("Req. Imp."), level_of("Goods"), level_of("Risk")
    (('ofsted_4', 'requires_improvement'), ('ofsted_4', 'good'), None)
    """
    wanted = normalise(label)
    return _by_spelling().get(wanted) or _by_spelling().get(wanted.removesuffix("s"))


@cache
def _by_spelling() -> dict[str, tuple[str, str]]:
    return {
        normalise(word): (parting.id, level)
        for parting in partings()
        for level, words in parting.levels
        for word in words
    }


def parting(parting_id: str) -> Parting:
    """The way of parting with this id."""
    return next(known for known in partings() if known.id == parting_id)


@lru_cache(TEXTS_REMEMBERED)
def labels_in(text: str) -> tuple[Label, ...]:
    """The words for levels in a text, in order; those joined by "or", "and" or "/" are one label.

    >>> [sorted(label.levels) for label in labels_in("9 ‘goods’, 3 were RI or inadequate")]
    [['good'], ['inadequate', 'requires_improvement']]
    >>> [sorted(label.levels) for label in labels_in("not yet good: 17")]
    [['inadequate', 'requires_improvement']]
    """
    found: list[Label] = []
    for match in _label_pattern().finditer(text):
        known = level_of(match["word"])
        if known is None or _is_other_sense(text, match):
            continue
        label = Label(parting(known[0]), frozenset({known[1]}), match.start(), match.end())
        joined = found and _JOINED.fullmatch(text, found[-1].end, label.start)
        if joined and found[-1].parting == label.parting:
            last = found.pop()
            label = Label(label.parting, last.levels | label.levels, last.start, label.end)
        found.append(_without(text, _with_better(text, label)))
    return tuple(found)


_JOINED = re.compile(r"[’'”\"]{0,2}\s?(?:or|and|/|&)\s?[‘'“\"]{0,2}")
"""What joins two grades into one part: "good or outstanding"."""

_OR_BETTER = re.compile(
    r"[’'”\"]{0,2}\s(?:or|and)\s(?:(?P<up>better|above|higher)|worse|below|lower)\b"
)

_OTHER_SENSE = re.compile(r"\s(?:practice|enough|quality|work|actions?|issues?|examples?)\b")
"""What follows "good" and "outstanding" where they are no grades."""


def _is_other_sense(text: str, match: re.Match[str]) -> bool:
    word = match["word"].casefold()
    if word in _NOT_IN_TEXT and not text[match.end() : match.end() + 2].lstrip().startswith(":"):
        return True
    return _OTHER_SENSE.match(text, match.end()) is not None


def _with_better(text: str, label: Label) -> Label:
    """Widen "good or better" to the levels it means."""
    match = _OR_BETTER.match(text, label.end)
    if match is None:
        return label
    order = [level for level, _ in label.parting.levels]
    places = [order.index(level) for level in label.levels]
    wide = order[min(places) :] if match["up"] else order[: max(places) + 1]
    return Label(label.parting, frozenset(wide), label.start, match.end())


_NOT = re.compile(
    r"\bnot\s(?:(?:yet|graded|judged|rated|found|as|to\sbe)\s){0,3}[‘'“\"]?$", re.IGNORECASE
)
"""What stands before a level that something is not."""

_BEFORE = 32


def _without(text: str, label: Label) -> Label:
    """Turn "not yet good" round, to the levels it leaves."""
    match = _NOT.search(text[max(0, label.start - _BEFORE) : label.start])
    if match is None:
        return label
    left = label.parting.level_ids - label.levels
    if label.parting.is_certain:  # what is not good may be outstanding, but nobody says so
        order = [level for level, _ in label.parting.levels]
        worse = set(order[: min(order.index(level) for level in label.levels)])
        left = frozenset(worse) or left
    return Label(label.parting, left, label.start - len(match.group()), label.end)


@cache
def _label_pattern() -> re.Pattern[str]:
    """All spellings, longest first; capitals do not matter but for abbreviations."""
    words = sorted(
        {word for part in partings() for _, words in part.levels for word in words},
        key=lambda word: (-len(word), word),
    )
    long = [_flexible(word) for word in words if len(word) >= _SHORTEST and "_" not in word]
    return re.compile(
        rf"(?<![\w’'-])(?P<quote>[‘'“\"]?)(?P<word>(?i:{'|'.join(long)})(?:[’']?s)?|RIs?|R\.I\.|No(?=\s?:))(?!\w)"
    )


def _flexible(word: str) -> str:
    return r"[\s-]".join(re.escape(part) for part in word.split(" "))
