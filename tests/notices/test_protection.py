"""The connection to the mail server: encrypted, to a server that is trusted, with our password."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from pytest_django import Settings
from tests.cast import Cast
from tests.notices.mail_server import Mailbox, mail_server
from tests.notices.outbox import ORDINARY, ask, send

from goldenthread.notices.models import Notice
from goldenthread.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket, pytest.mark.slow]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of 127.0.0.1 with its key, signed by itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.example.org")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    path = tmp_path / "certificate.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def server(certificate: Path, settings: Settings, socket_enabled: None) -> Iterator[Mailbox]:
    """A server that asks for STARTTLS and a password."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with mail_server(Mailbox(), tls=context) as box:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        settings.EMAIL_USE_TLS = True
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "us", "invented"
        yield box


@pytest.fixture
def notice(cast: Cast) -> Notice:
    return ask(ORDINARY, cast[Role.AUDITOR])


def test_an_encrypted_connection_with_our_password_is_used(
    server: Mailbox, notice: Notice, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    send(notice)
    assert (notice.state, len(server.messages)) == ("sent", 1)


def test_a_wrong_password_is_told_and_tried_again(
    server: Mailbox,
    notice: Notice,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    settings.EMAIL_HOST_PASSWORD = "wrong"
    send(notice)
    assert (notice.state, notice.fault, notice.reply) == ("queued", "sign_in_refused", 535)
    assert server.messages == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    server: Mailbox, notice: Notice
) -> None:
    send(notice)
    assert (notice.state, notice.fault, server.messages) == ("queued", "not_trusted", [])


def test_a_server_without_encryption_is_not_trusted(
    box: Mailbox, notice: Notice, settings: Settings
) -> None:
    settings.EMAIL_USE_TLS = True
    send(notice)
    assert (notice.state, notice.fault, box.messages) == ("queued", "not_trusted", [])


def test_a_server_that_speaks_no_tls_from_the_start_is_not_trusted(
    box: Mailbox, notice: Notice, settings: Settings
) -> None:
    settings.EMAIL_USE_SSL = True
    send(notice)
    assert (notice.state, notice.fault, box.messages) == ("queued", "not_trusted", [])
