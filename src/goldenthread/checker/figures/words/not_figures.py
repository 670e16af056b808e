"""Numbers and percentages in running text that say nothing about how many of how many.

Years, ages, dates, times, law, telephone numbers and money are recognised by the literals that
publications share (``definitions.literals``); targets, growth, ranges, rates, scaling answers and
numbers of pages are added here, because a publication may not type those but a report may.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.checker.figures.model import Number
from goldenthread.checker.figures.words.marking import (
    FIGURES,
    MARKS,
    NUMBER,
    NUMBER_MARK,
    SHARE,
    SHARE_MARK,
    TEXTS_REMEMBERED,
    Span,
    marked,
)
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.checker.figures.words.sentences import sentences
from goldenthread.checker.figures.words.shares import PrintedShare, shares_in
from goldenthread.definitions.literals import COUNTED, MONTH, literal_spans

_SHARED_KINDS = frozenset(
    {
        *("link", "date", "time", "age", "duration", "law", "telephone", "address"),
        *("identifier", "money", "target", "list number"),
    }
)


@dataclass(frozen=True, slots=True)
class NotFigure:
    """A stretch that is no figure, and what it is instead."""

    kind: str
    start: int
    end: int


_W = r"[\w’'&/-]+"
_ABOUT = (
    r"(?:(?:about|around|roughly|approximately|approx\.?|some|over|under|almost|nearly|at\sleast"
    r"|more\sthan|less\sthan|up\sto|just\sover|just\sunder)\s(?:a\s)?)?"
)
_CHANGE = (
    r"(?:increases?|decreases?|rises?|falls?|reductions?|drops?|growth|improvements?|declines?"
    r"|uplifts?|change|difference|gap|savings?|variance|swing|rise|dip)"
)
_KIND_OF_CHANGE = (
    r"(?:annual|further|overall|year-on-year|net|real|significant|slight|percentage|point|relative)"
)
_GREW = (
    r"(?:rose|risen|grew|grown|fell|fallen|increased|decreased|dropped|reduced|declined|up|down"
    r"|improved)"
)
_GROWTH = rf"""
    \b(?:{_GREW}|{_CHANGE}|late|cut|higher|lower|exceeded|narrowed|widened|vary|varied)\b
      [^.;{MARKS}]{{0,40}}\bby\s(?:a\sfurther\s)?{_ABOUT}{SHARE}
  | (?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)\b{_GREW}\s(?:a\sfurther\s)?{_ABOUT}{SHARE}
  | \b{_CHANGE}\sof\s{_ABOUT}{SHARE}
  | {SHARE}\s(?:{_KIND_OF_CHANGE}\s)?{_CHANGE}\b(?!\s(?:below|within|into|outside|under)\b)
  | {SHARE}\s(?:more|fewer|less|higher|lower|above|below|better|worse|up|down|faster|quicker)\b
      (?!\soften|\sthan\s(?:once|{NUMBER}))
"""
_AIM = (
    r"(?:target|goal|aim|ambition|threshold|benchmark|tolerance|trajectory|expectation|standard"
    r"|minimum|milestone|requirement|bar|trigger|ceiling|cap|limit|quota|pass\smark)"
)
_STANDS = (
    r"(?:of|is|was|at|being|remains|to\sbe|(?:is\s|was\s)?set\sat|(?:stays|stands|stood|remains)\sat"
    r"|has\sbeen|had\sbeen|(?:will|should|must|would)\sbe|is\s(?:still|now)|(?:rises|moves|goes\sup)\sto)"
)
_FOR_WHAT = rf"(?:\s(?:for|in|on|from|by)(?:\s(?:{_W}|[{FIGURES}][{FIGURES}/–-]*+)){{1,4}})?"
_SOON = (
    rf"(?:the\send|the\sstart|next|half-term|easter|christmas|summer|autumn|spring|winter|{MONTH}\b"
    rf"|{NUMBER})"
)
_TARGET = rf"""
    \b{_AIM}s?{_FOR_WHAT}\s{_STANDS}\s{_ABOUT}{SHARE}
  | \b{_AIM}s?(?:\s?[:=(]\s?{_ABOUT}|\s(?:below|above|under|over)\s){SHARE}
  | {SHARE}\s(?:(?:national|local|agreed|corporate|statutory|improvement|annual)\s)?{_AIM}\b
  | {SHARE}\s?\((?:the\s)?{_AIM}\)
  | \b(?:red|amber|green)\b(?:\sis|:)?\s(?:(?:below|under|above|over|from)\s{SHARE}
      |{SHARE}\s(?:and|or)\s(?:over|above|more|below|under|less)\b)
  | \b(?:aim(?:s|ing|ed)?|expect|want|hope|aspire|require)\s(?:for\s|to\s)?(?:{_W}\s){{0,2}}
      {_ABOUT}{SHARE}
  | \bno\s(?:more|fewer|less|lower|higher)\sthan\s{SHARE}
  | \b(?:should|must|needs?\sto|will|shall)\s(?:be|reach|exceed|achieve)\s{_ABOUT}{SHARE}
  | {SHARE}\sof\s(?:{_W}\s){{1,5}}(?:is|was)\s(?:the|our|a|its)\s(?:{_W}\s)?{_AIM}\b
  | \bat\sleast\s{SHARE}\sby\s{_SOON}
  | \b(?:if|unless|whenever|until|should)\b[^.;{MARKS}]{{0,60}}
      \b(?:below|under|above|over|exceeds?|reach(?:es)?|hits?)\s{SHARE}(?!\sof\b)
  | (?<![^;:.]\s)(?:below|under|above|over)\s{SHARE},?\s(?:the|an?|it|we|they|there|is|means)\b
  | (?<![^;:.!?]\s)\b(?:please\s)?(?:keep|charge|set|hold|maintain|cap|limit|turn|reduce|raise|bring
      |fill)\s
      [^.;{MARKS}]{{1,40}}\b(?:to|at|below|above|under|over|around|near)\s{SHARE}
"""
_RANGE = rf"""
    {NUMBER}\sto\s{SHARE}
  | (?<!from\s)(?:{NUMBER}|{SHARE})(?:[-‐‑–—]|\sto\s|\s[-–—]\s){SHARE}(?!\s?[-–—])
  | \bbetween\s(?:{NUMBER}|{SHARE})\sand\s{SHARE}
  | {NUMBER}[-‐‑–]{NUMBER}
"""
_MEASURES = (
    r"(?:budgets?|spend(?:ing)?|expenditure|income|costs?|funding|money|salar(?:y|ies)|time|gdp"
    r"|effort|energy|attention)"
)
_NOT_COUNTABLE = rf"""
    {SHARE}\sof\s(?:the\s|our\s|its\s|their\s|all\s|a\s|my\s|your\s)?(?:{_W}\s)?{_MEASURES}\b
  | £\s?\d[\d,.]*+(?:\s?(?:k|m|bn|million|billion))?(?:\s?[(\[]|,\s(?:or\s)?|\s[–-]\s)
      {_ABOUT}{SHARE}
  | \b(?:within|plus\sor\sminus)\s{SHARE}
  | \b(?:add|adds|sum|sums|total|totals)\s(?:up\s)?to\s{SHARE}
  | \b(?:vat|tax|inflation|charged?|interest)\b[^.;{MARKS}]{{0,20}}{SHARE}
  | {SHARE}\s(?:confidence|confident|certain|sure|committed|behind|effort|discount|pay|levy|tax|vat
      |challenge|rule|margin|sample|interest|off|probability|chance|likely|likelihood|time|honest|right)\b
  | \b(?:top|bottom|highest|lowest|poorest|richest|deprived|best|worst|gave|give|giving)\s{SHARE}
  | {SHARE}\s(?:most|least)\s(?:deprived|disadvantaged)
"""
_RATE = rf"""
    {NUMBER}\s(?:\w+\s)?per\s(?:{NUMBER}|head|child|thousand|\w+)
  | \bper\s{NUMBER}
  | \b(?:children|people|those|pupils|adults|babies|siblings)\s(?:who\s(?:are|were)\s)?
      (?:over|under|above|below)\s(?:the\sage\sof\s)?{NUMBER}(?!\s(?:\w+\s)?{COUNTED})
  | {NUMBER}\s(?:or|and)\s(?:more|fewer|less|over|under|above|below|older|younger)\b
  | \b(?:were|was|are|is|aged)\s(?:(?:aged|all|both)\s)?(?:under|over|above|below)\s
      {NUMBER}(?=\s?[(\[]{SHARE}|[,.;])
  | (?<!from\s){NUMBER}\sto\s{NUMBER}(?=\s?[(\[]{SHARE})
  | {NUMBER}\s?(?:percentage\s|per\s?cent\s|%\s)?(?:points?|pts|pp)\b
"""
_REFERENCE = (
    r"(?:pages?|pp?\.|no\.|(?<![,;]\s)no|nos\.|paragraphs?|paras?\.?|sections?|figs?\.|figures?|charts?|graphs?"
    r"|tables?|boxe?s?|slides?|rows?|columns?|lines?|footnotes?|appendix|annex|volume|vol\.|issue)"
)
_NUMBERED = (
    r"(?:item|question|case\sstudy|case|child|family|priority|objective|outcome|theme|principle"
    r"|step|recommendation|action|phase|wave|cohort|group|team|ward|grade|level|band|tier|option"
    r"|number|measure|indicator|criterion|domain|judgement|worker|school|home|q)"
)
_SERIES = rf"{NUMBER}(?:\.\d+)*(?:(?:\s?[-–,&]\s?|\s(?:to|and)\s){NUMBER})*"
_ONE_OR_TWO = rf"{NUMBER}(?:(?:\s?[-–&]\s?|\s(?:to|and)\s){NUMBER})?"
_UNPAIRED = (
    rf"(?!,?\s?[(\[]?{SHARE}|\s(?:\w+\s)?{COUNTED}|[,\s]*[{FIGURES}]"
    rf"|\s(?:times|(?:out\s)?of\s(?:the\s)?[{FIGURES}]))"
)
_PLACE = rf"""
    \b{_REFERENCE}\s?{NUMBER}(?:(?:[-–&]|\s[-–&]\s|\s(?:to|and)\s){NUMBER})?{_UNPAIRED}
  | \b(?:page|p\.|table|figure|fig\.|paragraph|section|para)\s?{NUMBER}
  | \b{_NUMBERED}\s{_SERIES}{_UNPAIRED}
  | \b(?-i:Years?)\s{_ONE_OR_TWO}(?!,?\s?[(\[]?{SHARE})
  | (?<!\ba\s)(?<!\bone\s)(?<!\blast\s)(?<!\bthis\s)\bweeks?\s{_ONE_OR_TWO}
    (?!\s?[(\[]{SHARE}|\s(?:\w+\s)?{COUNTED}|\s(?:times|(?:out\s)?of)\b)
"""
_SCORING = r"(?:scor(?:e[ds]?|ing)|scal(?:ed?|ing)|rat(?:ed?|ing|es)|gave|given|mark(?:ed)?)"
_SCORE = rf"""
    \bscale\s(?:of|from)\s{NUMBER}\s(?:to|-|–)\s{NUMBER}
  | \b{_SCORING}\b[^.;{MARKS}]{{1,40}}{NUMBER}(?:\s?/\s?|\sout\sof\s){NUMBER}{_UNPAIRED}
  | {NUMBER}(?:\s?/\s?|\sout\sof\s)10\b(?=[^.;{MARKS}]{{1,40}}\b{_SCORING}\b)
  | \b(?:{_SCORING}|average|mean|median)\s(?:(?:at|as|it|of|a|was|is|them)\s){{0,2}}
      {NUMBER}{_UNPAIRED}(?!\s(?!points|marks)[a-z]+s\b)
"""
_ON_MARKS = (
    ("growth", _GROWTH, SHARE_MARK),
    ("target", _TARGET, SHARE_MARK),
    ("range", _RANGE, ""),
    ("measure", _NOT_COUNTABLE, SHARE_MARK),
    ("rate", _RATE, NUMBER_MARK),
    ("place", _PLACE, NUMBER_MARK),
    ("score", _SCORE, NUMBER_MARK),
)
"""Each with the mark without which it fits nowhere: most sentences are spared most patterns."""
_BEGINS = rf"(?=[\w{FIGURES}£])(?:\b|(?=[{FIGURES}£]))"
"""A word, a figure or money: where all of them begin. Within words, none of their ways is tried."""

_MARKED = tuple(
    (kind, re.compile(f"{_BEGINS}(?:{pattern})", re.IGNORECASE | re.VERBOSE), mark)
    for kind, pattern, mark in _ON_MARKS
)

_LINKED = r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/[^\s<>]*"
_FILE = r"(?<![\w%.-])[\w%.-]{1,120}\.(?:docx?|pdf|xlsx?|pptx?|csv|html?|txt|png|jpe?g|md)\b"
_TWO_MONTHS = rf"\b{MONTH}\s\d{{1,2}}\s?(?:&|-|–|,|and|to)\s?{MONTH}\s\d{{1,2}}\b"
_MONTH_OF_AUDITS = (
    rf"\b{MONTH}\s[’']?\d{{2}}(?=\s(?:audit|case|practice)s?\s"
    r"(?:findings|results|report|cycle|round|brief|programme|outcomes|data|summary)\b)"
)
_EVEN = r"(?<!\d)50/50(?!\d)"
_OF_TEN = rf"\b(?:10|\d)(?:\s?/\s?|\sout\sof\s)10\b(?=[^.;%]{{1,40}}\b{_SCORING}\b)"
_OF_THE_SPEAKER = r"“(?=[^”“]{0,300}\b(?:I|me|my|we)\b)[^”“]{0,600}”"
_ONE_OF_THEM = r"\b(?:ha(?:ve|s|d)|needs?|needed|want|wanted|without|this|each)\sone(?=\s?[(\[,.;])"
_ON_WORDS = (
    ("link", _LINKED, "/"),
    ("file name", _FILE, "."),
    ("date", f"{_TWO_MONTHS}|{_MONTH_OF_AUDITS}", ""),
    ("idiom", _EVEN, "50/50"),
    ("score", _OF_TEN, "10"),
    ("quotation", _OF_THE_SPEAKER, "“"),
    ("pronoun", _ONE_OF_THEM, " one"),
)
_WORDED = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), holds) for kind, pattern, holds in _ON_WORDS
)


@lru_cache(TEXTS_REMEMBERED)
def not_figures(text: str) -> tuple[NotFigure, ...]:
    """Stretches of a text that are no figures, by where they begin. They may overlap.

    >>> [text for text in ("by 18 December", "rose by 12%", "20-25%", "page 4", "gave 9/10")
    ...  if not not_figures(text)]
    []
    >>> not_figures("10 of 26 audits (38%)")
    ()
    """
    return tuple(sorted(_not_figures(text), key=lambda found: (found.start, found.end)))


def _not_figures(text: str) -> Iterator[NotFigure]:
    numbers, shares = _spans(numbers_in(text)), _spans(shares_in(text))
    with_marks = marked(text, numbers, shares)
    for start, end in sentences(text):
        if not _HOLDS_A_NUMBER.search(with_marks, start, end):
            continue
        for begin, stop, kind in literal_spans(text, _SHARED_KINDS, start, end):
            if not _ends_in_a_figure(text, kind, stop, shares):
                yield NotFigure(kind, begin, stop)
        yield from _matches(_WORDED, text, (start, end))
        yield from _matches(_MARKED, with_marks, (start, end))


_OF_A_BASE = re.compile(r"\s(?:out\s)?of\s(?:(?:the|our|these|all)\s)?\d|\s?\(\d[\d.]{0,4}\s?%")


_MONTH_AND_DAY = re.compile(r"[A-Za-z]\s\d{1,2}$")


def _ends_in_a_figure(text: str, kind: str, stop: int, shares: Iterable[Span]) -> bool:
    """Whether what reads as no figure runs into one: "last year 54%", "in June 6 of 13"."""
    if any(start < stop < end for start, end in shares):
        return True
    ends_in_a_day = kind == "date" and _MONTH_AND_DAY.search(text, 0, stop) is not None
    return ends_in_a_day and _OF_A_BASE.match(text, stop) is not None


_HOLDS_A_NUMBER = re.compile(rf"[\d{FIGURES}]")


def _spans(found: Iterable[Number | PrintedShare]) -> list[Span]:
    return [(one.start, one.end) for one in found]


def _matches(
    patterns: Iterable[tuple[str, re.Pattern[str], str]], text: str, span: Span
) -> Iterator[NotFigure]:
    for kind, pattern, holds in patterns:
        if text.find(holds, *span) >= 0:
            for match in pattern.finditer(text, *span):
                yield NotFigure(kind, match.start(), match.end())
