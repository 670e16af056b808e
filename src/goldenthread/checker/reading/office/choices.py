"""Content that is written in two ways, for newer and older programs, and counts once."""

from collections.abc import Container, Iterator

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


def children_within(parent: etree._Element, wrappers: Container[str]) -> Iterator[etree._Element]:
    """Children in order; those of wrappers and of the branch that counts stand in their place."""
    waiting = [parent.iterchildren("{*}*")]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag in wrappers:
            waiting.append(element.iterchildren("{*}*"))
        elif element.tag == ALTERNATIVES:
            branch = chosen(element)
            if branch is not None:
                waiting.append(branch.iterchildren("{*}*"))
        else:
            yield element
