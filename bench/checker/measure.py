"""Measure the checker on labelled sets, long documents and seeded faults.

``python -m bench.checker.measure`` prints the page of the docs; ``--write`` keeps it. ``--set
working`` measures that set alone, and ``--misses`` prints each miss. The misses of the final set
are printed only with ``--final --misses``: nobody who works on the checker looks at them.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bench.checker import alarms, labels, people, report, scores, search
from bench.checker.faults import faults
from bench.checker.files import WRITERS
from bench.checker.labels import Which
from bench.checker.misses import misses

from goldenthread.checker.claims.check import claims
from goldenthread.checker.disclosure.check import disclosure
from goldenthread.checker.disclosure.lists import known_names
from goldenthread.checker.figures.check import Figures, check_figures
from goldenthread.checker.figures.verdicts.repeats import repeats
from goldenthread.checker.reading.read import read
from goldenthread.checker.results import Hit
from goldenthread.checker.source import Source

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "checker-measures.md"


def main() -> None:
    """Measure what was asked for, and print or keep it."""
    asked = _asked()
    if asked.misses:
        print("\n".join(_misses(Which.FINAL if asked.final else Which.WORKING)))
        return
    if asked.set:
        which = Which(asked.set)
        print(report.figures({which: _figures(which)}))
        print(report.people(_people(which), _known(which)))
        return
    text = page()
    if asked.write:
        PAGE.write_text(text, encoding="utf-8")
    print(text)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=[which.value for which in Which])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def page() -> str:
    """The whole page in Markdown."""
    by_type = {suffix: alarms.false_alarms(suffix, read, _check, claims) for suffix in WRITERS}
    found, _ = alarms.recall_of_faults(faults(), _check, claims)
    return report.page(
        figures={which: _figures(which) for which in Which},
        alarms=by_type,
        faults=found,
        searched=_people(Which.FINAL),
        known=_known(Which.FINAL),
    )


def _check(source: Source) -> Figures:
    """Every figure check, also those that look at what others found."""
    figures = check_figures(source)
    return replace(figures, statements=repeats(figures.statements, source))


def _figures(which: Which) -> scores.Scores:
    return scores.score(scores.run(labels.load(which), _check))


def _people(which: Which) -> search.Searched:
    return search.search(people.load(which), _search)


def _search(source: Source) -> tuple[Hit, ...]:
    return tuple(disclosure(source))


def _known(which: Which) -> search.Searched:
    """The same sentences when every name in them is on the list of names."""
    sentences = people.load(which)
    names = known_names("\n".join(hit.who for one in sentences for hit in one.hits if hit.who))
    with_names = [one for one in sentences if any(hit.who for hit in one.hits)]
    return search.search(with_names, lambda source: tuple(disclosure(source, known=names)))


def _misses(which: Which) -> Iterator[str]:
    yield from _titled("Figures", misses(scores.run(labels.load(which), _check)))
    yield from _titled("People", _people(which).missed)
    yield from _titled("Known names", _known(which).missed)
    _, missed = alarms.recall_of_faults(faults(), _check, claims)
    yield from _titled("Seeded faults", missed)
    for suffix in WRITERS:
        found = alarms.false_alarms(suffix, read, _check, claims)
        yield from _titled(f"False alarms in {suffix}", found.false)
        yield from _titled(f"Claims queried in {suffix}", found.claims)


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"\n== {title}"
    yield from lines


if __name__ == "__main__":
    main()
