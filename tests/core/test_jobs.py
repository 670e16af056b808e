"""Jobs take ids, wait for their transaction, and keep no words of what went wrong."""

from contextlib import suppress
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from goldenthread.core.jobs import enqueue, job
from goldenthread.core.models import ErasurePermit


@job
def permit(which: UUID, times: int) -> None:
    """Leave a trace of the id."""
    for _ in range(times):
        ErasurePermit.objects.create(id=which)


@job
def stumble(which: UUID) -> None:
    """Fail with words that must not be kept."""
    raise ValueError(f"Canary Kestrel-Ashdown {which}")


def work() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_a_job_is_done_with_its_ids() -> None:
    which = uuid4()
    enqueue(permit, which=which, times=1)
    work()
    assert ErasurePermit.objects.get().id == which


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_transaction_that_is_undone_is_never_done() -> None:
    with suppress(ValueError), transaction.atomic():
        enqueue(permit, which=uuid4(), times=1)
        raise ValueError
    work()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_keeps_no_words() -> None:
    enqueue(stumble, which=uuid4())
    work()
    result = DBTaskResult.objects.get()
    assert result.status == "FAILED"
    assert "Kestrel" not in result.traceback
    assert "ValueError in stumble" in result.traceback


def test_a_job_that_takes_words_is_refused() -> None:
    with pytest.raises(TypeError, match="ids and numbers only: story"):

        @job
        def tell(story: str) -> None: ...
