from fractions import Fraction

import pytest

from goldenthread.checker.figures.model import Bound, Mention, Share
from goldenthread.checker.figures.verdicts.judging import judge
from goldenthread.checker.figures.verdicts.repeats import repeats
from goldenthread.checker.results import Severity, Statement
from goldenthread.checker.source import FileKind, Part, Passage, Role, Source

Said = tuple[str, str, int | None, int | None]
"""A sentence, its percentage, count and base."""


def statement(part: int, said: Said) -> Statement:
    text, printed, count, base = said
    share = Share(printed, Fraction(printed) / 100, len(printed.partition(".")[2]))
    start = text.index(f"{printed}%")
    bound = Bound(Mention(share, count, base, "", part, start, start), base, True, count=count)
    judged = judge(bound)
    return Statement(
        f"{printed}%", f"line {part + 1}", count, base, True, printed, judged.computed,
        judged.verdict, judged.severity, judged.fits_counts, judged.fits_bases, judged.message,
        part, start,
    )  # fmt: skip


def checked(*said: Said, headings: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    """The statements after the check; ``headings`` stand before each of the sentences."""
    parts: list[Part] = []
    statements = []
    for number, one in enumerate(said):
        if headings:
            parts.append(Passage(headings[number], "", Role.HEADING, level=2))
        statements.append(statement(len(parts), one))
        parts.append(Passage(one[0], f"line {len(parts) + 1}"))
    return repeats(statements, Source("brief.txt", FileKind.TEXT, tuple(parts)))


def changed(*said: Said, headings: tuple[str, ...] = ()) -> bool:
    """Whether anything was added to any of the statements."""
    return any("The same is said" in s.message for s in checked(*said, headings=headings))


RISK = "were inadequate for risk"


def test_repeats_another_percentage_of_the_same_is_queried_at_the_later_place() -> None:
    first, later = checked(
        (f"38% {RISK}.", "38", None, 26),
        ("Response to risk was graded inadequate in 42% of audits.", "42", None, 26),
    )
    assert "The same is said" not in first.message
    assert later.severity is Severity.QUERY
    assert later.message.endswith(
        "The same is said with another figure at line 1 (“38%”), and here at line 2 (“42%”). Check "
        "which of the two is right."
    )


def test_repeats_another_count_of_the_same_is_queried() -> None:
    assert changed((f"10 (38%) {RISK}.", "38", 10, 26), (f"11 (38%) {RISK}.", "38", 11, 26))


def test_repeats_same_words_around_other_figures_are_queried() -> None:
    sentence = "In all, {}% of visits to babies were late"
    assert changed((sentence.format(31), "31", None, 26), (sentence.format(35), "35", None, 26))


def test_repeats_a_severity_that_is_worse_stays() -> None:
    _, later = checked((f"38% {RISK}.", "38", None, 26), (f"39% {RISK}.", "39", None, 26))
    assert later.severity is Severity.ERROR
    assert "The same is said" in later.message


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ((f"39% {RISK}.", "39", None, 26), (f"16 (39%) {RISK}.", "39", 16, 26)),
        ((f"38% {RISK}.", "38", None, 26), (f"38.5% {RISK}.", "38.5", None, 26)),
        ((f"38% {RISK}.", "38", None, 26), (f"42% {RISK}.", "42", None, 12)),
        ((f"38% {RISK}.", "38", None, 26), (f"In the Alder team 45% {RISK}.", "45", None, 26)),
        ((f"38% {RISK}.", "38", None, 26), (f"Last time 33% {RISK}.", "33", None, 26)),
        ((f"38% {RISK}.", "38", None, 26), ("35% were good for risk.", "35", None, 26)),
        (("38% of plans were late.", "38", None, 26), ("42% of visits were late.", "42", None, 26)),
        (("38% were late.", "38", None, 26), ("42% were late.", "42", None, 26)),
        (
            ("Assessment of risk: 38% inadequate.", "38", None, 26),
            ("Assessment of parents and risk: 42% inadequate.", "42", None, 26),
        ),
    ],
)
def test_repeats_of_another_thing_or_as_exact_are_left_alone(first: Said, later: Said) -> None:
    assert not changed(first, later)


def test_repeats_told_section_by_section_are_left_alone() -> None:
    three = tuple((f"{p}% {RISK}.", p, None, 26) for p in ("38", "42", "31"))
    assert not changed(*three)
    headings = ("Harbour locality", "Hill locality")
    assert not changed(*three[:2], headings=headings)
    assert changed(*three[:2], headings=("Summary", "What are we worried about?"))


def test_repeats_in_a_document_of_several_bases_are_sought_under_one_heading_only() -> None:
    said = [(f"{p}% {RISK}.", p, None, 26) for p in ("38", "42")]
    other = ("46% of 200 plans were late.", "46", None, 200)
    assert changed(*said, other, headings=("Findings", "Findings", "Plans"))
    assert not changed(*said, other, headings=("Findings", "Dip sample", "Plans"))


def test_repeats_of_all_and_of_some_of_the_same_are_told_apart_by_nothing() -> None:
    same = "held a chronology that was up to date"
    assert changed(
        (f"14 audits (38%) {same}.", "38", 14, 37), (f"54% of the audits {same}.", "54", None, 37)
    )
