"""Compute what a file of grades says of consistency: agreement, the model, and who is linked."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from goldenthread.analysis.agreement import Agreement, Moderated, agreement, moderated
from goldenthread.analysis.facets.engine import engine
from goldenthread.analysis.facets.estimates import Fit
from goldenthread.analysis.facets.fit import NotEstimable, fit
from goldenthread.analysis.facets.options import Auditors, Options
from goldenthread.analysis.grades import Grades
from goldenthread.analysis.linkage.network import Network, network
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.engine.failures import check_choice, unreadable, wrong_usage
from goldenthread.engine.telling import Tell, silent
from goldenthread.exchange.grades.read import read_grades
from goldenthread.exchange.grades.result import Best, GradesRead, WrongRows


@dataclass(frozen=True, slots=True)
class ConsistencyRequest:
    """What ``goldenthread consistency`` is asked for."""

    file: Path
    model: str = Auditors.POOLED
    halo: bool = True
    best: str | None = None
    since: date | None = None
    until: date | None = None
    all_estimates: bool = False


@dataclass(frozen=True, slots=True)
class Consistency:
    """Everything that was computed. ``fit`` is ``None`` where ``why_not`` says why."""

    request: ConsistencyRequest
    grades: Grades
    network: Network
    agreement: Agreement
    moderated: Moderated | None
    """What moderation changed; ``None`` where the file does not say."""
    fit: Fit | None
    why_not: str | None
    engine: str
    seconds: float


def consistency(request: ConsistencyRequest, tell: Tell = silent) -> Consistency:
    """Read a file of grades and compute what it says of consistency.

    Raises ``Failure``: 2 for an unknown model, end of the scale or a period that ends before it
    begins, 3 for a file that cannot be read or understood.
    """
    options = _options(request)
    try:
        return _computed(request, options, tell)
    except MemoryError as error:
        raise unreadable(
            f"{request.file.name} needs more memory than there is; give fewer audits, such as those"
            " of one year, or run it on a larger computer."
        ) from error


def _computed(request: ConsistencyRequest, options: Options, tell: Tell) -> Consistency:
    began = perf_counter()
    read = _read(request, tell)
    grades = read.grades
    reading = perf_counter() - began
    used = engine(len(grades))  # what is loaded for it does not count: it is loaded once
    began = perf_counter()
    links = network(grades)
    found, why_not = _fitted(grades, options, links)
    agreed = agreement(grades, found.agreement_tables if found else None)
    changed = moderated(read.moderated.first, read.moderated.reported) if read.moderated else None
    seconds = reading + perf_counter() - began
    if found and not found.converged:
        tell("The calculation did not settle; its estimates are not to be relied on.")
    return Consistency(request, grades, links, agreed, changed, found, why_not, used, seconds)


def _fitted(grades: Grades, options: Options, links: Network) -> tuple[Fit | None, str | None]:
    """The model, or why there is none."""
    try:
        return fit(grades, options, links), None
    except NotEstimable as error:
        return None, str(error)


def _options(request: ConsistencyRequest) -> Options:
    check_choice("--model", request.model, [*Auditors])
    if request.best is not None:
        check_choice("--best", request.best, [*Best])
    if request.since and request.until and request.since > request.until:
        raise wrong_usage(
            f"--from {request.since} is later than --to {request.until}; turn them round."
        )
    return Options(auditors=Auditors(request.model), halo=request.halo)


def _read(request: ConsistencyRequest, tell: Tell) -> GradesRead:
    best = Best(request.best) if request.best else None
    try:
        read = read_grades(request.file, best=best, since=request.since, until=request.until)
    except UnreadableFile as error:
        raise unreadable(str(error)) from error
    except WrongRows as error:
        noun = "a problem" if len(error.problems) == 1 else "problems"
        head = f"{request.file} has {noun}; nothing was computed."
        raise unreadable(head, *error.sentences) from error
    for warning in read.warnings:
        tell(warning)
    return read
