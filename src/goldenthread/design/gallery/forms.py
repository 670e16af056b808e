"""A form of every kind of field, and what somebody may have typed into it."""

from datetime import date
from typing import Any

from goldenthread.design import fields
from goldenthread.design.date_field import DateField
from goldenthread.design.file_field import MEGABYTE, FileField
from goldenthread.design.forms import FilterForm, Form

GRADES = [
    ("outstanding", "Outstanding"),
    ("good", "Good"),
    ("requires_improvement", "Requires improvement"),
    ("other", "None of these"),
]
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-" * 3


class EveryFieldForm(Form):
    """One field of each kind."""

    name = fields.TextField("Full name", hint="As colleagues know them", max_length=60)
    email = fields.EmailField("Work e-mail address")
    password = fields.PasswordField()
    returns = fields.NumberField("Number of returns", suffix="audits", min_value=1, max_value=999)
    started = DateField(
        "Start date",
        hint="For example, 27 3 2026",
        earliest=date(2026, 1, 1),
        latest=date(2026, 12, 31),
    )
    notes = fields.TextAreaField("What went well", max_length=200, rows=4)
    lines = fields.TextAreaField("Names, one on each line", required=False)
    grade = fields.RadiosField(
        "Grade",
        choices=GRADES,
        option_hints={"good": "Most of what children need is there"},
        reveals={"other": "other_grade"},
        divider_before="other",
    )
    other_grade = fields.TextField("Which grade", required=False, width=20)
    side = fields.RadiosField(
        "Which list do you mean?", choices=[("a", "This"), ("b", "Last")], inline=True, small=True
    )
    seen = fields.CheckboxesField(
        "What you read", choices=[("plan", "Plan"), ("notes", "Case notes"), ("chronology", LONG)]
    )
    agreed = fields.CheckboxField("The practitioner has seen this")
    team = fields.SelectField("Team", choices=[("north", "North"), ("south", f"South {LONG}")])
    list_of_children = FileField(
        "List of children", accept=(".xlsx", ".csv"), largest=5 * MEGABYTE, required=False
    )
    version = fields.HiddenField("Version", required=False)


class NarrowForm(FilterForm):
    """What narrows the list of the gallery."""

    words = fields.TextField("Name or e-mail address", required=False, width=20)
    team = fields.SelectField(
        "Team", choices=[("", "Every team"), ("north", "North")], required=False
    )


FILLED: dict[str, Any] = {
    "name": LONG[:60],
    "email": "siân.o'neill@example.gov.uk".replace("â", "a"),
    "password": "not sent back",
    "returns": "26",
    "started-day": "1",
    "started-month": "May",
    "started-year": "2026",
    "notes": "Two lines:\r\n  the second is indented <by two>.",
    "grade": "good",
    "side": "a",
    "seen": ["plan", "notes"],
    "agreed": "on",
    "team": "south",
}
WRONG: dict[str, Any] = {
    "name": LONG,
    "email": "nobody",
    "returns": "many",
    "started-day": "31",
    "started-year": "2026",
    "notes": LONG * 2,
    "grade": "superb",
    "other_grade": LONG,
}
