"""By what somebody could be recognised, and what to do about each."""

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of hit, as they stand in the output."""

    KNOWN_NAME = "known name"
    NAME = "name"
    DATE_OF_BIRTH = "date of birth"
    POSTCODE = "postcode"
    ADDRESS = "address"
    TELEPHONE = "telephone number"
    EMAIL = "e-mail address"
    NHS_NUMBER = "NHS number"
    PUPIL_NUMBER = "unique pupil number"
    LEARNER_NUMBER = "unique learner number"
    NATIONAL_INSURANCE = "National Insurance number"
    CASE_NUMBER = "record number"
    COURT_NUMBER = "court case number"
    SMALL_NUMBER = "small number"
    STORY = "story"
    TEAM = "team named"


_ADVICE = {
    Kind.KNOWN_NAME: "This name is on the list of names: take it out, wherever it stands.",
    Kind.NAME: "This may be a person's name: take it out, or allow it if they agreed to be named.",
    Kind.DATE_OF_BIRTH: "A date of birth points to one person: give an age group, or none.",
    Kind.POSTCODE: "A postcode points to a few homes: take it out, unless it is an office's.",
    Kind.ADDRESS: "An address points to one home: take it out, unless it is an office's.",
    Kind.TELEPHONE: "If this is a person's own number, take it out or put it under Contacts.",
    Kind.EMAIL: "If this is a person's own address, use a shared one or put it under Contacts.",
    Kind.NHS_NUMBER: "An NHS number points to one person: take it out.",
    Kind.PUPIL_NUMBER: "A unique pupil number points to one child: take it out.",
    Kind.LEARNER_NUMBER: "A unique learner number points to one young person: take it out.",
    Kind.NATIONAL_INSURANCE: "A National Insurance number points to one person: take it out.",
    Kind.CASE_NUMBER: "A record number leads colleagues to one child: take it out.",
    Kind.COURT_NUMBER: "A court case number points to one family: take it out.",
    Kind.SMALL_NUMBER: "So few can be recognised outside the service: write “fewer than 5”.",
    Kind.STORY: "So many details may fit one family only: change or leave out age, place or date.",
    Kind.TEAM: "Behind a team stand few people: write “the service” or “some teams”.",
}


def advice(kind: str) -> str:
    """One sentence on why a kind of hit matters and what to do; ``""`` for a kind unknown here.

    >>> advice("NHS number")
    'An NHS number points to one person: take it out.'
    """
    return _ADVICE.get(Kind(kind), "") if kind in set(Kind) else ""
