"""The base that counts and percentages of a section agree on, where no words say what governs.

Each of "12 (35%), 23 (68%) and 19 (56%)" is of few bases; where a number printed before is a base
of three of them, or of all where it is the only one, a careful reader takes it for theirs.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from goldenthread.checker.figures.bases.nearby import agrees, may_be_of_others
from goldenthread.checker.figures.bases.populations import populations_in, populations_of
from goldenthread.checker.figures.bases.sections import Section
from goldenthread.checker.figures.model import Bound, Nature
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.kinds_of_unit import are_alike
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Grid, Part, Passage

_ENOUGH = 3
"""So many shares that agree with a number make it their base."""

_MOST = 60
"""Numbers that are tried for a section, the last first, and shares that are tried with them."""

_LEAST = 5
"""A smaller number fits too much by chance."""


def with_agreed_bases(
    bounds: Sequence[Bound], parts: Sequence[Part], sections: Sequence[Section]
) -> tuple[Bound, ...]:
    """The same bounds, with the base that those of a section agree on where they have none.

    >>> from goldenthread.checker.figures.words.mentions import mentions
    >>> said = "34 came back. 12 (35%) had one, 23 (68%) some, 19 (56%) all, and 41% none."
    >>> bounds = [Bound(m, None, False, count=m.count) for m in mentions(said, 0)]
    >>> [b.base for b in with_agreed_bases(bounds, [Passage(said, "line 1")], [()])]
    [34, 34, 34, 34]
    """
    found = list(bounds)
    of_section: dict[Section, list[int]] = {}
    for place, bound in enumerate(bounds):
        if bound.base is None and bound.mention.nature is Nature.SHARE:
            of_section.setdefault(sections[bound.mention.part], []).append(place)
    for places in of_section.values():
        counted = [bounds[place] for place in places if bounds[place].count is not None]
        base = _agreed(counted[:_MOST], parts) if len(counted) >= _ENOUGH else None
        if base is not None:
            for place in places:
                found[place] = _under(bounds[place], base, counted, parts)
    return tuple(found)


def _agreed(counted: Sequence[Bound], parts: Sequence[Part]) -> int | None:
    """The one number, printed before the last share, with which most counts and shares agree."""
    pairs = {(bound.count, bound.mention.share.printed): bound for bound in counted}
    votes = Counter(
        {
            size: sum(agrees(bound.mention, size) for bound in pairs.values())
            for size in _sizes(parts[: counted[-1].mention.part + 1])
        }
    )
    (first, most), (_, next_most) = (*votes.most_common(2), (0, 0), (0, 0))[:2]
    return first if most >= _ENOUGH and most > next_most and 2 * most > len(pairs) else None


def _sizes(parts: Sequence[Part]) -> Iterable[int]:
    """The last numbers of the parts that can be bases, each once."""
    sizes: dict[int, None] = {}
    for part in reversed(parts):
        if len(sizes) >= _MOST:
            break
        sentences = populations_in(part.text) if isinstance(part, Passage) else ()
        for sentence in populations_of(part) if isinstance(part, Grid) else sentences:
            sizes.update(dict.fromkeys(one.size for one in sentence if one.size >= _LEAST))
    return sizes


def _under(bound: Bound, base: int, counted: Sequence[Bound], parts: Sequence[Part]) -> Bound:
    """A bound under an agreed base, if its count agrees, or it stands among those that do."""
    mention = bound.mention
    part = parts[mention.part]
    text = part.text if isinstance(part, Passage) else ""
    agreeing = [one for one in counted if agrees(one.mention, base)]
    if mention.count is None:
        is_told_so = may_be_of_others(mention, text) and (
            not mention.unit or any(are_alike(mention.unit, a.mention.unit) for a in agreeing)
        )
        possible = verdict_of(mention.share, None, base) is Verdict.POSSIBLE
        return replace(bound, base=base) if is_told_so and possible else bound
    if agrees(mention, base):
        return replace(bound, base=base)
    sentence_of = outline_of(text).sentence_of
    beside = [
        one
        for one in agreeing
        if one.mention.part == mention.part
        and sentence_of(one.mention.start) == sentence_of(mention.start)
    ]
    return replace(bound, base=base) if len(beside) > 1 and mention.count <= base else bound
