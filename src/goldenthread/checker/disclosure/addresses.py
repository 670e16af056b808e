"""Postcodes and street addresses: a home is one family's, a place of work is nobody's."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.whose_address import Whose, whose_address
from goldenthread.checker.patterns import Late
from goldenthread.checker.results import Severity

WORK_ADDRESS = "address of a place of work"

_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC"
    "|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS"
    "|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP"
    "|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_OUTWARD = rf"(?:{_AREAS})\d(?:\d|[A-HJKMNPRSTUVWXY])?"
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
_POSTCODE = Late(
    rf"(?<![\w/.=-])(?:(?:{_AREAS})(?:(?<=[A-Z]{{2}}) )?\d(?:[\dO]|[A-HJKMNPRSTUVWXY])?)[ -]?"
    rf"{_INWARD}(?![\w=-]|/[a-z])"
)
"""The 124 postcode areas, and the inward code without C I K M O V (Royal Mail's rules)."""

_MARKED_POSTCODE = Late(
    r"\b(?:post[ -]?code|p/?code|lives?|lived|living|moved|stays?|staying|placed|placement|address"
    r"|home)\b"
    rf"(?:[:'’s,]|(?! \d+ (?:and|or|of)\b) (?!{_OUTWARD})[\w'’]{{1,20}}){{0,6}}[:,]? "
    rf"({_OUTWARD}[ -]?(?!1st|2nd|3rd|\dth){_INWARD})\b",
    re.IGNORECASE,
)
"""In small letters too, where words say what it is, or whose home."""

_FLAT = r"(?i:flat|apartment|apt|unit|room|bedsit|caravan)"
_NUMBER = r"\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?"
_TYPES = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Cres|Way|Gardens|Grove|Place|Terrace"
    "|Court|Hill|Rise|Walk|View|Square|Mews|Park|Row|Green|Parade|Villas?|Heights|Buildings"
)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_STREET = Late(
    rf"\b(?:{_FLAT} {_NUMBER},? (?:at )?)?{_NUMBER},? "
    rf"(?:(?:(?:St\.?|The|[A-Z][A-Za-z'’-]+) ){{1,3}}(?:{_TYPES})"
    rf"|(?:[A-Z][A-Z'’-]+ ){{1,3}}(?:{_TYPES.upper()})"
    r"|(?:Heol|Ffordd|Stryd|Bro|Maes|Cl[oô]s|Rhodfa|L[oô]n|Cwrt|Cae|Rue)"
    r"(?: (?:yr?|de|du|la|le|des)| [A-Z][A-Za-z'’-]+){1,4})\b"
)
"""A number with a street; in Wales and Jersey the kind of street stands first."""

_SMALL_STREET = Late(
    rf"\b(?:lives?|lived|living|stays?|staying|moved|home|placed)(?: is)? (?:at|to|in|on) "
    rf"((?:{_FLAT} {_NUMBER},? )?{_NUMBER},? (?:(?!(?:in|of|an?|with|and|on|at|to|for|near|by|from"
    r"|weeks?|days?|months?|years?|hours?|nights?)\b)[a-z'’-]+ ){1,3}"
    r"(?:road|rd|street|avenue|lane|close|drive|crescent|gardens|grove|terrace|court|view|mews))\b"
    rf"|\b({_FLAT} {_NUMBER},? {_NUMBER},? (?:[a-z'’-]+ ){{1,3}}(?:road|rd|street|avenue|lane"
    r"|close|drive|crescent|gardens|grove|terrace))\b"
)
"""In small letters only behind words of a home, or a flat."""

_NO_PLURAL = r"(?! (?!was\b|has\b|is\b|needs\b)[a-z]+s\b)"
"""The end of a number with a name: "3 Larkshire schools" is none."""

_NAMED_HOME = Late(
    rf"\b(?:(?:{_FLAT} \d{{1,4}}[a-z]?,? (?:of |at |in )?(?:[A-Z][A-Za-z'’-]+ ){{1,3}}"
    r"(?:House|Court|Tower|Lodge|Point))"
    r"|(?i:flat|apartment) \d{1,4}[a-z]?, (?:The )?[A-Z][a-z'’]+"
    r"|[A-Z][a-z'’]+ (?:Cottage|Farm|Lodge|Bungalow|Rectory|Vicarage|Grange|Croft|Barn),"
    r" (?:[A-Z][a-z'’]+ ){1,3}(?:Lane|Road|Street|Hill)"
    rf"|(?:(?<=at )|(?<=home \())\d{{1,4}}[a-z]?,? (?:[Tt]he )?(?!(?:{_MONTHS}))[A-Z][a-z'’]+"
    rf"(?! [A-Z]){_NO_PLURAL})\b"
)
"""A flat in a named house, a named house in a lane, and what somebody lives at."""

_AT_HOME = Late(
    r"\b(?:(?i:lives?|lived|living|placed|stays?|staying|resides?|residing) (?:at|in)"
    r"|(?i:home|address)(?: is|:)(?: at)?)"
    rf" ({_NUMBER},? (?:[Tt]he )?(?!(?:{_MONTHS}))[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){{0,2}})"
    rf"{_NO_PLURAL}\b"
)
"""A number and a name without a kind of street: "lives at 31 Mount Pleasant"."""

_LIKE_POSTCODE = re.compile(r"\d[A-Z]{2}\b")
_LIKE_SMALL_POSTCODE = re.compile(r"\d[a-z]{2}\b")
_LIKE_STREET = re.compile(r"\d[a-zA-Z]?,? [A-Z]")
_LIKE_SMALL_STREET = re.compile(r"\d[a-zA-Z]?,? [a-z]")
_LIKE_HOME = re.compile(rf"(?:{_FLAT}|at|in|is|home \(|:) ?\d|, [A-Z]")
"""What a postcode, a numbered street and a named home cannot do without."""


def addresses_in(text: str) -> Iterator[Finding]:
    """Postcodes and numbered streets: an error beside words of a home, otherwise a query.

    A street without a number is a place that anybody may name.
    """
    longest: dict[int, Finding] = {}
    for kind, pattern in _kinds(text):
        for found in pattern.finditer(text):
            finding = _weighed(text, kind, found)
            other = longest.get(finding.end)
            if other is None or finding.start < other.start:
                longest[finding.end] = finding
    yield from longest.values()


def _kinds(text: str) -> Iterator[tuple[Kind, Late]]:
    """The patterns that may fit."""
    if _LIKE_POSTCODE.search(text):
        yield Kind.POSTCODE, _POSTCODE
    if _LIKE_SMALL_POSTCODE.search(text):
        yield Kind.POSTCODE, _MARKED_POSTCODE
    if _LIKE_STREET.search(text):
        yield Kind.ADDRESS, _STREET
    if _LIKE_SMALL_STREET.search(text):
        yield Kind.ADDRESS, _SMALL_STREET
    if _LIKE_HOME.search(text):
        yield from ((Kind.ADDRESS, pattern) for pattern in (_NAMED_HOME, _AT_HOME))


def _weighed(text: str, kind: Kind, found: re.Match[str]) -> Finding:
    span = found.span(found.lastindex or 0)
    whose = whose_address(text, *span)
    if whose is Whose.FAMILY:
        return Finding(kind, *span, Severity.ERROR, is_family=True)
    if whose is Whose.SERVICE:
        return Finding(kind, *span, Severity.OK, allowed_by=WORK_ADDRESS)
    return Finding(kind, *span)
