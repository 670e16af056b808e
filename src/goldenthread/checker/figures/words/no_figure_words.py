"""Words by which a number or percentage says nothing about how many of how many.

Patterns on marked text: growth, targets, ranges, measures, rates, places and scores. A publication
may not type them, but a report may.
"""

from goldenthread.checker.figures.words.marking import (
    FIGURES,
    MARKS,
    NUMBER,
    NUMBER_MARK,
    SHARE,
    SHARE_MARK,
)
from goldenthread.definitions.literals import COUNTED, MONTH

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
    r"|effort|energy|attention|differences?|variation|variance)"
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
SCORING = r"(?:scor(?:e[ds]?|ing)|scal(?:ed?|ing)|rat(?:ed?|ing|es)|gave|given|mark(?:ed)?)"
_SCORE = rf"""
    \bscale\s(?:of|from)\s{NUMBER}\s(?:to|-|–)\s{NUMBER}
  | \b{SCORING}\b[^.;{MARKS}]{{1,40}}{NUMBER}(?:\s?/\s?|\sout\sof\s){NUMBER}{_UNPAIRED}
  | {NUMBER}(?:\s?/\s?|\sout\sof\s)10\b(?=[^.;{MARKS}]{{1,40}}\b{SCORING}\b)
  | \b(?:{SCORING}|average|mean|median)\s(?:(?:at|as|it|of|a|was|is|them)\s){{0,2}}
      {NUMBER}{_UNPAIRED}(?!\s(?!points|marks)[a-z]+s\b)
"""
ON_MARKS = (
    ("growth", _GROWTH, SHARE_MARK),
    ("target", _TARGET, SHARE_MARK),
    ("range", _RANGE, ""),
    ("measure", _NOT_COUNTABLE, SHARE_MARK),
    ("rate", _RATE, NUMBER_MARK),
    ("place", _PLACE, NUMBER_MARK),
    ("score", _SCORE, NUMBER_MARK),
)
"""Each with the mark without which it fits nowhere: most sentences are spared most patterns."""
