"""Whose an address is: a family's home, a service that people write or come to, or nobody knows."""

import re
from enum import Enum, auto

from goldenthread.checker.patterns import Late


class Whose(Enum):
    """Who is found at an address."""

    FAMILY = auto()
    SERVICE = auto()
    UNKNOWN = auto()


_REACH = 60
_REACH_OF_SERVICE = 100
"""Letters before an address: the street and the town may stand between it and the service."""

_HUB = (
    r"(?:hub|court|centre|clinic|unit|team|service|office|desk|line|shop|conference|trust|union)s?"
)
_LIVES = Late(
    r"\b(?:lives?|lived|living (?=at|in|on|with|near)|moved|stays?|staying|resides?|residing"
    r"|tenancy|home(?!(?: |-)(?:office|start|education|visiting|placements?)\b)|house is|placed"
    r"|a flat|h(?:is|er) address|address of (?:the )?(?:child|family))\b",
    re.IGNORECASE,
)
"""Words of a home: no service nearby outweighs them."""

_SOMEBODY = Late(
    r"\b(?:mothers?|mum|fathers?|dad|grandmother|grandfather|nan|child|young person|siblings?"
    r"|carers?(?:['’] ?s?)?"
    rf"|family(?! (?:{_HUB}|justice|hearings?)\b| [a-z]+ {_HUB}\b))\b"
    rf"(?! (?:and baby )?{_HUB}\b)",
    re.IGNORECASE,
)
"""Whose home it may be: a Family Hub and a carers' centre are nobody's."""

_INSTITUTION = (
    r"(?:family hub|hub|(?:health|civic|children['’]?s|family|carers['’]?|town|community) centre"
    r"|centre|offices?|headquarters|reception|library|town hall|county hall|city hall|council house"
    r"|(?:the|family|county|crown|magistrates['’]?|youth) court|courthouse|police station|hospital"
    r"|surgery|clinic|team|services?|department|council|trust|charity|partnership|home office"
    r"|association|university)"
)
_SCHOOL = r"(?:school|academy|college|nursery|pre-?school)"
_TO_ADDRESS = (
    r"(?! (?:House|Cottage|Lodge|Flats?|Lane|Road|Street|Close|Hill|Terrace|Farm|View)\b)"
    r"(?P<verb>(?: (?:is|are|was|has|have|now|moved|based|located|opens|sits?)){0,3})"
    r"[,:(]?(?: (?:at|in|on|to))?[ (]*(?:[A-Z0-9][\w'’-]*,? ?|of |the |and ){0,8}$"
)
_AT_SERVICE = Late(rf"\b(?i:{_INSTITUTION}){_TO_ADDRESS}")
_AT_SCHOOL = Late(rf"\b(?i:{_SCHOOL}){_TO_ADDRESS}")
"""A service just before an address, with nothing but "at" and words of the address between."""

_CLAUSE = re.compile(r"[.;:!?] ")
_MOVED = Late(rf"\b(?i:{_INSTITUTION}|we) (?:(?:is|are|has|have|had|now) ){{0,2}}moved\b")
"""Services move, too."""

_ASKED_TO_COME = Late(
    r"\b(?:write to|post (?:it |them )?to|send|contact|visit us|find us|come to|call in|directions"
    r"|get to us|letters|training|meeting|held at|venue)\b",
    re.IGNORECASE,
)
_OURS = Late(r"\b(?:visit|find|reach|write to|come to|get to|join) us\b|\bwe are\b", re.IGNORECASE)
_WORKPLACE = Late(
    r"\b(?:council|civic|town hall|county hall|city hall|offices?|office hours|headquarters"
    r"|reception"
    r"|library|court(?:house)?|centre|hub|police station|visit us|find us|write to us|post to|trust"
    r"|training"
    r"|venue|conference|university|ltd|registered)\b",
    re.IGNORECASE,
)


def whose_address(text: str, start: int, end: int) -> Whose:
    """Who is found at the address that stands between two places of a text.

    >>> whose_address("Write to the Family Hub, 12 High Street.", 25, 39).name
    'SERVICE'
    >>> whose_address("The family is at 12 High Street.", 17, 31).name
    'FAMILY'
    """
    before = text[max(0, start - _REACH) : start]
    if _LIVES.search(_MOVED.sub("", before)):
        return Whose.FAMILY
    if _stands_at_service(text[max(0, start - _REACH_OF_SERVICE) : start]):
        return Whose.SERVICE
    if _SOMEBODY.search(before) and _OURS.search(before) is None:
        return Whose.FAMILY
    around = before + " " + text[end : end + _REACH]
    return Whose.SERVICE if _WORKPLACE.search(around) else Whose.UNKNOWN


def _stands_at_service(before: str) -> bool:
    """Whether a service stands just before an address, or a school that people are asked to.

    "The mother of a child at the Hub is at …" says where the mother is.
    """
    found = _AT_SERVICE.search(before)
    if found is None:
        found = _AT_SCHOOL.search(before) if _ASKED_TO_COME.search(before) else None
    if found is None:
        return False
    clause = _CLAUSE.split(before[: found.start()])[-1]
    return not (found["verb"] and _SOMEBODY.search(clause))
