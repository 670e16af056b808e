"""Text from bytes whose encoding nobody stated."""

from itertools import pairwise

from goldenthread.documents.untrusted.sniffing import wide_encoding

_WESTERN_PAIRS = 0.3
"""Of the bytes beyond ASCII, how many follow another at most; other scripts have whole words."""
_WRONG_MARKS = 0.02
"""Of the bytes beyond ASCII; with fewer, the text is UTF-8 in which something was damaged."""
_SAMPLE = 100_000


def decoded(content: bytes) -> str:
    """The text: UTF-8 and UTF-16, else Windows-1252, or what the characters themselves suggest.

    >>> decoded("Naïve – 39%".encode("cp1252")), decoded("Naïve".encode())
    ('Naïve – 39%', 'Naïve')
    """
    wide = wide_encoding(content)
    if wide:
        return content.decode(wide, errors="replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_utf8(content)


def _not_utf8(content: bytes) -> str:
    beyond = sum(byte > 127 for byte in content[:_SAMPLE])
    mended = content.decode("utf-8-sig", errors="replace")
    if mended[:_SAMPLE].count("\ufffd") <= _WRONG_MARKS * beyond:
        return mended
    pairs = sum(one > 127 < two for one, two in pairwise(content[:_SAMPLE]))
    if pairs <= _WESTERN_PAIRS * beyond:
        return content.decode("cp1252", errors="replace")
    return _guessed(content)


def _guessed(content: bytes) -> str:
    from charset_normalizer import from_bytes  # needed for few files, and slow to import

    best = from_bytes(content[:_SAMPLE]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return content.decode(encoding, errors="replace")
