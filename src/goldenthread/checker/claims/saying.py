"""A sentence with what stands around it, and whether it asserts something at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.checker.results import Claim, Severity
from goldenthread.checker.sentences import sentences
from goldenthread.checker.source import Passage, Role, Source
from goldenthread.definitions.literals import Found, stretches

LONGEST_SENTENCE = 2_000
"""Nobody writes longer sentences: what is longer is data, or a trap."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence. ``before`` and ``after`` are its neighbours in the same passage, or empty.

    ``headings`` are those that it stands under: two when a table of two columns has two headings
    and the file does not tell which column is which. ``plain`` is the text with what people are
    quoted to have said blanked out, at the same offsets.
    """

    text: str
    plain: str
    part: int
    where: str
    headings: tuple[str, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def nearby(self) -> str:
        """The sentence and the next one: where an earlier value is looked for."""
        return f"{self.text} {self.after}"


def sayings(source: Source) -> Iterator[Saying]:
    """The sentences of all printed passages but headings, in reading order."""
    headings: tuple[str, ...] = ()
    after_heading = False
    for number, part in enumerate(source.parts):
        if not isinstance(part, Passage) or not part.region.is_printed:
            continue
        if _heads(part):
            headings = (*headings, part.text)[-2:] if after_heading else (part.text,)
            after_heading = True
            continue
        after_heading = False
        yield from _of_passage(part, number, headings)


def _of_passage(passage: Passage, number: int, headings: tuple[str, ...]) -> Iterator[Saying]:
    texts = ["", *(s.text for s in sentences(passage.text)), ""]
    for before, text, after in zip(texts, texts[1:], texts[2:], strict=False):
        if text and len(text) <= LONGEST_SENTENCE:
            plain = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
            near = [side[:LONGEST_SENTENCE] for side in (before, after)]
            yield Saying(text, plain, number, passage.where, headings, near[0], near[1])


def _heads(passage: Passage) -> bool:
    """Whether a passage is a heading, by its style or because it looks like one."""
    if passage.role is Role.HEADING:
        return True
    text = passage.text
    short = len(text) <= 80 and text[-1:] not in ".;,!"
    return short and (text.isupper() or (passage.bold is True and len(text.split()) <= 10))


_QUOTED = re.compile(
    r"“[^“”]{1,600}”|\"[^\"]{1,600}\"|(?<!\w)‘[^‘’]{1,300}’(?!\w)|(?<!\w)'[^']{1,300}'(?!\w)"
)
"""What stands in quotation marks; an apostrophe within a word is none."""

_NOT_YET = re.compile(
    r"\b(?:please|must|should|ought|(?<!in\s)needs?|needed|ensure|remember|make\ssure|let\sus"
    r"|expected\sto|required\sto|asked\sto|recommend\w*|consider"
    r"|want|wants|aims?|aiming|hopes?|hoped|hoping|wish|would|plans?\sto|planned\sto|planning\sto"
    r"|intends?|intended|in\sorder|so\sthat|so\sas|designed\sto|seeks?|with\sa\sview|goals?"
    r"|ambitions?|ambitious|vision|objectives?|purpose"
    r"|if|whether|unless|until|once|when|could|may|might|can|likely|possible|potentially"
    r"|no\sevidence|not\sclear|unclear)\b|\Awhere\b",
    re.IGNORECASE,
)
"""Words of instruction, ambition, condition and doubt: what follows is not said to be so."""

_BIDS = re.compile(
    r"\W{0,3}(?:ask|tell|explain|explore|describe|think|show|record|write|use|check|look|find|make"
    r"|keep|name|say|note|talk|agree|read|reflect|do|be|try|give|listen|share|discuss|review)\s(?!of\b)",
    re.IGNORECASE,
)
"""Verbs with which an instruction begins."""

_DEFINES = re.compile(
    r"\b(?:is|are)\s(?:defined\sas|when)\b|\brefers?\sto\b|\bdefinition\b|\bdefined\b"
    r"|\bresearch\b|\bnational\s(?:reviews?|evidence)\b|\bstud(?:y|ies)\b|\bliterature\b|\(\w[^()]{0,60},?\s(?:19|20)\d\d\w?\)"
    r"|\bet\sal\b|\bstatutory\sguidance\b|\bWorking\sTogether\s(?:to|20)",
    re.IGNORECASE,
)
"""Definitions, and what others have found and are cited for."""


def asserted(saying: Saying, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first place where the pattern is found and asserted: said to be so, now or before.

    Not asserted are questions, instructions, ambitions, conditions, definitions, what research is
    cited for, and what somebody is quoted to have said.
    """
    found = pattern.search(saying.plain)
    if found is None:  # as nearly always, so that the rest is asked last
        return None
    if saying.text.rstrip("”\"’') ").endswith("?") or _BIDS.match(saying.text):
        return None
    if _DEFINES.search(saying.plain):
        return None
    return None if _NOT_YET.search(saying.plain, 0, found.start()) else found


_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_COMPARES = re.compile(
    r"\bfrom\s(?:\w+\s)?\d|\bprevious(?:ly)?\b|\bearlier\b|\bcompared\b|\bbaseline\b|\bago\b"
    r"|\blast\s(?:time|month|quarter|term|year|brief|cycle|round|audit|report|period|summer|winter"
    r"|autumn|spring)\b|\bthan\s(?:in|at|the|last)\b|\b(?:up|down)\s(?:on|from)\b|\b(?:19|20)\d\d\b"
    rf"|\b(?:in|since)\s{_MONTH}\b|\bwas\s\d+(?:\.\d+)?\s?(?:%|of)",
    re.IGNORECASE,
)
_ONE_VALUE = re.compile(
    r"\b\d[\d,]{0,9}\s(?:out\s)?of\s(?:the\s)?\d[\d,]{0,9}(?:\s\w{1,20})?(?:\s?\(\d[\d.]{0,6}\s?%\))?"
    r"|\b\d[\d,]{0,9}(?:\s\w{1,20})?,?\s?\(\d[\d.]{0,6}\s?%\)"
    r"|\b\d[\d.]{0,6}\s?%,?\s?\(\d[^()]{0,40}\)",
)
"""A count with its base and its percentage is one value, however many numbers it takes."""


def figures_in(text: str) -> int:
    """How many values stand in the text; dates, ages and targets are none.

    >>> figures_in("It rose from 31% (8 of 26) to 38% between May 2023 and June 2024.")
    2
    """
    joined = _ONE_VALUE.sub(" 50% ", text)
    return sum(stretch.found is Found.TYPED_NUMBER for stretch in stretches(joined))


def has_earlier_value(saying: Saying) -> bool:
    """Whether two values, and words that compare times, stand in this or the next sentence."""
    return _COMPARES.search(saying.nearby) is not None and figures_in(saying.nearby) >= 2


def query(kind: str, saying: Saying, found: re.Match[str], why: str) -> Claim:
    """A claim to be queried: its stretch is the words found and what stands close to them.

    ``why`` follows the words that were found, in quotation marks.
    """
    words = " ".join(saying.text[found.start() : found.end()].split())
    stretch = _around(saying.text, found.start(), found.end())
    return Claim(kind, stretch, saying.where, Severity.QUERY, f"“{words}” {why}")


def _around(text: str, start: int, end: int, reach: int = 70) -> str:
    """The stretch with up to ``reach`` characters on either side, in whole words."""
    first = 0 if start <= reach else text.rfind(" ", 0, start - reach) + 1
    last = len(text) if end + reach >= len(text) else text.find(" ", end + reach)
    cut = text[first : last if last >= 0 else len(text)]
    return f"{'… ' if first else ''}{cut}{' …' if 0 <= last < len(text) else ''}"
