"""Numbers that are no figures, drawn at random: what stands in the slots of the long documents."""

import random
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_PLACES = ("Ashdale", "Westlow", "Kelsby", "Tarnbrook", "Harrowmere")
_LAW = (
    "Section 17 of the Children Act 1989",
    "Section 47",
    "Regulation 5",
    "Section 20(4)",
    "Article 12",
    "Working Together 2018",
    "Standard 3",
    "Schedule 2, paragraph 15",
)
_DURATIONS = (
    "10 working days",
    "45 days",
    "six weeks",
    "24 hours",
    "three months",
    "20 minutes",
    "two years",
    "15 working days",
    "a week",
    "12 months",
    "one and a half hours",
)


def whole_percent(count: int, base: int) -> str:
    """A whole percentage, half up.

    >>> whole_percent(1, 8), whole_percent(16, 26)
    ('13', '62')
    """
    exact = Decimal(count * 100) / Decimal(base)
    return str(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _date(draw: random.Random) -> str:
    day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(2015, 2024)
    return draw.choice(
        (
            f"{day} {MONTHS[month - 1]} {year}",
            f"{day} {MONTHS[month - 1]}",
            f"{day:02}/{month:02}/{year}",
            f"{MONTHS[month - 1]} {day}",
            f"{day}.{month}.{year % 100}",
        )
    )


def _years(draw: random.Random) -> str:
    year = draw.randint(2014, 2023)
    return draw.choice(
        (f"{year}-{(year + 1) % 100}", f"{year}/{(year + 1) % 100}", f"{year} to {year + 1}")
    )


def _money(draw: random.Random) -> str:
    pounds = draw.randint(45, 900)
    return draw.choice(
        (f"£{pounds}", f"£{pounds},500", f"£{pounds / 100:.1f} million", f"£{pounds}k")
    )


def _time(draw: random.Random) -> str:
    hour = draw.randint(1, 11)
    return draw.choice((f"{hour}am", f"{hour}.30pm", f"{hour + 12}:15"))


def _score(draw: random.Random) -> str:
    mark = draw.randint(1, 10)
    return draw.choice((f"{mark}/10", f"{mark} out of 10", f"a score of {mark}"))


def _range(low: int, high: int, joint: str) -> Callable[[random.Random], str]:
    def drawn(draw: random.Random) -> str:
        first = draw.randint(low, high)
        return f"{first}{joint}{first + draw.randint(2, 7)}"

    return drawn


def _number(low: int, high: int) -> Callable[[random.Random], str]:
    return lambda draw: str(draw.randint(low, high))


SLOTS: Mapping[str, Callable[[random.Random], str]] = {
    "age": _number(3, 17),
    "ages": _range(4, 16, " to "),
    "date": _date,
    "digit": _number(2, 9),
    "duration": lambda draw: draw.choice(_DURATIONS),
    "email": lambda draw: f"qa{draw.randint(1, 99)}@example.org",
    "growth": _number(2, 35),
    "law": lambda draw: draw.choice(_LAW),
    "link": lambda draw: f"https://www.example.org/tools/{draw.randint(2015, 2024)}/10%25-guide",
    "money": _money,
    "month": lambda draw: draw.choice(MONTHS),
    "number": _number(2, 64),
    "pages": _range(8, 80, "-"),
    "phone": lambda draw: f"01632 960{draw.randint(100, 999)}",
    "place": lambda draw: draw.choice(_PLACES),
    "points": _number(2, 19),
    "range": _range(11, 22, " and "),
    "rate": lambda draw: f"{draw.randint(300, 900) / 10}",
    "ref": lambda draw: f"QA/{draw.randint(10, 99)}/{draw.randint(100, 999)}",
    "score": _score,
    "section": lambda draw: f"{draw.randint(1, 9)}.{draw.randint(1, 12)}",
    "target": _number(70, 98),
    "time": _time,
    "version": lambda draw: f"{draw.randint(1, 4)}.{draw.randint(0, 9)}",
    "year": _number(2012, 2024),
    "years": _years,
}
