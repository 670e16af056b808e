"""Long documents, long lists of names, and text that was made to keep us busy."""

import subprocess
import sys
import time

import pytest

from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.lists import known_names
from goldenthread.checker.source import FileKind, Passage, Source

_SENTENCE = (
    "The plan for the child was reviewed on time, and 14 of 26 audits (54%) found that visits by"
    " the allocated worker, Iman Haverstock, were recorded in Mosaic within five working days. "
)
_LIST = "\n".join(f"Given{number} Surname{number}" for number in range(5_000)) + "\nIman Haver"


def _seconds(*texts: str) -> float:
    """Time of the processor, best of two."""
    passages = tuple(Passage(text, f"line {number}") for number, text in enumerate(texts))
    source, known = Source("a.txt", FileKind.TEXT, passages), known_names(_LIST)
    taken = []
    for _ in range(2):
        began = time.process_time()
        disclosure(source, known, audience="public")
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.slow
def test_megabyte_of_prose_with_five_thousand_names_takes_seconds() -> None:
    # Measured at 1.2 s; the limit leaves room for a busy machine.
    assert _seconds(*[_SENTENCE * 2] * (1_000_000 // (2 * len(_SENTENCE)))) < 4


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A-",
        "Aa, ",
        "1 ",
        "a@",
        "a.",
        "A'",
        "one a ",
        "12 The ",
        "Team ",
        "http://",
        "(",
        "I. ",
        "Iman ",
        "at 1 A",
        "aA",
        "I m a n ",
        "Iman | ",
        "1 - ",
        "%41",
        "Family Hub, ",
        "lives at 1 a ",
        "postcode a",
        "12 HIGH ",
        "Ref: 1/",
        "NI no 1",
        "case no 12345, 12345, ",
        "Born on 1 May 2014, the A ",
        "the Aa family ",
    ],
)
def test_hostile_line_takes_time_in_proportion_to_its_length(piece: str) -> None:
    short = _seconds(piece * (50_000 // len(piece)))
    long = _seconds(piece * (200_000 // len(piece)))
    assert long < 12 * max(short, 0.05)


@pytest.mark.slow
def test_lists_of_names_are_not_read_before_they_are_needed() -> None:
    code = (
        "import goldenthread.checker.disclosure.check\n"
        "from goldenthread.checker.disclosure.name_lists import _sorted\n"
        "assert _sorted.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
