"""Numbers that belong to one person. Valid ones are published examples, or computed by hand."""

import pytest

from goldenthread.checker.disclosure.check_digits import is_nhs_number, is_pupil_number
from goldenthread.checker.disclosure.identifiers import identifiers_in
from goldenthread.checker.results import Severity


def _found(text: str) -> list[tuple[str, str]]:
    found = list(identifiers_in(text))
    assert all(one.severity is Severity.ERROR for one in found)
    return sorted({(one.kind.value, text[one.start : one.end]) for one in found})


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        # 943 476 5919 and 401 023 2137 are the examples of the NHS Data Dictionary.
        ("NHS 943 476 5919", "NHS number", "943 476 5919"),
        ("known as 943-476-5919 to health", "NHS number", "943-476-5919"),
        ("number 4010232137 to health", "NHS number", "4010232137"),
        ("NHS no. 943 476 5918", "NHS number", "943 476 5918"),
        # The example that python-stdnum took from the guide of the Department for Education.
        ("B801200005001", "unique pupil number", "B801200005001"),
        ("UPN A801200005001", "unique pupil number", "A801200005001"),
        ("ULN 1234567890", "unique learner number", "1234567890"),
        ("AB123456C", "National Insurance number", "AB123456C"),
        ("AB 12 34 56 C", "National Insurance number", "AB 12 34 56 C"),
        ("case ref 123456", "record number", "123456"),
        ("Case reference: CH-20413", "record number", "CH-20413"),
        ("LCS 4471234", "record number", "4471234"),
        ("Mosaic ID 88123", "record number", "88123"),
        ("child ID is 90112", "record number", "90112"),
        ("BS19C00123", "court case number", "BS19C00123"),
        ("ZE21P00456 was heard", "court case number", "ZE21P00456"),
    ],
)
def test_identifier_is_an_error(text: str, kind: str, number: str) -> None:
    assert (kind, number) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5918",
        "A801200005001",
        "1234567890",
        "16 Cases, 39%",
        "case 16 of 26",
        "In 2019 Mosaic was introduced.",
        "Mosaic 2019",
        "ISBN 978-1-78592-345-6",
        "doi 10.1186/s13012-019-0883-5",
        "0117 496 0000",
        "£4,471,234",
        "Version 12.3.4567",
        "see page 123456",
        "https://x.example/9434765919/B801200005001",
        "SW1A 1AA",
        "Section 20 and 47",
        "0000000000",
    ],
)
def test_number_without_check_and_cue_is_none(text: str) -> None:
    assert _found(text) == []


def test_nhs_number_one_digit_changed_is_never_valid() -> None:
    for place in range(10):
        changed = str((int("9434765919"[place]) + 1) % 10)
        assert not is_nhs_number("9434765919"[:place] + changed + "9434765919"[place + 1 :])


def test_temporary_pupil_number_ends_with_a_letter() -> None:
    # By hand, weights 2 to 13: 80120000500 gives 16 + 4 + 10 + 50 = 80, A counts 0, and 80 mod 23
    # is 11, which is M.
    assert is_pupil_number("M80120000500A")
    assert not is_pupil_number("N80120000500A")
