"""Which base a share is of, when its own sentence does not say."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from goldenthread.checker.figures.bases.added import added_bases
from goldenthread.checker.figures.bases.agreed import with_agreed_bases
from goldenthread.checker.figures.bases.described import described_group
from goldenthread.checker.figures.bases.nearby import agrees, nearby
from goldenthread.checker.figures.bases.other_numbers import (
    is_wrong,
    with_other_numbers,
    with_the_count_further_off,
)
from goldenthread.checker.figures.bases.restated import restated_count
from goldenthread.checker.figures.bases.return_rates import return_rate
from goldenthread.checker.figures.bases.rivals import with_rivals
from goldenthread.checker.figures.bases.sections import sections_of
from goldenthread.checker.figures.bases.sentence_before import pointing_back
from goldenthread.checker.figures.bases.weighing import Document, agreeing, may_be_of
from goldenthread.checker.figures.model import BaseMention, Bound, Mention, Nature
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.figures.words.outline import outline_of
from goldenthread.checker.figures.words.units import noun_in, unit_after
from goldenthread.checker.results import Verdict
from goldenthread.checker.source import Part


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
    right. What a sentence says in parts governs if the sum is printed later (``added``).
    """
    added = added_bases(parts, mentions, bases)
    governing = _in_order((*(base for base in bases if base.governs), *added))
    document = Document(tuple(parts), sections_of(parts), governing, [])
    returned = _what_came_back(document, mentions)
    if returned:
        document = replace(document, governing=_in_order((*governing, *returned)))
    for mention in mentions:
        document.so_far.append(_bound(document, mention))
    found = with_agreed_bases(document.so_far, parts, document.sections)
    return with_rivals(found, parts, document.sections, document.governing)


def _what_came_back(document: Document, mentions: Iterable[Mention]) -> list[BaseMention]:
    """The counts of return rates that come out right, and that no other words say to govern.

    "We had 34 audits back out of 40, a return of 85%": the findings are of the 34.
    """
    known = {base.base for base in document.governing}
    found: list[BaseMention] = []
    for mention in mentions:
        if mention.nature is not Nature.RETURN_RATE:
            continue
        rate = _of_its_own_count(document, mention)
        if rate.base is None or rate.count is None or rate.count in known:
            continue
        if agrees(replace(mention, count=rate.count), rate.base):
            unit = mention.unit or noun_in(document.text(mention.part)[: mention.start])
            found.append(
                BaseMention(rate.count, unit, mention.part, mention.start, mention.text, True)
            )
    return found


def _bound(document: Document, mention: Mention) -> Bound:
    """A mention with its base, and with another count if its own cannot be meant."""
    restated = restated_count(mention, document.text(mention.part), document.text(mention.part - 1))
    if restated is not None:
        mention = replace(mention, count=restated)
    found = _of_its_own_count(document, mention)
    if restated is not None and is_wrong(found):
        return Bound(mention, None, stated=False, count=restated)
    if not is_wrong(found):
        return with_the_count_further_off(found, document.text(mention.part))
    near = nearby(mention, document.parts, document.sections)
    return with_other_numbers(found, near, document.text(mention.part))


def _of_its_own_count(document: Document, mention: Mention) -> Bound:
    """A mention with the base that the first of the cues gives it (see ``bind``)."""
    if mention.nature is Nature.RETURN_RATE:
        nearest = document.nearest(document.around(mention), mention)
        governing = nearest[0].base if nearest else None
        return return_rate(mention, governing, nearby(mention, document.parts, document.sections))
    if mention.base is not None or mention.nature is Nature.ELSEWHERE:
        return Bound(mention, mention.base, mention.base is not None, count=mention.count)
    if _counts_all(document, mention):
        return _of_its_sentence(document, mention)
    back = pointing_back(mention, document.text(mention.part), document.text(mention.part - 1))
    if back is not None:
        return _of_the_group(document, mention, back.base)
    governed = document.governed(mention)
    if governed.base is not None and agrees(mention, governed.base):
        return governed
    described = _described(document, mention)
    if described is not None or governed.base is not None:
        return described or governed
    return _of_its_subject(document, mention) or governed


def _of_the_group(document: Document, mention: Mention, base: int | None) -> Bound:
    """A mention that points back: of the group before, or of one that its words describe."""
    described = _described(document, mention) if base is None else None
    if described is not None:
        return described
    if base is None and mention.count is not None:
        governed = document.governed(mention)
        if governed.base is not None and agrees(mention, governed.base):
            return governed  # "19 of them (86%)" under a heading that says of how many
    return _of_these(document, mention, base)


def _described(document: Document, mention: Mention) -> Bound | None:
    """A mention of a group that words before it describe."""
    group = described_group(mention, document.parts, document.sections)
    if group is None:
        return None
    stated = document.is_stated(mention, *group.place)
    return Bound(mention, group.size, stated, count=mention.count)


def _of_its_subject(document: Document, mention: Mention) -> Bound | None:
    """A share alone as one of what its sentence begins with: "Plans were clear in 52%"."""
    if mention.count is not None or mention.unit:
        return None
    text = document.text(mention.part)
    outline = outline_of(text)
    start = outline.sentences[outline.sentence_of(mention.start)][0]
    subject = unit_after(text, start)
    is_of_its_own = unit_after(text, mention.end).noun  # "at 9 in 10 first meetings"
    if not subject.noun or subject.end > mention.start or is_of_its_own:
        return None
    found = document.governed(replace(mention, unit=subject.noun))
    possible = verdict_of(mention.share, None, found.base) is Verdict.POSSIBLE
    return replace(found, mention=mention) if found.base is not None and possible else None


def _of_these(document: Document, mention: Mention, base: int | None) -> Bound:
    """A mention of the group that its words point back to, if it can be of that.

    "30% of these audits" may as well mean all that were audited.
    """
    if base is None or not may_be_of(mention, base):
        return Bound(mention, None, stated=False, count=mention.count)
    if verdict_of(mention.share, mention.count, base) is Verdict.IMPOSSIBLE:
        governed = document.governed(mention)
        if verdict_of(mention.share, None, governed.base) is Verdict.POSSIBLE:
            return governed
    return Bound(mention, base, stated=False, count=mention.count)


def _of_its_sentence(document: Document, mention: Mention) -> Bound:
    """A count that no base governs, of a number of its sentence that makes it agree."""
    near = [n for n in nearby(mention, document.parts, document.sections) if n.in_sentence]
    found = agreeing(mention, (), near)
    size = None if found is None else found.size
    return Bound(mention, size, size is not None, count=mention.count)


def _counts_all(document: Document, mention: Mention) -> bool:
    """Whether the mention's own count is what governs: "26 audits (87%) were returned"."""
    return any(
        base.part == mention.part
        and mention.start <= base.start < mention.end
        and base.base == mention.count
        for base in document.around(mention)
    )


def _in_order(bases: Iterable[BaseMention]) -> tuple[BaseMention, ...]:
    return tuple(sorted(bases, key=lambda base: (base.part, base.start)))
