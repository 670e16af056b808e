"""Text is made fit for XML, addresses fit for links, and measured as Arial is wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from goldenthread.documents.blocks import Text
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.render.office.metrics import ARIAL, share_out
from goldenthread.documents.render.office.words import joined, line_of, one_line
from goldenthread.documents.render.word.measures import house_face


@given(st.text())
def test_one_line_of_anything_is_valid_xml_on_one_line(text: str) -> None:
    element = etree.Element("t")
    element.text = one_line(text)
    assert etree.fromstring(etree.tostring(element)).text == (element.text or None)
    assert not set(one_line(text)) & set("\n\r\t\v\f\u2028\u2029")


def test_line_of_joins_runs_as_read() -> None:
    assert line_of((Text("Good in "), Text("9 of\n26"))) == "Good in 9 of 26"


def test_joined_leaves_out_what_says_nothing() -> None:
    assert joined("Larkshire", "  ", (Text("Brief"),), ()) == "Larkshire · Brief"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/x y", "https://a.example/x%20y"),
        ("https://a.example/%20?q=1&r=<2>#end", "https://a.example/%20?q=1&r=%3C2%3E#end"),
        ("mailto:qa@larkshire.example", "mailto:qa@larkshire.example"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("\\\\server\\share", None),
        ("", None),
    ],
)
def test_link_target_keeps_web_addresses_and_refuses_others(
    address: str, target: str | None
) -> None:
    assert link_target(address) == target


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [
        # Adobe Font Metrics, Helvetica: H 722, e 556, l 222, l 222, o 556.
        ("Hello", False, 2278),
        # Helvetica-Bold: H 722, e 556, l 278, l 278, o 611.
        ("Hello", True, 2445),
        ("26 (38%)", False, 2 * 556 + 278 + 333 + 2 * 556 + 889 + 333),
    ],
)
def test_arial_width_is_that_of_helvetica_s_metrics(
    text: str, bold: bool, thousandths: int
) -> None:
    assert ARIAL.width(text, 1000, bold=bold) == pytest.approx(thousandths)


def test_lines_break_a_word_that_is_wider_than_the_line() -> None:
    assert ARIAL.lines("M" * 30, 10, 10 * 8.33) == 3


@given(st.text("ab cde fgh", max_size=200), st.floats(20, 400))
def test_lines_hold_the_text(text: str, width: float) -> None:
    """So many lines are at least as wide, together, as the words without the spaces between."""
    words = text.split()
    total = sum(ARIAL.width(word, 10) for word in words)
    assert ARIAL.lines(text, 10, width) * width >= total - 1e-6


def test_house_face_is_narrower_than_arial() -> None:
    text = "Children are known and valued; the language in records is respectful."
    assert house_face().width(text, 10) < ARIAL.width(text, 10)


widths = st.lists(st.tuples(st.floats(1, 300), st.floats(0, 300)), min_size=1, max_size=9)


@given(widths, st.floats(10, 900))
def test_share_out_adds_up_and_loses_no_column(
    pairs: list[tuple[float, float]], available: float
) -> None:
    smallest = [least for least, _ in pairs]
    natural = [least + more for least, more in pairs]
    shared = share_out(natural, smallest, available)
    assert sum(shared) == pytest.approx(available)
    assert min(shared) > 0
    if sum(smallest) <= available:
        assert all(got >= least - 1e-6 for got, least in zip(shared, smallest, strict=True))
