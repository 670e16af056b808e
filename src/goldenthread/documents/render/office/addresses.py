"""Addresses that an Office file may carry as a link."""

from urllib.parse import quote

_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_RESERVED = ":/?#[]@!$&'()*+,;=%"


def link_target(address: str) -> str | None:
    """Return the address with everything outside RFC 3986 encoded, or ``None`` if it is no link.

    Word refuses to open a file with a malformed address, and a scheme such as ``file`` or
    ``javascript`` has no place in a publication.

    >>> link_target("https://larkshire.example/harm matrix?a=<b>")
    'https://larkshire.example/harm%20matrix?a=%3Cb%3E'
    >>> link_target("javascript:alert()") is None
    True
    """
    address = address.strip()
    if not address.lower().startswith(_SCHEMES):
        return None
    return quote(address, safe=_RESERVED, errors="replace")
