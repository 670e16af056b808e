"""What an identity provider says of somebody, and what of it counts here: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from goldenthread.people.rules import Role


class CannotBeBelieved(Exception):
    """The provider's answer is not whole, or not an answer to what was asked."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Of one sign-in: an opaque subject, an address if it is checked, roles, and the factor."""

    subject: str
    email: str | None
    name: str
    roles: frozenset[Role]
    second_factor: bool


def subject_of(id_token: Mapping[str, Any], userinfo: Mapping[str, Any]) -> str:
    """An opaque id of the subject at its issuer. Raises :class:`CannotBeBelieved`."""
    issuer, subject = id_token.get("iss"), id_token.get("sub")
    if not (isinstance(issuer, str) and isinstance(subject, str) and issuer and subject):
        raise CannotBeBelieved("The answer names no issuer or no subject.")
    if userinfo and userinfo.get("sub") != subject:
        raise CannotBeBelieved("The two parts of the answer are about different people.")
    return sha256(f"{issuer}\n{subject}".encode()).hexdigest()


def read(
    id_token: Mapping[str, Any],
    userinfo: Mapping[str, Any],
    *,
    roles_claim: str,
    roles: Mapping[str, Role],
    domains: frozenset[str],
) -> Claims:
    """What counts. Raises :class:`CannotBeBelieved` for an answer that does not hold together."""
    said = {**id_token, **userinfo}
    methods = id_token.get("amr")
    return Claims(
        subject=subject_of(id_token, userinfo),
        email=checked_email(said, domains),
        name=said["name"] if isinstance(said.get("name"), str) else "",
        roles=frozenset(roles[each] for each in _texts(said.get(roles_claim)) if each in roles),
        second_factor=isinstance(methods, list) and "mfa" in methods,
    )


def checked_email(said: Mapping[str, Any], domains: frozenset[str]) -> str | None:
    """The address, where the provider says that it is checked or is known to check its domain.

    >>> checked_email({"email": "Sian@Example.org", "email_verified": True}, frozenset())
    'sian@example.org'
    >>> checked_email({"email": "sian@example.org", "email_verified": "true"}, frozenset())
    >>> checked_email({"email": "sian@example.org"}, frozenset({"example.org"}))
    'sian@example.org'
    >>> said = {"email": "sian@example.org", "email_verified": False}
    >>> checked_email(said, frozenset({"example.org"}))
    """
    email, verified = said.get("email"), said.get("email_verified")
    if not isinstance(email, str):
        return None
    address = email.strip().lower()
    vouched = "email_verified" not in said and address.rpartition("@")[2] in domains
    return address if verified is True or vouched else None


def _texts(value: object) -> list[str]:
    """The values of a claim, which providers write as one text or as a list."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]
