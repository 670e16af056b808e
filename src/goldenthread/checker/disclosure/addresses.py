"""Postcodes and street addresses: a home is one family's, a place of work is nobody's."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.patterns import Late
from goldenthread.checker.results import Severity

WORK_ADDRESS = "address of a place of work"

_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC"
    "|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS"
    "|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP"
    "|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_POSTCODE = Late(
    rf"(?<![\w/.=-])(?:{_AREAS})\d(?:\d|[A-HJKMNPRSTUVWXY])? ?\d[ABD-HJLNP-UW-Z]{{2}}(?![\w/=-])"
)
"""The 124 postcode areas, and the inward code without C I K M O V (Royal Mail's rules)."""

_STREET = Late(
    r"\b(?:(?i:flat|apartment|unit|room) \d{1,4}[a-z]?,? (?:at )?)?\d{1,4}[A-Za-z]?,? "
    r"(?:(?:St\.?|The|[A-Z][a-z'’]+) ){1,3}"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Cres|Way|Gardens|Grove|Place"
    r"|Terrace"
    r"|Court|Hill|Rise|Walk|View|Square|Mews|Park|Row|Green|Parade|Villas?|Heights|Buildings)\b"
)
_AFTER_POSTCODE = Late(
    rf"\bpost ?code[:'’s]*(?: is)?[: ]+((?:{_AREAS})\d[\dA-Z]? ?\d[A-Z]{{2}})\b", re.IGNORECASE
)
"""In small letters too, where the word says what it is."""

_NAMED_HOME = Late(
    r"\b(?:(?i:flat|apartment) \d{1,4}[a-z]?,? (?:[A-Z][a-z'’]+ ){1,3}(?:House|Court|Tower|Lodge"
    r"|Point)"
    r"|[A-Z][a-z'’]+ (?:Cottage|Farm|Lodge|Bungalow), (?:[A-Z][a-z'’]+ ){1,3}(?:Lane|Road|Street"
    r"|Hill)"
    r"|(?:(?<=at )|(?<=home \())\d{1,4}[a-z]?,? (?:The )?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep"
    r"|Oct|Nov"
    r"|Dec))[A-Z][a-z'’]+(?! [A-Z]))\b"
)
"""A flat in a named house, a named house in a lane, and what somebody lives at."""

_HOME = Late(
    r"\b(?:lives?|lived|living|moved|stays?|staying|home|house is|family|mother|mum|father|dad"
    r"|grandmother|carers?|resides?|residing|tenancy|address of (?:the )?(?:child|family))\b",
    re.IGNORECASE,
)
_WORKPLACE = Late(
    r"\b(?:council|civic|town hall|county hall|city hall|offices?|office hours|headquarters"
    r"|reception"
    r"|library|court(?:house)?|centre|hub|police station|visit us|write to us|post to|trust"
    r"|training"
    r"|venue|conference|university|ltd|registered)\b",
    re.IGNORECASE,
)
_LIKE_POSTCODE = re.compile(r"\d[A-Z]{2}\b")
_LIKE_STREET = re.compile(r"\d[a-zA-Z]?,? [A-Z]")
_LIKE_HOME = re.compile(r"(?:(?i:flat|apartment)|at|home \() ?\d|, [A-Z]")
"""What a postcode, a numbered street and a named home cannot do without."""

_REACH = 60


def addresses_in(text: str) -> Iterator[Finding]:
    """Postcodes and numbered streets: an error beside words of a home, otherwise a query.

    A street without a number is a place that anybody may name.
    """
    for kind, pattern in _kinds(text):
        for found in pattern.finditer(text):
            yield _weighed(text, kind, found)


def _kinds(text: str) -> Iterator[tuple[Kind, Late]]:
    """The patterns that may fit."""
    if _LIKE_POSTCODE.search(text):
        yield Kind.POSTCODE, _POSTCODE
    if "post" in text.lower():
        yield Kind.POSTCODE, _AFTER_POSTCODE
    if _LIKE_STREET.search(text):
        yield Kind.ADDRESS, _STREET
    if _LIKE_HOME.search(text):
        yield Kind.ADDRESS, _NAMED_HOME


def _weighed(text: str, kind: Kind, found: re.Match[str]) -> Finding:
    before = text[max(0, found.start() - _REACH) : found.start()]
    span = found.span(found.lastindex or 0)
    if _HOME.search(before):
        return Finding(kind, *span, Severity.ERROR, is_family=True)
    around = before + " " + text[found.end() : found.end() + _REACH]
    if _WORKPLACE.search(around):
        return Finding(kind, *span, Severity.OK, allowed_by=WORK_ADDRESS)
    return Finding(kind, *span)
