"""Counts that are more than the base that governs them."""

import re
from collections.abc import Sequence

from goldenthread.checker.figures.bases.nearby import Nearby
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import BaseMention, Mention
from goldenthread.checker.figures.words.kinds_of_unit import AUDITS
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.figures.words.units import singular, unit_after

_WORD = re.compile(r"[A-Za-z’'-]+")
_PLURAL = re.compile(r"s[’']?$|^(?:children|people)$", re.IGNORECASE)


def base_of_too_many(
    mention: Mention,
    bases: Sequence[BaseMention],
    near: Sequence[Nearby],
    sections: Sequence[Section],
    texts: tuple[str, str],
) -> int | None:
    """The base of a mention whose count is larger, if nothing else can be its base.

    Audits and records are counted of audits and records: 31 audits are not of 26. Children may be
    more than the audits, and so may visits: of these nothing is said. A count without a noun is
    of the base only where the sentence before it, in its passage, names nothing in the plural.
    ``texts`` are the passage before that of the mention, and its own.
    """
    before, text = texts
    count = mention.count
    if count is None or any(n.size >= count for n in near):
        return None
    here = [
        base
        for base in bases
        if sections[base.part] == sections[mention.part] and base.unit in AUDITS
    ]
    if not here or (mention.unit and mention.unit not in AUDITS):
        return None
    if not mention.unit and not _stands_alone(mention, text, before):
        return None
    return here[0].base


def _stands_alone(mention: Mention, text: str, passage_before: str) -> bool:
    """Whether a mention begins its sentence, and nothing before or after it names its noun."""
    if passage_before.rstrip().endswith(":") or unit_after(text, mention.end).noun:
        return False
    outline = outline_of(text)
    number = outline.sentence_of(mention.start)
    if outline.sentences[number][0] != mention.start:
        return False
    if number == 0:
        return True
    before = text[slice(*outline.sentences[number - 1])]
    return not any(_PLURAL.search(word) and singular(word) for word in _WORD.findall(before))
