"""Id tokens that are not believed, made with keys of our own."""

import hmac
import json
import time
from base64 import urlsafe_b64encode
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from goldenthread.config.sign_in.single_sign_on.claims import CannotBeBelieved, read, subject_of
from goldenthread.config.sign_in.single_sign_on.tokens import verified
from goldenthread.people.rules import Role

ISSUER, US = "https://id.example.org", "golden-thread"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwks(*keys: RSAPrivateKey) -> dict[str, Any]:
    """What the issuer shows of its keys."""
    shown = [
        json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
        | {"kid": str(number), "alg": "RS256"}
        for number, key in enumerate(keys)
    ]
    return {"keys": shown}


def claims(**others: object) -> dict[str, object]:
    """An id token's claims that are good."""
    now = int(time.time())
    good = {"iss": ISSUER, "aud": US, "sub": "s", "iat": now, "exp": now + 300}
    return {name: value for name, value in {**good, **others}.items() if value is not None}


def made(said: dict[str, object], key: RSAPrivateKey = KEY, kid: str | None = None) -> str:
    """A signed token."""
    return jwt.encode(said, key, algorithm="RS256", headers={"kid": kid} if kid else None)


def by_hand(algorithm: str, secret: bytes) -> str:
    """A token signed as no library would: not at all, or with the public key as a secret."""
    parts = [{"alg": algorithm, "kid": "0"}, claims()]
    signed = b".".join(urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    signature = hmac.digest(secret, signed, "sha256") if secret else b""
    return (signed + b"." + urlsafe_b64encode(signature).rstrip(b"=")).decode()


def test_a_good_token_is_believed_with_and_without_the_name_of_its_key() -> None:
    said = verified(made(claims()), jwks(KEY), issuer=ISSUER, client=US)
    assert said["sub"] == "s"
    assert verified(made(claims(), kid="0"), jwks(KEY, OTHER), issuer=ISSUER, client=US) == said


@pytest.mark.parametrize(
    "others",
    [
        {"iss": "https://evil.example"},
        {"aud": "another-client"},
        {"aud": [US, "another-client"], "azp": "another-client"},
        {"exp": int(time.time()) - 120},
        {"exp": None},
        {"sub": None},
        {"iat": int(time.time()) + 3600},
    ],
)
def test_tokens_of_others_for_others_or_out_of_time_are_not(others: dict[str, object]) -> None:
    with pytest.raises(CannotBeBelieved):
        verified(made(claims(**others)), jwks(KEY), issuer=ISSUER, client=US)


def test_tokens_that_the_issuer_did_not_sign_are_not() -> None:
    public = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    unsigned, confused = by_hand("none", b""), by_hand("HS256", public)
    for token in (made(claims(), OTHER), made(claims(), kid="7"), unsigned, confused, "x.y.z", ""):
        with pytest.raises(CannotBeBelieved):
            verified(token, jwks(KEY), issuer=ISSUER, client=US)
    with pytest.raises(CannotBeBelieved):
        verified(made(claims()), jwks(KEY, OTHER), issuer=ISSUER, client=US)


def test_the_two_parts_of_an_answer_are_about_one_person() -> None:
    with pytest.raises(CannotBeBelieved):
        subject_of({"iss": ISSUER, "sub": "a"}, {"sub": "b"})
    with pytest.raises(CannotBeBelieved):
        subject_of({"iss": ISSUER}, {})
    assert subject_of({"iss": ISSUER, "sub": "a"}, {}) != subject_of({"iss": "x", "sub": "a"}, {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["Leads", 7, None, "Unknown"], {Role.AUDIT_LEAD}),
        ("Leads", {Role.AUDIT_LEAD}),
        ({"Leads": True}, set()),
        (None, set()),
    ],
)
def test_claims_of_any_shape_give_only_roles_that_are_named(
    value: object, expected: set[Role]
) -> None:
    said = read(
        {"iss": ISSUER, "sub": "a", "groups": value, "amr": "mfa"},
        {},
        roles_claim="groups",
        roles={"Leads": Role.AUDIT_LEAD},
        domains=frozenset(),
    )
    assert said.roles == expected
    assert not said.second_factor
