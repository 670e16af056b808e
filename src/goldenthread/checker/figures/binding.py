"""Which base a share is of, when its own sentence does not say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.kinds_of_unit import is_of
from goldenthread.checker.figures.model import BaseMention, Bound, Mention, Nature
from goldenthread.checker.figures.outline import outline_of
from goldenthread.checker.figures.sections import Section, sections_of
from goldenthread.checker.figures.sentence_before import given_before
from goldenthread.checker.source import Part, Passage

_COUNT_AS_N = re.compile(r"\bn\s?=", re.IGNORECASE)


def bind(
    mentions: Sequence[Mention], bases: Sequence[BaseMention], parts: Sequence[Part]
) -> tuple[Bound, ...]:
    """Every mention with its base.

    A mention without a base of its own is of what the sentence before gives ("Of these, …"), or
    else of the last base that governs its section and whose unit fits, or else of the one base of
    the document that fits. Where several could govern, the nearest is its base, and ``others``
    names the rest. A count greater than a base is never of it. A return rate is of no such base:
    its count is the governing one.
    """
    governing = tuple(base for base in bases if base.governs)
    document = _Document(tuple(parts), sections_of(parts), governing)
    return tuple(document.bound(mention) for mention in mentions)


@dataclass(frozen=True, slots=True)
class _Document:
    """What a mention is bound against: the parts, their sections and the governing bases."""

    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    governing: tuple[BaseMention, ...]

    def bound(self, mention: Mention) -> Bound:
        if mention.nature is Nature.RETURN_RATE:
            return self._return_rate(mention)
        if mention.base is not None or mention.nature is Nature.ELSEWHERE:
            return Bound(mention, mention.base, mention.base is not None, count=mention.count)
        if self._counts_all(mention):
            return Bound(mention, None, stated=False, count=mention.count)
        before = given_before(mention, self._text(mention.part), self._text(mention.part - 1))
        if before.base is not None or before.only:
            possible = before.base if _may_be_of(mention, before.base) else None
            return Bound(mention, possible, stated=False, count=mention.count)
        return self._governed(mention)

    def _text(self, part: int) -> str:
        found = self.parts[part] if part >= 0 else None
        return found.text if isinstance(found, Passage) else ""

    def _return_rate(self, mention: Mention) -> Bound:
        """A return rate: its own count and base, or as its count the base of the findings."""
        count = mention.count
        if count is None and mention.base is None:
            nearest = self._nearest(self.governing, mention)
            count = nearest[0].base if nearest else None
        return Bound(mention, mention.base, mention.base is not None, count=count)

    def _counts_all(self, mention: Mention) -> bool:
        """Whether the mention's own count is what governs: "26 audits (87%) were returned"."""
        return any(
            base.part == mention.part
            and mention.start <= base.start < mention.end
            and base.base == mention.count
            for base in self.governing
        )

    def _governed(self, mention: Mention) -> Bound:
        fitting = [base for base in self.governing if is_of(mention.unit, base.unit)]
        fitting = [base for base in fitting if _may_be_of(mention, base.base)]
        nearest = self._nearest(fitting, mention)
        if not nearest:
            return Bound(mention, None, stated=False, count=mention.count)
        base = nearest[0]
        others = _others(nearest)
        if _COUNT_AS_N.search(mention.text) and mention.count == base.base:
            # "38% (n = 26)" gives the base that governs, and no count.
            return Bound(replace(mention, count=None), base.base, stated=True)
        return Bound(mention, base.base, self._is_stated(mention, base), others, mention.count)

    def _nearest(self, bases: Sequence[BaseMention], mention: Mention) -> list[BaseMention]:
        """Bases that could govern a mention, the likeliest first.

        Those before it in its own section win, then those of the sections around it, then any.
        """
        here = self.sections[mention.part]
        place = (mention.part, mention.start)
        before = [base for base in bases if (base.part, base.start) <= place]
        for depth in range(len(here), -1, -1):
            near = [base for base in before if self.sections[base.part] == here[:depth]]
            if near:
                return _last_of_each_unit(near)
        return sorted(bases, key=lambda base: abs(base.part - mention.part))

    def _is_stated(self, mention: Mention, base: BaseMention) -> bool:
        if base.part != mention.part:
            return False
        outline = outline_of(self._text(mention.part))
        return outline.sentence_of(base.start) == outline.sentence_of(mention.start)


def _may_be_of(mention: Mention, base: int | None) -> bool:
    return base is None or mention.count is None or mention.count <= base


def _last_of_each_unit(bases: Iterable[BaseMention]) -> list[BaseMention]:
    """The last base of each unit, the latest first: a new one takes the place of an earlier."""
    last: dict[str, BaseMention] = {}
    for base in bases:
        last[base.unit] = base
    return sorted(last.values(), key=lambda base: (base.part, base.start), reverse=True)


def _others(bases: Sequence[BaseMention]) -> tuple[int, ...]:
    """Bases other than the first, each once."""
    return tuple(dict.fromkeys(base.base for base in bases if base.base != bases[0].base))
