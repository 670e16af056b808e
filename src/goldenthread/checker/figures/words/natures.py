"""What kind of share it is: of the findings, a return rate, or of another time or place."""

import re

from goldenthread.checker.figures.model import Nature
from goldenthread.checker.figures.words.marking import MARKS, NO_FIGURE_MARK, Span

_LOOK_AROUND = 80
_FARTHEST = 300

_W = r"[\w’'&-]+"
_ABOUT = r"(?:(?:about|around|some|over|under|almost|nearly|just)\s)?"
_OPEN_TO_SHARE = rf"[^.;:(){MARKS}]"

_RETURN_BEFORE = re.compile(
    rf"""
    \b(?:returns?|response|reply)\s(?:rate\s)?
      (?:(?:of|was|is|at|stood\sat|reached|which\swas)\s)?[(:,=–-]?\s?{_ABOUT}$
  | \b(?:audits?|questionnaires?|surveys?|forms?|tools?|returns?|responses?)\s(?:{_W}\s){{0,3}}
      (?:returned|received|submitted)\s?[,(]\s?$
  | \b(?:replied|responded|returned|answered),?\s(?:which\sis\s|at\s)?a\srate\sof\s{_ABOUT}$
  | \b(?:audit\scompletion\srate|turn-?out)\s(?:(?:of|was|is|at)\s)?{_ABOUT}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RETURN_AFTER = re.compile(
    rf"""
    ^\s(?:audit\s)?(?:returns?|response|reply)(?:\srate)?\b(?!\s(?:home|to|visit|interview))
  | ^\s(?:of\s(?:all\s)?(?:the\s)?(?:{_W}\s){{0,3}}?
      (?:audits?|tools|returns|surveys|questionnaires|forms)\s
      (?:(?:asked\sfor|requested|expected|due|allocated|sent|issued)\s(?:out\s)?)?)?
      (?:were|was|have\sbeen|had\sbeen|has\sbeen)\s
      (?:returned|submitted|received|sent\sback)\b
      (?!\s(?:home|to|late|on\stime|within|by|in|into|from|after))
    """,
    re.IGNORECASE | re.VERBOSE,
)

_PERIOD = r"(?:time|month|quarter|year|audits?|round|cycle|period|report|brief|sample|review)"
_MOVED = (
    r"(?:up|down|rose|risen|rise|fell|fallen|fall|increased?|decreased?|improved?|improvement"
    r"|dropped|drop|moved|changed?|reduction|reduced|grew|grown|declined?|increasing)"
)
_COMPARED = (
    r"(?:compared\s(?:with|to)|comparison\s(?:with|to)|against|versus|vs\.?|similar\sto"
    r"|in\sline\swith|(?<!more\s)(?<!less\s)(?<!fewer\s)(?<!rather\s)than)"
)
_NATION = (
    r"(?:nationally|regionally|(?:national|regional)\s(?:averages?|figures?|rates?|levels?|mean"
    r"|median|data)|the\sregion|England|statistical\sneighbours?|comparator(?:s|\sgroup)?"
    r"|neighbours)"
)
_NO_COMPARISON = "".join(
    rf"(?<!\b{word}\s)(?<!\b{word}\sthe\s)"
    for word in ("with", "to", "than", "on", "since", "from")
)
_ELSEWHERE_BEFORE = re.compile(
    rf"""
    \b{_COMPARED}\s(?:{_W}\s){{0,6}}[(]?$
  | \b{_MOVED}\s(?:{_W}\s){{0,3}}from\s{_ABOUT}$
  | {NO_FIGURE_MARK}[,\s]{{1,2}}(?:(?:as\sa\swhole|overall),?\s)?(?:the\s)?
      (?:this|it|figure|that|rate|percentage|proportion)\s
      (?:was|had\sbeen|stood\sat)\s{_ABOUT}$
  | \b{_NATION}\b[^.;{MARKS}]{{0,40}}$
  | \bthe\s(?:year|month|quarter)\s(?:before|earlier){_OPEN_TO_SHARE}{{0,20}}$
  | {_NO_COMPARISON}\b(?:(?<!\bthe\s)last|previous|prior|preceding)\s{_PERIOD}\b
      {_OPEN_TO_SHARE}{{0,40}}[(]?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE_AFTER = re.compile(
    rf"""
    ^[)\]]?,?\s(?:of\s(?:{_W}\s){{1,3}})?(?:(?:in|at|for|from|during|was|were)\s)?
    (?:last\s(?:time|month|quarter|year|autumn|spring|summer|winter)\b
      |the\slast\s(?:audits?|round|cycle|brief|report|sample|review)\b
      |(?:the\s|our\s)?(?:previous|prior|preceding)\s{_PERIOD}\b
      |(?:the|a)\s{_PERIOD}\s(?:before|earlier|ago)\b
      |previously\b|nationally\b|regionally\b|across\sEngland\b|England\b
      |(?:the\s)?(?:national|England|regional)\s(?:average|figure|rate)\b
      |(?:our\s)?statistical\sneighbours\b)
  | ^\sof\s(?:the\s)?(?:local|general|whole|wider)\spopulation\b
  | ^\sof\s(?:all\s)?(?:{_W}\s){{1,3}}in\s(?:the|our)\s(?:whole\s)?
      (?:borough|city|county|country|town|district|region)\b
  | ^\sto\s[{MARKS}]
    """,
    re.IGNORECASE | re.VERBOSE,
)

_MEASURE = re.compile(
    rf"""
    \b(?:attendance|turn-?over|absence|sickness|vacanc(?:y|ies)|occupancy|coverage|average|mean
      |unemployment|inflation
      |(?<!compliance\s)(?<!completion\s)(?<!pass\s)(?<!success\s)rates?)\b
    [^.;:,{MARKS}]{{0,50}}?\s(?:is|are|was|were|at|averaged|reached|remains)\s{_ABOUT}$
  | \band\s(?:turn-?over|absence|sickness|vacancies|unemployment|inflation)\s(?:at\s)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Before a share of nothing that is counted here: "the rate of reoffending stands at 31.4%"."""

_IN_OTHER_PLACES = re.compile(r"^[)\]]?,?\s(?:was\s|were\s)?elsewhere\b", re.IGNORECASE)
"""With a share alone: "31% elsewhere". "15 (4%) elsewhere" counts those who live there."""

_WHERE_IT_WAS = re.compile(
    rf"\bwhere\s(?:it|they|this|that|these|one)\s(?:was|were|did|had|is|are|has|have)\b[^.;:{MARKS}]{{0,50}}$",
    re.IGNORECASE,
)
"""Before a share of those of whom something else was just said, without their number."""

_OF_THE_NATION = re.compile(
    r"^(?:nationally|regionally|elsewhere|across\s(?:england|the\s(?:country|region))|in\sengland"
    r"|in\sthe\s(?:region|country)|(?:england|national(?:\saverages?)?|region)(?=:))\b(?![^.;]*\b(?:here|locally|our|ours|us|we|but|while|whereas)\b)",
    re.IGNORECASE,
)


def nature_of(marks: str, sentence: Span, pair: Span, share: Span) -> Nature:
    """The nature of a share: told by the words of its sentence just before and after it.

    ``pair`` is the stretch of the share with its count and base, ``share`` its own.

    >>> marks = "a return of \ue002\ue002\ue002"
    >>> nature_of(marks, (0, 15), (12, 15), (12, 15)).value
    'return rate'
    """
    start, end = sentence
    before = marks[max(start, pair[0] - _LOOK_AROUND) : pair[0]]
    after = marks[pair[1] : min(end, pair[1] + _LOOK_AROUND)]
    if _OF_THE_NATION.match(marks[start : min(pair[0], start + _FARTHEST)]):
        return Nature.ELSEWHERE
    if _ELSEWHERE_BEFORE.search(before) or _ELSEWHERE_AFTER.search(after):
        return Nature.ELSEWHERE
    if pair == share and _IN_OTHER_PLACES.match(after):
        return Nature.ELSEWHERE
    before_share = marks[max(start, share[0] - _LOOK_AROUND) : share[0]]
    after_share = marks[share[1] : min(end, share[1] + _LOOK_AROUND)]
    if any(
        _RETURN_BEFORE.search(words) for words in (before, before_share)
    ) or _RETURN_AFTER.search(after_share):
        return Nature.RETURN_RATE
    if pair == share and (_MEASURE.search(before) or _WHERE_IT_WAS.search(before)):
        return Nature.ELSEWHERE
    return Nature.SHARE
