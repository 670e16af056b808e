"""Settings: each fault is a sentence with the variable and the mend, and never with the value."""

from pathlib import Path

import pytest

from goldenthread.config.environment import Environment, read
from goldenthread.config.setting_faults import WrongSettings

KEYS = {
    "SECRET_KEY": "k" * 32,
    "CONTENT_KEY": "c" * 32,
    "PSEUDONYM_KEY": "p" * 32,
}
ORIGIN = "write it as https://audit.example.gov.uk."
POSTGRESQL = "write it as postgresql://user:password@host/name, or leave it out for SQLite"
HTTPS = "it must begin with https://; only this machine itself may use http://."
MARKS = "marks such as / and # in a password as %2F and %23."
PUBLIC_ONLY = "write the public key, which begins with age1; the private one belongs elsewhere."
NOBODY = "GOLDENTHREAD_PASSWORD_SIGN_IN is false and there is no OIDC_SERVER: nobody can sign in."
PUBLIC = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"  # of age's own manual


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keys, and no other setting of the tests."""
    for name in [f"GOLDENTHREAD_{field.upper()}" for field in Environment.model_fields]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GOLDENTHREAD_KEYS", str(tmp_path / "none"))
    for name, value in KEYS.items():
        monkeypatch.setenv(f"GOLDENTHREAD_{name}", value)


def sentences(monkeypatch: pytest.MonkeyPatch, **variables: str) -> tuple[str, ...]:
    for name, value in variables.items():
        monkeypatch.setenv(f"GOLDENTHREAD_{name}", value)
    with pytest.raises(WrongSettings) as wrong:
        read()
    return wrong.value.sentences


def test_keys_alone_are_enough() -> None:
    environment = read()
    assert environment.site_url == "http://127.0.0.1:8000"
    assert not environment.secure
    assert environment.allowed_hosts == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("SITE_URL", "audit.example.gov.uk", ORIGIN),
        ("SITE_URL", "https://audit.example.gov.uk/path", ORIGIN),
        ("SITE_URL", "https://audit.example.gov.uk?canary", ORIGIN),
        ("SITE_URL", "https://user:canary@audit.example.gov.uk", ORIGIN),
        ("SITE_URL", "https://audit.example.gov.uk:canary", ORIGIN),
        ("SITE_URL", "http://audit.canary", HTTPS),
        ("HOSTS", "*", "write names with commas, as audit.example.gov.uk, audit; without *."),
        ("DATABASE_URL", "mysql://user:canary@host/name", f"{POSTGRESQL}."),
        ("DATABASE_URL", "postgresql://user:canary@host", f"{POSTGRESQL}."),
        ("DATABASE_URL", "postgresql://user:can[ary@host/name", f"{POSTGRESQL}; {MARKS}"),
        ("SECRET_KEY", "canary", "it is shorter than 32 characters."),
        ("CONTENT_KEY", "canary", "it is shorter than 32 characters."),
        ("PSEUDONYM_KEY", "canary", "it is shorter than 32 characters."),
        ("BACKUP_RECIPIENT", "canary", "write an age public key, which begins with age1."),
        ("BACKUP_RECIPIENT", "AGE-SECRET-KEY-1CANARY", PUBLIC_ONLY),
        ("ACCENT_COLOUR", "canary", "write a colour as #1d70b8."),
        ("LOGO", "canary.svg", "there is no SVG or PNG file there that can be read."),
        ("MAIL_PORT", "canary", "write a whole number."),
        ("MAIL_PORT", "0", "it must be 1 or more."),
        ("MAIL_PORT", "65536", "it must be 65535 or less."),
        ("MAIL_SECURITY", "canary", "write starttls, tls or none."),
        ("MAIL_FROM", "canary", "write it as Practice audit <audit@example.gov.uk>."),
        ("MAIL_BOUNCES", "canary", "write it short, as bounces@audit.example.gov.uk."),
        ("QUIET_FROM", "24", "it must be 23 or less."),
        ("OIDC_ROLES", "{canary", 'write JSON, as {"name": "value"}.'),
        ("PASSWORD_SIGN_IN", "canary", "write true or false."),
        ("LOG_FORMAT", "canary", "write json or console."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_by_its_variable_with_the_mend(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, fault: str
) -> None:
    found = sentences(monkeypatch, **{name: value})
    assert found == (f"GOLDENTHREAD_{name} is wrong: {fault}",)
    assert "canary" not in "".join(found).lower()


def test_a_missing_key_is_named_with_the_command_that_makes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("GOLDENTHREAD_SECRET_KEY")
    monkeypatch.delenv("GOLDENTHREAD_CONTENT_KEY")
    mend = f"is not set; `goldenthread keys -o {tmp_path / 'none'}` makes the keys."
    assert sentences(monkeypatch) == (
        f"GOLDENTHREAD_SECRET_KEY {mend}",
        f"GOLDENTHREAD_CONTENT_KEY {mend}",
    )


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("MAIL_HOSTT", "did you mean GOLDENTHREAD_MAIL_HOST?"),
        ("ZZZZ", "take it away."),
    ],
)
def test_a_misspelt_variable_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch, name: str, mend: str
) -> None:
    assert sentences(monkeypatch, **{name: "canary"}) == (
        f"GOLDENTHREAD_{name} is not a setting; {mend}",
    )


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(sentences(monkeypatch, SITE_URL="x", MAIL_PORT="x", MAIL_HOSTT="x")) == 3


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        (
            {"SITE_URL": "https://audit.example.gov.uk", "DEBUG": "true"},
            "GOLDENTHREAD_DEBUG shows the code to everybody: take it away here.",
        ),
        (
            {"OIDC_SERVER": "https://login.example.gov.uk"},
            "GOLDENTHREAD_OIDC_SERVER needs GOLDENTHREAD_OIDC_CLIENT and _SECRET as well.",
        ),
        (
            {"PASSWORD_SIGN_IN": "false"},
            NOBODY,
        ),
    ],
)
def test_settings_that_do_not_fit_together_are_told(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], sentence: str
) -> None:
    assert sentences(monkeypatch, **variables) == (sentence,)


def test_a_secret_may_stand_in_a_file_and_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "goldenthread_secret_key").write_text("canary" * 6)
    (tmp_path / "goldenthread_backup_recipient").write_text(PUBLIC)
    monkeypatch.delenv("GOLDENTHREAD_SECRET_KEY")
    monkeypatch.setenv("GOLDENTHREAD_KEYS", str(tmp_path))
    environment = read()
    assert environment.secret_key.get_secret_value() == "canary" * 6
    assert environment.backup_recipient == PUBLIC
    assert "canary" not in repr(environment)


def test_a_public_address_is_secure_and_asked_for_by_its_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GOLDENTHREAD_SITE_URL", "https://audit.example.gov.uk")
    monkeypatch.setenv("GOLDENTHREAD_HOSTS", "audit, audit.internal ")
    environment = read()
    assert environment.secure
    assert environment.allowed_hosts == ["audit.example.gov.uk", "audit", "audit.internal"]


def test_every_setting_says_what_it_is() -> None:
    assert not [n for n, field in Environment.model_fields.items() if not field.description]
