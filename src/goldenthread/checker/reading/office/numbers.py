"""Numbers as Excel prints them, by the usual number formats (ECMA-376 part 1, 18.8.30-31)."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy hh:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    49: "@",
}
"""Formats that files name by number; dates as they are set in the United Kingdom."""

_UNSEEN = re.compile(r"\[[^\]]{0,40}\]|[_*].")
"""Colours, conditions and languages in brackets; room and filling of the width of a mark."""
_LITERAL = re.compile(r'"([^"]{0,100})"|\\(.)')
_PLACES = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")
_DATE_MARK = re.compile(r"[ymdhs]", re.IGNORECASE)
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+|AM/PM|A/P", re.IGNORECASE)
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's day has no time zone)
_MOST_DAYS = 2_958_465
"""31 December 9999, the last day of Excel."""
_MOST_LENGTH = 200
_PLAIN = 11
"""Whole numbers of fewer digits print as they are stored."""


def printed(value: str, code: str) -> str:
    """A stored number as its format prints it; ``value`` itself where that cannot be told.

    >>> printed("0.384615", "0%"), printed("1204", "#,##0"), printed("46023", "d mmm yyyy")
    ('38%', '1,204', '1 Jan 2026')
    """
    if code == "General" and value.isascii() and value.isdigit() and len(value) < _PLAIN:
        return value
    number = _number(value)
    if number is None or len(code) > _MOST_LENGTH:
        return value
    section = _section(code, number)
    if section.lower() in {"general", "@", ""} or "E+" in section or "/?" in section:
        return _general(number)
    bare = _LITERAL.sub("", section)
    if _DATE_MARK.search(bare) and not re.search(r"[0#]\.?%?$", bare):
        return _date(number, section) or _general(number)
    return _fixed(abs(number) if _has_sign_section(code, number) else number, section)


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value) if len(value) <= 40 else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and abs(number) < 10**15 else None


def _section(code: str, number: Decimal) -> str:
    """The part of a format for positive numbers, negative ones or nought."""
    sections = [_UNSEEN.sub("", section) for section in code.split(";")]
    if number < 0 and len(sections) > 1:
        return sections[1]
    if number == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _has_sign_section(code: str, number: Decimal) -> bool:
    return number < 0 and ";" in code


def _general(number: Decimal) -> str:
    text = f"{float(number):.10g}"
    return text if "e" not in text else f"{number.normalize():f}"[:30]


def _fixed(number: Decimal, section: str) -> str:
    places = _PLACES.search(_LITERAL.sub(lambda found: "\0" * len(found[0]), section))
    if places is None:
        return _plain(section)
    shown = number * 100 if "%" in _LITERAL.sub("", section) else number
    decimals = min(len(places[1] or ""), 10)
    rounded = shown.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    grouped = "," if "," in places[0] else ""
    figures = f"{rounded:{grouped}.{decimals}f}"
    if (places[1] or "").endswith("#") and "." in figures:
        figures = figures.rstrip("0").rstrip(".")
    return _plain(section[: places.start()]) + figures + _plain(section[places.end() :])


def _plain(text: str) -> str:
    return _LITERAL.sub(lambda found: found[1] or found[2] or "", text)


def _date(number: Decimal, section: str) -> str | None:
    if not 0 <= number <= _MOST_DAYS:
        return None
    moment = _FIRST_DAY + timedelta(seconds=round(float(number) * 86_400))
    parts: list[str] = []
    end, before = 0, ""
    for found in _DATE_PART.finditer(section):
        parts.append(_plain(section[end : found.start()]))
        parts.append(_date_part(found[0].lower(), before, moment, "AM/PM" in section))
        end, before = found.end(), found[0].lower()
    return "".join(parts) + _plain(section[end:])


def _date_part(mark: str, before: str, moment: datetime, twelve: bool) -> str:
    """One part of a date: after hours, months are minutes."""
    if mark[0] == "m" and (before.startswith(("h", "s"))):
        return f"{moment.minute:02d}"
    if mark[0] == "h":
        hour = (moment.hour % 12 or 12) if twelve else moment.hour
        return f"{hour:0{min(len(mark), 2)}d}"
    if mark[0] == "a":
        return f"{moment:%p}"
    if mark[0] == "s":
        return f"{moment.second:02d}"
    if mark[0] == "y":
        return f"{moment.year:04d}" if len(mark) > 2 else f"{moment.year % 100:02d}"
    return _day_or_month(mark, moment)


def _day_or_month(mark: str, moment: datetime) -> str:
    if len(mark) >= 3:
        name = f"{moment:%B}" if mark[0] == "m" else f"{moment:%A}"
        return name[:3] if len(mark) == 3 else name
    value = moment.month if mark[0] == "m" else moment.day
    return f"{value:0{len(mark)}d}"
