"""Criteria that nothing but the words decides, decided apart from the others."""

from goldenthread.checker.effect.check import effect, effect_of_words
from goldenthread.checker.effect.criteria import CRITERIA, OF_CHECKS
from goldenthread.checker.results import AccessFinding, Hit, Severity, Statement, Verdict
from goldenthread.checker.source import FileKind, Passage, Source

_SOURCE = Source("a.txt", FileKind.TEXT, (Passage("16 of 26 audits (39%) were good.", "line 1"),))
_WRONG = Statement(
    text="16 of 26 audits (39%)",
    where="line 1",
    count=16,
    base=26,
    base_stated=True,
    percent="39",
    computed="62",
    verdict=Verdict.DISAGREES,
    severity=Severity.ERROR,
    fits_counts=(10,),
    fits_bases=((41, 41),),
    message="16 of 26 is 62%.",
    part=0,
    start=0,
)
_HIT = Hit("name", "Maria Ellwood", "line 1", Severity.ERROR, None)
_ACCESS = AccessFinding("title", "line 1", Severity.ERROR, "It has no title.")


def test_effect_of_words_whatever_other_checks_found_is_the_same() -> None:
    found = effect(_SOURCE, (_WRONG,), hits=(_HIT,), access=(_ACCESS,))
    of_words = effect_of_words(_SOURCE, None)
    assert set(of_words) == {criterion.number for criterion in CRITERIA} - OF_CHECKS
    assert {one.criterion: one for one in found if one.criterion in of_words} == of_words
