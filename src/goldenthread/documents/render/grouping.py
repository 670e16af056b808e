"""Neighbouring cards belong together: side by side where there is room, or in a pile."""

from collections.abc import Iterator

from goldenthread.documents.blocks import Block, Card


def grouped(blocks: tuple[Block, ...]) -> Iterator[Block | list[Card]]:
    """Blocks in their order, with each run of neighbouring cards as one list."""
    cards: list[Card] = []
    for block in blocks:
        if isinstance(block, Card):
            cards.append(block)
            continue
        if cards:
            yield cards
            cards = []
        yield block
    if cards:
        yield cards
