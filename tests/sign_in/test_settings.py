"""Settings of the sign-in: what is refused at the start, and what follows from what."""

from typing import Any

import pytest

from goldenthread.config.environment import Environment
from goldenthread.config.setting_faults import WrongSettings
from goldenthread.config.sign_in.policy import Demand
from goldenthread.people.rules import Role

_KEY = "invented-key-of-the-tests-and-of-nothing-else"
CLIENT = {"oidc_client": "golden-thread", "oidc_secret": "invented"}


def environment(**given: Any) -> Environment:
    """Settings, with the keys that every installation has."""
    keys = {"secret_key": _KEY, "content_key": _KEY, "pseudonym_key": _KEY}
    return Environment(**{**keys, **given})


@pytest.mark.parametrize("server", ["http://id.example.org", "id.example.org", "ftp://localhost.x"])
def test_an_identity_provider_is_reached_by_https(server: str) -> None:
    with pytest.raises((ValueError, WrongSettings), match="OIDC_SERVER is wrong"):
        environment(oidc_server=server, **CLIENT)
    environment(oidc_server="https://id.example.org", **CLIENT)
    environment(oidc_server="http://127.0.0.1:9400", **CLIENT)


def test_roles_are_known_ones() -> None:
    with pytest.raises(ValueError, match="oidc_roles"):
        environment(oidc_roles={"Leads": "boss"})
    with pytest.raises(ValueError, match="second_factor"):
        environment(second_factor={"administrator": "sometimes"})


def test_administrators_and_audit_leads_need_a_second_factor_by_default() -> None:
    assert environment().second_factor == {
        Role.ADMINISTRATOR: Demand.REQUIRED,
        Role.AUDIT_LEAD: Demand.REQUIRED,
    }


def test_a_proxy_is_believed_where_the_service_is_reached_by_https() -> None:
    assert environment().trusted_proxies == 0
    assert environment(site_url="https://audit.example.gov.uk").trusted_proxies == 1
    assert environment(site_url="https://audit.example.gov.uk", proxies=0).trusted_proxies == 0


def test_domains_are_read_with_commas() -> None:
    given = environment(oidc_email_domains=" Example.org, two.example.org ,")
    assert given.email_domains == {"example.org", "two.example.org"}
