"""Alternative text of pictures (WCAG 2.2, 1.1.1 Non-text Content, level A)."""

import re
from collections.abc import Callable, Iterator

from goldenthread.checker.access.places import counted, places
from goldenthread.checker.results import AccessFinding, Severity
from goldenthread.checker.source import Picture, Shows, Source

CHECK = "alternative text"

_FILE_NAME = re.compile(
    r"\s*\S{1,120}\.(?:png|jpe?g|gif|bmp|svg|emf|wmf|tiff?|webp)\s*", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"\s*(?:image|picture|photo|graphic|icon|logo|chart|diagram|figure|shape|placeholder|untitled"
    r"|spacer|text box)[\s_-]{0,3}\d{0,4}\s*",
    re.IGNORECASE,
)
_GUESSED = re.compile(r"description (?:automatically |)generated|generated description", re.I)
_PREAMBLE = re.compile(r"\s*(?:an?\s|the\s)?(?:image|picture|photo|photograph) of\b", re.IGNORECASE)


def check_pictures(source: Source) -> Iterator[AccessFinding]:
    """Pictures without words, with words that are none, or with a machine's words."""
    if Shows.PICTURES not in source.shows:
        return
    meant = [picture for picture in source.pictures if not picture.decorative]
    for test, severity, one, many, mend in _FAULTS:
        found = [picture.where for picture in meant if test(picture)]
        if found:
            at = places(found)
            message = f"{counted(len(found), one, many)} ({at}). {mend} (WCAG 1.1.1)."
            yield AccessFinding(CHECK, at, severity, message)


def _is_missing(picture: Picture) -> bool:
    return not (picture.alternative or "").strip()


def _is_no_description(picture: Picture) -> bool:
    words = picture.alternative or ""
    return bool(_FILE_NAME.fullmatch(words) or _PLACEHOLDER.fullmatch(words))


def _is_guessed(picture: Picture) -> bool:
    return _GUESSED.search(picture.alternative or "") is not None


def _has_preamble(picture: Picture) -> bool:
    return not _is_guessed(picture) and _PREAMBLE.match(picture.alternative or "") is not None


_Fault = tuple[Callable[[Picture], bool], Severity, str, str, str]

_FAULTS: tuple[_Fault, ...] = (
    (
        _is_missing,
        Severity.ERROR,
        "picture has no alternative text",
        "pictures have no alternative text",
        "Say in a few words what each tells the reader, or mark it as decorative",
    ),
    (
        _is_no_description,  # failure F30 of WCAG: file names and placeholders
        Severity.ERROR,
        "picture has a file name or a placeholder as its alternative text",
        "pictures have file names or placeholders as their alternative text",
        "Say in a few words what each tells the reader, or mark it as decorative",
    ),
    (
        _is_guessed,
        Severity.QUERY,
        "picture has alternative text that a computer guessed",
        "pictures have alternative text that a computer guessed",
        "Read it, and say what the picture tells the reader",
    ),
    (
        _has_preamble,
        Severity.NOTE,
        "alternative text begins with “image of” or the like",
        "alternative texts begin with “image of” or the like",
        "Leave that out: it is read aloud twice",
    ),
)
