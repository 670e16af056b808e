"""Numbers written in words, as people write them in English: "nine", "twenty-six"."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_VALUES = {
    "a": 1,
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)

HYPHEN = r"[-\u2010\u2011]"
"""A hyphen as typed, as typeset, or one that holds a line together."""

ONE_TO_NINE = "|".join(_UNITS)
TWO_TO_TWELVE = "|".join((*_UNITS, *_TEENS)[1:12])
THIRTEEN_TO_NINETEEN = "|".join(_TEENS[3:])
MULTIPLES_OF_TEN = "|".join(_TENS)

BELOW_HUNDRED = (
    rf"(?:(?:{MULTIPLES_OF_TEN})(?:(?:{HYPHEN}|\s)(?:{ONE_TO_NINE}))?"
    rf"|{'|'.join(_TEENS)}|{ONE_TO_NINE})"
)
_BELOW_THOUSAND = (
    rf"(?:(?:a|{ONE_TO_NINE})\shundred(?:\s(?:and\s)?{BELOW_HUNDRED})?|{BELOW_HUNDRED})"
)
IN_WORDS = (
    rf"\b(?:(?:a\sthousand|{_BELOW_THOUSAND}\sthousand)(?:,?\s(?:and\s)?{_BELOW_THOUSAND})?"
    rf"|{_BELOW_THOUSAND})\b"
)
"""Pattern of a whole number in words, from one to 999,999; for use without regard to capitals."""


def value_in_words(words: str) -> int:
    """The number that words matching ``IN_WORDS`` say.

    >>> [value_in_words(words) for words in ("nine", "Twenty-six", "a hundred and four")]
    [9, 26, 104]
    >>> value_in_words("two thousand, three hundred and twelve")
    2312
    """
    thousands = below = 0
    for word in _WORD.findall(words.casefold()):
        if word == "hundred":
            below *= 100
        elif word == "thousand":
            thousands, below = below * 1000, 0
        elif word != "and":
            below += _VALUES[word]
    return thousands + below
