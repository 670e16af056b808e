"""What a setting may hold beyond its Python type, each check with the words that mend it.

A check raises ``ValueError`` with what to write instead, and never says what was written.
"""

import re
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr

from goldenthread.design.colours import readable_under_white

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_AGE_PUBLIC_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_SHORTEST_KEY = 32
_LOGOS = (".svg", ".png")


def _origin(text: str) -> str:
    """Scheme, host and port. HTTP is for this machine only: passwords and records would leak."""
    example = "write it as https://audit.example.gov.uk"
    try:
        parts = urlsplit(text)
        named = parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        raise ValueError(example) from None
    if parts.scheme not in ("http", "https") or not named or parts.path.strip("/"):
        raise ValueError(example)
    if parts.query or parts.fragment or parts.username:
        raise ValueError(example)
    if parts.scheme == "http" and parts.hostname not in _THIS_MACHINE:
        raise ValueError("it must begin with https://; only this machine itself may use http://")
    return f"{parts.scheme}://{parts.netloc}"


def _hosts(text: str) -> str:
    for name in filter(None, (each.strip() for each in text.split(","))):
        if not re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", name):
            raise ValueError("write names with commas, as audit.example.gov.uk, audit; without *")
    return text


def _long_enough(secret: SecretStr) -> SecretStr:
    if len(secret.get_secret_value()) < _SHORTEST_KEY:
        raise ValueError(f"it is shorter than {_SHORTEST_KEY} characters")
    return secret


def _postgresql(secret: SecretStr) -> SecretStr:
    example = "write it as postgresql://user:password@host/name, or leave it out for SQLite"
    try:
        parts = urlsplit(secret.get_secret_value())
        port_is_number = parts.port is None or parts.port
    except ValueError:
        raise ValueError(f"{example}; marks such as / and # in a password as %2F and %23") from None
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ValueError(example)
    if not port_is_number:
        raise ValueError(example)
    return secret


def _recipient(text: str) -> str:
    if text and not _AGE_PUBLIC_KEY.fullmatch(text):
        raise ValueError(
            "write the public key, which begins with age1; the private one belongs elsewhere"
            if text.upper().startswith("AGE-SECRET-KEY")
            else "write an age public key, which begins with age1"
        )
    return text


def _sender(text: str) -> str:
    if "@" not in parseaddr(text)[1] or "\n" in text:
        raise ValueError("write it as Practice audit <audit@example.gov.uk>")
    return text


def _bounces(text: str) -> str:
    """With a plus and a token of 36 letters, its name must fit the 64 that e-mail allows."""
    if text and not re.fullmatch(r"[A-Za-z0-9._-]{1,27}@[A-Za-z0-9.-]+", text):
        raise ValueError("write it short, as bounces@audit.example.gov.uk")
    return text


def _accent(text: str) -> str:
    if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        raise ValueError("write a colour as #1d70b8")
    return readable_under_white(text)


def _picture(path: Path | None) -> Path | None:
    if path is not None and (path.suffix.lower() not in _LOGOS or not path.is_file()):
        raise ValueError("there is no SVG or PNG file there that can be read")
    return path


Origin = Annotated[str, AfterValidator(_origin)]
Hosts = Annotated[str, AfterValidator(_hosts)]
Key = Annotated[SecretStr, AfterValidator(_long_enough)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_postgresql)]
Recipient = Annotated[str, AfterValidator(_recipient)]
Sender = Annotated[str, AfterValidator(_sender)]
BounceAddress = Annotated[str, AfterValidator(_bounces)]
Picture = Annotated[Path | None, AfterValidator(_picture)]
Accent = Annotated[str, AfterValidator(_accent)]
