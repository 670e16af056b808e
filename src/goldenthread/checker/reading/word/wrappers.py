"""Elements that only wrap others, and alternatives of which one counts."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.office.names import COMPATIBILITY, DRAWING, WORD, WORD_SHAPE

_WRAPPERS = frozenset(
    f"{WORD}{name}"
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
)
_ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"
_CHOICE = f"{COMPATIBILITY}Choice"
_FALLBACK = f"{COMPATIBILITY}Fallback"
BOX = f"{WORD}txbxContent"
_KNOWN = (BOX, f"{DRAWING}graphicData", f"{WORD}t", f"{WORD}p", f"{WORD_SHAPE}wsp")


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The branch that counts, so that a text box written in two ways is read once."""
    choices = list(alternatives.iterchildren(_CHOICE))
    for choice in choices:
        if next(choice.iter(*_KNOWN), None) is not None:
            return choice
    fallback = alternatives.find(_FALLBACK)
    if fallback is not None:
        return fallback
    return choices[0] if choices else None


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """Children in order; those of content controls, changes and other wrappers in their place."""
    waiting = [parent.iterchildren("{*}*")]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag in _WRAPPERS:
            waiting.append(element.iterchildren("{*}*"))
        elif element.tag == _ALTERNATIVES:
            branch = chosen(element)
            if branch is not None:
                waiting.append(branch.iterchildren("{*}*"))
        else:
            yield element


def drawn(element: etree._Element) -> Iterator[etree._Element]:
    """An element and all inside it, in order, but nothing inside a text box or the other branch.

    >>> from lxml import etree
    >>> [str(e.tag) for e in drawn(etree.fromstring("<a><b/><c><d/></c></a>"))]
    ['a', 'b', 'c', 'd']
    """
    waiting = [element]
    while waiting:
        found = waiting.pop()
        yield found
        if found.tag == _ALTERNATIVES:
            branch = chosen(found)
            waiting.extend([] if branch is None else [branch])
        elif found.tag != BOX:
            waiting.extend(reversed([*found.iterchildren("{*}*")]))
