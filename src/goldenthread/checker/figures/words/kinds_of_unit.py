"""Which counted nouns stand for each other: one audit is of one child's record."""

AUDITED = frozenset(
    {"audit", "case", "child", "young person", "record", "file", "person", "cohort", "sample"}
)
"""One of each belongs to one audit, so that a share of one is a share of all."""

ASPECTS = frozenset({"assessment", "plan", "chronology", "decision", "genogram", "case note"})
"""What an audit looks at once in each record."""

AUDITS = frozenset({"audit", "case", "record", "file"})
"""What an audit is itself called."""

_READ_AS_RECORDS = frozenset(
    {
        *("referral", "contact", "arrangement", "enquiry", "conference", "placement", "visit"),
        *("chronology", "assessment", "proceedings", "complaint", "episode", "interview"),
    }
)
"""What is read in records, so that "in 45% of cases" is said of each of them."""

_ANSWERS = frozenset({"response", "respondent", "questionnaire", "survey", "reply", "form"})
_ANSWERING = frozenset(
    {
        *("parent", "carer", "family", "child", "young person", "professional", "practitioner"),
        *("worker", "person", "adult", "school", "member", "foster carer"),
    }
)
PEOPLE = frozenset(
    {"child", "young person", "person", "pupil", "leaver", "boy", "girl", "respondent", "case"}
)
_FAMILY = frozenset({"parent", "carer", "family", "mother", "father"})

SAMPLED = AUDITED | _ANSWERS | _ANSWERING | {"return", "review", "observation", "interview"}
"""What a report can be based on."""

CHECKED = (AUDITED - {"child", "young person", "person"}) | _ANSWERS | {"return", "review"}
"""Of which "26 … were completed" says how many there are in all."""


def is_of(unit: str, base: str) -> bool:
    """Whether shares of one unit can be of a base in another; an unnamed one may be of any.

    >>> is_of("case", "audit"), is_of("assessment", "audit"), is_of("parent", "audit")
    (True, True, False)
    """
    if not unit or unit == base:
        return True
    if not base:
        return unit in AUDITED or unit in ASPECTS
    if base in _ANSWERS:
        return unit in _ANSWERS or unit in _ANSWERING
    return (
        (unit in AUDITED and base in AUDITED)
        or (unit in ASPECTS and base in AUDITS)
        or (unit in AUDITS and base in _READ_AS_RECORDS)
        or (unit in _FAMILY and base in _FAMILY)
        or (unit in _ANSWERS and base in _ANSWERING)
    )


def are_alike(unit: str, other: str) -> bool:
    """Whether two nouns count the same things.

    "In 15% of cases" is said of contacts or complaints as well, but records are read in them only
    where words say that those were audited.

    >>> are_alike("child", "young person"), are_alike("visit", "child")
    (True, False)
    >>> are_alike("case", "contact"), are_alike("record", "contact")
    (True, False)
    """
    are_read = unit in AUDITS - {"case"} and other in _READ_AS_RECORDS
    alike = unit == other or (is_of(unit, other) and not are_read)
    return bool(other) and (alike or (unit in PEOPLE and other in PEOPLE))
