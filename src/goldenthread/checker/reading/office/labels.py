"""Names that people give to parts of an Office file: bookmarks, fields, styles, shapes, sheets."""

import re
from html import unescape

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Label

_LABEL = re.compile(
    rb'\b(?:name|title|descr|displayName|prompt|promptTitle|error|errorTitle|tooltip)="([^"<>]{4,500})"'
    rb"|<w:(?:name|alias|tag|tblCaption|tblDescription|statusText|helpText)\s[^<>]{0,60}"
    rb'\bw:val="([^"<>]{4,500})"'
    rb'|<f>([^<>"]{0,200}"[^<>]{4,500})</f>'
)
"""Attributes that hold words of people's own; and formulas that hold any."""

_MOST_LABELS = 20_000


def read_labels(package: Package, found: Collected, within: str = "") -> None:
    """Keep each such name once. ``within`` is where the file itself is embedded."""
    kept: dict[bytes, str] = {}
    for part in package.names:
        if not part.endswith(".xml") or part.startswith(("docProps/", "[Content")):
            continue
        for match in _LABEL.finditer(package.content(part)):
            kept.setdefault(match[1] or match[2] or match[3], part)
        if len(kept) > _MOST_LABELS:
            break
    for value, part in kept.items():
        text = tidied(unescape(value.decode("utf-8", "replace")))
        if any(map(str.isalpha, text)):
            found.labels.append(Label(text, f"{within}names inside the file ({part})"))
