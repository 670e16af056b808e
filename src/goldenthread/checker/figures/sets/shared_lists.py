"""Lists of shares that make a whole, whatever they are of: "59 (70%) were settled at stage 1, 20
(24%) at stage 2 and 5 (6%) at stage 3".

No words say that such a list is complete. It is taken as complete when its counts make the base or
its percentages make a hundred, so that one wrong number is found by the other kind.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goldenthread.checker.figures.model import Bound, Nature, SetMember
from goldenthread.checker.figures.sets.arithmetic import (
    agrees,
    percents_may_be_whole,
    sum_of_counts,
)
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Part, Passage

_MOST_PARTS = 12
_MOST_BLOCKS = 6
_LOOK_BACK = 160
_STEM = 4
_THING_BEFORE = re.compile(
    r"\b(?:the|an?|their|his|her)\s(?:[\w’'-]{1,20}\s){0,2}?(?P<thing>[\w’'-]{4,20})\s"
    r"(?:(?:was|were)\s)?(?:[\w’'-]{1,20}\s)?(?:in|for|at|on)\s(?=.{0,4}$)",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(r"\)?\s(?:the|an?|their)\s(?P<thing>[\w’'-]{4,20})\b", re.IGNORECASE)
_FEWEST_TO_ACCUSE = 3
"""Shares may make a hundred by chance. Of three that do, one whose own count is wrong is likely
the one by which the counts miss the base; where each is right for itself, they are no whole."""


@dataclass(frozen=True, slots=True)
class Block:
    """The shares of one sentence."""

    passage: Passage
    part: int
    bounds: tuple[Bound, ...]


def shared_lists_in(parts: Sequence[Part], bounds: Iterable[Bound]) -> list[Parts]:
    """Lists of shares in running text that make a whole, in reading order.

    A list is one sentence, or several that follow one another, in one passage or in the items of
    a list; every share in them belongs to it.
    """
    found: list[Parts] = []
    blocks = list(_blocks(parts, bounds))
    n = 0
    while n < len(blocks):
        length, split = _longest(blocks[n : n + _MOST_BLOCKS])
        if split is not None:
            found.append(split)
        n += max(length, 1)
    return found


def _blocks(parts: Sequence[Part], bounds: Iterable[Bound]) -> Iterator[Block]:
    by_part: dict[int, list[Bound]] = {}
    for bound in bounds:
        by_part.setdefault(bound.mention.part, []).append(bound)
    for number, part in enumerate(parts):
        if not isinstance(part, Passage) or number not in by_part:
            continue
        own = sorted(by_part[number], key=_start)
        for sentence in sentences(part.text):
            first = bisect_left(own, sentence.start, key=_start)
            last = bisect_left(own, sentence.end, key=_start)
            if first < last:
                yield Block(part, number, tuple(own[first:last]))


def _start(bound: Bound) -> int:
    return bound.mention.start


def _longest(blocks: Sequence[Block]) -> tuple[int, Parts | None]:
    """How many blocks from the first make a whole, the fewest that do, and the whole."""
    bounds: list[Bound] = []
    for n, block in enumerate(blocks):
        if n and not _follows(blocks[n - 1], block):
            break
        bounds.extend(block.bounds)
        if len(bounds) > _MOST_PARTS:
            break
        parts = _parts(blocks[: n + 1], bounds)
        if parts is not None:
            return n + 1, parts
    return 1, None


def _follows(before: Block, block: Block) -> bool:
    return block.part - before.part <= 1


def _parts(blocks: Sequence[Block], bounds: Sequence[Bound]) -> Parts | None:
    """The shares as a set, if their counts make the base or their percentages a hundred."""
    if len(bounds) < 2 or any(bound.mention.nature is not Nature.SHARE for bound in bounds):
        return None
    bases = {(bound.base, bound.stated) for bound in bounds}
    if len({base for base, _ in bases}) != 1:
        return None
    base = bounds[0].base
    members = tuple(SetMember(b.mention.text, b.count, b.mention.share) for b in bounds)
    total = sum_of_counts(members)
    if _is_of_two_things(blocks, bounds):
        return None
    if not _are_alike(blocks) or not _is_whole(
        members, base, total, is_one_list=_is_one_list(blocks)
    ):
        return None
    stated = any(stated for _, stated in bases)
    start = bounds[0].mention.start
    first = blocks[0]
    return Parts(members, base, first.passage.where, first.part, start, base_stated=stated)


def _is_of_two_things(blocks: Sequence[Block], bounds: Sequence[Bound]) -> bool:
    """Whether the second of two shares in a sentence is of a thing that the first does not name.

    "The meeting was held in 9 (82%) and the medical in 2 (18%)" makes a whole by chance.
    """
    if len(blocks) != 1 or len(bounds) != 2:
        return False
    text = blocks[0].passage.text
    one, other = (bound.mention for bound in bounds)
    thing = _THING_BEFORE.search(text, one.end, other.start)
    if thing is None:
        thing = _THING_AFTER.match(text, other.end)
    told = text[max(0, one.start - _LOOK_BACK) : min(other.start, thing.start() if thing else 0)]
    return thing is not None and thing["thing"][:_STEM].casefold() not in told.casefold()


def _are_alike(blocks: Sequence[Block]) -> bool:
    """Whether the shares stand in one passage, or each sentence in a passage of its own."""
    return len({block.part for block in blocks}) in (1, len(blocks))


def _is_one_list(blocks: Sequence[Block]) -> bool:
    """Whether it is one sentence, or three or more items or short sentences of one share each."""
    each = len(blocks) >= _FEWEST_TO_ACCUSE and all(len(block.bounds) == 1 for block in blocks)
    return len(blocks) == 1 or (_are_alike(blocks) and each)


def _is_whole(
    members: Sequence[SetMember], base: int | None, total: int | None, *, is_one_list: bool
) -> bool:
    if sum(member.share is not None and member.share.value > 0 for member in members) < 2:
        return False  # "all 26 (100%) were seen, none (0%) late" is said of two things
    if total is not None and total == base:
        return True
    if not percents_may_be_whole(members) or not is_one_list:
        return False
    if total is None or base is None:
        return True
    wrong = [member for member in members if not agrees(member, base)]
    return len(wrong) == 1 and len(members) >= _FEWEST_TO_ACCUSE
