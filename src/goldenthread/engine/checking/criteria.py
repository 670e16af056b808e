"""The marks of effect in the order in which a person should read them."""

from collections.abc import Iterable

from goldenthread.checker.effect.criteria import CRITERIA
from goldenthread.checker.results import Effect, EffectVerdict

_ORDER = (
    EffectVerdict.FAIL,
    EffectVerdict.PARTLY,
    EffectVerdict.CANNOT_TELL,
    EffectVerdict.PASS,
)


def effect_lines(found: Iterable[Effect]) -> list[tuple[str, str, str]]:
    """Verdict, criterion with its number, and why; those to work on first."""
    names = {criterion.number: criterion.name for criterion in CRITERIA}
    in_order = sorted(found, key=lambda effect: _ORDER.index(effect.verdict))
    return [
        (
            effect.verdict.value.replace("_", " "),
            f"{effect.criterion} {names[effect.criterion]}",
            effect.because,
        )
        for effect in in_order
    ]
