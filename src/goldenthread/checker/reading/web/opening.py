"""The elements of a web page: decoded, parsed within limits, nothing fetched and no script run."""

import codecs
import re
from email import message_from_bytes
from email.message import Message

from lxml import etree, html

from goldenthread.checker.reading.decoding import decoded
from goldenthread.documents.untrusted.archive import Damaged, Unfit
from goldenthread.documents.untrusted.sniffing import FileKind, kind_of

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([a-zA-Z0-9_:.\-]{1,40})", re.I
)
_HEAD = 4096
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DATA = re.compile(r"(?<=[\"'(])data:[a-z]{1,20}/[^\"')\s]*", re.I)
"""Pictures and fonts written into the page: most of its bytes, and no words."""
_TOO_DEEP = "ERR_INTERNAL_ERROR"


def page_of(content: bytes) -> etree._Element:
    """The root of a web page, or of one saved with its pictures (MHTML).

    Raises ``Damaged`` when nothing can be made of it, ``Unfit`` when its parts nest too deeply.
    """
    if kind_of(content) is FileKind.WEB_ARCHIVE:
        return tree_of(_of_archive(content))
    return tree_of(_decoded(content))


def tree_of(text: str) -> etree._Element:
    """The root element of a page or of a part of one."""
    clean = _DATA.sub("data:", _DECLARATION.sub("", text)).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(clean.encode(errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Damaged from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unfit("nests its parts too deeply to be read; save it as a .docx file")
    return root


def _decoded(content: bytes) -> str:
    stated = _CHARSET.search(content[:_HEAD])
    if stated is None or content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decoded(content)
    return _in_charset(content, stated[1].decode("ascii"))


def _in_charset(content: bytes, charset: str) -> str:
    """As browsers do: what calls itself Latin-1 is Windows-1252 (WHATWG Encoding Standard)."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return decoded(content)
    if name in {"utf-8", "utf-16", "utf-7"}:
        return decoded(content)
    try:
        return content.decode("cp1252" if name in {"iso8859-1", "ascii"} else name, "replace")
    except (LookupError, ValueError):  # a codec that gives no text
        return decoded(content)


def _of_archive(content: bytes) -> str:
    for part in message_from_bytes(content).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return _text_of(part)
    raise Damaged


def _text_of(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise Damaged
    charset = part.get_content_charset()
    return _in_charset(payload, charset) if charset else _decoded(payload)
