"""The words that each closed list understands, beside those that it offers."""

from dataclasses import dataclass
from functools import cache

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import Named, Vocabulary
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.columns import Choices


@dataclass(frozen=True, slots=True)
class Word:
    """A value of a fixed list, with the spellings that mean it."""

    id: str
    label: str
    also: tuple[str, ...] = ()


_FIXED: dict[Choices, tuple[Word, ...]] = {
    Choices.PURPOSES: (
        Word("first", "first", ("1st", "first reading", "initial", "main")),
        Word("second", "second", ("2nd", "second reading", "second reader", "second read")),
        Word("moderated", "moderated", ("moderation", "moderated reading", "moderator")),
        Word("self", "self", ("self audit", "self-assessment")),
        Word("calibration", "calibration", ("calibration reading",)),
        Word("re_audit", "re-audit", ("repeat audit", "re-audited")),
    ),
    Choices.RESPONDENTS: (
        Word("child", "child", (
            "young person", "child or young person", "child/young person", "CYP", "children",
        )),
        Word("parent", "parent", (
            "parents", "carer", "parent/carer", "parent or carer", "parents/carers", "mother",
            "father", "mum", "dad",
        )),
        Word("professional", "professional", ("professionals", "other professional", "partner")),
        Word("worker", "worker", (
            "social worker", "practitioner", "personal adviser", "personal advisor",
        )),
    ),
    Choices.SEEN: (
        Word("yes", "yes", ("y", "true", "seen")),
        Word("partly", "partly", ("partially", "in part", "part", "partial")),
        Word("no", "no", ("n", "false", "not seen")),
    ),
    Choices.YES_NO: (
        Word("yes", "yes", ("y", "true")),
        Word("no", "no", ("n", "false")),
    ),
    Choices.FINDING_KINDS: (
        Word("strength", "strength", ("strengths", "working well", "positive")),
        Word("worry", "worry", ("worries", "concern", "area for improvement")),
        Word("reminder", "reminder", ("reminders",)),
    ),
    Choices.HEADLINES: (Word("1", "1"), Word("2", "2"), Word("3", "3")),
    Choices.ACTION_LEVELS: (
        Word("reader", "reader", ("readers",)),
        Word("leaders", "leaders", ("leader", "leadership")),
    ),
}  # fmt: skip


class Vocabularies:
    """The vocabularies of one framework: what its cells may say."""

    def __init__(self, framework: Framework | None, scale: Scale | None) -> None:
        self.framework, self.scale = framework, scale
        self._found: dict[Choices, Vocabulary] = {}

    def of(self, which: Choices) -> Vocabulary:
        """The vocabulary of one list; of categories and grades none without a framework."""
        if which not in self._found:
            self._found[which] = Vocabulary(self._candidates(which))
        return self._found[which]

    def _candidates(self, which: Choices) -> tuple[Named, ...]:
        if which is Choices.GRADES:
            return (*(self.scale.levels if self.scale else ()), *library.ungraded())
        if which is Choices.CATEGORIES:
            overall = Word("overall", "Overall", ("Overall grade", "Overall judgement"))
            return (*(self.framework.categories if self.framework else ()), overall)
        return _shipped().get(which) or _FIXED[which]


@cache
def _shipped() -> dict[Choices, tuple[Named, ...]]:
    return {
        Choices.PLAN_TYPES: library.plan_types(),
        Choices.THEMES: library.themes(),
        Choices.RULES: library.timescale_rules(),
    }


def theme_label(theme_id: str) -> str:
    """The label of a shipped theme; empty for no theme."""
    labels = {theme.id: theme.label for theme in library.themes()}
    return labels.get(theme_id, "")
