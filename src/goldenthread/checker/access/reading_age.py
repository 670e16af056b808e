"""How hard a text is to read: reading age, and sentences that are too long."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.checker.access.syllables import syllables
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Passage, Region, Role, Source

LONG_SENTENCE = 25
"""Words. GOV.UK content design guidance: "Do not use long sentences. Check any sentences with
more than 25 words to see if you can split them"."""

_AGE_AT_GRADE_NOUGHT = 5
"""Children begin the first grade of American schools at six, the year after they turn five."""

_ENOUGH_SENTENCES = 5
_FRAGMENT = 4
_RUNNING_TEXT = frozenset({Region.BODY, Region.TEXT_BOX, Region.FOOTNOTE})

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ADDRESS = re.compile(
    r"\b(?:https?://|www\.|mailto:)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence of more than 25 words."""

    text: str
    where: str
    words: int


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of the running text of a document.

    Sentences of fewer than four words are left out, as are headings, captions, tables and
    addresses: they tell nothing about how sentences are built.
    """

    sentences: int
    words: int
    syllables: int
    long: tuple[LongSentence, ...]

    @property
    def mean_words(self) -> float | None:
        """Words in a sentence on average; ``None`` without sentences."""
        return self.words / self.sentences if self.sentences else None

    @property
    def grade(self) -> float | None:
        """Flesch-Kincaid grade (Kincaid and others 1975); ``None`` under five sentences.

        0.39 × words in a sentence + 11.8 × syllables in a word − 15.59.
        """
        if self.sentences < _ENOUGH_SENTENCES:
            return None
        per_sentence = 0.39 * self.words / self.sentences
        return per_sentence + 11.8 * self.syllables / self.words - 15.59

    @property
    def age(self) -> int | None:
        """UK reading age in whole years: the grade and five; ``None`` under five sentences."""
        return None if self.grade is None else max(round(self.grade + _AGE_AT_GRADE_NOUGHT), 5)


def readability(source: Source) -> Readability:
    """Count the running text of a document.

    >>> from goldenthread.checker.source import FileKind
    >>> seen = Passage("We saw the child at home. She told us about her day at school.", "line 1")
    >>> counts = readability(Source("a.txt", FileKind.TEXT, (seen,)))
    >>> counts.sentences, counts.words, counts.syllables, counts.age
    (2, 14, 15, None)
    """
    return of_passages(passage for passage in source.passages if _is_running_text(passage))


def _is_running_text(passage: Passage) -> bool:
    runs = passage.role in {Role.PARAGRAPH, Role.LIST_ITEM}
    return runs and passage.region in _RUNNING_TEXT


def of_passages(passages: Iterable[Passage]) -> Readability:
    """Count these passages, whatever they are."""
    number = words = spoken = 0
    long = []
    for passage in passages:
        for sentence in sentences(_ADDRESS.sub("", passage.text)):
            found = _WORD.findall(sentence.text)
            if len(found) < _FRAGMENT:
                continue
            number += 1
            words += len(found)
            spoken += sum(map(syllables, found))
            if len(found) > LONG_SENTENCE:
                long.append(LongSentence(sentence.text, passage.where, len(found)))
    return Readability(number, words, spoken, tuple(long))
