"""Criteria 23 and 24: everybody can use it, and nobody can be recognised in it."""

import pytest
from tests.checker.effect.decided import CANNOT_TELL, FAIL, PARTLY, PASS, decided

from goldenthread.checker.results import AccessFinding, EffectVerdict, Hit, Severity
from goldenthread.checker.source import Shows

ALL = frozenset(Shows)


def of_access(severity: Severity) -> AccessFinding:
    return AccessFinding("alternative text", "page 1", severity, "1 picture has no words (page 1).")


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ((), PASS),
        ((of_access(Severity.NOTE),), PASS),
        ((of_access(Severity.QUERY),), PARTLY),
        ((of_access(Severity.NOTE), of_access(Severity.ERROR)), FAIL),
        (None, CANNOT_TELL),
    ],
)
def test_access_is_as_the_access_checks_found_it(
    found: tuple[AccessFinding, ...] | None, verdict: EffectVerdict
) -> None:
    assert decided(23, "Plans.", access=found, shows=ALL).verdict is verdict


def test_access_of_plain_text_cannot_be_told() -> None:
    assert decided(23, "Plans.", access=()).verdict is CANNOT_TELL


def hit(severity: Severity, allowed_by: str | None = None) -> Hit:
    return Hit("name", "Jo Marlow", "line 4", severity, allowed_by)


@pytest.mark.parametrize(
    ("hits", "verdict"),
    [
        ((), PASS),
        ((hit(Severity.OK, "contact"),), PASS),
        ((hit(Severity.ERROR, "allow-list"),), PASS),
        ((hit(Severity.NOTE),), PASS),
        ((hit(Severity.QUERY),), PARTLY),
        ((hit(Severity.QUERY), hit(Severity.ERROR)), FAIL),
        (None, CANNOT_TELL),
    ],
)
def test_disclosure_is_as_the_disclosure_checks_found_it(
    hits: tuple[Hit, ...] | None, verdict: EffectVerdict
) -> None:
    assert decided(24, "Plans.", hits=hits).verdict is verdict


def test_disclosure_names_the_kind_and_the_place() -> None:
    because = decided(24, "Plans.", hits=(hit(Severity.ERROR),)).because
    assert "“Jo Marlow” (line 4). Somebody might be recognised (name)." in because
