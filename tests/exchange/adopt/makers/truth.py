"""Twenty-six invented audits: what every fixture is made of, and what must come back out of it.

Everybody here is invented. The same audits are laid out as a Forms export, as own spreadsheets of
several shapes, and as a folder of one-audit workbooks.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.definitions import library

FRAMEWORK = library.framework("core_16")
SCALE = library.scale("ofsted_4")
CATEGORIES = tuple(category.label for category in FRAMEWORK.categories)

AUDITORS = (
    ("Priya Nandakumar", "priya.nandakumar@northmoor.example"),
    ("Owen Tressider", "owen.tressider@northmoor.example"),
    ("Lucille Abara", "lucille.abara@northmoor.example"),
    ("Hamish Colquhoun", "hamish.colquhoun@northmoor.example"),
    ("Zofia Wielgosz", "zofia.wielgosz@northmoor.example"),
    ("Denzel Okonjo", "denzel.okonjo@northmoor.example"),
    ("Maeve Corrigan", "maeve.corrigan@northmoor.example"),
)
WORKERS = ("Tobias Fenn", "Ayesha Rahmani", "Carys Llewellyn", "Stanley Brook")
CHILDREN = ("Callum Price", "Ivy Adeyemi", "Noor Haddad", "Rhys Penhale", "Tilly Marchbank",
            "Kofi Asante", "Erin Sowerby")  # fmt: skip
TEAMS = ("East locality", "Central locality", "West locality")
PLANS = ("Child in need", "Child protection plan", "Child in care")
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")
NOT_APPLICABLE, NOT_EVIDENCED = "Not applicable", "Not evidenced"


@dataclass(frozen=True)
class Truth:
    """One audit as it was."""

    number: int
    child: str
    child_name: str
    worker: str
    auditor: str
    email: str
    team: str
    plan: str
    completed: date
    overall: str
    grades: dict[str, str]
    reasons: dict[str, str]
    child_answer: int | None
    parent_answer: int | None
    unsafe: bool


def audits(count: int = 26, seed: int = 2019) -> tuple[Truth, ...]:
    """The same audits for the same count and seed."""
    dice = Random(seed)  # noqa: S311  (the same audits each time, no secrets)
    return tuple(_audit(number, dice) for number in range(1, count + 1))


def _audit(number: int, dice: Random) -> Truth:
    auditor, email = AUDITORS[number % len(AUDITORS)]
    middle = dice.choice((1, 1, 2, 2))
    grades = {label: _grade(dice, middle) for label in CATEGORIES}
    child_name = CHILDREN[number % len(CHILDREN)]
    first = child_name.split()[0]
    return Truth(
        number=number,
        child=str(204_000 + 37 * number),
        child_name=child_name,
        worker=WORKERS[number % len(WORKERS)],
        auditor=auditor,
        email=email,
        team=TEAMS[number % 3],
        plan=PLANS[number % len(PLANS)],
        completed=date(2025, 12, 2) + timedelta(days=2 * number),
        overall=GRADES[middle],
        grades=grades,
        reasons={
            label: f"{first} was seen; the file shows why this is {grade.lower()} ({number})."
            for label, grade in grades.items()
            if grade in GRADES
        },
        child_answer=number % 11 if number % 3 else None,
        parent_answer=(number * 7) % 11 if number % 2 else None,
        unsafe=number == 5,
    )


def _grade(dice: Random, middle: int) -> str:
    chance = dice.random()
    if chance < 0.06:
        return NOT_APPLICABLE
    if chance < 0.1:
        return NOT_EVIDENCED
    return GRADES[min(3, max(0, middle + dice.choice((-1, 0, 0, 1))))]
