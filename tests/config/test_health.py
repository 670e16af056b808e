"""The health page: open to programs, and without a word about what is inside."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django.fixtures import Settings

from goldenthread.config import health
from goldenthread.core.workers import beat


@pytest.fixture(autouse=True)
def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process found out before."""
    monkeypatch.setattr(health, "_migrated", False)
    monkeypatch.setattr(health, "LEAST_DISK", 1)


@pytest.mark.django_db
def test_a_service_that_is_well_says_so(client: Client) -> None:
    beat("one")
    response = client.get("/health/")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "parts": {"database": True, "migrations": True, "worker": True, "disk": True},
    }
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_plain_text_is_one_word(client: Client) -> None:
    beat("one")
    response = client.get("/health/", headers={"Accept": "text/plain"})
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_a_service_without_a_worker_is_not_well(client: Client) -> None:
    response = client.get("/health/")
    assert response.status_code == 503
    assert response.json()["parts"]["worker"] is False


@pytest.mark.django_db
def test_a_full_disk_is_not_well(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    beat("one")
    monkeypatch.setattr(health, "LEAST_DISK", 1 << 62)
    response = client.get("/health/")
    assert response.status_code == 503
    assert [name for name, well in response.json()["parts"].items() if not well] == ["disk"]


@pytest.mark.django_db
def test_a_database_that_lacks_a_step_is_not_well(client: Client) -> None:
    beat("one")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    response = client.get("/health/")
    assert [name for name, well in response.json()["parts"].items() if not well] == ["migrations"]


def test_a_database_that_does_not_answer_is_not_well(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent() -> bool:
        raise DatabaseError("canary")

    monkeypatch.setattr(health, "CHECKS", dict.fromkeys(health.CHECKS, silent))
    response = client.get("/health/")
    assert response.status_code == 503
    assert not any(response.json()["parts"].values())
    assert b"canary" not in response.content


@pytest.mark.django_db
def test_nothing_is_changed_by_asking(client: Client) -> None:
    assert client.post("/health/").status_code == 405
    assert not client.cookies


@pytest.mark.django_db
def test_it_is_answered_without_https_where_all_else_is_not(
    client: Client, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/").status_code == 503
    assert client.get("/").status_code == 301
