"""Where one text ends and the next begins: a name may be broken over two lines, cells or rows."""

from collections.abc import Iterator
from itertools import pairwise

from goldenthread.checker.disclosure.known_names import known_names_in
from goldenthread.checker.disclosure.spellings import Spellings
from goldenthread.checker.disclosure.stretches import Stretch
from goldenthread.checker.results import Severity

_REACH = 60
_ENDS = ".!?:;"


def names_over_seams(texts: tuple[Stretch, ...], known: Spellings) -> Iterator[tuple[Stretch, str]]:
    """Names of the list that begin in one text and end in the next, with the text they begin in.

    Only whole names: the end of one paragraph and the beginning of another often mean nothing.
    """
    if not known.forms:
        return
    for first, second in pairwise(texts):
        if first.region is not second.region or first.is_label or first.text[-1:] in _ENDS:
            continue
        before, after = first.text[-_REACH:], second.text[:_REACH]
        for found in known_names_in(f"{before}\n{after}", known):
            crosses = found.start < len(before) < found.end
            if crosses and found.severity is Severity.ERROR:
                yield first, f"{before}\n{after}"[found.start : found.end].replace("\n", " ")
