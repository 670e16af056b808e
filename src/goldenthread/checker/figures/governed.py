"""A share under the base that its sentence gives: "Of the 26, 10 (38%) … and 12 (46%) …"."""

from dataclasses import dataclass, replace

from goldenthread.checker.figures.joined import Joined
from goldenthread.checker.figures.marking import Span
from goldenthread.checker.figures.model import Nature
from goldenthread.checker.figures.natures import nature_of
from goldenthread.checker.figures.outline import Outline
from goldenthread.checker.figures.units import unit_after
from goldenthread.checker.figures.wholes_in_words import Whole


@dataclass(frozen=True, slots=True)
class Governed:
    """A pair and its nature; ``apart`` is where a base begins that stands apart from the share."""

    pair: Joined
    nature: Nature
    apart: int | None = None


def governed(
    outline: Outline,
    sentence: Span,
    pair: Joined,
    wholes: tuple[Whole, ...],
    earlier: Joined | None,
) -> Governed:
    """A pair with the base of its sentence: of the words before it, or of an ``earlier`` pair.

    A count is never of a smaller base. "Of these", with no number before it in the sentence, gives
    no base here: another sentence names the group.
    """
    found = Governed(
        pair,
        nature_of(outline.marks, sentence, span_of(outline, pair), _span_of_share(outline, pair)),
    )
    if pair.base is not None or found.nature is not Nature.SHARE:
        return found
    whole = _whole_of(outline, pair, wholes)
    if whole is not None:
        if whole.number is None:
            return found
        return _under(outline, found, whole.number, min(whole.start, whole.number))
    if earlier is not None and earlier.base is not None and _is_of(outline, pair, earlier.base):
        return _under(outline, found, earlier.base, None)
    return found


def span_of(outline: Outline, pair: Joined) -> Span:
    """The stretch from the first figure of a pair to its last."""
    share = outline.shares[pair.share]
    numbers = [outline.numbers[n] for n in (pair.count, pair.base) if n is not None]
    return (
        min(share.start, *(n.start for n in numbers)) if numbers else share.start,
        max(share.end, *(n.end for n in numbers)) if numbers else share.end,
    )


def _whole_of(outline: Outline, pair: Joined, wholes: tuple[Whole, ...]) -> Whole | None:
    """The last base in words before a pair, or "of whom" just after its share."""
    share_end = outline.shares[pair.share].end
    start = span_of(outline, pair)[0]
    found = [w for w in wholes if w.start < start or (w.points_back and w.start - share_end == 1)]
    return found[-1] if found else None


def _is_of(outline: Outline, pair: Joined, base: int) -> bool:
    if pair.count is None:
        return False
    noun = unit_after(outline.text, outline.numbers[pair.count].end).noun
    return noun in {"", unit_after(outline.text, outline.numbers[base].end).noun}


def _under(outline: Outline, found: Governed, base: int, apart: int | None) -> Governed:
    count = found.pair.count
    if count is not None and outline.numbers[count].value > outline.numbers[base].value:
        return found
    return replace(found, pair=replace(found.pair, base=base), apart=apart)


def _span_of_share(outline: Outline, pair: Joined) -> Span:
    share = outline.shares[pair.share]
    return share.start, share.end
