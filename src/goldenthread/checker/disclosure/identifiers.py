"""Numbers that belong to one person or family: a valid check digit, or words that say so."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.check_digits import is_nhs_number, is_pupil_number
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.patterns import Late
from goldenthread.checker.results import Severity

_BOUND = r"(?<![\w/.=#%-])"
_END = r"(?![\w/=%]|[-.]\d)"

_TEN_DIGITS = Late(rf"{_BOUND}\d{{3}}([ -]?)\d{{3}}\1\d{{4}}{_END}")
_NHS_CUE = Late(r"\bNHS\b(?: (?:no|number|num|id)\b)?[.:#]?(?: is| was)?[ :#]*$", re.IGNORECASE)
_AFTER_NHS = Late(
    r"\bNHS (?:no|number|num|id)\b[.:#]?(?: is| was)?[ :#]*(\d[\d -]{6,13}\d)\b", re.IGNORECASE
)
_ULN_CUE = Late(r"\b(?:ULN|unique learner (?:number|no\.?))[:#]?(?: is)?[ :#]*$", re.IGNORECASE)
_UPN = Late(rf"{_BOUND}[A-HJ-NP-RT-Z]\d{{11}}[\dA-HJ-NP-RT-Z]{_END}", re.IGNORECASE)
_AFTER_UPN = Late(
    r"\b(?:UPN|unique pupil (?:number|no\.?))[:#]?(?: is)?[ :#]*([A-Z]?\d{6,13}[A-Z]?)\b",
    re.IGNORECASE,
)
_NATIONAL_INSURANCE = Late(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
"""The shape that HM Revenue and Customs publishes (manual NIM39110); it has no check digit."""

_SYSTEM = (
    r"LCS|EHM|ICS|Mosaic|Liquid ?logic|Care ?First|Framework-?i|Care ?Director|Azeus|Eclipse"
    r"|CorePlus"
    r"|Capita One|Protocol|Swift"
)
_RECORD = Late(
    rf"\b(?:(?:(?:{_SYSTEM}|case|client|child(?:'s|’s)?|person|family|record|file|service user"
    rf"|pupil"
    r"|student|crime|police|referral|social care)"
    r" (?:id|ids|ref|refs|reference|references|no|nos|number|numbers|identifier)|PIN|URN|PID"
    r"|(?:record|child|file|case)s? audited|audited (?:record|child|file|case)|(?!ISBN|ISSN|VAT"
    r"|DOI|ISO)(?-i:[A-Z]{2,5}) (?:number|id"
    r"|ref))\b"
    r"[.:#]?(?: is| was)?[ :#]*([A-Z]{0,4}[-/]?\d[\d/-]{1,12}[A-Z]?)"
    rf"|(?:{_SYSTEM})[.:#]?[ :#]*(\d{{5,12}}))(?![\w%])",
    re.IGNORECASE,
)
_COURT = Late(r"\b[A-Z]{2}\d\d[ -]?[CDFPZ][ -]?\d{5}\b")
"""Two letters for the court, the year, a letter for the kind, a running number: family courts."""

_DIGITS = re.compile(r"\d[ /-]*\d[ /-]*\d")
"""Three at least: fewer make no identifier."""

_REACH = 32
_FEWEST_DIGITS = 3


def identifiers_in(text: str) -> Iterator[Finding]:
    """Every identifier as an error; the same digits without check and cue are none."""
    if _DIGITS.search(text) is None:
        return
    yield from _ten_digits(text)
    for pattern, kind in (
        (_AFTER_NHS, Kind.NHS_NUMBER),
        (_AFTER_UPN, Kind.PUPIL_NUMBER),
    ):
        for found in pattern.finditer(text):
            yield Finding(kind, found.start(1), found.end(1), Severity.ERROR)
    for found in _UPN.finditer(text):
        if is_pupil_number(found[0]):
            yield Finding(Kind.PUPIL_NUMBER, *found.span(), Severity.ERROR)
    for pattern, kind in (
        (_NATIONAL_INSURANCE, Kind.NATIONAL_INSURANCE),
        (_COURT, Kind.COURT_NUMBER),
    ):
        for found in pattern.finditer(text):
            yield Finding(kind, *found.span(), Severity.ERROR)
    yield from _records(text)


def _ten_digits(text: str) -> Iterator[Finding]:
    for found in _TEN_DIGITS.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        before = text[max(0, found.start() - _REACH) : found.start()]
        if _ULN_CUE.search(before):
            yield Finding(Kind.LEARNER_NUMBER, *found.span(), Severity.ERROR)
        elif _NHS_CUE.search(before) or (is_nhs_number(digits) and digits[0] != "0"):
            yield Finding(Kind.NHS_NUMBER, *found.span(), Severity.ERROR)


def _records(text: str) -> Iterator[Finding]:
    for found in _RECORD.finditer(text):
        group = 1 if found[1] else 2
        if sum(map(str.isdigit, found[group])) >= _FEWEST_DIGITS:
            yield Finding(Kind.CASE_NUMBER, *found.span(group), Severity.ERROR)
