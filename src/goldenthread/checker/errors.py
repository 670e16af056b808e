"""The checks that can find an error: figures, disclosure and access."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from goldenthread.checker.access.check import access
from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.lists import AllowList, KnownNames
from goldenthread.checker.figures.bases.running import Said, said_in
from goldenthread.checker.figures.check import Figures, check_figures
from goldenthread.checker.figures.verdicts.repeats import repeats
from goldenthread.checker.remembering import remembering
from goldenthread.checker.results import Result, Statement
from goldenthread.checker.sharing import Elsewhere, OfWords, rest_from
from goldenthread.checker.source import Source, printed_passages

if TYPE_CHECKING:
    from goldenthread.analysis.figure import FigureSet
    from goldenthread.definitions.frameworks import Framework
    from goldenthread.definitions.scales import Scale


@dataclass(frozen=True, slots=True)
class FromReturns:
    """What the returns say, for one audience, and the words that categories and grades go by."""

    figures: "FigureSet"
    framework: "Framework"
    scale: "Scale"


@dataclass(frozen=True, slots=True)
class Asked:
    """How a document is to be checked."""

    audience: str = "service"
    known: KnownNames = field(default_factory=KnownNames)
    allow: AllowList = field(default_factory=AllowList)
    returns: FromReturns | None = None
    issued_on: date | None = None
    """The day of issue, for a document that does not print it."""


@remembering()
def check_for_errors(source: Source, asked: Asked, elsewhere: Elsewhere | None = None) -> Result:
    """Figures, disclosure and access only: the checks that can find an error.

    Claims and effect, which are about what the words say, are left out. ``elsewhere`` is where
    some of it is being found out meanwhile.
    """
    figures = check_figures(source, _said(source, elsewhere) if elsewhere else None)
    statements = _compared(figures, source, asked.returns)
    words = elsewhere.of_words() if elsewhere else OfWords()
    hits = words.hits
    if hits is None:
        numbers = (statements, figures.sets)
        hits = disclosure(source, asked.known, asked.allow, asked.audience, *numbers)
    return Result(
        file=source.file,
        statements=statements,
        sets=figures.sets,
        claims=(),
        disclosure=hits,
        effect=(),
        access=access(source) if words.access is None else words.access,
    )


def _said(source: Source, elsewhere: Elsewhere) -> Said:
    """What the passages say: those before the rest are read while others read the rest."""
    passages = list(printed_passages(source.parts))
    first = rest_from(source.parts)
    begun = said_in(passage for passage in passages if passage[0] < first)
    rest = elsewhere.said_in_rest()
    if rest is None:
        rest = said_in(passage for passage in passages if passage[0] >= first)
    return begun.followed_by(rest)


def _compared(
    figures: Figures, source: Source, returns: FromReturns | None
) -> tuple[Statement, ...]:
    """The statements beside each other, and beside the returns where they are at hand."""
    statements = repeats(figures.statements, source)
    if returns is None:
        return statements
    from goldenthread.checker.figures.returns.recompute import recompute

    return recompute(statements, source.parts, returns.figures, returns.framework, returns.scale)
