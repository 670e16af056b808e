"""Each miss in words, for whoever mends the checker."""

from collections.abc import Iterable, Iterator

from bench.checker.labels import Label
from bench.checker.matching import Compared, is_right

from goldenthread.checker.results import Statement
from goldenthread.checker.source import Grid, Part


def misses(compared: Iterable[Compared]) -> Iterator[str]:
    """A line or two for every label that was missed or read otherwise, and for what is too much."""
    for one in compared:
        parts = one.labelled.source.parts
        for label, found in one.pairs:
            yield from _of_label(label, found, parts[label.part], one.labelled.about)
        for extra in one.extra:
            place = text_of(parts[extra.part])
            yield f"TOO MUCH ({one.labelled.about}) {_read(extra)}\n    {place}"
        for set_label, set_found in one.sets:
            wanted = f"{' + '.join(set_label.parts)} of {set_label.base}: {set_label.verdict}"
            if set_label.perhaps:
                continue
            if set_found is None:
                yield f"SET MISSED ({one.labelled.about}) {wanted}"
            elif (set_found.verdict, set_found.base) != (set_label.verdict, set_label.base):
                yield (
                    f"SET OTHERWISE ({one.labelled.about}) {wanted}"
                    f"\n    found of {set_found.base}: {set_found.verdict}"
                )
        for too_much in one.extra_sets:
            items = " + ".join(item.text for item in too_much.items)
            yield f"SET TOO MUCH ({one.labelled.about}) {items} of {too_much.base}"


def _of_label(label: Label, found: Statement | None, part: Part, about: str) -> Iterator[str]:
    wanted = (
        f"{label.percent} = {label.count} of {label.base}: {label.verdict}, {label.severity}"
        f"{', stated' if label.base_stated else ''}"
    )
    if found is None:
        yield f"MISSED ({about}) {wanted}\n    {text_of(part)}"
    elif not is_right(label, found):
        yield f"OTHERWISE ({about}) {wanted}\n    found {_read(found)}\n    {text_of(part)}"
    elif label.severity is not found.severity:
        yield f"SEVERITY ({about}) {wanted}\n    found {found.severity}\n    {text_of(part)}"
    elif label.base_stated is not found.base_stated:
        yield f"STATED ({about}) {wanted}\n    found {found.base_stated}\n    {text_of(part)}"


def _read(found: Statement) -> str:
    return (
        f"{found.percent} = {found.count} of {found.base}: {found.verdict}, {found.severity},"
        f" from {found.text!r}"
    )


def text_of(part: Part) -> str:
    """The words of a part on one line."""
    if isinstance(part, Grid):
        return " / ".join(" | ".join(row) for row in part.rows)
    return part.text
