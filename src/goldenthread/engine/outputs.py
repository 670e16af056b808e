"""What ``--json`` and ``manifest.json`` hold, as types: their JSON Schema comes from here."""

from pydantic import BaseModel, ConfigDict, Field

from goldenthread.analysis import phrases
from goldenthread.analysis.figure import Figure, FigureSet

FIGURES_SCHEMA_VERSION = "1"
MANIFEST_SCHEMA_VERSION = "1"


class Output(BaseModel):
    """A part of an output: closed, so that its schema is exact."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FigureOut(Output):
    """One figure. ``value``, ``lower`` and ``upper`` are proportions for shares."""

    key: str = Field(description="Dotted and never reused, for example risk.inadequate")
    slice: dict[str, str] = Field(description="Part of the service; empty for all of it")
    value: float | None = Field(description="k/N for a share, the count itself for a count")
    numerator: int | None = Field(description="k, or the count")
    denominator: int | None = Field(description="N; null for a count")
    unit: str = Field(description="What is counted, in the plural")
    population: str = Field(description="Of what, in words")
    period: str = Field(description="ISO 8601 interval")
    method: str
    version: str
    lower: float | None = Field(description="Lower limit of the 95% interval")
    upper: float | None = Field(description="Upper limit of the 95% interval")
    text: str = Field(description="The figure as it is printed")
    suppressed_because: str | None


class ProblemOut(Output):
    """A row that could not be understood."""

    sheet: str
    row: int | None
    column: str
    value: str
    mend: str


class FiguresOut(Output):
    """What ``goldenthread figures --json`` prints."""

    schema_version: str
    file: str
    as_at: str
    audience: str
    figures: list[FigureOut]
    problems: list[ProblemOut]


class ManifestFigure(Output):
    """A figure as one file prints it."""

    key: str
    text: str


class CheckerOut(Output):
    """What the checker found in one finished file: figures, disclosure and access."""

    errors: int
    queries: int
    notes: int
    effect: dict[str, int] = Field(description="Verdict to number of the 24 criteria")


class ManifestFile(Output):
    """One written file."""

    file: str
    layout: str
    format: str
    sha256: str
    figures: list[ManifestFigure]
    checker: CheckerOut


class Manifest(Output):
    """What ``manifest.json`` holds."""

    schema_version: str
    as_at: str
    audience: str
    files: list[ManifestFile]


def figures_out(file: str, as_at: str, figures: FigureSet) -> FiguresOut:
    """The figures of one audience as output, ordered by key and slice."""
    return FiguresOut(
        schema_version=FIGURES_SCHEMA_VERSION,
        file=file,
        as_at=as_at,
        audience=figures.audience,
        figures=[figure_out(figure) for figure in figures],
        problems=[],
    )


def figure_out(figure: Figure) -> FigureOut:
    """One figure as output."""
    return FigureOut(
        key=figure.key,
        slice=dict(figure.slice),
        value=figure.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        unit=figure.unit,
        population=figure.population,
        period=figure.period,
        method=figure.method,
        version=figure.version,
        lower=figure.lower,
        upper=figure.upper,
        text=phrases.form(figure, "text").text,
        suppressed_because=figure.suppressed_because,
    )
