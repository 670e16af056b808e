"""What is wrong with the settings, in sentences: the variable, the fault and the mend.

The value is never told: it may be a password that stands in the wrong place.
"""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

OTHERS = ("KEYS", "ENGINE", "PEERS")
"""Variables that are no settings of the service, and are read elsewhere."""


class WrongSettings(Exception):
    """What is wrong with the settings, a sentence for each, with the variable's name."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def wrong_values(error: ValidationError, prefix: str, keys: Path) -> list[str]:
    """A sentence for each value that is wrong or missing."""
    return [
        _sentence(fault, prefix, keys)
        for fault in error.errors(include_url=False, include_input=False)
    ]


def _sentence(fault: ErrorDetails, prefix: str, keys: Path) -> str:
    if not fault["loc"]:  # of several settings together: it names them itself
        return _plain(fault) + "."
    name = f"{prefix}{str(fault['loc'][0]).upper()}"
    if fault["type"] == "missing":
        return f"{name} is not set; `goldenthread keys -o {keys}` makes the keys."
    mend = _MENDS.get(fault["type"])
    return f"{name} is wrong: {mend(fault.get('ctx', {})) if mend else _plain(fault)}."


def _plain(fault: ErrorDetails) -> str:
    return fault["msg"].removeprefix("Value error, ")


def _one_of(context: Mapping[str, Any]) -> str:
    return f"write {context['expected'].replace(chr(39), '')}"


_MENDS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "int_parsing": lambda context: "write a whole number",
    "int_from_float": lambda context: "write a whole number",
    "bool_parsing": lambda context: "write true or false",
    "greater_than_equal": lambda context: f"it must be {context['ge']} or more",
    "less_than_equal": lambda context: f"it must be {context['le']} or less",
    "string_pattern_mismatch": lambda context: "write a colour as #1d70b8",
    "enum": _one_of,
    "literal_error": _one_of,
}


def misspelt(given: Iterable[str], known: Iterable[str], prefix: str) -> list[str]:
    """A sentence for each variable that no setting reads: what it should do would not be done."""
    fields = tuple(known)
    read = {f"{prefix}{name.upper()}" for name in (*fields, *OTHERS)}
    sentences = []
    for name in sorted(given):
        if not name.startswith(prefix) or name in read:
            continue
        close = get_close_matches(name.removeprefix(prefix).lower(), fields, n=1, cutoff=0.7)
        mend = f"did you mean {prefix}{close[0].upper()}?" if close else "take it away."
        sentences.append(f"{name} is not a setting; {mend}")
    return sentences
