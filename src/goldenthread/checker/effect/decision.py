"""What a criterion decides, and the sentence that says so."""

from dataclasses import dataclass

from goldenthread.checker.effect.brief import Line
from goldenthread.checker.results import EffectVerdict

_QUOTED = 140


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its reason; ``line`` decided it, ``mend`` is what to do about it today."""

    verdict: EffectVerdict
    reason: str
    line: Line | None = None
    mend: str = ""

    @property
    def because(self) -> str:
        """Quotation, reason and suggestion in one run of text."""
        parts = (quoted(self.line) if self.line else "", self.reason, self.mend)
        return " ".join(part for part in parts if part)


def passed(reason: str, line: Line | None = None) -> Decision:
    """The criterion is met."""
    return Decision(EffectVerdict.PASS, reason, line)


def partly(reason: str, line: Line | None, mend: str) -> Decision:
    """The criterion is met in part."""
    return Decision(EffectVerdict.PARTLY, reason, line, mend)


def failed(reason: str, line: Line | None, mend: str) -> Decision:
    """The criterion is not met."""
    return Decision(EffectVerdict.FAIL, reason, line, mend)


def cannot_tell(reason: str, mend: str = "") -> Decision:
    """The document, or this kind of file, does not show it."""
    return Decision(EffectVerdict.CANNOT_TELL, reason, None, mend)


def quoted(line: Line) -> str:
    """A line in quotation marks, cut at a word, and its place.

    >>> quoted(Line("We will look at this in due course.", "line 12"))
    '“We will look at this in due course.” (line 12).'
    """
    text = line.text.strip("–- ")
    if len(text) > _QUOTED:
        text = text[:_QUOTED].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
    opening, closing = "‘’" if any(mark in text for mark in '“”"') else "“”"
    return f"{opening}{text}{closing} ({line.where})."
