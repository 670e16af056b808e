"""Stories that fit one family only, and teams beside a worry."""

import pytest

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.stories import stories_in
from goldenthread.checker.source import FileKind, Grid, Passage, Role, Source


@pytest.mark.parametrize(
    "text",
    [
        "A 14-year-old girl on a child protection plan took an overdose in Swindon.",
        "The boy, aged 9, one of seven siblings, was excluded from Acorn Primary School.",
        "She was the only child in care in the county who is deaf, and is 12 years old.",
        "A Somali boy aged 15 with cerebral palsy moved to Chester on 3 May 2026.",
        "This young woman gave birth in prison while on a care order.",
        "A six-month-old baby had a fractured arm; his twin was placed in Exeter.",
    ],
)
def test_many_details_about_one_person_are_a_story(text: str) -> None:
    assert [one.severity.value for one in stories_in(text)] == ["query"]


@pytest.mark.parametrize(
    "text",
    [
        "A child waited about three months for a care plan.",
        "One young person scored the social worker 4/10 for explaining things.",
        "Four Outstanding grades were awarded to one case.",
        "Children aged 10 to 17 on child protection plans were seen in 26 audits.",
        "The girl drew her family, and her words are in the plan.",
        "A care order was made within 26 weeks for 14 children.",
        "The Care Leavers’ Hub in Leeds opens on 3 May 2026.",
        "Practice with unaccompanied children, and with disabled children, was good.",
        "One Parent gave the worker 10/10.",
    ],
)
def test_few_details_are_no_story(text: str) -> None:
    assert list(stories_in(text)) == []


def _teams(text: str, audience: str = "service", heading: str = "") -> list[str]:
    parts = [Passage(text, "line 2")]
    if heading:
        parts.insert(0, Passage(heading, "line 1", Role.HEADING, level=2))
    hits = disclosure(Source("a.txt", FileKind.TEXT, tuple(parts)), audience=audience)
    return [hit.text for hit in hits if hit.kind == "team named"]


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("Visits by the Alder team were late.", "Alder team"),
        ("The Central Locality Team must improve its plans.", "Central Locality Team"),
        ("Risk was missed in Team 4.", "Team 4"),
        ("Plans in the North Assessment Team are inadequate.", "North Assessment Team"),
    ],
)
def test_team_beside_a_worry_is_a_query(text: str, team: str) -> None:
    assert _teams(text) == [team]


def test_team_below_a_heading_of_worries_is_a_query() -> None:
    assert _teams("Minutes of the Alder Team.", heading="What are we worried about?") == [
        "Alder Team"
    ]


def test_praised_team_is_none_inside_and_a_query_outside_the_service() -> None:
    text = "The Central Locality Team is demonstrating consistent practice."
    assert _teams(text) == []
    assert _teams(text, "public") == ["Central Locality Team"]


@pytest.mark.parametrize(
    "text",
    [
        "The Youth Offending Team was late.",
        "Team Managers did not sign.",
        "Some teams were late.",
        "The Early Help Team had gaps.",
        "Larkshire Council Locality teams need to improve.",
        "Your team must improve.",
    ],
)
def test_kind_of_team_is_no_name(text: str) -> None:
    assert _teams(text) == []


def test_table_by_team_is_one_query() -> None:
    grid = Grid((("Team", "Good", "Graded"), ("Alder", "8", "12"), ("Beech", "9", "14")), "table 1")
    hits = disclosure(Source("a.txt", FileKind.TEXT, (grid,)))
    assert [(hit.kind, hit.text) for hit in hits] == [("team named", "Team | Good | Graded")]


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("The Hope team was late with its visits.", "Hope team"),
        ("Hope Team was late.", "Hope Team"),
        ("Visits by May team were late.", "May team"),
        ("The Summer team missed visits.", "Summer team"),
        ("Team May was late.", "Team May"),
        ("Plans in Summer Team were weak.", "Summer Team"),
        ("The team called Hope was late.", "team called Hope"),
    ],
)
def test_team_with_the_name_of_a_month_or_virtue_is_a_query(text: str, team: str) -> None:
    assert _teams(text) == [team]


@pytest.mark.parametrize(
    "text",
    [
        "In May team managers were late.",
        "In May teams were late.",
        "In May the team was late.",
        "We hope teams improve what was late.",
        "This summer team visits were late.",
        "In Summer team meetings were missed.",
        "The Summer Team Meeting was late.",
        "In May Team Managers were late with visits.",
        "May team meetings were late.",
    ],
)
def test_month_before_the_word_team_is_no_name(text: str) -> None:
    assert _teams(text) == []
