"""What ``goldenthread check --json`` prints, as types (design.md §10.3)."""

from pydantic import Field

from goldenthread.checker.results import (
    AccessFinding,
    Claim,
    Effect,
    EffectVerdict,
    Hit,
    Result,
    SetFound,
    SetVerdict,
    Severity,
    Statement,
    Verdict,
)
from goldenthread.engine.outputs import Output

CHECK_SCHEMA_VERSION = "1"


class FitsOut(Output):
    """What would fit: empty when the number it is worked out from is not known."""

    counts: list[int] = Field(description="Counts of the base that print as the percentage")
    bases: list[list[int]] = Field(
        description="Bases, as [low, high], for which the count prints as the percentage"
    )


class StatementOut(Output):
    """A printed percentage or fraction."""

    text: str
    where: str
    count: int | None
    base: int | None
    base_stated: bool = Field(description="Whether the base stands in the same sentence or table")
    percent: str = Field(description="As printed, without the sign; a fraction in words as printed")
    computed: str = Field(description="At the printed precision; empty when it cannot be computed")
    verdict: Verdict
    severity: Severity
    fits: FitsOut
    message: str


class SetItemOut(Output):
    """One part of a whole."""

    text: str
    count: int | None
    percent: str | None


class SetOut(Output):
    """Parts that should make a whole."""

    items: list[SetItemOut]
    where: str
    base: int | None
    sum_counts: int | None
    sum_percents: str | None
    verdict: SetVerdict
    severity: Severity
    message: str


class ClaimOut(Output):
    """Words that claim more than is shown."""

    kind: str
    text: str
    where: str
    severity: Severity
    message: str


class HitOut(Output):
    """Something by which somebody could be recognised."""

    kind: str
    text: str
    where: str
    severity: Severity
    allowed_by: str | None = Field(description="The rule or list that allows it")


class EffectOut(Output):
    """One criterion of effective feedback."""

    criterion: int = Field(ge=1, le=24)
    verdict: EffectVerdict
    because: str


class AccessOut(Output):
    """Something that some readers cannot use."""

    check: str
    where: str
    severity: Severity
    message: str


class SummaryOut(Output):
    """Statements, sets, claims, disclosure and access, counted by severity."""

    errors: int
    queries: int
    notes: int


class CheckOut(Output):
    """What ``goldenthread check --json`` prints."""

    schema_version: str
    file: str
    statements: list[StatementOut]
    sets: list[SetOut]
    claims: list[ClaimOut]
    disclosure: list[HitOut]
    effect: list[EffectOut]
    access: list[AccessOut]
    summary: SummaryOut


def check_out(result: Result) -> CheckOut:
    """What was found, as output."""
    summary = result.summary
    return CheckOut(
        schema_version=CHECK_SCHEMA_VERSION,
        file=result.file,
        statements=[_statement(found) for found in result.statements],
        sets=[_set(found) for found in result.sets],
        claims=[_claim(found) for found in result.claims],
        disclosure=[_hit(found) for found in result.disclosure],
        effect=[_effect(found) for found in result.effect],
        access=[_access(found) for found in result.access],
        summary=SummaryOut(errors=summary.errors, queries=summary.queries, notes=summary.notes),
    )


def _statement(found: Statement) -> StatementOut:
    return StatementOut(
        text=found.text,
        where=found.where,
        count=found.count,
        base=found.base,
        base_stated=found.base_stated,
        percent=found.percent,
        computed=found.computed,
        verdict=found.verdict,
        severity=found.severity,
        fits=FitsOut(
            counts=list(found.fits_counts), bases=[list(fits) for fits in found.fits_bases]
        ),
        message=found.message,
    )


def _set(found: SetFound) -> SetOut:
    return SetOut(
        items=[
            SetItemOut(text=item.text, count=item.count, percent=item.percent)
            for item in found.items
        ],
        where=found.where,
        base=found.base,
        sum_counts=found.sum_counts,
        sum_percents=found.sum_percents,
        verdict=found.verdict,
        severity=found.severity,
        message=found.message,
    )


def _claim(found: Claim) -> ClaimOut:
    return ClaimOut(
        kind=found.kind,
        text=found.text,
        where=found.where,
        severity=found.severity,
        message=found.message,
    )


def _hit(found: Hit) -> HitOut:
    return HitOut(
        kind=found.kind,
        text=found.text,
        where=found.where,
        severity=found.severity,
        allowed_by=found.allowed_by,
    )


def _effect(found: Effect) -> EffectOut:
    return EffectOut(criterion=found.criterion, verdict=found.verdict, because=found.because)


def _access(found: AccessFinding) -> AccessOut:
    return AccessOut(
        check=found.check, where=found.where, severity=found.severity, message=found.message
    )
