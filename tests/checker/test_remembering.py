"""Nothing of a checked document stays in memory, whichever function remembered it."""

import gc
from functools import lru_cache

from goldenthread.checker.check import check
from goldenthread.checker.disclosure.lists import known_names
from goldenthread.checker.errors import Asked, check_for_errors
from goldenthread.checker.remembering import remembering
from goldenthread.checker.source import FileKind, Grid, Passage, Role, Source

_Cache = type(lru_cache(len))


def _source(name: str, number: int) -> Source:
    rows = (("Grade", f"Audits of {name}"), (f"Good {name}", "14"), ("Weak", f"{number}"))
    text = f"Of {number} audits {name}ish, 14 (54%) were good; {name} Okafor waited for Zorbrook."
    parts = (
        Passage(f"What {name} found", "line 1", Role.HEADING, level=1),
        Passage(text, "line 2"),
        Grid(rows, "table 1", caption=f"Grades of {name}"),
    )
    return Source(f"{name}.txt", FileKind.TEXT, parts)


def _kept() -> dict[str, int]:
    """How many entries each cache of ours holds."""
    return {
        f"{cache.__module__}.{cache.__name__}": cache.cache_info().currsize
        for cache in gc.get_objects()
        if type(cache) is _Cache and str(cache.__module__).startswith("goldenthread.")
    }


def test_nothing_of_a_document_is_kept_after_its_check() -> None:
    asked = Asked("public", known_names("Zebulon Okafor"))
    check(_source("Zebulon", 26), asked)
    before = _kept()
    check(_source("Quintilla", 29), Asked("public", known_names("Quintilla Okafor")))
    check_for_errors(_source("Xanthippe", 31), asked)
    after = _kept()
    assert {name: size - before.get(name, 0) for name, size in after.items()} == dict.fromkeys(
        after, 0
    )


def test_texts_are_remembered_until_the_outermost_block_ends() -> None:
    from goldenthread.checker.disclosure.words import fold

    with remembering():
        check(_source("Zebulon", 26))
        assert fold.cache_info().currsize > 0
    assert fold.cache_info().currsize == 0
