"""Systems that number children, how their numbers are written, and what joins two rows."""

import re
from enum import StrEnum

_SPACES = re.compile(r"[\s\-]+")
_LONGEST = 40


class IdentifierSystem(StrEnum):
    """Whose number it is."""

    CASE_SYSTEM = "case_system"
    NHS = "nhs"
    UPN = "upn"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The system on screen."""
        return _LABELS[self]


_LABELS = {
    IdentifierSystem.CASE_SYSTEM: "Case system",
    IdentifierSystem.NHS: "NHS number",
    IdentifierSystem.UPN: "Unique pupil number",
    IdentifierSystem.OTHER: "Other",
}


def written_alike(number: str) -> str:
    """A number in the one form in which it is compared.

    >>> written_alike(" c 84-52 ")
    'C8452'
    """
    return _SPACES.sub("", number).upper()


def wrong_with(system: IdentifierSystem, number: str) -> str:
    """What is wrong with a number; empty where nothing is.

    The NHS number's last digit is a check digit, modulo 11 (NHS Data Dictionary).

    >>> wrong_with(IdentifierSystem.NHS, "943 476 5919")
    ''
    >>> wrong_with(IdentifierSystem.NHS, "943 476 5918")
    'An NHS number has ten digits, of which the last checks the others; this one does not fit.'
    """
    alike = written_alike(number)
    if not alike:
        return "Give the number."
    if len(alike) > _LONGEST:
        return f"A number has at most {_LONGEST} letters and digits."
    if system is IdentifierSystem.NHS and not _is_nhs(alike):
        return (
            "An NHS number has ten digits, of which the last checks the others; "
            "this one does not fit."
        )
    return ""


def _is_nhs(digits: str) -> bool:
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])
