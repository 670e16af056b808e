"""Id tokens: believed only with a signature of the issuer, for us, and in time."""

from collections.abc import Mapping
from typing import Any

import jwt

from goldenthread.config.sign_in.single_sign_on.claims import CannotBeBelieved

_SIGNATURES = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA"),
)
"""Only those that need the issuer's private key."""
_LEEWAY = 60  # seconds by which clocks may differ


def verified(token: str, keys: Mapping[str, Any], *, issuer: str, client: str) -> dict[str, Any]:
    """What an id token says. Raises :class:`CannotBeBelieved` where anything about it is wrong."""
    try:
        said: dict[str, Any] = jwt.decode(
            token,
            _key_of(token, keys),
            algorithms=_SIGNATURES,
            issuer=issuer,
            audience=client,
            leeway=_LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.PyJWTError as error:
        raise CannotBeBelieved("The id token is not good.") from error
    if said.get("azp", client) != client:
        raise CannotBeBelieved("The id token was made for another client.")
    return said


def _key_of(token: str, keys: Mapping[str, Any]) -> jwt.PyJWK:
    """The key that the token names; the only one where it names none."""
    named = jwt.get_unverified_header(token).get("kid")
    known = jwt.PyJWKSet.from_dict(dict(keys)).keys
    fitting = [key for key in known if named in (None, key.key_id)]
    if len(fitting) != 1:
        raise CannotBeBelieved("The id token was signed with a key that the issuer does not show.")
    return fitting[0]
