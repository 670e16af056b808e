"""How English joins a count, a base and a share: patterns on marked text.

The name of each pattern's group says what its figures are, in their order: ``c`` the count, ``b``
the base, ``s`` the share, so that ``cbs`` is "10 of 26 (38%)". Gaps are of a few words at most and
hold no other figure: nothing is bound across one.
"""

import re

from goldenthread.checker.figures.words.marking import NO_FIGURE_MARK, NUMBER, SHARE
from goldenthread.checker.patterns import Late

_WORD = r"[\w’'‘“”\"&/%-]+"
_NO_LINK = r"(?!(?:compared|than|versus|vs|against|whereas|while|but|although|or|and|of|in|from)\b)"
_NOUN = (
    rf"(?:children\sand\syoung\speople|young\speople|parents\s(?:and|or)\scarers|{_NO_LINK}{_WORD})"
)
_UNIT = rf"(?:\s{_NOUN}){{0,4}}"
_LINKING_WORD = r"(?!(?:compared|versus|vs|against|whereas|while|but|although)\b)"
_PASSED_OVER = rf"(?:{_WORD}|{NO_FIGURE_MARK}++[\w’'%-]*)"
_LONG = rf"(?:\s{_LINKING_WORD}{_PASSED_OVER}){{0,12}}"
_OF_UNIT = rf"(?:\sof(?=\s)(?:\s{_NOUN}){{1,5}}|{_UNIT})"

_ARTICLE = (
    r"(?:(?:the|all|these|those|our|their|its|a|total|possible|whole|sample|cohort|of|overall|other|this|last"
    r"|remaining|[a-z]{2,20}(?:[’']s|s[’']))\s){0,3}"
)
_OF = (
    rf"(?:(?:,?\s(?:in\sall|in\stotal|altogether),?)?\s[(\[]?(?:out\s)?of\s{_ARTICLE}|\s?/\s?"
    r"|\sagainst\s(?:an?|the|our)\s(?:plan|planned|target|expected|possible)\s(?:total\s)?(?:of\s)?"
    rf"|\sfrom\s(?:the\s|a\s(?:total|sample|cohort)\sof\s|(?={NUMBER}(?:,\sor\s|\s?[(\[]))))"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|approximately|approx\.?|some|just\sover|just\sunder|over|under"
    r"|almost|nearly|only|just|a\stotal\sof)\s)?"
)
_N_IS = r"(?:n\s?=?\s?)?"
_OPEN = r"(?:,?\s?[(\[]\s?(?:(?:or|i\.?e\.?,?|representing|equating\sto|which\sis|that\sis)\s)?)"
_CLOSE = r"\s?[)\]]"
_RATE_OF = r"(?:an?\s(?:[a-z]+\s){0,2}rate\sof\s)?"
_SAYING = (
    r"(?:,?\s(?:or|representing|equating\sto|equivalent\sto|amounting\sto|making\sup|equal\sto"
    r"|that\sis\sto\ssay|(?:which|this|that)\s(?:equates\sto|represents|is|was|equals)|i\.e\.|=)\s|\s?=\s?)"
)
_DASH = r"(?:\s[-–—]\s|[–—])"
_STOPS = r"(?=\s?(?:[,.;:)\]!?]|[-–—]\s|$))"
_NOT_THE_WHOLE = r"(?<!\bthe\s)(?<!\bthese\s)(?<!\bthose\s)(?<!\bour\s)(?<!\bout\sof\s)(?<!/)"
_NOT_A_WHOLE = (
    rf"{_NOT_THE_WHOLE}(?<!\ball\s)(?:(?<!\bof\s)|(?<=\btotal\sof\s))(?<!\bacross\s)(?<!\bfrom\s)"
)


def _joins(**ways: str) -> Late:
    """Ways to join what the names say; where several begin at one place, the first wins.

    Compiled late: a brief that gives every base needs the first of ``JOINS`` only, and all of them
    take 0.025 s.
    """
    return Late("|".join(f"(?P<{name}>{way})" for name, way in ways.items()), re.IGNORECASE)


_WITH_BASE = _joins(
    # "10 of 26 (38%)", "16 audits out of 26, 62%", "4/26 records were graded good (15%)"
    cbs=rf"{NUMBER}(?:{_UNIT}{_OF}|(?:\s{_NOUN})?\sin\s(?={NUMBER}\s\()){NUMBER}"
    rf"(?:{_UNIT}[)\]]?(?:{_OPEN}{_RATE_OF}|{_DASH}|{_SAYING}|[,;]\s){_ABOUT}{SHARE}(?!\sof\b)"
    rf"|{_LONG}(?::\s|{_DASH}){SHARE}{_STOPS}"
    rf"|{_LONG}{_OPEN}{_ABOUT}{SHARE}{_CLOSE})",
    # "15% (4/26)", "62% – 16 of the 26 audits", "a third (9) of the 26"
    scb=rf"{SHARE}(?:(?:{_LONG}{_OPEN}|{_OF_UNIT}(?:{_DASH}|{_SAYING})|,\s|;\s){_N_IS}{_ABOUT}"
    rf"{NUMBER}{_UNIT}{_OF}|{_OPEN}{_N_IS}{NUMBER}{_UNIT}{_CLOSE}{_OF}){NUMBER}",
    # "26 (27.3%) of the 190", "16 audits, 62% of the 26"
    csb=rf"{NUMBER}{_UNIT}(?:{_OPEN}{_ABOUT}{SHARE}(?:{_CLOSE}(?:,(?=\s(?:out\sof|of|from)\s)|{_UNIT}))?|(?:,\s|{_SAYING}){_ABOUT}{SHARE},?"
    rf"|{_LONG}:\s{_ABOUT}{SHARE},?|{_LONG}{_OPEN}{SHARE}{_CLOSE}(?=\sout\sof\s)){_OF}{NUMBER}",
    # "38% of the 26 audits (10)"
    sbc=rf"{SHARE}{_OF}{NUMBER}(?:{_LONG}{_OPEN}|{_UNIT}(?:{_DASH}|{_SAYING})){_N_IS}{NUMBER}"
    rf"{_UNIT}{_STOPS}",
    # "38% of audits (N = 26)"
    # "80% felt respected (40 parents answered this)", "38% were late (base: 26)"
    sb=rf"{SHARE}{_LONG}{_OPEN}(?:(?-i:N)\s?=\s?{NUMBER}{_CLOSE}"
    rf"|(?:base[:=]?|based\son|from|out\sof)\s{NUMBER}{_UNIT}{_CLOSE}"
    rf"|{NUMBER}(?:\s{_NOUN}){{1,3}}\s(?:answered|replied|responded)(?:\s{_NOUN}){{0,3}}{_CLOSE})",
)
_IN_ONE_BRACKET = _joins(
    # "(n = 4, 15%)", "(15%, 4 audits)"
    cs=rf"[(\[]\s?{_N_IS}{NUMBER}{_UNIT}[,;:]\s?{SHARE}{_CLOSE}",
    sc=rf"[(\[]\s?{SHARE}[,;:]\s?{_N_IS}{NUMBER}{_UNIT}{_CLOSE}",
)
_BRACKET = _joins(
    # "9 assessments (34%)", "14 (or 58%)"
    cs=rf"{_NOT_THE_WHOLE}{NUMBER}{_UNIT}{_OPEN}{_ABOUT}{SHARE}",
    # "31%, (8 audits)", "4% of the cohort, (1 case)"
    sc=rf"{SHARE}{_OF_UNIT}{_OPEN}{_N_IS}{_ABOUT}{NUMBER}{_UNIT}{_CLOSE}",
)
_OF_A_BASE = _joins(
    # "38% of the 26 audits"
    sb=rf"{SHARE}(?:[)\],]?\s[(\[]?(?:out\s)?of\s{_ARTICLE}|\sfrom\sthe\s|,\s(?:then|now|this\stime)\sof\s)"
    rf"{NUMBER}",
)
_BY_WORDS = _joins(
    # "10 audits, or 38 per cent", "38 per cent, or 10 audits"
    cs=rf"{_NOT_A_WHOLE}{NUMBER}{_UNIT}{_SAYING}{_ABOUT}{SHARE}",
    sc=rf"{SHARE}{_OF_UNIT}{_SAYING}{_ABOUT}{NUMBER}{_UNIT}",
)
_BY_A_DASH = _joins(
    # "16 audits – 62%", "62% – 16 audits"
    cs=rf"{_NOT_A_WHOLE}{NUMBER}{_UNIT}{_DASH}{SHARE}(?!\sof\b)",
    sc=rf"{SHARE}{_OF_UNIT}{_DASH}{NUMBER}{_UNIT}{_STOPS}",
)
_BY_A_COMMA = _joins(
    # "16 audits, 62%, were", "62%, 16 audits, were"
    cs=rf"{_NOT_A_WHOLE}{NUMBER}(?:{_UNIT},\s{SHARE}{_STOPS}"
    rf"|{_LONG},\s{SHARE}\sof\s(?:the|all|our|those)(?:\s{_PASSED_OVER}){{1,4}}(?=[,.;)]|$))",
    sc=rf"{SHARE},\s{NUMBER}{_UNIT}{_STOPS}",
)
_FAR_BRACKET = _joins(
    # "12 audits were graded requires improvement (46%)"
    cs=rf"{_NOT_A_WHOLE}{NUMBER}{_LONG}{_OPEN}{_ABOUT}{SHARE}"
    rf"(?:{_CLOSE}|\sof\sall(?:\s{_WORD}){{1,6}}{_CLOSE})",
    # "46% of plans were clear about what would change (12)"
    sc=rf"{SHARE}{_LONG}{_OPEN}{_N_IS}{_ABOUT}{NUMBER}{_UNIT}{_CLOSE}",
)

JOINS = (
    *(_WITH_BASE, _IN_ONE_BRACKET, _BRACKET, _OF_A_BASE),
    *(_BY_WORDS, _BY_A_DASH, _BY_A_COMMA, _FAR_BRACKET),
)
"""The ways to join, the surest first: each leaves its figures out of reach of the next."""

_AND = r"(?:,\s(?:and\s)?|\sand\s|\s&\s)"
_NUMBERS = rf"(?P<numbers>{NUMBER}(?:(?:\s[\w’'‘-]+){{0,6}}?{_AND}{NUMBER}){{1,5}})"
_SHARES = rf"(?P<shares>{SHARE}(?:{_AND}{SHARE}){{1,5}})"
_OF_ONE_BASE = rf"(?:{_OF}(?P<base>{NUMBER}))?"

TWO_SHARES = re.compile(SHARE + _AND + SHARE, re.IGNORECASE)
"""What every list has: only a sentence with two shares side by side is looked through for one."""

LISTS = (
    # "12 and 14 (46% and 54% respectively)"
    Late(
        rf"{_NUMBERS}{_UNIT}{_OF_ONE_BASE}{_LONG}{_OPEN}{_SHARES}(?:,?\srespectively)?{_CLOSE}",
        re.IGNORECASE,
    ),
    # "12 and 14, 46% and 54% respectively"
    Late(
        rf"{_NUMBERS}{_UNIT}{_OF_ONE_BASE}{_LONG},\s(?:or\s)?{_SHARES},?\srespectively",
        re.IGNORECASE,
    ),
    # "46% and 54% (12 and 14)"
    Late(
        rf"{_SHARES}{_LONG}{_OPEN}{_NUMBERS}{_UNIT}{_OF_ONE_BASE}(?:,?\srespectively)?{_UNIT}"
        rf"{_CLOSE}",
        re.IGNORECASE,
    ),
)
"""Several counts beside several shares, which belong together in their order."""
