"""A real OpenID Connect provider in a process of its own, and the way through it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

ID = "single-sign-on"
_START = (
    "import warnings; warnings.simplefilter('ignore'); "
    "from oidc_provider_mock.__main__ import run; run(['-p', '{port}', '-n'])"
)


@contextmanager
def provider() -> Iterator[str]:
    """Run the provider; give its address."""
    port = free_port()
    command = [sys.executable, "-c", _START.format(port=port)]
    with subprocess.Popen(
        command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            requests.get(address, timeout=5)
        except requests.ConnectionError:
            continue
        return
    raise RuntimeError("The provider ended before it answered.")


def know(address: str, subject: str, **claims: Any) -> None:
    """Let the provider know somebody."""
    requests.put(f"{address}/users/{subject}", json=claims, timeout=5).raise_for_status()


def use(settings: Settings, address: str) -> None:
    """Let the service use the provider."""
    settings.OIDC_SERVER = address
    client = {
        "provider_id": ID,
        "name": "your work account",
        "client_id": "golden-thread",
        "secret": "invented",
        "settings": {"server_url": address},
    }
    kept = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {**kept, "APPS": [client]}}


def to_provider(client: Client, **data: str) -> str:
    """Press the button; returns the address at the provider."""
    return address_on(client.post(reverse("openid_connect_login", args=[ID]), data))


def address_on(answer: Any) -> str:
    """Where the page leads that sends people to the provider."""
    found = re.search(r'content="0; url=([^"]+)"', answer.content.decode())
    assert found is not None, answer.content
    return unescape(found.group(1))


def authorise(where: str, subject: str) -> str:
    """Sign in at the provider; returns the path back to the service."""
    answer = requests.post(where, data={"sub": subject}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def asked(where: str) -> dict[str, str]:
    """What is asked of the provider."""
    return {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}


def come(client: Client, subject: str, **data: str) -> Any:
    """Sign in by single sign-on, all the way."""
    return client.get(authorise(to_provider(client, **data), subject))
