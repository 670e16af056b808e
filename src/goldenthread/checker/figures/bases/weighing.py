"""Weighing the bases that could govern a share: those of its section, and numbers near by."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.bases.in_force import base_in_force
from goldenthread.checker.figures.bases.nearby import (
    Nearby,
    agrees,
    may_be_of_others,
    nearby,
)
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.bases.too_many import base_of_too_many
from goldenthread.checker.figures.bases.ungoverned import (
    Around,
    further_off,
    ungoverned,
    with_the_count_before,
)
from goldenthread.checker.figures.model import BaseMention, Bound, Mention, Nature
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.kinds_of_unit import is_of
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Part, Passage

_MOST_BASES = 40
"""Governing bases that are weighed for one share, in a document that has more."""

_SEVERAL = 2
_MANY_TIMES = 4
"""No whole that takes the place of a base is larger than it by more."""

_COUNT_AS_N = re.compile(r"\bn\s?=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """What a mention is bound against: the parts, their sections and the governing bases."""

    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    governing: tuple[BaseMention, ...]
    so_far: list[Bound]
    """The mentions that are bound, in reading order."""

    def text(self, part: int) -> str:
        """The text of a part; empty before the first part, and for a table."""
        found = self.parts[part] if part >= 0 else None
        return found.text if isinstance(found, Passage) else ""

    def is_stated(self, mention: Mention, part: int, start: int) -> bool:
        """Whether a base at a place stands in the sentence of a mention."""
        if part != mention.part:
            return False
        outline = outline_of(self.text(mention.part))
        return outline.sentence_of(start) == outline.sentence_of(mention.start)

    def around(self, mention: Mention) -> tuple[BaseMention, ...]:
        """The first governing bases of the document and the last before a mention."""
        if len(self.governing) <= _MOST_BASES:
            return self.governing
        place = bisect_left(
            self.governing, (mention.part, mention.end), key=lambda base: (base.part, base.start)
        )
        first = self.governing[: min(place, _MOST_BASES // 4)]
        return first + self.governing[max(len(first), place - _MOST_BASES) : place + 1]

    def nearest(self, bases: Sequence[BaseMention], mention: Mention) -> list[BaseMention]:
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
        if " in " in mention.share.printed:
            return []  # "One in five children live so" is told of everybody, before what was found
        is_share = mention.nature is Nature.SHARE
        if is_share and mention.count is None and not mention.unit:
            bases = bases if may_be_of_others(mention, self.text(mention.part)) else before
        return sorted(bases, key=lambda base: abs(base.part - mention.part))

    def governed(self, mention: Mention) -> Bound:
        """A mention under what governs it, or of a number near by that makes it agree."""
        fitting = [base for base in self.around(mention) if is_of(mention.unit, base.unit)]
        bases = self.nearest([b for b in fitting if may_be_of(mention, b.base)], mention)
        near = nearby(mention, self.parts, self.sections)
        told = self._by_arithmetic(mention, bases, near)
        if told is not None:
            return told
        if bases:
            return self._under(mention, bases, near)
        around = Around(near, self.so_far, self.parts, self.sections)
        size = further_off(mention, around) or self._too_many(mention, fitting, near)
        if size is not None:
            return Bound(mention, size, stated=False, count=mention.count)
        return ungoverned(mention, around)

    def _by_arithmetic(
        self, mention: Mention, bases: Sequence[BaseMention], near: Sequence[Nearby]
    ) -> Bound | None:
        """A mention whose count, or the definite number before it, comes out right of a number.

        That of the share before in its sentence comes first, then those near by.
        """
        sizes = [*(base.base for base in bases), *(n.size for n in near)]
        named = with_the_count_before(mention, sizes, self.text(mention.part))
        if named is not None:
            return named
        beside = self._beside(mention)
        if beside is not None and agrees(mention, beside):
            return Bound(mention, beside, stated=False, count=mention.count)
        found = agreeing(mention, bases, near)
        if found is not None:
            return Bound(mention, found.size, found.in_sentence, count=mention.count)
        if beside is not None and agrees(mention, beside, Verdict.TRUNCATED) and not bases:
            return Bound(mention, beside, stated=False, count=mention.count)
        return None

    def _beside(self, mention: Mention) -> int | None:
        """The base, said elsewhere, of the share before in the sentence, if that agrees with it."""
        last = self.so_far[-1] if self.so_far else None
        if last is None or last.mention.part != mention.part or mention.unit or last.stated:
            return None
        sentence_of = outline_of(self.text(mention.part)).sentence_of
        if last.base is None or sentence_of(last.mention.start) != sentence_of(mention.start):
            return None
        return last.base if agrees(last.mention, last.base) else None

    def _too_many(
        self, mention: Mention, fitting: Sequence[BaseMention], near: Sequence[Nearby]
    ) -> int | None:
        texts = (self.text(mention.part - 1), self.text(mention.part))
        bases = self.nearest(fitting, mention)
        return base_of_too_many(mention, bases, near, self.sections, texts)

    def _under(
        self, mention: Mention, bases: Sequence[BaseMention], near: Sequence[Nearby]
    ) -> Bound:
        """A mention under the first base that governs it, with the others that could."""
        base = next((one for one in bases if agrees(mention, one.base)), bases[0])
        if _COUNT_AS_N.search(mention.text) and mention.count == base.base:
            # "38% (n = 26)" gives the base that governs, and no count.
            return Bound(replace(mention, count=None), base.base, stated=True)
        beside: list[int] = []
        if mention.count is None:
            instead = self._instead(mention, bases, base, near)
            if instead is not None:
                return instead
        else:
            own = (n for n in near if n.is_whole and n.distance == 0 and n.unit == mention.unit)
            beside = [n.size for n in own]
        sizes = dict.fromkeys([*(one.base for one in bases), *beside])
        others = tuple(n for n in sizes if n != base.base and may_be_of(mention, n))
        stated = self.is_stated(mention, base.part, base.start)
        return Bound(mention, base.base, stated, others, mention.count)

    def _instead(
        self,
        mention: Mention,
        bases: Sequence[BaseMention],
        base: BaseMention,
        near: Sequence[Nearby],
    ) -> Bound | None:
        """A share alone that is of another number than the base that governs, or of none."""
        in_force = self._in_force_instead(mention, bases)
        if in_force is not None:
            return Bound(mention, in_force, stated=False)
        if verdict_of(mention.share, None, base.base) is not Verdict.IMPOSSIBLE:
            return None
        possible = self._possible_instead(mention, base, near)
        if possible is not None:
            return Bound(mention, possible.size, possible.in_sentence)
        if may_be_of_others(mention, self.text(mention.part)):
            return None
        # "Timeliness stood at 88%" in a report of 29 audits is a measure of something else.
        return Bound(mention, None, stated=False)

    def _in_force_instead(self, mention: Mention, bases: Sequence[BaseMention]) -> int | None:
        """The base of the shares just before, where several govern: those of parents go on."""
        if mention.unit or len(bases) < _SEVERAL:
            return None
        in_force = base_in_force(mention, self.so_far, self.sections)
        possible = verdict_of(mention.share, None, in_force) is Verdict.POSSIBLE
        return in_force if possible and any(base.base == in_force for base in bases) else None

    def _possible_instead(
        self, mention: Mention, base: BaseMention, near: Sequence[Nearby]
    ) -> Nearby | None:
        """The last whole since a base, larger than it, that a share can be of.

        "All 14 were audited. Across all 23, ... Children were seen alone in 65%": of the 23.
        """
        later = (
            n
            for n in near
            if n.is_whole
            and 0 < n.distance < mention.part - base.part
            and base.base < n.size <= _MANY_TIMES * base.base
        )
        return next(
            (n for n in later if verdict_of(mention.share, None, n.size) is Verdict.POSSIBLE), None
        )


def agreeing(
    mention: Mention, bases: Sequence[BaseMention], near: Sequence[Nearby]
) -> Nearby | None:
    """A number near by of which the count is the share, where no governing base is that.

    A share that is truncated for a governing base is left to it.
    """
    for verdict in (Verdict.AGREES, Verdict.TRUNCATED):
        if any(agrees(mention, base.base, verdict) for base in bases):
            return None
        found = [n for n in near if agrees(mention, n.size, verdict)]
        if found:
            return next((n for n in found if n.is_whole and n.unit == mention.unit), found[0])
    return None


def may_be_of(mention: Mention, base: int) -> bool:
    """Whether a count is no more than a base, or is said to be more by its share."""
    return mention.count is None or mention.count <= base or mention.share.value > 1


def _last_of_each_unit(bases: Iterable[BaseMention]) -> list[BaseMention]:
    """The last base of each unit, the latest first: a new one takes the place of an earlier."""
    last: dict[str, BaseMention] = {}
    for base in bases:
        last[base.unit] = base
    return sorted(last.values(), key=lambda base: (base.part, base.start), reverse=True)
