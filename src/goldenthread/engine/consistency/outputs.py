"""What ``goldenthread consistency --json`` prints, as types: its JSON Schema comes from here."""

from pydantic import Field

from goldenthread.analysis.facets.options import Auditors
from goldenthread.engine.outputs import Output

SCHEMA_VERSION = "1"


class CoefficientOut(Output):
    """A coefficient of agreement; 1 is perfect."""

    value: float | None
    lower: float | None = Field(description="Lower limit of the 95% interval, children resampled")
    upper: float | None
    se: float | None = Field(description="Standard error as if each child and category stood alone")
    why_not: str | None = Field(description="Why something is missing, or says too little")


class TableOut(Output):
    """Grade against grade; worst level first."""

    levels: list[str]
    counts: list[list[int]]


class MovesOut(Output):
    """How many of the grades compared moderation changed, and which way."""

    compared: int
    changed: int
    raised: int
    lowered: int


class CategoryMovesOut(MovesOut):
    """The same, of one category; ``overall`` is the overall grade."""

    category: str


class MonthMovesOut(MovesOut):
    """The same, of audits completed in one month."""

    month: str


class StepsOut(Output):
    """How many grades moved so many steps; below 0 lower, 0 unchanged."""

    steps: int
    grades: int


class ModeratedOut(MovesOut):
    """Auditors' own grades against the grades that were reported after moderation."""

    audits: int = Field(description="Audits that were moderated")
    steps: list[StepsOut]
    table: TableOut = Field(description="Auditor’s grade by row, reported grade by column")
    by_category: list[CategoryMovesOut]
    by_month: list[MonthMovesOut]
    why_not: str | None = Field(description="Why there is nothing to compare")


class AgreementOut(Output):
    """Whether auditors who read the same child gave the same grades."""

    children: int = Field(description="Children whose records two auditors or more graded")
    units: int = Field(description="Children × categories that two auditors or more graded")
    exact: CoefficientOut
    within_one: CoefficientOut
    alpha_nominal: CoefficientOut
    alpha_ordinal: CoefficientOut
    alpha_interval: CoefficientOut
    alpha_ratio: CoefficientOut
    ac1: CoefficientOut
    ac2_quadratic: CoefficientOut
    kappa_quadratic: CoefficientOut
    table: TableOut = Field(description="Every pair of grades, both ways round")
    moderated: ModeratedOut | None = Field(
        description="What moderation changed; null where the file holds no moderated readings"
    )


class AuditorOut(Output):
    """How one auditor grades beside colleagues; ``null`` where it may not be said."""

    auditor: str
    severity: float | None = Field(description="In logits; positive for lower grades")
    se: float | None
    lower: float | None = Field(description="Lower limit of the 95% interval of severity")
    upper: float | None
    fair_average: float | None = Field(
        description="Expected grade for the mean child and category; the scale’s worst is 0"
    )
    fair_lower: float | None
    fair_upper: float | None
    infit: float | None = Field(description="Mean square of residuals, weighted; 1 is expected")
    outfit: float | None = Field(description="The same, unweighted")
    audits: int
    links: int = Field(description="Children whose records a colleague read too")
    component: int = Field(description="Index into components")
    reportable: bool
    why_not: str | None


class WithinAuditorOut(Output):
    """How one auditor grades beside colleagues on the same children."""

    auditor: str
    severity: float
    se: float


class WithinOut(Output):
    """The second opinion, from shared children alone: no allocation can bias it."""

    auditors: list[WithinAuditorOut]
    p_value: float | None = Field(
        description="How often chance alone would make it differ so much from the model"
    )


class CategoryOut(Output):
    """How hard it is to be graded well in a category; ``null`` where all grades are the same."""

    category: str
    difficulty: float | None = Field(description="In logits")
    se: float | None


class TeamOut(Output):
    """Mean of the places of a team's children."""

    team: str
    mean: float
    se: float


class CaseOut(Output):
    """Where practice with one child stands, whoever looked; in logits."""

    case: str
    estimate: float
    lower: float
    upper: float
    p_lowest_tenth: float = Field(
        description="Probability of being in the lowest tenth of children like these"
    )


class VarianceOut(Output):
    """Variances in square logits; ``null`` for what the model lacks."""

    case: float | None
    auditor: float | None
    halo: float | None


class EstimateOut(Output):
    """A value with its 95% interval."""

    value: float
    lower: float
    upper: float


class SharesOut(Output):
    """Part of the difference between audits that is the children, by auditors a child."""

    one_auditor: EstimateOut | None
    two_auditors: EstimateOut | None
    three_auditors: EstimateOut | None


class LinkageOut(Output):
    """Who can be compared with whom."""

    audits: int
    children: int
    shared_children: int
    components: int
    below_two: list[str] = Field(description="Auditors who share fewer than two children")
    mean_contrast_se: float | None = Field(
        description="Mean standard error of the difference between two auditors, in logits"
    )
    greatest_contrast_se: float | None


class ConsistencyOut(Output):
    """What ``goldenthread consistency --json`` prints."""

    schema_version: str
    file: str
    model: Auditors = Field(description="How auditors entered the model")
    levels: list[str] = Field(description="Levels that were given, worst first")
    auditors: list[AuditorOut]
    within_children: WithinOut | None
    categories: list[CategoryOut]
    thresholds: list[float] = Field(description="Steps between levels, lowest first, in logits")
    teams: list[TeamOut]
    condition: EstimateOut | None = Field(
        description="How much higher grades are after the conversation with the worker, in logits"
    )
    variance: VarianceOut
    shares: SharesOut
    deviance: float | None = Field(description="Minus twice the log-likelihood")
    log_likelihood: float | None
    components: list[list[str]] = Field(description="Auditors who can be compared")
    linkage: LinkageOut
    agreement: AgreementOut
    cases: list[CaseOut]
    converged: bool | None = Field(description="Whether the calculation came to rest")
    why_not: str | None = Field(description="Why there is no model")
    method: str
    engine: str = Field(description="How it was computed: numpy, or compiled")
    seconds: float = Field(description="From reading to the last figure")
