"""Headings of lists of staff, as authorities' systems write them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from goldenthread.people.rules.names import words

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Name",
        "forename": "Forename",
        "surname": "Surname",
        "email": "E-mail address",
        "staff_number": "Staff number",
        "job_title": "Job title",
        "team": "Team",
        "service": "Service",
        "manages": "Manages the team",
        "line_manager": "Line manager",
    }
)
"""What a column may be understood as, and its name on screen."""

_KNOWN = {
    "name": "name|full name|employee name|employee|staff name|worker|worker name|display name",
    "forename": "forename|forenames|first name|first names|given name|given names",
    "surname": "surname|last name|family name",
    "email": "email|e mail|email address|e mail address|work email|work e mail|mail|"
    "work email address|user principal name|upn",
    "staff_number": "staff number|staff no|staff id|employee number|employee no|employee id|"
    "payroll number|payroll no|personnel number|assignment number|person number",
    "job_title": "job title|job|post|post title|position|position title|job role",
    "team": "team|team name|unit|cost centre name",
    "service": "service|service area|service name|department|division",
    "manages": "manages the team|manages team|is team manager|is manager|manager of the team",
    "line_manager": "line manager|line manager email|line manager e mail|manager email|"
    "manager e mail|line manager staff number|manager staff number|reports to|supervisor",
}
_MEANING = {text: meaning for meaning, texts in _KNOWN.items() for text in texts.split("|")}


def meaning_of(heading: str) -> str:
    """What a heading means; empty where it means nothing to us.

    >>> meaning_of("E-Mail Address"), meaning_of("Payroll No."), meaning_of("Car")
    ('email', 'staff_number', '')
    """
    return _MEANING.get(" ".join(words(heading)), "")


def places_of(headings: Sequence[str]) -> dict[str, int]:
    """Meaning to place of the first column that has it."""
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        meaning = meaning_of(heading)
        if meaning and meaning not in places:
            places[meaning] = place
    return places


def names_people(places: Mapping[str, int]) -> bool:
    """Whether the columns say who people are."""
    return "name" in places or {"forename", "surname"} <= set(places)
