"""Initials that can only be a child's or a relative's: colleagues would know whose they are.

"Child A" is the accepted way to write of a child without a name, so it may stand.
"""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.patterns import Late

_LIKE_INITIALS = re.compile(r"[A-Z]\.?(?:['’]s |[ ,(]+aged )")
"""A quick look: most texts have none."""

_INITIALS = Late(
    r"(?<![\w.&/-])(?P<initials>[A-Z]{2}|(?:[A-Z]\.){1,3}|[A-Z])"
    r"(?:['’]s (?:\w+ )?(?:mother|mum|father|dad|parents|sisters?|brothers?|siblings?"
    r"|grand(?:mother|father|parents)|nan|gran|aunt|uncle|bedroom)\b"
    r"|,? \(?aged \d{1,2}\b(?! ?(?:to|and|or|-|–) ?\d))"
)
"""A relative or an age after them: "J's mother", "AW, aged 7"."""

_ACCEPTED = Late(
    r"\b(?:child|baby|boy|girl|young person|sibling|twin|family|parent|mother|father|adult|person"
    r"|worker|case) $",
    re.IGNORECASE,
)
_SHORT_FOR = frozenset(
    {"YP", "CL", "SW", "BM", "BF", "FC", "GP", "HV", "LA", "PA", "EP", "CP", "CH", "UK"}
    | {"EU", "IT", "NI", "TV", "UN", "US"}
)
"""Young person, care leaver, social worker and others: nobody's initials."""

_REACH = 14


def initials_in(text: str) -> Iterator[Finding]:
    """Bare initials of a child or relative, as queries.

    >>> [f.start for f in initials_in("AW's mother and Child B's mother met.")]
    [0]
    """
    if _LIKE_INITIALS.search(text) is None:
        return
    for found in _INITIALS.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        if found["initials"] not in _SHORT_FOR and _ACCEPTED.search(before) is None:
            yield Finding(Kind.NAME, *found.span("initials"), is_family=True)
