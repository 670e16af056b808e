"""The permit under which rows of erasable tables may be deleted, and nothing else may."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from goldenthread.core.base import store
from goldenthread.core.models import ErasurePermit


@contextmanager
def erasure_permitted() -> Iterator[None]:
    """Let rows of erasable tables be deleted inside, in one transaction.

    The permit is written and removed within it, so that no other transaction ever sees it; after
    an error it is undone with everything else.
    """
    with transaction.atomic():
        permit = store(ErasurePermit())
        yield
        permit.delete()
