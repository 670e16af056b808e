"""Files as people save them: what is read, and what is refused in words that they understand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.definitions.yaml_reading import MAX_BYTES, read_yaml, written_path


def refusal(content: bytes | str) -> str:
    """What is said of a file that cannot be read as a whole."""
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(UnusableDefinition) as caught:
        read_yaml(raw, "ours.yaml")
    return str(caught.value)


def test_scalars_of_any_kind_stay_the_text_that_was_typed() -> None:
    content = read_yaml(b"a: NO\nb: 1.10\nc: 2026-04-01\nd: 010\ne: 'null'\nf: on\n", "x").content
    assert content == {
        "a": "NO", "b": "1.10", "c": "2026-04-01", "d": "010", "e": "null", "f": "on",
    }  # fmt: skip


def test_entries_left_empty_are_not_there_and_empty_items_are_none() -> None:
    document = read_yaml(b"a:\nb: ~\nc: ''\nd:\n  - x\n  -\n", "x")
    assert document.content == {"c": "", "d": ["x", None]}
    assert document.line(("a",)) == 1


def test_lines_of_entries_are_counted_from_one() -> None:
    document = read_yaml(b"# ours\nid: a\nlist:\n  - id: b\n    also: [x,\n      y]\n", "x")
    assert document.line(("list", 0, "id")) == 4
    assert document.line(("list", 0, "also", 1)) == 6
    assert document.line(("list", 0, "missing")) == 4


def test_file_with_a_byte_order_mark_and_windows_line_ends_is_read() -> None:
    assert read_yaml(b"\xef\xbb\xbfid: a\r\nlabel: b\r\n", "x").content == {"id": "a", "label": "b"}


def test_path_of_an_entry_counts_list_items_from_one() -> None:
    assert written_path(("categories", 2, "also", 0)) == "categories[3].also[1]"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "ours.yaml: the file is empty; start from a shipped definition."),
        ("# only a comment", "the file is empty"),
        ("a: b\n\tc: d", "line 2: indent with spaces and not with tabs."),
        ("a: b\nlabel: Risk: the thing", "line 2: put text that has a colon in it in quotation"),
        ("a: b\n label: x", "line 2: put text that has a colon in it in quotation marks, or line"),
        ("a: b\nlabel", "line 2: write a colon and a space after the name of the entry."),
        ("a:\n  - b\n c: d", "line 3: line the entry up with the others"),
        ("- a\nb: c", "line 2: line the entry up with the others."),
        ("a: [b, c", "line 1: close the bracket."),
        ('a: "b', "line 1: close the quotation mark"),
        ("a: 'it's'", "line 1: line the entry up with the others, and check quotation marks."),
        ("a: @b", "line 1: put the text in quotation marks."),
        ("a: - b", "line 1: begin the list on a line of its own."),
        ("a: *good*", "line 1: put text that begins with * in quotation marks."),
        ("a: &", "line 1: put text that begins with & in quotation marks."),
        ("a: b\n---\nc: d", "line 2: keep one definition in a file"),
        ("a: b\nc: \x07", "line 2: take out the invisible control character."),
        ("a: &x [b]\nc: *x", "line 2: put *x in quotation marks if it is text"),
        (b"a: \xe9t\xe9", "ours.yaml: the file is not UTF-8 text; save it again"),
        (b"PK\x03\x04rest of a zip", "take out the invisible control character"),
    ],
)
def test_file_that_is_no_yaml_is_refused_with_line_and_mend(
    content: bytes | str, said: str
) -> None:
    assert said in refusal(content)


def test_file_above_the_size_limit_is_refused_unread() -> None:
    assert refusal(b"a" * (MAX_BYTES + 1)) == (
        "ours.yaml: the file is larger than 1000 kB; shorten it."
    )


def test_billion_laughs_is_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    began = time.perf_counter()
    assert "line 2: put *a in quotation marks" in refusal(bomb)
    assert time.perf_counter() - began < 1


def test_deep_nesting_is_refused_before_the_stack_ends() -> None:
    assert "take out the deep nesting" in refusal("a: " + "[" * 900 + "]" * 900)
    assert "line 1" in refusal("[" * 100_000)


def test_repeated_key_keeps_the_first_and_is_a_problem_with_both_lines() -> None:
    document = read_yaml(b"label: one\nversion: 2\nlabel: two\n", "ours.yaml")
    assert document.content == {"label": "one", "version": "2"}
    assert [str(problem) for problem in document.problems] == [
        "ours.yaml, line 3, label: it stands on line 1 already; keep one of the two."
    ]


def test_tag_is_a_problem_and_constructs_nothing() -> None:
    document = read_yaml(b"a: !!python/object/apply:os.getcwd []\n", "ours.yaml")
    assert document.content == {"a": []}
    assert [str(problem) for problem in document.problems] == [
        'ours.yaml, line 1, a: take out the tag "python/object/apply:os.getcwd".'
    ]


def test_key_that_is_no_word_is_a_problem() -> None:
    document = read_yaml(b"? [a, b]\n: c\nd: e\n", "ours.yaml")
    assert document.content == {"d": "e"}
    assert "line 1: write a single word before the colon" in str(document.problems[0])


@given(st.binary(max_size=400) | st.text(alphabet="ab:- \n[]{}\"'&*!|>#\t", max_size=80))
def test_any_bytes_are_read_or_refused_with_the_name_of_the_file(content: bytes | str) -> None:
    raw = content.encode() if isinstance(content, str) else content
    try:
        said = read_yaml(raw, "ours.yaml").name
    except UnusableDefinition as refused:
        said = str(refused)
    assert said.startswith("ours.yaml")
