"""Content that is written in two ways, for newer and older programs, and counts once."""

from lxml import etree

from goldenthread.checker.reading.office.names import COMPATIBILITY, DRAWING, SLIDE, WORD

ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"
_KNOWN = (
    f"{WORD}txbxContent",
    f"{WORD}t",
    f"{WORD}p",
    f"{DRAWING}graphicData",
    f"{SLIDE}sp",
    f"{SLIDE}pic",
)


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The branch that counts: the newer one if it holds something that can be read."""
    choices = list(alternatives.iterchildren(f"{COMPATIBILITY}Choice"))
    for choice in choices:
        if next(choice.iter(*_KNOWN), None) is not None:
            return choice
    fallback = alternatives.find(f"{COMPATIBILITY}Fallback")
    if fallback is not None:
        return fallback
    return choices[0] if choices else None
