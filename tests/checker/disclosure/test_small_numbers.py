"""Counts of one to four people outside the service (design.md §5.4, domain.md §6.4)."""

from dataclasses import replace

import pytest

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.results import (
    SetFound,
    SetItem,
    SetVerdict,
    Severity,
    Statement,
    Verdict,
)
from goldenthread.checker.source import FileKind, Grid, Passage, Source


def _source(*parts: Passage | Grid) -> Source:
    return Source("brief.txt", FileKind.TEXT, parts)


def _small(source: Source, audience: str = "public", **found: object) -> list[str]:
    hits = disclosure(source, audience=audience, **found)  # type: ignore[arg-type]
    return [hit.text for hit in hits if hit.kind == "small number"]


def _statement(
    text: str, count: int | None, fits: tuple[int, ...] = (), start: int = 0
) -> Statement:
    return Statement(
        text=text,
        where="line 1",
        count=count,
        base=26,
        base_stated=True,
        percent="15",
        computed="15",
        verdict=Verdict.AGREES,
        severity=Severity.OK,
        fits_counts=fits,
        fits_bases=(),
        message="",
        part=0,
        start=start,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two children were not seen.", "Two children"),
        ("3 children’s audits raised alarm.", "3 children’s audits"),
        ("Four grades were awarded to one case.", "one case"),
        ("One parent said so.", "One parent"),
        ("It was so for two of the families.", "two of the families"),
        ("4 of the 26 audits were read again.", "4 of the 26 audits"),
        ("Read again (1 of 26 audits).", "1 of 26 audits"),
        ("Three social workers left.", "Three social workers"),
        ("One young person scaled 9/10.", "One young person"),
        ("Good 11, Outstanding 1.", "Outstanding 1"),
    ],
)
def test_one_to_four_people_are_an_error_for_the_public_and_none_inside(
    text: str, found: str
) -> None:
    source = _source(Passage(text, "line 1"))
    assert _small(source) == [found]
    assert _small(source, "partners") == [found]
    assert _small(source, "service") == []


@pytest.mark.parametrize(
    "text",
    [
        "No children were missed; 0 children waited.",
        "Five children and 14 families took part.",
        "Fewer than two children were seen.",
        "At least one parent was asked.",
        "One child from a family was drawn.",
        "One in four children waited.",
        "Two thirds of children waited.",
        "Two meetings with children were late.",
        "Three months without a visit to the child.",
        "1 Children are seen alone by somebody they know.",
        "Stage 2 children’s plans",
        "2.4 children, 9/4 families, £3 families",
        "One-to-one work with children",
        "Every one child matters.",
        "a family of four children",
        "Three Houses work helps.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert _small(_source(Passage(text, "line 1"))) == []


def test_share_with_a_small_count_is_an_error_once() -> None:
    source = _source(Passage("Of 26, 4 audits (15%) were inadequate.", "line 1"))
    found = (_statement("4 audits (15%)", 4, start=7),)
    assert _small(source, statements=found) == ["4 audits (15%)"]


def test_number_that_three_checks_see_is_one_hit() -> None:
    text = "Of 26 audits, 3 (12%) children were late, and 1 of 26 audits was good."
    items = (SetItem("3 (12%) children", 3, "12"), SetItem("22 others", 22, None))
    whole = SetFound(items, "line 1", 26, 25, None, SetVerdict.ADDS_UP, Severity.OK, "")
    share = _statement("3 (12%)", 3, start=14)
    found = _small(_source(Passage(text, "line 1")), statements=(share,), sets=(whole,))
    assert found == ["3 (12%) children", "1 of 26 audits"]


def test_share_beside_its_count_in_a_table_is_one_hit() -> None:
    grid = Grid((("Grade", "Audits", "%"), ("Good", "23", "88%"), ("Weak", "3", "12%")), "table 1")
    share = replace(_statement("12%", 3, start=2), where="table 1, “Weak”, “%”")
    assert _small(_source(grid), statements=(share,)) == ["Weak, Audits: 3"]


def test_all_hits_come_in_reading_order() -> None:
    rows = (("Grade", "Audits"), ("Weak, said Iman Haverstock", "3"), ("Good", "2"))
    parts = (
        Passage("Two children waited for Gareth Prydderch.", "line 1"),
        Grid(rows, "table 1"),
        Passage("Aoife Brannigan saw one child.", "line 9"),
    )
    assert [hit.text for hit in disclosure(_source(*parts), audience="public")] == [
        "Two children",
        "Gareth Prydderch",
        "Iman Haverstock",
        "Weak, said Iman Haverstock, Audits: 3",
        "Good, Audits: 2",
        "Aoife Brannigan",
        "one child",
    ]


def test_share_whose_base_gives_a_small_count_away_is_an_error() -> None:
    # 15% of 26 can only be 4: 3/26 is 11.5%, 5/26 is 19.2%.
    source = _source(Passage("15% were inadequate.", "line 1"))
    assert _small(source, statements=(_statement("15%", None, (4,)),)) == ["15%"]
    assert _small(source, statements=(_statement("15%", None, (4, 5)),)) == []
    assert _small(source, statements=(_statement("0%", None, (0,)),)) == []


def test_share_of_things_is_none() -> None:
    source = _source(Passage("4 (25%) of the 16 categories were strong.", "line 1"))
    assert _small(source, statements=(_statement("4 (25%)", 4),)) == []


def test_parts_of_a_set_are_errors() -> None:
    items = (SetItem("14 good", 14, None), SetItem("1 outstanding", 1, None))
    found = SetFound(items, "line 1", 26, 15, None, SetVerdict.ADDS_UP, Severity.OK, "")
    assert _small(_source(Passage("…", "line 1")), sets=(found,)) == ["1 outstanding"]


def test_cells_that_count_people_are_errors_and_others_none() -> None:
    rows = (
        ("Category", "Inadequate", "Good", "Weeks", "Graded"),
        ("Risk", "3", "12 (46%)", "4", "26"),
        ("Voice", "0", "2 (8%)", "1", "c"),
    )
    source = _source(Grid(rows, "table 1", caption="Number of audits"))
    assert _small(source) == ["Risk, Inadequate: 3", "Voice, Good: 2 (8%)"]
    assert _small(source, "service") == []


def test_table_of_actions_holds_no_small_numbers() -> None:
    rows = (("No", "Action", "Priority"), ("1", "Visit", "2"), ("2", "Plan", "1"))
    assert _small(_source(Grid(rows, "table 1", caption="Actions"))) == []
