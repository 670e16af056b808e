"""A share that is wrong for an inferred base is asked about where another number close by fits."""

import pytest

from goldenthread.checker.figures.check import check_figures
from goldenthread.checker.results import Severity
from goldenthread.checker.source import FileKind, Passage, Role, Source


def last_severity(*lines: str) -> Severity:
    parts = [
        Passage(line.removeprefix("# "), "page 1", role=Role.HEADING, level=1)
        if line.startswith("# ")
        else Passage(line, "page 1")
        for line in lines
    ]
    return check_figures(Source("report.txt", FileKind.TEXT, tuple(parts))).statements[-1].severity


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("We audited 24 records and spoke to 15 parents. 80% felt listened to.",),
            id="12 of 15",
        ),
        pytest.param(
            ("The sample was 20 audits. Two could not be graded. 61% were good.",),
            id="11 of the 18 that are left",
        ),
        pytest.param(
            ("We dip sampled 10 referrals from each of three hubs. 77% had a clear decision.",),
            id="23 of 30",
        ),
        pytest.param(
            ("# Findings from 26 audits", "Nine auditors met.", "56% found the tool too long."),
            id="5 of 9",
        ),
        pytest.param(
            (
                "The findings are based on 26 audits. 19 had a chronology.",
                "63% of chronologies fit.",
            ),
            id="12 of the 19 that have what only some have",
        ),
        pytest.param(
            (
                "Inspectors met nine young adults and read 15 of their plans.",
                "Eleven plans (73%) were clear. Four (27%) were not.",
                "Five of the young adults (56%) had a new adviser.",
                "They are in touch with 94% of care leavers.",
                "20% did not know their history.",
            ),
            id="3 of 15, of which shares before came out right",
        ),
    ],
)
def test_share_that_fits_another_number_close_by_is_a_query(lines: tuple[str, ...]) -> None:
    assert last_severity(*lines) is Severity.QUERY


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("We audited 24 records and spoke to 15 parents. 80% of records were good.",),
            id="the one base of its noun",
        ),
        pytest.param(("We audited 24 records and met 4 teams. 80% were good.",), id="none fits"),
        pytest.param(
            ("We spoke to 15 parents. Of 24 records, 80% were good.",), id="the words give a base"
        ),
        pytest.param(
            ("The sample was 26 audits, 5% of 520. 39% were inadequate.",),
            id="a number that the sample was drawn from does not govern what was found",
        ),
        pytest.param(
            (
                "Fifteen parents were in the room.",
                "The findings are based on 24 records.",
                "They are from every team. None is older than a year.",
                "80% were good.",
            ),
            id="the other number is too far off",
        ),
    ],
)
def test_share_that_fits_no_other_number_is_an_error(lines: tuple[str, ...]) -> None:
    assert last_severity(*lines) is Severity.ERROR
