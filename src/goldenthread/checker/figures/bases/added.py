"""A whole that is only said in parts: "Twelve post-court and nine out-of-court cases were audited".

What they make together governs, where the document says that number as a base later on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from goldenthread.checker.figures.bases.populations import Population, populations_in
from goldenthread.checker.figures.model import BaseMention, Mention
from goldenthread.checker.figures.words.kinds_of_unit import SAMPLED
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.source import Part, printed_passages

_FEWEST = 2
_MOST = 4
"""A whole is said in so many parts, all in one sentence."""


def added_bases(
    parts: Sequence[Part], mentions: Iterable[Mention], bases: Sequence[BaseMention]
) -> list[BaseMention]:
    """Governing bases that sentences give in parts, for sums that are printed further on.

    >>> from goldenthread.checker.figures.words.mentions import mentions
    >>> from goldenthread.checker.source import Passage
    >>> said = "Twelve plans and nine reviews were audited. 17 of the 21 (81%) were good."
    >>> found = added_bases([Passage(said, "line 1")], mentions(said, 0), ())
    >>> [(base.base, base.governs) for base in found]
    [(21, True)]
    """
    governed = {base.base for base in bases if base.governs}
    printed = {base.base: base.part for base in bases if not base.governs}
    printed |= {m.base: m.part for m in mentions if m.base is not None}
    wanted = {size: part for size, part in printed.items() if size not in governed}
    return list(_sums(parts, wanted)) if wanted else []


def _sums(parts: Sequence[Part], wanted: dict[int, int]) -> Iterator[BaseMention]:
    for number, passage in printed_passages(parts):
        outline = outline_of(passage.text)
        for place, span in enumerate(outline.sentences):
            numbers = outline.numbers_between(*span)
            total = sum(outline.numbers[start].value for start in numbers)
            if number > wanted.get(total, -1) or outline.has_share(*span):
                continue
            wholes = populations_in(passage.text)[place]
            is_all = _FEWEST <= len(wholes) <= _MOST and len(wholes) == len(numbers)
            base = _base(wholes, total) if is_all else None
            if base is not None:
                yield replace(base, part=number)


def _base(wholes: Sequence[Population], total: int) -> BaseMention | None:
    """The sum as a base in the noun of its parts, if that is what reports are based on."""
    unit = next((one.unit for one in reversed(wholes) if one.unit in SAMPLED), "")
    last = wholes[-1]
    return BaseMention(total, unit, 0, last.start, str(last.size), True) if unit else None
