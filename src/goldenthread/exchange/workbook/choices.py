"""The values of each drop-down, in the words that the workbook uses."""

from collections.abc import Callable

from goldenthread.analysis.facts import ActionLevel, FindingKind, Observed, Purpose, Respondent
from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.columns import Choices

AGE_BANDS = ("Unborn", "Under 1", "1-4", "5-9", "10-15", "16-17", "18-25")
ESCALATION_REASONS = (
    "Child unsafe now",
    "Allegation against a person in a position of trust",
    "Record missing",
    "Data breach",
    "Concerns were not heard",
)


def choices(which: Choices, framework: Framework, scale: Scale) -> tuple[str, ...]:
    """The values of one drop-down, in the order in which they are offered.

    ``scale`` is the framework's scale. Grades are offered best first, then the three reasons for
    having none.
    """
    if which is Choices.GRADES:
        return _grades(scale)
    if which is Choices.CATEGORIES:
        return _categories(framework)
    return _FIXED[which]()


def _grades(scale: Scale) -> tuple[str, ...]:
    levels = tuple(level.label for level in reversed(scale.levels))
    return (*levels, *(reason.label for reason in library.ungraded()))


def _categories(framework: Framework) -> tuple[str, ...]:
    overall = ("Overall",) if framework.overall else ()
    return (*overall, *(category.label for category in framework.categories))


def _purposes() -> tuple[str, ...]:
    return tuple(purpose.value.replace("_", "-") for purpose in Purpose)


_FIXED: dict[Choices, Callable[[], tuple[str, ...]]] = {
    Choices.PURPOSES: _purposes,
    Choices.PLAN_TYPES: lambda: tuple(kind.label for kind in library.plan_types()),
    Choices.AGE_BANDS: lambda: AGE_BANDS,
    Choices.RESPONDENTS: lambda: tuple(respondent.value for respondent in Respondent),
    Choices.SEEN: lambda: tuple(observed.value for observed in Observed),
    Choices.ESCALATION_REASONS: lambda: ESCALATION_REASONS,
    Choices.YES_NO: lambda: ("yes", "no"),
    Choices.RULES: lambda: tuple(rule.label for rule in library.timescale_rules()),
    Choices.FINDING_KINDS: lambda: tuple(kind.value for kind in FindingKind),
    Choices.THEMES: lambda: tuple(theme.label for theme in library.themes()),
    Choices.HEADLINES: lambda: ("1", "2", "3"),
    Choices.ACTION_LEVELS: lambda: tuple(level.value for level in ActionLevel),
    Choices.FRAMEWORKS: library.list_frameworks,
}
