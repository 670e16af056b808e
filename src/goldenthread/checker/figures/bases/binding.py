"""Which base a share is of, when its own sentence does not say."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.bases.added import added_bases
from goldenthread.checker.figures.bases.agreed import with_agreed_bases
from goldenthread.checker.figures.bases.described import described_group
from goldenthread.checker.figures.bases.in_force import base_in_force
from goldenthread.checker.figures.bases.nearby import (
    Nearby,
    agrees,
    may_be_of_others,
    nearby,
)
from goldenthread.checker.figures.bases.other_numbers import (
    is_wrong,
    with_other_numbers,
    with_the_count_further_off,
)
from goldenthread.checker.figures.bases.restated import restated_count
from goldenthread.checker.figures.bases.return_rates import return_rate
from goldenthread.checker.figures.bases.rivals import with_rivals
from goldenthread.checker.figures.bases.sections import Section, sections_of
from goldenthread.checker.figures.bases.sentence_before import pointing_back
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
from goldenthread.checker.figures.words.units import noun_in, unit_after
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Part, Passage

_MOST_BASES = 40
"""Governing bases that are weighed for one share, in a document that has more."""

_SEVERAL = 2
_MANY_TIMES = 4
"""No whole that takes the place of a base is larger than it by more."""

_COUNT_AS_N = re.compile(r"\bn\s?=", re.IGNORECASE)


def bind(
    mentions: Sequence[Mention], bases: Sequence[BaseMention], parts: Sequence[Part]
) -> tuple[Bound, ...]:
    """Every mention with its base.

    The cues, in the order in which they are believed:

    1. its own sentence gives the base, or says that it is of another time or place;
    2. it points back ("Of these, …") to a group just said, or to one that its words describe;
    3. its count is its share of what governs its section, or of a number near by;
    4. words before it describe a group that was said before (``described``);
    5. the last base that governs its section and whose unit fits, or the one of the document;
    6. the base in force, a number near by of the same noun, or of the sentence's subject;
    7. the number that the counts and shares of its section agree on (``agreed``).

    Where several could govern, ``others`` names the rest, and numbers close by that a share may be
    of where it is wrong for a base that no words give it (``rivals``). A count greater than a base
    is of it only where that is sure to be a slip (``too_many``). A return rate is of no such base:
    its count is the governing one (``return_rates``), and governs what was found where it comes out
    right.
    What a sentence says in parts governs if the sum is printed later (``added``).
    """
    added = added_bases(parts, mentions, bases)
    governing = _in_order((*(base for base in bases if base.governs), *added))
    document = _Document(tuple(parts), sections_of(parts), governing, [])
    returned = document.what_came_back(mentions)
    if returned:
        document = replace(document, governing=_in_order((*governing, *returned)))
    for mention in mentions:
        document.so_far.append(document.bound(mention))
    found = with_agreed_bases(document.so_far, parts, document.sections)
    return with_rivals(found, parts, document.sections, document.governing)


@dataclass(frozen=True, slots=True)
class _Document:
    """What a mention is bound against: the parts, their sections and the governing bases."""

    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    governing: tuple[BaseMention, ...]
    so_far: list[Bound]
    """The mentions that are bound, in reading order."""

    def what_came_back(self, mentions: Iterable[Mention]) -> list[BaseMention]:
        """The counts of return rates that come out right, and that no other words say to govern.

        "We had 34 audits back out of 40, a return of 85%": the findings are of the 34.
        """
        known = {base.base for base in self.governing}
        found: list[BaseMention] = []
        for mention in mentions:
            if mention.nature is not Nature.RETURN_RATE:
                continue
            rate = self._bound(mention)
            if rate.base is None or rate.count is None or rate.count in known:
                continue
            if agrees(replace(mention, count=rate.count), rate.base):
                unit = mention.unit or noun_in(self._text(mention.part)[: mention.start])
                found.append(
                    BaseMention(rate.count, unit, mention.part, mention.start, mention.text, True)
                )
        return found

    def bound(self, mention: Mention) -> Bound:
        """A mention with its base, and with another count if its own cannot be meant."""
        restated = restated_count(mention, self._text(mention.part), self._text(mention.part - 1))
        if restated is not None:
            mention = replace(mention, count=restated)
        found = self._bound(mention)
        if restated is not None and is_wrong(found):
            return Bound(mention, None, stated=False, count=restated)
        if not is_wrong(found):
            return with_the_count_further_off(found, self._text(mention.part))
        near = nearby(mention, self.parts, self.sections)
        return with_other_numbers(found, near, self._text(mention.part))

    def _bound(self, mention: Mention) -> Bound:
        if mention.nature is Nature.RETURN_RATE:
            nearest = self._nearest(self._around(mention), mention)
            governing = nearest[0].base if nearest else None
            return return_rate(mention, governing, nearby(mention, self.parts, self.sections))
        if mention.base is not None or mention.nature is Nature.ELSEWHERE:
            return Bound(mention, mention.base, mention.base is not None, count=mention.count)
        if self._counts_all(mention):
            return self._of_its_sentence(mention)
        back = pointing_back(mention, self._text(mention.part), self._text(mention.part - 1))
        if back is not None:
            return self._of_the_group(mention, back.base)
        governed = self._governed(mention)
        if governed.base is not None and agrees(mention, governed.base):
            return governed
        described = self._described(mention)
        if described is not None or governed.base is not None:
            return described or governed
        return self._of_its_subject(mention) or governed

    def _of_the_group(self, mention: Mention, base: int | None) -> Bound:
        """A mention that points back: of the group before, or of one that its words describe."""
        described = self._described(mention) if base is None else None
        if described is not None:
            return described
        if base is None and mention.count is not None:
            governed = self._governed(mention)
            if governed.base is not None and agrees(mention, governed.base):
                return governed  # "19 of them (86%)" under a heading that says of how many
        return self._of_these(mention, base)

    def _described(self, mention: Mention) -> Bound | None:
        group = described_group(mention, self.parts, self.sections)
        if group is None:
            return None
        stated = self._is_stated(mention, *group.place)
        return Bound(mention, group.size, stated, count=mention.count)

    def _of_its_subject(self, mention: Mention) -> Bound | None:
        """A share alone as one of what its sentence begins with: "Plans were clear in 52%"."""
        if mention.count is not None or mention.unit:
            return None
        text = self._text(mention.part)
        outline = outline_of(text)
        start = outline.sentences[outline.sentence_of(mention.start)][0]
        subject = unit_after(text, start)
        is_of_its_own = unit_after(text, mention.end).noun  # "at 9 in 10 first meetings"
        if not subject.noun or subject.end > mention.start or is_of_its_own:
            return None
        found = self._governed(replace(mention, unit=subject.noun))
        possible = verdict_of(mention.share, None, found.base) is Verdict.POSSIBLE
        return replace(found, mention=mention) if found.base is not None and possible else None

    def _of_these(self, mention: Mention, base: int | None) -> Bound:
        """A mention of the group that its words point back to, if it can be of that.

        "30% of these audits" may as well mean all that were audited.
        """
        if base is None or not _may_be_of(mention, base):
            return Bound(mention, None, stated=False, count=mention.count)
        if verdict_of(mention.share, mention.count, base) is Verdict.IMPOSSIBLE:
            governed = self._governed(mention)
            if verdict_of(mention.share, None, governed.base) is Verdict.POSSIBLE:
                return governed
        return Bound(mention, base, stated=False, count=mention.count)

    def _text(self, part: int) -> str:
        found = self.parts[part] if part >= 0 else None
        return found.text if isinstance(found, Passage) else ""

    def _of_its_sentence(self, mention: Mention) -> Bound:
        """A count that no base governs, of a number of its sentence that makes it agree."""
        near = [n for n in nearby(mention, self.parts, self.sections) if n.in_sentence]
        found = _agreeing(mention, (), near)
        size = None if found is None else found.size
        return Bound(mention, size, size is not None, count=mention.count)

    def _counts_all(self, mention: Mention) -> bool:
        """Whether the mention's own count is what governs: "26 audits (87%) were returned"."""
        return any(
            base.part == mention.part
            and mention.start <= base.start < mention.end
            and base.base == mention.count
            for base in self._around(mention)
        )

    def _around(self, mention: Mention) -> tuple[BaseMention, ...]:
        """The first governing bases of the document and the last before a mention."""
        if len(self.governing) <= _MOST_BASES:
            return self.governing
        place = bisect_left(
            self.governing, (mention.part, mention.end), key=lambda base: (base.part, base.start)
        )
        first = self.governing[: min(place, _MOST_BASES // 4)]
        return first + self.governing[max(len(first), place - _MOST_BASES) : place + 1]

    def _governed(self, mention: Mention) -> Bound:
        """A mention under what governs it, or of a number near by that makes it agree."""
        fitting = [base for base in self._around(mention) if is_of(mention.unit, base.unit)]
        bases = self._nearest([b for b in fitting if _may_be_of(mention, b.base)], mention)
        near = nearby(mention, self.parts, self.sections)
        sizes = [*(base.base for base in bases), *(n.size for n in near)]
        named = with_the_count_before(mention, sizes, self._text(mention.part))
        if named is not None:
            return named
        beside = self._beside(mention)
        if beside is not None and agrees(mention, beside):
            return Bound(mention, beside, stated=False, count=mention.count)
        agreeing = _agreeing(mention, bases, near)
        if agreeing is not None:
            return Bound(mention, agreeing.size, agreeing.in_sentence, count=mention.count)
        if beside is not None and agrees(mention, beside, Verdict.TRUNCATED) and not bases:
            return Bound(mention, beside, stated=False, count=mention.count)
        if bases:
            return self._under(mention, bases, near)
        around = Around(near, self.so_far, self.parts, self.sections)
        size = further_off(mention, around) or self._too_many(mention, fitting, near)
        if size is not None:
            return Bound(mention, size, stated=False, count=mention.count)
        return ungoverned(mention, around)

    def _beside(self, mention: Mention) -> int | None:
        """The base, said elsewhere, of the share before in the sentence, if that agrees with it."""
        last = self.so_far[-1] if self.so_far else None
        if last is None or last.mention.part != mention.part or mention.unit or last.stated:
            return None
        sentence_of = outline_of(self._text(mention.part)).sentence_of
        if last.base is None or sentence_of(last.mention.start) != sentence_of(mention.start):
            return None
        return last.base if agrees(last.mention, last.base) else None

    def _too_many(
        self, mention: Mention, fitting: Sequence[BaseMention], near: Sequence[Nearby]
    ) -> int | None:
        texts = (self._text(mention.part - 1), self._text(mention.part))
        bases = self._nearest(fitting, mention)
        return base_of_too_many(mention, bases, near, self.sections, texts)

    def _under(
        self, mention: Mention, bases: Sequence[BaseMention], near: Sequence[Nearby]
    ) -> Bound:
        base = next((one for one in bases if agrees(mention, one.base)), bases[0])
        if _COUNT_AS_N.search(mention.text) and mention.count == base.base:
            # "38% (n = 26)" gives the base that governs, and no count.
            return Bound(replace(mention, count=None), base.base, stated=True)
        beside = [n.size for n in near if n.is_whole and n.distance == 0 and n.unit == mention.unit]
        sizes = [b.base for b in bases] + ([] if mention.count is None else beside)
        if mention.count is None:
            in_force = self._in_force_instead(mention, bases)
            if in_force is not None:
                return Bound(mention, in_force, stated=False)
            possible = self._possible_instead(mention, base, near)
            if possible is not None:
                return Bound(mention, possible.size, possible.in_sentence)
            if self._is_a_measure(mention, base.base):
                return Bound(mention, None, stated=False)
        others = tuple(
            dict.fromkeys(size for size in sizes if size != base.base and _may_be_of(mention, size))
        )
        return Bound(
            mention,
            base.base,
            self._is_stated(mention, base.part, base.start),
            others,
            mention.count,
        )

    def _in_force_instead(self, mention: Mention, bases: Sequence[BaseMention]) -> int | None:
        """The base of the shares just before, where several govern: those of parents go on."""
        if mention.unit or len(bases) < _SEVERAL:
            return None
        in_force = base_in_force(mention, self.so_far, self.sections)
        possible = verdict_of(mention.share, None, in_force) is Verdict.POSSIBLE
        return in_force if possible and any(base.base == in_force for base in bases) else None

    def _is_a_measure(self, mention: Mention, base: int) -> bool:
        """Whether a share is told as a measure of its own, and can be no share of a base.

        "Timeliness stood at 88%" in a report of 29 audits is of something else.
        """
        impossible = verdict_of(mention.share, None, base) is Verdict.IMPOSSIBLE
        return impossible and not may_be_of_others(mention, self._text(mention.part))

    def _possible_instead(
        self, mention: Mention, base: BaseMention, near: Sequence[Nearby]
    ) -> Nearby | None:
        """The last whole since a base that the share cannot be of, if it can be of that.

        "All 14 were audited. Across all 23, ... Children were seen alone in 65%": of the 23.
        """
        if verdict_of(mention.share, None, base.base) is not Verdict.IMPOSSIBLE:
            return None
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
        if " in " in mention.share.printed:
            return []  # "One in five children live so" is told of everybody, before what was found
        is_share = mention.nature is Nature.SHARE
        if is_share and mention.count is None and not mention.unit:
            bases = bases if may_be_of_others(mention, self._text(mention.part)) else before
        return sorted(bases, key=lambda base: abs(base.part - mention.part))

    def _is_stated(self, mention: Mention, part: int, start: int) -> bool:
        """Whether a base at a place stands in the sentence of a mention."""
        if part != mention.part:
            return False
        outline = outline_of(self._text(mention.part))
        return outline.sentence_of(start) == outline.sentence_of(mention.start)


def _in_order(bases: Iterable[BaseMention]) -> tuple[BaseMention, ...]:
    return tuple(sorted(bases, key=lambda base: (base.part, base.start)))


def _agreeing(
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


def _may_be_of(mention: Mention, base: int) -> bool:
    return mention.count is None or mention.count <= base or mention.share.value > 1


def _last_of_each_unit(bases: Iterable[BaseMention]) -> list[BaseMention]:
    """The last base of each unit, the latest first: a new one takes the place of an earlier."""
    last: dict[str, BaseMention] = {}
    for base in bases:
        last[base.unit] = base
    return sorted(last.values(), key=lambda base: (base.part, base.start), reverse=True)
