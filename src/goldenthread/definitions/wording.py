"""What pydantic found, in words for somebody who edits a YAML file and is no programmer."""

import difflib
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_ID = "write lower-case letters, digits and underscores only, beginning with a letter or a digit"
_LIST = 'write a list, one item a line, each beginning with "- "'
_TABLE = 'write entries such as "id: good" here, indented under the line above'
_TEXT = "write one piece of text; put it in quotation marks if it has a colon in it"


def mend(error: ErrorDetails, model: type[BaseModel], entry_exists: bool) -> str:
    """What to do about one of pydantic's errors in a file that was read as ``model``.

    ``entry_exists`` tells an entry that was left empty from one that is not there.
    """
    kind = error["type"]
    if kind == "missing":
        return _missing(error, entry_exists)
    if kind == "extra_forbidden":
        return _unknown(error, model)
    if kind == "string_type":
        return _TEXT if error["input"] is not None else "fill the item in, or take it out"
    if kind.startswith("date"):
        return "write the date as year-month-day, such as 2026-04-01"
    say = _WORDS.get(kind)
    return say(error.get("ctx", {})) if say else "this cannot be used as it stands; rewrite it"


def _missing(error: ErrorDetails, entry_exists: bool) -> str:
    return "fill it in" if entry_exists else f'add the entry "{error["loc"][-1]}"'


def meant(error: ErrorDetails, model: type[BaseModel]) -> str | None:
    """The entry that an unknown one was probably meant to be: ``prompts`` for ``prompt``."""
    fields = _fields_at(model, error["loc"][:-1])
    near = difflib.get_close_matches(str(error["loc"][-1]), fields, n=1)
    return near[0] if near else None


def _unknown(error: ErrorDetails, model: type[BaseModel]) -> str:
    if name := meant(error, model):
        return f'there is no such entry; write "{name}"'
    fields = ", ".join(_fields_at(model, error["loc"][:-1]))
    return f"there is no such entry here; take it out, or use one of {fields}"


def _fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Names of the entries that are known at a path."""
    for part in path:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        inner = _model_in(field.annotation) if field else None
        model = inner or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _pattern(context: Mapping[str, Any]) -> str:
    choices = re.fullmatch(r"\^\((\w+(?:\|\w+)+)\)\$", str(context["pattern"]))
    return f"write {choices[1].replace('|', ' or ')}" if choices else _ID


def _choice(context: Mapping[str, Any]) -> str:
    return f"write {str(context['expected']).replace(chr(39), '')}"


_WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = MappingProxyType(
    {
        "string_pattern_mismatch": _pattern,
        "string_too_long": lambda c: f"shorten it to {c['max_length']} characters",
        "string_too_short": lambda c: "fill it in",
        "int_parsing": lambda c: "write a whole number",
        "int_type": lambda c: "write a whole number",
        "greater_than": lambda c: f"write a number above {c['gt']}",
        "greater_than_equal": lambda c: f"write a number of {c['ge']} or more",
        "less_than_equal": lambda c: f"write a number of {c['le']} or less",
        "bool_parsing": lambda c: "write true or false",
        "bool_type": lambda c: "write true or false",
        "enum": _choice,
        "tuple_type": lambda c: _LIST,
        "dict_type": lambda c: _TABLE,
        "model_type": lambda c: _TABLE,
        "model_attributes_type": lambda c: _TABLE,
        "value_error": lambda c: f"mend this: {c['error']}",
    }
)
