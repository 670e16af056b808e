"""Words of links, and passages in capitals."""

import re
from collections.abc import Iterator

from goldenthread.checker.access.places import counted, places, shortened
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Link, Passage, Region, Shows, Source

_VAGUE = re.compile(
    r"\W*(?:(?:please\s)?click(?:\shere)?|here|this|this (?:link|page|document)|link|more|read more"
    r"|more information|further information|details|download|see here|follow this link)\W*",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONG_ADDRESS = 40
_SHOUTED_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+")


def check_links(source: Source) -> Iterator[AccessFinding]:
    """Links whose words do not say where they lead (WCAG 2.4.4, level A), and long addresses."""
    if Shows.LINKS not in source.shows:
        return
    vague = [link for link in source.links if _VAGUE.fullmatch(link.text)]
    if vague:
        yield _vague(vague)
    bare = [link.where for link in source.links if _is_bare(link)]
    if bare:
        at = places(bare)
        number = counted(len(bare), "link is a long address", "links are long addresses")
        message = (
            f"{number} ({at}), which a screen reader spells out. Use the name of the page or"
            " document as the words of the link (WCAG 2.4.4)."
        )
        yield AccessFinding("links", at, Severity.NOTE, message)


def _vague(links: list[Link]) -> AccessFinding:
    at = places(link.where for link in links)
    number = counted(len(links), "link says", "links say")
    message = (
        f"{number} only {shortened(links[0].text)} or the like ({at}). Use the name of what each"
        " leads to, so that it makes sense when read alone (WCAG 2.4.4)."
    )
    return AccessFinding("links", at, Severity.QUERY, message)


def _is_bare(link: Link) -> bool:
    text = link.text.strip()
    return len(text) > _LONG_ADDRESS and _BARE.fullmatch(text) is not None


def check_capitals(source: Source) -> Iterator[AccessFinding]:
    """Passages in capitals, which are slower to read (GOV.UK style guide)."""
    found = [passage for passage in source.passages if _shouts(passage)]
    if found:
        at = places(passage.where for passage in found)
        number = counted(len(found), "passage is", "passages are")
        message = (
            f"{number} all in capitals ({at}), such as {shortened(found[0].text)}. Use sentence"
            " case; capitals are slower to read (GOV.UK style guide)."
        )
        yield AccessFinding("capitals", at, Severity.NOTE, message)


def _shouts(passage: Passage) -> bool:
    if passage.region is Region.ALT_TEXT or not passage.text[:200].isupper():
        return False
    return len(_WORD.findall(passage.text)) >= _SHOUTED_WORDS and passage.text.isupper()
