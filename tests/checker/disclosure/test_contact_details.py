"""Dates of birth, addresses, telephone numbers and e-mail addresses: whose they are decides."""

from collections.abc import Iterator

import pytest

from goldenthread.checker.disclosure.addresses import addresses_in
from goldenthread.checker.disclosure.dates_of_birth import dates_of_birth_in
from goldenthread.checker.disclosure.emails import emails_in
from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.telephones import telephones_in


def _all(text: str) -> Iterator[Finding]:
    for find in (dates_of_birth_in, addresses_in, telephones_in, emails_in):
        yield from find(text)


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.severity.value) for one in _all(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dob 03/04/2012", ("03/04/2012", "error")),
        ("D.O.B.: 3.4.12", ("3.4.12", "error")),
        ("Date of birth 2012-04-03", ("2012-04-03", "error")),
        ("born on 3rd April 2012", ("3rd April 2012", "error")),
        ("born on Tuesday 3 April 2012", ("3 April 2012", "error")),
        ("Iman (b. 3 April 2012)", ("3 April 2012", "error")),
        ("lives at 12 Acacia Avenue", ("12 Acacia Avenue", "error")),
        ("moved to BS1 5AH", ("BS1 5AH", "error")),
        ("Flat 3, 14b St John’s Road", ("Flat 3, 14b St John’s Road", "query")),
        ("postcode: m1 1ae", ("m1 1ae", "query")),
        ("They share Flat 2, Garrick House", ("Flat 2, Garrick House", "query")),
        ("lives at 6 The Limes", ("6 The Limes", "error")),
        ("M1 1AE", ("M1 1AE", "query")),
        ("EC1A 1BB", ("EC1A 1BB", "query")),
        ("Civic Centre, BS1 5AH", ("BS1 5AH", "ok")),
        ("Council offices, 2 High Street", ("2 High Street", "ok")),
        ("07700 900123", ("07700 900123", "query")),
        ("+44 (0)7700 900123", ("+44 (0)7700 900123", "query")),
        ("the mother’s number is 01632 960123", ("01632 960123", "error")),
        ("Call 01632 960123", ("01632 960123", "ok")),
        ("0300 123 4567", ("0300 123 4567", "ok")),
        ("NSPCC 0808 800 5000", ("0808 800 5000", "ok")),
        ("iman.haverstock@larkshire.example", ("iman.haverstock@larkshire.example", "query")),
        ("team@larkshire.example", ("team@larkshire.example", "ok")),
        ("mash.referrals@larkshire.example", ("mash.referrals@larkshire.example", "ok")),
    ],
)
def test_detail_is_found_and_weighed(text: str, found: tuple[str, str]) -> None:
    assert _found(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "children in care at 31 March 2022",
        "born on or after 1 September 2010",
        "children born in 2010",
        "The audit of 3 April 2012",
        "Bath Road and Acacia Avenue",
        "12 good places to begin",
        "Childline is 0800 1111, emergency 999 or 116 000",
        "101 and 111",
        "See B2B and Q4 2019, SW17.",
        "£07,700,900",
        "2018-19, 2019/20",
        "follow us @larkshire",
        "Section 17A 2BB",
    ],
)
def test_words_that_only_look_like_a_detail_are_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Born on 12 March 2014, the Care Act guidance was new.",
        "The service was born on 12 March 2014.",
        "Our new Hub was born on 3 April 2012.",
        "Born on 1 April 2019, the Larkshire Partnership grew fast.",
        "Born on 1 April 2019, our service grew fast.",
        "Born on 1 April 2019, this programme grew.",
    ],
)
def test_law_or_service_that_was_born_has_no_date_of_birth(text: str) -> None:
    assert list(dates_of_birth_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Born on 12 March 2014, the child has a plan.",
        "Born on 12 March 2014, the eldest has a plan.",
        "She was born on 12 March 2014.",
        "The first baby in the programme was born on 12 March 2014.",
        "Born 12 March 2014, the Patel siblings' plan",
        "Born on 12 March 2014.",
        "The girl in the project was born on 12 March 2014.",
    ],
)
def test_person_born_beside_words_of_a_thing_has_one(text: str) -> None:
    assert len(list(dates_of_birth_in(text))) == 1
