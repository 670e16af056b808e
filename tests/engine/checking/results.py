"""Results of a check for tests, made by hand."""

from goldenthread.checker.results import (
    AccessFinding,
    Claim,
    Effect,
    EffectVerdict,
    Hit,
    Result,
    Severity,
    Statement,
    Verdict,
)

NO_BASE = "39% of how many? Print the count and the base beside it."
CHANGE = "compares with an earlier time. Say from what to what."


def figure(
    number: int, verdict: Verdict = Verdict.NO_BASE, severity: Severity = Severity.QUERY
) -> Statement:
    """A percentage on a line of its own."""
    return Statement(
        text=f"39% of plans in month {number}",
        where=f"line {number}",
        count=None,
        base=None,
        base_stated=False,
        percent="39",
        computed="",
        verdict=verdict,
        severity=severity,
        fits_counts=(),
        fits_bases=(),
        message=NO_BASE,
        part=number,
        start=0,
    )


def name(text: str, line: int, severity: Severity = Severity.QUERY) -> Hit:
    """Somebody's name on a line."""
    return Hit("name", text, f"line {line}", severity, None)


def claim(words: str, line: int) -> Claim:
    """A claim of change on a line."""
    message = f"“{words}” {CHANGE}"
    return Claim("change", f"Practice {words} again.", f"line {line}", Severity.QUERY, message)


def access(check: str, severity: Severity, message: str, where: str = "page 1") -> AccessFinding:
    """What some readers cannot use."""
    return AccessFinding(check, where, severity, message)


def effect(*failed: int) -> tuple[Effect, ...]:
    """All 24 marks, of which some fail."""
    return tuple(
        Effect(
            number,
            EffectVerdict.FAIL if number in failed else EffectVerdict.PASS,
            f"Reason {number}.",
        )
        for number in range(1, 25)
    )


def result(
    *,
    statements: tuple[Statement, ...] = (),
    claims: tuple[Claim, ...] = (),
    disclosure: tuple[Hit, ...] = (),
    found: tuple[AccessFinding, ...] = (),
    marks: tuple[Effect, ...] = effect(3),
    file: str = "brief.docx",
) -> Result:
    """A whole result of a document with 200 words."""
    return Result(file, statements, (), claims, disclosure, marks, found, words=200)
