"""Telephone numbers: of a service, of a desk at work, or somebody's own."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.patterns import Late
from goldenthread.checker.results import Severity

SERVICE_NUMBER = "number of a service"
WORK_NUMBER = "number of a place of work"

_NUMBER = Late(
    r"(?<![\w./=#-])(?:\+44 ?(?:\(0\))? ?|\(?0)\d(?:[ ().-]{0,2}\d){7,9}(?![\w/=]|[.-]\d)"
)
"""A national number of nine or ten digits after the 0, or with +44; short numbers are helplines."""

_SERVICE = Late(r"0(?:3|8|9)\d+")
"""03, 08 and 09 are not numbers of people (Ofcom, National Telephone Numbering Plan)."""

_OWN = Late(r"07[1-9]\d+|070\d+")
_AT_WORK = Late(
    r"\b(?:tel|telephone|phone|call|ring|contact|duty|office|team|council|helpline|hotline|line"
    r"|mash"
    r"|reception|switchboard|enquir\w+|advice|hours)\b",
    re.IGNORECASE,
)
_FAMILY = Late(
    r"\b(?:mother|mum|father|dad|carer|child|parent|grandmother|family|aunt|uncle)(?:['’]s)?\b",
    re.IGNORECASE,
)
_REACH = 50


def telephones_in(text: str) -> Iterator[Finding]:
    """Telephone numbers: a service's and a desk's may stand, a mobile or a family's is queried."""
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", re.sub(r"^\+44 ?(?:\(0\))?", "0", found[0]))
        if len(digits) not in (10, 11):
            continue
        before = text[max(0, found.start() - _REACH) : found.start()]
        yield _weighed(digits, before, found.span())


def _weighed(digits: str, before: str, span: tuple[int, int]) -> Finding:
    if _SERVICE.fullmatch(digits):
        return Finding(Kind.TELEPHONE, *span, Severity.OK, allowed_by=SERVICE_NUMBER)
    if _FAMILY.search(before):
        return Finding(Kind.TELEPHONE, *span, Severity.ERROR, is_family=True)
    if not _OWN.fullmatch(digits) and _AT_WORK.search(before):
        return Finding(Kind.TELEPHONE, *span, Severity.OK, allowed_by=WORK_NUMBER)
    return Finding(Kind.TELEPHONE, *span)
