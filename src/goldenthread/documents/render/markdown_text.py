"""Runs as Markdown in which nothing but links and emphasis is markup (CommonMark 0.31, 2.4)."""

import re

from goldenthread.documents.blocks import Emphasis, Link, Run, Runs
from goldenthread.documents.render.office.addresses import link_target

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$#]|&(?=[#\w])")
_SPACES = re.compile(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
_BLOCK_START = re.compile(r"^(?:[+\-=]|\d{1,9}(?=[.)]))")
_IMAGE = re.compile(r"!(?=\[)")


def escaped(text: str) -> str:
    r"""Text on one line with every character escaped that could be markup.

    >>> escaped("*x* <b> & [y]")
    '\\*x\\* \\<b\\> & \\[y\\]'
    """
    return _SPECIAL.sub(r"\\\g<0>", _SPACES.sub(" ", text))


def strong(text: str) -> str:
    """Markdown that stands out; nothing for no text. It must begin and end a line or a word."""
    return f"**{text.strip(' ')}**" if text.strip(" ") else ""


def line(runs: Runs, plain: bool = False) -> str:
    """Runs as one line that cannot begin a list, heading or rule; ``plain`` leaves emphasis out."""
    texts = [_run(run) for run in runs]
    pieces = []
    for place, run in enumerate(runs):
        apart = _apart("".join(texts[:place]), texts[place], "".join(texts[place + 1 :]))
        emphasised = _is_strong(run) and apart and not plain
        pieces.append(_emphasised(texts[place]) if emphasised else texts[place])
    joined = _IMAGE.sub(r"\\!", _SPACES.sub(" ", "".join(pieces)).strip(" "))
    return _BLOCK_START.sub(_guarded, joined)


def _run(run: Run) -> str:
    """A run without emphasis. An address that is no link is left out, as in all file types."""
    target = link_target(run.address) if isinstance(run, Link) else None
    if target is None:
        return escaped(run.text)
    return (
        f"[{escaped(run.text)}](<{target}>)"
        if "(" in target
        else f"[{escaped(run.text)}]({target})"
    )


def _is_strong(run: Run) -> bool:
    return not isinstance(run, Link) and run.emphasis is Emphasis.STRONG


def _apart(before: str, text: str, after: str) -> bool:
    """Whether spaces part a text from what stands around it, as emphasis needs it."""
    starts = not before or before.endswith(" ") or text.startswith(" ")
    return starts and (not after or after.startswith(" ") or text.endswith(" "))


def _emphasised(text: str) -> str:
    """Emphasis around the words, with spaces outside it, where Markdown wants them."""
    words = text.strip(" ")
    return text.replace(words, strong(words), 1) if words else text


def _guarded(start: re.Match[str]) -> str:
    """A list marker or underline as text: the backslash goes before the sign."""
    found = start.group()
    return f"{found}\\" if found[0].isdigit() else f"\\{found}"
