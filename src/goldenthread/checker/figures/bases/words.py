"""Words by which a report says how many there are in all: patterns on marked text.

In each, the group ``base`` is the number. Whether its noun is one that can be a base is asked by
``bases``.
"""

import re

from goldenthread.checker.figures.words.marking import FIGURES, NO_FIGURE_MARK, NUMBER, SHARE

_BASE = rf"(?P<base>{NUMBER})"
_WORDS = r"(?:\s(?!(?:where|that|which|who|whose|with|graded|rated|judged|not)\b)[\w’'-]+)"
_QUANTITY = (
    r"(?:(?:a|an|the|all|total|random|dip|small|sample|of|our|these|cohort|just|only)\s){0,6}"
)
_OF_NO_FIGURE = rf"(?:\s{NO_FIGURE_MARK}++)?"
_SHARE = rf"(?:\s?\({SHARE}\))?"

_DOCUMENT = (
    r"(?:findings?|results?|report|brief(?:ing)?|analysis|figures|percentages|data|this|these"
    r"|section|summary|audit|review|chapter|themes|learning|messages|sample|cohort|exercise"
    r"|bulletin|document|deep[\s-]dive|snapshot|dip\ssample|information|evaluation|survey|part|annex|appendix|strand)"
)
_COVERS = (
    r"(?:covers?|covered|considers?|considered|draws?\son|drew\son|looks?\sat|looked\sat"
    r"|examine[sd]?|summarises?|relates?\sto|reports?\son|include[sd]?|involved|comprise[sd]?"
    r"|consists?\sof|consisted\sof|reflects?|analyse[sd]?|sampled|reviewed|is\sof|was\sof|held|contained)"
)
_DONE = (
    r"(?:completed|returned|undertaken|carried\sout|received|submitted|audited|sampled|conducted"
    r"|analysed|reviewed|moderated|selected|included)"
)
_NOT_HOW = (
    r"(?!\s(?:late|on\stime|within|by\s(?!(?:the\s)?(?:service|team|authority|council))|in\stime"
    r"|to\sa|as|before|after|with|jointly|again))"
)
_NOT_A_PART = (
    rf"(?=[{FIGURES}])"  # a number follows: to ask that first spares most places all the rest
    r"(?<!\bof\s)(?<!\bof\sthe\s)(?<!\bof\sthese\s)(?<!\bfurther\s)(?<!\badditional\s)"
    r"(?<!\banother\s)(?<!\bother\s)(?<!\bonly\s)(?<!\bremaining\s)(?<!\bextra\s)"
)
_NOT_BY = r"(?:(?<!\bby\s)|(?<=\b(?:returned|answered)\sby\s)|(?<=\bcompleted\sby\s))"
"""What is "reported by 158 respondents (84%)" is a finding; a form "returned by" them is not."""

_WE = (
    r"(?:we|auditors|managers|moderators|reviewers|inspectors|the\s(?:team|service|panel|group"
    r"|auditors|reviewers|inspectors|authority|council))"
)
_LABEL = (
    r"(?:(?:total\s)?sample(?:\ssize)?|cohort(?:\ssize)?|base|(?:total\s)?number\sof(?:\s[\w’'-]+){1,5}"
    r"|(?:total\s)?(?:audits|cases|records|files|responses|returns|children|questionnaires)"
    r"(?:\s(?:completed|returned|received|undertaken|audited|reviewed|sampled|submitted|in|the"
    r"|sample|this|month|quarter|year|period|cycle|scope)){0,5})"
)
_UNPAIRED = rf"(?!,?\s?[(\[]?{SHARE}|\s?/|\s(?:out\s)?of\b)"


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_FINDINGS_BASED_ON = (
    rf"\b{_DOCUMENT}\b[^.;{FIGURES}]{{0,60}}\bbased\s(?:up)?on\s{_QUANTITY}{_BASE}{_UNPAIRED}"
)
_BASED_ON = rf"^\W{{0,3}}based\s(?:up)?on\s{_QUANTITY}{_BASE}{_UNPAIRED}"
_REPORT_COVERS = rf"\b{_DOCUMENT}\s(?:[\w’'-]+\s){{0,4}}{_COVERS}\s{_QUANTITY}{_BASE}{_UNPAIRED}"
_SAMPLE_WAS = (
    rf"\b(?:sample|cohort)(?:\ssize)?\s(?:was|is|were|numbered|totalled|came\sto)\s{_QUANTITY}{_BASE}"
    rf"{_UNPAIRED}(?!\s(?:per\s?cent|years?|months?|weeks?|days?|times)\b)"
)
_SAMPLE_OF = rf"\ba\s(?:random\s|dip\s|small\s)?(?:sample|cohort)\sof\s(?:the\s)?{_BASE}{_UNPAIRED}"
_RESPONDED = (
    rf"{_NOT_A_PART}{_BASE}{_WORDS}{{1,4}}{_OF_NO_FIGURE}{_SHARE}\s(?:responded|took\spart|participated|replied"
    r"|answered|(?:completed|returned|filled\sin)\s(?:a|the|our)\s(?:survey|questionnaire|form))"
)
_OF_WHOM_RESPONDED = (
    rf"{_BASE}{_WORDS}{{0,3}}\s(?:out\s)?of\s(?:(?:the|our|all)\s)?{NUMBER}{_WORDS}{{0,4}}{_SHARE}"
    r"\s(?:responded|replied|took\spart|participated)\b"
)
_ANSWERED = (
    rf"{_NOT_A_PART}{_NOT_BY}{_BASE}(?:\s[\w’'-]+){{0,2}}\s(?:responses|replies|respondents|questionnaires)"
    rf"(?:\s=\s|\s[–-]\s|,\s|\s?\(){SHARE}\)?\W{{0,2}}$"
)
_RETURNED_FOR = (
    r"\b(?:questionnaires?|surveys?|forms?|replies|answers)\s(?:were|was|came)\s(?:returned|received"
    rf"|completed|filled\sin|back)\s(?:for|by|from)\s{_BASE}"
)
_HEARD_FROM = (
    r"\b(?:heard\s(?:back\s)?from|(?:replies|answers|responses)\s(?:came\s)?(?:back\s)?from)\s"
    rf"{_QUANTITY}{_BASE}(?!\s?/|\s(?:out\s)?of\b)"
)
_WE_LOOKED_AT = (
    rf"\b{_WE}\s(?:have\s|has\s)?(?:audited|reviewed|(?:dip[\s-])?sampled|looked\sat|examined|read|drew"
    r"|selected|heard\sfrom|spoke\s(?:to|with)|interviewed|surveyed)"
    rf"\s{_QUANTITY}{_BASE}(?!\s?/|\s(?:out\s)?of\b)"
)
_AUDITED = (
    rf"\b(?:audited|(?:dip[\s-])?sampled|moderated|scrutinised)(?:\sthe\s(?:records?|files?|cases?)\sof)?"
    rf"\s{_QUANTITY}{_BASE}(?=\s[a-z]){_UNPAIRED}"
)
"""Whoever did it: "The partnership audited the records of 18 children"."""

_IN_ALL = rf"{_NOT_A_PART}{_BASE}{_WORDS}{{0,3}}\s(?:in\sall|altogether)(?=\W{{0,3}}$)"
"""What a sentence ends with: "Sixteen plans from each of three areas were read, 48 in all"."""

_ACROSS_ALL = rf"^(?:across|in|of|for)\s(?:all|all\sof\sthe|all\sthe)\s{_BASE}(?=,|\s[a-z]+,)"
"""All of several groups, from here on: "Across all 23, consent was on file in 18 (78%)"."""

_WERE_AUDITED = (
    rf"{_NOT_A_PART}{_BASE}{_WORDS}{{1,4}}\s(?:have\sbeen|had\sbeen|were)\s"
    rf"(?:audited|(?:dip[\s-])?sampled|moderated)\b{_NOT_HOW}"
)
ANY_NOUN = _patterns(
    *(
        _FINDINGS_BASED_ON,
        _BASED_ON,
        _REPORT_COVERS,
        _SAMPLE_WAS,
        _SAMPLE_OF,
        _RESPONDED,
        _OF_WHOM_RESPONDED,
    ),
    *(_ANSWERED, _RETURNED_FOR, _HEARD_FROM, _WE_LOOKED_AT, _WERE_AUDITED),
    *(_AUDITED, _IN_ALL, _ACROSS_ALL),
)
"""Ways to give a base that say what it is of by themselves."""

AND_ANOTHER = re.compile(
    rf"{NUMBER}(?:\s[\w’'-]+){{1,4}}(?:,\s|,?\sand\s|\splus\s){_BASE}(?=\s[a-z]){_UNPAIRED}",
    re.IGNORECASE,
)
"""A second base after a first: "18 plans and 22 assessments"."""

_WERE_DONE = (
    rf"{_NOT_A_PART}{_BASE}{_WORDS}{{1,4}}(?:\s(?:have\sbeen|has\sbeen|had\sbeen|were|was)"
    rf"\s(?:\w+ly\s)?{_DONE}|\s?\({SHARE}\)\s(?:have\sbeen|has\sbeen|had\sbeen|were|was)"
    rf"\s(?:returned|received|submitted|completed))\b{_NOT_HOW}"
)
_WE_DID = (
    rf"\b{_WE}\s(?:have\s|has\s)?(?:completed|received|undertook|carried\sout|considered"
    rf"|analysed)\s{_QUANTITY}{_BASE}{_UNPAIRED}"
)
_FROM_THE = rf"\b(?:from|across)\s(?:the|all|all\sof\sthe|these|our)\s{_BASE}{_UNPAIRED}"
_IN_TOTAL = (
    r"\b(?:a\stotal\sof|there\swere|there\shave\sbeen)\s(?:a\stotal\sof\s)?"
    rf"{_BASE}{_UNPAIRED}"
)
_WHICH_GAVE = (
    r"\b(?:which|that|this)\s(?:gave|gives|yielded|produced|left)\s(?:us\s)?"
    rf"{_QUANTITY}{_BASE}{_UNPAIRED}"
)
_THE_DONE = rf"\b(?:the|all|of)\s{_BASE}{_WORDS}{{1,3}}\s{_DONE}\b{_NOT_HOW}"
CHECKED_NOUN = _patterns(_WERE_DONE, _WE_DID, _FROM_THE, _IN_TOTAL, _WHICH_GAVE, _THE_DONE)
"""Ways that give a base only where the noun is one of audits, records, answers and the like."""

LABELS = _patterns(
    rf"^\W{{0,3}}{_LABEL}\s?[:=(–-]\s?(?:n\s?=\s?)?{_BASE}{_UNPAIRED}",
    rf"^\W{{0,3}}\(?n\s?=\s?{_BASE}\W{{0,3}}$",
    rf"^\W{{0,3}}(?:grand\s)?total:?\s{_BASE}\W{{0,3}}$",
)
"""Labels: "Sample: 26", "Audits completed (26)", "N = 26"."""

ONCE_RETURNED = re.compile(
    rf"{_BASE}{_SHARE}\s(?:(?P<answered>answered|responded|replied|came\sback)\b"
    r"|(?:have\sbeen\s|had\sbeen\s|were\s|was\s)?(?:returned|received|submitted|completed)"
    rf"{_NOT_HOW})",
    re.IGNORECASE,
)
"""What came back of what was asked for: "of which 26 (87%) were returned"."""

FINDINGS_FROM = re.compile(
    r"\b(?:(?:findings|results|lessons|learning|feedback|messages|themes|replies|answers)\sfrom"
    r"|(?:audit|review|sample|analysis)\sof)\s(?:the\s|all\s)*"
    rf"{_BASE}(?=\s[a-z]){_UNPAIRED}",
    re.IGNORECASE,
)
"""A heading that gives a base of any noun: "Findings from 36 settings", "Audit of 9 plans"."""

IN_HEADING = _patterns(
    rf"\bfrom\s(?:the\s)?{_BASE}{_UNPAIRED}",
    rf"[(\[]\s?n\s?=\s?{_BASE}\s?[)\]]",
    rf"[(\[]\s?{_BASE}(?:\s[\w’'-]+){{0,3}}\s?[)\]]\W{{0,3}}$",
    rf"[:–-]\s{_BASE}(?:\s[\w’'-]+){{1,3}}\W{{0,3}}$",
)
"""Headings and captions: "Findings from 26 audits", "Feedback from parents (12)"."""
