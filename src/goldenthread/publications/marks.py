"""What authors may write around figures and numbers of their own, and what shows a slip."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.definitions.literals import Found, stretches
from goldenthread.documents.blocks import FigureRun, Run, Text

_STRAY = re.compile(r"[{}]|\[\[|\]\]")
_RANGE = re.compile(r"\D*\d[\d.,]*\s?(?:-|–|to|or|and)\s?\d[\d.,]*\D*")
_LONGEST = 40

STRAY_MEND = (
    "This bracket has no partner: write a figure as {risk.inadequate}, and a number of your own"
    " as [[10]]."
)
_RUNS_ON = (
    "A figure stands as a word of its own, and prints its own percentage: leave a space after it."
)
_MADE_UP = (
    "The count of one figure stands with the base of another: use one figure, which has its own"
    " base."
)
_ONE_NUMBER = "Mark one number of your own, as in [[10]], and leave the words around it outside."


PERCENTAGE_MEND = (
    "A typed percentage cannot be published: use a figure such as {risk.inadequate}, which prints"
    " its own."
)


def is_percentage(text: str) -> bool:
    """Whether a typed number is a percentage: marking it is not what mends it.

    >>> is_percentage("39%"), is_percentage("seven per cent"), is_percentage("39")
    (True, True, False)
    """
    return re.search(r"%|per\s?cent", text, re.IGNORECASE) is not None


def stray_mark(text: str) -> str:
    """A bracket of a figure or mark that stands alone, with what is beside it; empty for none.

    >>> stray_mark("Worse in {risk.inadequate of these")
    '{risk.inadequate'
    """
    match = _STRAY.search(text)
    if match is None:
        return ""
    start = text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    return text[start : end if end >= 0 else len(text)]


def trouble_in_mark(content: str) -> str:
    """How to mend what stands between [[ and ]]; empty when it is one number, or a range.

    >>> trouble_in_mark("10"), trouble_in_mark("two"), trouble_in_mark("4 to 6")
    ('', '', '')
    >>> trouble_in_mark("16 of 26 audits (62%)") == trouble_in_mark(" ") != ""
    True
    """
    typed = [s for s in stretches(content) if s.found is Found.TYPED_NUMBER]
    several = len(typed) > 1 and not _RANGE.fullmatch(content)
    if not content.strip() or several or len(content) > _LONGEST or re.search(r"[{}\[\]]", content):
        return _ONE_NUMBER
    return ""


def slips_between(runs: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Figures that run into what follows, or are put together into one that there is not.

    Each is what was found, and how to mend it.
    """
    for first, second in pairwise(runs):
        if isinstance(first, FigureRun) and _runs_on(second):
            yield f"{first.text}{second.text[:1]}", _RUNS_ON
    for first, between, second in zip(runs, runs[1:], runs[2:], strict=False):
        if _is_made_up(first, between, second):
            yield f"{first.text}{between.text}{second.text}", _MADE_UP


def _runs_on(run: Run) -> bool:
    return isinstance(run, FigureRun) or (
        isinstance(run, Text) and (run.text[:1].isalnum() or run.text.startswith("%"))
    )


def _family(run: FigureRun) -> tuple[object, ...]:
    """What shares of one base have in common: ``risk`` of ``risk.inadequate``, slice and cycle."""
    return run.key.rpartition(".")[0], run.slice, run.form.partition("@")[2]


_OF = re.compile(r"\s*(?:of|out of|in|/)\s*(?:the|these|our)?\s*", re.IGNORECASE)


def _is_made_up(first: Run, between: Run, second: Run) -> bool:
    return (
        isinstance(first, FigureRun)
        and isinstance(second, FigureRun)
        and isinstance(between, Text)
        and first.form.startswith("count")
        and second.form.startswith("base")
        and _family(first) != _family(second)
        and _OF.fullmatch(between.text) is not None
    )
