"""Numbers as Excel prints them."""

import pytest

from goldenthread.checker.reading.office.numbers import printed


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("0.384615384615385", "0%", "38%"),
        ("0.125", "0.0%", "12.5%"),
        ("0.005", "0%", "1%"),
        ("1204", "#,##0", "1,204"),
        ("-3", "0;(0)", "(3)"),
        ("0", '0;-0;"–"', "–"),
        ("26", '0" audits"', "26 audits"),
        ("5", "[Red]0_)", "5"),
        ("1", r"0\%", "1%"),
        ("12", "0.##", "12"),
        ("0.1", "General", "0.1"),
        ("3.0", "General", "3"),
        ("0.3333", "# ?/?", "0.3333"),
        ("46023", "dd/mm/yyyy", "01/01/2026"),
        ("46023.75", "dddd d mmmm yy h:mm AM/PM", "Thursday 1 January 26 6:00 PM"),
        ("46023.5", "hh:mm:ss", "12:00:00"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("text", "0%", "text"),
        ("1e999", "0", "1e999"),
        ("NaN", "0", "NaN"),
        ("5", "0" * 5000, "5"),
    ],
)
def test_printed_usual_formats_print_as_excel_does(value: str, code: str, expected: str) -> None:
    assert printed(value, code) == expected
