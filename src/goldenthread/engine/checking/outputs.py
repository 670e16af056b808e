"""What ``goldenthread check --json`` prints, as types (design.md §10.3)."""

from pydantic import ConfigDict, Field

from goldenthread.checker.results import EffectVerdict, Result, SetVerdict, Severity, Verdict
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

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    schema_version: str = CHECK_SCHEMA_VERSION
    file: str
    statements: list[StatementOut]
    sets: list[SetOut]
    claims: list[ClaimOut]
    disclosure: list[HitOut]
    effect: list[EffectOut]
    access: list[AccessOut]
    summary: SummaryOut


def check_out(result: Result) -> CheckOut:
    """What was found, as output: its fields are those of the result, by name."""
    return CheckOut.model_validate(result, from_attributes=True)
