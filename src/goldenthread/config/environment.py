"""The settings an authority makes, typed, from the environment and from files of keys.

Every name begins with ``GOLDENTHREAD_``. A secret may stand in a file of the keys folder instead
(``GOLDENTHREAD_KEYS``), named as its variable in small letters, so that no secret need stand in an
environment, a database or a backup.
"""

import os
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from goldenthread.config.sign_in.policy import Demand
from goldenthread.people.rules import Role

PREFIX = "GOLDENTHREAD_"
_HEX = "^#[0-9A-Fa-f]{6}$"


class WrongSettings(Exception):
    """What is wrong with the settings, a sentence for each, with the variable's name."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class MailSecurity(StrEnum):
    """How the connection to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise ValueError("write it as https://audit.example.gov.uk")
    return f"{parts.scheme}://{parts.netloc}"


def _long_enough(secret: SecretStr) -> SecretStr:
    if len(secret.get_secret_value()) < 32:
        raise ValueError("it is shorter than 32 characters")
    return secret


Key = Annotated[SecretStr, AfterValidator(_long_enough)]
Origin = Annotated[str, AfterValidator(_origin)]


class Environment(BaseSettings):
    """One installation's settings. ``docs/reference/settings.md`` is made from this class."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True
    )

    site_url: Origin = Field(
        "http://127.0.0.1:8000", description="Where people open the service, without a path."
    )
    hosts: str = Field(
        "", description="Other names of the machine that may be asked for, with commas."
    )
    data: Path = Field(
        Path("data"), description="Folder of the SQLite database, uploads and static files."
    )
    database_url: SecretStr | None = Field(
        None, description="PostgreSQL, as postgresql://user:password@host/name; else SQLite."
    )
    secret_key: Key = Field(description="Signs sessions and links. Made by goldenthread keys.")
    content_key: Key = Field(description="Encrypts what waits to be sent or sent again.")
    earlier_content_keys: SecretStr = Field(
        SecretStr(""), description="Content keys that were replaced, with commas, until none waits."
    )
    pseudonym_key: Key = Field(description="Makes the pseudonyms that leave the service.")
    backup_recipient: str = Field("", description="The age public key that backups are made for.")
    authority_name: str = Field("Golden Thread", description="Shown in the header of every page.")
    accent_colour: str = Field("#1d70b8", pattern=_HEX, description="Of the header, as #1d70b8.")
    logo: Path | None = Field(None, description="SVG or PNG, shown in the header.")
    mail_host: str = Field("", description="The SMTP server; empty: nothing is sent.")
    mail_port: int = Field(587, ge=1, le=65535, description="Its port.")
    mail_user: str = Field("", description="Its user, where it asks for one.")
    mail_password: SecretStr = Field(SecretStr(""), description="Its password.")
    mail_security: MailSecurity = Field(MailSecurity.STARTTLS, description="starttls, tls or none.")
    mail_from: str = Field(
        "Golden Thread <golden-thread@localhost>", description="The sender of e-mails."
    )
    mail_bounces: str = Field(
        "", description="Address for what cannot be delivered, where plus-addresses reach it."
    )
    quiet_from: int = Field(19, ge=0, le=23, description="Hour from which no e-mail is sent.")
    quiet_until: int = Field(7, ge=0, le=23, description="Hour until which none is sent.")
    quiet_weekends: bool = Field(True, description="Whether none is sent on Saturday and Sunday.")
    oidc_server: str = Field("", description="OpenID Connect issuer; empty: no single sign-on.")
    oidc_client: str = Field("", description="Client id at the issuer.")
    oidc_secret: SecretStr = Field(SecretStr(""), description="Client secret at the issuer.")
    oidc_roles_claim: str = Field("roles", description="The claim that holds roles.")
    oidc_roles: dict[str, Role] = Field(
        {}, description='Value of the claim to role, as {"Audit leads": "audit_lead"}.'
    )
    oidc_name: str = Field(
        "your work account", description="On the button: Sign in with your work account."
    )
    oidc_email_domains: str = Field(
        "", description="Domains whose addresses the issuer checks, though it does not say so."
    )
    oidc_second_factor: bool = Field(
        False, description="Whether the issuer always asks for a second factor itself."
    )
    oidc_adds_people: bool = Field(
        False, description="Whether who signs in at the issuer is added, without a role."
    )
    password_sign_in: bool = Field(True, description="Whether people may sign in by password.")
    second_factor: dict[Role, Demand] = Field(
        {Role.ADMINISTRATOR: Demand.REQUIRED, Role.AUDIT_LEAD: Demand.REQUIRED},
        description='Role to required or optional, as {"auditor": "required"}.',
    )
    session_hours: int = Field(
        10, ge=1, le=24, description="Hours after which everybody signs in again."
    )
    idle_minutes: int = Field(
        60, ge=5, le=600, description="Minutes without a page after which they do."
    )
    proxies: int | None = Field(
        None, ge=0, le=5, description="Proxies before the service; one where it is reached by HTTPS."
    )
    open_pages: bool = Field(
        False, description="Whether Check a brief and Make a brief need no sign-in."
    )
    log_format: Literal["json", "console"] = Field("json", description="json or console.")
    debug: bool = Field(False, description="For developers only: pages that show the code.")

    @cached_property
    def secure(self) -> bool:
        """Whether people reach the service by HTTPS."""
        return self.site_url.startswith("https://")

    @cached_property
    def content_keys(self) -> tuple[str, ...]:
        """The key that seals, and the earlier ones that still open."""
        earlier = self.earlier_content_keys.get_secret_value().split(",")
        others = [key.strip() for key in earlier if key.strip()]
        return (self.content_key.get_secret_value(), *others)

    @cached_property
    def trusted_proxies(self) -> int:
        """How many of the addresses that a request was passed on by are to be believed."""
        return int(self.secure) if self.proxies is None else self.proxies

    @cached_property
    def allowed_hosts(self) -> list[str]:
        """Names of the machine that requests may ask for."""
        others = [name.strip() for name in self.hosts.split(",") if name.strip()]
        return [urlsplit(self.site_url).hostname or "", *others]


def read() -> Environment:
    """The settings of this process. Raises :class:`WrongSettings` with all that is wrong."""
    keys = Path(os.environ.get(f"{PREFIX}KEYS", "keys"))
    try:
        return Environment(_secrets_dir=keys if keys.is_dir() else None)
    except ValidationError as error:
        raise WrongSettings(tuple(_sentences(error, keys))) from None


def _sentences(error: ValidationError, keys: Path) -> list[str]:
    """One for each fault, and never with the value, which may be secret."""
    return [
        f"{PREFIX}{str(fault['loc'][0]).upper()} {_wrong(fault['type'], fault['msg'], keys)}."
        for fault in error.errors(include_url=False, include_input=False, include_context=False)
    ]


def _wrong(kind: str, message: str, keys: Path) -> str:
    if kind == "missing":
        return f"is not set; `goldenthread keys -o {keys}` makes the keys"
    return f"is wrong: {message.removeprefix('Value error, ')}"
