"""What PDFium's C functions give, as Python values."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

Handle = Any
"""A pointer that belongs to PDFium."""

_LONGEST = 200_000
"""Bytes of one stored text, such as a comment; longer ones are not read."""
_USUAL = 512


def wide_text(get: Callable[..., int], *arguments: Any) -> str:
    """A text that ``get`` writes as UTF-16 into a buffer, whose size in bytes it returns.

    Nearly all are short: they are written at once, and only a longer one is asked for again.
    """
    buffer = ctypes.create_string_buffer(_USUAL)
    pointed = _pointer_type(get, len(arguments))
    size = get(*arguments, _pointer(buffer, pointed), _USUAL)
    if not 2 < size <= _LONGEST:
        return ""
    if size > _USUAL:
        buffer = ctypes.create_string_buffer(size)
        get(*arguments, _pointer(buffer, pointed), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace").rstrip("\0")


def _pointer(buffer: Any, wanted: Any) -> Any:
    return ctypes.cast(buffer, wanted) if wanted is not None else buffer


def _pointer_type(get: Any, position: int) -> Any:
    wanted = get.argtypes[position]
    return None if wanted is ctypes.c_void_p else wanted


def address(handle: Handle) -> int:
    """Where the object is: the same object has the same address as long as its page is open."""
    return ctypes.addressof(handle.contents) if handle else 0


def bounds(page_object: Handle) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of an object, in the space of what holds it."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(page_object, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def fill_colour(page_object: Handle) -> str | None:
    """``#rrggbb``; ``None`` when the fill is a pattern or lets through what is beneath."""
    red, green, blue, opacity = _CHANNELS
    if not raw.FPDFPageObj_GetFillColor(page_object, red, green, blue, opacity):
        return None
    if opacity.value != 255:
        return None
    return f"#{red.value << 16 | green.value << 8 | blue.value:06x}"


_CHANNELS = tuple(ctypes.c_uint() for _ in range(4))
"""Written anew by each call: pages have many thousands of objects."""


def marks(page_object: Handle) -> list[str]:
    """Names of the marked content that holds the object, such as ``Artifact``."""
    names = []
    for number in range(min(raw.FPDFPageObj_CountMarks(page_object), 20)):
        mark = raw.FPDFPageObj_GetMark(page_object, number)
        buffer = (ctypes.c_ushort * 64)()
        size = ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetName(mark, buffer, 128, size):
            names.append(bytes(buffer)[: size.value].decode("utf-16-le", "replace").rstrip("\0"))
    return names
