"""Problems of a file: where, what was there, and how to mend it. All are reported at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that cannot be read as meant.

    ``row`` is the row number as the spreadsheet shows it, ``column`` the column's heading;
    both empty for a problem of the whole sheet. ``mend`` is an instruction in one sentence.
    """

    sheet: str
    row: int | None
    column: str
    value: str
    mend: str
