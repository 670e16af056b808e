"""How numbers, places and texts are said in messages."""

from collections.abc import Iterable

_NAMED = 5


def places(found: Iterable[str]) -> str:
    """Places in order, each once; after the fifth only how many more.

    >>> places(["page 1", "page 1", "page 2"])
    'page 1, page 2'
    >>> places(f"page {n}" for n in range(1, 8))
    'page 1, page 2, page 3, page 4, page 5 and 2 more places'
    """
    each = tuple(dict.fromkeys(found))
    named, more = ", ".join(each[:_NAMED]), len(each) - _NAMED
    if more <= 0:
        return named
    return f"{named} and {more} more place{'s' if more > 1 else ''}"


def counted(number: int, one: str, many: str) -> str:
    """A number and its noun.

    >>> counted(1, "picture has", "pictures have"), counted(12, "picture has", "pictures have")
    ('1 picture has', '12 pictures have')
    """
    return f"{number} {one if number == 1 else many}"


def shortened(text: str, length: int = 80) -> str:
    """The beginning of a text in quotation marks, cut at a word.

    >>> shortened("Write what the child said", length=16)
    '“Write what the …”'
    """
    if len(text) > length:
        text = text[: length + 1].rsplit(" ", 1)[0][:length] + " …"
    return f"“{text}”"
