"""Names are compared as a careful reader would: marks and order do not matter, spelling does."""

import pytest

from goldenthread.people.rules.names import Likeness, likeness, sort_name, words

SAME = [
    ("Siân O'Neill", "O’Neill, Sian"),  # Welsh forename, Irish surname, the other apostrophe
    ("Llŷr ap Rhys", "Llyr Ap Rhys"),
    ("Gwenllian Prŷs-Jones", "PRYS JONES, GWENLLIAN"),
    ("Seán Ó Briain", "Sean O'Briain"),
    ("Máire Mac Carthaigh", "Maire MacCarthaigh"),
    ("Łukasz Wójcik", "Wojcik, Lukasz"),
    ("Małgorzata Żółkiewska", "Malgorzata Zolkiewska"),
    ("Deeqa Warsame", "WARSAME, Deeqa"),
    ("Dr Sunita Patel", "Mrs Sunita Patel"),
    ("Nguyễn Văn Hoa", "Nguyen Van Hoa"),
    ("Zoë Müller", "Zoe Muller"),
    ("Søren Åberg", "Soren Aberg"),
]
LIKE = [
    ("O'Neil, Sian", "Siân O'Neill"),  # a letter more
    ("Wei Li", "Li Wei"),  # Chinese order
    ("Xiao Ming Zhang", "Zhang Xiaoming"),
    ("Harpreet Kaur", "Harpreet Kaur Gill"),
    ("Mohammed Bilal Hussain", "Mohammed Hussain"),
    ("S. Patel", "Sunita Patel"),
    ("Katarzyna Kowalska", "Katarzyna Kowalski"),
    ("Sara Ahmed", "Sarah Ahmed"),
    ("Catrin Evnas", "Catrin Evans"),
    ("Abdi Warsame Nur", "Abdi Nur"),
]
DIFFERENT = [
    ("Bob Jones", "Robert Jones"),  # nicknames are not guessed
    ("Cabdi Xasan", "Abdi Hassan"),  # nor is Somali spelling
    ("Siân Jones", "Siân Evans"),
    ("Ali Khan", "Asif Khan"),
    ("Wei Li", "Wei Liu"),  # short words differ in earnest
    ("Jon Smyth", "John Smith"),  # no word in common
    ("Li", "Li Wei"),  # one word says too little
    ("Ann Lee", "Anne Leigh"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        *((one, other, Likeness.SAME) for one, other in SAME),
        *((one, other, Likeness.LIKE) for one, other in LIKE),
        *((one, other, Likeness.DIFFERENT) for one, other in DIFFERENT),
    ],
)
def test_names_are_as_like_as_a_reader_finds_them(one: str, other: str, expected: Likeness) -> None:
    assert likeness(words(one), words(other)) is expected
    assert likeness(words(other), words(one)) is expected


@pytest.mark.parametrize(
    ("name", "surname", "expected"),
    [
        ("Siân O’Neill", "", "oneill, sian oneill"),
        ("Li Wei", "Li", "li, li wei"),
        ("Dr", "", "dr, dr"),
        ("O'Neil, Sian", "", "oneil, sian oneil"),
    ],
)
def test_lists_are_sorted_in_plain_letters(name: str, surname: str, expected: str) -> None:
    assert sort_name(name, surname) == expected
