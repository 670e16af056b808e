"""Counts whose share is told in the next sentence: "9,000 live here. This is 23% of …"."""

import re

from goldenthread.checker.figures.bases.populations import populations_in
from goldenthread.checker.figures.model import Mention, Nature
from goldenthread.checker.figures.words.outline import outline_of

_THIS_IS = re.compile(
    r"(?:this|that|they|these)\s(?:is|was|are|were|represents?|represented|equates?\sto|equated\sto"
    r"|makes?\sup|made\sup|accounts?\sfor|accounted\sfor|amounts?\sto|amounted\sto)\s"
    r"(?:about\s|around\s|some\s|approximately\s|just\sover\s|just\sunder\s|nearly\s|only\s)?",
    re.IGNORECASE,
)
_OF = re.compile(r"\sof\s", re.IGNORECASE)


def restated_count(mention: Mention, text: str, passage_before: str) -> int | None:
    """The count that a share "of" something says again: the one number of the sentence before.

    ``text`` is the passage of the mention, and ``passage_before`` the one before that.
    """
    if mention.count is not None or mention.base is not None:
        return None
    if mention.nature is not Nature.SHARE:
        return None
    outline = outline_of(text)
    number = outline.sentence_of(mention.start)
    if _THIS_IS.fullmatch(text, outline.sentences[number][0], mention.start) is None:
        return None
    share_end = next(s.end for place, s in outline.shares.items() if place >= mention.start)
    if _OF.match(text, share_end) is None:
        return None
    sentences = populations_in(text)[:number] or populations_in(passage_before)
    told = sentences[-1] if sentences else ()
    return told[0].size if len(told) == 1 else None
