"""Neighbouring cards are found, however they were written."""

from goldenthread.documents.blocks import Card, Columns, Paragraph, Text
from goldenthread.documents.render.grouping import grouped

ONE, TWO, THREE = (Card((Text(name),)) for name in ("One", "Two", "Three"))
WORDS = Paragraph((Text("Words"),))


def test_neighbouring_cards_are_one_group() -> None:
    assert list(grouped((ONE, TWO, WORDS, THREE))) == [[ONE, TWO], WORDS, [THREE]]


def test_columns_that_each_hold_a_card_are_a_group() -> None:
    assert list(grouped((WORDS, Columns(((ONE,), (TWO,)))))) == [WORDS, [ONE, TWO]]


def test_columns_that_hold_more_than_a_card_stay_columns() -> None:
    mixed = Columns(((ONE,), (TWO, WORDS)))
    assert list(grouped((mixed,))) == [mixed]


def test_no_blocks_are_no_groups() -> None:
    assert list(grouped(())) == []
