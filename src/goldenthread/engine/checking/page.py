"""What a check found, for a page that draws it in its own look."""

from pydantic import Field

from goldenthread.checker.results import Result, Severity
from goldenthread.engine.checking.criteria import in_words, marks, score
from goldenthread.engine.checking.lines import Group, groups, places
from goldenthread.engine.checking.report import HOW
from goldenthread.engine.checking.words import nothing_found, read_in_words, summary_in_words
from goldenthread.engine.outputs import Output

_TITLES = {Severity.ERROR: "Errors", Severity.QUERY: "Queries", Severity.NOTE: "Notes"}


class Finding(Output):
    """One thing that was found, however often, with its places and the document's words."""

    subject: str
    times: int
    why: str
    places: list[str]


class Findings(Output):
    """Findings that matter alike."""

    severity: Severity
    title: str
    found: list[Finding]


class MarkOnPage(Output):
    """One mark of effect and what decided it."""

    name: str
    because: str


class Marks(Output):
    """Marks of effect with one verdict."""

    title: str
    marks: list[MarkOnPage]


class CheckPage(Output):
    """Everything that the page says, worst first."""

    file: str
    summary: str
    read: str
    guidance: str = Field(description="How to take what follows, or that nothing was found")
    findings: list[Findings]
    effect: str
    marks: list[Marks]


def check_page(result: Result) -> CheckPage:
    """The page of a check."""
    return CheckPage(
        file=result.file,
        summary=summary_in_words(result.summary),
        read=read_in_words(result),
        guidance=nothing_found(result) or HOW,
        findings=_findings(groups(result)),
        effect=score(result.effect) if result.effect else "",
        marks=[
            Marks(
                title=f"{in_words(verdict).capitalize()} ({len(these)})",
                marks=[MarkOnPage(name=mark.name, because=mark.because) for mark in these],
            )
            for verdict, these in marks(result.effect).items()
        ],
    )


def _findings(found: tuple[Group, ...]) -> list[Findings]:
    together = {
        severity: [_finding(group) for group in found if group.severity is severity]
        for severity in _TITLES
    }
    return [
        Findings(severity=severity, title=_TITLES[severity], found=these)
        for severity, these in together.items()
        if these
    ]


def _finding(group: Group) -> Finding:
    return Finding(
        subject=group.subject,
        times=group.times,
        why=group.why,
        places=list(places(group.lines)),
    )
