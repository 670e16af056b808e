"""Runs as one line of plain text, as every part of an Office file can hold it."""

import re

from goldenthread.documents.blocks import Runs
from goldenthread.documents.text import plain, printable

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    r"""Return ``text`` without line ends, tabs and control characters.

    >>> one_line("Planning and\r\nreviewing")
    'Planning and reviewing'
    """
    return printable(_SPACES.sub(" ", text))


def line_of(runs: Runs) -> str:
    """Return the words of ``runs`` as they are read aloud.

    >>> from goldenthread.documents.blocks import FigureRun, Text
    >>> line_of((Text("Good in "), FigureRun("risk.good", "9 of 26 (35%)")))
    'Good in 9 of 26 (35%)'
    """
    return one_line(plain(runs))


def joined(*parts: Runs | str) -> str:
    """Join the parts that say something with a middle dot, as in a running head.

    >>> joined("Larkshire Council", "", "Learning Brief")
    'Larkshire Council · Learning Brief'
    """
    texts = (one_line(part if isinstance(part, str) else plain(part)) for part in parts)
    return " · ".join(text for text in texts if text.strip())
