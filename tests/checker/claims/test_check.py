import time
from pathlib import Path

import pytest

from goldenthread.checker.claims.check import claims
from goldenthread.checker.results import (
    Claim,
    SetFound,
    SetItem,
    SetVerdict,
    Severity,
    Statement,
    Verdict,
)
from goldenthread.checker.source import FileKind, Passage, Region, Role, Source

BRIEF = Path(__file__).parents[1] / "briefs" / "two_months_locality.txt"


def document(*parts: Passage | str) -> Source:
    passages = (
        Passage(p, f"line {n}") if isinstance(p, str) else p for n, p in enumerate(parts, 1)
    )
    return Source("brief.txt", FileKind.TEXT, tuple(passages))


def claimed(*parts: Passage | str) -> tuple[Claim, ...]:
    return claims(document(*parts), (), ())


def kinds(*parts: Passage | str) -> list[str]:
    return [claim.kind for claim in claimed(*parts)]


def heading(text: str) -> Passage:
    return Passage(text, "line 0", Role.HEADING, level=2)


def statement(text: str, percent: str) -> Statement:
    ok = (Verdict.POSSIBLE, Severity.OK)
    return Statement(text, "line 2", None, 26, True, percent, "", *ok, (), (), "", 1, 0)


def test_claims_of_a_whole_brief_are_those_a_reader_marked() -> None:
    lines = (line.strip() for line in BRIEF.read_text(encoding="utf-8").splitlines())
    found = claimed(*(" ".join(line.replace("[image: ]", "").split()) for line in lines if line))
    assert [claim.kind for claim in found] == [
        "change", "significant",  # "a significant increase on earlier months"
        "change", "prediction",  # "is becoming more evident", "will lead to earlier decisions"
        "change",  # "This is an increase"
        "strength",  # 11 of 26 require improvement
        "ongoing",  # "an ongoing theme"
        "cause", "significant",  # "had a significant impact"
        "change",  # "remains inconsistent"
        "cause",  # "This impacts on drift"
    ]  # fmt: skip
    assert {claim.severity for claim in found} == {Severity.QUERY}


def test_claim_names_its_words_its_place_and_the_words_that_would_be_sound() -> None:
    (claim,) = claimed("All is well.", "Supervision is kind. This will lead to better plans.")
    assert claim == Claim(
        "prediction",
        "This will lead to better plans.",
        "line 2",
        Severity.QUERY,
        "“will lead to” promises what nobody can know yet. Write ‘we expect’, with why, and say "
        "what will show by when whether it came true.",
    )


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Recording has improved.", "‘31% (8 of 26) last time, 38% (10 of 26) now’"),
        ("Late plans led to drift.", "‘was followed by’"),
        ("Drift is an ongoing theme.", "‘9 of 24 last time, 10 of 26 now’"),
        ("There was significant delay.", "Leave the word out"),
        ("Parents feel heard. One parent replied.", "how many were asked"),
        ("Visits on time are above the national average.", "Give ours, theirs and their source"),
        ("The target is 95%.", "‘target 95%; reached 81% (21 of 26)’"),
    ],
)
def test_claim_of_each_kind_gives_words_that_would_be_sound(text: str, advice: str) -> None:
    (claim,) = claimed(text)
    assert advice in claim.message


def test_claim_in_a_long_sentence_is_cut_to_the_words_around_it() -> None:
    long = f"{'In the audits of the teams in the north of the county ' * 4}practice has improved."
    (claim,) = claimed(long)
    assert claim.text.startswith("… ")
    assert claim.text.endswith("practice has improved.")
    assert len(claim.text) < 130


@pytest.mark.parametrize(
    "part",
    [
        Passage("Recording has improved.", "page 1", Role.HEADING, level=2),
        Passage("Recording has improved.", "comment 1", region=Region.COMMENT),
        Passage("Recording has improved.", "page 1", region=Region.DELETED),
    ],
)
def test_claims_of_headings_and_of_what_is_not_printed_are_not_looked_for(part: Passage) -> None:
    assert kinds(part) == []


def test_strength_message_counts_what_is_below_good() -> None:
    graded = "1 was graded ‘outstanding’, 14 ‘good’ and 11 ‘requires improvement’."
    (claim,) = claimed(heading("Positive findings"), graded)
    assert claim.message == (
        "This stands under “Positive findings”, and 11 of 26 (42%) are below good. Say both sides: "
        "how many were good or better, and how many not yet."
    )


def test_strength_of_exactly_a_third_below_good_is_queried() -> None:
    assert kinds(heading("Strengths"), "8 were good and 4 were inadequate.") == ["strength"]
    assert kinds(heading("Strengths"), "9 were good and 4 were inadequate.") == []


def test_strength_is_read_from_its_own_sentence_before_the_next() -> None:
    text = "For risk 8 were good and 9 were RI. For planning 20 were good and 4 were RI."
    (claim,) = claimed(heading("Strengths"), text)
    assert "9 of 17 (53%)" in claim.message


def test_strength_under_two_headings_side_by_side_needs_both_sides_of_good() -> None:
    side_by_side = (heading("Positive findings"), heading("Reminders"))
    assert kinds(*side_by_side, "13 were good and 11 were requires improvement.") == ["strength"]
    worry = document(*side_by_side, "39% were graded inadequate.")
    assert claims(worry, [statement("39%", "39")], ()) == ()


def test_strength_told_by_one_percentage_below_good_is_queried() -> None:
    source = document(heading("Strengths"), "39% were graded inadequate.")
    assert [c.kind for c in claims(source, [statement("39%", "39")], ())] == ["strength"]
    assert claims(source, [statement("39%", "30")], ()) == ()


def test_strength_told_in_percentages_is_read_from_the_set() -> None:
    source = document(heading("Strengths"), "Of these 58% were good and 42% inadequate.")
    items = (SetItem("58% were good", None, "58"), SetItem("42% inadequate", None, "42"))
    verdict = (SetVerdict.ADDS_UP, Severity.OK)
    found = SetFound(items, "line 2", None, None, "100", *verdict, "")
    (claim,) = claims(source, (), [found])
    assert "42% are below good" in claim.message


def test_single_answer_is_a_claim_only_where_one_answered() -> None:
    assert kinds("Parents feel listened to. One parent replied.") == ["single answer"]
    assert kinds("Parents feel listened to. Nine parents replied.") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "has " * 250_000,
        "The more we have also now since improved the more. " * 10_000,
        "“" * 1_000_000,
        "from 1 of 2 (" * 80_000,
    ],
)
def test_claims_of_hostile_text_come_in_time(text: str) -> None:
    began = time.process_time()
    claimed(text)
    assert time.process_time() - began < 4
