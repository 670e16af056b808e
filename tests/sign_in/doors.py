"""How tests go in and out: by the pages, as people do."""

import base64
import hmac
import re
import struct
import time
from collections.abc import Mapping
from hashlib import sha1
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD

from goldenthread.core.models import LedgerEntry
from goldenthread.people.models import User

_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')


def sign_in(client: Client, user: User, password: str = PASSWORD) -> Any:
    """Send the form of the sign-in page."""
    return send(client, "account_login", login=user.email, password=password)


def send(client: Client, name: str, **data: Any) -> Any:
    """Send a form to a page by its name."""
    return client.post(reverse(name), data)


def code(secret: str, at: float | None = None) -> str:
    """The code of an authenticator app, as RFC 6238 has it: 6 digits, 30 seconds, SHA-1."""
    counter = int(time.time() if at is None else at) // 30
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def add_app(user: User) -> str:
    """Give somebody an authenticator app; returns its secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def is_signed_in(client: Client) -> bool:
    """Whether a page that asks for a sign-in is shown."""
    return client.get(reverse("usersessions_list")).status_code == 200


def kinds() -> list[str]:
    """What the ledger holds of the sign-in, oldest first."""
    rows = LedgerEntry.objects.filter(kind__startswith="sign_in.").order_by("id")
    return [kind.removeprefix("sign_in.") for kind in rows.values_list("kind", flat=True)]


def bare(answer: Any) -> tuple[int, bytes, Mapping[str, str]]:
    """An answer without what differs each time: tokens of forms and scripts, the request's id."""
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in ("Content-Length", "Content-Security-Policy", "Expires", "X-Request-Id")
    }
    return answer.status_code, _TOKEN.sub(b"", answer.content), headers
