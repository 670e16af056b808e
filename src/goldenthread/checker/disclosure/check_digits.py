"""Check digits of the numbers by which one person is known to a public service."""

_NHS_LENGTH = 10


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number: modulus 11, weights 10 to 2.

    Source: NHS Data Dictionary, *NHS number*.

    >>> is_nhs_number("9434765919"), is_nhs_number("9434765918")
    (True, False)
    """
    if len(digits) != _NHS_LENGTH or not digits.isascii() or len(set(digits)) == 1:
        return False
    weighted = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - weighted % 11) % 11 == int(digits[9])


_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""Twenty-three: without I, O and S."""


def is_pupil_number(text: str) -> bool:
    """Whether a letter, eleven digits and a digit or letter are a unique pupil number.

    Source: Department for Education, *Unique pupil numbers: guide*: weights 2 to 13, modulus 23; in
    a temporary number the last place is a letter that counts by its place.

    >>> is_pupil_number("B801200005001"), is_pupil_number("A801200005001")
    (True, False)
    """
    check, body = text[:1].upper(), text[1:].upper()
    if len(body) != 12 or not body[:11].isdigit() or not body.isascii():
        return False
    last = int(body[11]) if body[11].isdigit() else _PUPIL_LETTERS.find(body[11])
    if last < 0:
        return False
    values = [*map(int, body[:11]), last]
    return check == _PUPIL_LETTERS[sum(v * (p + 2) for p, v in enumerate(values)) % 23]
