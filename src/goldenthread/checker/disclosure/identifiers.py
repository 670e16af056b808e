"""Numbers that belong to one person or family: a valid check digit, or words that say so."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.check_digits import is_nhs_number, is_pupil_number
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.patterns import Late
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
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?"
    r"(?:\d\d[ -]?\d\d[ -]?\d\d|\d{3}[ -]?\d{3})[ -]?[A-D]\b"
)
"""The shape that HM Revenue and Customs publishes (manual NIM39110); it has no check digit."""

_AFTER_INSURANCE = Late(
    r"\b(?:n\.?i\.?|national insurance|insurance(?= n))[ -]?(?:no|nos|num|number|numbers)?\b"
    r"[.:;#=]?,?(?: is| was)?[ :;#=(-]*([a-z]{2}(?:[ ./-]?[\do]){6}(?:[ ./-]?[a-d]\b)?)\b",
    re.IGNORECASE,
)
"""However it is written, also with an O for a 0, behind words that say what it is."""

_SYSTEM = (
    r"LCS|LAS|EHM|ICS|Mosaic|Liquid ?logic|Care ?First|Framework-?i|Care ?Director|Azeus|Eclipse"
    r"|CorePlus|Capita One|Protocol|Swift|Paris|RiO|SystmOne"
)
_IS = r"[.:#=]?(?: is| was)?[ :#=–-]*"
_VALUE = r"[A-Z]{0,4}[-/]?\d[\dO/-]{1,12}(?: \d{3,4}\b)?[A-Z]?"
_RECORD = Late(
    rf"\b(?:(?:(?:{_SYSTEM}|case|client|child(?:'s|’s)?|person|family|record|file|service user"
    r"|pupil|student|crime|police|referral|social care|(?:police |incident )?log|incident)"
    r"[ _-]?(?:id|ids|ref|refs|reference|references|no|nos|number|numbers|identifier)|PIN|PID"
    r"|(?<!ofsted )(?<!school )URN|audit (?:id|ref|reference)"
    r"|(?:record|child|file|case)s? audited|audited (?:record|child|file|case)"
    r"|(?!ISBN|ISSN|VAT|DOI|ISO|PO)(?-i:[A-Z]{2,5}) (?:number|no|id|ref))\b"
    rf"{_IS}({_VALUE})"
    rf"|(?:{_SYSTEM})(?: (?:record|file|case))?[.:#]?[ :#]*([A-Z]?\d{{5,12}})"
    rf"|(?-i:(?:[A-Z]{{1,6}}[ -]?)?ID){_IS}([A-Z]?\d{{5,12}}))(?![\w%])",
    re.IGNORECASE,
)
_NEXT_RECORD = Late(r"(?:,? (?:and|or|&) |[,;/] ?)([A-Z]{0,4}[-/]?\d{4,12})(?![\w%.-])")
"""More of them in a list."""

_REFERENCE = Late(
    r"\b(?:our |your )?(?:ref|reference)(?: (?:no|number))?(?:[.:#]+| (?:no|number)[.:#]*) *"
    r"([A-Z]{0,4}(?:/[A-Z]{1,4})?[-/]?\d[\d/-]{2,14})(?![\w%])",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?")
"""A reference without a word for whose it is may be a publication's: a query, and a year none."""

_COURT = Late(r"\b[A-Z]{2}\d\d[ -]?[CDFPZ][ -]?\d{5}\b")
"""Two letters for the court, the year, a letter for the kind, a running number: family courts."""

_DIGITS = re.compile(r"\d[ ./-]*[\dO][ ./-]*\d", re.IGNORECASE)
"""Three at least: fewer make no identifier."""

_REACH = 32
_FEWEST_DIGITS = 3


def identifiers_in(text: str) -> Iterator[Finding]:
    """Every identifier as an error, a bare reference as a query.

    The same digits without check and cue are none.
    """
    if _DIGITS.search(text) is None:
        return
    yield from _ten_digits(text)
    for pattern, kind in (
        (_AFTER_NHS, Kind.NHS_NUMBER),
        (_AFTER_UPN, Kind.PUPIL_NUMBER),
        (_AFTER_INSURANCE, Kind.NATIONAL_INSURANCE),
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
    marked = list(_marked_records(text))
    yield from marked
    starts = {one.start for one in marked}
    for found in _REFERENCE.finditer(text):
        if _is_number(found[1]) and found.start(1) not in starts:
            yield Finding(Kind.CASE_NUMBER, *found.span(1))


def _marked_records(text: str) -> Iterator[Finding]:
    for found in _RECORD.finditer(text):
        span = found.span(found.lastindex or 0)
        if not _is_number(text[slice(*span)]):
            continue
        yield Finding(Kind.CASE_NUMBER, *span, Severity.ERROR)
        following = _NEXT_RECORD.match(text, span[1])
        while following is not None:
            yield Finding(Kind.CASE_NUMBER, *following.span(1), Severity.ERROR)
            following = _NEXT_RECORD.match(text, following.end())


def _is_number(value: str) -> bool:
    """Whether it has digits enough, and is no year."""
    enough = sum(map(str.isdigit, value)) >= _FEWEST_DIGITS
    return enough and _YEARS.fullmatch(value) is None
