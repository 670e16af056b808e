"""Whole numbers in running text, in figures or in words.

Every whole number is found here, years and ages too: what is no figure is told apart in
``not_figures``.
"""

import re
from functools import lru_cache

from goldenthread.checker.figures.model import Number
from goldenthread.checker.figures.words.marking import TEXTS_REMEMBERED
from goldenthread.definitions.numerals import HYPHEN, IN_WORDS, value_in_words

_IN_FIGURES = r"""
    (?<![\w£$€])(?<!\d[.,:·])       # no letter or currency before it, no decimal or later part
    (?:\d{1,3}(?:,\d{3})+|\d{1,9})  # 1,204 or 1204; "1 204" is two numbers
    (?!\w|[.,:·]\d|\s?%|\s?per\s?-?\s?cent\b|\s?percent\b)  # no decimal, ordinal, time, per cent
"""
_WORDS_THAT_ARE_NO_NUMBER = rf"""
    (?<!\bno\s)(?<!\bstage\s)(?<!\bneeded\s)(?<!\bwanted\s)(?<!\bwithout\s)(?<!\bevery\s)(?<!\beach\s)(?<!\bany\s)(?<!\bone{HYPHEN}to{HYPHEN})(?<!\band\sa\s)
    (?!one(?:{HYPHEN}to{HYPHEN}one|\sto\sone|{HYPHEN}off|\sanother|\sday\b))
"""
_COUNTABLE_AFTER_NO = r"""
    (?=\s(?:[a-z]+\s){0,2}
    (?:audits|cases|children|young\speople|records|files|plans|assessments|visits|reviews
    |families|parents|carers|responses|practitioners|professionals|grades|returns)\b)
"""
_NOUGHT = rf"""
    \bno\b{_COUNTABLE_AFTER_NO}
  | \bnone\b(?=\s(?:of|were|was|had|have|has|are|is|graded|met)\b|\s?[(,;.)]|\s?$)
  | \b(?:nil|zero)\b(?!\s(?:tolerance|hours?|sum|carbon)|{HYPHEN})
"""
_TIMES = (
    r"(?:(?<=outstanding\s)|(?<=good\s)|(?<=improvement\s)|(?<=inadequate\s))"
    r"(?:once|twice)\b(?=\s?[(\[]\s?\d{1,3}(?:\.\d{1,2})?\s?%)"
)
"""Counts of a grade, with a share beside them: "outstanding once (4%)"."""

_NUMBER = re.compile(
    rf"""\b(?:  # none begins within a word: to ask that first saves a third
    (?P<figures>{_IN_FIGURES})
    | (?P<words>{_WORDS_THAT_ARE_NO_NUMBER}{IN_WORDS}(?!\s?per\s?-?\s?cent\b|\s?%))
    | (?P<times>{_TIMES})
    | (?P<nought>{_NOUGHT}))""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(TEXTS_REMEMBERED)
def numbers_in(text: str) -> tuple[Number, ...]:
    """Whole numbers of a text, in order. Decimals, ordinals and percentages are none.

    "None", "no" and "nil" are nought where a count can stand. A digit glued to a word is a
    footnote ("schools3"), and is left out.

    >>> [(n.text, n.value) for n in numbers_in("1,204 of the 2nd; nine schools3 of twenty-six")]
    [('1,204', 1204), ('nine', 9), ('twenty-six', 26)]
    >>> [n.value for n in numbers_in("No audits were late and none were graded inadequate (0%)")]
    [0, 0]
    """
    return tuple(
        Number(match.group(), _value(match), match.start(), match.end())
        for match in _NUMBER.finditer(text)
    )


def _value(match: re.Match[str]) -> int:
    if match["figures"]:
        return int(match.group().replace(",", ""))
    if match["times"]:
        return 1 if match.group().casefold() == "once" else 2
    return value_in_words(match.group()) if match["words"] else 0
