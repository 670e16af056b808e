"""Random Word documents: every word once, in order, or one of two refusals."""

import random
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checker.reading.word.documents import (
    cell,
    document,
    drawing,
    new_box,
    old_box,
    paragraph,
    run,
    source,
    table,
)

from goldenthread.checker.reading.word.read import read
from goldenthread.checker.source import Grid, Source
from goldenthread.documents.untrusted.archive import Damaged, Unfit

Tree = tuple[str, list["Tree"]]

_TREES: st.SearchStrategy[Tree] = st.recursive(
    st.just(("paragraph", [])),
    lambda inside: st.tuples(
        st.sampled_from(["box", "old box", "both", "layout", "control"]),
        st.lists(inside, min_size=1, max_size=4),
    ),
    max_leaves=20,
)


def _markup(tree: Tree, words: "count[int]") -> str:
    """A tree as markup, its words numbered in reading order."""
    kind, inside = tree
    if kind == "paragraph":
        return paragraph(run(f"word{next(words)} ") + run(f"word{next(words)}"))
    before = "" if kind in {"layout", "control"} else run(f"word{next(words)}")
    held = "".join(_markup(one, words) for one in inside)
    if kind == "layout":
        return table([cell(held)])
    if kind == "control":
        return f"<w:sdt><w:sdtContent>{held}</w:sdtContent></w:sdt>"
    new, old = drawing(new_box(held)), old_box(held)
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{new[5:-6]}</mc:Choice>"
        f"<mc:Fallback>{old[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    return paragraph(before + {"box": new, "old box": old, "both": both}[kind])


def _words(found: Source) -> list[str]:
    texts = [
        text
        for part in found.parts
        for text in (
            (cell for row in part.rows for cell in row) if isinstance(part, Grid) else [part.text]
        )
    ]
    return " ".join(texts).split()


@given(st.lists(_TREES, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_read_random_tree_gives_every_word_once_in_order(trees: list[Tree]) -> None:
    words = count()
    body = "".join(_markup(tree, words) for tree in trees)
    assert _words(source(body)) == [f"word{number}" for number in range(next(words))]


@given(st.lists(st.lists(st.integers(0, 99), min_size=2, max_size=5), min_size=2, max_size=6))
@settings(max_examples=40, deadline=None)
def test_read_random_table_of_numbers_gives_its_cells(rows: list[list[int]]) -> None:
    width = max(map(len, rows))
    (grid,) = source(table(*[[str(one) for one in row] for row in rows])).grids
    assert grid.rows == tuple(tuple(map(str, row)) + ("",) * (width - len(row)) for row in rows)


_WHOLE = document(
    paragraph(run("Of 26 audits, ") + drawing(new_box(paragraph("8 (31%)"))))
    + table(["Grade", "Audits"], ["Good", "8"])
)


@pytest.mark.parametrize("seed", range(60))
def test_read_damaged_bytes_only_refuses(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    content = bytearray(_WHOLE)
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        found = read(bytes(content), "brief.docx")
    except (Unfit, Damaged):
        return
    assert found.file == "brief.docx"


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:rPr><w:sz w:val="x"/><w:color/></w:rPr><w:sym w:char="zz"/></w:r></w:p>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "<w:tbl><w:tr><w:tc/></w:tr><w:tr/></w:tbl><w:tbl/>",
        '<w:p><w:pPr><w:outlineLvl w:val="-1"/><w:numPr/></w:pPr></w:p>',
        "<w:p><w:r><w:drawing/><w:pict/><w:object/><mc:AlternateContent/></w:r></w:p>",
        "<!-- note --><w:p><?x y?><w:r><!-- z --><w:t>a</w:t></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:footnoteReference/></w:r></w:p>',
        "<w:sdt>" * 200 + "</w:sdt>" * 200,
        "<w:p>" + "<w:smartTag>" * 200 + "</w:smartTag>" * 200 + "</w:p>",
    ],
)
def test_read_odd_markup_is_read_without_fault(body: str) -> None:
    assert source(body + paragraph("end")).passages[-1].text == "end"


def test_read_elements_nested_beyond_the_parser_is_damaged() -> None:
    with pytest.raises(Damaged):
        source("<w:sdt>" * 5000 + "</w:sdt>" * 5000)


@pytest.mark.parametrize("name", ["word/styles.xml", "word/theme/theme1.xml", "docProps/core.xml"])
def test_read_part_that_is_no_xml_is_damaged(name: str) -> None:
    kinds = {"word/styles.xml": "styles", "word/theme/theme1.xml": "theme"}
    related = {"r1": (kinds[name], name.removeprefix("word/"))} if name in kinds else {}
    whole = {"r2": ("metadata/core-properties", name)}
    with pytest.raises(Damaged):
        source(paragraph("a"), {name: b"<open"}, related, whole)
