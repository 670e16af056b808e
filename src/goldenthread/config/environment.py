"""The settings an authority makes, typed, from the environment and from files of keys.

Every name begins with ``GOLDENTHREAD_``. A secret may stand in a file of the keys folder instead
(``GOLDENTHREAD_KEYS``), named as its variable in small letters, so that no secret need stand in an
environment, a database or a backup.
"""

import os
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from goldenthread.config.setting_faults import WrongSettings, misspelt, wrong_values
from goldenthread.config.setting_types import (
    Accent,
    BounceAddress,
    DatabaseUrl,
    Hosts,
    Key,
    Origin,
    Picture,
    Recipient,
    Sender,
)
from goldenthread.config.sign_in.policy import Demand
from goldenthread.people.rules import Role

PREFIX = "GOLDENTHREAD_"


class MailSecurity(StrEnum):
    """How the connection to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Environment(BaseSettings):
    """One installation's settings. ``docs/reference/settings.md`` is made from this class."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True
    )

    site_url: Origin = Field(
        "http://127.0.0.1:8000", description="Where people open the service, without a path."
    )
    hosts: Hosts = Field(
        "", description="Other names of the machine that may be asked for, with commas."
    )
    data: Path = Field(
        Path("data"), description="Folder of the SQLite database, uploads and static files."
    )
    database_url: DatabaseUrl | None = Field(
        None, description="PostgreSQL, as postgresql://user:password@host/name; else SQLite."
    )
    secret_key: Key = Field(description="Signs sessions and links. Made by goldenthread keys.")
    content_key: Key = Field(description="Encrypts what waits to be sent or sent again.")
    earlier_content_keys: SecretStr = Field(
        SecretStr(""), description="Content keys that were replaced, with commas, until none waits."
    )
    pseudonym_key: Key = Field(description="Makes the pseudonyms that leave the service.")
    backup_recipient: Recipient = Field(
        "", description="The age public key that backups are made for."
    )
    authority_name: str = Field("Golden Thread", description="Shown in the header of every page.")
    accent_colour: Accent = Field("#1d70b8", description="Of the header, as #1d70b8.")
    logo: Picture = Field(None, description="SVG or PNG, shown in the header.")
    mail_host: str = Field("", description="The SMTP server; empty: nothing is sent.")
    mail_port: int = Field(587, ge=1, le=65535, description="Its port.")
    mail_user: str = Field("", description="Its user, where it asks for one.")
    mail_password: SecretStr = Field(SecretStr(""), description="Its password.")
    mail_security: MailSecurity = Field(MailSecurity.STARTTLS, description="starttls, tls or none.")
    mail_from: Sender = Field(
        "Golden Thread <golden-thread@localhost>", description="The sender of e-mails."
    )
    mail_bounces: BounceAddress = Field(
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
        None,
        ge=0,
        le=5,
        description="Proxies before the service; one where it is reached by HTTPS.",
    )
    open_pages: bool = Field(
        False, description="Whether Check a brief and Make a brief need no sign-in."
    )
    initials: bool = Field(
        False, description="Whether children's initials may be kept beside their numbers."
    )
    retention_schedule: Path | None = Field(
        None, description="The authority's own retention schedule (YAML); empty: the one shipped."
    )
    log_format: Literal["json", "console"] = Field("json", description="json or console.")
    debug: bool = Field(False, description="For developers only: pages that show the code.")

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        """Refuse settings that only make sense with others."""
        if self.debug and self.secure:
            raise ValueError(f"{PREFIX}DEBUG shows the code to everybody: take it away here")
        if self.oidc_server and not (self.oidc_client and self.oidc_secret.get_secret_value()):
            raise ValueError(f"{PREFIX}OIDC_SERVER needs {PREFIX}OIDC_CLIENT and _SECRET as well")
        issuer = urlsplit(self.oidc_server)
        here = issuer.hostname in ("127.0.0.1", "localhost")
        if self.oidc_server and issuer.scheme != "https" and not here:
            raise ValueError(f"{PREFIX}OIDC_SERVER is wrong: write it as https://id.example.gov.uk")
        if not self.oidc_server and not self.password_sign_in:
            raise ValueError(
                f"{PREFIX}PASSWORD_SIGN_IN is false and there is no OIDC_SERVER: nobody can sign in"
            )
        return self

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
    def email_domains(self) -> frozenset[str]:
        """Domains whose addresses the issuer checks, though it does not say so."""
        names = self.oidc_email_domains.lower().split(",")
        return frozenset(name.strip() for name in names if name.strip())

    @cached_property
    def oidc_apps(self) -> list[dict[str, object]]:
        """The one client of single sign-on, as allauth wants it, or none."""
        client: dict[str, object] = {
            "provider_id": "single-sign-on",
            "name": self.oidc_name,
            "client_id": self.oidc_client,
            "secret": self.oidc_secret.get_secret_value(),
            "settings": {"server_url": self.oidc_server},
        }
        return [client] if self.oidc_server else []

    @cached_property
    def allowed_hosts(self) -> list[str]:
        """Names of the machine that requests may ask for."""
        others = [name.strip() for name in self.hosts.split(",") if name.strip()]
        return [urlsplit(self.site_url).hostname or "", *others]


def read() -> Environment:
    """The settings of this process. Raises :class:`WrongSettings` with all that is wrong."""
    keys = Path(os.environ.get(f"{PREFIX}KEYS", "keys"))
    wrong = misspelt(os.environ, Environment.model_fields, PREFIX)
    try:
        environment = Environment(_secrets_dir=keys if keys.is_dir() else None)
    except ValidationError as error:
        wrong += wrong_values(error, PREFIX, keys)
    except SettingsError as error:  # names the field, and never tells its value
        name = next((n for n in Environment.model_fields if f'"{n}"' in str(error)), "oidc_roles")
        wrong.append(f'{PREFIX}{name.upper()} is wrong: write JSON, as {{"name": "value"}}.')
    if wrong:
        raise WrongSettings(tuple(wrong)) from None
    return environment
