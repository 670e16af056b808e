"""Neighbouring cards belong together: side by side where there is room, or in a pile."""

from collections.abc import Iterator

from goldenthread.documents.blocks import Block, Card, Columns


def grouped(blocks: tuple[Block, ...]) -> Iterator[Block | list[Card]]:
    """Blocks in their order, with each run of neighbouring cards as one list.

    Columns of which each holds one card are such a run too.
    """
    cards: list[Card] = []
    for block in blocks:
        found = _cards(block)
        cards.extend(found)
        if found:
            continue
        if cards:
            yield cards
            cards = []
        yield block
    if cards:
        yield cards


def _cards(block: Block) -> list[Card]:
    """The cards that a block is, or none if it is anything else."""
    if isinstance(block, Card):
        return [block]
    if not isinstance(block, Columns) or any(len(column) != 1 for column in block.columns):
        return []
    cards = [column[0] for column in block.columns if isinstance(column[0], Card)]
    return cards if len(cards) == len(block.columns) else []
